"""What the words around a time tell of its side: a text and a span in, past or to come out."""

import re

from sayso.calendar import MONTH_PATTERN
from sayso.records import Span

_BEFORE, _AFTER = 90, 60
_CLAUSE_END = re.compile(
    r"[.\n;:,—]|--|\b(?:that|but|and|who|which|because|after|although|while|said)\b"
)
_OPENS_CLAUSE = re.compile(r"^\W*(?:in|on|back in|during|early in|late in)?\s*$")
_SINCE = re.compile(r"\bsince(?:\s+(?:at\s+least|about|around|early|mid|late|last))*\s*$")
_AHEAD = re.compile(
    r"\b(?:ahead of|heading into|as (?:soon|early) as|no later than)"
    r"\s+(?:the\s+)?$"
)
_TO_COME = re.compile(
    r"\b(?:will|'ll|’ll|shall|going to|plans? to|would|upcoming|next"
    r"|(?:is|are|be) (?:due|set|scheduled|expected|slated) (?:to|for)|(?:is|are) to [a-z]+)\b"
)
_UNTIL = re.compile(r"\w\s(?:until|till)\s+$")
_RUN_UP = re.compile(r"\b(?:ahead of|in the run-?up to|holds?|needs?|hopes? to|aims? to)\b.* \|")
_BY = re.compile(r"\bby\s+$")
_JUST_TOLD = re.compile(r"\b(?:said|told|announced|asked|ended)(?:\s\w+)?\s(?:on\s)?$")
_JUST_SAID = re.compile(r"\b(?:said|back)(?:\s(?:in|on))?\s(?:early |mid-?|late )?$")
_MAY = re.compile(
    r"\b(?:can|could|may|might|should|would|must|is|are|toward|towards|closer to|hypothetical)\b"
)
_AS_IT_IS = re.compile(
    r"\b(?:still [a-z]+|exists?|(?:where|as|than) (?:it|we|they|he|she) (?:is|are))\s$"
)
_OF_THESE_DAYS = re.compile(
    r"(?:['’]s)?\s(?:world|society|standards|(?:exchange )?rates|prices|money|dollars|youth"
    r"|generation|technology|economy|terms)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|took|came|made|went|gave|got|began|held|won|lost|met|left|led"
    r"|saw|ran|rose|fell|grew|became|brought|sold|bought|sent|spent|shot|(?<!be )[a-z]{2,}ed)\b"
)
_PLANNED = re.compile(r"\b(?:planned|scheduled|set|due|expected|extended|postponed|delayed)\b")
_NOT_AT = re.compile(r"\b(?:by|until|till|through|for|to)\s+(?:the\s)?$")

_BARE_SEASON = re.compile(
    r"(?:in )?(?:early |mid |late )?(?:spring|summer|autumn|fall|winter)(?:s|time)?"
    r"|(?:the )?(?:spring|summer|autumn|fall|winter)(?:s|time| months)"
)
_MONTHS_OF_YEAR = re.compile(
    rf"\b(?:between|from) (?:early |mid |late )?{MONTH_PATTERN} (?:and|to|until) "
    rf"(?:early |mid |late )?{MONTH_PATTERN}\b(?! [0-9])"
)
_IS = re.compile(r"\b(?:is|are|can|does|do|runs?|lasts?|opens?)\b")
_LONGEST_RANGE = 45
_OF_THIS_YEAR = re.compile(r"\b(?:over|into|until|since|by|quite|like)\s+(?:the\s)?$")
_HABIT = re.compile(
    r"\b(?:occurs?|usually|typically|generally|often|always|annual(?:ly)?|yearly|every|climate"
    r"|temperatures?|monsoons?|rains?|seasons?|warm|hot|cold|humid|best|ideal|month|humidity|feast)\b"
)
_ONCE = re.compile(
    r"\b(?:was|were|had|has|have|did|will|would|said|[a-z]{2,}ed|due|set|this|last|next|until|since|now)\b"
)


def is_later(text: str, span: Span) -> bool | None:
    """``True`` where the clause speaks of what is to come, ``False`` for a time since which
    something holds, ``None`` where nothing tells."""
    before = _slice_before(text, span)
    if _SINCE.search(before) or text[span.start : span.end].lower().startswith("since "):
        return False
    if _AHEAD.search(before) or _UNTIL.search(before):
        return True
    if _JUST_TOLD.search(before):
        return None
    clause = _find_clause(text, span)
    told = clause.partition("|")[0]
    is_told_as_past = _PAST.search(told) is not None
    is_to_come = _TO_COME.search(told if is_told_as_past else clause)
    if not _PAST.search(clause):
        is_to_come = is_to_come or _RUN_UP.search(clause) or _BY.search(before)
    return True if is_to_come else None


def is_past(text: str, span: Span) -> bool:
    """Whether the clause tells what happened at the time."""
    if _NOT_AT.search(_slice_before(text, span)):
        return False
    if _JUST_SAID.search(_slice_before(text, span)):
        return True
    clause = _find_clause(text, span, past_comma=True)
    return _PAST.search(clause) is not None and _PLANNED.search(clause) is None


def is_open(text: str, span: Span) -> bool:
    """Whether the clause tells what is or may be, and nothing that happened."""
    clause = _find_clause(text, span)
    return _PAST.search(clause) is None and _MAY.search(clause) is not None


def is_nowadays(text: str, span: Span) -> bool:
    """Whether "today" is these days: "as it is today", "today's standards"."""
    after = text[span.end : span.end + _AFTER].lower()
    return bool(_AS_IT_IS.search(_slice_before(text, span)) or _OF_THESE_DAYS.match(after))


def is_habitual(text: str, span: Span) -> bool:
    """Whether the clause tells what is so every year: "it rains in June", "in summer"."""
    clause = _find_clause(text, span)
    if _ONCE.search(clause):
        return False
    is_season = _BARE_SEASON.fullmatch(text[span.start : span.end].lower()) is not None
    if _is_in_months_of_year(text, span):
        return True
    is_of_this_year = _OF_THIS_YEAR.search(_slice_before(text, span)) is not None
    return (is_season and not is_of_this_year) or _HABIT.search(clause) is not None


def _is_in_months_of_year(text: str, span: Span) -> bool:
    """Whether it is one of the two months of "between June and November"."""
    start = max(0, span.start - _LONGEST_RANGE)
    around = text[start : span.end + _LONGEST_RANGE].lower()
    is_told_as_rule = (
        _IS.search(text[max(0, span.start - _BEFORE) : span.end + _BEFORE]) is not None
    )
    return is_told_as_rule and any(
        start + match.start() <= span.start and span.end <= start + match.end()
        for match in _MONTHS_OF_YEAR.finditer(around)
    )


def _slice_before(text: str, span: Span) -> str:
    return text[max(0, span.start - _BEFORE) : span.start].lower()


def _find_clause(text: str, span: Span, *, past_comma: bool = False) -> str:
    """The words around a time as far as the next comma or stop on either side, a bar in its
    place; past the comma that follows a time at the head of a sentence only where it is asked."""
    before = _slice_before(text, span)
    after = text[span.end : span.end + _AFTER].lower()
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    opens = past_comma and _OPENS_CLAUSE.search(before[ends[-1] :] if ends else before)
    end = _CLAUSE_END.search(after, 1 if opens and after.startswith(",") else 0)
    return f"{before[ends[-1] :] if ends else before} | {after[: end.start()] if end else after}"
