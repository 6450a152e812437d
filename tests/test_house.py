"""The house keeps its own rules: floors, file sizes, one code for one finding."""

import ast
import configparser
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import comment_kit
from comment_kit.model.diagnostics import Finding

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "comment_kit"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
FAMILIES = {"SRC", "PIN", "QUO", "ANT", "FRM", "SIG", "NOT", "BLK", "DOC", "FIL", "LET", "TPL"}


def test_imports_go_down_and_never_sideways() -> None:
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


MAY_IMPORT = {
    "bibtexparser": {"library"},
    "word": {"docx"},
    "xml": {"docx", "pages"},
    "yaml": {"front_matter"},
    "markdown": {"letters"},
    "cases": {"recognise"},
    "jinja": {"templating"},
    "pdf": {"pages"},
    "click": {"cli"},
    "likeness": {"quotations"},
}
"""The rooms that alone may import a package, by the name of the contract that holds the others to it."""


def contracts() -> dict[str, set[str]]:
    """Return the rooms that each contract of the kind "only here" forbids a package, by the contract's name."""
    file = configparser.ConfigParser()
    file.read(ROOT / ".importlinter", encoding="utf-8")
    forbidding = {name: part for name, part in file.items() if part.get("type") == "forbidden"}
    return {
        name.rpartition(":")[2]: {line.removeprefix("comment_kit.") for line in part["source_modules"].split()}
        for name, part in forbidding.items()
    }


@pytest.mark.parametrize("contract", contracts())
def test_a_package_for_one_room_is_forbidden_to_all_others(contract: str) -> None:
    rooms = {each.name for each in pkgutil.iter_modules(comment_kit.__path__) if each.name != "__main__"}
    assert rooms - contracts()[contract] == MAY_IMPORT[contract]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_has_one_duty_said_in_its_first_line(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module opens with a sentence"
    assert text.count("\n") <= LONGEST_FILE


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_function_fits_on_a_page(module: Path) -> None:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef):
            first = node.body[0]
            documented = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            start = (first.end_lineno if documented else node.lineno) or node.lineno
            assert (node.end_lineno or start) - start <= LONGEST_FUNCTION, f"{node.name} is too long"


def constants() -> dict[str, Finding]:
    """Return every finding of the package by the name of its constant."""
    found: dict[str, Finding] = {}
    for each in pkgutil.walk_packages(comment_kit.__path__, "comment_kit."):
        if not each.name.endswith("__main__"):
            module = importlib.import_module(each.name)
            found |= {name: value for name, value in vars(module).items() if isinstance(value, Finding)}
    return found


def findings() -> list[Finding]:
    return sorted({finding.code: finding for finding in constants().values()}.values(), key=lambda each: each.code)


def test_a_code_belongs_to_one_finding_of_a_known_family() -> None:
    by_code: dict[str, set[str]] = {}
    for finding in constants().values():
        by_code.setdefault(finding.code, set()).add(finding.name)
    assert {code: names for code, names in by_code.items() if len(names) > 1} == {}
    assert {re.sub(r"\d+", "", code) for code in by_code} <= FAMILIES


@pytest.mark.parametrize("finding", findings(), ids=lambda finding: finding.code)
def test_a_finding_is_named_explained_and_tested(finding: Finding) -> None:
    tests = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py"))
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", finding.name)
    assert len(finding.explanation) > len(finding.name)
    called = [name for name, each in constants().items() if each == finding]
    assert any(word in tests for word in (finding.code, *called)), "no test names this finding"
