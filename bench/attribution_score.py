"""Attributions against gold: two reports in; a tally of who-said-it, found, exact and soft out."""

from collections.abc import Callable, Sequence

from bench.marks import HALF, Marked, mark, pair_up, weigh_by_content
from bench.reports import Report
from bench.score import Score, Tally, count, share
from bench.tokens import Tokens, TokenSet, find_tokens, jaccard

Pair = tuple[Marked, Marked]

ROLES: dict[str, Callable[[Marked], TokenSet]] = {
    "source": lambda marked: marked.source,
    "cue": lambda marked: marked.cue,
    "content": lambda marked: marked.content,
}
KINDS = ("direct", "mixed", "indirect")
_QUOTATION_MARKS = frozenset('"“”')
# Where the head of a source phrase has been passed, in a language without a parser at hand.
_HEAD_ENDS = frozenset(
    """, ; : ( ) [ ] – — - who whom whose which that of for from in at on with to by as and about
    among""".split()  # noqa: SIM905 - a list of thirty quoted words hides them
)
_SHORTEST_NAME = 4


def score_attributions(gold: Report, predicted: Report) -> Tally:
    """The counts of one report; attributions without content are left out on both sides."""
    tokens = find_tokens(gold["text"])
    ours = [marked for marked in mark(gold, tokens) if marked.content]
    theirs = [marked for marked in mark(predicted, tokens) if marked.content]
    pairs = [(ours[i], theirs[j]) for i, j in pair_up(ours, theirs, weigh_by_content)]
    found = [(g, p) for g, p in pairs if jaccard(g.content, p.content) >= HALF]
    sizes = {"predicted": len(theirs), "gold": len(ours)}
    tally = {"found": count(len(found), **sizes)}
    tally["exact triple"] = count(sum(_is_exact(pair) for pair in pairs), **sizes)
    tally["soft triple"] = _add_credits([_soft_triple(pair) for pair in pairs], **sizes)
    for role in ROLES:
        tally.update(_score_role(role, pairs, ours, theirs))
    return tally | _score_who(found, ours, theirs, tokens) | _score_kinds(found, ours, tokens)


def same_source(gold: TokenSet, predicted: TokenSet, tokens: Tokens) -> bool:
    """Whether two source phrases overlap by half, share a head, or are headed by one name."""
    if not gold or not predicted:
        return False
    if jaccard(gold, predicted) >= HALF:
        return True
    one, other = _find_head(gold, tokens), _find_head(predicted, tokens)
    word = tokens.words[one]
    is_name = word[0].isupper() and len(word) >= _SHORTEST_NAME
    return one == other or (is_name and word.lower() == tokens.words[other].lower())


def get_kind(marked: Marked, tokens: Tokens) -> str:
    """How a content is quoted: all of it (direct), parts of it (mixed) or nothing (indirect)."""
    words = [tokens.words[index] for index in sorted(marked.content)]
    quotes = [index for index, word in enumerate(words) if word in _QUOTATION_MARKS]
    if not quotes:
        return "indirect"
    embraces = quotes[0] == 0 and quotes[-1] == len(words) - 1
    return "direct" if embraces and len(quotes) <= 2 * marked.n_content_pieces else "mixed"


def _find_head(source: TokenSet, tokens: Tokens) -> int:
    """The last word before the first comma, bracket, dash, relative pronoun or preposition."""
    head = None
    for index in sorted(source):
        if head is not None and tokens.words[index].lower() in _HEAD_ENDS:
            break
        if tokens.is_word(index):
            head = index
    return min(source) if head is None else head


def _score_role(
    role: str, pairs: Sequence[Pair], ours: Sequence[Marked], theirs: Sequence[Marked]
) -> Tally:
    get = ROLES[role]
    sizes = {
        "predicted": sum(bool(get(p)) for p in theirs),
        "gold": sum(bool(get(g)) for g in ours),
    }
    both = [(get(g), get(p)) for g, p in pairs if get(g) and get(p)]
    return {
        f"exact {role}": count(sum(g == p for g, p in both), **sizes),
        f"soft {role}": _add_credits([_soft(g, p) for g, p in both], **sizes),
    }


def _score_who(
    found: Sequence[Pair], ours: Sequence[Marked], theirs: Sequence[Marked], tokens: Tokens
) -> Tally:
    sourced = [(g, p) for g, p in found if g.source]
    unsourced = [p for g, p in found if not g.source]
    right = sum(same_source(g.source, p.source, tokens) for g, p in sourced)
    return {
        "who-said-it end-to-end": count(
            right,
            predicted=sum(bool(p.source) for p in theirs),
            gold=sum(bool(g.source) for g in ours),
        ),
        "who-said-it accuracy": share(right, len(sourced)),
        "no-source accuracy": share(sum(not p.source for p in unsourced), len(unsourced)),
    }


def _score_kinds(found: Sequence[Pair], ours: Sequence[Marked], tokens: Tokens) -> Tally:
    tally = {}
    for kind in KINDS:
        gold = [g for g in ours if get_kind(g, tokens) == kind]
        hits = [(g, p) for g, p in found if get_kind(g, tokens) == kind]
        who = sum(same_source(g.source, p.source, tokens) for g, p in hits)
        tally[f"recall {kind} found"] = share(len(hits), len(gold))
        tally[f"recall {kind} who"] = share(who, sum(bool(g.source) for g in gold))
    return tally


def _is_exact(pair: Pair) -> bool:
    return all(get(pair[0]) == get(pair[1]) for get in ROLES.values())


def _soft(gold: TokenSet, predicted: TokenSet) -> tuple[float, float]:
    if not gold or not predicted:
        return float(gold == predicted), float(gold == predicted)
    common = len(gold & predicted)
    return common / len(predicted), common / len(gold)


def _soft_triple(pair: Pair) -> tuple[float, float]:
    of_predicted = of_gold = 1.0
    for get in ROLES.values():
        precision, recall = _soft(get(pair[0]), get(pair[1]))
        of_predicted, of_gold = of_predicted * precision, of_gold * recall
    return of_predicted, of_gold


def _add_credits(credits: Sequence[tuple[float, float]], *, predicted: int, gold: int) -> Score:
    return Score(sum(p for p, _ in credits), predicted, sum(g for _, g in credits), gold)
