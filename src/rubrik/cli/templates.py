"""An empty submission: every input with its label and domain as comments, ready to be filled in."""

import json
import re
from collections.abc import Iterator

import tomlkit
from tomlkit.items import Table

from rubrik._version import __version__
from rubrik.codec.documents.commands import PinnedView, TemplateInputView, TemplateView
from rubrik.codec.documents.values import exact_or_none
from rubrik.measures import Input
from rubrik.rubric import Interpretation, Rubric
from rubrik.saying.foreign import one_line
from rubrik.saying.inputs import (
    codes_reading,
    counts_behind,
    described,
    options_of,
    tables_of,
    unit_of,
)
from rubrik.saying.words import Words

__all__ = ["template", "template_view"]


def __dir__() -> list[str]:
    return __all__


def template(rubric: Rubric, say: Words) -> str:
    """The empty submission as TOML with comments; lines to fill in begin with ``# name =``."""
    read = rubric.under()
    made = tomlkit.document()
    for line in (say("template-title", title=one_line(rubric.title)), say("template-how")):
        made.add(tomlkit.comment(line))
    made.add(tomlkit.nl())
    for key, value in _pinned(rubric).items():
        made.add(key, value)
    for name, lines in _tables(read, say).items():
        made.add(tomlkit.nl())
        made.add(name, _commented(lines))
    return tomlkit.dumps(made)


def _pinned(rubric: Rubric) -> PinnedView:
    return {"rubric": rubric.slug, "rubric_hash": rubric.content_hash, "unit": "", "period": ""}


def _commented(lines: Iterator[str]) -> Table:
    table = tomlkit.table()
    for line in lines:
        table.add(tomlkit.comment(line) if line else tomlkit.nl())
    return table


def _tables(read: Interpretation, say: Words) -> dict[str, Iterator[str]]:
    return {
        "labels": iter((say("template-labels"),)),
        "inputs": _inputs(read, say),
        "derived": iter((say("template-derived"),)),
        "claims": _rows(read, say, "template-claims", ""),
        "evidence": _rows(read, say, "template-evidence", '""'),
    }


def _inputs(read: Interpretation, say: Words) -> Iterator[str]:
    yield say("template-inputs")
    reading, counts, tables = codes_reading(read), counts_behind(read), tables_of(read)
    for name, declared in read.declared.inputs.items():
        yield ""
        yield from _about(declared, say)
        codes = reading.get(name, ())
        yield say("needed-by", codes=codes) if codes else say("needed-by-none")
        if name in counts:
            yield say("instead-of-counts", names=counts[name])
        for table in tables.get(name, ()):
            yield say("instead-of-table", name=table)
        yield f"{_key(name)} = "


def _about(declared: Input, say: Words) -> Iterator[str]:
    yield described(declared, say)
    if declared.definition:
        yield one_line(declared.definition)
    yield say("allowed", allowed=one_line(say.of(declared.allowed)))
    for name, words in options_of(declared).items():
        yield f"  - {name}: {one_line(words)}"


def _key(name: str) -> str:
    """A name as a key of a TOML file, in quotes where it needs them."""
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)


_BARE = re.compile(r"[A-Za-z0-9_-]+")


def _rows(read: Interpretation, say: Words, title: str, value: str) -> Iterator[str]:
    yield say(title)
    for code, node in read.nodes.items():
        if code not in read.scored:
            yield ""
            yield f"{code} {one_line(node.name)}"
            continue
        maximum = None if value else read.maxima[code]  # the evidence has none
        limit = "" if maximum is None else f" ({say('up-to', max=maximum)})"
        yield f"{json.dumps(code, ensure_ascii=False)} = {value}  # {one_line(node.name)}{limit}"


def template_view(rubric: Rubric, say: Words) -> TemplateView:
    """The empty submission as JSON, with what there is to fill in beside it."""
    read = rubric.under()
    reading = codes_reading(read)
    return {
        "format": 1,
        "version": __version__,
        "submission": {**_pinned(rubric), "inputs": {}, "claims": {}, "evidence": {}},
        "inputs": [
            _input_view(each, reading.get(name, ()), say)
            for name, each in read.declared.inputs.items()
        ],
        "criteria": [
            {"code": code, "name": node.name, "max": exact_or_none(read.maxima[code])}
            for code, node in read.nodes.items()
            if code in read.scored
        ],
    }


def _input_view(declared: Input, codes: tuple[str, ...], say: Words) -> TemplateInputView:
    """One input for other programs."""
    return {
        "name": declared.name,
        "label": declared.label,
        "kind": declared.kind,
        "unit": unit_of(declared),
        "allowed": say.of(declared.allowed),
        "options": dict(options_of(declared)),
        "definition": declared.definition,
        "form": declared.form,
        "criteria": list(codes),
    }
