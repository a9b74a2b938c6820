"""Writes the reference page of every rubric that ships, from its data alone.

Usage: python tools/rubric_pages.py [FOLDER], by default docs/reference/rubrics. What the pages say
is what the files of the rubrics say; a test holds the committed pages against this script.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import rubrik
from rubrik.auditing import Finding, audit
from rubrik.figures import shown
from rubrik.measures import Input, SourcePlace
from rubrik.rubric import Group, Interpretation, Node, Reading, Rubric, limit_of
from rubrik.scales import Level, Scale, Threshold, thresholds

FOLDER = Path(__file__).parents[1] / "docs" / "reference" / "rubrics"


def page(rubric: Rubric) -> str:
    """One rubric in Markdown: its head, rows, inputs, levels and readings, and what is found."""
    read = rubric.under()
    parts = [
        f"# {rubric.title}",
        "This page is generated from the rubric's file.",
        *_head(rubric, read),
        "## Rows",
        "Printed words stand as printed, misprints included. A maximum in brackets is not printed.",
        _table(
            ("Code", "Row", "Max", "Rule", "Printed rule and note", "Line"), _rows(rubric, read)
        ),
        "## Inputs",
        _table(("Name", "Label", "Kind", "Unit", "Form item"), map(_input, rubric.inputs)),
        *_scales(read),
        "## Readings",
        "Where the print does not decide, one option is in force unless another is chosen.",
        *(_reading(each) for each in rubric.readings),
        "## Findings",
        "What [the audit](../command-line.md) proves of the rubric by its rules, before any data.",
        _findings(audit(rubric)),
    ]
    return "\n\n".join(parts) + "\n"


def _head(rubric: Rubric, read: Interpretation) -> Iterator[str]:
    facts = (
        ("slug", f"`{rubric.slug}`"),
        ("issued by", rubric.issuer),
        ("number", rubric.number),
        ("date", rubric.date),
        ("effective year", rubric.effective_year),
        ("based on", ", ".join(rubric.based_on)),
        ("replaces", ", ".join(rubric.replaces)),
        ("amends", ", ".join(rubric.amends)),
        ("maximum", None if read.maximum is None else shown(read.maximum, "en")),
        ("content hash", f"`{rubric.content_hash}`"),
    )
    said = ((name, str(value)) for name, value in facts if value)
    yield _table(("Head", ""), said)
    yield _table(("Document", "Title"), ((f"`{each.id}`", each.title) for each in rubric.documents))


def _rows(rubric: Rubric, read: Interpretation) -> Iterator[Sequence[str]]:
    for base in rubric.nodes:
        node = read.nodes[base.code]
        name = f"**{_cell(node.name)}**" if isinstance(node, Group) else _cell(node.name)
        printed = " / ".join(filter(None, (node.printed, node.note)))
        yield (
            node.code,
            name,
            _maximum(base, read),
            _rule(node),
            _cell(printed),
            _line(node.source),
        )


def _maximum(base: Node, read: Interpretation) -> str:
    """The maximum, in brackets where it is not printed."""
    maximum = read.maxima[base.code]
    if maximum is None:
        return ""
    figure = shown(maximum, "en")
    return figure if maximum == base.max else f"({figure})"


def _rule(node: Node) -> str:
    """The rule as its values read, over what it measures."""
    if node.score is None:
        return ""
    over = "" if node.measure is None else f"<br>over `{_code(str(node.measure))}`"
    shown_only = isinstance(node, Group) and node.counts == "parts"
    return f"`{_code(str(node.score))}`{over}{'<br>shown only' if shown_only else ''}"


def _line(source: SourcePlace | None) -> str:
    return "" if source is None else str(source.line)


def _input(each: Input) -> Sequence[str]:
    kind = f"{each.kind}, unscored" if each.unscored else each.kind
    unit = str(getattr(each, "unit", ""))
    return (f"`{each.name}`", _cell(each.label), kind, _cell(unit), _cell(each.form))


def _reading(reading: Reading) -> str:
    options = [
        f"- `{option.id}`"
        + (" (in force)" if option.id == reading.default else "")
        + (f": {_prose(option.label)}" if option.label else "")
        + (f" – changes no points: {_prose(option.no_effect)}" if option.no_effect else "")
        for option in reading.options
    ]
    lines = [
        f"### {reading.id}",
        f"{_prose(reading.question)}\n{_prose(reading.question_en)}",
        f"Rows {', '.join(reading.nodes)}; printed: “{_prose(reading.printed)}”",
        "\n".join(options),
        f"{_prose(reading.reason)}\n{_prose(reading.reason_en)}",
    ]
    return "\n\n".join(lines)


def _scales(read: Interpretation) -> Iterator[str]:
    """Every scale with its levels, and the printed words of what each asks for."""
    if not read.scales:
        return
    yield "## Levels"
    yield "Points in brackets are what a printed share comes to, as the readings in force have it."
    for scale in read.scales.values():
        decides = "" if scale.decides else " – for reference"
        rows = f"\n\nFor each of the rows {', '.join(scale.nodes)}." if scale.nodes else ""
        yield f"### {scale.id}\n\n{_prose(scale.name)}{decides}.{rows}"
        yield _table(
            ("Level", "Asks for", "Line"), (_level(each, scale, read) for each in scale.levels)
        )
        below = [f"Below all of them: {_prose(scale.below)}."] if scale.below else []
        vetoes = [f"Shut out: {_prose(each.reason)}" for each in scale.vetoes]
        yield from (*below, *vetoes)


def _level(level: Level, scale: Scale, read: Interpretation) -> Sequence[str]:
    asked: dict[str, list[str]] = {}
    for each in thresholds(level.conditions):
        limit = limit_of(each, scale, read)
        points = [] if limit is None else [f"{_SIGNS[each.op]} {shown(limit, 'en')}"]
        asked.setdefault(_asked(each, scale), []).extend(points)
    said = [
        f"{words} ({', '.join(points)})" if points else words for words, points in asked.items()
    ]
    places = (level.source, *(each.source for each in thresholds(level.conditions)))
    lines = dict.fromkeys(_line(place) for place in places if place is not None)
    name = f"{level.name} ({level.label})" if level.label else level.name
    return (_cell(name), "<br>".join(said), ", ".join(lines))


def _asked(threshold: Threshold, scale: Scale) -> str:
    """The row that a condition is about, where it is one, and the printed words."""
    node = threshold.node or (scale.nodes[0] if len(scale.nodes) == 1 else "")
    return " ".join(filter(None, (node, _cell(threshold.printed))))


_SIGNS = {">=": "≥", ">": "\\>", "<=": "≤", "<": "\\<"}


def _findings(findings: Sequence[Finding]) -> str:
    if not findings:
        return "Nothing."
    rows = (
        (_cell(each.code), each.kind.value, each.severity.value, _cell(each.message.text("en")))
        for each in findings
    )
    return _table(("Code", "Kind", "Severity", "Finding"), rows)


def _table(head: Sequence[str], rows: object) -> str:
    lines = [head, ["---"] * len(head), *rows]  # type: ignore[misc]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    return _prose(text).replace("|", "\\|")


def _prose(text: str) -> str:
    """Text that Markdown leaves alone."""
    for sign in ("\\", "*", "_", "<", ">", "[", "]", "`"):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def _code(text: str) -> str:
    return " ".join(text.split()).replace("`", "'").replace("|", "\\|")


def pages() -> dict[str, str]:
    """The page of every rubric that ships, by file name below the folder."""
    return {f"{slug.replace('/', '-')}.md": page(rubrik.load(slug)) for slug in rubrik.slugs()}


def main(folder: Path = FOLDER) -> None:
    """Write the pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
