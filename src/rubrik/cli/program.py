"""One run of the command line: arguments in, text out, an exit status back."""

import io
import os
import sys
from collections.abc import Sequence

import typer

from rubrik.cli.answers import Answer, Exit
from rubrik.cli.commandline import command
from rubrik.cli.language import chosen
from rubrik.cli.refusals import USAGE_ERROR, RefusedError, usage
from rubrik.errors import RubrikError
from rubrik.figures import Lang
from rubrik.saying.foreign import visible
from rubrik.wording import message, told

__all__ = ["run"]


def __dir__() -> list[str]:
    return __all__


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status; whatever goes wrong is said on standard error."""
    _speak_utf8()
    lang = chosen(arguments)
    try:
        return _answered(arguments, lang)
    except (KeyboardInterrupt, typer.Abort):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Python flushes standard output once more on its way out: let that go nowhere.
        sys.stdout = io.TextIOWrapper(io.FileIO(os.devnull, "w"))
        return Exit.READER_GONE
    except (RubrikError, RefusedError) as error:
        return _complain(error.text(lang))
    except OSError as error:
        why = error.strerror or type(error).__name__
        return _complain(message("system-refuses", why=told(why)).text(lang))
    except USAGE_ERROR as error:
        return _complain(usage(error).text(lang))


def _speak_utf8() -> None:
    """Vietnamese does not fit into ASCII or a Windows code page, wherever output goes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _answered(arguments: Sequence[str], lang: Lang) -> int:
    answer = command(lang).main(list(arguments), prog_name="rubrik", standalone_mode=False)
    if not isinstance(answer, Answer):
        return int(answer or 0)  # help, version and completion have said what they say
    for warning in answer.warnings:
        _say(message("warning", what=warning).text(lang))
    sys.stdout.write(answer.text)
    sys.stdout.flush()
    for refusal in answer.refused:  # after a long table, where it is seen
        _say(refusal.text(lang))
    sys.stderr.write(visible(answer.closing))
    return answer.status


def _complain(text: str) -> int:
    _say(text)
    return Exit.UNUSABLE


def _say(text: str) -> None:
    sys.stderr.write(f"rubrik: {visible(text)}\n")
