"""Sources to names."""

import numpy as np
import pytest

from sayso.analyse.who import Names, Pointed, add_names, find_pointed
from sayso.encoder.tokens import Tokens
from sayso.records import (
    Act,
    Attribution,
    Certainty,
    NameRule,
    SourceType,
    Span,
)

TEXT = """Ida Strand said the bridge was safe. She said it would open. Strand later said no.
The agency disagreed. The Harbour Safety Office had warned of cracks, a clerk said.
"I never saw a crack," Ola Berg said she told him. "We did," Harbour Board head Per Moe said."""


def at(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def attribution(source, *, kind=SourceType.NAMED_PERSON, name="a1", parent=None):
    return Attribution(
        id=name, source=(source,) if source else (), cue=(Span(0, 1),), content=(), grounds=(),
        addressee=(), title=(), source_type=kind, act=Act.SAY, certainty=Certainty.CERTAIN,
        parent=parent, probability=0.9,
    )  # fmt: skip


def resolve(source, *pointed, kind=SourceType.NAMED_PERSON):
    (found,) = add_names(Names(TEXT), [attribution(source, kind=kind)], [pointed])
    return found.name


def test_a_full_name_names_itself():
    name = resolve(at("Ida Strand"))
    assert (name.name, name.rule, name.via) == ("Ida Strand", NameRule.OWN_WORDS, None)


def test_a_surname_is_the_short_form_of_a_full_name():
    name = resolve(at("Strand later"[:6], 1))
    assert (name.name, name.rule) == ("Ida Strand", NameRule.SHORT_FORM)
    assert name.mention == at("Ida Strand")
    assert name.via == at("Strand", 1)


def test_a_pronoun_is_who_the_network_points_to_by_way_of_a_surname():
    name = resolve(at("She"), Pointed(at("Strand", 1), 0.5), Pointed(at("Ola Berg"), 0.3))
    assert (name.name, name.rule) == ("Ida Strand", NameRule.NETWORK)
    assert name.mention == at("Ida Strand")
    assert name.via == at("Strand", 1)


def test_the_shares_of_all_mentions_of_one_name_count_together():
    name = resolve(
        at("She"),
        Pointed(at("Ola Berg"), 0.4),
        Pointed(at("Ida Strand"), 0.3),
        Pointed(at("Strand", 1), 0.3),
    )
    assert name.name == "Ida Strand"
    assert name.score == pytest.approx(0.6)


def test_a_pronoun_without_a_likely_name_stays_unresolved():
    assert resolve(at("She")) is None
    assert resolve(at("She"), Pointed(at("Ola Berg"), 0.05)) is None


def test_a_role_can_be_anybody_but_a_name_only_one_that_shares_a_word():
    office = Pointed(at("Harbour Safety Office"), 0.6)
    role = resolve(at("The agency"), office, kind=SourceType.ORGANISATION)
    assert role.name == "Harbour Safety Office"
    assert resolve(at("Ola Berg"), Pointed(at("Ida Strand"), 0.9)).name == "Ola Berg"


def test_an_unnamed_source_is_resolved_to_nobody():
    name = resolve(at("a clerk"), Pointed(at("Ida Strand"), 0.9), kind=SourceType.UNNAMED_PERSON)
    assert (name.name, name.rule) == ("clerk", NameRule.OWN_WORDS)


def test_i_is_who_speaks_the_words():
    outer = attribution(at("Ola Berg"), name="a1")
    inner = attribution(at("I", 1), name="a2", parent="a1")
    assert TEXT[inner.source[0].start : inner.source[0].end] == "I"
    found = add_names(Names(TEXT), [outer, inner], [(), (Pointed(at("Ida Strand"), 0.9),)])
    assert [(each.name.name, each.name.rule) for each in found] == [
        ("Ola Berg", NameRule.OWN_WORDS),
        ("Ola Berg", NameRule.SPEAKER),
    ]


def test_we_is_the_body_beside_the_speaker_else_the_speaker():
    moe = attribution(at("Harbour Board head Per Moe"), name="a1")
    we = attribution(at("We"), name="a2", parent="a1", kind=SourceType.ORGANISATION)
    assert add_names(Names(TEXT), [moe, we], [(), ()])[1].name.name == "Harbour Board"
    berg = attribution(at("Ola Berg"), name="a1")
    assert add_names(Names(TEXT), [berg, we], [(), ()])[1].name.name == "Ola Berg"


def test_no_source_has_no_name():
    assert resolve(None) is None


def test_the_pointer_joins_begins_and_ends_to_mentions():
    zeros = np.zeros(6, dtype=np.int64)
    number = np.arange(6)
    tokens = Tokens(
        ids=zeros, starts=10 * number, ends=10 * number + 5, shapes=zeros, paragraphs=zeros,
        blanks=zeros, inner=zeros, lettered=zeros + 1,
    )  # fmt: skip
    names = np.full((2, 7), -9.0, dtype=np.float32)
    names[0, 1 + 2] = names[1, 1 + 3] = 4.0
    names[:, 0] = 2.0
    best, *others = find_pointed(names, tokens, window_start=0)
    assert best.span == Span(20, 35)
    assert best.share == pytest.approx(1 / (1 + np.exp(-4)), abs=0.01)
    assert all(other.share < best.share for other in others)
