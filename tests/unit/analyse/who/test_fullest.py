"""Short names to full ones."""

from sayso.analyse.who.fullest import Names
from sayso.analyse.who.mentions import find_mentions

TEXT = """HARBOUR BOARD CLOSES BRIDGE

Later Ida Strand said the Office for Harbour Safety (OHS) had closed the bridge.
Strand told the Coast Courier that Governor Pal Oster knew. "Why did Oster wait?" she asked.
The Courier's Bo Lind wrote that Eva Oster, an engineer, had warned Pal Oster.
"""


def names():
    return Names(TEXT)


def words(mentions):
    return [mention.words for mention in mentions]


def test_names_are_found_without_openers_titles_and_headlines():
    found = words(find_mentions(TEXT))
    assert found[0] == "Ida Strand"
    assert "Pal Oster" in found
    assert "Bo Lind" in found
    assert not any("BRIDGE" in name or "Later" in name or "Why" in name for name in found)


def test_a_mention_is_anchored_in_the_text():
    assert all(TEXT[m.span.start : m.span.end] == m.words for m in find_mentions(TEXT))


def test_a_surname_leads_to_the_full_name():
    assert words(names().find_fuller("Strand", is_person=True)) == ["Ida Strand"]


def test_of_two_people_with_one_surname_the_one_named_most_comes_first():
    assert words(names().find_fuller("Oster", is_person=True)) == ["Pal Oster", "Eva Oster"]


def test_the_first_word_of_a_name_leads_to_it_where_no_name_ends_with_it():
    assert words(names().find_fuller("Coast", is_person=False)) == ["Coast Courier"]


def test_an_unknown_name_leads_nowhere():
    assert names().find_fuller("Nilsen", is_person=True) == ()


def test_an_acronym_is_spelled_out_as_the_report_introduces_it():
    assert names().find_spelled_out("OHS") == "Office for Harbour Safety"
    assert names().find_spelled_out("HB") is None
