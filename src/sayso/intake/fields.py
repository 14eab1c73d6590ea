"""Where the lines of a foreign JSONL dump keep what sayso reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields as list_fields

from sayso.errors import BadFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The key of each field of a report; dots lead into objects: ``meta.date``."""

    text: str = "text"
    id: str = "id"
    title: str = "title"
    publisher: str = "publisher"
    url: str = "url"
    date: str = "date"


OWN_FIELDS = Fields()
FIELD_NAMES = tuple(field.name for field in list_fields(Fields))


def read_fields(words: str) -> Fields:
    """The mapping written as ``text=body,date=meta.published``; what is left out keeps its name.

    Raises: BadFields.
    """
    key_by_name: dict[str, str] = {}
    for pair in words.split(","):
        name, _, key = (part.strip() for part in pair.partition("="))
        if name not in FIELD_NAMES or not key or name in key_by_name:
            raise BadFields(words, FIELD_NAMES)
        key_by_name[name] = key
    return Fields(**key_by_name)


def find_value(line: Mapping[str, object], key: str) -> object:
    """What a key of this name holds, else what its dots lead to; ``None`` where it is absent."""
    if key in line or "." not in key:
        return line.get(key)
    value: object = line
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value
