"""Where the sentences of a report begin and end: text in, spans out."""

import re

from sayso.records import Span

_END = re.compile(r"""[.!?…]+["'”’)\]]*(?=\s+)|\n[ \t\r\f\v]*\n|\n""")
_ABBREVIATION = re.compile(
    r"""(?:^|[\s("'“‘\[])(?:
        Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Pres|Gov|Sen|Rep|Reps|Sens|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Const|Supt|
        Insp|Det|Atty|Amb|Sec|Fr|Sr|Jr|St|Ste|Mt|Ft|No|Nos|vs|v|Inc|Ltd|Corp|Co|Bros|dept|est|approx|
        Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|
        Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|
        Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|
        e\.g|i\.e|cf|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]
    )\.$""",
    re.VERBOSE,
)
_SENTENCE_OPENER = re.compile(r"""\s*["'“‘(\[]*[A-Z0-9]""")
_LONGEST_ABBREVIATION = 12


def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences in text order, without the white space around them; a line break ends one.

    Units: half-open code-point offsets.
    """
    sentences = []
    start = 0
    for mark in _END.finditer(text):
        if _ends_sentence(text, mark):
            sentences.append(_trimmed(text, start, mark.end()))
            start = mark.end()
    sentences.append(_trimmed(text, start, len(text)))
    return tuple(span for span in sentences if len(span))


def _ends_sentence(text: str, mark: re.Match[str]) -> bool:
    if mark.group()[0] == "\n":
        return True
    if not _SENTENCE_OPENER.match(text, mark.end()) and mark.group()[0] not in "!?":
        return bool(text[mark.end() : mark.end() + 1] in "\r\n")
    if mark.group()[0] in "!?" and not _SENTENCE_OPENER.match(text, mark.end()):
        return False
    before = text[max(0, mark.start() - _LONGEST_ABBREVIATION) : mark.start() + 1]
    return mark.group() != "." or not _ABBREVIATION.search(before)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
