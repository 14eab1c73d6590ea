"""What the entries of a feed become."""

import json

import pytest

from sayso.errors import ContainerEmpty, FeedBroken, InputTooLarge
from sayso.intake import Format, find_reports, make_document
from sayso.intake.feed import read_feed
from sayso.records import DateOrigin
from tests.unit.intake.made_inputs import ATOM, RSS, STORY, URL


def read_file(tmp_path, data, name="a.rss"):
    (tmp_path / name).write_bytes(data)
    raws = list(find_reports([str(tmp_path / name)]))
    return raws, [make_document(raw, max_bytes=10_000) for raw in raws]


def test_each_entry_is_a_report_with_what_the_feed_says(tmp_path):
    raws, (bridge, ferry) = read_file(tmp_path, RSS)
    assert [raw.origin for raw in raws] == [f"{tmp_path / 'a.rss'}:{n}" for n in (1, 2)]
    assert sum(raw.n_bytes for raw in raws) == len(RSS)
    assert (bridge.title, bridge.url, bridge.id) == ("Old bridge closed", URL, "b-1")
    assert (bridge.publisher, bridge.byline) == ("Lowmarch & Lenn Courier", "Ina Holm")
    assert bridge.text == f"Old bridge closed\n\n{STORY}\n\nMore to come."
    assert ferry.text == "Ferry runs\n\nThe ferry runs & waits, its master said."


@pytest.mark.parametrize(
    ("data", "date"), [(RSS, "2024-03-07T09:30+09:00"), (ATOM, "2024-03-07T09:30-05:00")]
)
def test_date_keeps_its_zone(tmp_path, data, date):
    _, (first, *_) = read_file(tmp_path, data)
    assert first.published.value == date
    assert first.published.found_in is DateOrigin.FEED


def test_feed_is_known_by_its_root(tmp_path):
    (tmp_path / "feed.xml").write_bytes(b'<?xml version="1.0"?><!-- a -->' + ATOM)
    (tmp_path / "data.xml").write_bytes(b"<?xml version='1.0'?><rows><row/></rows>")
    (raw,) = find_reports([str(tmp_path)])
    assert (raw.format, make_document(raw, max_bytes=10_000).byline) == (
        Format.FEED_ENTRY,
        "Ina Holm",
    )


def test_bytes_of_an_entry_are_one_canonical_json_object(tmp_path):
    (raw,), _ = read_file(tmp_path, ATOM, "a.atom")
    fields = json.loads(raw.data)
    assert json.dumps(fields, sort_keys=True, separators=(",", ":")).encode() == raw.data
    assert fields["date"] == "2024-03-07T09:30:00-05:00"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", FeedBroken),
        (b"<rss", FeedBroken),
        (b"<html><p>No feed.</p></html>", FeedBroken),
        (b'<rss version="2.0"><channel><title>a</title></channel></rss>', ContainerEmpty),
        (b"<rss " + b'a="b" ' * 5000 + b"><channel/></rss>", FeedBroken),
    ],
)
def test_feed_that_gives_nothing_is_told_once(tmp_path, data, error):
    path = tmp_path / "a.rss"
    path.write_bytes(data)
    (raw,) = find_reports([str(path)])
    with pytest.raises(error):
        make_document(raw, max_bytes=10_000)


def test_large_feed_is_not_taken_apart(tmp_path):
    (tmp_path / "a.rss").write_bytes(RSS)
    (raw,) = find_reports([str(tmp_path / "a.rss")], max_bytes=500)
    with pytest.raises(InputTooLarge):
        make_document(raw, max_bytes=500)


def test_entities_reach_no_file_and_do_not_grow(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the hidden word")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    types = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY l0 "ha">{laughs}]>'
    data = RSS.decode().replace("<rss", types + "<rss").replace("Ferry", "&x; &l9; Ferry")
    try:
        entries = read_feed(data.encode(), origin="a")
    except FeedBroken:
        return
    assert "hidden" not in str(entries)
    assert len(str(entries)) < 10_000_000


def test_deep_and_cut_feeds_end():
    for data in (b"<rss><channel>" + b"<item>" * 20_000, RSS[:-60], RSS[:700]):
        assert read_feed(data, origin="a")
