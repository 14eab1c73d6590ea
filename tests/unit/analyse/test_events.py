"""From what the tokens say to the event a stretch tells of."""

import numpy as np

from sayso.analyse.events import EventScores
from sayso.encoder.labels import ACTORS, EVENTS
from sayso.encoder.tokens import Tokens
from sayso.records import Span

N_TOKENS = 6
PROTEST, AID = 1 + EVENTS.index("PROTEST"), 1 + EVENTS.index("AID")
SOURCE = 1 + len(EVENTS) + ACTORS.index("source")


class Window:
    core_start, core_end = 0, N_TOKENS


class Scores:
    window = Window()

    def __init__(self, events):
        self.events = events


def collect(events):
    number, zeros = np.arange(N_TOKENS), np.zeros(N_TOKENS, dtype=np.int64)
    tokens = Tokens(
        ids=zeros, starts=10 * number, ends=10 * number + 9, shapes=zeros, paragraphs=zeros,
        blanks=zeros, inner=zeros, lettered=zeros + 1,
    )  # fmt: skip
    collected = EventScores(tokens)
    assert len(list(collected.watch([Scores(events)]))) == 1
    return collected


def make_scores():
    events = np.zeros((N_TOKENS, 1 + len(EVENTS) + len(ACTORS)), dtype=np.float32)
    events[:, -len(ACTORS) :] = -2.0
    return events


def test_the_class_of_the_weightiest_tokens_wins():
    events = make_scores()
    events[1, 0], events[1, PROTEST] = 4.0, 6.0
    events[2, AID] = 6.0
    found = collect(events).find_event([Span(0, 39)])
    assert found.kind == "PROTEST"
    assert found.actor is None


def test_only_the_tokens_of_the_stretch_count():
    events = make_scores()
    events[1, PROTEST] = events[4, AID] = 8.0
    events[[1, 4], 0] = 5.0
    assert collect(events).find_event([Span(40, 59)]).kind == "AID"


def test_an_unlikely_event_is_none():
    assert collect(make_scores()).find_event([Span(0, 59)]) is None
    assert collect(make_scores()).find_event([]) is None


def test_the_actor_is_the_run_of_highest_sum():
    events = make_scores()
    events[:, PROTEST] = 9.0
    events[[1, 2], SOURCE] = 3.0
    events[4, SOURCE] = 1.0
    found = collect(events).find_event([Span(0, 59)])
    assert found.actor == Span(10, 29)
    assert found.target is None


def test_the_target_is_somebody_else():
    events = make_scores()
    events[:, PROTEST] = 9.0
    events[[1, 2], SOURCE] = 3.0
    events[[2, 3], SOURCE + 1] = 2.0
    found = collect(events).find_event([Span(0, 59)])
    assert found.actor == Span(10, 29)
    assert found.target == Span(30, 39)
