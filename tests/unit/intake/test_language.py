import pytest

from sayso.errors import NotEnglish
from sayso.intake.language import check_english

ENGLISH = "The clerk has told the council that they would have to wait for the engineers to report."
FOREIGN = {
    "French": "Le maire a déclaré que le pont est fermé et que les habitants des deux rives sont"
    " invités à passer par la route du sud, mais il n'a pas dit pour combien de temps.",
    "Spanish": "El alcalde dijo que el puente está cerrado y que los vecinos de las dos orillas"
    " deben pasar por la carretera del sur, pero no dijo por cuánto tiempo se queda así.",
    "Russian": "Мэр заявил, что мост закрыт и что жители обоих берегов должны ездить по южной"
    " дороге, но он не сказал, на какой срок закрыт мост и когда его откроют снова.",
    "Turkish": "Belediye başkanı köprünün kapatıldığını ve iki yakada oturanların güney yolunu"
    " kullanması gerektiğini söyledi, ancak bunun ne kadar süreceğini söylemedi bir daha.",
}


def test_english_passes():
    check_english(ENGLISH * 5, origin="a")


@pytest.mark.parametrize("language", FOREIGN)
def test_other_languages_do_not(language):
    with pytest.raises(NotEnglish):
        check_english(FOREIGN[language] * 2, origin="a")


@pytest.mark.parametrize("text", ["", "7", "Ja.", "Pont fermé", "12.5 % 13.1 % 14.2 %"])
def test_what_is_too_short_to_judge_passes(text):
    check_english(text, origin="a")


def test_names_and_figures_in_between_do_no_harm():
    results = "Lowmarch 3 Skarrow 1. Ruvane 2 Sennick 2. Meress 0 Brannhaven 4. "
    check_english(results * 2 + ENGLISH, origin="a")
