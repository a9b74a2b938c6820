"""The commands that lay two sheets side by side: two reports, or one before and after decisions."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from rubrik.absence import Policy
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
    RubricOption,
    app,
    json_text,
    words,
)
from rubrik.cli.comparisons import compared
from rubrik.cli.files import (
    STDIN,
    chosen_readings,
    load_published,
    load_report,
    load_standard,
    named,
)
from rubrik.cli.outputs import write
from rubrik.cli.refusals import RefusedError, about
from rubrik.cli.submissions import submission_text
from rubrik.cli.terminal import drawn, width
from rubrik.cli.verifications import verification
from rubrik.codec import comparison_view, load_adjudications, verification_view
from rubrik.comparison import Verification, compare, verify
from rubrik.rubric import Cohorts, Rubric
from rubrik.saying.foreign import visible
from rubrik.saying.words import Words
from rubrik.scoresheet import Scoresheet
from rubrik.scoring import Context
from rubrik.submission import Adjudications, Submission
from rubrik.wording import message

__all__: list[str] = []


def __dir__() -> list[str]:
    return __all__


@app.command("compare")
def compare_sheets(  # noqa: PLR0913 - one for each option
    first: Annotated[str, typer.Argument(metavar="A")],
    second: Annotated[str, typer.Argument(metavar="B")],
    *,
    rubric: RubricOption = "",
    reading: ReadingOption = None,
    second_reading: Annotated[
        list[str] | None, typer.Option("--second-reading", metavar="ID=OPTION")
    ] = None,
    missing: MissingOption = None,
    cohort: CohortOption = "",
    all_rows: Annotated[bool, typer.Option("--all")] = False,
    as_json: JsonOption = False,
    lang: LangOption = Language.VI,
) -> Answer:
    if first == second == STDIN:
        raise RefusedError(named(STDIN), message("stdin-once"))
    reports = [load_report(file) for file in (first, second)]
    standards = [load_standard(rubric, each) for each in reports]
    choices = _shared(standards, chosen_readings(reading or ()))
    choices[1].update(chosen_readings(second_reading or ()))
    one, other = (
        _sheet(file, report, _context(standard, own, missing, cohort))
        for file, report, standard, own in zip(
            (first, second), reports, standards, choices, strict=True
        )
    )
    found = compare(one, other)
    text = (
        json_text(comparison_view(found, lang.value))
        if as_json
        else drawn(compared(found, words(lang), width(), all_rows=all_rows))
    )
    return Answer(text, warnings=tuple(dict.fromkeys((*one.warnings, *other.warnings))))


def _shared(standards: Sequence[Rubric], choices: Mapping[str, str]) -> list[dict[str, str]]:
    """Those of the chosen options that each rubric offers.

    What none of them offers is left for all of them to refuse.
    """
    offered = [{reading.id for reading in each.readings} for each in standards]
    unknown = choices.keys() - set().union(*offered)
    return [
        {name: option for name, option in choices.items() if name in known | unknown}
        for known in offered
    ]


def _context(
    standard: Rubric, choices: Mapping[str, str], missing: Policy | None, cohort: str
) -> Context:
    """With the options and the bounds of a published cohort, where one is named."""
    bounds: Cohorts = {}
    if cohort:
        published = load_published(cohort, standard, choices)
        choices, bounds = published.choices(choices), published.bounds
    return Context.of(standard, choices, missing, bounds)


def _sheet(file: str, report: Submission, context: Context) -> Scoresheet:
    with about(named(file)):
        return context.sheet(report, context.facts(report))


@app.command("verify")
def verify_report(  # noqa: PLR0913 - one for each option
    file: Annotated[str, typer.Argument(metavar="FILE")],
    decisions: Annotated[str, typer.Argument(metavar="DECISIONS", show_default=False)] = "",
    *,
    rubric: RubricOption = "",
    reading: ReadingOption = None,
    readings: Annotated[bool, typer.Option("--readings")] = False,
    missing: MissingOption = None,
    cohort: CohortOption = "",
    strict: Annotated[bool, typer.Option("--strict")] = False,
    output: OutputOption = "",
    force: ForceOption = False,
    as_json: JsonOption = False,
    lang: LangOption = Language.VI,
) -> Answer:
    choices, say = chosen_readings(reading or ()), words(lang)
    report = load_report(file)
    decided = _decisions(decisions) if decisions else ()
    how = _context(load_standard(rubric, report), choices, missing, cohort)
    with about(" + ".join(filter(None, (named(file), decisions)))):
        found = verify(
            how.rubric,
            report,
            decided,
            readings=how.read.choices,
            missing=how.missing,
            cohort=how.cohort,
        )
    if output:
        write(output, submission_text(found.submission, output), force=force)
    is_refused = strict and bool(found.open)
    text = (
        json_text(verification_view(found, lang.value))
        if as_json
        else _text(found, say, output, all_readings=readings)
    )
    return Answer(text, Exit.OPEN if is_refused else Exit.DONE, found.verified.warnings)


def _decisions(file: str) -> Adjudications:
    with about(file):
        return load_adjudications(file)


def _text(found: Verification, say: Words, output: str, *, all_readings: bool) -> str:
    text = drawn(verification(found, say, width(), all_readings=all_readings))
    return f"{text}\n{say('written', file=visible(output))}\n" if output else text
