"""Whose voice each sentence is in: sentences and findings in, every sentence accounted for out."""

from sayso.records import Act, Attribution, Implied, Sentence, SourceType, Span, Voice


def find_voices(
    sentences: tuple[Span, ...], attributions: tuple[Attribution, ...], implied: tuple[Implied, ...]
) -> tuple[Sentence, ...]:
    """Each sentence with its voice and the attributions that cover a part of it.

    Attributed beats implied, implied beats hedged, hedged beats the report's own voice.
    """
    by_id = {attribution.id: attribution for attribution in attributions}
    covers = [(span, a.id, False) for a in attributions for span in (*a.cue, *a.content)]
    covers += [(span, each.of, True) for each in implied for span in each.content]
    covers.sort(key=lambda cover: cover[0])
    found, first = [], 0
    longest = max((len(span) for span, _, _ in covers), default=0)
    for sentence in sentences:
        while first < len(covers) and covers[first][0].start + longest <= sentence.start:
            first += 1
        touching = _touching(sentence, covers, first)
        names = tuple(dict.fromkeys(name for _, name, _ in touching))
        found.append(Sentence(span=sentence, voice=_voice(touching, by_id), attributions=names))
    return tuple(found)


Cover = tuple[Span, str, bool]


def _touching(sentence: Span, covers: list[Cover], first: int) -> list[Cover]:
    touching = []
    for cover in covers[first:]:
        if cover[0].start >= sentence.end:
            break
        if cover[0].overlaps(sentence):
            touching.append(cover)
    return touching


def _voice(touching: list[Cover], by_id: dict[str, Attribution]) -> Voice:
    if any(not is_implied and not _is_hedge(by_id[name]) for _, name, is_implied in touching):
        return Voice.ATTRIBUTED
    if any(is_implied for _, _, is_implied in touching):
        return Voice.IMPLIED
    return Voice.HEDGED if touching else Voice.OWN


def _is_hedge(attribution: Attribution) -> bool:
    """Whether nobody but the report stands behind it."""
    return attribution.source_type is SourceType.REPORT or attribution.act is Act.HEDGE
