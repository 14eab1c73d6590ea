from sayso.intake.layout import find_layout
from sayso.intake.repetition import find_overlap, find_repetitions

BODY = (
    "Engineers found deep cracks in two piers of the old bridge on Monday.\n\n"
    "The council closed the bridge to all traffic, its clerk said.\n\n"
    "Shopkeepers were not told."
)


def get_repeated(text):
    return [
        (each.kind.value, text[each.span.start : each.span.end], text[each.body.start :][:11])
        for each in find_repetitions(text, find_layout(text))
    ]


def test_headline_and_standfirst_point_to_the_sentences_that_say_it():
    text = (
        "Council closes bridge to traffic\n\n"
        "Engineers find deep cracks in piers of old bridge\n\n" + BODY
    )
    assert get_repeated(text) == [
        ("headline", "Council closes bridge to traffic", "The council"),
        ("standfirst", "Engineers find deep cracks in piers of old bridge", "Engineers f"),
    ]


def test_headline_that_says_something_else_repeats_nothing():
    assert get_repeated("A winter of discontent begins\n\n" + BODY) == []


def test_words_are_compared_by_their_stems_and_empty_ones_do_not_count():
    assert find_overlap("The closing of bridges", "It closed the bridge") == (0.5, 1)
    assert find_overlap("of the", "of the") == (0.0, 0)
