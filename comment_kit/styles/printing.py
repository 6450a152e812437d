"""Print one citation: its signal, the form that the resolver chose, its parentheticals and its history."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.inline import protect, read_inline
from comment_kit.locators import read_locator
from comment_kit.model.citations import Form
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.resolutions import Resolution
from comment_kit.model.sources import Library, Source, StatusChange
from comment_kit.model.text import Span, Text, joined, plain
from comment_kit.styles.pinpoints import PinpointRules, PrintedPinpoint, printed_pinpoint
from comment_kit.styles.style import Style
from comment_kit.styles.views import CitationView, Fate, SourceView, citation_view, source_view
from comment_kit.templating import Markup
from comment_kit.typography import typeset

HARD_DOTS = {". . .": ".\u00a0.\u00a0."}


class Core(Struct, frozen=True):
    """A form without signal and parentheticals, in the two pieces between which parentheticals stand."""

    text: Text
    history: Text = ()


class Printer(Struct, frozen=True, kw_only=True, dict=True):
    """Prints the citations of one library in one style; equal citations are printed once."""

    library: Library
    style: Style
    notes: Mapping[str, int] = field(default_factory=dict)
    """The printed number of each note, by id."""
    _cores: dict[tuple[object, ...], Core] = field(default_factory=dict)
    _endings: dict[tuple[object, ...], tuple[Text, Text]] = field(default_factory=dict)
    _called: dict[tuple[str, str | None, bool], Markup] = field(default_factory=dict)
    _pinpoints: dict[tuple[Pinpoint, bool], PrintedPinpoint] = field(default_factory=dict)
    _texts: dict[str, Text] = field(default_factory=dict)
    _views: dict[str, SourceView] = field(default_factory=dict)

    # ---- a whole citation ----

    def citation(self, resolution: Resolution, parentheticals: tuple[Text, ...] = ()) -> Text:
        """Return the citation without a closing period.

        Args:
            resolution: as the resolver left it.
            parentheticals: its parentheticals as printed, without their brackets.
        """
        core = self._core(resolution)
        spans = [*self._signal(resolution, core.text), *core.text]
        for content in parentheticals:
            spans += [Span(text=" ("), *content, Span(text=")")]
        return joined([*spans, *core.history])

    def set_words(self, words: Text, *, before: str = "") -> Text:
        """Return words of a note as a printer would set them."""
        return typeset(words, ellipsis=self.ellipsis, before=before, in_note=True)

    @cached_property
    def ellipsis(self) -> str:
        """What three typed dots become."""
        words: str = self.style.settings["ellipsis"]
        return HARD_DOTS.get(words, words)

    # ---- the form ----

    def _core(self, resolution: Resolution) -> Core:
        source = self.library.sources.get(resolution.key) if resolution.key else None
        if source is None:
            return Core((Span(text=resolution.key or "Id."),))
        made_from = self._made_from(resolution, source)
        core = self._cores.get(made_from)
        if core is None:
            core = self._cores[made_from] = self._printed(resolution, source)
        return core

    def _made_from(self, resolution: Resolution, source: Source) -> tuple[object, ...]:
        """Return all that the print of a form depends on."""
        supra = resolution.first_full if resolution.form is Form.SUPRA else None
        return (
            source.key,
            resolution.form,
            resolution.citation.pinpoint,
            resolution.prints_pinpoint,
            resolution.name,
            resolution.with_title,
            resolution.bare_section,
            resolution.history,
            resolution.form is Form.ID and self._begins_with_capital(resolution),
            (supra.note_id, supra.note_number, supra.note_id == resolution.at.note_id) if supra else None,
        )

    def _printed(self, resolution: Resolution, source: Source) -> Core:
        match resolution.form:
            case Form.FULL:
                return self._full(resolution, source)
            case Form.SHORT:
                return Core(self._text(self._run("short", source, resolution)))
            case Form.SUPRA:
                return Core(self._text(self._run("supra", source, resolution)))
            case Form.ID:
                return Core(self._id(resolution, source))

    def _full(self, resolution: Resolution, source: Source) -> Core:
        full = self._text(self._run("full", source, resolution))
        ending, history = self._behind(resolution, source)
        return Core(joined([*full, *ending]), history)

    def _behind(self, resolution: Resolution, source: Source) -> tuple[Text, Text]:
        """Return what follows a full form, before and after its parentheticals; the pinpoint has no part in it."""
        made_from = (source.key, resolution.name, resolution.with_title, resolution.history)
        if made_from not in self._endings:
            form, view = source.kind.form, self._citation_view(resolution, source)
            ending = self.style.printed(form, "ending", self.view(source), view)
            history = self.style.printed(form, "history", view) if view["fates"] else ""
            self._endings[made_from] = self._text(_spaced(ending)), self._text(_spaced(history))
        return self._endings[made_from]

    def _id(self, resolution: Resolution, source: Source) -> Text:
        words = "Id." if self._begins_with_capital(resolution) else "id."
        rest = self._run("id", source, resolution) if resolution.prints_pinpoint else ""
        return self._text(f"*{words}*{_spaced(rest)}")

    def _run(self, macro: str, source: Source, resolution: Resolution) -> str:
        view = self._citation_view(resolution, source)
        pinpoint = self.pinpoint(resolution.citation.pinpoint, source)
        return self.style.printed(source.kind.form, macro, self.view(source), pinpoint, view)

    def _text(self, markup: str) -> Text:
        """Return what ``markup`` prints; "*Id.* at 4" stands for many a source."""
        if markup not in self._texts:
            self._texts[markup] = self.in_house_type(self.set_words(read_inline(markup)))
        return self._texts[markup]

    def in_house_type(self, text: Text) -> Text:
        """Return ``text`` without italics and small caps where the house sets citations in roman."""
        if not self.style.is_roman:
            return text
        return joined(replace(span, italic=False, small_caps=False) for span in text)

    # ---- what forms see ----

    def view(self, source: Source) -> SourceView:
        """Return what forms see of ``source``."""
        if source.key not in self._views:
            form = source.kind.form
            self._views[source.key] = source_view(
                source,
                self.style.name_rules,
                shows_address=self.style.shows_addresses(form),
                prefers_doi=form == "preprint" and self.style.settings["preprint_address"] == "doi",
                finds_arxiv=form == "preprint" and self.style.settings["preprint_form"] == "web",
            )
        return self._views[source.key]

    def pinpoint(self, pinpoint: Pinpoint, source: Source) -> PrintedPinpoint:
        """Return ``pinpoint`` as the style prints it for ``source``."""
        commas = bool(self.style.settings["page_commas"]) and source.get("frpage") is not None
        made_from = (pinpoint, commas)
        if made_from not in self._pinpoints:
            self._pinpoints[made_from] = printed_pinpoint(pinpoint, self._pinpoint_rules, commas=commas)
        return self._pinpoints[made_from]

    @cached_property
    def _pinpoint_rules(self) -> PinpointRules:
        return self.style.pinpoint_rules

    def called(self, source: Source, *, name: str | None = None, with_title: bool = False) -> Markup:
        """Return what a *supra* form calls ``source``, as markup."""
        made_from = (source.key, name, with_title)
        if made_from not in self._called:
            view = citation_view(name=name, with_title=with_title)
            self._called[made_from] = Markup(self.style.printed(source.kind.form, "name", self.view(source), view))
        return self._called[made_from]

    def called_plainly(self, source: Source) -> str:
        """Return what a *supra* form calls ``source``, as plain text."""
        return plain(self._text(self.called(source)))

    def _citation_view(self, resolution: Resolution, source: Source) -> CitationView:
        return citation_view(
            name=resolution.name,
            called=self.called(source, name=resolution.name, with_title=resolution.with_title),
            with_title=resolution.with_title,
            bare_section=resolution.bare_section,
            note=self._note_number(resolution),
            fates=tuple(self._fate(change) for change in resolution.history) if resolution.form is Form.FULL else (),
        )

    def _note_number(self, resolution: Resolution) -> Markup:
        """Return the number of the note with the full citation; nothing where that is this very note."""
        full = resolution.first_full
        if full is None or full.note_id == resolution.at.note_id:
            return Markup("")
        number = full.note_number if full.note_number is not None else self.notes.get(full.note_id)
        return Markup(f"[{number}]{{note={protect(full.note_id)}}}") if number is not None else Markup("")

    def _fate(self, change: StatusChange) -> Fate:
        return Fate(words=change.change.value, year=str(change.date.year), by=self._authority(change))

    def _authority(self, change: StatusChange) -> Markup | str:
        """Return the full citation of what ended an authority; it is no antecedent and tells no history of its own."""
        source = self.library.sources.get(change.by_key) if change.by_key else None
        if source is None:
            return ""
        pinpoint = Pinpoint()
        if change.by_locator:
            pinpoint, _ = read_locator(change.by_locator, source, self.library.tables.get(source.key), source.location)
        printed = self.pinpoint(pinpoint, source)
        return Markup(self.style.printed(source.kind.form, "full", self.view(source), printed, citation_view()))

    # ---- signals ----

    def _signal(self, resolution: Resolution, core: Text) -> list[Span]:
        """Return the signal in italics with the space behind it; the comma that ends "e.g.," is roman."""
        signal = resolution.citation.signal
        if signal is None:
            return []
        words = signal.words.removesuffix(",")
        words = words[0].upper() + words[1:] if resolution.starts_sentence else words
        comma = "," if signal.words.endswith(",") else ""
        italic = not self.style.is_roman
        # "See id." is one run of italics, "See, e.g., id." two.
        runs_on = italic and not comma and resolution.form is Form.ID and bool(core) and core[0].italic
        return [Span(text=words, italic=italic), Span(text=f"{comma} ", italic=runs_on)]

    @staticmethod
    def _begins_with_capital(resolution: Resolution) -> bool:
        """Return whether *Id.* begins the sentence; after any signal the i is small (Indigo Book R6.2.2)."""
        return resolution.starts_sentence and resolution.citation.signal is None


def print_citation(resolution: Resolution, library: Library, style: Style, notes: Mapping[str, int]) -> Text:
    """Return one citation without parentheticals and closing period; a ``Printer`` prints many faster.

    Args:
        resolution: as the resolver left it.
        library: the sources.
        style: the house's.
        notes: the printed number of each note, by id.
    """
    return Printer(library=library, style=style, notes=notes).citation(resolution)


def _spaced(words: str) -> str:
    """Return ``words`` behind a space, unless they begin with a comma; nothing for nothing."""
    if not words or words.startswith(","):
        return words
    return f" {words}"
