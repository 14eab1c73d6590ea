"""Full-text search over claims and documents: FTS5 in SQLite, tsvector in PostgreSQL.

Words are cut and shortened here and not there, so that both find the same: words without case,
accents and English endings, and no word is too common to count. The indexes hold no text of their
own, only where words stand.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, cast, column, table
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.sql.expression import FromClause, text

from sayso.ledger.engine import is_on_server
from sayso.ledger.stems import find_stem

CLAIM_WORDS, DOCUMENT_WORDS = "claim_words", "document_words"
MOST_WORDS = 200
"""What a query may have: SQLite refuses expressions that are nested deeper than 256 times."""
# Where a word stands in a whole report is not kept: that would take as much room as all claims.
_DETAIL = {CLAIM_WORDS: "detail=full", DOCUMENT_WORDS: "detail=none"}
_TOKENIZER = "ascii"  # cuts at spaces what is here already words and spaces
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_NO_WORD = re.compile(r"[\W_]+")
_LONGEST_WORD = 500
# PostgreSQL takes no more than a megabyte of different words with their places.
_LONGEST_TEXT, _MOST_BYTES, _BYTES_PER_PLACE = 60_000, 1_000_000, 8


@dataclass(frozen=True, slots=True)
class Match:
    """What to join for words that are looked for: the index, its key, and the condition."""

    index: FromClause
    key: ColumnElement[int]
    condition: ColumnElement[bool]


def insert(connection: Connection, name: str, rows: Iterable[tuple[int, str]]) -> None:
    """Adds texts under their keys."""
    is_server = is_on_server(connection)
    values = [{"key": key, "words": to_stored(name, words, is_server)} for key, words in rows]
    if values:
        key, words = ("key", "cast(:words as tsvector)") if is_server else ("rowid", ":words")
        made = text(f"insert into {name} ({key}, words) values (:key, {words})")
        connection.execute(made, values)


def match(connection: Connection, name: str, phrases: Sequence[str]) -> Match:
    """Where all these phrases stand."""
    quote, beside, both = ("'", "' <-> '", " & ") if is_on_server(connection) else ('"', " ", " ")
    asked = both.join(f"{quote}{beside.join(each.split(' '))}{quote}" for each in phrases)
    if is_on_server(connection):
        index = table(name, column("key"), column("words"))
        return Match(index, index.c.key, index.c.words.op("@@")(cast(asked, TSQUERY)))
    index = table(name, column("rowid"), column(name))
    return Match(index, index.c.rowid, index.c[name].op("match")(asked))


def find_phrases(words: str) -> tuple[str, ...]:
    """The words and "phrases in quotation marks" that somebody looks for, as they stand in an
    index."""
    found = (to_plain(quoted or single) for quoted, single in _PHRASE.findall(words))
    return tuple(dict.fromkeys(phrase for phrase in found if phrase))


def to_plain(words: str) -> str:
    """The words without case, accents, marks and endings, a space between two."""
    if not words.isascii():
        words = _ACCENTS.sub("", unicodedata.normalize("NFKD", words)).casefold()
    plain = _NO_WORD.sub(" ", words).lower().split()
    return " ".join([find_stem(word[:_LONGEST_WORD]) for word in plain])


def to_stored(name: str, words: str, is_server: bool) -> str:
    """What an index takes for a text: the words, or on a server a tsvector."""
    plain = to_plain(words)
    if not is_server:
        return plain
    fitting = plain.split() if len(plain) <= _LONGEST_TEXT else list(_cut(plain.split()))
    if name == DOCUMENT_WORDS:
        return " ".join(f"'{word}'" for word in dict.fromkeys(fitting))
    return " ".join(f"'{word}':{place}" for place, word in enumerate(fitting, start=1))


def make_statement(name: str, *, is_server: bool) -> str:
    """What makes an index, empty."""
    if is_server:
        return f"create table {name} (key bigint primary key, words tsvector not null)"
    options = f"words, content='', columnsize=0, tokenize='{_TOKENIZER}', {_DETAIL[name]}"
    return f"create virtual table {name} using fts5({options})"


def _cut(words: Iterable[str]) -> Iterator[str]:
    """The words of a text up to the last that fits."""
    known: set[str] = set()
    n_bytes = 0
    for word in words:
        if word not in known:
            known.add(word)
            n_bytes += len(word.encode()) + _BYTES_PER_PLACE
        if n_bytes > _MOST_BYTES:
            return
        yield word
