"""Readings whose default is not what is printed."""

from collections.abc import Iterator

from rubrik.auditing.findings import Finding, Kind, Severity
from rubrik.auditing.subject import Subject
from rubrik.wording import message

__all__ = ["reading_in_force"]


def __dir__() -> list[str]:
    return __all__


def reading_in_force(subject: Subject) -> Iterator[Finding]:
    """Rows whose points are, by default, those of an option and not those of the bare print."""
    for reading in subject.rubric.readings:
        option = reading.option(reading.default)
        fields: dict[str, list[str]] = {}
        for each in () if option.no_effect else option.replaces:
            fields.setdefault(each.node, []).append(each.field)
        for code, replaced in fields.items():
            said = message(
                "finding-reading-in-force",
                reading=reading.id,
                option=option.id,
                fields=tuple(replaced),
            )
            yield Finding(code, Kind.READING_IN_FORCE, Severity.NOTE, said, reading.printed)
