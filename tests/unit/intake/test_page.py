"""What is taken out of a web page."""

import pytest

from sayso.errors import ArticleMissing
from sayso.intake.page import read_page
from sayso.records import DateOrigin

PARAGRAPHS = (
    "The council of Lowmarch closed the old bridge on Tuesday, its clerk said in a letter.",
    "She added that nobody had been hurt, and that engineers would look at the piers next week.",
    "Shopkeepers on the east bank told the paper they had been given no warning of any kind.",
)
LD = '<script type="application/ld+json">{"@type": "NewsArticle", %s}</script>'


def make_page(*, head="", before="", after_heading=""):
    body = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    return (
        f"<html><head><title>Bridge closed</title>{head}</head><body>{before}<article>"
        f"<h1>Bridge closed</h1>{after_heading}{body}</article></body></html>"
    )


def get_date(**parts):
    published = read_page(make_page(**parts), origin="a").published
    return (published.value, published.found_in) if published else None


def test_text_is_headline_and_paragraphs():
    page = read_page(make_page(), origin="a")
    assert page.title == "Bridge closed"
    assert page.text == "\n\n".join(["Bridge closed", *PARAGRAPHS])


@pytest.mark.parametrize(
    ("parts", "value", "origin"),
    [
        ({"head": LD % '"datePublished": "2019-01-03"'}, "2019-01-03", DateOrigin.JSON_LD),
        (
            {"head": '<meta property="article:published_time" content="2019-01-03T09:30Z">'},
            "2019-01-03T09:30Z",
            DateOrigin.METADATA,
        ),
        (
            {"after_heading": '<time datetime="2019-01-03">Thursday</time>'},
            "2019-01-03",
            DateOrigin.TIME_ELEMENT,
        ),
        ({"after_heading": "<p>3 January 2019</p>"}, "2019-01-03", DateOrigin.DATELINE),
    ],
)
def test_publication_date_and_where_it_was_found(parts, value, origin):
    assert get_date(**parts) == (value, origin)


def test_json_ld_outweighs_meta_and_time():
    head = LD % '"datePublished": "2019-01-03"' + '<meta name="date" content="2024-11-23">'
    assert get_date(head=head, after_heading='<time datetime="2024-11-23">') == (
        "2019-01-03",
        DateOrigin.JSON_LD,
    )


@pytest.mark.parametrize(
    "parts",
    [
        {"before": "<header><p>Saturday, 23 November 2024</p></header>"},
        {"before": "<p>Printed on 23 November 2024</p>"},
        {"after_heading": '<p class="updated"><time datetime="2024-11-23">now</time></p>'},
        {"head": '<meta property="article:modified_time" content="2024-11-23">'},
    ],
)
def test_day_of_fetching_or_changing_is_not_the_publication_date(parts):
    assert get_date(**parts) is None


@pytest.mark.parametrize(
    "broken", ["{", '{"@type": 7}', "[[[[[[]]]]]]", '{"@type": "NewsArticle"', "[" * 5000]
)
def test_broken_json_ld_costs_nothing_else(broken):
    head = f'<script type="application/ld+json">{broken}</script>'
    assert read_page(make_page(head=head), origin="a").title == "Bridge closed"


def test_publisher_and_byline_of_json_ld():
    fields = '"publisher": {"name": "Lowmarch Gazette"}, "author": [{"name": "Ina Holm"}]'
    page = read_page(make_page(head=LD % fields), origin="a")
    assert (page.publisher, page.byline) == ("Lowmarch Gazette", "Ina Holm")


@pytest.mark.parametrize("html", ["<html></html>", "<p></p>", "<script>alert(1)</script>"])
def test_page_without_article(html):
    with pytest.raises(ArticleMissing):
        read_page(html, origin="a")


def test_scripts_leave_no_trace():
    html = make_page(before="<script>document.write('He said it')</script>")
    assert "document" not in read_page(html, origin="a").text
