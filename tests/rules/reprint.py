"""Write into the page of each rule what ``check`` prints now: run ``python tests/rules/reprint.py``, and read the diff.

It saves typing where a message is changed for the better. Whether it is better, and whether what a page says around it
is still true, its reader has to say.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))

from front_door import Desk  # noqa: E402 - it stands in the folder above
from rule_pages import Example, page_files, read_page  # noqa: E402
from small_project import write_project  # noqa: E402
from test_rule_pages import check, told  # noqa: E402


def reprinted(path: Path, desk: Desk) -> str:
    """Return the text of the page at ``path`` with what is printed now."""
    page, text = read_page(path), path.read_text(encoding="utf-8")
    write_project(desk.folder, page)
    for example in page.flagged:
        begins = _begins(example)
        text = text.replace(begins + example.printed, begins + "\n".join(told(check(desk, example))) + "\n", 1)
    return text


def _begins(example: Example) -> str:
    style = f", style {example.style}" if example.style else ""
    return f"```{example.language} flagged{style}\n{example.letter}```\n\n```text printed\n"


if __name__ == "__main__":
    os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()
    for file in page_files():
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            file.write_text(reprinted(file, Desk(Path(folder))), encoding="utf-8")
            os.chdir(HERE)
