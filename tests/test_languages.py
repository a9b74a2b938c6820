"""The languages that everything is said in, and what becomes of any other."""

from collections.abc import Callable
from typing import Any, get_type_hints

import pytest

import rubrik
from drawing.values import value
from rubrik.classifier import VetoResult
from rubrik.languages import named
from rubrik.scales import Veto
from rubrik.showing import language
from rubrik.wording import message

VERIFICATION: Any = value("verification")
RUBRIC: Any = value("rubric")
LEAGUE: Any = value("league")

SAYING: dict[str, Callable[[Any], object]] = {
    "html": lambda lang: value("sheet").html(lang),
    "html of nothing": lambda lang: value("bare rubric").html(lang),
    "text": lambda lang: value("sheet").text(lang),
    "dumps": lambda lang: rubrik.dumps(VERIFICATION.verified, lang=lang),
    "dumps a rubric": lambda lang: rubrik.dumps(RUBRIC, lang=lang),
    "error": lambda lang: rubrik.RubrikError(message("audit-none")).text(lang),
    "problem": lambda lang: rubrik.Problem((), message("audit-none")).text(lang),
    "message": lambda lang: message("audit-none").text(lang),
    "veto": lambda lang: VetoResult(Veto(reason="x"), holds=True).reason(lang),
    "place": LEAGUE.places[0].reason,
}


@pytest.mark.parametrize("lang", ["fr", "", "EN", "vi-VN"])
@pytest.mark.parametrize("say", SAYING.values(), ids=list(SAYING))
def test_a_language_that_is_not_spoken_is_refused(say: Callable[[str], object], lang: str) -> None:
    """Whoever is asked for another language names the two that there are."""
    with pytest.raises(ValueError, match="lang is") as refused:
        say(lang)

    assert f"lang is 'vi' or 'en', not {lang!r}" == str(refused.value)
    assert not isinstance(refused.value, rubrik.RubrikError)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("say", SAYING.values(), ids=list(SAYING))
def test_both_languages_are_spoken(say: Callable[[str], object], lang: str) -> None:
    """Neither of the two is refused."""
    assert isinstance(say(lang), str)


@pytest.mark.parametrize(
    ("variable", "expected"),
    [
        ("en", "en"),
        ("EN", "en"),
        (" en ", "en"),
        ("en_US.UTF-8", "en"),
        ("en-GB", "en"),
        ("en.UTF-8", "en"),
        ("en@euro", "en"),
        ("vi", "vi"),
        ("vi-VN", "vi"),
        ("VI_vn.utf8", "vi"),
        ("", "vi"),
        ("enormous", "vi"),
        ("fr", "vi"),
        ("C.UTF-8", "vi"),
    ],
)
def test_the_environment_names_a_language_or_else_vietnamese_is_spoken(
    monkeypatch: pytest.MonkeyPatch, variable: str, expected: str
) -> None:
    """A locale will do; what names neither language fails nobody."""
    monkeypatch.setenv("RUBRIK_LANG", variable)

    assert expected == named(variable)
    assert expected == language()


def test_the_types_of_what_is_shown_can_be_read() -> None:
    """Tools that look at annotations find the language by its name."""
    assert {"lang", "return"} == set(get_type_hints(rubrik.Rubric.html))
    assert {"lang", "return"} == set(get_type_hints(rubrik.Rubric.text))
