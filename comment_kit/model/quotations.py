"""A quotation of a letter, the citation that vouches for it, and what became of it on the page."""

from enum import StrEnum

from msgspec import Struct

from comment_kit.model.citations import Citation
from comment_kit.model.diagnostics import Finding, Severity
from comment_kit.model.places import Location
from comment_kit.model.resolutions import Cited
from comment_kit.model.text import Text, plain


class Kind(StrEnum):
    """Whether words in marks are somebody else's, and so whether they are looked up."""

    QUOTATION = "quotation"
    SHORT = "short quotation"
    """One or two words: looked up, but a miss is silent."""
    SET_IN = "indented text"
    """Guessed to be a block: looked up, but a miss is silent."""
    DOUBTFUL = "quotation, or a title, name or term"
    """Looks like a name, and a citation is tied to it: looked up, but a miss could not be decided."""
    PROPOSED = "quotation, or words that the letter proposes"
    """Behind "replace it with" or "should read": looked up, but a miss could not be decided."""
    UNOPENED = "words before a closing mark that no mark opens"
    """Quoted, and nobody knows from where on: they could not be decided."""
    UNCLOSED = "words behind an opening mark that no mark closes"
    """Quoted, and nobody knows how far: they could not be decided."""
    SCARE = "scare quotes"
    TITLE = "title or name"
    DEFINED_TERM = "defined term"
    HEADING = "words of a heading"


_LOOKED_UP = frozenset(Kind) - {Kind.SCARE, Kind.TITLE, Kind.DEFINED_TERM, Kind.HEADING}


class Setting(StrEnum):
    """How a quotation is printed."""

    INLINE = "inline"
    BLOCK = "block"
    PARENTHETICAL = "parenthetical"
    """In the round brackets behind a citation."""


class Link(StrEnum):
    """What ties a quotation to the citation that vouches for it."""

    TOUCHING = "its mark touches the closing mark"
    SPEAKER = "the sentence names its source as the speaker"
    SENTENCE = "its mark is the next before the sentence ends"
    PARENTHETICAL = "the words stand in its parenthetical"
    BLOCK_END = "its mark ends the block"
    LEAD = "its mark ends the sentence before the block"
    QUOTED_THERE = "the citation says that it quotes it"
    SAME_NOTE = "it stands in the same note"
    NEARBY = "it is cited in the same paragraph"


class Voucher(Struct, frozen=True, kw_only=True):
    """A source that a quotation may stand in, and why that one."""

    link: Link
    at: Cited | None = None
    """Which citation; None for a source that is named without being cited."""
    citation: Citation | None = None
    key: str | None = None
    """The source; None where the letter was not resolved and the citation names none, as *Id.* does."""


class Quotation(Struct, frozen=True, kw_only=True):
    """Words in marks, or set off as a block, at their place in a letter."""

    words: Text
    """As printed between the marks, without them and without the calls of notes; paragraphs end in a line feed."""
    location: Location
    """Of the opening mark where that is known, else of the paragraph."""
    note: Cited | None = None
    """The note that the words stand in, with index 0; None for the body."""
    setting: Setting = Setting.INLINE
    kind: Kind = Kind.QUOTATION
    voucher: Voucher | None = None
    """None where no citation vouches: then nothing is decided."""
    others: tuple[Voucher, ...] = ()
    """Where else the words may stand by right: a second citation of the note, the source after "quoting"."""
    nearby: tuple[Voucher, ...] = ()
    """The other citations of the paragraph, to say which of them has words that the vouching source lacks."""
    remarks: tuple[str, ...] = ()
    """The parentheticals that speak of the quotation, without brackets: "emphasis added"."""
    alone: bool = True
    """False where the same citation vouches for another quotation too, so that a remark may be about that one."""
    stranger: str = ""
    """Whom the sentence names as the speaker of the words, where the letter cites nothing of theirs and no note touches
    the closing mark; "" for nobody."""
    phrase: bool = False
    """True where the words are worked into the writer's own sentence: 'found that "release is safe"'."""

    @property
    def text(self) -> str:
        """The characters of the words."""
        return plain(self.words)

    @property
    def judged(self) -> bool:
        """Whether the words are looked up at all."""
        return self.kind in _LOOKED_UP


class Words(StrEnum):
    """What became of the words."""

    SAME = "same"
    ALTERED = "altered"
    NOT_FOUND = "not found"
    NO_TEXT = "no text"


class Place(StrEnum):
    """Whether the words stand where the citation says."""

    CITED = "on the cited page"
    ELSEWHERE = "elsewhere"
    UNKNOWN = "unknown"


class Copy(StrEnum):
    """Whether the text that was searched is the edition that the entry names."""

    RIGHT = "right edition"
    ANOTHER = "another edition"
    NOT_BOUND = "not bound"


class Verdict(StrEnum):
    """The three findings in one word."""

    VERIFIED = "verified"
    WORDS_ONLY = "words-only"
    """The words are right; the place or the copy is not known."""
    ALTERED = "altered"
    ELSEWHERE = "elsewhere"
    NOT_FOUND = "not-found"
    UNDECIDED = "undecided"


class CitedPlace(Struct, frozen=True, kw_only=True):
    """Where in a source, and in which copy of it, a quotation should stand."""

    pages: tuple[tuple[str, str], ...] = ()
    """First and last printed page of each part, as ``Reach.pages`` has them; none where the whole is cited."""
    sections: tuple[tuple[str, ...], ...] = ()
    """The rows of the pinpoint table between which each section or named part reaches; one without rows is empty."""
    notes: tuple[tuple[str, str], ...] = ()
    """First and last number of each run of notes."""
    own_pages: tuple[tuple[str, str], ...] = ()
    """Those of ``pages`` that are cited for themselves and not for a note alone."""
    copy: Copy = Copy.RIGHT
    paginated: bool = True
    """False for a source that has no pages, such as a web page: its words are always in their place."""
    unread: str = ""
    """Words of the citation that may name a further place, or leave it open; "" where all was read."""


class Difference(Struct, frozen=True):
    """Words as quoted and as the source has them; either may be empty."""

    quoted: str
    source: str


class Swap(Struct, frozen=True):
    """What the writer put, and what stands in the source there."""

    mark: str
    """The bracket or the dots as printed: "[SROs]", ". . .", "[]"."""
    source: str
    """Empty where the source has nothing there."""


class Remark(Struct, frozen=True, kw_only=True):
    """Something to say beside a verdict, never part of it."""

    finding: Finding
    message: str
    hint: str | None = None


class Astray(Struct, frozen=True, kw_only=True):
    """Words that stand on the page cited, and not in the section or note of it that is cited."""

    cited: tuple[str, ...]
    """What is cited: "§ 3(ff)", "note 3"."""
    found: tuple[str, ...] = ()
    """Where they stand instead: "§ 4.1(a)(i)", "note 4", "the text of page 9"; none where that is not certain."""


ANOTHER_PART = "another part of the page"
"""What is said for ``Astray.found`` where it is empty."""


class Judgement(Struct, frozen=True, kw_only=True):
    """What became of a quotation in one source."""

    words: Words
    place: Place
    copy: Copy
    verdict: Verdict
    severity: Severity | None = None
    """How much it weighs; None where nothing is wrong."""
    reason: str = ""
    """Why, in a clause, where the verdict is not ``verified``."""
    found_pages: tuple[str, ...] = ()
    """The printed pages of the passage shown, one or two: "6", "7"."""
    all_pages: tuple[tuple[str, ...], ...] = ()
    """The pages of every place where the words stand, the one shown first."""
    found_text: str = ""
    """The passage as the source prints it."""
    before: str = ""
    """About twelve words before it."""
    after: str = ""
    differences: tuple[Difference, ...] = ()
    replaced: tuple[Swap, ...] = ()
    """What each bracket stands for."""
    swallowed: tuple[Swap, ...] = ()
    """What each ellipsis and each empty bracket left out."""
    astray: Astray | None = None
    """None where the words stand in the part cited, or only the page was compared."""
    context: tuple[str, ...] = ()
    """Words left out or standing beside the quotation that may turn its sense; none, no finding."""
    remarks: tuple[Remark, ...] = ()
