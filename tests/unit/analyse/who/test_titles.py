"""One source, one title."""

from sayso.analyse.who import share_titles
from sayso.records import Act, Attribution, Certainty, NameRule, SourceName, SourceType, Span

TITLE = (Span(0, 5),)


def attribution(number, name, *, title=(), kind=SourceType.NAMED_PERSON):
    resolved = name and SourceName(
        name=name, mention=Span(6, 9), rule=NameRule.OWN_WORDS, score=0.9
    )
    return Attribution(
        id=f"a{number}", source=(Span(6, 9),), cue=(), content=(), grounds=(), addressee=(),
        title=title, source_type=kind, act=Act.SAY, certainty=Certainty.CERTAIN, parent=None,
        probability=0.9, name=resolved,
    )  # fmt: skip


def titles(*attributions):
    return [each.title for each in share_titles(attributions)]


def test_a_title_is_everybodys_of_that_name():
    mayor = attribution(1, "Mayor Ida Strand", title=TITLE)
    assert titles(mayor, attribution(2, "Ida Strand")) == [TITLE, TITLE]


def test_a_title_of_its_own_stays():
    own = (Span(20, 25),)
    strand = attribution(2, "Ida Strand", title=own)
    assert titles(attribution(1, "Ida Strand", title=TITLE), strand) == [TITLE, own]


def test_others_and_bodies_and_the_unresolved_get_none():
    mayor = attribution(1, "Ida Strand", title=TITLE)
    body = attribution(2, "Ida Strand", kind=SourceType.ORGANISATION)
    assert titles(mayor, body, attribution(3, "Bo Lind"), attribution(4, None)) == [
        TITLE, (), (), (),
    ]  # fmt: skip
