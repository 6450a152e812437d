"""Read a bracket of citations: signal, @key, locator and parentheticals, joined by semicolons."""

import re
from collections.abc import Callable, Collection
from difflib import get_close_matches

from msgspec import Struct

from comment_kit.letters import findings
from comment_kit.letters.attributes import Attributes
from comment_kit.letters.brackets import top_level
from comment_kit.letters.escaping import unescape
from comment_kit.letters.quotation_marks import unclosed_quotation
from comment_kit.model.citations import SIGNALS, Citation, Form, Parenthetical, Signal, StringCite
from comment_kit.model.diagnostics import Diagnostic, Edit, Finding, Fix
from comment_kit.model.letter import Inline
from comment_kit.model.places import Location

KEY = r"[^\W](?:\w|[:.#$%&\-+?<>~/](?=\w))*"
"""As pandoc has it: letters and digits, with single signs between them."""

_AT_KEY = re.compile(rf"(?<![^\s;-])-?@(?:(?P<key>{KEY})|\{{(?P<braced>[^{{}}\s]+)\}})")
_SIGNAL_WORDS = {
    # A signal may be typed without the comma or the period at its end: "see, e.g." and "cf".
    words: signal
    for signal in reversed(SIGNALS)
    for words in (signal.words.rstrip(",."), signal.words.rstrip(","), signal.words)
}
_A_LOOK = 160
"""How many characters of a bracket may hold a signal and a key."""
_OTHER_COMMAS = "\uff0c\u3001\u060c"
"""Those of Chinese, Japanese and Arabic keyboards."""
_FORMS = {form.value: form for form in Form}

Parse = Callable[[str, int], tuple[Inline, ...]]
"""Reads the words of a parenthetical, given with their offset."""


class Bracket(Struct, frozen=True, kw_only=True):
    """A square bracket of a paragraph."""

    content: str
    start: int
    """The offset of the opening bracket."""
    attributes: Attributes
    has_stray_braces: bool = False
    """Whether a curly bracket follows that is no attributes."""
    reaches: int
    """The offset of what follows the bracket and its attributes."""

    @property
    def inside(self) -> int:
        """The offset of the first character between the brackets."""
        return self.start + 1


def cites(content: str) -> bool:
    """Return whether the words between two brackets name a source as a citation does."""
    return "@" in content and any(_AT_KEY.match(content, at) for at in _ats(content))


def begins_citation(content: str) -> bool:
    """Return whether ``content`` begins with a key or with a signal and a key, and so can be nothing else."""
    found = next((match for at in _ats(content) if (match := _AT_KEY.match(content, at))), None)
    if found is None:
        return False
    words = _folded(content[: found.start()])
    return not words or words in _SIGNAL_WORDS


def is_half_typed(content: str) -> bool:
    """Return whether ``content`` begins as a citation does and names no key: "@", "see@smith"."""
    words, at, _ = content.partition("@")
    return bool(at) and not cites(content) and (not words.strip(" -") or _folded(words) in _SIGNAL_WORDS)


def lacks_at(content: str, keys: Collection[str]) -> str | None:
    """Return ``content`` with the @ that was left out before one of ``keys``; None where it cites nothing.

    A word in brackets that is letters alone may be an alteration in a quotation: "[act]".
    """
    parts = [(part, _bare_key(part, keys)) for part in content.split(";")]
    if parts[0][1] is None or (content.strip().isalpha() and len(parts) == 1):
        return None
    return ";".join(part if at is None else f"{part[:at]}@{part[at:]}" for part, at in parts).strip()


def _bare_key(words: str, keys: Collection[str]) -> int | None:
    """Return where the key stands with which ``words`` begin, perhaps behind a signal."""
    for found in re.finditer(rf"(?<!\S){KEY}(?=\s*(?:,|$)|\s+\()", words[:_A_LOOK]):
        before = _folded(words[: found.start()])
        if found[0] in keys and (not before or before in _SIGNAL_WORDS):
            return found.start()
    return None


def _ats(content: str) -> list[int]:
    """Return where keys may begin: at each @ outside of brackets, or at the hyphen before it."""
    return [at - 1 if content[at - 1 : at] == "-" else at for at in top_level(content, "@")]


class CitationReader:
    """Reads brackets and collects what is wrong with them."""

    def __init__(self, locate: Callable[[int], Location], parse: Parse, report: list[Diagnostic]) -> None:
        self._locate = locate
        self._parse = parse
        self._report = report

    def read(self, bracket: Bracket) -> StringCite:
        """Return the citations of ``bracket``."""
        form, pin_always = self._asked(bracket)
        if bracket.has_stray_braces:
            hint = "write {form=full}, {pin=always} or {#id}; a brace of the text itself is \\{"
            self._say(findings.MALFORMED_BRACKET, bracket.reaches, "this curly bracket cannot be read", hint)
        ends = [*top_level(bracket.content, ";"), len(bracket.content)]
        citations: list[Citation] = []
        start = 0
        for end in ends:
            words = bracket.content[start:end]
            citation = self._citation(words, bracket.inside + start, form=form, pin_always=pin_always)
            if citation is not None:
                citations.append(citation)
            start = end + 1
        return StringCite(citations=tuple(citations), location=self._locate(bracket.start))

    def _asked(self, bracket: Bracket) -> tuple[Form | None, bool]:
        pairs = dict(bracket.attributes.pairs)
        form, pin = pairs.pop("form", None), pairs.pop("pin", None)
        if form is not None and form not in _FORMS:
            self._unknown_attribute(bracket, f"form={form}", "the forms are full, short, id and supra")
        if pin is not None and pin != "always":
            self._unknown_attribute(bracket, f"pin={pin}", "write pin=always")
        for name in (*pairs, *(f".{name}" for name in bracket.attributes.classes)):
            self._unknown_attribute(bracket, name, "a citation takes form=, pin=always and an {#id}")
        return _FORMS.get(form or ""), pin == "always"

    def _unknown_attribute(self, bracket: Bracket, words: str, hint: str) -> None:
        self._say(findings.UNKNOWN_ATTRIBUTE, bracket.start, f"a citation does not know '{words}'", hint)

    def _citation(self, words: str, offset: int, *, form: Form | None, pin_always: bool) -> Citation | None:
        found = next((match for at in _ats(words) if (match := _AT_KEY.match(words, at))), None)
        if found is None:
            self._no_source(words, offset)
            return None
        at = offset + words.index("@", found.start())
        if words[found.start()] == "-":
            self._say(findings.NOT_CARRIED_OUT, at, "'-@' asks to leave out an author, which notes do not")
        locator, rounds = self._after_key(words, found.end(), offset)
        return Citation(
            key=unescape(found["key"] or found["braced"]),
            locator=locator,
            signal=self._signal(words[: found.start()], offset),
            parentheticals=tuple(
                Parenthetical(content=self._parse(words[start:end], offset + start)) for start, end in rounds
            ),
            form=form,
            pin_always=pin_always,
            location=self._locate(at),
        )

    def _no_source(self, words: str, offset: int) -> None:
        said = " ".join(words.split())
        message = f"'{said}' names no source" if said else "a semicolon stands where no other authority follows"
        before, _, key = said.partition("@")
        hint = f"write '{before} @{key}'" if before and key else "each authority of a bracket is @key, with its locator"
        self._say(findings.MALFORMED_BRACKET, offset + len(words) - len(words.lstrip()), message, hint)

    def _signal(self, words: str, offset: int) -> Signal | None:
        folded = _folded(words)
        if not folded or folded in _SIGNAL_WORDS:
            return _SIGNAL_WORDS.get(folded)
        near = get_close_matches(folded, _SIGNAL_WORDS, n=1, cutoff=0.5)
        hint = f"did you mean '{_SIGNAL_WORDS[near[0]].words}'?" if near else "words of your own stand in ^[a note]"
        start = offset + len(words) - len(words.lstrip())
        self._say(findings.UNKNOWN_SIGNAL, start, f"'{words.strip()}' is no signal", hint)
        return None

    def _after_key(self, words: str, start: int, offset: int) -> tuple[str | None, list[tuple[int, int]]]:
        """Return the locator behind the key and where the words of its parentheticals stand."""
        opens = _first_round(words, start)
        rounds, end = _rounds(words, opens)
        if words[end:].strip():
            left = words[end:].strip()
            at = offset + words.index(left, end)
            hint = _SEVERAL if "@" in left else _ORDER
            self._say(findings.MALFORMED_BRACKET, at, f"'{left}' stands behind the parenthetical", hint)
        if rounds and rounds[-1][1] == len(words):
            opened = words[rounds[-1][0] - 1 :].strip()
            message = f"the round bracket of '{opened}' never closes"
            self._say(findings.MALFORMED_BRACKET, offset + rounds[-1][0] - 1, message, "close it with ')'")
        for inside, closes in rounds:
            self._quotation(words[inside:closes], offset + inside)
        return self._locator(words, start, opens, offset), rounds

    def _quotation(self, words: str, offset: int) -> None:
        """Report a quotation mark that opens in the words of a parenthetical and never closes."""
        opened = unclosed_quotation(words, ())
        if opened is not None:
            message = "a quotation mark opens here and its parenthetical ends before it closes"
            self._say(findings.UNCLOSED_QUOTATION, offset + opened, message, "close it before the ')'")

    def _locator(self, words: str, start: int, end: int, offset: int) -> str | None:
        """Return the locator that stands between ``start`` and ``end``; None where there is nothing."""
        between = words[start:end].strip()
        if not between:
            return None
        if (second := _AT_KEY.search(between)) is not None:
            hint = f"write '{words[:start].strip()}; {between[second.start() :]}'"
            self._say(findings.MALFORMED_BRACKET, offset + start, "two sources stand here without a semicolon", hint)
            return None
        if between[0] in _OTHER_COMMAS:
            message = f"the comma in '{words[:end].strip()}' is not the ordinary one"
            between = f",{between[1:]}"
            hint = f"write '{words[:start].strip()}, {between[1:].strip()}'"
            fix = self._comma(words[start:end].rstrip(), between[1:].strip(), offset + start)
            self._say(findings.MALFORMED_BRACKET, offset + start, message, hint, fix)
        elif between[0] != ",":
            hint = f"write '{words[:start].strip()}, {between}'"
            message = f"a comma is missing in '{words[:end].strip()}'"
            fix = self._comma(words[start:end].rstrip(), between, offset + start)
            self._say(findings.MALFORMED_BRACKET, offset + start, message, hint, fix)
        locator = " ".join(between.removeprefix(",").split())
        if not all(part.strip() for part in locator.split(",")):
            message = f"a comma of '{words[:end].strip()}' has no page and no label behind it"
            self._say(findings.MALFORMED_BRACKET, offset + start, message, "add the page, or take the comma away")
        return unescape(locator) or None

    def _comma(self, written: str, locator: str, offset: int) -> Fix | None:
        """Return the fix that sets a comma before a locator, which is read as one already; None for other signs."""
        if not locator or not (locator[0].isalnum() or locator[0] in "§¶"):
            return None
        edit = Edit(location=self._locate(offset), old=written, new=f", {locator}")
        return Fix(title="set the comma before the locator", edits=(edit,), safe=True)

    def _say(
        self, finding: Finding, offset: int, message: str, hint: str | None = None, fix: Fix | None = None
    ) -> None:
        self._report.append(finding.at(self._locate(offset), message, hint=hint, fix=fix))


_ORDER = "the order is signal, @key, comma, locator, (parenthetical)"
_SEVERAL = "authorities are joined with ';': compare @one (saying this); with @other (saying that)"


def _folded(words: str) -> str:
    return " ".join(words.replace("*", "").replace("_", " ").lower().split())


def _first_round(words: str, start: int) -> int:
    """Return where the first parenthetical opens: a round bracket with a space before it; else the end."""
    depth = 0
    for at in range(start, len(words)):
        sign = words[at]
        if sign == "(" and not depth and words[at - 1].isspace():
            return at
        depth += (sign in "([") - (sign in ")]")
    return len(words)


def _rounds(words: str, start: int) -> tuple[list[tuple[int, int]], int]:
    """Return the insides of the round brackets from ``start`` on, and where they end."""
    rounds: list[tuple[int, int]] = []
    at = start
    while at < len(words) and words[at] == "(":
        closing = _closing(words, at)
        rounds.append((at + 1, closing))
        at = closing + 1
        blanks = len(words[at:]) - len(words[at:].lstrip())
        if words[at + blanks : at + blanks + 1] != "(":
            break
        at += blanks
    return rounds, min(at, len(words))


def _closing(words: str, opened: int) -> int:
    """Return where the round bracket at ``opened`` closes; the end of ``words`` where it never does."""
    for quotes in (True, False):
        depth = 0
        quoted = False
        for at in range(opened, len(words)):
            sign = words[at]
            if quotes and sign in '"“”':
                quoted = not quoted if sign == '"' else sign == "“"
            elif not quoted and sign in "()":
                depth += 1 if sign == "(" else -1
                if not depth:
                    return at
    return len(words)
