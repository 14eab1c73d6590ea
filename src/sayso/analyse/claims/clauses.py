"""Whether a time stands in a clause that is not the main statement: text and positions in."""

from sayso.analyse.claims.verbs import count_verb_groups, split_words, words_of

_SUBORDINATORS = words_of(
    """
    after although because before if since though unless until whereas which who whom whose
    """
)
_STOPS = ',;:–—"“”()'
_FARTHEST = 160


def is_subordinate(text: str, start: int, position: int) -> bool:
    """Whether the words before ``position`` open a subordinate clause that holds it: "after he had
    left in 2016", not "since 2016" nor "before the vote on Monday".

    Looks no farther back than ``start``, and not across a comma.
    """
    before = text[max(start, position - _FARTHEST) : position]
    words = split_words(before[_find_last_stop(before) + 1 :])
    last = next((n for n in reversed(range(len(words))) if words[n].lower() in _SUBORDINATORS), -1)
    if last < 0:
        return False
    clause = words[last + 1 :]
    is_participle = bool(clause) and clause[0].endswith("ing")
    return is_participle or count_verb_groups(" ".join(clause)) == 1


def _find_last_stop(words: str) -> int:
    return max(words.rfind(stop) for stop in _STOPS)
