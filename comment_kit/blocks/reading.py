"""Read the file of a block: its title, its topics, its parameters and its text."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from comment_kit.blocks import findings
from comment_kit.blocks.mentions import tags_of
from comment_kit.front_matter import BadYaml, Document, read_yaml, take_apart
from comment_kit.model.blocks import ArgumentBlock, Parameter
from comment_kit.model.diagnostics import Diagnostic, Finding
from comment_kit.model.places import Location

KEYS = ("title", "topics", "params")
OF_PARAMETER = ("required", "default")
RESERVED = frozenset({"block", "cite", "name", "source", "version"})
"""What a parameter cannot be called: a call of a block, and its text, mean something else by it."""

_NAME = re.compile(r"[A-Za-z_]\w*")


class BlockReading(Struct, frozen=True, kw_only=True):
    """A block, and what is wrong with its file."""

    block: ArgumentBlock
    diagnostics: tuple[Diagnostic, ...]


def read_block(text: str, name: str, file: str) -> BlockReading:
    """Return the block ``name`` that ``text`` is.

    Args:
        text: the file's, its lines ended by line feeds.
        name: as letters call it.
        file: for places.
    """
    parts = take_apart(text)
    front = _Front(file)
    if parts.unclosed:
        front.say(findings.UNREADABLE_BLOCK, "", "the front matter is never closed", "close it with '---'")
    document = front.read(parts.yaml or "")
    parameters = dict(front.parameters(document.values.get("params")))
    body = parts.body.lstrip("\n")
    block = ArgumentBlock(
        name=name,
        file=file,
        text=text,
        title=front.words(document.values, "title") or name.rpartition("/")[2].replace("-", " "),
        topics=front.topics(document.values.get("topics")),
        parameters=parameters,
        body=body.rstrip(),
        first_line=parts.first_line + len(parts.body) - len(body),
    )
    for unused in _unused(block):
        message = f"the block never prints its parameter '{unused.name}'"
        hint = f"write {{{{ {unused.name} }}}} where it belongs, or take it out of 'params'"
        front.diagnostics.append(findings.UNUSED_PARAMETER.at(unused.location, message, hint=hint))
    return BlockReading(block=block, diagnostics=tuple(front.diagnostics))


def _unused(block: ArgumentBlock) -> Iterator[Parameter]:
    """Yield each parameter whose name stands in no tag of the text."""
    tags = " ".join(tags_of(block.body))
    used = set(_NAME.findall(tags))
    yield from (parameter for name, parameter in block.parameters.items() if name not in used)


class _Front(Struct):
    """Reads one front matter and collects what is wrong with it."""

    file: str
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _places: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def read(self, yaml: str) -> Document:
        try:
            document = read_yaml(yaml)
        except BadYaml as fault:
            place = Location(file=self.file, line=fault.line + 1, column=fault.column)
            message = f"the front matter is not YAML: {fault.problem}"
            self.diagnostics.append(findings.UNREADABLE_BLOCK.at(place, message, hint=fault.remedy))
            return Document(values={}, places={}, repeated=())
        self._places = document.places
        for key in document.repeated:
            self.say(findings.BAD_BLOCK_FRONT, f"{key} again", f"'{key}' stands twice", "the first one counts")
        for key in document.values:
            if key not in KEYS:
                self.say(findings.BAD_BLOCK_FRONT, key, f"nothing reads the key '{key}'", f"known are {_listed(KEYS)}")
        return document

    def words(self, values: Mapping[str, Any], key: str) -> str:
        value = values.get(key)
        if value is None or isinstance(value, str):
            return (value or "").strip()
        self.say(findings.BAD_BLOCK_FRONT, key, f"'{key}' is no text", f"write {key}: Marginal risk is the right test")
        return ""

    def topics(self, value: object) -> tuple[str, ...]:
        listed = (value,) if isinstance(value, str) else value or ()
        if isinstance(listed, tuple) and all(isinstance(each, str) for each in listed):
            return tuple(each.strip() for each in listed)
        self.say(findings.BAD_BLOCK_FRONT, "topics", "'topics' is no list of words", "write topics: [open models]")
        return ()

    def parameters(self, value: object) -> Iterator[tuple[str, Parameter]]:
        if value is None:
            return
        if not isinstance(value, Mapping):
            hint = "write params: {agency: {required: true}, report: {default: the Report}}"
            self.say(findings.BAD_BLOCK_FRONT, "params", "'params' does not name parameters", hint)
            return
        for name, said in value.items():
            if not _NAME.fullmatch(name) or name in RESERVED:
                message = f"a parameter cannot be called '{name}'"
                hint = "a name is letters, digits and _, and none of " + _listed(sorted(RESERVED))
                self.say(findings.BAD_BLOCK_FRONT, f"params.{name}", message, hint)
            else:
                yield name, self._parameter(name, said)

    def _parameter(self, name: str, said: object) -> Parameter:
        path = f"params.{name}"
        values = {"default": said} if isinstance(said, str) else said or {}
        if not isinstance(values, Mapping) or not set(values) <= set(OF_PARAMETER):
            hint = f"write {name}: {{required: true}} or {name}: {{default: ...}}"
            self.say(findings.BAD_BLOCK_FRONT, path, f"what is said of '{name}' cannot be read", hint)
            values = {}
        default, required = values.get("default"), values.get("required", False)
        if not isinstance(required, bool) or not (default is None or isinstance(default, str)):
            hint = "'required' is true or false, 'default' a text"
            self.say(findings.BAD_BLOCK_FRONT, path, f"what is said of '{name}' cannot be read", hint)
            default, required = None, True
        return Parameter(name=name, location=self._at(path), required=required, default=default or "")

    def say(self, finding: Finding, path: str, message: str, hint: str) -> None:
        self.diagnostics.append(finding.at(self._at(path), message, hint=hint))

    def _at(self, path: str) -> Location:
        line, column = self._places.get(path, (0, 1))
        return Location(file=self.file, line=line + 1, column=column)


def _listed(words: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"'{word}'" for word in words)
