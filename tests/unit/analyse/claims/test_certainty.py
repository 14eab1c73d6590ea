"""How firmly contents stand after their hops."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.analyse.claims.certainty import find_effective, find_hold, pass_on
from sayso.records import Act, Attribution, Certainty, SourceType

# How far from leaving a content open; to deny is as firm as to be certain.
FIRMNESS = {
    Certainty.CERTAIN: 4,
    Certainty.DENIED: 4,
    Certainty.PROBABLE: 3,
    Certainty.POSSIBLE: 2,
    Certainty.DOUBTFUL: 1,
    Certainty.OPEN: 0,
}
IN_FAVOUR = [each for each in Certainty if each is not Certainty.DENIED]
CHAINS = st.lists(st.sampled_from(list(Certainty)), max_size=6)


@pytest.mark.parametrize(("outer", "inner"), list(product(Certainty, repeat=2)))
def test_every_pair_is_defined_and_no_firmer_than_either(outer, inner):
    assert FIRMNESS[pass_on(outer, inner)] <= min(FIRMNESS[outer], FIRMNESS[inner])


@pytest.mark.parametrize(("outer", "inner"), list(product(IN_FAVOUR, repeat=2)))
def test_without_a_denial_the_weakest_hop_governs(outer, inner):
    assert pass_on(outer, inner) is min(outer, inner, key=FIRMNESS.__getitem__)


def test_without_a_denial_it_does_not_matter_where_a_chain_is_cut():
    for one, two, three in product(IN_FAVOUR, repeat=3):
        assert pass_on(pass_on(one, two), three) is pass_on(one, pass_on(two, three))


@pytest.mark.parametrize(
    ("hops", "effective"),
    [
        ([], "certain"),
        (["certain", "probable", "certain"], "probable"),
        (["probable", "possible"], "possible"),
        (["certain", "denied"], "denied"),
        (["denied", "certain"], "denied"),
        (["denied", "denied"], "open"),
        (["denied", "probable"], "doubtful"),
        (["denied", "doubtful"], "open"),
        (["probable", "denied"], "doubtful"),
        (["doubtful", "denied"], "doubtful"),
        (["certain", "open", "certain"], "open"),
        (["denied", "open"], "open"),
    ],
)
def test_a_denial_turns_over_what_was_firm_and_open_stays_open(hops, effective):
    assert find_effective([Certainty(hop) for hop in hops]) is Certainty(effective)


@given(CHAINS, st.sampled_from(list(Certainty)), st.integers(0, 6))
def test_a_further_hop_anywhere_never_makes_it_firmer(hops, more, place):
    longer = [*hops[:place], more, *hops[place:]]
    assert FIRMNESS[find_effective(longer)] <= FIRMNESS[find_effective(hops)]


@given(CHAINS, CHAINS)
def test_a_certain_hop_changes_nothing_and_an_open_one_leaves_all_open(outer, inner):
    whole = find_effective([*outer, *inner])
    assert find_effective([*outer, Certainty.CERTAIN, *inner]) is whole
    assert find_effective([*outer, Certainty.OPEN, *inner]) is Certainty.OPEN


@pytest.mark.parametrize(
    ("act", "certainty", "hold"),
    [
        ("say", "certain", "certain"),
        ("believe", "doubtful", "doubtful"),
        ("deny", "certain", "denied"),
        ("deny", "doubtful", "doubtful"),
        ("unconfirmed", "certain", "open"),
        ("unconfirmed", "doubtful", "doubtful"),
        ("ask", "certain", "open"),
        ("urge", "probable", "open"),
        ("urge", "denied", "denied"),
        ("intend", "certain", "open"),
        ("intend", "denied", "denied"),
        ("decline", "denied", "open"),
    ],
)
def test_what_a_source_does_limits_what_it_stands_for(act, certainty, hold):
    hop = Attribution(
        id="a1", source=(), cue=(), content=(), grounds=(), addressee=(), title=(),
        source_type=SourceType.NONE, act=Act(act), certainty=Certainty(certainty), parent=None,
        probability=1.0,
    )  # fmt: skip
    assert find_hold(hop) is Certainty(hold)
