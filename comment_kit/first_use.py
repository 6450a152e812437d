"""Open the doors of a room on their first use, so that a command waits for no more of it than it asks for."""

from collections.abc import Callable, Mapping
from importlib import import_module


def on_first_use(room: str, doors: Mapping[str, str]) -> Callable[[str], object]:
    """Return the ``__getattr__`` of a package whose names are imported when they are first asked for.

    What it returns raises AttributeError for a name that is no door.

    Args:
        room: the package, by its full name.
        doors: by each name, the module of the room that holds it.
    """

    def opened(name: str) -> object:
        if name not in doors:
            raise AttributeError(f"module '{room}' has no attribute '{name}'")
        return getattr(import_module(f"{room}.{doors[name]}"), name)

    return opened
