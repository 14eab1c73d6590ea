"""English words without their endings: a word in, what it has in common with its other forms out.

Source: the English stemmer of Snowball, as PostgreSQL has it too; here it makes both databases find
the same.
"""

from functools import lru_cache
from threading import Lock

from snowballstemmer import stemmer

_LONGEST = 64  # what is longer is no English word
_ENGLISH = stemmer("english")
_LOCK = Lock()  # a stemmer holds the word that it is at


@lru_cache(maxsize=100_000)
def find_stem(word: str) -> str:
    """The stem of a word in small letters; other words as they are."""
    if len(word) > _LONGEST:
        return word
    with _LOCK:
        return str(_ENGLISH.stemWord(word))
