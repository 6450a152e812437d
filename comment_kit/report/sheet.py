"""Write what was checked as a cite-check sheet: one HTML page for the person who signs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from html import escape
from itertools import groupby
from pathlib import Path

from comment_kit.model.checked import CheckedCitation, CheckedLetter, CheckedQuotation
from comment_kit.model.diagnostics import Diagnostic, Severity
from comment_kit.model.page_words import page_words
from comment_kit.report.clearance import NOT_CHECKED, clearance_line
from comment_kit.report.text import count_line

WORK_PRODUCT = "Work product. Not for filing."

_CLASSES = {
    "verified": "verified",
    "altered": "wrong",
    "elsewhere": "wrong",
    "not-found": "wrong",
    "words-only": "undecided",
    "undecided": "undecided",
}
_VERDICTS = {
    "verified": "Verified: letter for letter, on the page cited",
    "altered": "Altered: the source prints it otherwise",
    "elsewhere": "On another page than the one cited",
    "not-found": "Not found in the source",
    "words-only": "Words right; the page or the copy could not be decided",
    "undecided": "Could not be decided",
}
_IN_ANOTHER_PART = "On the page cited, but not in the part of it that is cited"
_WORD = re.compile(r"\w+(?:['\u2019-]\w+)*|[^\w\s]")
"""Words and marks are compared by themselves: "may," is the "may" of "may not,"."""
_STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")
_LONGEST_RUN = 400
"""Letters; longer runs of words that differ are not compared letter by letter."""
_ALIKE = 0.5
"""The share of letters that two runs have in common to be compared so."""
_TIGHT_BEFORE = ".,;:?!)]\u201d\u2019\u2013\u2014/"
_TIGHT_BEHIND = "([\u201c\u2018\u2013\u2014/$"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render_sheet(checked: CheckedLetter) -> str:
    """Return a self-contained page without scripts: every note in order, each quotation beside its passage."""
    style = (Path(__file__).parent / "sheet.css").read_text(encoding="utf-8")
    title = escape(f"Cite check of {Path(checked.file).name}")
    return "\n".join([
        '<!DOCTYPE html>\n<html lang="en-US">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>",
        f'<p class="work-product">{WORK_PRODUCT}</p>\n<h1>{title}</h1>',
        *_summary(checked),
        *_filter(),
        "<main>",
        *_articles(checked),
        "</main>\n</body>\n</html>\n",
    ])  # fmt: skip


def _summary(checked: CheckedLetter) -> Iterator[str]:
    line = clearance_line(checked)
    # Green is for a letter in which nothing is wrong: who signs looks here, and perhaps nowhere else.
    sort = "not-cleared" if not checked.cleared else "beside-errors" if checked.count(Severity.ERROR) else "cleared"
    yield f'<p class="clearance {sort}">{escape(line)}</p>'
    if checked.diagnostics:
        worst = next(severity for severity in Severity if checked.count(severity))
        yield f'<p class="found {worst.value}">{count_line(checked.diagnostics)}</p>'
    counts = [("Citations followed", len(checked.citations)), *checked.verdicts.most_common()]
    counts += [("cleared by name", checked.by_name)] if checked.by_name else []
    rows = "".join(f"<tr><th scope='row'>{escape(str(name))}</th><td>{count}</td></tr>" for name, count in counts)
    yield f'<table class="counts"><tbody>{rows}</tbody></table>'
    for remark in (*checked.remarks, NOT_CHECKED):
        yield f'<p class="unchecked">{escape(remark)}</p>'


def _filter() -> Iterator[str]:
    """Yield the choice of what is shown; radio buttons and style do it without a script."""
    choices = (("all", "everything"), ("wrong", "what is wrong"), ("open", "what is not cleared"))
    for number, (name, words) in enumerate(choices):
        checked = " checked" if number == 0 else ""
        yield f'<input type="radio" name="show" id="show-{name}"{checked}><label for="show-{name}"> {words}</label>'


def _articles(checked: CheckedLetter) -> Iterator[str]:
    """Yield one article for each note, and before them one for what stands in no note."""
    notes = {note: tuple(cited) for note, cited in groupby(checked.citations, key=lambda each: each.note_id)}
    quotations: dict[str, list[CheckedQuotation]] = defaultdict(list)
    for quotation in checked.quotations:
        quotations[quotation.note_id if quotation.note_id in notes else ""].append(quotation)
    homes = _homes(checked)
    diagnostics: dict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in checked.diagnostics:
        where = diagnostic.location
        home = homes.get((where.note, where.words)) or homes.get((where.note, ""), "")
        diagnostics[home].append(diagnostic)
    if quotations[""] or diagnostics[""]:
        yield _article("Text without a note", (), quotations[""], diagnostics[""])
    for note, cited in notes.items():
        yield _article(f"Note {cited[0].printed_note}", cited, quotations[note], diagnostics[note])


def _homes(checked: CheckedLetter) -> dict[tuple[str, str], str]:
    """Return the notes that cite by their marks and the words of their paragraphs, the first of a mark by it alone."""
    homes: dict[tuple[str, str], str] = {}
    for each in checked.citations:
        homes.setdefault((each.printed_note, each.called), each.note_id)
        homes.setdefault((each.printed_note, ""), each.note_id)
    return homes


def _article(
    title: str,
    citations: Iterable[CheckedCitation],
    quotations: Iterable[CheckedQuotation],
    diagnostics: Iterable[Diagnostic],
) -> str:
    quotations, diagnostics = tuple(quotations), tuple(diagnostics)
    wrong = any(_CLASSES[each.verdict] == "wrong" for each in quotations) or any(
        each.severity is Severity.ERROR for each in diagnostics
    )
    uncleared = wrong or bool(diagnostics) or any(each.waits for each in quotations)
    classes = " ".join(name for name, holds in (("has-wrong", wrong), ("has-open", uncleared)) if holds)
    parts = [_citation(each) for each in citations]
    parts += [_quotation(each) for each in quotations]
    parts += [_finding(each) for each in diagnostics]
    return f'<article class="{classes}">\n<h3>{escape(title)}</h3>\n' + "\n".join(parts) + "\n</article>"


def _citation(citation: CheckedCitation) -> str:
    source = escape(citation.source) if citation.source else "a source of no database"
    page = _page(citation.effective_page)
    through = f" through note {citation.resolved_from.note}" if citation.resolved_from else ""
    return (
        f'<div class="citation"><p>{escape(citation.text)}</p>'
        f'<p class="follows">{escape(citation.form)}: {source}{page}{through}</p></div>'
    )


def _quotation(quotation: CheckedQuotation) -> str:
    quoted, found = _compared(quotation)
    page = _page(quotation.found_page)
    verdict = _VERDICTS[quotation.verdict] if quotation.found_part is None else _IN_ANOTHER_PART
    parts = [
        f'<section class="quotation {_CLASSES[quotation.verdict]}"><h4>{verdict}</h4>',
        f"<div><h5>The letter quotes ({escape(quotation.place)})</h5><p>{quoted}</p></div>",
        f"<div><h5>{escape(quotation.source or 'no citation vouches')}{page}</h5><p>{found}</p></div>",
        *_reason(quotation),
        *(f'<p class="gaps">{gap}</p>' for gap in _gaps(quotation)),
        *_by_name(quotation),
        "</section>",
    ]
    return "\n".join(parts)


def _reason(quotation: CheckedQuotation) -> Iterator[str]:
    """Yield why nothing could be decided; what is wrong is told by the findings below."""
    if _CLASSES[quotation.verdict] == "undecided" and quotation.reason:
        yield f'<p class="reason">{escape(quotation.reason)}</p>'


def _by_name(quotation: CheckedQuotation) -> Iterator[str]:
    """Yield who vouches for the quotation, or the comment by which somebody may."""
    if quotation.cleared is not None:
        yield f'<p class="by-name">{escape(f"C{str(quotation.cleared)[1:]}")}</p>'
    elif quotation.clear_with is not None:
        yield f'<p class="clear-with">To clear by name: <code>{escape(quotation.clear_with)}</code></p>'


def _page(page: str | None) -> str:
    """Return the page as words after a source."""
    return f", {escape(page_words(page))}" if page else ""


def _compared(quotation: CheckedQuotation) -> tuple[str, str]:
    """Return both texts; where the words are altered, with what differs marked."""
    if quotation.found_text is None:
        none = (
            "No text to compare with." if quotation.words == "no text" else "Nothing like it in the text of the source."
        )
        return escape(quotation.text), none
    if quotation.verdict != "altered":
        return escape(quotation.text), _beside(quotation, escape(quotation.found_text))
    ours, theirs = list(_WORD.finditer(quotation.text)), list(_WORD.finditer(quotation.found_text))
    # The stop of the letter's own sentence is no word of the source that was changed.
    has_own_stop = len(ours) > 1 and ours[-1][0] in ".,;" and _plain(ours)[-1:] != _plain(theirs)[-1:]
    stop = [ours.pop()] if has_own_stop else []
    left, right = [], []
    for tag, a, b, c, d in SequenceMatcher(None, _plain(ours), _plain(theirs), autojunk=False).get_opcodes():
        pair = _run(ours[a:b]), _run(theirs[c:d])
        pair = _letters_marked(*pair) if tag == "replace" else (escape(pair[0]), escape(pair[1]))
        left.append(_marked(pair[0], _blank_before(ours, a), same=tag == "equal"))
        right.append(_marked(pair[1], _blank_before(theirs, c), same=tag == "equal"))
    return "".join(left) + _run(stop), _beside(quotation, "".join(right))


def _plain(words: Iterable[re.Match[str]]) -> list[str]:
    return [each[0].translate(_STRAIGHT) for each in words]


def _run(words: Sequence[re.Match[str]]) -> str:
    """Return the text from the first of ``words`` to the last; nothing for none."""
    return " ".join(words[0].string[words[0].start() : words[-1].end()].split()) if words else ""


def _blank_before(words: Sequence[re.Match[str]], at: int) -> str:
    return " " if 0 < at < len(words) and words[at - 1].end() < words[at].start() else ""


def _marked(words: str, blank: str, *, same: bool) -> str:
    if not words:
        return ""
    return f"{blank}{words}" if same else f"{blank}<mark>{words}</mark>"


def _letters_marked(ours: str, theirs: str) -> tuple[str, str]:
    """Return two runs of words with the letters in which they differ set off; words that share little stay whole."""
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    if max(len(ours), len(theirs)) > _LONGEST_RUN or matcher.ratio() < _ALIKE:
        return escape(ours), escape(theirs)
    codes = matcher.get_opcodes()
    left = "".join(_set_off(ours[a:b], same=tag == "equal") for tag, a, b, _, _ in codes)
    return left, "".join(_set_off(theirs[c:d], same=tag == "equal") for tag, _, _, c, d in codes)


def _set_off(letters: str, *, same: bool) -> str:
    return escape(letters) if same or not letters else f"<b>{escape(letters)}</b>"


def _beside(quotation: CheckedQuotation, passage: str) -> str:
    """Return the passage with the words before and after it, set back."""
    before, after = ("" if words is None else words for words in (quotation.before, quotation.after))
    near = f'<span class="beside">{escape(before)}</span>' if before else ""
    far = f'<span class="beside">{escape(after)}</span>' if after else ""
    return f"{near}{_gap(before[-1:], _TIGHT_BEHIND)}{passage}{_gap(after[:1], _TIGHT_BEFORE)}{far}"


def _gap(letter: str, tight: str) -> str:
    """Return the space between a passage and what begins or ends beside it with ``letter``."""
    return " " if letter and letter not in tight else ""


def _gaps(quotation: CheckedQuotation) -> Iterator[str]:
    for bracket, source in quotation.replaced:
        yield f"{escape(bracket)} stands for “{escape(source)}”" if source else f"{escape(bracket)} is added"
    for words in quotation.swallowed:
        yield f"left out: “{escape(words)}”"


def _finding(diagnostic: Diagnostic) -> str:
    asides = [f"see also {place}" for place in diagnostic.related]
    asides += [diagnostic.hint] if diagnostic.hint else []
    hint = f' <span class="hint">{escape("; ".join(asides))}</span>' if asides else ""
    return (
        f'<p class="finding {diagnostic.severity.value}">{escape(diagnostic.code)} '
        f"{escape(_placed(diagnostic))}{hint}</p>"
    )


def _placed(diagnostic: Diagnostic) -> str:
    """Return the message after its place, unless that is the note above it and nothing else."""
    where = diagnostic.location
    return f"{where}: {diagnostic.message}" if where.line or not where.note else diagnostic.message
