"""Give each document the one name under which every spelling of a citation finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.model.sources import Source
from comment_kit.recognise.clues import Identity

_SCHEME = re.compile(r"^(?:https?://)?(?:www\d?\.|dx\.)?", re.IGNORECASE)
_FR_DOCUMENT = re.compile(r"(?:/|\b)((?:[A-Z]\d-)?(?:19|20)\d\d-\d{4,5}|E\d-\d{3,5})(?=[/.?#]|$)")
_ARXIV = re.compile(r"(?:arxiv\.org/(?:abs|pdf|html)/|arxiv[.:]\s?)(\d{4}\.\d{4,5})(v\d+)?", re.IGNORECASE)
_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>]*[\w)])")
SECTION = re.compile(r"(\d+[a-z]{0,4}(?:[-\u2013.]\d+[a-z]{0,2})*)((?:\(\w{1,8}\))*)(\s+note\b)?", re.IGNORECASE)
_CIRCULAR = re.compile(r"(Circular|Memorandum)\s+(?:No\.\s*)?([A-Z]-\d[\d-]*)")


def register_page(volume: str, page: str) -> Identity:
    """Return the document that begins on a page of the Federal Register."""
    return reporter_page(volume, "Fed. Reg.", page)


def reporter_page(volume: str, reporter: str, page: str) -> Identity:
    """Return the document that begins on a page of a reporter, whichever way its name is spaced."""
    return Identity("Fed. Reg." if reporter == "Fed. Reg." else "reporter", f"{volume} {reporter} {plain_number(page)}")


def order(number: str) -> Identity:
    """Return the executive order of that number, with or without its comma."""
    return Identity("Exec. Order", f"Exec. Order No. {plain_number(number)}")


def code_section(title: str, code: str, section: str) -> Identity:
    """Return the section of a code without its subsections; a statutory note is a text of its own."""
    found = SECTION.match(section)
    base = found[1].replace("\u2013", "-") if found else section
    return Identity(code, f"{title} {code} § {base}{' note' if found and found[3] else ''}")


def code_part(title: str, part: str) -> Identity:
    """Return the part of the Code of Federal Regulations."""
    return Identity("C.F.R.", f"{title} C.F.R. pt. {part}")


def public_law(number: str) -> Identity:
    """Return the public law: "115-391"."""
    return Identity("Pub. L.", f"Pub. L. No. {number.replace(chr(0x2013), '-')}")


def circular(words: str) -> Identity | None:
    """Return the circular or memorandum that ``words`` designate, or None."""
    found = _CIRCULAR.search(words)
    return Identity("circular", f"OMB {found[1]} {found[2]}") if found else None


def plain_number(number: str) -> str:
    """Return ``number`` without thousands commas."""
    return number.replace(",", "")


def squeezed(name: str) -> str:
    """Return the name of a reporter as reporters are compared: "F. Supp. 3d" is "F.Supp.3d"."""
    return "".join(name.split()).replace(".", "").casefold()


# ---- addresses ----


def address_identities(address: str) -> Iterator[Identity]:
    """Yield what an address tells: a document of the Federal Register, a preprint, a DOI, itself."""
    is_of_register = "federalregister.gov" in address or "govinfo.gov" in address
    if is_of_register and (document := _FR_DOCUMENT.search(address)):
        yield Identity("FR Doc.", f"FR Doc. {document[1]}")
    if doi := _DOI.search(address):
        yield Identity("DOI", f"doi:{doi[1].casefold()}")
    if preprint := _ARXIV.search(address):
        yield arxiv(preprint[1], preprint[2])
    yield Identity("address", f"https://{_bare(address)}")


def arxiv(number: str, version: str | None) -> Identity:
    """Return the preprint, in its version where one is named."""
    return Identity("arXiv", f"arXiv:{number}{(version or '').lower()}")


def any_version(identity: Identity) -> str:
    """Return the name of a preprint without its version."""
    return re.sub(r"v\d+$", "", identity.name)


def preprints(text: str) -> Iterator[re.Match[str]]:
    """Yield the mentions of preprints: the number, then the version."""
    if "arxiv" in text.casefold():
        yield from _ARXIV.finditer(text)


def likeness(identity: Identity) -> str:
    """Return what two spellings of one identity share: a line's end swallows the hyphens of an address."""
    match identity.family:
        case "address":
            return identity.name.replace("-", "").casefold()
        case "reporter":
            return squeezed(identity.name)
        case _:
            return identity.name


def _bare(address: str) -> str:
    """Return an address without scheme, www, query of trackers, fragment and closing slash."""
    bare, _, _ = _SCHEME.sub("", address).partition("#")
    path, _, query = bare.partition("?")
    kept = [each for each in query.split("&") if each and not each.startswith(("utm_", "fbclid", "gclid"))]
    return path.rstrip("/") + (f"?{'&'.join(kept)}" if kept else "")


# ---- what a source of the library is known by ----


def identities_of(source: Source) -> Iterator[Identity]:
    """Yield every identity that the entry of ``source`` gives it."""
    get = source.get
    if (volume := get("frvolume")) and (page := get("frpage")):
        yield register_page(volume, page)
    if document := get("frdoc"):
        yield Identity("FR Doc.", f"FR Doc. {document}")
    yield from _of_law(source)
    yield from _of_papers(source)
    for field in ("url", "archiveurl"):
        if address := get(field):
            yield from address_identities(address)
    if doi := get("doi"):
        yield Identity("DOI", f"doi:{doi.casefold()}")
    if (get("eprinttype") or "").casefold() == "arxiv" and (number := get("eprint")):
        yield arxiv(number, f"v{version}" if (version := get("version")) else None)


def _of_law(source: Source) -> Iterator[Identity]:
    get, kind = source.get, source.kind.name
    if kind == "executive order" and (number := get("number")):
        yield order(number)
        if page := get("cfrpage"):
            yield Identity("3 C.F.R.", f"3 C.F.R. {page}")
    if (title := get("usctitle")) and (section := get("uscsection")):
        yield code_section(title, "U.S.C.", section)
    if kind == "regulation" and (title := get("cfrtitle")):
        if section := get("cfrsection"):
            yield code_section(title, "C.F.R.", section)
        elif part := get("cfrpart"):
            yield code_part(title, part)
    if (volume := get("statvolume")) and (page := get("statpage")):
        yield reporter_page(volume, "Stat.", page)
    if kind in {"public law", "named act"} and (number := get("number")):
        yield public_law(number)
    if kind == "constitution" and (jurisdiction := get("jurisdiction")):
        yield Identity("Const.", f"{jurisdiction} Const.")


def _of_papers(source: Source) -> Iterator[Identity]:
    get, kind = source.get, source.kind.name
    number = get("number")
    if kind == "committee report" and number:
        yield Identity("Rep.", f"{get('chamber') or 'H.R.'} Rep. No. {number}")
    if kind == "bill" and number:
        yield Identity("bill", number)
    if comment := get("commentid"):
        yield Identity("docket comment", comment)
    if named := circular(get("shorthand") or ""):
        yield named
    volume, reporter = get("volume"), get("reporter") or get("shortjournal")
    if volume and reporter and (page := source.first_page or get("pages")):
        yield reporter_page(volume, reporter, page)
    elif volume and reporter and number:
        yield Identity("reporter", f"{volume} {reporter} No. {number}")
