"""Whether words state something: a sentence or a clause in, yes or no out."""

import re

from sayso.analyse.claims.verbs import (
    count_words,
    has_finite_verb,
    is_finite_verb,
    split_words,
    words_of,
)

_FEWEST_WORDS = 4
_FEWEST_WORDS_OF_CLAUSE = 4
_CLOSERS = " \t\r\n\"'”’)]»"
_OPENERS = "\"'“‘([«"
_ENDS = ".!…"
_FURNITURE = re.compile(
    r"(?:[-–—•*<|#@©]|(?:read more|see (?:also|more)|more:|related|watch:|listen:"
    r"|photo(?:graph)?s?\b|images?\b[:/ ]*|picture[ds]?\b|file photo|caption|credits?\b|sources?:"
    r"|edited by|editing by|reporting by|additional reporting|written by|copyright|all rights"
    r"|advertisement|click|subscribe|sign up|follow (?:us|me|@)|continue reading|share this"
    r"|published|updated|posted|last modified|https?:|www\.|correction:|tags?:|topics?:"
    r"|contact |this material may not"
    r"|this (?:article|story|report) (?:was|has been) (?:first |originally )?(?:publish|updat)ed))",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:BY|[Bb]y|Follow) [A-Z][\w.-]* [A-Z]")
_DATELINE = re.compile(
    r"""(?:
        (?:[A-Z][A-Z.'’-]+(?:,?\ ){1,2}){1,4}(?:[A-Z0-9][\w.]{0,12},?\ ){0,2}
            (?:\([^()\n]{2,30}\)\ ?)?
        |[A-Z][\w.'’-]{1,20}(?:\ [A-Z][\w.'’-]{1,20}){0,2},?\ \([A-Z][^()\n]{1,29}\)\ ?
    )(?:--?|–|—)\ ?(?=["'“‘]?[A-Z0-9])""",
    re.VERBOSE,
)
_NO_OPENER = words_of(
    """
    and but or nor that which who whom whose when where while because since after before until
    unless if although though whether as than to of in on at by for from with without into during
    despite about against among between under over through near following according
    """
)


def find_dateline(words: str) -> str:
    """The place and agency that a report opens with ("LOWMARCH (HPU) - "), or nothing."""
    match = _DATELINE.match(words)
    return match[0] if match else ""


def is_statement(words: str) -> bool:
    """Whether a sentence states something: no question, heading, credit or dateline."""
    bare = words.strip()
    return (
        bare.rstrip(_CLOSERS).endswith(tuple(_ENDS))
        and count_words(bare) >= _FEWEST_WORDS
        and not _is_furniture(bare)
        and has_finite_verb(bare)
    )


def is_headline_statement(words: str) -> bool:
    """Whether a headline or standfirst states something: it needs no full stop, but a verb."""
    bare = words.strip()
    return (
        not bare.rstrip(_CLOSERS).endswith("?")
        and count_words(bare) >= _FEWEST_WORDS
        and not _is_furniture(bare)
        and has_finite_verb(bare)
    )


def is_clause(words: str) -> bool:
    """Whether a part of a sentence stands alone: a subject before its verb, nothing left open."""
    found = split_words(words)
    return (
        len(found) >= _FEWEST_WORDS_OF_CLAUSE
        and found[0].lower() not in _NO_OPENER
        and not is_finite_verb(found[0].lower())
        and not found[0].endswith("ing")
        and not _is_furniture(words)
        and has_finite_verb(words)
        and _is_whole(words)
    )


def _is_furniture(words: str) -> bool:
    """Whether a line is the page's and not the report's: credits, invitations, links."""
    bare = words.lstrip(_OPENERS)
    return bool(_FURNITURE.match(bare) or _SIGNED.match(bare))


def is_list_open(words: str) -> bool:
    """Whether what stands after the last comma is one of several things and no clause."""
    _, comma, last = words.rpartition(",")
    return bool(comma) and not has_finite_verb(last)


def _is_whole(words: str) -> bool:
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return words.count('"') % 2 == 0 and all(words.count(a) == words.count(b) for a, b in pairs)
