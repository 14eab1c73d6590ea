"""What the JSON output says of attributions and what carries them on: one row a field."""

from collections.abc import Callable

from sayso.export.fields import (
    PROBABILITY,
    TEXT,
    TEXT_OR_NULL,
    TEXTS,
    Field,
    maybe_span_fields,
    one_of,
    one_of_or_null,
    spans_fields,
    words_fields,
)
from sayso.records import (
    Act,
    Attribution,
    Certainty,
    Implied,
    NameRule,
    Reading,
    SourceName,
    SourceType,
    Span,
)


def _of_name(get: Callable[[SourceName], object]) -> Callable[[Attribution, Reading], object]:
    return lambda attribution, _: attribution.name and get(attribution.name)


def _mention(attribution: Attribution) -> Span | None:
    return attribution.name.mention if attribution.name else None


def _via(attribution: Attribution) -> Span | None:
    return attribution.name.via if attribution.name else None


ATTRIBUTION_FIELDS: tuple[Field[Attribution], ...] = (
    Field("id", TEXT, lambda a, _: a.id, "Its name within this report."),
    *spans_fields(
        "source", lambda a: a.source, "The words that name who vouches; [] where nobody is named."
    ),
    *spans_fields("cue", lambda a: a.cue, "The words that signal the attribution."),
    *spans_fields(
        "content", lambda a: a.content, "What is said; may be [] where a comment is declined."
    ),
    *spans_fields(
        "grounds", lambda a: a.grounds, "Why this source would know or is quoted; may be []."
    ),
    Field(
        "source_type",
        one_of(SourceType),
        lambda a, _: a.source_type.value,
        "What kind of source vouches; none: nobody is named; report: the report hedges itself.",
    ),
    Field(
        "source_name",
        TEXT_OR_NULL,
        _of_name(lambda name: name.name),
        "The source's fullest name in the report, or its description; null if not resolved.",
    ),
    *maybe_span_fields(
        ("source_name_span", "source_name_text"), _mention, "Where that name stands."
    ),
    *maybe_span_fields(
        ("source_name_via", "source_name_via_text"),
        _via,
        "The mention that led there; null where the source's own words or the name itself did.",
    ),
    Field(
        "source_name_rule",
        one_of_or_null(NameRule),
        _of_name(lambda name: name.rule.value),
        "By what the name was found.",
    ),
    Field(
        "source_name_score",
        {"anyOf": [PROBABILITY, {"type": "null"}]},
        _of_name(lambda name: name.score),
        "How much the network, or a rule, believes in it.",
    ),
    Field("act", one_of(Act), lambda a, _: a.act.value, "What the source does with the content."),
    Field(
        "certainty",
        one_of(Certainty),
        lambda a, _: a.certainty.value,
        "How firmly this source commits to the content.",
    ),
    Field(
        "parent",
        TEXT_OR_NULL,
        lambda a, _: a.parent,
        "Id of the attribution inside whose content this one stands; null for the outermost.",
    ),
    Field(
        "chain",
        TEXTS,
        lambda a, reading: [hop.id for hop in reading.get_chain(a)],
        "Ids of all hops, outermost first, this attribution last.",
    ),
    *words_fields(
        "title", lambda a: a.title, "The source's title or office in the report's words."
    ),
    *words_fields(
        "addressee", lambda a: a.addressee, "To whom the source speaks, where that is stated."
    ),
    Field(
        "probability",
        PROBABILITY,
        lambda a, _: round(a.probability, 4),
        "Calibrated: the share of such attributions that are right.",
    ),
)

IMPLIED_FIELDS: tuple[Field[Implied], ...] = (
    *spans_fields(
        "content", lambda implied: implied.content, "Words that carry on a source's words."
    ),
    Field("of", TEXT, lambda implied, _: implied.of, "Id of the attribution that is carried on."),
    Field(
        "probability",
        PROBABILITY,
        lambda implied, _: round(implied.probability, 4),
        "Calibrated: the share of such stretches that are right.",
    ),
)
