"""The mutants of a module: its text with one small thing changed, as mutmut changes it.

The operators are mutmut's. Its own runner reaches neither decorated functions nor what stands
outside of functions, such as the fields of attrs classes, tables and patterns; here the whole file
is mutated. Left out is what no test can see: annotations, type variables, overloads, `__all__` with
its `__dir__`, what only the type checker reads, and what it proves unreachable.
"""

import difflib
from pathlib import Path
from types import CodeType

import libcst as cst
from attrs import frozen
from libcst import matchers as m
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

__all__ = ["MutableFile", "Mutant", "functions"]

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


@frozen
class _Change:
    """A node, what may stand in its place, and where: the statement of the file, and the lines."""

    node: cst.CSTNode
    changed: cst.CSTNode
    statement: int
    first: int
    last: int
    in_function: bool


class MutableFile:
    """A file of Python, and every change that can be made to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self._functions = functions(self.text, path)
        wrapper = MetadataWrapper(cst.parse_module(self.text), unsafe_skip_copy=True)
        finder = _Finder()
        wrapper.visit(finder)
        self._module = wrapper.module
        self.changes = finder.found
        self._pieces = [self._module.code_for_node(each) for each in self._module.body]
        self._before = self.text.index(self._pieces[0]) if self._pieces else 0

    def mutant(self, number: int) -> Mutant | None:
        """The mutant that a change makes; ``None`` where it makes none that a test could see."""
        change = self.changes[number]
        statement = self._module.body[change.statement].deep_replace(change.node, change.changed)
        start = self._before + sum(map(len, self._pieces[: change.statement]))
        end = start + len(self._pieces[change.statement])
        piece = self._module.code_for_node(cst.ensure_type(statement, cst.CSTNode))
        text = self.text[:start] + piece + self.text[end:]
        if text == self.text or text.count("assert_never(") < self.text.count("assert_never("):
            return None
        diff = _diff(self.text, text)
        code = _changed(self._functions, text, self.path)
        return Mutant(self.path, change.first, change.last, text, diff, code)


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


class _Finder(cst.CSTVisitor):  # type: ignore[misc]  # mypy does not see libcst
    """Collects each node with what may stand in its place, and the lines of its statement."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[_Change] = []
        self.lines: list[tuple[int, int]] = [(1, 1)]
        self.statement = -1
        self.functions = 0

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.BaseCompoundStatement | cst.SimpleStatementLine):
            self.statement += len(self.lines) == 1
            self.functions += isinstance(node, cst.FunctionDef)
            self.lines.append(self._lines(node))
        if m.matches(node, _LEFT_OUT):
            return False
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                self.found += [
                    _Change(node, each, self.statement, *self.lines[-1], self.functions > 0)
                    for each in operator(node)
                ]
        return True

    def _lines(self, node: cst.CSTNode) -> tuple[int, int]:
        """The lines of a statement, without those of its block; of a match with all its cases."""
        place = self.get_metadata(PositionProvider, node)
        if isinstance(node, cst.BaseCompoundStatement) and not isinstance(node, cst.Match):
            return place.start.line, self.get_metadata(PositionProvider, node.body).start.line
        return place.start.line, place.end.line

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.BaseCompoundStatement | cst.SimpleStatementLine):
            self.functions -= isinstance(original_node, cst.FunctionDef)
            self.lines.pop()
