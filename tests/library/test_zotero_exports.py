"""A library exported from Zotero with Better BibLaTeX loads as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bib_reading import Read, read_bib

from comment_kit.model.dates import PartialDate
from comment_kit.model.sources import Name

if TYPE_CHECKING:
    from pathlib import Path

EXPORT = r"""
@article{doeJournal2016,
  title = {Rules, {{Statutes}} and {{Small Print}}: {{A}} View},
  shorttitle = {Rules, {{Statutes}} and {{Small Print}}},
  author = {family=Berg, given=Anna, prefix=van den, useprefix=true and Doe, Jane Q.},
  date = {2016-11},
  journaltitle = {New York University Law Review},
  shortjournal = {N.Y.U. L. Rev.},
  volume = {91},
  number = {5},
  pages = {1183--1250},
  issn = {0028-7881},
  doi = {10.1000/nyu_91.5},
  langid = {english},
  keywords = {agencies,notice \& comment},
  file = {/home/user/Zotero/storage/AB12/Berg - 2016.pdf;/home/user/Zotero/storage/CD34/x.html},
  annotation = {Read: {$<$}b{$>$}twice{$<$}/b{$>$}}
}

@article{roePaper2014,
  entrysubtype = {newspaper},
  title = {Rules for the {{Market}}},
  author = {Roe, Richard},
  date = {2014-08-05},
  journaltitle = {The Daily},
  location = {New York},
  pages = {A20},
  url = {https://example.org/2014/08/05/rules_market.html?x=1&y=2},
  urldate = {2024-09-01},
  journalsubtitle = {Opinion}
}

@article{roeMagazine2020,
  entrysubtype = {magazine},
  title = {Weights},
  author = {Roe, Richard},
  date = {2020-01/2020-02},
  journaltitle = {The Monthly}
}

@book{orwell1961,
  title = {1984},
  author = {Orwell, George},
  date = {1961},
  edition = {2},
  publisher = {{Signet}},
  location = {New York},
  isbn = {978-0-451-52493-5},
  pagetotal = {328}
}

@incollection{doeChapter2019,
  title = {A Chapter},
  booktitle = {The {{Book}}},
  author = {Doe, Jane},
  editor = {Roe, Richard and others},
  date = {2019},
  pages = {3--29}
}

@jurisdiction{motor1983,
  title = {Motor Vehicle Mfrs. Ass'n v. {{State Farm}}},
  date = {1983-06-24},
  journaltitle = {U.S.},
  volume = {463},
  pages = {29},
  institution = {Supreme Court},
  shorttitle = {State Farm}
}

@legislation{apa553,
  title = {Rule Making},
  date = {1966-09-06},
  journaltitle = {U.S.C.},
  volume = {5},
  section = {§ 553}
}

@legislation{bill5793,
  title = {Cell Tax Fairness Act},
  number = {H.R. 5793},
  date = {2008-04-15},
  chapter = {110th Congress, 2d Session}
}

@legislation{notice2024,
  title = {A {{Notice}}},
  date = {2024-08-08},
  journaltitle = {Federal Register},
  volume = {89},
  pages = {64878--64880},
  kind = {notice}
}

@legislation{hearing2008,
  title = {Example {{Act}}: {{Hearing Before}} the {{H}}. {{Comm}}. on the {{Judiciary}}},
  date = {2008-06-01},
  entrysubtype = {hearing},
  chapter = {110th Cong.}
}

@letter{letter2025,
  title = {Letter on {{Rules}}},
  author = {Doe, Jane},
  date = {2025-03-03},
  recipient = {the President}
}

@misc{document2023,
  title = {An {{Order}}},
  date = {2023-10-30},
  number = {14110},
  frvolume = {88},
  frpage = {75191},
  entrysubtype = {executive order}
}

@online{tamirisa2024,
  title = {Tamper-{{Resistant Safeguards}} for {{Open-Weight LLMs}}},
  author = {Tamirisa, Rishub and others},
  date = {2024-08-01},
  eprint = {2408.00761},
  eprinttype = {arXiv},
  eprintclass = {cs},
  doi = {10.48550/arXiv.2408.00761},
  url = {http://arxiv.org/abs/2408.00761},
  pubstate = {prepublished}
}

@online{page2024,
  title = {About {{NIST}}},
  author = {{National Institute of Standards and Technology}},
  date = {2024-07-26T09:00:00-04:00},
  url = {https://www.nist.gov/about\_us\#top},
  urldate = {2024-08-01},
  organization = {NIST}
}

@report{pew2020,
  title = {How {{Debt Collectors Are Transforming State Courts}}},
  author = {{The Pew Charitable Trusts}},
  date = {2020-05},
  institution = {The Pew Charitable Trusts},
  url = {https://www.pewtrusts.org/-/media/assets/2020/06/debt-collectors-to-consumers.pdf}
}

@report{press2024,
  type = {Press Release},
  title = {Department Announces Guidance},
  date = {2024-07-26},
  institution = {NIST}
}

@report{comment2024,
  type = {Comment},
  title = {Comment on Proposed Rule},
  author = {{Example Institute}},
  date = {2024-09-09},
  url = {https://www.regulations.gov/comment/X-2024-0001-0002},
  institution = {Example Institute}
}

@thesis{thesis2022,
  type = {phdthesis},
  title = {On {{Rules}}},
  author = {Doe, Jane},
  date = {2022},
  institution = {Example University}
}
"""


@pytest.fixture
def export(tmp_path: Path) -> Read:
    return read_bib(tmp_path, EXPORT)


def test_every_entry_loads_and_finds_its_kind(export: Read) -> None:
    assert export.messages == []
    assert {key: source.kind.name for key, source in export.sources.items()} == {
        "doeJournal2016": "article",
        "roePaper2014": "newspaper",
        "roeMagazine2020": "magazine",
        "orwell1961": "book",
        "doeChapter2019": "chapter",
        "motor1983": "case",
        "apa553": "statute",
        "bill5793": "bill",
        "notice2024": "notice",
        "hearing2008": "hearing",
        "letter2025": "letter",
        "document2023": "executive order",
        "tamirisa2024": "preprint",
        "page2024": "web page",
        "pew2020": "report",
        "press2024": "press release",
        "comment2024": "docket comment",
        "thesis2022": "report",
    }


def test_protecting_braces_go_and_names_are_taken_apart(export: Read) -> None:
    article = export.sources["doeJournal2016"]
    assert article.title == "Rules, Statutes and Small Print: A View"
    assert article.authors == (Name(family="van den Berg", given="Anna"), Name(family="Doe", given="Jane Q."))
    assert article.get("doi") == "10.1000/nyu_91.5"
    assert article.date == PartialDate(year=2016, month=11)
    assert (article.first_page, article.last_page) == ("1183", "1250")


def test_an_address_keeps_what_it_needs(export: Read) -> None:
    assert export.sources["roePaper2014"].get("url") == "https://example.org/2014/08/05/rules_market.html?x=1&y=2"
    assert export.sources["page2024"].get("url") == "https://www.nist.gov/about_us#top"


def test_homes_that_zotero_names_in_words_are_spelled_out(export: Read) -> None:
    statute, notice = export.sources["apa553"], export.sources["notice2024"]
    assert (statute.get("usctitle"), statute.get("uscsection")) == ("5", "553")
    assert (notice.get("frvolume"), notice.get("frpage"), notice.last_page) == ("89", "64878", "64880")


def test_an_institution_is_an_author_in_one_piece(export: Read) -> None:
    assert export.sources["page2024"].authors == (
        Name(family="National Institute of Standards and Technology", body=True),
    )
    assert export.sources["doeChapter2019"].more_editors
