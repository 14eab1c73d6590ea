"""The closed lists that the network's outputs are numbered by; the manifest beside the weights
repeats them."""

from sayso.records import Act, Certainty, SourceType

SPAN_ROLES = ("cue", "source", "content", "grounds", "addressee", "title", "implied")
SPAN_SCORES = ("inside", "begin", "end")
SOURCE_TYPES = tuple(SourceType)
ACTS = tuple(Act)
CERTAINTIES = tuple(Certainty)
TIME_TAGS = ("O", "B", "I")
# PLOVER's classes of political events (Halterman et al. 2023) that the training sentences have.
EVENTS = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST",
    "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD", "none",
)  # fmt: skip
ACTORS = ("source", "target")
# Each corpus is annotated in its own manner; the network is told which manner is wanted.
STYLES = ("polnear", "sayso", "timex")
