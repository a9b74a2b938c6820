"""The commands themselves: each reads its files, asks the core, and hands back an answer."""

from enum import StrEnum
from typing import Annotated

import typer

from rubrik import catalog, scoring
from rubrik._version import __version__
from rubrik.auditing import audit
from rubrik.cli import audits, rubrics, sheets, templates
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
    RubricOption,
    answer_drawn,
    answer_json,
    app,
    json_text,
    words,
)
from rubrik.cli.files import (
    chosen_readings,
    load_published,
    load_report,
    load_rubric,
    load_standard,
    named,
)
from rubrik.cli.outputs import write
from rubrik.cli.refusals import about
from rubrik.cli.terminal import drawn, width
from rubrik.codec import json_schema, rubric_view, sheet_view
from rubrik.errors import NotFoundError, meant
from rubrik.wording import message, quoted

__all__ = ["SchemaKind"]


def __dir__() -> list[str]:
    return __all__


class SchemaKind(StrEnum):
    """What has a schema: the kinds of files, and what ``--json`` prints."""

    RUBRIC = "rubric"
    SUBMISSION = "submission"
    ADJUDICATIONS = "adjudications"
    COHORT = "cohort"
    SCORESHEET = "scoresheet"
    COMPARISON = "comparison"
    VERIFICATION = "verification"
    RANKING = "ranking"
    AUDIT = "audit"
    LIST = "list"
    SHOW = "show"
    TEMPLATE = "template"
    SCORE_TABLE = "score-table"


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - how typer calls it
    if wanted:
        typer.echo(f"rubrik {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    *,
    lang: LangOption = Language.VI,  # noqa: ARG001 - read before typer is; declared for its help
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool, typer.Option("--version", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), nl=False)
        raise typer.Exit


@app.command("list")
def list_rubrics(*, as_json: JsonOption = False, lang: LangOption = Language.VI) -> Answer:
    found = [catalog.load(slug) for slug in catalog.slugs()]
    if as_json:
        return answer_json(rubrics.listed_view(found))
    return answer_drawn(rubrics.listed(found, words(lang)))


@app.command()
def show(
    rubric: RubricArgument,
    *,
    code: Annotated[str, typer.Option("--code", metavar="CODE", show_default=False)] = "",
    reading: ReadingOption = None,
    as_json: JsonOption = False,
    lang: LangOption = Language.VI,
) -> Answer:
    found = load_rubric(rubric)
    read = found.under(chosen_readings(reading or ()))
    if code and code not in read.nodes:
        said = message("unknown-node", name=quoted(code))
        raise NotFoundError(said, meant(code, read.nodes))
    if as_json:
        view = rubric_view(found, read.choices)
        return answer_json(rubrics.row_view(view, code, read) if code else view)
    if code:
        return answer_drawn(rubrics.row(code, found, read, words(lang)))
    return answer_drawn(rubrics.whole(found, read, words(lang), width()))


@app.command()
def score(  # noqa: PLR0913 - one for each option
    file: Annotated[str, typer.Argument(metavar="FILE")],
    *,
    rubric: RubricOption = "",
    reading: ReadingOption = None,
    readings: Annotated[bool, typer.Option("--readings")] = False,
    missing: MissingOption = None,
    cohort: CohortOption = "",
    strict: Annotated[bool, typer.Option("--strict")] = False,
    as_json: JsonOption = False,
    lang: LangOption = Language.VI,
) -> Answer:
    choices = chosen_readings(reading or ())
    report = load_report(file)
    standard = load_standard(rubric, report)
    published = load_published(cohort, standard, choices) if cohort else None
    with about(named(file)):
        sheet = scoring.score(
            standard,
            report,
            readings=choices if published is None else published.choices(choices),
            missing=missing,
            cohort=None if published is None else published.bounds,
        )
    is_refused = strict and sheets.is_open(sheet)
    text = (
        json_text(sheet_view(sheet, lang.value))
        if as_json
        else drawn(sheets.sheet(sheet, words(lang), width(), all_readings=readings))
    )
    return Answer(text, Exit.OPEN if is_refused else Exit.DONE, sheet.warnings)


@app.command("audit")
def audit_rubric(
    rubric: RubricArgument,
    *,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    as_json: JsonOption = False,
    lang: LangOption = Language.VI,
) -> Answer:
    found = load_rubric(rubric)
    findings, say = audit(found), words(lang)
    is_refused = strict and audits.is_questioned(findings)
    text = (
        json_text(audits.audited_view(found, findings, say))
        if as_json
        else drawn(audits.audited(found, findings, say))
    )
    return Answer(text, Exit.OPEN if is_refused else Exit.DONE)


@app.command()
def template(
    rubric: RubricArgument,
    *,
    output: OutputOption = "",
    force: ForceOption = False,
    as_json: JsonOption = False,
    lang: LangOption = Language.VI,
) -> Answer:
    found, say = load_rubric(rubric), words(lang)
    if as_json:
        text = json_text(templates.template_view(found, say))
    else:
        text = templates.template(found, say)
    if not output:
        return Answer(text)
    write(output, text, force=force)
    return Answer(f"{say('written', file=output)}\n")


@app.command()
def schema(
    kind: Annotated[SchemaKind, typer.Argument(metavar="KIND")],
    *,
    as_json: JsonOption = False,  # noqa: ARG001 - a schema is JSON; every command takes the option
    lang: LangOption = Language.VI,  # noqa: ARG001 - a schema has no language; every command takes it
) -> Answer:
    return answer_json(json_schema(kind.value))
