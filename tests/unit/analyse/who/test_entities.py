"""Who and what is named in a claim."""

from sayso.analyse.who import EntityFinder, Names, add_names
from sayso.records import Act, Attribution, Certainty, EntityKind, SourceType, Span

TEXT = """Laura Marsh met Governor Oster in Lowmarch and flew to Rome with Norwegian police.
The Harbour Safety Office (HSO) and the Halvian Press Union agreed. Marsh told the HSO so.
The Lowmarchians wept."""


def find(words):
    start = TEXT.index(words)
    source = Span(start, start + len(words))
    attribution = Attribution(
        id="a1", source=(source,), cue=(), content=(), grounds=(), addressee=(), title=(),
        source_type=SourceType.NAMED_PERSON, act=Act.SAY, certainty=Certainty.CERTAIN,
        parent=None, probability=1.0,
    )  # fmt: skip
    (named,) = add_names(Names(TEXT), [attribution], [()])
    finder = EntityFinder(Names(TEXT), [named])
    return {entity.name: entity.kind for entity in finder.find([Span(0, len(TEXT))])}


def test_names_have_their_kinds():
    found = find("Laura Marsh")
    assert found["Laura Marsh"] is EntityKind.PERSON
    assert found["Oster"] is EntityKind.PERSON
    assert found["Lowmarch"] is found["Rome"] is EntityKind.PLACE
    assert found["Harbour Safety Office"] is EntityKind.ORGANISATION
    assert found["Halvian Press Union"] is EntityKind.ORGANISATION
    assert found["Lowmarchians"] is EntityKind.GROUP


def test_short_names_and_acronyms_give_the_full_name_and_adjectives_none():
    found = find("Laura Marsh")
    assert "Marsh" not in found
    assert "HSO" not in found
    assert "Norwegian" not in found


def test_only_what_stands_inside_the_spans_is_named():
    start = TEXT.index("Marsh told")
    entities = EntityFinder(Names(TEXT), []).find([Span(start, start + 5)])
    assert [(entity.span, entity.name) for entity in entities] == [
        (Span(start, start + 5), "Laura Marsh")
    ]


def test_a_surname_after_in_is_a_person_not_a_place():
    text = "Lowmarch-born Laura Marsh spoke. Many had lost trust in Marsh and in Orrin."
    found = EntityFinder(Names(text), []).find([Span(0, len(text))])
    assert [(entity.name, entity.kind) for entity in found] == [
        ("Laura Marsh", EntityKind.PERSON),
        ("Laura Marsh", EntityKind.PERSON),
        ("Orrin", EntityKind.PLACE),
    ]
