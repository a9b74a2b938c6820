"""The command that scores many submissions and ranks their units."""

import json
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import tomlkit
import typer

from rubrik.cli.answers import Answer, Exit
from rubrik.cli.application import (
    CohortOption,
    ForceOption,
    JsonOption,
    LangOption,
    Language,
    MissingOption,
    OutputOption,
    ReadingOption,
    RubricArgument,
    app,
    json_text,
    words,
)
from rubrik.cli.files import chosen_readings, load_published, load_rubric
from rubrik.cli.league_files import WRITERS
from rubrik.cli.leagues import drawn_leagues
from rubrik.cli.outputs import refuse_existing, write
from rubrik.cli.refusals import RefusedError, about
from rubrik.cli.reports import gathered
from rubrik.cli.terminal import drawn
from rubrik.codec import cohort_view, dumps
from rubrik.cohort import Cohort, CohortRecord, League, score_all
from rubrik.saying.words import Words
from rubrik.wording import message, quoted

__all__ = ["TieRule"]


def __dir__() -> list[str]:
    return __all__


class TieRule(StrEnum):
    """How equals can be ranked."""

    COMPETITION = "competition"
    DENSE = "dense"
    FRACTIONAL = "fractional"


@app.command("rank")
def rank_units(  # noqa: PLR0913 - one for each option
    rubric: RubricArgument,
    files: Annotated[list[str], typer.Argument(metavar="FILES")],
    *,
    node: Annotated[str, typer.Option("--node", metavar="CODE", show_default=False)] = "",
    within: Annotated[str, typer.Option("--within", metavar="LABEL", show_default=False)] = "",
    ties: Annotated[
        TieRule | None, typer.Option("--ties", metavar="competition|dense|fractional")
    ] = None,
    unranked: Annotated[list[str] | None, typer.Option("--unranked", metavar="UNIT=REASON")] = None,
    reading: ReadingOption = None,
    missing: MissingOption = None,
    cohort: CohortOption = "",
    save_cohort: Annotated[
        str, typer.Option("--save-cohort", metavar="FILE", show_default=False)
    ] = "",
    output: OutputOption = "",
    force: ForceOption = False,
    as_json: JsonOption = False,
    lang: LangOption = Language.VI,
) -> Answer:
    choices, left_out, say = chosen_readings(reading or ()), _left_out(unranked or ()), words(lang)
    _check_outputs(output, save_cohort, force=force)
    standard = load_rubric(rubric)
    published = load_published(cohort, standard, choices) if cohort else None
    reports = gathered(files, standard, say)
    with about(rubric):
        scored = score_all(
            standard,
            reports.submissions,
            readings=choices,
            missing=missing,
            cohort=published,
            broken=reports.broken,
        )
    nodes = (node,) if node else ("", *scored.interpretation.ranking.nodes)
    leagues = [scored.league(each, within=within, ties=ties, unranked=left_out) for each in nodes]
    written = _written(scored, leagues, output, save_cohort, say, force=force)
    text = _json(scored, leagues, say) if as_json else _text(scored, leagues, written, say)
    return Answer(
        text,
        Exit.OPEN if scored.broken else Exit.DONE,
        refused=tuple(RefusedError(each.source, each.error) for each in scored.broken),
    )


_UNRANKED = "--unranked"
_LEAGUES = (*WRITERS, ".json")
_COHORTS = (".toml", ".json")


def _left_out(pairs: Iterable[str]) -> dict[str, str]:
    """The units that shall not be ranked, with the reasons.

    Raises:
        RefusedError: something is not written as ``UNIT=REASON``.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        unit, _, reason = (part.strip() for part in pair.partition("="))
        if not unit or not reason:
            raise RefusedError(_UNRANKED, message("unranked-form", found=quoted(pair)))
        found[unit] = reason
    return found


def _check_outputs(output: str, save_cohort: str, *, force: bool) -> None:
    """Refuse what could not be written before anything is read."""
    for file, allowed in ((output, _LEAGUES), (save_cohort, _COHORTS)):
        if file:
            if Path(file).suffix.lower() not in allowed:
                raise RefusedError(file, message("output-suffix", allowed=allowed))
            refuse_existing(file, force=force)


def _written(  # noqa: PLR0913 - two files and what goes into them
    cohort: Cohort,
    leagues: Sequence[League],
    output: str,
    save_cohort: str,
    say: Words,
    *,
    force: bool,
) -> list[str]:
    """The files that were written: none where no unit could be scored."""
    contents = {
        output: lambda: _league_file(cohort, leagues, output, say),
        save_cohort: lambda: _cohort_file(cohort.record, save_cohort),
    }
    files = [file for file in contents if file and cohort.members]
    for file in files:
        write(file, contents[file](), force=force)
    return files


def _league_file(cohort: Cohort, leagues: Sequence[League], output: str, say: Words) -> str:
    writer = WRITERS.get(Path(output).suffix.lower())
    return _json(cohort, leagues, say) if writer is None else writer(cohort, leagues, say)


def _cohort_file(record: CohortRecord, file: str) -> str:
    text = dumps(record)
    if Path(file).suffix.lower() == ".toml":
        text = tomlkit.dumps(json.loads(text))
    return f"{text.rstrip()}\n"


def _json(cohort: Cohort, leagues: Sequence[League], say: Words) -> str:
    return json_text(cohort_view(cohort, leagues, say.lang))


def _text(cohort: Cohort, leagues: Sequence[League], written: Sequence[str], say: Words) -> str:
    table = drawn(drawn_leagues(cohort, leagues, say)) if cohort.members else ""
    files = "".join(f"{say('written', file=file)}\n" for file in written)
    return f"{table}{files}" or f"{say('no-units')}\n"
