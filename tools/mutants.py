"""The mutants of a module: its text with one small thing changed, as mutmut changes it.

The operators are mutmut's. Its own runner reaches neither decorated functions nor what stands
outside of functions, such as the fields of attrs classes, tables and patterns; here the whole file
is mutated. Left out is what no test can see: annotations, type variables, overloads, `__all__` with
its `__dir__`, what only the type checker reads, and what it proves unreachable.
"""

import difflib
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import libcst as cst
from attrs import frozen
from libcst import matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

__all__ = ["Mutant", "functions", "mutants"]

_LEFT_OUT = (
    m.Annotation()
    | m.ImportFrom()
    | m.Import()
    | m.If(test=m.Name("TYPE_CHECKING"))
    | m.FunctionDef(name=m.Name("__dir__"))
    | m.FunctionDef(decorators=[m.ZeroOrMore(), m.Decorator(m.Name("overload")), m.ZeroOrMore()])
    | m.Assign(targets=[m.AssignTarget(m.Name("__all__"))])
    | m.Assign(value=m.Call(func=m.Name("TypeVar")))
    | m.Call(func=m.Name("assert_never"))
    | m.SimpleStatementLine(body=[m.Expr(m.SimpleString())])
)


@frozen
class Mutant:
    """One change: where it is, what it says, and the functions that it changes.

    ``changed`` has the new code of each function by its place in the file; it is ``None`` where
    the change is outside of all functions, so that the module must be imported again.
    """

    path: Path
    first: int
    last: int
    text: str
    diff: str
    changed: dict[tuple[str, int], CodeType] | None


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a file, in the order of its lines."""
    text = path.read_text(encoding="utf-8")
    before = functions(text, path)
    wrapper = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
    finder = _Finder()
    wrapper.visit(finder)
    seen = {text}
    for node, changed, first, last in finder.found:
        mutated = cst.ensure_type(wrapper.module.deep_replace(node, changed), cst.Module).code
        if mutated not in seen and mutated.count("assert_never(") == text.count("assert_never("):
            seen.add(mutated)
            yield Mutant(
                path, first, last, mutated, _diff(text, mutated), _changed(before, mutated, path)
            )


def functions(text: str, path: Path) -> dict[tuple[str, int], CodeType]:
    """The code of each function outside of functions, by its name and its number in the file.

    The rest of the file, with its class bodies, is under the empty name.
    """
    found: dict[tuple[str, int], CodeType] = {}
    whole = _outside(compile(text, str(path), "exec", dont_inherit=True), found)
    return {**found, ("", 0): whole}


def _outside(code: CodeType, found: dict[tuple[str, int], CodeType]) -> CodeType:
    """Put functions aside by name, and give the code that runs at import without them."""
    constants: list[object] = []
    for each in code.co_consts:
        if not isinstance(each, CodeType):
            constants.append((type(each).__name__, repr(each)))
        elif "<locals>" in each.co_qualname or not each.co_flags & 1:  # a class body
            constants.append(_essence(_outside(each, found)))
        else:
            number = sum(name == each.co_qualname for name, _ in found)
            found[each.co_qualname, number] = each
            constants.append(each.co_qualname)
    return code.replace(co_consts=(repr(constants),))


def _changed(
    before: dict[tuple[str, int], CodeType], text: str, path: Path
) -> dict[tuple[str, int], CodeType] | None:
    try:
        after = functions(text, path)
    except SyntaxError:
        return None
    if before.keys() != after.keys() or _essence(before["", 0]) != _essence(after["", 0]):
        return None
    return {key: after[key] for key in before if _essence(before[key]) != _essence(after[key])}


def _essence(code: CodeType) -> object:
    """What a piece of code does, wherever it stands."""
    constants = [
        _essence(each) if isinstance(each, CodeType) else (type(each).__name__, repr(each))
        for each in code.co_consts
    ]
    return code.co_code, constants, code.co_names, code.co_varnames, code.co_exceptiontable


def _diff(before: str, after: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return "\n".join(line for line in lines if not line.startswith(("---", "+++", "@@")))


class _Finder(cst.CSTVisitor):
    """Collects each node with what may stand in its place, and the lines of its statement."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[cst.CSTNode, cst.CSTNode, int, int]] = []
        self.lines: list[tuple[int, int]] = [(1, 1)]

    def on_visit(self, node: cst.CSTNode) -> bool:
        if m.matches(node, _LEFT_OUT):
            return False
        if isinstance(node, cst.SimpleStatementLine | cst.Match):
            place = self.get_metadata(PositionProvider, node)
            self.lines.append((place.start.line, place.end.line))
        elif isinstance(node, cst.BaseCompoundStatement):
            self.lines.append(self._head(node))
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                self.found += [(node, each, *self.lines[-1]) for each in operator(node)]
        return True

    def _head(self, node: cst.BaseCompoundStatement) -> tuple[int, int]:
        """The lines before the block; nothing in the block is on them."""
        place = self.get_metadata(PositionProvider, node)
        return place.start.line, self.get_metadata(PositionProvider, node.body).start.line

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.SimpleStatementLine | cst.BaseCompoundStatement) and (
            not m.matches(original_node, _LEFT_OUT)
        ):
            self.lines.pop()
