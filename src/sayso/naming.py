"""Names as they are compared: a phrase in, its words out, without what spellings differ in."""

import re
import unicodedata
from functools import lru_cache

POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_WORD = re.compile(r"[^\W_](?:[\w'’.&-]*[\w&])?\.?|&")
_HYPHEN = re.compile(r"[-‐‑–]")


def split_words(phrase: str) -> list[str]:
    """The words of a phrase, without possessive endings and closing dots of titles."""
    return [POSSESSIVE.sub("", word) for word in _WORD.findall(phrase)]


@lru_cache(maxsize=20_000)
def key_of(word: str) -> str:
    """A word as it is compared: without accents, case, dots and hyphens."""
    if word.isalpha() and word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if c.isalnum() or c == "&").casefold()


@lru_cache(maxsize=20_000)
def keys_of(phrase: str) -> tuple[str, ...]:
    """The compared words of a name; hyphens part words, so "Song-Gil" is "Song Gil"."""
    words = (part for word in split_words(phrase) for part in _HYPHEN.split(word))
    return tuple(key for word in words if (key := key_of(word)))
