"""Filters find what a plain loop over all readings finds, in the same order."""

from collections import Counter, defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.answers import Lane
from sayso.errors import BadFilter, UnknownName
from sayso.ledger import Ledger
from sayso.ledger.filters import Filters
from sayso.records import Act, Certainty, SourceType
from tests.ledger import model
from tests.ledger.made_ledger import find_faults

DAYS = ("2019", "2019-01", "2019-01-15", "2019-01-16", "2020")
words = st.lists(st.sampled_from(model.WORDS), max_size=2).map(" ".join)
phrases = st.lists(st.sampled_from(model.WORDS), min_size=2, max_size=2).map(
    lambda both: f'"{" ".join(both)}"'
)


def maybe(*values: object) -> st.SearchStrategy:
    return st.none() | st.sampled_from(values)


any_filters = st.builds(
    Filters,
    words=words | phrases,
    about=maybe(*model.NAMES),
    by=maybe(*model.NAMES),
    source_type=maybe(*SourceType),
    act=maybe(*tuple(Act)[:4]),
    certainty=maybe(*tuple(Certainty)[:3]),
    since=maybe(*DAYS),
    until=maybe(*DAYS),
    happened=maybe(*model.ASKED),
    said=maybe(*model.ASKED),
    publisher=maybe("post", "HARBOUR", "écho", "nobody", "%"),
    min_depth=maybe(1, 2, 3),
    with_rejected=st.booleans(),
)
# Most of all filters at once find nothing; those of a few find something.
FIELDS = ("words", "about", "by", "source_type", "act", "certainty", "since", "until")
FIELDS += ("happened", "said", "publisher", "min_depth", "with_rejected")
# A name of these is a description.
DESCRIBED = {SourceType.UNNAMED_PERSON, SourceType.ANONYMOUS, SourceType.GROUP}


@st.composite
def some_filters(draw) -> Filters:
    drawn = draw(any_filters)
    chosen = draw(st.sets(st.sampled_from(FIELDS), max_size=3))
    return Filters(**{name: getattr(drawn, name) for name in chosen})


@pytest.fixture(scope="module")
def filled(shared_place):
    with Ledger(shared_place, creates=True) as ledger:
        yield ledger, model.fill(ledger)


def single_filters():
    """Every value of every filter alone."""
    yield from (Filters(words=word) for word in (*model.WORDS, '"ship rain"', "rain file"))
    yield from (Filters(**{role: name}) for role in ("about", "by") for name in model.NAMES)
    yield from (Filters(source_type=each) for each in SourceType)
    yield from (Filters(act=each) for each in Act)
    yield from (Filters(certainty=each) for each in Certainty)
    yield from (Filters(**{name: day}) for name in ("since", "until") for day in DAYS)
    yield from (Filters(**{lane: each}) for lane in ("happened", "said") for each in model.ASKED)
    yield from (Filters(publisher=each) for each in ("post", "HARBOUR", "écho", "%", "_"))
    yield from (Filters(min_depth=depth) for depth in range(5))
    yield from (Filters(), Filters(with_rejected=True))


def name_given(filters: Filters) -> str:
    given = {name: getattr(filters, name) for name in FIELDS}
    return " ".join(f"{name}={value}" for name, value in given.items() if value) or "nothing"


@pytest.mark.parametrize("filters", list(single_filters()), ids=name_given)
def test_each_filter_alone_finds_what_a_loop_finds(filled, filters):
    ledger, claims = filled
    found = [line.claim.standalone for line in ledger.find_claims(filters)]
    assert found == [each.words for each in model.find(claims, filters)]


@given(filters=some_filters() | any_filters)
@settings(max_examples=100, deadline=None)
def test_filters_together_find_what_a_loop_finds(filled, filters):
    ledger, claims = filled
    found = [line.claim.standalone for line in ledger.find_claims(filters)]
    assert found == [each.words for each in model.find(claims, filters)]


@given(filters=some_filters(), size=st.integers(1, 7))
@settings(max_examples=10, deadline=None)
def test_pages_have_no_gaps_and_no_doubles(filled, filters, size):
    ledger, claims = filled
    found, number, has_more = [], 0, True
    while has_more:
        number += 1
        page = ledger.get_page(filters, number=number, size=size)
        assert page.number == number
        assert len(page.lines) == size or not page.has_more
        found += [line.claim.standalone for line in page.lines]
        has_more = page.has_more
    assert found == [each.words for each in model.find(claims, filters)]


@given(filters=some_filters(), between=maybe(*model.ASKED), size=st.integers(3, 20))
@settings(max_examples=25, deadline=None)
def test_a_timeline_has_every_moment_of_what_a_loop_finds(filled, filters, between, size):
    ledger, claims = filled
    found, number, has_more = [], 0, True
    while has_more:
        number += 1
        page = ledger.get_timeline(filters, between=between, number=number, size=size)
        found += page.moments
        has_more = page.has_more
    assert [each.first for each in found] == sorted(each.first for each in found)
    got = Counter((each.lane, each.line.claim.standalone, each.first, each.last) for each in found)
    assert got == Counter(find_moments(model.find(claims, filters), between))


def find_moments(claims, between):
    first, last = model.ASKED.get(between, (model.date.min, model.date.max))
    for each in claims:
        for lane in Lane:
            for days in set(each.find_clocks(lane.value)):
                if days[0] <= last and days[1] >= first:
                    yield lane, each.words, to_number(days[0]), to_number(days[1])


def to_number(day):
    if day == model.date.min:
        return 0
    return int(day.strftime("%Y%m%d")) if day != model.date.max else 99991231


@given(filters=some_filters())
@settings(max_examples=25, deadline=None)
def test_sources_are_counted_as_a_loop_counts_them(filled, filters):
    ledger, claims = filled
    found = model.find(claims, filters)
    sources = ledger.count_sources(filters, most=1000)
    cited = [each for each in found if each.hops]
    assert sources.n_claims == len(found)
    assert sources.n_own_voice == len(found) - len(cited)
    assert sources.n_by_type == Counter(each.hops[-1].source_type for each in cited)
    assert sources.n_reports == len({each.reading.document.text for each in found})
    by_source, by_report = group_by_source(cited)
    assert sources.n_single_source == sum(len(keys) == 1 for keys in by_report.values())
    counted = Counter((each.n_claims, each.n_reports) for each in sources.counts)
    assert Counter(by_source) <= counted
    for each in sources.counts:
        assert sum(n for _, n in each.publishers) == each.n_claims


def group_by_source(cited):
    """Claims and reports of each source that is somebody, and the sources of each report; what is
    only described is told from what is named, and what is neither by its type."""
    claims, by_report, types = defaultdict(list), defaultdict(set), defaultdict(set)
    for each in cited:
        hop = each.hops[-1]
        key = (hop.source_type, None)
        if hop.name:
            key = (model.NAMES[hop.name.name], hop.source_type in DESCRIBED)
        claims[key].append(each.reading.document.text)
        by_report[each.reading.document.text].add(key)
        types[key].add(hop.source_type)
    somebody = [key for key in claims if not types[key] & {SourceType.NONE, SourceType.REPORT}]
    return [(len(claims[key]), len(set(claims[key]))) for key in somebody], by_report


def test_the_made_ledger_holds(filled):
    assert find_faults(filled[0]) == []


@pytest.mark.parametrize("name", ["since", "until"])
@pytest.mark.parametrize("value", ["2019-13", "yesterday", "2019-01-01..", "19", "2019-02-30", "0"])
def test_a_bound_that_is_no_day_is_refused(filled, name, value):
    with pytest.raises(BadFilter, match="a date"):
        filled[0].get_page(Filters(**{name: value}))


@pytest.mark.parametrize("name", ["happened", "said"])
@pytest.mark.parametrize("value", ["", "..", "2019-13", "2020..2019", "1..2", "\x00", "\ud800"])
def test_a_clock_that_is_no_range_is_refused(filled, name, value):
    with pytest.raises(BadFilter):
        filled[0].get_page(Filters(**{name: value}))


@pytest.mark.parametrize("value", ["", "..", "2019-13", "\x00"])
def test_bounds_of_a_timeline_that_are_no_range_are_refused(filled, value):
    if value:
        with pytest.raises(BadFilter):
            filled[0].get_timeline(Filters(), between=value)


@pytest.mark.parametrize("name", ["Nobody", "", " ", "\x00", "\ud800", "'; drop table", "%"])
def test_a_name_that_no_report_has_is_refused(filled, name):
    with pytest.raises(UnknownName):
        filled[0].get_dossier(name)
