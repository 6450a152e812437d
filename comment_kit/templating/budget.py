"""Bound what one run of a template may cost: steps, characters and time."""

from time import thread_time

from msgspec import Struct, field

from comment_kit.templating.faults import Refused

STEPS = 200_000
"""Rounds of loops, calls and filters."""
CHARACTERS = 20_000_000
"""Made in all; a letter and its template make each of their characters about twice."""
SECONDS = 1.5
"""Of this thread's own work, so that a busy machine stops nobody's letter."""
_LOOK_AT_CLOCK = 32
"""How many steps pass between two looks at the clock, which costs as much as a step."""
_OF_A_LIST = 8
"""A place in a list costs as much memory as this many characters."""


class Budget(Struct):
    """What is left to one run of a template."""

    steps: int = STEPS
    characters: int = CHARACTERS
    deadline: float = field(default_factory=lambda: thread_time() + SECONDS)

    def step(self) -> None:
        """Take one step.

        Raises:
            Refused: the template goes on too long.
        """
        self.steps -= 1
        if self.steps < 0:
            raise Refused("the template takes too many steps", remedy="a loop or a macro in it does not end")
        if self.steps % _LOOK_AT_CLOCK == 0 and thread_time() > self.deadline:
            raise Refused("the template takes too long", remedy="a loop or a macro in it does not end")

    def made(self, value: object) -> None:
        """Pay for a string or a list that was made.

        Raises:
            Refused: the template makes too much.
        """
        if isinstance(value, str):
            self.pay(len(value))
        elif isinstance(value, (list, tuple)):
            self.pay_places(len(value))

    def pay_places(self, places: int) -> None:
        """Pay for a list of ``places``, best before it is made.

        Raises:
            Refused: the template makes too much.
        """
        self.pay(_OF_A_LIST * places)

    def pay(self, characters: int) -> None:
        """Pay for ``characters``, best before they are made.

        Raises:
            Refused: the template makes too much.
        """
        self.characters -= characters
        if self.characters < 0:
            raise Refused("the template makes too much text", remedy="something in it grows without end")
