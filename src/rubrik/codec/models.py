"""Rubrics and submissions from plain data, and back into it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import attrs
from cattrs.errors import BaseValidationError

from rubrik.codec.expansion import expanded
from rubrik.codec.levels import spelled_field, spelled_out
from rubrik.codec.refusals import problems_in
from rubrik.codec.shapes import file_key
from rubrik.codec.structure import converter, expect
from rubrik.cohort import CohortRecord
from rubrik.errors import (
    CohortError,
    Problem,
    RubricError,
    RubrikError,
    SubmissionError,
    bounded,
    meant,
)
from rubrik.rubric import (
    REPLACEABLE,
    REPLACEABLE_OF_RANKING,
    REPLACEABLE_OF_SCALE,
    Node,
    Reading,
    ReadingOption,
    Replacement,
    Rubric,
    check,
    owner_of,
    unknown_owner,
)
from rubrik.scales import Ranking, Scale
from rubrik.scorers import collected, together
from rubrik.submission import Adjudications, Submission
from rubrik.wording import message, named, quoted

__all__ = ["adjudications_from", "cohort_from", "rubric_from", "submission_from"]


def __dir__() -> list[str]:
    return __all__


Raw = Mapping[str, Any]

Owner = Node | Scale | Ranking
"""What an option of a reading can replace fields of."""


def submission_from(raw: Raw) -> Submission:
    """A submission from plain data.

    Raises:
        SubmissionError: with every problem found, each with its path.
    """
    if "slug" in raw:
        raise SubmissionError([Problem((), message("is-rubric"))])
    if "bounds" in raw:
        raise SubmissionError([Problem((), message("is-cohort"))])
    try:
        return converter().structure(raw, Submission)
    except (BaseValidationError, RubrikError) as error:
        raise SubmissionError(bounded(problems_in(error, raw))) from None


def adjudications_from(raw: Raw) -> Adjudications:
    """A verifying office's decisions from plain data.

    Raises:
        SubmissionError: with every problem found, each with its path.
    """
    if "slug" in raw:
        raise SubmissionError([Problem((), message("is-no-adjudications"))])
    foreign = [key for key in raw if key in _OF_THE_UNIT]
    problems = [Problem((), message("is-submission-of-a-unit", name=key)) for key in foreign]
    own = {key: value for key, value in raw.items() if key not in foreign}
    try:
        found = converter().structure(own, Adjudications)
    except (BaseValidationError, RubrikError) as error:
        raise SubmissionError(bounded([*problems, *problems_in(error, raw)])) from None
    if problems:
        raise SubmissionError(problems)
    return found


_OF_THE_UNIT = {field.name for field in attrs.fields(Submission)} - {
    field.name for field in attrs.fields(Adjudications)
}


def cohort_from(raw: Raw) -> CohortRecord:
    """A published cohort from plain data.

    Raises:
        CohortError: with every problem found, each with its path.
    """
    if "slug" in raw:
        raise CohortError([Problem((), message("is-no-cohort"))])
    try:
        return converter().structure(raw, CohortRecord)
    except (BaseValidationError, RubrikError) as error:
        raise CohortError(bounded(problems_in(error, raw))) from None


def rubric_from(raw: Raw) -> Rubric:
    """A rubric from plain data, checked.

    Raises:
        RubricError: with every problem found, each with its path.
    """
    if "rubric" in raw:
        raise RubricError([Problem((), message("is-submission"))])
    raw = spelled_out(expanded(raw))
    written = {key: value for key, value in raw.items() if key not in ("reading", "shapes")}
    try:
        rubric = converter().structure(written, Rubric)
    except (BaseValidationError, RubrikError) as error:
        raise RubricError(bounded(problems_in(error, raw))) from None
    rows = expect(raw.get("reading", []), list, "list", "reading")
    readings, problems = _readings(rows, rubric)
    if problems:
        raise RubricError(bounded(problems))
    return check(attrs.evolve(rubric, readings=readings))


# Readings: their options name fields of nodes, whose types say how the values are read.


def _owners(rubric: Rubric) -> Mapping[str, Owner]:
    nodes = {node.code: node for node in rubric.nodes}
    return {**nodes, **{owner_of(each): each for each in rubric.scales}, "ranking": rubric.ranking}


def _readings(rows: list[Any], rubric: Rubric) -> tuple[tuple[Reading, ...], list[Problem]]:
    owners = _owners(rubric)
    found: list[Reading] = []
    problems: list[Problem] = []
    for index, row in enumerate(rows):
        is_named = isinstance(row, dict) and isinstance(row.get("id"), str)
        path = f"reading '{row['id']}'" if is_named else f"reading[{index}]"
        try:
            found.append(_reading(row, owners))
        except RubricError as error:
            problems += [attrs.evolve(each, path=(path, *each.path)) for each in error.problems]
    return tuple(found), problems


def _reading(row: Any, owners: Mapping[str, Owner]) -> Reading:  # noqa: ANN401
    """A reading; its options are read apart, as each is a table of rows and fields."""
    written = expect(row, dict, "table")
    bare = {key: each for key, each in written.items() if key not in ("options", "labels")}
    reading, options = together(
        partial(_structured, {**bare, "options": []}, Reading), partial(_options, written, owners)
    )
    found: Reading = attrs.evolve(reading, options=options)
    return found


def _structured(raw: Any, kind: Any) -> Any:  # noqa: ANN401
    try:
        return converter().structure(raw, kind)
    except (BaseValidationError, RubrikError) as error:
        raise RubricError(bounded(problems_in(error, raw))) from None


def _options(row: Raw, owners: Mapping[str, Owner]) -> tuple[ReadingOption, ...]:
    if "options" not in row:
        raise RubricError([Problem((), message("missing-key", name="options"))])
    options = expect(row["options"], dict, "table", "options")
    labels = _structured(row.get("labels", {}), Mapping[str, str])
    for name in labels:
        if name not in options:
            said = message("unknown-reading-option", name=named(name))
            raise RubricError([Problem(("labels",), said, meant(name, options))])
    own = row.get("nodes", ())
    own = [code for code in own if isinstance(code, str)] if isinstance(own, list) else []
    makers = [
        partial(_option, name, body, labels.get(name, ""), own, owners)
        for name, body in options.items()
    ]
    return tuple(collected(makers))


def _option(
    name: str,
    body: Any,  # noqa: ANN401
    label: str,
    own: Sequence[str],
    owners: Mapping[str, Owner],
) -> ReadingOption:
    path = f"option '{name}'"
    try:
        table = expect(body, dict, "table")
        why = _why_not(table)
        rows = {code: each for code, each in table.items() if code not in _ABOUT_EFFECT}
        makers = [
            partial(_replacement, node, field, value, owners)
            for code, fields in rows.items()
            for node in (own if code == "*" else [code])
            for field, value in expect(fields, dict, "table").items()
        ]
        replaces = tuple(collected(makers))
    except RubricError as error:
        problems = [attrs.evolve(each, path=(path, *each.path)) for each in error.problems]
        raise RubricError(problems) from None
    return ReadingOption(id=name, label=label, replaces=replaces, no_effect=why)


def _why_not(option: Raw) -> str:
    """Why an option changes nothing, where it says so; otherwise nothing."""
    effect = option.get("effect", "")
    if effect not in ("", "none"):
        said = message("not-one-of", found=quoted(str(effect)), allowed=("none",))
        raise RubricError([Problem(("effect",), said)])
    why: str = expect(option.get("why", ""), str, "text", "why")
    return why if effect else ""


_ABOUT_EFFECT = ("effect", "why")


def _replacement(
    code: str,
    field: str,
    value: Any,  # noqa: ANN401
    owners: Mapping[str, Owner],
) -> Replacement:
    if code not in owners:
        raise RubricError([Problem((), *unknown_owner(code, owners))])
    try:
        return Replacement(code, field, _typed(owners[code], field, spelled_field(field, value)))
    except (BaseValidationError, RubrikError) as error:
        found = bounded(problems_in(error, {}))
        here = [attrs.evolve(each, path=(code, field, *each.path)) for each in found]
        raise RubricError(here) from None


def _typed(replaced: Owner, field: str, value: Any) -> Any:  # noqa: ANN401
    """The value in the type of the attribute that a dotted path leads to."""
    owner: Any = replaced
    kind: Any = type(replaced)
    first, replaceable = field.partition(".")[0], _replaceable(replaced)
    if first not in replaceable:
        hint = meant(first, replaceable)
        raise RubricError([Problem((), message("unknown-field", name=named(first)), hint)])
    for step in field.split("."):
        if isinstance(owner, tuple) and step.isdigit() and int(step) < len(owner):
            owner, kind = owner[int(step)], _item_kind(kind)
        elif isinstance(owner, dict) and step in owner:
            owner, kind = owner[step], _item_kind(kind)
        else:
            owner, kind = _attribute(owner, step)
    return converter().structure(value, kind)


def _replaceable(owner: Owner) -> tuple[str, ...]:
    match owner:
        case Scale():
            return REPLACEABLE_OF_SCALE
        case Ranking():
            return REPLACEABLE_OF_RANKING
        case _:
            return REPLACEABLE


def _item_kind(kind: Any) -> Any:  # noqa: ANN401
    return kind.__args__[-1] if kind.__args__[-1] is not ... else kind.__args__[0]


def _attribute(owner: Any, step: str) -> tuple[Any, Any]:  # noqa: ANN401
    kind = type(owner)
    fields = (
        {file_key(kind, each.name): each for each in attrs.fields(attrs.resolve_types(kind))}
        if attrs.has(kind)
        else {}
    )
    if step not in fields:
        hint = meant(step, fields)
        raise RubricError([Problem((), message("unknown-field", name=named(step)), hint)])
    return getattr(owner, fields[step].name), fields[step].type
