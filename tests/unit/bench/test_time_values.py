"""The table of right time values: gold spans in, answers out."""

from bench.time_values import answer_report, find_golds, find_published, is_same_value

TEXT = "Ostrava, 4 May 2031\nThe bridge opened last month and closed at 6 p.m. yesterday."


def make_report(**more):
    values = {"last month": "2031-04", "6 p.m. yesterday": "2031-05-03T18"}
    spans = [(TEXT.index(words), words, value) for words, value in values.items()]
    times = [{"span": [start, start + len(words)], "value": value} for start, words, value in spans]
    return {"id": "bridge", "text": TEXT, "times": times[::-1], **more}


def test_golds_stand_in_text_order():
    assert [gold for _, _, gold in find_golds(make_report())] == ["2031-04", "2031-05-03T18"]


def test_values_are_read_against_the_given_date_however_the_clock_is_written():
    answers = list(answer_report(make_report(date="2031-05-04"), is_same_value))
    assert [answer.is_right for answer in answers] == [True, True]
    answers = list(answer_report(make_report(date="2031-06-04"), is_same_value))
    assert [answer.is_right for answer in answers] == [False, False]
    assert answers[0].ours == "2031-05"


def test_without_a_given_date_that_of_the_text_counts():
    published = find_published(make_report(date=None))
    assert published is not None
    assert published.value == "2031-05-04"
    undated = {**make_report(date=None), "text": TEXT.replace("4 May 2031", "at home--")}
    assert find_published(undated) is None
