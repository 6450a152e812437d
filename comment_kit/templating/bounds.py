"""The filters of a sandbox, each paying from one budget for what it makes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from comment_kit.templating import rewriting
from comment_kit.templating.budget import Budget
from comment_kit.templating.faults import Refused
from comment_kit.templating.filters import TEXT_FILTERS, VALUE_FILTERS
from comment_kit.templating.markup import Markup, printable

Escape = Callable[[str], str]
"""Makes a value's own characters harmless in the language that a template writes."""

Filter = Callable[..., object]

_WEIGHT = 10_000
"""How many values two lists that are compared may hold in all, lists within lists counted each time they stand."""

T = TypeVar("T")


class Bounds:
    """What one run of a template may cost, and how it prints values."""

    def __init__(self, escape: Escape) -> None:
        self._escape = escape
        self.budget = Budget()

    def begin(self) -> None:
        """Start a run with a whole budget."""
        self.budget = Budget()

    def filters(self) -> dict[str, Filter]:
        """Return every filter by its name in templates."""
        own: dict[str, Filter] = {
            rewriting.CHARGE: self._charge,
            rewriting.COUNTED: self.counted,
            rewriting.LITERAL: Markup,
            rewriting.SET: Markup,
            rewriting.SLICED: self._paid,
            rewriting.WEIGHED: self._weighed,
            rewriting.JOINED: self.joined,
            "join": self.joined,
            "replace": self._replaced,
        }
        of_values = {name: self.paying(function) for name, function in VALUE_FILTERS.items()}
        of_text = {name: self._keeping_markup(function) for name, function in TEXT_FILTERS.items()}
        return own | of_values | of_text

    def as_markup(self, value: object) -> Markup:
        """Return ``value`` as it is printed: escaped, unless it is markup already."""
        return value if isinstance(value, Markup) else Markup(self._escape(printable(value)))

    def printed(self, value: object) -> Markup:
        """Return ``value`` as it is printed, and paid for."""
        text = self.as_markup(value)
        self.budget.pay(len(text))
        return text

    def counted(self, values: Iterable[T]) -> Iterator[T]:
        """Yield ``values``, each for a step."""
        for value in values:
            self.budget.step()
            yield value

    def joined(self, values: Iterable[object], between: str = "") -> str:
        """Return ``values`` as one text; where one of them is markup the others are escaped."""
        self.budget.step()
        if isinstance(values, str):
            self.budget.pay_places(len(values))
        parts = list(values)
        if any(isinstance(part, Markup) for part in parts):
            words: list[str] = [self.as_markup(part) for part in parts]
            between = self.as_markup(between)
        else:
            words = [printable(part) for part in parts]
        self.budget.pay(sum(map(len, words)) + len(between) * len(words))
        text = between.join(words)
        return Markup(text) if any(isinstance(part, Markup) for part in parts) else text

    def _replaced(self, value: object, old: str, new: str) -> str:
        text = printable(value)
        self.budget.step()
        self.budget.pay(len(text) + text.count(old) * len(new))
        if isinstance(value, Markup):
            return Markup(text.replace(old, self.as_markup(new)))
        return text.replace(old, new)

    def _charge(self, characters: int) -> None:
        self.budget.step()
        self.budget.pay(characters)

    def _paid(self, value: object) -> object:
        self.budget.made(value)
        return value

    def paying(self, function: Filter) -> Filter:
        """Return ``function`` as a filter that pays for what it makes."""

        def pay(value: object, *arguments: object, **named: object) -> object:
            self.budget.step()
            self.budget.made(value)
            return self._paid(function(value, *arguments, **named))

        return pay

    def _keeping_markup(self, function: Callable[[object], str]) -> Filter:
        def keep(value: object) -> str:
            self.budget.step()
            text = function(value)
            self.budget.made(text)
            return Markup(text) if isinstance(value, Markup) else text

        return keep

    def _weighed(self, value: object) -> object:
        """Return ``value``, a side of a comparison, unless comparing it could take for ever."""
        self.budget.step()
        if isinstance(value, (list, tuple, Mapping)):
            _weigh(value)
        return value


def _weigh(container: object) -> None:
    # Lists that hold one another twice over, thirty times, are small to keep and endless to compare.
    waiting = [container]
    left = _WEIGHT
    while waiting:
        each = waiting.pop()
        if isinstance(each, Mapping):
            each = [*each.keys(), *each.values()]
        if isinstance(each, (list, tuple)):
            left -= len(each)
            if left < 0:
                raise Refused("these lists are too large to be compared")
            waiting.extend(each)
