"""The command line: list, show, score, template, schema. It parses, calls and prints."""

import sys
from importlib import import_module
from importlib.util import find_spec

from rubrik.cli.language import chosen
from rubrik.wording import message

__all__ = ["main"]


def __dir__() -> list[str]:
    return __all__


_EXTRA = ("rich", "tomlkit", "typer")


def main() -> None:
    """Run the command in ``sys.argv`` and leave with its exit status.

    Raises:
        SystemExit: always; with 2 and one line of advice where the extra ``cli`` is not installed.
    """
    absent = tuple(name for name in _EXTRA if find_spec(name) is None)
    if absent:
        said = message("extra-absent", names=absent).text(chosen(sys.argv[1:]))
        sys.stderr.write(f"rubrik: {said}\n")
        raise SystemExit(2)
    # What draws and parses is loaded only here: nothing else in `rubrik` may need it.
    raise SystemExit(import_module("rubrik.cli.program").run(sys.argv[1:]))
