"""The page that shows readings to people."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import CannotWrite
from sayso.export.html import Page, open_page
from tests.unit.export.made_readings import (
    ENVOY,
    GULL,
    make_envoy_reading,
    make_gull_reading,
    make_hostile_reading,
    make_nested_reading,
    make_plain_reading,
)

ATTACK = """<script>alert(1)</script><img src=x onerror="alert(1)"> '"><a href=javascript:x>"""
ALLOWED_TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section", "article",
    "aside", "h1", "h2", "p", "ul", "ol", "li", "span", "a", "b", "bdi", "kbd", "div", "script",
}  # fmt: skip

ALLOWED_ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "href", "id", "data-a", "data-n",
    "data-tip", "tabindex", "aria-label", "aria-labelledby", "aria-description",
}  # fmt: skip


class Shown(HTMLParser):
    """What a browser would make of the page: its tags, its attributes, the text of the articles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.articles: list[str] = []
        self._in_article = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "article":
            self._in_article = True
            self.articles.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_article = self._in_article and tag != "article"

    def handle_data(self, data: str) -> None:
        if self._in_article:
            self.articles[-1] += data


def make_page(*readings):
    page = Page()
    for reading in readings:
        page.add(reading)
    return page.to_html()


def test_the_report_is_there_word_for_word():
    assert Shown(make_page(make_envoy_reading())).articles == [ENVOY]


def test_each_cue_leads_to_its_card_and_back():
    page = make_page(make_envoy_reading())
    ids = set(re.findall(r'id="(r1[tc]\d)"', page))
    links = set(re.findall(r'href="#(r1[tc]\d)"', page))
    assert ids == links == {f"r1{kind}{n}" for kind in "tc" for n in range(1, 5)}


def test_chain_stands_on_the_card_of_its_last_hop():
    card = make_page(make_envoy_reading()).split('id="r1c3"')[1].split("</li>\n")[0]
    names = re.findall(r"<li><bdi>(.*?)</bdi>", card)
    assert names == ["The Evening Post", "The Harbour Post", "an unnamed clerk"]
    assert "who had seen the file" in card
    assert "It had two decks." in card


def get_tips(page):
    """What stands in the text, and what is said of it on hover or focus."""
    pattern = r'<(?:span|a) [^>]*data-tip="([^"]*)"([^>]*)>([^<]*)<'
    return [(words, tip, attributes) for tip, attributes, words in re.findall(pattern, page)]


def test_pronouns_short_names_and_times_say_what_they_mean():
    page = make_page(make_gull_reading())
    assert [(words, tip) for words, tip, _ in get_tips(page)] == [
        ("Monday", "2024-03-04"),
        ("last month", "2024-02"),
        ("She", "Lena Orrick"),
        ("she", "Lena Orrick"),
        ("the Gull", "Salter Gull?"),
        ("May 2023", "2023-05"),
    ]
    assert Shown(page).articles == [GULL]


def test_keyboard_comes_to_every_tip():
    tips = get_tips(make_page(make_gull_reading()))
    assert all('tabindex="0"' in attributes for _, _, attributes in tips)
    assert all(f'aria-description="{tip}"' in attributes for _, tip, attributes in tips)


def test_tips_need_no_script():
    page = make_page(make_gull_reading())
    assert "[data-tip]:focus::before" in page.split("</style>")[0]


def test_card_tells_title_grounds_dates_and_what_is_left_of_the_certainty():
    first, second, _, fourth = make_page(make_gull_reading()).split('<li class="card')[1:5]
    notes = re.findall(r"<b>([a-z]+)</b> <bdi>(.*?)</bdi>", first)
    assert notes == [
        ("why", "citing a file she had signed"),
        ("happened", "last month → 2024-02"),
        ("said", "Monday → 2024-03-04"),
        ("event", "yield, by the clerk"),
    ]
    assert "<b>title</b> <bdi>harbour minister</bdi>" in second
    assert "She → Lena Orrick" in second
    assert '<span class="chip in-all probable">in all probable</span>' in fourth
    assert "in-all" not in first


@given(text=st.text(min_size=1, max_size=300) | st.just(ATTACK))
@settings(deadline=None)
def test_any_name_or_time_is_words_on_the_page(text):
    page = make_page(make_hostile_reading(text))
    shown = Shown(page)
    assert set(shown.tags) <= ALLOWED_TAGS
    assert shown.tags.count("script") == 1
    assert {name for name, _ in shown.attributes} <= ALLOWED_ATTRIBUTES
    page.encode()


def test_several_reports_have_an_index():
    page = make_page(make_envoy_reading(), make_nested_reading(3))
    assert page.count('<section class="report"') == 2
    assert '<a href="#r2">' in page


def test_nothing_is_loaded_and_only_the_pages_own_script_may_run():
    shown = Shown(make_page(make_envoy_reading()))
    assert not {name for name, _ in shown.attributes} & {"src", "srcset", "style", "action"}
    assert all(value.startswith("#") for name, value in shown.attributes if name == "href")
    (policy,) = (value for _, value in shown.attributes if value and "default-src" in value)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert shown.tags.count("script") == 1


@pytest.mark.parametrize("place", ["title", "publisher", "byline", "url", "origin"])
def test_markup_in_a_field_is_words(place):
    page = make_page(make_plain_reading("He said so.", **{place: ATTACK}))
    shown = Shown(page)
    assert set(shown.tags) <= ALLOWED_TAGS
    assert shown.tags.count("script") == 1
    assert not any(name.startswith("on") for name, _ in shown.attributes)


@given(text=st.text(min_size=1, max_size=300) | st.just(ATTACK))
@settings(deadline=None)
def test_any_text_is_words_on_the_page(text):
    page = make_page(make_plain_reading(text))
    shown = Shown(page)
    assert set(shown.tags) <= ALLOWED_TAGS
    assert shown.tags.count("script") == 1
    assert len(shown.articles[0]) == len(text)
    page.encode()


def test_deepest_chains_need_no_deeper_page():
    assert 'class="card d4"' in make_page(make_nested_reading(2000))


def test_page_is_written_whole(tmp_path):
    path = tmp_path / "out.html"
    with open_page(path) as page:
        page.add(make_envoy_reading())
    assert path.read_text(encoding="utf-8") == make_page(make_envoy_reading())
    assert list(tmp_path.iterdir()) == [path]


def break_off(path):
    with open_page(path) as page:
        page.add(make_envoy_reading())
        raise KeyboardInterrupt


@pytest.mark.parametrize("before", [None, "what was there"])
def test_a_run_that_breaks_off_changes_nothing(tmp_path, before):
    path = tmp_path / "out.html"
    if before:
        path.write_text(before)
    with pytest.raises(KeyboardInterrupt):
        break_off(path)
    assert [each.read_text() for each in tmp_path.iterdir()] == [before] * bool(before)


def test_a_run_without_a_report_writes_no_page(tmp_path):
    with open_page(tmp_path / "out.html"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_is_not_there_is_told_before_anything_is_read(tmp_path):
    with pytest.raises(CannotWrite), open_page(tmp_path / "none" / "out.html"):
        pytest.fail("the block must not begin")
