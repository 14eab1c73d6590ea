"""The closed lists that the network's outputs are numbered by; the manifest beside the weights
repeats them."""

from sayso.records import Act, Certainty, SourceType

SPAN_ROLES = ("cue", "source", "content", "grounds", "addressee", "title", "implied")
SPAN_SCORES = ("inside", "begin", "end")
SOURCE_TYPES = tuple(SourceType)
ACTS = tuple(Act)
CERTAINTIES = tuple(Certainty)
TIME_TAGS = ("O", "B", "I")
# Each corpus is annotated in its own manner; the network is told which manner is wanted.
STYLES = ("polnear", "sayso", "timex")
