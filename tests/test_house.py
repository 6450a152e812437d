"""The house keeps its own rules: floors, file sizes, one code for one finding."""

import ast
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


def findings() -> list[Finding]:
    found: list[Finding] = []
    for each in pkgutil.walk_packages(comment_kit.__path__, "comment_kit."):
        if each.name.endswith("__main__"):
            continue
        found += getattr(importlib.import_module(each.name), "FINDINGS", ())
    return list({id(finding): finding for finding in found}.values())


def test_a_code_belongs_to_one_finding_of_a_known_family() -> None:
    codes = [finding.code for finding in findings()]
    assert sorted(codes) == sorted(set(codes))
    assert {re.sub(r"\d+", "", code) for code in codes} <= FAMILIES


@pytest.mark.parametrize("finding", findings(), ids=lambda finding: finding.code)
def test_a_finding_is_named_explained_and_tested(finding: Finding) -> None:
    tests = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py"))
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", finding.name)
    assert len(finding.explanation) > len(finding.name)
    assert finding.code in tests, "no test names this code"
