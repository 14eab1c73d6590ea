"""Everything that can go wrong, one class each, with a stable code and its message."""

from typing import ClassVar

_LONGEST_SHOWN = 60


class SaysoError(Exception):
    """Root of all errors that sayso raises on purpose."""

    code: ClassVar[str] = "S000"


class MissingExtra(SaysoError):
    """A feature needs packages that the core install does not bring."""

    code = "S001"

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs the extra {extra!r}: pip install 'sayso[{extra}]'")
        self.feature, self.extra = feature, extra


class BadSetting(SaysoError):
    """A setting has a value that cannot be used."""

    code = "S002"

    def __init__(self, name: str, value: object, reason: str) -> None:
        super().__init__(f"setting {name} = {value!r} cannot be used: {reason}")
        self.name, self.value = name, value


class ReadError(SaysoError):
    """An input that gives no report."""

    code = "R000"

    def __init__(self, origin: str, what: str) -> None:
        super().__init__(f"{origin}: {what}")
        self.origin = origin


class FileMissing(ReadError):
    """A name that leads to no file or folder."""

    code = "R001"

    def __init__(self, origin: str) -> None:
        super().__init__(origin, "there is no such file or folder; check the name")


class FileUnreadable(ReadError):
    """A file that the system does not let sayso read."""

    code = "R002"

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(origin, f"cannot be read: {reason}; check its permissions")
        self.reason = reason


class FolderEmpty(ReadError):
    """A folder without a single report."""

    code = "R003"

    def __init__(self, origin: str, suffixes: tuple[str, ...]) -> None:
        super().__init__(
            origin, f"the folder holds no report; files ending in {', '.join(suffixes)} are read"
        )
        self.suffixes = suffixes


class InputEmpty(ReadError):
    """An input of nothing but white space."""

    code = "R004"

    def __init__(self, origin: str) -> None:
        super().__init__(origin, "is empty or white space only; give a file that holds a report")


class InputTooLarge(ReadError):
    """An input above the size limit."""

    code = "R005"

    def __init__(self, origin: str, *, n_bytes: int, max_bytes: int) -> None:
        super().__init__(
            origin,
            f"has {n_bytes:,} bytes or more, the limit is {max_bytes:,};"
            " split it into single reports or raise SAYSO_MAX_MEGABYTES",
        )
        self.n_bytes, self.max_bytes = n_bytes, max_bytes


class InputBinary(ReadError):
    """An input that is no text."""

    code = "R006"

    def __init__(self, origin: str, looks_like: str) -> None:
        super().__init__(
            origin, f"is no text, it looks like {looks_like}; convert it to text first"
        )
        self.looks_like = looks_like


class WrongEncoding(ReadError):
    """Bytes that are not in the encoding the input has or declares."""

    code = "R007"

    def __init__(self, origin: str, *, encoding: str, offset: int, byte: int) -> None:
        super().__init__(
            origin,
            f"is not {encoding}: byte 0x{byte:02x} at offset {offset} cannot be decoded;"
            " save it as UTF-8",
        )
        self.encoding, self.offset, self.byte = encoding, offset, byte


class EncodingUnknown(ReadError):
    """A page that declares an encoding sayso does not know."""

    code = "R008"

    def __init__(self, origin: str, encoding: str) -> None:
        super().__init__(origin, f"declares the unknown encoding {encoding!r}; save it as UTF-8")
        self.encoding = encoding


class ArticleMissing(ReadError):
    """A page without the text of an article."""

    code = "R009"

    def __init__(self, origin: str) -> None:
        super().__init__(origin, "no article was found on the page; copy its text into a .txt file")


class PageBroken(ReadError):
    """A page whose markup cannot be taken apart."""

    code = "R010"

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(
            origin, f"its HTML cannot be taken apart ({reason}); copy its text into a .txt file"
        )
        self.reason = reason


class NotEnglish(ReadError):
    """A report in another language."""

    code = "R011"

    def __init__(self, origin: str, *, share: float, floor: float) -> None:
        super().__init__(
            origin,
            f"is not in English: {share:.1%} of its words are common English words,"
            f" a report has at least {floor:.0%}; sayso reads English only",
        )
        self.share, self.floor = share, floor


class BadJsonLine(ReadError):
    """A line that is not one JSON object."""

    code = "R012"

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(origin, f"is not a JSON object: {reason}; write one object a line")
        self.reason = reason


class BadField(ReadError):
    """A field of a JSON line that is absent or of the wrong kind."""

    code = "R013"

    def __init__(self, origin: str, *, name: str, value: object, wanted: str) -> None:
        super().__init__(origin, f'field "{name}" is {_shown(value)}, it must be {wanted}')
        self.name, self.value, self.wanted = name, value, wanted


class BadDate(ReadError):
    """A given date that is not ISO 8601."""

    code = "R014"

    def __init__(self, origin: str, value: str) -> None:
        super().__init__(
            origin,
            f"date {_shown(value)} is not a calendar date;"
            " write YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm with an optional zone",
        )
        self.value = value


def _shown(value: object) -> str:
    text = "absent" if value is None else ascii(value)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "..."


class EncoderError(SaysoError):
    """The network or its weights cannot be used."""

    code = "E000"


class WeightsMissing(EncoderError):
    """A file of the encoder package is not there."""

    code = "E001"

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: the encoder package lacks this file; reinstall sayso")
        self.path = path


class WeightsChanged(EncoderError):
    """A file of the encoder package is not the one its manifest names."""

    code = "E002"

    def __init__(self, path: str, *, expected: str, found: str) -> None:
        super().__init__(
            f"{path}: SHA-256 is {found}, the manifest says {expected};"
            " the file was changed or cut, reinstall sayso"
        )
        self.path, self.expected, self.found = path, expected, found


class ManifestUnreadable(EncoderError):
    """The manifest does not describe a package that this version can use."""

    code = "E003"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}; this version of sayso cannot use these weights")
        self.path = path


class UnknownStyle(EncoderError):
    """An annotation style that the network was not trained for."""

    code = "E004"

    def __init__(self, style: str, known: tuple[str, ...]) -> None:
        super().__init__(f"style {style!r} is unknown; the network knows {', '.join(known)}")
        self.style = style


class ExportError(SaysoError):
    """A result cannot be written."""

    code = "X000"


class CannotWrite(ExportError):
    """The output file cannot be written."""

    code = "X001"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: cannot be written: {reason}; nothing was changed there")
        self.path = path
