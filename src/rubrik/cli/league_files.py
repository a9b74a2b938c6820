"""League tables as files: CSV for spreadsheets and Markdown for pages, in the language of the run.

A spreadsheet that speaks Vietnamese reads decimal commas and parts cells by semicolons.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Final

from rubrik.cli.refusals import RefusedError
from rubrik.cohort import Broken, Cohort, League, Place
from rubrik.saying.foreign import visible
from rubrik.saying.leagues import (
    Standings,
    bounds_in_words,
    counted,
    lacking_in_bounds,
    league_title,
)
from rubrik.saying.words import Words

__all__ = ["WRITERS"]


def __dir__() -> list[str]:
    return __all__


Writer = Callable[[Cohort, Sequence[League], Words], str]
"""What puts league tables, and the submissions that were refused, in one text."""


# Spreadsheets.


def _csv(cohort: Cohort, leagues: Sequence[League], say: Words) -> str:
    """One line for each unit and league, then one for each submission that was refused."""
    page = StringIO()
    is_vietnamese = say.lang == "vi"
    writer = csv.writer(page, delimiter=";" if is_vietnamese else ",", lineterminator="\r\n")
    writer.writerow([say(f"column-{name}") for name in _COLUMNS])
    for league in leagues:
        standings = Standings(league, say)
        writer.writerows(_cells(_place(each, standings)) for each in league.places)
    writer.writerows(_cells(_refused(each, say)) for each in cohort.broken)
    return f"\ufeff{page.getvalue()}"


_COLUMNS: Final = (
    "row", "group", "rank", "best", "worst", "unit", "period", "points", "low", "high", "claimed",
    "level", "status", "note", "file",
)  # fmt: skip

_NUMBERS: Final = frozenset({"rank", "best", "worst", "points", "low", "high", "claimed"})


def _place(place: Place, standings: Standings) -> Mapping[str, str]:
    say, within = standings.say, place.within
    low, high = (within.low, within.high) if place.bears_points else (None, None)
    texts = {
        "row": place.node,
        "group": place.group,
        "rank": standings.say.number(place.rank),
        "best": say.number(place.best),
        "worst": say.number(place.worst),
        "unit": place.member.unit,
        "period": place.member.sheet.submission.period,
        "points": standings.points(place) if place.points is not None else "",
        "low": standings.figure(low, place),
        "high": standings.figure(high, place),
        "claimed": standings.claimed(place),
        "level": standings.levels(place),
        "status": say.of(place.status.wording),
        "note": standings.note(place),
        "file": place.member.source,
    }
    return {name: "" if text == say("nothing") else text for name, text in texts.items()}


def _refused(broken: Broken, say: Words) -> Mapping[str, str]:
    return {
        "unit": broken.unit,
        "status": say("place-refused"),
        "note": broken.error.text(say.lang),
        "file": broken.source,
    }


def _cells(texts: Mapping[str, str]) -> list[str]:
    return [
        texts.get(name, "") if name in _NUMBERS else _harmless(texts.get(name, ""))
        for name in _COLUMNS
    ]


def _harmless(text: str) -> str:
    """Foreign text that a spreadsheet does not take for a formula."""
    shown = visible(text)
    return f"'{shown}" if shown.lstrip().startswith(("=", "+", "-", "@")) else shown


# Pages.


def _markdown(cohort: Cohort, leagues: Sequence[League], say: Words) -> str:
    return "\n".join(_page(cohort, leagues, say)) + "\n"


def _page(cohort: Cohort, leagues: Sequence[League], say: Words) -> Iterator[str]:
    rubric = cohort.rubric
    yield f"# {_escaped(say('league-title'))}"
    yield f"\n{_escaped(rubric.title)}\n\n`{rubric.slug}` · `{rubric.content_hash}`"
    for league in leagues:
        yield from _section(league, say)
    bounds = bounds_in_words(cohort, say)
    if bounds:
        yield f"\n## {_escaped(say('cohort-bounds'))}\n"
        yield from (f"- {_escaped(code)}: {_escaped(words)}" for code, words in bounds.items())
        if lacking := lacking_in_bounds(cohort, say):
            yield f"\n{_escaped(lacking)}"
    if cohort.broken:
        yield f"\n## {_escaped(say('refused-count', count=len(cohort.broken)))}\n"
        refusals = (RefusedError(each.source, each.error) for each in cohort.broken)
        yield from (f"- {_escaped(each.text(say.lang))}" for each in refusals)


def _section(league: League, say: Words) -> Iterator[str]:
    standings = Standings(league, say)
    yield f"\n## {_escaped(league_title(league, say))}"
    yield f"\n{_escaped(counted(league.places, say))}"
    for group, places in league.groups.items():
        if league.rules.within:
            name = say("within-label", label=league.rules.within, value=group or say("nothing"))
            yield f"\n### {_escaped(name)}"
        yield f"\n{_line(say(f'column-{name}') for name in _HEAD)}"
        yield _line("---:" if name in _NUMBERS else "---" for name in _HEAD)
        yield from (_line(_row(each, standings)) for each in places)


_HEAD: Final = ("rank", "possible", "unit", "points", "claimed", "level", "note")


def _row(place: Place, standings: Standings) -> Iterator[str]:
    yield standings.rank(place)
    yield standings.possible(place)
    yield place.member.unit
    yield standings.points(place)
    yield standings.claimed(place)
    yield standings.levels(place)
    yield standings.note(place)


def _line(cells: Iterator[str]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |"


_MARKS = re.compile(r"([\\`*_\[\]<>|#&~])")


def _escaped(text: str) -> str:
    """Foreign text on one line, as it stands: no mark in it is followed."""
    return _MARKS.sub(r"\\\1", " ".join(visible(text).split()))


WRITERS: Final[Mapping[str, Writer]] = {".csv": _csv, ".md": _markdown}
"""What writes league tables, by the suffix of the file."""
