"""Each rule of form finds the letter that shows it, and leaves a near miss alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from front_door import run

ORDER = "Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Oct. 30, 2023)."
NTIA = (
    "Nat'l Telecomm. & Info. Admin., Dual-Use Foundation Models with Widely Available Model Weights 47 (2024), "
    "https://www.ntia.gov/sites/default/files/publications/ntia-ai-open-model-report.pdf."
)
AGAIN = "Nat'l Telecomm. & Info. Admin., supra note 1, at 10."
OTHER = "Example Body, Some Report 3 (2020), https://example.org/report."
CASE = "Example Co. v. Sample, 111 F.3d 222, 230 (9th Cir. 2001)."
RFC = (
    "Request for Comments on the U.S. Artificial Intelligence Safety Institute's Draft Document: Managing Misuse Risk "
    "for Dual-Use Foundation Models, 89 Fed. Reg. 64878 ({}Aug. 8, 2024)."
)
SHORT = "Exec. Order No. 14,110, § 4.1, 88 Fed. Reg. at 75196."

Notes = tuple[str, ...]
CASES: tuple[tuple[str, Notes, str, Notes], ...] = (
    ("FRM201", (ORDER, "Id. at § 4.1."), "'at §' has an 'at' that a sign does not take", (ORDER, "Id. § 4.1.")),
    ("FRM202", (NTIA, "Ibid. at 5."), "'Ibid.' is no form of legal citation", (NTIA, "Id. at 5.")),
    ("FRM203", (NTIA, "Id.."), "'Id..' has a stop too many", (NTIA, "Id. Other words follow.")),
    ("FRM204", (NTIA, "See Id. at 5."), "'Id.' has a capital behind a signal", (NTIA, "See id. at 5.")),
    ("FRM204", (NTIA, "Id. at 4; Id. at 5."), "'Id.' has a capital behind a semicolon", (NTIA, "Id. at 4. Id. at 5.")),
    ("FRM204", (NTIA, "id. at 5."), "'id.' begins a note with a small letter", (NTIA, "Id. at 5; id. at 6.")),
    ("FRM205", (NTIA, "Id. at pp. 5-6."), "'pp.' stands before a page", (NTIA, "Id. at 5. See supra p. 4.")),
    ("FRM206", (ORDER, "Id. § 4.1 et seq."), "'et seq.' does not say where the passage ends", (ORDER, "Id. § 4.1.")),
    ("FRM207", (NTIA, "Id. at 10 n. 30."), "'n. 3' is a note of the source set apart", (NTIA, "Id. at 10 n.30.")),
    ("FRM208", (NTIA, "Id. at 10-12."), "'10-12' has a hyphen for a dash", (NTIA, "Id. at 10–12.")),
    (
        "FRM209",
        (ORDER, "Id. at 75196–75197."),
        "'75196–75197' does not keep two digits of its last page",
        (ORDER, "Id. at 75199–200."),
    ),
    ("FRM209", (NTIA, "Id. at 11–3."), "'11–3' does not keep two digits of its last page", (NTIA, "Id. at 8–12.")),
    ("FRM210", (ORDER, "Id. §4.1."), "'§4' lacks a blank behind the sign", (ORDER, "Id. § 4.1.")),
    (
        "FRM211",
        ("15 U.S.C. § 45–46.",),
        "'§ 45–46' names several with one sign",
        ("15 U.S.C. § 78u-4.", "15 U.S.C. §§ 45–46."),
    ),
    ("FRM212", ("5 U.S.C. §§ 553(b)–(c).",), "'§§ 553(b)–(c)' is one section", ("5 U.S.C. §§ 553(b)–554.",)),
    (
        "FRM220",
        (ORDER, OTHER, "Exec. Order No. 14,110, supra note 1, § 4.1."),
        "'Exec. Order No. 14,110, supra note 1, § 4.1' cites by supra what takes none: executive order",
        (NTIA, OTHER, AGAIN),
    ),
    (
        "FRM220",
        (CASE, OTHER, "Example Co. v. Sample, supra note 1, at 230."),
        "'Example Co. v. Sample, supra note 1, at 230' cites by supra what takes none: source of law",
        (NTIA, OTHER, AGAIN),
    ),
    ("FRM221", (NTIA, OTHER, AGAIN.replace("1,", "1")), "'note 1 at' lacks its comma", (NTIA, OTHER, AGAIN)),
    (
        "FRM223",
        (NTIA, OTHER, AGAIN.replace(" note 1", "")),
        "'Nat'l Telecomm. & Info. Admin., supra, at 10' does not say in which note",
        (f"{NTIA[:-1]}; {ORDER[:-1]}; Nat'l Telecomm. & Info. Admin., supra, at 10.",),
    ),
    (
        "FRM224",
        (NTIA.replace("(2024)", "(2024) (hereinafter NTIA Report)"), OTHER, "NTIA Report, supra note 1, at 5."),
        "'(hereinafter NTIA Report)' stands in round brackets",
        (NTIA.replace("(2024)", "(2024) [hereinafter NTIA Report]"), OTHER, "NTIA Report, supra note 1, at 5."),
    ),
    (
        "FRM225",
        (NTIA.replace("(2024)", "(2024) [hereinafter Weights Study]"), OTHER),
        "'Weights Study' is given by hereinafter and never used",
        (NTIA.replace("(2024)", "(2024) [hereinafter Weights Study]"), OTHER, "Weights Study, supra note 1, at 5."),
    ),
    (
        "FRM230",
        (NTIA, "Id. at 5 (Noting that much is open)."),
        "'(Noting ...' begins a paraphrase with a capital",
        (NTIA, "Id. at 5 (Boeing and others disagree).", "Id. at 6 (noting that much is open)."),
    ),
    (
        "FRM231",
        (NTIA, 'Id. at 5 ("Words are words.") (cleaned up).'),
        "'(cleaned up)' has other words in edition 22",
        (NTIA, 'Id. at 5 ("Words are words.") (citation modified).'),
    ),
    (
        "FRM232",
        (ORDER, "89 Fed. Reg. 64,878 (Aug. 8, 2024)."),
        "the pages of the Federal Register are printed in two ways: '64,878' here, '75191' elsewhere",
        (ORDER, "89 Fed. Reg. 64878 (Aug. 8, 2024)."),
    ),
    (
        "FRM233",
        (RFC.format("proposed "),),
        "'rfc2024' is a request for comments and proposes no rule",
        (RFC.format(""),),
    ),
    (
        "FRM234",
        ("In the Matter of Example, 111 F.3d 222, 230 (9th Cir. 2001).",),
        "'In the Matter of' stands in the name of a case",
        ("In the Matter of Example, 39 FCC Rcd. 111 (2024).", "In re Example, 111 F.3d 222, 230 (9th Cir. 2001)."),
    ),
    (
        "FRM250",
        (NTIA, OTHER, NTIA),
        f"'{NTIA[:58]} ...' is a full citation, where 'bluebook' has supra",
        (NTIA, OTHER, AGAIN),
    ),
    (
        "FRM251",
        (ORDER, *[OTHER, *["Id. at 4."] * 5], SHORT),
        f"'{SHORT[:38]} ...' is a short form, and the source was last cited in note 1, more than 5 notes before",
        (ORDER, *[OTHER, *["Id. at 4."] * 3], SHORT),
    ),
    (
        "FRM252",
        (ORDER.replace("14,110", "14110"),),
        "'Exec. Order No. 14110, 88 Fed. Reg. 75191 ...' is not as 'bluebook' prints it",
        (ORDER,),
    ),
    (
        "FRM253",
        (NTIA, "*Id.* at 4.", "Id. at 5."),
        "'Id. at 5' is not set as 'bluebook' sets it",
        (NTIA, "Id. at 4.", "Id. at 5."),
    ),
    ("SIG301", (NTIA, "See e.g. id. at 4."), "'See e.g.' lacks a comma", (NTIA, "See, e.g., id. at 4.")),
    ("SIG302", (f"See for example {OTHER}",), "'See for example' is no signal", (f"See, e.g., {OTHER}",)),
    (
        "SIG303",
        (NTIA, "Cf. id. at 4."),
        "'cf.' stands before a source without words that say how it bears on the sentence",
        (NTIA, "Cf. id. at 4 (noting the risk)."),
    ),
    (
        "SIG305",
        (f"But see {NTIA[:-1]}; see {OTHER}",),
        "'see' stands behind 'but see'",
        (f"But see {NTIA[:-1]}; {OTHER}",),
    ),
)


def remarks(folder: Path, *notes: str, style: str = "bluebook", options: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Return what is remarked of the form of a typed letter of ``notes``."""
    text = "\n\n".join(f"A sentence.[^{number}]" for number in range(1, len(notes) + 1))
    text += "\n\n" + "\n\n".join(f"[^{number}]: {words}" for number, words in enumerate(notes, start=1))
    (folder / "letter.md").write_text(f"March 3, 2024\n\n{text}\n", encoding="utf-8")
    report = json.loads(run("check", str(folder / "letter.md"), "--style", style, "--format", "json", *options).out)
    return [each for each in report["diagnostics"] if each["tier"] == "form"]


@pytest.mark.parametrize(("code", "shows", "message", "near"), CASES, ids=[case[0] for case in CASES])
def test_a_rule_finds_what_shows_it_and_nothing_near(
    code: str, shows: Notes, message: str, near: Notes, tmp_path: Path
) -> None:
    (found,) = [each for each in remarks(tmp_path, *shows) if each["code"] == code]
    assert (found["message"], found["tier"]) == (message, "form")
    assert found["severity"] in {"warning", "hint"}
    assert [each["message"] for each in remarks(tmp_path, *near) if each["code"] == code] == []


# ---- where a rule asks the style ----


def codes(found: list[dict[str, Any]]) -> set[str]:
    return {each["code"] for each in found}


def test_a_house_that_calls_requests_proposed_is_not_told_so(tmp_path: Path) -> None:
    assert "FRM233" not in codes(remarks(tmp_path, RFC.format("proposed "), style="comment-letter"))


def test_contrast_is_unknown_before_the_edition_that_brought_it(tmp_path: Path) -> None:
    notes = (f"Contrast {NTIA[:-1]} (noting a), with {OTHER[:-1]} (noting b).",)
    assert "SIG304" not in codes(remarks(tmp_path, *notes))
    pack(tmp_path, "older", "edition = 21")
    (found,) = [each for each in remarks(tmp_path, *notes, style="older") if each["code"] == "SIG304"]
    assert found["message"] == "edition 21 of the Bluebook has no signal 'contrast'"
    assert "FRM231" not in codes(remarks(tmp_path, NTIA, 'Id. at 5 ("So.") (cleaned up).', style="older"))


def pack(folder: Path, name: str, setting: str) -> None:
    """Write a style pack into the project of ``folder`` that differs from the Bluebook in ``setting``."""
    (folder / "comment-kit.toml").write_text("", encoding="utf-8")
    home = folder / "templates" / "styles" / name
    home.mkdir(parents=True)
    (home / "style.toml").write_text(f'base = "bluebook"\n{setting}\n', encoding="utf-8")


def test_a_style_may_print_runs_of_pages_with_a_hyphen(tmp_path: Path) -> None:
    pack(tmp_path, "plain", 'page_dash = "-"')
    assert "FRM208" not in codes(remarks(tmp_path, NTIA, "Id. at 10-12.", style="plain"))


def test_a_style_may_demand_archived_copies(tmp_path: Path) -> None:
    pack(tmp_path, "archiving", 'archives = "demanded"')
    assert "FRM235" not in codes(remarks(tmp_path, OTHER))
    (found,) = [each for each in remarks(tmp_path, OTHER, NTIA, style="archiving") if each["code"] == "FRM235"]
    assert (found["message"], found["note"]) == ("no archived copy is named beside example.org", 1)
    bracket = OTHER.replace("report.", "report [https://perma.cc/AAAA-BBBB].")
    assert "FRM235" not in codes(remarks(tmp_path, bracket, style="archiving"))


@pytest.mark.parametrize(("count", "expected"), [(49, set()), (50, {"FRM240"})])
def test_a_quotation_of_fifty_words_wants_to_be_a_block(count: int, expected: set[str], tmp_path: Path) -> None:
    words = " ".join(["word"] * count)
    assert codes(quoting(tmp_path, f"It says that “{words}.”[^1]")) == expected
    assert codes(quoting(tmp_path, f"It says that “{words}.”[^1]", style="comment-letter")) == set()


@pytest.mark.parametrize(("count", "expected"), [(49, {"FRM241"}), (50, set())])
def test_a_block_of_fewer_than_fifty_words_may_stand_in_the_line(
    count: int, expected: set[str], tmp_path: Path
) -> None:
    words = " ".join(["word"] * count)
    assert codes(quoting(tmp_path, f"It says:\n\n> {words}.[^1]")) == expected
    assert codes(quoting(tmp_path, f"It says:\n\n> {words}.[^1]", style="comment-letter")) == set()


def quoting(folder: Path, body: str, style: str = "bluebook") -> list[dict[str, Any]]:
    """Return what is remarked of the quotation in ``body``, which cites the report once."""
    (folder / "letter.md").write_text(f"March 3, 2024\n\n{body}\n\n[^1]: {NTIA}\n", encoding="utf-8")
    report = json.loads(run("check", str(folder / "letter.md"), "--style", style, "--format", "json").out)
    return [each for each in report["diagnostics"] if each["code"] in {"FRM240", "FRM241"}]
