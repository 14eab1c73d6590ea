"""Words are found as people write them, whatever they write, and alike in both databases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import BadFilter
from sayso.ledger import Ledger
from sayso.ledger.filters import Filters
from sayso.ledger.search import MOST_WORDS, find_phrases, to_plain
from tests.ledger.made_ledger import add, make_saying

TEXTS = (
    "the Ships sailed north and the clerk denied it",
    "Café société déjà vu near the harbour or not",
    "Jo Song-Gil didn't see 12,000 files on 3 March 2019",
    "a 'drop table' is no table; it is a drop",
    "Корабль ушёл на север",
    "船只离开了港口",
    "Straße ΟΔΥΣΣΕΥΣ ﬁle İstanbul",
    "so_called under_scores and e5 5e3 0x1f 1.5e-7 20th",
)
HOSTILE = (
    '"', '""', '"""', "*", "ship*", "NEAR(ships north)", "NEAR", "AND", "OR", "NOT", "AND OR",
    "ships AND clerk", "ships OR nothing", "NOT ships", "'; drop table claims; --", "'", "\\", "\\'",
    "\x00", "ships\x00north", "\ud800", "ships \ud800", "(", ")", "()", "a:b", "words:ships",
    "claim_words:ships", "^ships", "-ships", "+ships", "ships + north", "{words}: ships", "<->",
    "ships <-> sailed", "ships & north", "ships | clerk", "!ships", "ships:*", "%", "_", "%s", ":words",
    '"ships sailed', 'sailed" north', '"north sailed"', '"ships" "north"', "the", "é", "\u0301",
    "x" * 5_000, "\u202e", "🕊️", "$1", "?", "{}",
)  # fmt: skip


@pytest.fixture(scope="module")
def filled(shared_place):
    with Ledger(shared_place, creates=True) as ledger:
        for text in TEXTS:
            add(ledger, make_saying("Ada Holm", text))
        yield ledger


def find(ledger: Ledger, words: str) -> set[str]:
    return {line.claim.standalone for line in ledger.find_claims(Filters(words=words))}


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ships", 0), ("SHIP", 0), ("sailing", 0), ("sail North", 0), ('"ship sailed"', 0),
        ('"clerk denies it"', 0), ("The", 0), ("cafe", 1), ("CAFÉ", 1), ("socie\u0301te\u0301", 1),
        ('"deja vu"', 1), ("song gil", 2), ("song-gil", 2), ('"Jo Song Gil"', 2), ("didn't", 2),
        ("didn’t", 2), ("12,000", 2), ('"3 march"', 2), ("file march", 2), ("'drop table'", 3),
        ("корабль", 4), ("УШЕЛ", 4), ("船只离开了港口", 5), ("strasse", 6), ("οδυσσευσ", 6),
        ("οδυσσευς", 6), ("file İstanbul", 6), ("istanbul", 6), ("so called", 7), ("5E3", 7),
        ("0x1f", 7), ("20th", 7), ("1.5e-7", 7), ('"under_scores and"', 7),
    ],
)  # fmt: skip
def test_words_are_found_without_case_accents_and_endings(filled, words, number):
    assert TEXTS[number] in find(filled, words)


@pytest.mark.parametrize(
    "words",
    ["ship clerks rain", '"sailed ships"', '"ships north"', "shi", "hip", "song_gill", "船", "север ship"],
)  # fmt: skip
def test_what_does_not_stand_there_is_not_found(filled, words):
    assert find(filled, words) == set()


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_signs_mean_anything_in_a_search(filled, words):
    phrases = find_phrases(words)
    if not phrases:
        with pytest.raises(BadFilter):
            find(filled, words)
    else:
        assert find(filled, words) == find_by_loop(phrases)


def find_by_loop(phrases: tuple[str, ...]) -> set[str]:
    plain = {text: f" {to_plain(text)} " for text in TEXTS}
    return {t for t, p in plain.items() if all(f" {phrase} " in p for phrase in phrases)}


pieces = st.one_of(
    st.sampled_from([*HOSTILE, *" ".join(TEXTS).split()]),
    st.text(st.characters(exclude_categories=()), max_size=5),
)


@given(words=st.lists(pieces, max_size=4).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_any_words_find_what_a_loop_finds(filled, words):
    phrases = find_phrases(words)
    if phrases:
        assert find(filled, words) == find_by_loop(phrases)


def test_any_letters_can_be_stored_and_found(ledger):
    letters = [chr(code) for code in range(0x250) if chr(code).isalnum()]
    letters += [chr(code) for code in range(0x250, 0x30000, 97) if chr(code).isalnum()]
    claims = [" ".join(letters[n : n + 50]) for n in range(0, len(letters), 50)]
    for words in claims:
        add(ledger, make_saying("Ada Holm", words))
    for words in claims:
        assert words in find(ledger, f'"{words}"')


def test_more_words_than_a_database_takes_are_refused(filled):
    assert find(filled, " ".join(["ships"] * 1000)) == {TEXTS[0]}
    assert find(filled, " ".join(f"w{n}" for n in range(MOST_WORDS))) == set()
    with pytest.raises(BadFilter, match="up to 200"):
        find(filled, " ".join(f"w{n}" for n in range(MOST_WORDS + 1)))
    assert find(filled, f'"{" ".join(["ships"] * MOST_WORDS)}"') == set()
