"""Where a stretch of text has a finite verb, by a list of verbs: words in, groups counted out.

What stands in no list is no verb here: a statement that is not seen costs less than a torn one.
"""

import re
from collections.abc import Iterator

_WORD = re.compile(r"[^\W\d_][\w'’-]{0,40}")


def words_of(words: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(words.split())


_AUXILIARIES = words_of(
    """
    am is are was were has have had will would did does do can could may might must should shall
    cannot ain't
    """
)
_IRREGULAR = words_of(
    """
    arose ate became began bent bet bit blew bought bound broke brought built burnt burst came
    caught chose clung crept cut dealt drank drew drove dug fell fed felt fled flew forbade
    forgot fought found froze gave got grew held hid hit hung hurt kept knelt knew laid lay led
    left lent let lit lost made meant met overcame overtook overthrew paid put quit ran rang
    read rebuilt rode rose said sang sank sat saw sent set shook shot shut slept slid sold
    sought spent spoke spread sprang stole stood stuck struck stung swam swept swore swung
    taught thought threw told took tore understood undertook underwent upheld went withdrew
    withheld woke won wore wound wrote
    """
)
_PRESENT = words_of(
    """
    adds aims allows appears applies argues asks becomes begins believes belongs bears brings
    builds carries causes comes concerns consists contains continues covers creates cuts deals
    defines denies depends describes draws employs enters exists expects expires faces falls
    features feels finds follows gets gives goes grows happens hears helps holds hopes includes
    increases involves keeps knows lacks lasts lays leads leaves lets lies likes lives loses
    makes marks means meets needs occurs offers opens operates owes owns pays plays prefers
    produces promises proves provides pushes puts raises reaches receives refers remains
    represents requires rests returns rises runs says seeks seems sells sends serves sets sits
    speaks spends stands starts stays suggests takes tells tends thinks threatens treats tries
    turns uses wants warns wears wins works writes agree allow appear argue belong continue
    depend exist expect include know lack live mean occur remain say seem stay suggest tend
    think want
    """
)
_CONTRACTED = words_of(
    """
    i'm he's she's it's that's there's here's what's who's let's i'd he'd she'd it'd they'd we'd
    you'd
    """
)
_CONTRACTIONS = ("n't", "'re", "'ve", "'ll")
_NO_PAST = words_of(
    """
    aged alleged armed bed beloved biased bleed breed complicated exceed feed greed hatred
    hundred indeed kindred limited need naked proceed red reed sacred seed shed speed succeed
    supposed so-called unexpected unprecedented unwanted used wicked
    """
)
_WITHIN = words_of(
    "not never yet also been be being already just still only even now then both all"
)
_SHORTEST_PAST = 4


def count_verb_groups(words: str) -> int:
    """How many finite verbs stand in the words; "had not been told" is one group."""
    return sum(1 for _ in _find_groups(words))


def has_finite_verb(words: str) -> bool:
    """Whether a finite verb stands in the words."""
    return next(_find_groups(words), None) is not None


def count_words(words: str) -> int:
    """How many words of letters there are."""
    return sum(1 for _ in _WORD.finditer(words))


def split_words(words: str) -> list[str]:
    """The words of letters, as they are written."""
    return _WORD.findall(words)


def _find_groups(words: str) -> Iterator[str]:
    in_group = False
    for match in _WORD.finditer(words):
        word = match[0].replace("’", "'")
        if is_finite_verb(word):
            if not in_group:
                yield word
            in_group = True
        elif word not in _WITHIN and not word.endswith("ly"):
            in_group = False


def is_finite_verb(word: str) -> bool:
    """Whether a word, as it is written, can be a finite verb; a capital is a name."""
    if word in _AUXILIARIES or word in _IRREGULAR or word in _PRESENT:
        return True
    if word.endswith(_CONTRACTIONS) or word.lower() in _CONTRACTED:
        return True
    is_past = word.endswith("ed") and len(word) >= _SHORTEST_PAST
    return is_past and word.islower() and word not in _NO_PAST
