"""Say where a new block of a project is written."""

from pathlib import Path

from comment_kit.blocks.names import SUFFIX, LeadsOut, find_block
from comment_kit.errors import CommentKitError
from comment_kit.project import Project


def block_place(name: str, project: Project, *, force: bool = False) -> Path:
    """Return the file of a new block ``name`` in the first folder of blocks that ``project`` names.

    Raises:
        CommentKitError: there is no project, the name leads out of the folder, or a block has it and ``force`` is off.
    """
    folders = project.folders.get("blocks", ())
    if not folders:
        raise CommentKitError(
            "there is no project here to keep the block in",
            remedy="'comment-kit init' makes one; '-o -' prints the block instead",
        )
    try:
        there = find_block(name, folders[:1])
    except LeadsOut:
        raise CommentKitError(
            f"'{name}' is no name of a block", remedy="a name is topic/name, such as open-models/marginal-risk"
        ) from None
    if there is not None and not force:
        raise CommentKitError(
            "there is a block of this name", where=str(there), remedy="choose another with -o, or use --force"
        )
    return folders[0] / f"{name}{SUFFIX}"
