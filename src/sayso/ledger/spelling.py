"""Names across reports: which spellings are one name, and which may be."""

import re
import unicodedata

from sayso.naming import keys_of

_ARTICLE = "the"
# Letters that romanisations of one name differ in; what is left are its consonants.
_SOUNDS = (
    (re.compile(r"ph"), "f"),
    (re.compile(r"ts?ch|tsh|cz|zh|dj|ch|sch|sh|j"), "c"),
    (re.compile(r"ck|q|kh|gh|g|k|x"), "k"),
    (re.compile(r"th|dh|d|t"), "t"),
    (re.compile(r"[bp]"), "p"),
    (re.compile(r"[lr]"), "l"),
    (re.compile(r"[vw]"), "v"),
    (re.compile(r"[sz]"), "s"),
    (re.compile(r"[aeiouyh]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def fold(name: str) -> str:
    """A name as it is compared: its words without case, accents, hyphens and a leading article."""
    words = keys_of(name) or tuple(unicodedata.normalize("NFKC", name).casefold().split())
    return " ".join(words[1:] if len(words) > 1 and words[0] == _ARTICLE else words)


def find_skeleton(folded: str) -> str:
    """The consonants of a name of several words, alike for "Jo Song Gil" and "Cho Song-gil"; empty
    for one word, which is too little to go by."""
    if " " not in folded:
        return ""
    letters = folded.replace(" ", "")
    for sound, letter in _SOUNDS:
        letters = sound.sub(letter, letters)
    return letters
