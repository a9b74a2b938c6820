"""Rubrics and submissions from plain data, and back into it."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

import attrs
from cattrs.errors import BaseValidationError

from rubrik.codec.refusals import problems_in
from rubrik.codec.shapes import file_key
from rubrik.codec.structure import converter
from rubrik.errors import Problem, RubricError, RubrikError, SubmissionError, bounded, meant
from rubrik.rubric import Node, Reading, ReadingOption, Replacement, Rubric, check
from rubrik.submission import Submission
from rubrik.wording import message

__all__ = ["rubric_from", "submission_from"]


def __dir__() -> list[str]:
    return __all__


Raw = Mapping[str, Any]


def submission_from(raw: Raw) -> Submission:
    """A submission from plain data.

    Raises:
        SubmissionError: with every problem found, each with its path.
    """
    if "slug" in raw:
        raise SubmissionError([Problem((), message("is-rubric"))])
    try:
        return converter().structure(raw, Submission)
    except (BaseValidationError, RubrikError) as error:
        raise SubmissionError(bounded(problems_in(error, raw))) from None


def rubric_from(raw: Raw) -> Rubric:
    """A rubric from plain data, checked.

    Raises:
        RubricError: with every problem found, each with its path.
    """
    if "rubric" in raw:
        raise RubricError([Problem((), message("is-submission"))])
    raw = _expanded(raw)
    written = {key: value for key, value in raw.items() if key not in ("reading", "shapes")}
    try:
        rubric = converter().structure(written, Rubric)
    except (BaseValidationError, RubrikError) as error:
        raise RubricError(bounded(problems_in(error, raw))) from None
    readings, problems = _readings(raw.get("reading", []), rubric)
    if problems:
        raise RubricError(bounded(problems))
    return check(attrs.evolve(rubric, readings=readings))


# Shapes: a rule written once and named where it is used.

_RULE_KEYS = ("score", "part", "then", "otherwise", "parts")


def _expanded(raw: Raw) -> Raw:
    """The file with every shape in the place of its name, in rows and in readings of them."""
    shapes = raw.get("shapes")
    if not isinstance(shapes, dict):
        return raw
    ruled = {key: _named(raw[key], shapes) for key in ("node", "reading") if key in raw}
    return {**raw, **ruled}


def _named(value: Any, shapes: Raw) -> Any:  # noqa: ANN401
    if isinstance(value, list):
        return [_named(each, shapes) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _rule(each, shapes)
        if key in _RULE_KEYS or key.startswith("score.")
        else _named(each, shapes)
        for key, each in value.items()
    }


def _rule(value: Any, shapes: Raw) -> Any:  # noqa: ANN401
    if isinstance(value, str) and value in shapes:
        return _named(deepcopy(shapes[value]), shapes)
    if isinstance(value, list):
        return [_rule(each, shapes) for each in value]
    found = _named(value, shapes)
    if isinstance(found, dict) and isinstance(found.get("options"), dict):
        options = {name: _rule(each, shapes) for name, each in found["options"].items()}
        return {**found, "options": options}
    return found


# Readings: their options name fields of nodes, whose types say how the values are read.


def _readings(rows: Any, rubric: Rubric) -> tuple[tuple[Reading, ...], list[Problem]]:  # noqa: ANN401
    nodes = {node.code: node for node in rubric.nodes}
    found: list[Reading] = []
    problems: list[Problem] = []
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        name = row.get("id", index) if isinstance(row, dict) else index
        try:
            found.append(_reading(row, nodes, (f"reading '{name}'",)))
        except (RubricError, SubmissionError) as error:
            problems.extend(error.problems)
    if not isinstance(rows, list):
        problems.append(Problem(("reading",), message("type-list")))
    return tuple(found), problems


def _reading(row: Any, nodes: Mapping[str, Node], path: tuple[str, ...]) -> Reading:  # noqa: ANN401
    plain_row = {key: each for key, each in row.items() if key not in ("options", "labels")}
    labels = row.get("labels", {})
    options: list[ReadingOption] = []
    problems: list[Problem] = []
    for name, body in row.get("options", {}).items():
        here = (*path, f"option '{name}'")
        replaces = list(_replacements(body, row.get("nodes", ()), nodes, here, problems))
        options.append(
            ReadingOption(
                id=name,
                label=labels.get(name, ""),
                replaces=tuple(replaces),
                no_effect=body.get("why", "") if body.get("effect") == "none" else "",
            )
        )
    return _with_options(plain_row, options, problems, path)


def _with_options(
    row: Raw, options: list[ReadingOption], problems: list[Problem], path: tuple[str, ...]
) -> Reading:
    try:
        bare = converter().structure({**row, "options": []}, Reading)
    except (BaseValidationError, RubrikError) as error:
        problems += [
            attrs.evolve(each, path=(*path, *each.path)) for each in problems_in(error, row)
        ]
    if problems:
        raise RubricError(tuple(problems))
    return attrs.evolve(bare, options=tuple(options))


_ABOUT_EFFECT = ("effect", "why")


def _replacements(
    body: Raw,
    own: list[str],
    nodes: Mapping[str, Node],
    path: tuple[str, ...],
    problems: list[Problem],
) -> Iterator[Replacement]:
    for code, fields in body.items():
        if code in _ABOUT_EFFECT:
            continue
        for node in own if code == "*" else [code]:
            if node not in nodes:
                hint = meant(node, nodes)
                problems.append(Problem(path, message("unknown-node", name=node), hint))
                continue
            for field, value in fields.items():
                try:
                    yield Replacement(node, field, _typed(nodes[node], field, value))
                except (BaseValidationError, RubrikError) as error:
                    here = (*path, node, field)
                    problems += [
                        attrs.evolve(each, path=(*here, *each.path))
                        for each in problems_in(error, {})
                    ]


def _typed(node: Node, field: str, value: Any) -> Any:  # noqa: ANN401
    """The value in the type of the attribute that a dotted path leads to."""
    owner: Any = node
    kind: Any = type(node)
    for step in field.split("."):
        if isinstance(owner, tuple) and step.isdigit() and int(step) < len(owner):
            owner, kind = owner[int(step)], _item_kind(kind)
        elif isinstance(owner, dict) and step in owner:
            owner, kind = owner[step], _item_kind(kind)
        else:
            owner, kind = _attribute(owner, step)
    return converter().structure(value, kind)


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
        raise RubricError([Problem((), message("unknown-field", name=step), hint)])
    return getattr(owner, fields[step].name), fields[step].type
