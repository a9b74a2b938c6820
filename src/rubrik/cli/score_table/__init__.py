"""The command `score-table`: tables of many units from file to file.

`command` and `jobs` can always be imported; all else needs Polars, and is imported by its name when
the command is run.
"""

__all__: list[str] = []


def __dir__() -> list[str]:
    return __all__
