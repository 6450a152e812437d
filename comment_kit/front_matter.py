"""Take a text's front matter off it, and read its YAML so that every scalar stays the text that was typed."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct, field
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, StringMark, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

LARGEST = 100_000
"""Characters of a front matter."""

_FRONT = re.compile(r"---[ \t]*\n(?=[ \t]*\S)(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_BEGUN = re.compile(r"---[ \t]*\n[ \t]*[\w\"'-]+[ \t]*:(?:\s|\Z)")

# Control characters but tab and line feed, and the private planes that templates and forms work with.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ufeff\U000f0000-\U0010ffff\ud800-\udfff]")

_MOST_VALUES = 5_000
_DEEPEST = 12


class BadYaml(Exception):  # noqa: N818 -- becomes a diagnostic
    """YAML that cannot be read: what is wrong, and where, line and column from 1."""

    def __init__(self, problem: str, line: int, column: int, *, remedy: str | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line
        self.column = column
        self.remedy = remedy


class Document(Struct, frozen=True, kw_only=True):
    """What a YAML mapping says."""

    values: Mapping[str, Any]
    """Texts, booleans, tuples and mappings; None where a key has no value."""
    places: Mapping[str, tuple[int, int]]
    """Line and column, from 1, of each key: "docket.title", "authors.0.name"."""
    repeated: tuple[str, ...]
    """Keys that stand twice; the first of them counts."""


class Parts(Struct, frozen=True, kw_only=True):
    """A text taken apart into front matter and body."""

    yaml: str | None
    """None where the text has no front matter."""
    body: str
    first_line: int
    """The line of the text on which the body begins, counted from 1."""
    unclosed: bool = False
    """True where a front matter begins and never ends; the body is then empty."""


def take_apart(text: str) -> Parts:
    """Return the front matter and the body of ``text``, whose lines end with line feeds."""
    found = _FRONT.match(text)
    if found is not None:
        first_line = text.count("\n", 0, found.end()) + 1
        return Parts(yaml=found[1], body=text[found.end() :], first_line=first_line)
    if _BEGUN.match(text):
        return Parts(yaml=None, body="", first_line=1, unclosed=True)
    return Parts(yaml=None, body=text, first_line=1)


def without_unprintable(text: str) -> str:
    """Return ``text`` without characters that neither a page nor a Word file can hold."""
    return _UNPRINTABLE.sub("", text)


def read_yaml(text: str) -> Document:
    """Return what ``text``, a mapping without the lines around it, says; line 1 is its first.

    Raises:
        BadYaml: it is no YAML, no mapping, too long, or folded into itself.
    """
    if len(text) > LARGEST:
        raise BadYaml("it is too long", 1, 1)
    root = _composed(text)
    reader = _Reader()
    if root is None:
        return Document(values={}, places={}, repeated=())
    if not isinstance(root, MappingNode):
        raise BadYaml(
            "it is no list of 'key: value' lines", *_start(root), remedy="write lines such as 'style: bluebook'"
        )
    values = reader.mapping(root, "", 0)
    return Document(values=values, places=reader.places, repeated=tuple(reader.repeated))


@lru_cache(maxsize=1)
def _composed(text: str) -> Node | None:
    """Return the tree of ``text``; that of a letter is asked for again when its databases and its style are known."""
    try:
        node: Node | None = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        raise _explained(error) from None
    except (YAMLError, ValueError) as error:
        raise BadYaml(str(error).splitlines()[0], 1, 1) from None
    except RecursionError:
        raise BadYaml("it is nested too deeply", 1, 1) from None
    return node


_EXPLAINED = (
    ("quoted scalar", "a quotation mark opens and never closes", 'close it; a quotation mark inside of text is \\"'),
    ("found '<scalar>'", "words stand behind a closing quotation mark", "put the whole text between one pair of marks"),
    ("'\\t'", "this line begins with a tab", "indent it with spaces"),
    ("expected ':'", "this is no 'key: value' line", "write 'key: value', and indent a text of several lines"),
    ("mapping values are not allowed", "a colon stands inside of a text", "put the text in quotation marks"),
    ("block", "this line is indented unlike those beside it", "begin lines of one level in one column"),
    ("flow", "a bracket opens and never closes", "close it; put a text that holds brackets in quotation marks"),
    ("cannot start any token", "a text begins with a sign of YAML", "put the text in quotation marks"),
)
"""What the parser says, what it means to a writer, and what to do."""


def _explained(error: MarkedYAMLError) -> BadYaml:
    """Return ``error`` in a writer's words, at the place to look at."""
    said = f"{error.context or ''} {error.problem or ''}"
    for words, problem, remedy in _EXPLAINED:
        if words in said:
            # What never closes is found at the end of the text, and mended where it opens.
            mark = error.context_mark if "never closes" in problem else error.problem_mark
            return _at(mark or error.problem_mark or error.context_mark, problem, remedy)
    mark = error.problem_mark or error.context_mark
    return _at(mark, error.problem or "it cannot be read", "put texts with signs such as : # [ { in quotation marks")


def _at(mark: StringMark | None, problem: str, remedy: str) -> BadYaml:
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return BadYaml(problem, line, column, remedy=remedy)


def _start(node: Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


class _Reader(Struct):
    """One pass over composed nodes; aliases may make a small file endless, so values are counted."""

    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    repeated: list[str] = field(default_factory=list)
    left: int = _MOST_VALUES

    def value(self, node: Node, path: str, depth: int) -> Any:  # noqa: ANN401 -- whatever was written
        self.left -= 1
        if self.left < 0 or depth > _DEEPEST:
            raise BadYaml("it holds too much", *_start(node))
        match node:
            case MappingNode():
                return self.mapping(node, path, depth)
            case SequenceNode():
                return self._sequence(node, path, depth)
            case _:
                return _scalar(node)

    def mapping(self, node: MappingNode, path: str, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, ScalarNode) else "?"
            inner = f"{path}.{key}" if path else key
            if key in values:
                self.repeated.append(inner)
                self.places[f"{inner} again"] = _start(key_node)
                continue
            self.places[inner] = _start(key_node)
            values[key] = self.value(value_node, inner, depth + 1)
        return values

    def _sequence(self, node: SequenceNode, path: str, depth: int) -> tuple[Any, ...]:
        values = []
        for index, each in enumerate(node.value):
            self.places[f"{path}.{index}"] = _start(each)
            values.append(self.value(each, f"{path}.{index}", depth + 1))
        return tuple(values)


def _scalar(node: Node) -> str | bool | None:
    """Return the text as typed; only a bare true or false is no text, and only a bare nothing is none."""
    # "\0" between quotation marks is YAML for a character that no page can hold.
    text = without_unprintable(str(node.value))
    if getattr(node, "style", None) in {"'", '"', "|", ">"}:
        return text
    if text in {"", "~", "null"}:
        return None
    return {"true": True, "false": False}.get(text, text)
