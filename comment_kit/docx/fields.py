"""Read the live pieces of a line in order, each with the fields in whose results it stands."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct, field

from comment_kit.docx.formulas import is_formula, letters
from comment_kit.docx.package import Element

_CONTAINERS = frozenset({"sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo", "hyperlink", "ins", "moveTo"})
"""Elements that hold live runs."""

_SILENT = frozenset({"rPr", "lastRenderedPageBreak", "delText"})
_DEAD = frozenset({"del", "moveFrom"})

_DEEPEST = 50
"""Fields that stand in one another; where more are open, some were never closed."""


class Field(Struct, eq=False):
    """A field that is open at some point of a story."""

    parts: list[str] = field(default_factory=list)
    """The instruction as its runs hold it."""
    separated: bool = False
    """True once the result has begun; what the instruction says is known from then on."""
    deleted: bool = False
    """True where a tracked change deletes its beginning, and with it the whole."""
    instruction: str = ""
    name: str = ""
    """What sort of field it is: "NOTEREF"."""
    target: str = ""
    """What the field is about: a bookmark, an address; empty where only switches follow its name."""

    def separate(self) -> None:
        """Begin the result."""
        self.separated = True
        self.instruction = "".join(self.parts)
        name, target, *_ = (*self.instruction.split(maxsplit=2), "", "")
        self.name = name.upper()
        self.target = "" if target.startswith("\\") else target.strip('"')


class Piece(Struct, frozen=True, kw_only=True):
    """One thing in a line that a reader sees: words, a tab, a break, the mark of a note."""

    element: Element
    """The child of a run: ``w:t``, ``w:tab``, ``w:footnoteReference``."""
    name: str
    """Its name without the namespace."""
    run: Element
    fields: tuple[Field, ...] = ()
    """The fields in whose results it stands, outermost first."""
    link: str | None = None
    """The relationship of the hyperlink it stands in."""
    raised: bool = False
    """True for an exponent of a formula."""


class LineReader(Struct):
    """Reads the paragraphs of one story in order; a field may run over several, and may stand in another."""

    word: str
    """The namespace of Word's elements."""
    open: list[Field] = field(default_factory=list)
    fields: tuple[Field, ...] = ()
    """The open fields, outermost first."""
    in_result: bool = True
    """False inside an instruction, which no reader sees."""

    def pieces(self, paragraph: Element) -> Iterator[Piece]:
        """Yield what a reader of ``paragraph`` sees; instructions are kept for their fields."""
        for run, link in self._runs(paragraph, None):
            if is_formula(run):
                yield from self._formula(run, link)
                continue
            for child in run:
                name = word_name(str(child.tag), self.word)
                if name == "fldChar":
                    self._turn(child.get(f"{{{self.word}}}fldCharType", ""))
                elif name == "instrText":
                    self._instruct(child.text or "")
                elif name and name not in _SILENT and self.in_result:
                    yield Piece(element=child, name=name, run=run, fields=self.fields, link=link)

    def _formula(self, formula: Element, link: str | None) -> Iterator[Piece]:
        for each in letters(formula) if self.in_result else ():
            yield Piece(
                element=each.element, name=each.name, run=formula, fields=self.fields, link=link, raised=each.raised
            )

    def _turn(self, kind: str) -> None:
        if kind == "begin":
            self.open.append(Field())
        elif kind == "separate" and self.open:
            self.open[-1].separate()
        elif kind == "end" and self.open:
            self.open.pop()
        self._look()

    def _look(self) -> None:
        """Take note of the fields that are open now."""
        del self.open[:-_DEEPEST]
        self.fields = tuple(self.open)
        self.in_result = all(each.separated and not each.deleted for each in self.open)

    def _instruct(self, words: str) -> None:
        if self.open and not self.open[-1].separated:
            self.open[-1].parts.append(words)

    def _runs(self, parent: Element, link: str | None) -> Iterator[tuple[Element, str | None]]:
        for child in parent:
            name = word_name(str(child.tag), self.word)
            if name == "r" or (not name and is_formula(child)):
                yield child, link
            elif name == "fldSimple":
                yield from self._simple(child, link)
            elif name in _CONTAINERS:
                yield from self._runs(child, _target(child) or link)
            elif name in _DEAD:
                self._pass_over(child)
            elif (version := chosen(child)) is not None:
                yield from self._runs(version, link)

    def _pass_over(self, deleted: Element) -> None:
        """Take note of the fields that begin among ``deleted`` runs and end outside: LibreOffice saves them so."""
        kinds = [each.get(f"{{{self.word}}}fldCharType") for each in deleted.iter(f"{{{self.word}}}fldChar")]
        for _ in range(kinds.count("begin") - kinds.count("end")):
            self.open.append(Field(deleted=True))
        self._look()

    def _simple(self, element: Element, link: str | None) -> Iterator[tuple[Element, str | None]]:
        """Yield the runs of a field that is one element, and stands for the one of many runs."""
        simple = Field([element.get(f"{{{self.word}}}instr", "")])
        simple.separate()
        self.open.append(simple)
        self._look()
        yield from self._runs(element, link)
        if simple in self.open:
            del self.open[self.open.index(simple) :]
        self._look()


@lru_cache(maxsize=1024)
def word_name(tag: str, word: str) -> str:
    """Return the name of an element of Word's; nothing for any other."""
    namespace, _, name = tag[1:].rpartition("}")
    return name if namespace == word else ""


def chosen(element: Element) -> Element | None:
    """Return the version that counts where ``element`` is a choice between versions: the others say the same again."""
    if not str(element.tag).endswith("}AlternateContent"):
        return None
    # The choices stand before the fallback.
    return next((child for child in element if str(child.tag).endswith(("}Choice", "}Fallback"))), None)


def _target(element: Element) -> str | None:
    if not str(element.tag).endswith("}hyperlink"):
        return None
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("}id")), None)
