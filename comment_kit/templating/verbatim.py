"""Keep the braces inside code out of Jinja's sight."""

import re

# Braces in code are moved to a private plane while a template runs; one character stays one character.
_HIDDEN = {ord("{"): "\U000fa07b", ord("}"): "\U000fa07d"}

_FENCE = re.compile(r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\n]*)$")
_BLANK = re.compile(r"^[ \t>]*$")
_TICKS = re.compile(r"\\.|(`+)", re.DOTALL)


def hide_code(source: str) -> str:
    """Return ``source`` with the braces of its code spans and fences hidden."""
    if "`" not in source and "~~~" not in source:
        return source
    parts: list[str] = []
    prose: list[str] = []
    fence = ""
    for line in source.split("\n"):
        opened = _FENCE.match(line)
        if fence:
            parts.append(line.translate(_HIDDEN))
            if opened and opened[1].startswith(fence) and not opened[2].strip():
                fence = ""
        elif opened and not (opened[1][0] == "`" and "`" in opened[2]):
            parts += [*_spans_hidden(prose), line.translate(_HIDDEN)]
            prose, fence = [], opened[1]
        elif _BLANK.match(line):
            parts += [*_spans_hidden(prose), line]
            prose = []
        else:
            prose.append(line)
    return "\n".join([*parts, *_spans_hidden(prose)])


def show_code(text: str) -> str:
    """Return ``text`` with hidden braces as they were."""
    # A whole letter passes here, which ``translate`` looks up character by character.
    for brace, hidden in _HIDDEN.items():
        text = text.replace(hidden, chr(brace))
    return text


def _spans_hidden(lines: list[str]) -> list[str]:
    """Return the lines of one paragraph with the braces of its code spans hidden."""
    paragraph = "\n".join(lines)
    if "`" not in paragraph:
        return lines
    runs = [match for match in _TICKS.finditer(paragraph) if match[1]]
    closers: dict[int, list[int]] = {}
    for index, run in enumerate(runs):
        closers.setdefault(len(run[1]), []).append(index)
    return _between(paragraph, runs, closers).split("\n")


def _between(paragraph: str, runs: list[re.Match[str]], closers: dict[int, list[int]]) -> str:
    parts: list[str] = []
    at = index = 0
    while index < len(runs):
        later = closers[len(runs[index][1])]
        while later and later[0] <= index:
            later.pop(0)
        if later:
            start, end = runs[index].end(), runs[later[0]].start()
            parts += [paragraph[at:start], paragraph[start:end].translate(_HIDDEN)]
            at, index = end, later[0]
        index += 1
    return "".join([*parts, paragraph[at:]])
