"""Which words of a text are quoted: a text in, the stretches between quotation marks out."""

import re

from sayso.records import Span

# A quote ends with its paragraph. A single mark opens before a word and closes after one, so that
# neither "won't" nor "the miners' union" is a quote.
_QUOTED = re.compile(
    r"“[^“”\n]*(?:”|$)"
    r"|\"[^\"\n]*(?:\"|$)"
    r"|(?<!\w)‘[^‘\n]{0,400}?(?<!\s)’(?!\w)"
    r"|(?<!\w)'(?=\w)[^'\n\"“”]{0,400}(?:(?<=\w)'(?=\w)[^'\n\"“”]{0,400}){0,9}'(?!\w)",
    re.MULTILINE,
)


def find_quoted(text: str) -> tuple[Span, ...]:
    """The stretches between quotation marks, in text order."""
    return tuple(Span(*match.span()) for match in _QUOTED.finditer(text))
