"""Full-text search over claims and documents: FTS5 in SQLite, tsvector in PostgreSQL.

Both find the same: words without case, accents and English endings, and no word is too common to
count. The indexes hold no text of their own, only where words stand.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, column, func, table
from sqlalchemy.sql.expression import FromClause, text

CLAIM_WORDS, DOCUMENT_WORDS = "claim_words", "document_words"
_TOKENIZER = "porter unicode61 remove_diacritics 0"
_CONFIGURATION = "sayso"
# Where a word stands in a whole report is not kept: that would take as much room as all claims.
_DETAIL = {CLAIM_WORDS: "detail=full", DOCUMENT_WORDS: "detail=none"}
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_NO_WORD = re.compile(r"[\W_]+")
_PREPARE_SERVER = (
    "create text search dictionary sayso_stem (template = snowball, language = english)",
    f"create text search configuration {_CONFIGURATION} (copy = english)",
    f"alter text search configuration {_CONFIGURATION} alter mapping for"
    " asciiword, word, hword, hword_part, asciihword, hword_asciipart with sayso_stem",
)


@dataclass(frozen=True, slots=True)
class Match:
    """What to join for words that are looked for: the index, its key, and the condition."""

    index: FromClause
    key: ColumnElement[int]
    condition: ColumnElement[bool]


def create(connection: Connection) -> None:
    """Makes both indexes, empty."""
    for statement in _find_statements(is_server=_is_server(connection)):
        connection.exec_driver_sql(statement)


def insert(connection: Connection, name: str, rows: Iterable[tuple[int, str]]) -> None:
    """Adds texts under their keys."""
    values = [{"key": key, "words": to_plain(words)} for key, words in rows]
    if values:
        key, words = "rowid", ":words"
        if _is_server(connection):
            key, words = "key", f"to_tsvector('{_CONFIGURATION}', :words)"
        made = text(f"insert into {name} ({key}, words) values (:key, {words})")
        connection.execute(made, values)


def match(connection: Connection, name: str, words: str) -> Match | None:
    """Where all the words and "phrases in quotation marks" stand; ``None`` when there are none to
    look for."""
    phrases = find_phrases(words)
    if not phrases:
        return None
    if _is_server(connection):
        index = table(name, column("key"), column("words"))
        found = (func.phraseto_tsquery(_CONFIGURATION, phrase) for phrase in phrases)
        return Match(index, index.c.key, and_(*(index.c.words.op("@@")(each) for each in found)))
    index = table(name, column("rowid"), column(name))
    asked = " ".join(f'"{phrase}"' for phrase in phrases)
    return Match(index, index.c.rowid, index.c[name].op("match")(asked))


def find_phrases(words: str) -> tuple[str, ...]:
    """The words and quoted phrases of what somebody looks for, as they stand in an index."""
    found = (to_plain(quoted or single) for quoted, single in _PHRASE.findall(words))
    return tuple(phrase for phrase in found if phrase)


def to_plain(words: str) -> str:
    """The words without case, accents and marks, a space between two."""
    if not words.isascii():
        words = _ACCENTS.sub("", unicodedata.normalize("NFKD", words))
    return _NO_WORD.sub(" ", words).strip().lower()


def _find_statements(*, is_server: bool) -> Iterator[str]:
    if is_server:
        yield from _PREPARE_SERVER
    for name in (CLAIM_WORDS, DOCUMENT_WORDS):
        if is_server:
            yield f"create table {name} (key bigint primary key, words tsvector not null)"
            yield f"create index {name}_index on {name} using gin (words)"
        else:
            options = f"words, content='', columnsize=0, tokenize='{_TOKENIZER}', {_DETAIL[name]}"
            yield f"create virtual table {name} using fts5({options})"


def _is_server(connection: Connection | Any) -> bool:
    return bool(connection.dialect.name == "postgresql")
