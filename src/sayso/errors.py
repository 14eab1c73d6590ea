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


class BadFields(BadSetting):
    """A mapping of fields that cannot be used."""

    code = "S003"

    def __init__(self, words: str, known: tuple[str, ...]) -> None:
        names = ", ".join(known)
        super().__init__(
            "--fields", words, f"write NAME=KEY,NAME=KEY, each NAME once and one of {names}"
        )
        self.known = known


class ReadError(SaysoError):
    """An input that gives no report."""

    code = "R000"

    def __init__(self, origin: str, what: str) -> None:
        super().__init__(f"{origin}: {what}")
        self.origin = origin

    def __reduce__(self) -> tuple[object, ...]:
        # The constructors of the classes below take what happened, not the message.
        return _restore, (type(self), self.args, self.__dict__)


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


class ContainerEmpty(ReadError):
    """An archive or a feed without a single report."""

    code = "R015"

    def __init__(self, origin: str, wanted: str) -> None:
        super().__init__(origin, f"holds no report; {wanted} are read")
        self.wanted = wanted


class ArchiveBroken(ReadError):
    """A damaged part of an archive, whose other parts are read all the same."""

    code = "R016"

    def __init__(self, origin: str, *, offset: int, reason: str) -> None:
        super().__init__(
            origin,
            f"is damaged at byte {offset:,} ({reason}); that part is left out, what follows is"
            " read; fetch the archive anew if you need it all",
        )
        self.offset, self.reason = offset, reason


class CompressionBroken(ReadError):
    """A page whose compression cannot be undone."""

    code = "R017"

    def __init__(self, origin: str, *, compression: str, reason: str) -> None:
        super().__init__(
            origin,
            f"its bytes cannot be unpacked as {_shown(compression)} ({reason}); fetch it anew",
        )
        self.compression, self.reason = compression, reason


class CompressionUnknown(ReadError):
    """A page in a compression that sayso does not know."""

    code = "R018"

    def __init__(self, origin: str, *, compression: str, known: tuple[str, ...]) -> None:
        super().__init__(
            origin,
            f"is compressed as {_shown(compression)}; sayso unpacks {', '.join(known)}",
        )
        self.compression, self.known = compression, known


class FeedBroken(ReadError):
    """A feed that cannot be taken apart."""

    code = "R019"

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(
            origin, f"is no feed that can be read ({reason}); RSS and Atom are, in any version"
        )
        self.reason = reason


class MailBroken(ReadError):
    """A mail that cannot be taken apart."""

    code = "R020"

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(
            origin, f"is no mail that can be read ({reason}); copy its text into a .txt file"
        )
        self.reason = reason


class PdfLocked(ReadError):
    """A PDF that opens with a password only."""

    code = "R021"

    def __init__(self, origin: str) -> None:
        super().__init__(
            origin, "opens with a password only; save a copy without one, or its text as .txt"
        )


class PdfBroken(ReadError):
    """A PDF that cannot be taken apart."""

    code = "R022"

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(
            origin, f"is no PDF that can be read ({reason}); save its text into a .txt file"
        )
        self.reason = reason


class PdfWithoutText(ReadError):
    """A PDF of pictures, without letters."""

    code = "R023"

    def __init__(self, origin: str, n_pages: int) -> None:
        super().__init__(
            origin,
            f"has {n_pages:,} pages and no text, it may be a scan; run text recognition first",
        )
        self.n_pages = n_pages


class BadAddress(ReadError):
    """A web address that cannot be asked for."""

    code = "R024"

    def __init__(self, origin: str) -> None:
        super().__init__(
            origin,
            "is no web address that can be fetched; it must be http:// or https:// and a host",
        )


class HostUnreachable(ReadError):
    """A web server that cannot be reached or does not answer in time."""

    code = "R025"

    def __init__(self, origin: str, *, host: str, reason: str) -> None:
        super().__init__(
            origin, f"{host} cannot be reached ({reason}); check the address and the connection"
        )
        self.host, self.reason = host, reason


class PageRefused(ReadError):
    """A web server that answers with something other than the page."""

    code = "R026"

    def __init__(self, origin: str, *, url: str, status: int) -> None:
        super().__init__(
            origin, f"the server answers with status {status} at {url}; open it in a browser"
        )
        self.url, self.status = url, status


class RedirectRefused(ReadError):
    """A redirect that sayso does not follow."""

    code = "R027"

    def __init__(self, origin: str, *, url: str, reason: str) -> None:
        super().__init__(
            origin,
            f"leads on to {_shown(url)}, {reason}; name that address yourself if you trust it",
        )
        self.url, self.reason = url, reason


class TypeRefused(ReadError):
    """A web address that leads to something other than a page, a feed, a text or a PDF."""

    code = "R028"

    def __init__(self, origin: str, media_type: str, known: tuple[str, ...]) -> None:
        super().__init__(
            origin, f"is of the type {_shown(media_type)}; sayso reads {', '.join(known)}"
        )
        self.media_type, self.known = media_type, known


def _shown(value: object) -> str:
    text = "absent" if value is None else ascii(value)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "..."


def _restore(
    kind: type[ReadError], words: tuple[object, ...], facts: dict[str, object]
) -> ReadError:
    error = kind.__new__(kind, *words)
    error.__dict__.update(facts)
    return error


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


class LedgerError(SaysoError):
    """A ledger that cannot be opened, written, asked or believed."""

    code = "L000"


class PlaceError(LedgerError):
    """What the database says about the ledger at a place."""

    code = "L100"
    advice: ClassVar[str]

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {self.advice} ({_first_line(reason)})")
        self.place, self.reason = place, reason


class LedgerMissing(LedgerError):
    """There is no ledger at this place."""

    code = "L001"

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place}: there is no ledger here; make one with `sayso add FILE...`, or name another"
            " with --ledger or SAYSO_LEDGER"
        )
        self.place = place


class LedgerReadOnly(PlaceError):
    """A ledger that this user may not write."""

    code = "L002"
    advice = "the ledger cannot be written; check the permissions of the file and of its folder"


class LedgerBusy(PlaceError):
    """Somebody else holds the ledger for longer than sayso waits."""

    code = "L003"
    advice = "another program is writing the ledger; try again when it is done"


class LedgerFull(PlaceError):
    """There is no room for the ledger to grow."""

    code = "L004"
    advice = (
        "there is no room for the ledger to grow; every report that was told as added is safe,"
        " free some space and run the same command again"
    )


class LedgerDamaged(PlaceError):
    """A file that is no ledger, or is one no longer."""

    code = "L005"
    advice = (
        "the file is damaged or no ledger; `sayso verify` tells what still holds,"
        " a copy of it from before is the way back"
    )


class LedgerUnreachable(PlaceError):
    """A database server that does not answer."""

    code = "L006"
    advice = "the database server cannot be reached; check the address and that it runs"


class LedgerRefused(PlaceError):
    """The database refuses what sayso asked, for a reason that sayso does not know."""

    code = "L007"
    advice = "the database refused"


class LedgerTooNew(LedgerError):
    """A ledger of a later version of sayso."""

    code = "L008"

    def __init__(self, place: str, revision: str, known: str) -> None:
        super().__init__(
            f"{place}: its schema is {revision!r}, this version of sayso knows {known!r};"
            " install the newest sayso"
        )
        self.place, self.revision, self.known = place, revision, known


class LedgerTooOld(LedgerError):
    """A ledger of an earlier version of sayso that cannot be brought up to date here."""

    code = "L009"

    def __init__(self, place: str, revision: str, known: str) -> None:
        super().__init__(
            f"{place}: its schema is {revision!r}, not {known!r}, and only who may write it can"
            " bring it up to date: `sayso status` does, on a copy if need be"
        )
        self.place, self.revision, self.known = place, revision, known


class UnknownId(LedgerError):
    """An id that nothing in the ledger has."""

    code = "L010"

    def __init__(self, id: str, wanted: str) -> None:
        super().__init__(
            f"{_shown(id)}: the ledger has nothing of this id; {wanted}, all of it or its beginning"
        )
        self.id = id


class AmbiguousId(LedgerError):
    """The beginning of several ids."""

    code = "L011"

    def __init__(self, id: str, found: tuple[str, ...]) -> None:
        super().__init__(f"{_shown(id)}: several ids begin so: {', '.join(found)}; give more of it")
        self.id, self.found = id, found


class UnknownName(LedgerError):
    """A name that no report in the ledger has."""

    code = "L012"

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        hint = f"did you mean {', '.join(map(_shown, near))}?" if near else "check its spelling"
        super().__init__(f"{_shown(name)}: no report in the ledger has this name; {hint}")
        self.name, self.near = name, near


class BadFilter(LedgerError):
    """A filter with a value that it cannot have."""

    code = "L013"

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"{name} {_shown(value)}: it must be {wanted}")
        self.name, self.value, self.wanted = name, value, wanted


class BadJudgement(LedgerError):
    """A decision that cannot be kept as it was given."""

    code = "L014"

    def __init__(self, subject: str, reason: str) -> None:
        super().__init__(f"{_shown(subject)}: {reason}; nothing was kept")
        self.subject, self.reason = subject, reason


class BadExport(LedgerError):
    """A file that is to be compared with a ledger and is no export of sayso."""

    code = "L017"

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"{where}: this line is no reading: {reason}; give what `sayso read --json` or"
            " `sayso show DOCUMENT --json` wrote"
        )
        self.where, self.reason = where, reason


class NothingToUndo(LedgerError):
    """No decision is left that could be taken back."""

    code = "L015"

    def __init__(self, subject: str) -> None:
        super().__init__(
            f"{subject}: there is no decision to take back; `sayso judgements` lists all that hold"
        )
        self.subject = subject


class ReaderLost(LedgerError):
    """A reading process that ended before its time."""

    code = "L016"

    def __init__(self, n_added: int) -> None:
        super().__init__(
            "a reading process was ended from outside, perhaps for want of memory;"
            f" the {n_added:,} reports told as added are safe, run the same command again, with"
            " fewer --jobs"
        )
        self.n_added = n_added


def _first_line(words: str) -> str:
    return words.strip().partition("\n")[0]


class ExportError(SaysoError):
    """A result cannot be written."""

    code = "X000"


class CannotWrite(ExportError):
    """The output file cannot be written."""

    code = "X001"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: cannot be written: {reason}; nothing was changed there")
        self.path = path
