"""Sources to names: attributions and what the network points to in, the same with names out."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.analyse.who.fullest import Names
from sayso.analyse.who.gender import Gender, Genders, gender_of_phrase
from sayso.analyse.who.pointer import Pointed
from sayso.analyse.who.question import Question
from sayso.analyse.who.words import FIRST_PERSON, FIRST_PERSON_PLURAL
from sayso.naming import keys_of
from sayso.records import Attribution, NameRule, SourceName, SourceType, Span

# How far back somebody may have spoken, in characters, and how often that rule is right.
_NEAR, _SCORE_OF_LAST = 1500, 0.6
_SURE = 0.001
_Found = dict[str, SourceName | None]


def add_names(
    names: Names,
    attributions: Sequence[Attribution],
    pointed: Sequence[tuple[Pointed, ...]],
    *,
    calibration: tuple[float, float] = (0.0, 1.0),
) -> tuple[Attribution, ...]:
    """Each attribution with its source's name; one without a source, or unresolved, has none.

    Shapes: ``names`` are those of the report; ``pointed`` has one entry for each attribution, as
    find_pointed gives it.
    Units: ``calibration`` is intercept and slope of the logit of a share of belief.
    """
    text, genders = names.text, Genders(names.text)
    questions = {
        attribution.id: Question(text, names, genders, attribution, mentions)
        for attribution, mentions in zip(attributions, pointed, strict=True)
        if attribution.source
    }
    found: _Found = {each: question.answer() for each, question in questions.items()}
    genders.learn(_gather_beliefs(questions, found))
    for each, name in found.items():
        if name and not genders.allow(questions[each].phrase, name.name):
            found[each] = questions[each].answer()
    _fill_from_speakers(text, attributions, found, names)
    _fill_from_before(text, attributions, found, genders)
    return tuple(
        replace(each, name=_calibrate(found.get(each.id), calibration)) for each in attributions
    )


def _calibrate(name: SourceName | None, calibration: tuple[float, float]) -> SourceName | None:
    """The name with a score that says how often such names are right.

    Source: Platt scaling, Platt 1999.
    """
    if name is None:
        return None
    share = min(max(name.score, _SURE), 1 - _SURE)
    intercept, slope = calibration
    logit = intercept + slope * math.log(share / (1 - share))
    return replace(name, score=round(1 / (1 + math.exp(-logit)), 4))


def _gather_beliefs(
    questions: Mapping[str, Question], found: Mapping[str, SourceName | None]
) -> dict[str, dict[Gender, float]]:
    """How much of "he" and of "she" each name was given."""
    beliefs: dict[str, dict[Gender, float]] = {}
    for each, name in found.items():
        gender = gender_of_phrase(questions[each].phrase)
        if name and gender:
            shares = beliefs.setdefault(name.name, {})
            shares[gender] = shares.get(gender, 0.0) + name.score
    return beliefs


def _fill_from_speakers(
    text: str, attributions: Sequence[Attribution], found: _Found, names: Names
) -> None:
    """ "I" inside what somebody says is who says it; "we" the body that is named beside the
    speaker, else the speaker."""
    phrases: dict[str, list[Span]] = {}
    for attribution in attributions:
        name = found.get(attribution.id)
        if name and attribution.source_type is SourceType.NAMED_PERSON:
            phrases.setdefault(name.name, []).extend((*attribution.source, *attribution.title))
    for attribution in attributions:
        speaker = found.get(attribution.parent or "")
        words = _get_words(attribution, text)
        if speaker and words in FIRST_PERSON:
            found[attribution.id] = replace(speaker, rule=NameRule.SPEAKER)
        elif speaker and words in FIRST_PERSON_PLURAL:
            body = _find_body(speaker, phrases.get(speaker.name, ()), names)
            found[attribution.id] = body or replace(speaker, rule=NameRule.SPEAKER)


def _find_body(speaker: SourceName, phrases: Iterable[Span], names: Names) -> SourceName | None:
    """The body that a person's phrases and titles name: "Harbour Board spokesman Bo Lind"."""
    own = set(keys_of(speaker.name))
    for span in phrases:
        for mention in names.find_within(span):
            if not own & set(mention.keys):
                longer = names.find_fuller(mention.words, is_person=False)
                ending = [each for each in longer if each.keys[-1] == mention.keys[-1]]
                name = ending[0] if ending else mention
                return SourceName(
                    name=name.words, mention=name.span, rule=NameRule.SPEAKER, score=_SCORE_OF_LAST
                )
    return None


def _fill_from_before(
    text: str, attributions: Sequence[Attribution], found: _Found, genders: Genders
) -> None:
    """ "He" or "she", where the network believes in nobody, is the person who spoke last and can
    be meant."""
    spoken: list[tuple[int, SourceName]] = []
    for attribution in attributions:
        if not attribution.source or attribution.source_type is not SourceType.NAMED_PERSON:
            continue
        start, name = attribution.source[0].start, found[attribution.id]
        phrase = text[start : attribution.source[0].end]
        if name is None and gender_of_phrase(phrase) is not None:
            fitting = (
                each for each in _find_near(spoken, start) if genders.allow(phrase, each.name)
            )
            before = next(fitting, None)
            if before is not None:
                name = replace(before, rule=NameRule.LAST_SPEAKER, score=_SCORE_OF_LAST)
                found[attribution.id] = name
        if name is not None:
            spoken.append((start, name))


def _find_near(spoken: Sequence[tuple[int, SourceName]], start: int) -> Iterator[SourceName]:
    """Who spoke before, the last one first, no farther back than is near."""
    for at, name in reversed(spoken):
        if start - at > _NEAR:
            return
        yield name


def _get_words(attribution: Attribution, text: str) -> str:
    """The source in small letters; nothing where it is in pieces."""
    spans = attribution.source
    return text[spans[0].start : spans[0].end].casefold() if len(spans) == 1 else ""
