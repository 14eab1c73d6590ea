"""What can go wrong while measuring, one class each."""


class BenchError(Exception):
    """Root of the errors of the measuring programs."""


class UnknownReport(BenchError):
    """A prediction for a report that the gold does not have."""

    def __init__(self, report_id: str) -> None:
        super().__init__(f"predicted report {report_id!r} is not among the gold reports")
        self.report_id = report_id


class TextsDiffer(BenchError):
    """Prediction and gold were made on different texts, so their offsets cannot be compared."""

    def __init__(self, report_id: str) -> None:
        super().__init__(f"report {report_id!r}: the predicted text is not the gold text")
        self.report_id = report_id


class UnknownFloor(BenchError):
    """A floor that is not in the table."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there is no floor {name!r}; known: {', '.join(known)}")
        self.name = name


class FloorWouldSink(BenchError):
    """An update would lower floors that nobody named."""

    def __init__(self, names: tuple[str, ...]) -> None:
        options = " ".join(f"--lower-floor {name}" for name in names)
        super().__init__(
            f"measured under the pinned floor: {', '.join(names)}; to lower on purpose: {options}"
        )
        self.names = names


class NoParagraphs(BenchError):
    """No text to make reports from."""

    def __init__(self, folders: tuple[str, ...]) -> None:
        super().__init__(
            f"no paragraphs in {', '.join(folders)}; the speed run needs their reports"
        )
        self.folders = folders


class CommandFailed(BenchError):
    """A timed command ended with an error, so its time means nothing."""

    def __init__(self, command: list[str], status: int) -> None:
        super().__init__(
            f"{' '.join(command)} ended with status {status}; run it by hand to see why"
        )
        self.command, self.status = command, status
