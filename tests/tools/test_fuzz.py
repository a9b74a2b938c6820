from collections import Counter

import pytest

import fuzz
from fuzz_draws import Draws, toml
from fuzz_targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_finds_nothing(name: str) -> None:
    """What is drawn is refused or let in, some of either; nothing else comes out."""
    run = fuzz.Run(name)
    run.all(seed=1, first=0, cases=60)

    assert {} == run.found
    assert {"let in", "refused"} == set(run.counts)
    assert 60 == run.counts.total()


def test_what_goes_wrong_is_kept() -> None:
    """The shortest case is kept for each place that raises, and the run goes on."""
    run = fuzz.Run("numbers")
    run.target = wrong
    run.one(b"\1\2\3\4")
    run.one(b"\1")
    run.one(b"")

    assert Counter({"wrong": 2, "refused": 1}) == run.counts
    assert ["01"] == [each["case"] for each in run.found.values()]
    assert all(place.startswith("KeyError at ") for place in run.found)


def test_what_takes_too_long_is_stopped() -> None:
    """A case that never ends is ended, and kept like an error."""
    run = fuzz.Run("numbers")
    run.target = endless
    run.seconds = 0.01
    run.one(b"\1")

    assert Counter({"wrong": 1}) == run.counts
    assert all(place.startswith("TooSlow at ") for place in run.found)


def test_a_case_can_be_repeated() -> None:
    """The same seed and number give the same bytes, and others give others."""
    assert fuzz.case("toml", 1, 7) == fuzz.case("toml", 1, 7)
    assert fuzz.case("toml", 1, 7) != fuzz.case("toml", 1, 8)
    assert fuzz.case("toml", 1, 7) != fuzz.case("json", 1, 7)


def test_plain_data_is_written_as_toml() -> None:
    """Cases of TOML hold what was drawn; what TOML cannot hold is left out."""
    data = {"a": [1, None, {"b.c": 'x"\n'}], "b": True, "c": None, "": 0.5}

    assert 'a = [1, {"b.c" = "x\\u0022\\u000a"}]\nb = true\n"" = 0.5\n' == toml(data)


def wrong(draws: Draws) -> bool:
    """Raise what is no declared error, unless the first choice is taken."""
    return {0: False}[draws.below(2)]


def endless(draws: Draws) -> bool:
    """Never end."""
    while not draws.below(1):
        pass
    return True
