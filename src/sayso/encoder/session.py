"""The network at work: tokens of a text in, scores of every window out."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from sayso.encoder.ahead import run_ahead
from sayso.encoder.decoding import Decoding
from sayso.encoder.labels import STYLES
from sayso.encoder.package import CUE_FILE, SHIPPED, TOKEN_FILE, TOKENIZER_FILE, open_package
from sayso.encoder.recall import Recall
from sayso.encoder.tokens import Tokens, load_tokenizer, tokenize
from sayso.encoder.windows import Window, make_windows
from sayso.errors import UnknownStyle
from sayso.records import Span

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

WINDOW_LENGTH = 384
WINDOW_MARGIN = 24
# Cue starts less likely than this are not looked at where no threshold is chosen yet.
CANDIDATE_LOGIT = -2.0


@dataclass(frozen=True, slots=True)
class WindowScores:
    """What the network says of one window and of the possible cues that start in its core.

    Shapes: anchors, spans, parents and labels have one row per cue; spans [cues, roles, 3, tokens
    of the window]; parents [cues, 1 + tokens of the window], column 0 is "none"; names [cues, 2,
    1 + tokens of the window], where the source's name begins and ends, column 0 is "nowhere"; times
    [tokens of the core, 3]; events [tokens of the core, 1 + events + actors]: by how much a token
    counts, and what it says of the event and of who takes part.
    Units: ``cues`` are token indices of the whole text; scores are logits.
    """

    window: Window
    cues: Integers
    anchors: Floats
    spans: Floats
    parents: Floats
    names: Floats
    source_types: Floats
    acts: Floats
    certainties: Floats
    times: Floats
    events: Floats


class Encoder:
    """The loaded network; it reads as many windows at once as it has threads.

    Cues under the threshold of a style are not looked at, unless ``all_candidates`` asks for them.
    Of the last ``n_recalled`` windows the scores are kept, for texts that come again; ``recall``
    counts how often one did.

    A window on each thread is half as fast again as all threads on one window (tokens a second of
    the int8 network on two cores), and the scores of a window do not depend on the others.
    """

    def __init__(
        self,
        folder: Path = SHIPPED,
        *,
        threads: int = 2,
        all_candidates: bool = False,
        n_recalled: int = 0,
    ) -> None:
        self.recall: Recall[WindowScores] = Recall(n_recalled)
        package = open_package(folder)
        self._all_candidates = all_candidates
        self.name = package.name
        self._decoding = package.decoding
        self._tokenizer = load_tokenizer(package.file(TOKENIZER_FILE))
        self._tokens = _open_session(package.file(TOKEN_FILE))
        self._cues = _open_session(package.file(CUE_FILE))
        self._n_ahead = threads + 1
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="sayso-encoder")

    def tokenize(self, text: str) -> Tokens:
        """The tokens of a text."""
        return tokenize(text, self._tokenizer)

    def score(
        self, tokens: Tokens, sentences: tuple[Span, ...], *, style: str = "sayso"
    ) -> Iterator[WindowScores]:
        """The scores of every window in text order, the next ones in the making while one is used.

        Raises: UnknownStyle.
        """
        if style not in STYLES:
            raise UnknownStyle(style, STYLES)
        number = np.array([STYLES.index(style)], dtype=np.int64)
        is_chosen = style in self._decoding and not self._all_candidates
        least = self._decoding[style].cue_threshold if is_chosen else CANDIDATE_LOGIT
        breaks = np.searchsorted(tokens.starts, [sentence.start for sentence in sentences])
        windows = make_windows(breaks, len(tokens), length=WINDOW_LENGTH, margin=WINDOW_MARGIN)
        return run_ahead(
            self._pool,
            lambda window: self._recall_window(tokens, window, number, least),
            windows,
            n_ahead=self._n_ahead,
        )

    def decoding(self, style: str) -> Decoding:
        """How this network's scores become decisions in a style."""
        return self._decoding.get(style, Decoding())

    def run_bare(self, pieces: Iterable[tuple[Tokens, int, int]]) -> None:
        """Runs the token network alone over pieces ``(tokens, start, end)`` of texts, for measuring
        its speed."""
        style = np.array([1], dtype=np.int64)
        results = run_ahead(
            self._pool,
            lambda piece: self._run_tokens(*piece, style),
            pieces,
            n_ahead=self._n_ahead,
        )
        deque(results, maxlen=0)

    def _recall_window(
        self, tokens: Tokens, window: Window, style: Integers, least: float
    ) -> WindowScores:
        inside = slice(window.start, window.end)
        seen = (tokens.ids[inside], tokens.shapes[inside], tokens.paragraphs[inside], style)
        core = (window.core_start - window.start, window.core_end - window.start)
        key = (core, least, *(each.tobytes() for each in seen))
        known = self.recall.get(key, lambda: self._score_window(tokens, window, style, least))
        moved_by = window.start - known.window.start
        return replace(known, window=window, cues=known.cues + moved_by) if moved_by else known

    def _run_tokens(self, tokens: Tokens, start: int, end: int, style: Integers) -> list[Floats]:
        inputs = {
            "ids": tokens.ids[start:end],
            "shapes": tokens.shapes[start:end],
            "paragraphs": tokens.paragraphs[start:end],
            "style": style,
        }
        return self._tokens.run(None, inputs)  # type: ignore[no-any-return]

    def _score_window(
        self, tokens: Tokens, window: Window, style: Integers, least: float
    ) -> WindowScores:
        hidden, anchors, times, events = self._run_tokens(tokens, window.start, window.end, style)
        core = slice(window.core_start - window.start, window.core_end - window.start)
        cues = np.flatnonzero(anchors[core] > least) + core.start
        # The graph needs a cue; where there is none, the first token stands in and is dropped
        # again.
        scores = self._cues.run(
            None, {"hidden": hidden, "cues": cues if len(cues) else np.array([0])}
        )
        spans, parents, names, source_types, acts, certainties = (
            each[: len(cues)] for each in scores
        )
        return WindowScores(
            window=window,
            cues=cues + window.start,
            anchors=anchors[cues],
            spans=spans,
            parents=parents,
            names=names,
            source_types=source_types,
            acts=acts,
            certainties=certainties,
            times=times[core],
            events=events[core],
        )


def _open_session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # a plan for each length of window, and no two are the same
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
