from sayso.analyse.voices import find_voices
from sayso.records import Act, Attribution, Certainty, Implied, SourceType, Span, Voice


def attribution(
    name: str, cue: Span, content: Span, *, source_type: SourceType, act: Act
) -> Attribution:
    return Attribution(
        id=name,
        source=(),
        cue=(cue,),
        content=(content,),
        grounds=(),
        addressee=(),
        title=(),
        source_type=source_type,
        act=act,
        certainty=Certainty.CERTAIN,
        parent=None,
        probability=0.9,
    )


def test_every_sentence_gets_one_voice() -> None:
    sentences = (Span(0, 10), Span(11, 20), Span(21, 30), Span(31, 40))
    said = attribution("a1", Span(0, 3), Span(4, 9), source_type=SourceType.GROUP, act=Act.SAY)
    hedged = attribution(
        "a2", Span(25, 27), Span(21, 24), source_type=SourceType.NONE, act=Act.HEDGE
    )
    implied = Implied(of="a1", content=(Span(11, 20),), probability=0.9)
    found = find_voices(sentences, (said, hedged), (implied,))
    assert [s.voice for s in found] == [Voice.ATTRIBUTED, Voice.IMPLIED, Voice.HEDGED, Voice.OWN]
    assert [s.attributions for s in found] == [("a1",), ("a1",), ("a2",), ()]


def test_a_long_content_covers_all_its_sentences() -> None:
    sentences = tuple(Span(start, start + 9) for start in range(0, 100, 10))
    said = attribution("a1", Span(90, 94), Span(0, 89), source_type=SourceType.MEDIA, act=Act.SAY)
    assert {s.voice for s in find_voices(sentences, (said,), ())} == {Voice.ATTRIBUTED}


def test_belief_of_nobody_is_attributed_but_a_report_s_own_may_is_hedged() -> None:
    believed = attribution(
        "a1", Span(0, 3), Span(4, 9), source_type=SourceType.NONE, act=Act.BELIEVE
    )
    may = attribution(
        "a2", Span(12, 14), Span(15, 19), source_type=SourceType.REPORT, act=Act.HEDGE
    )
    found = find_voices((Span(0, 10), Span(11, 20)), (believed, may), ())
    assert [s.voice for s in found] == [Voice.ATTRIBUTED, Voice.HEDGED]
