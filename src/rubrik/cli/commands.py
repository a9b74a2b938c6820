"""The commands themselves: each reads its files, asks the core, and hands back an answer."""

import json
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import RenderableType

from rubrik import catalog, scoring
from rubrik._version import __version__
from rubrik.absence import Policy
from rubrik.auditing import audit
from rubrik.cli import audits, rubrics, sheets, templates
from rubrik.cli.answers import Answer, Exit
from rubrik.cli.files import chosen_readings, load_report, load_rubric, named
from rubrik.cli.refusals import RefusedError, about
from rubrik.cli.terminal import drawn, width
from rubrik.cli.words import Words
from rubrik.codec import json_schema, rubric_view, sheet_view
from rubrik.errors import NotFoundError, meant
from rubrik.figures import Lang
from rubrik.rubric import Rubric
from rubrik.submission import Submission
from rubrik.wording import message, quoted

__all__ = ["command"]


def __dir__() -> list[str]:
    return __all__


class Language(StrEnum):
    """The languages of all texts."""

    VI = "vi"
    EN = "en"


class FileKind(StrEnum):
    """The kinds of files that have a schema."""

    RUBRIC = "rubric"
    SUBMISSION = "submission"


# Help is put in by `command`, in the language of the run.
LangOption = Annotated[Language, typer.Option("--lang", metavar="vi|en", show_default=False)]
JsonOption = Annotated[bool, typer.Option("--json")]
ReadingOption = Annotated[list[str] | None, typer.Option("--reading", metavar="ID=OPTION")]
RubricArgument = Annotated[
    str, typer.Argument(metavar="SLUG|PATH", autocompletion=lambda: list(catalog.slugs()))
]

app = typer.Typer(
    name="rubrik",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=False,
    pretty_exceptions_enable=False,
)


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
        return _json(rubrics.listed_view(found))
    return _drawn(rubrics.listed(found, _words(lang)))


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
        return _json(rubrics.row_view(view, code, read) if code else view)
    if code:
        return _drawn(rubrics.row(code, found, read, _words(lang)))
    return _drawn(rubrics.whole(found, read, _words(lang), width()))


@app.command()
def score(  # noqa: PLR0913 - one for each option
    file: Annotated[str, typer.Argument(metavar="FILE")],
    *,
    rubric: Annotated[
        str,
        typer.Option(
            "--rubric",
            metavar="SLUG|PATH",
            show_default=False,
            autocompletion=lambda: list(catalog.slugs()),
        ),
    ] = "",
    reading: ReadingOption = None,
    readings: Annotated[bool, typer.Option("--readings")] = False,
    missing: Annotated[Policy | None, typer.Option("--missing", metavar="zero|range")] = None,
    strict: Annotated[bool, typer.Option("--strict")] = False,
    as_json: JsonOption = False,
    lang: LangOption = Language.VI,
) -> Answer:
    choices = chosen_readings(reading or ())
    report = load_report(file)
    standard = load_rubric(rubric or report.rubric)
    with about(named(file)):
        sheet = scoring.score(standard, report, readings=choices, missing=missing)
    is_refused = strict and sheets.is_open(sheet)
    text = (
        _as_json(sheet_view(sheet, lang.value))
        if as_json
        else drawn(sheets.sheet(sheet, _words(lang), width(), all_readings=readings))
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
    findings, say = audit(found), _words(lang)
    is_refused = strict and audits.is_questioned(findings)
    text = (
        _as_json(audits.audited_view(findings, say))
        if as_json
        else drawn(audits.audited(found, findings, say))
    )
    return Answer(text, Exit.OPEN if is_refused else Exit.DONE)


@app.command()
def template(
    rubric: RubricArgument,
    *,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", show_default=False)] = "",
    force: Annotated[bool, typer.Option("--force")] = False,
    as_json: JsonOption = False,
    lang: LangOption = Language.VI,
) -> Answer:
    found, say = load_rubric(rubric), _words(lang)
    if as_json:
        text = _as_json(templates.template_view(found, say))
    else:
        text = templates.template(found, say)
    if not output:
        return Answer(text)
    _write(output, text, force=force)
    return Answer(f"{say('written', file=output)}\n")


def _write(output: str, text: str, *, force: bool) -> None:
    try:
        with Path(output).open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise RefusedError(output, message("file-exists")) from None
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise RefusedError(output, message("file-unwritable", why=why)) from None


@app.command()
def schema(
    kind: Annotated[FileKind, typer.Argument(metavar="rubric|submission")],
    *,
    as_json: JsonOption = False,  # noqa: ARG001 - a schema is JSON; every command takes the option
    lang: LangOption = Language.VI,  # noqa: ARG001 - a schema has no language; every command takes it
) -> Answer:
    return _json(json_schema(Rubric if kind is FileKind.RUBRIC else Submission))


def _words(lang: Language) -> Words:
    return Words(lang.value)


def _drawn(*things: RenderableType) -> Answer:
    return Answer(drawn(*things))


def _json(value: object) -> Answer:
    return Answer(_as_json(value))


def _as_json(value: object) -> str:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n"


# The language.


def command(lang: Lang) -> Any:  # noqa: ANN401 - typer's class for it moves between its versions
    """The whole command line with its help, and every ``--lang`` default, in one language."""
    made: Any = typer.main.get_command(app)
    say = Words(lang)
    _speak(made, "rubrik", say)
    for name, each in made.commands.items():
        _speak(each, name, say)
        each.rich_help_panel = say("help-commands")
    return made


def _speak(made: Any, name: str, say: Words) -> None:  # noqa: ANN401
    made.help = made.short_help = say(f"help-{name}")
    made.get_help_option = partial(_help_option, made.get_help_option, say)
    for each in made.params:
        each.help = say(f"help-{name}-{each.name}" if each.name in _OWN else f"help-{each.name}")
        is_option = each.param_type_name == "option"
        each.rich_help_panel = say("help-options" if is_option else "help-arguments")
        if each.name == "lang":
            each.default = Language(say.lang)


_OWN = ("rubric", "strict")
"""Parameters that mean different things in different commands."""


def _help_option(original: Callable[[Any], Any], say: Words, context: Any) -> Any:  # noqa: ANN401
    """The option ``--help``, which typer makes itself, with our words."""
    option = original(context)
    option.help, option.rich_help_panel = say("help-help"), say("help-options")
    return option
