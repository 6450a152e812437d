"""Commands that are loaded only when they are asked for, so that ``--help`` answers at once."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any, NamedTuple

import click


class Door(NamedTuple):
    """A command by its name, and the module that holds it under the name ``command``."""

    name: str
    module: str
    summary: str


class Doors(click.Group):
    """A group of commands, each imported on its first use."""

    def __init__(self, *arguments: Any, doors: Sequence[Door], **named: Any) -> None:  # noqa: ANN401 - click's own
        """Make a group of ``doors``, in the order in which a writer meets them."""
        super().__init__(*arguments, **named)
        self.doors = doors

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        """Return the names of the commands in the order of the doors."""
        return [door.name for door in self.doors]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, loaded now, or None for an unknown name."""
        for door in self.doors:
            if door.name == cmd_name:
                command = importlib.import_module(door.module).command
                assert isinstance(command, click.Command)  # noqa: S101 - each module of this room has one
                return command
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that ``args`` begin with, as click does, and tell of the nearest for an unknown one.

        Raises:
            click.UsageError: there is no such command.
        """
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-") and not ctx.resilient_parsing:
            ctx.fail(f"No such command '{name}'.{_meant(name, self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(door.name, door.summary) for door in self.doors])


def _meant(name: str, known: Sequence[str]) -> str:
    """Return a question that names the nearest of ``known``; nothing where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - start-up does not wait for a slip of the hand

    near = get_close_matches(name.lower(), known, n=1)
    return f" Did you mean '{near[0]}'?" if near else ""
