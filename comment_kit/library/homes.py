"""Tell from the name of a code or reporter where an act, rule or notice has its home.

Zotero has one item type for every statute and names its home in words ("C.F.R."); our forms ask for fields of
their own, since title 12 of a code and volume 12 of a reporter are different things.
"""

import re
from collections.abc import Callable, Mapping

from comment_kit.library.spans import page_range

_SECTION = re.compile(r"^\s*§*\s*")
_LETTERS = re.compile(r"[^a-z]")
_CONGRESS = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th|d)\s+Cong", re.IGNORECASE)


def with_home(type_: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return ``fields`` with the home that ``journaltitle`` names spelled out; fields that are there stay."""
    if type_ not in ("legislation", "legal"):
        return dict(fields)
    read = _HOMES.get(_LETTERS.sub("", fields.get("journaltitle", "").casefold()))
    return {**_congress(fields), **(read(fields) if read else {}), **fields}


def _present(fields: dict[str, str | None]) -> dict[str, str]:
    return {name: value for name, value in fields.items() if value}


def _section(fields: Mapping[str, str]) -> str | None:
    written = fields.get("section") or fields.get("chapter") or fields.get("pages")
    return _SECTION.sub("", written) if written else None


def _first_page(fields: Mapping[str, str]) -> str | None:
    return page_range(fields["pages"]).split("-")[0] if "pages" in fields else None


def _congress(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the Congress of a bill or hearing, which Zotero has in words: "110th Congress, 2d Session"."""
    congress = _CONGRESS.search(fields.get("chapter", ""))
    return {"congress": congress[1]} if congress else {}


def _united_states_code(fields: Mapping[str, str]) -> dict[str, str]:
    return _present({"usctitle": fields.get("volume"), "uscsection": _section(fields)})


def _code_of_federal_regulations(fields: Mapping[str, str]) -> dict[str, str]:
    # An edition of the C.F.R. is a year's, and Zotero has no other field for it than the date.
    year = fields.get("date", fields.get("year", ""))[:4]
    return _present({"cfrtitle": fields.get("volume"), "cfrsection": _section(fields), "cfryear": year})


def _federal_register(fields: Mapping[str, str]) -> dict[str, str]:
    return _present(
        {"frvolume": fields.get("volume"), "frpage": _first_page(fields), "frpages": fields.get("pages")},
    )


def _statutes_at_large(fields: Mapping[str, str]) -> dict[str, str]:
    return _present({"statvolume": fields.get("volume"), "statpage": _first_page(fields)})


_HOMES: Mapping[str, Callable[[Mapping[str, str]], dict[str, str]]] = {
    "usc": _united_states_code,
    "unitedstatescode": _united_states_code,
    "uscode": _united_states_code,
    "cfr": _code_of_federal_regulations,
    "codeoffederalregulations": _code_of_federal_regulations,
    "fedreg": _federal_register,
    "fr": _federal_register,
    "federalregister": _federal_register,
    "stat": _statutes_at_large,
    "statutesatlarge": _statutes_at_large,
}
"""By the letters of the name."""
