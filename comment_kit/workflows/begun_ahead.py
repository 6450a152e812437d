"""Begin work before its result is asked for, and never much of it: results lie in memory until they are taken."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from typing import Generic, TypeVar

Result = TypeVar("Result")


class BegunAhead(Generic[Result]):
    """Pieces of work by name, of which the next few are under way while others' results are used."""

    def __init__(self, work: Mapping[str, Callable[[], Result]], executor: Executor, *, most: int) -> None:
        """Take ``work`` in the order in which it will be asked for; at most ``most`` pieces wait to be taken."""
        self._waiting = dict(work)
        self._executor = executor
        self._most = most
        self._begun: dict[str, Future[Result]] = {}
        self._begin_more()

    def result(self, name: str) -> Result:
        """Return what the work ``name`` returns, once; raises what it raises."""
        if name in self._waiting:
            self._begin(name)
        begun = self._begun.pop(name)
        try:
            return begun.result()
        finally:
            self._begin_more()

    def _begin_more(self) -> None:
        while self._waiting and len(self._begun) < self._most:
            self._begin(next(iter(self._waiting)))

    def _begin(self, name: str) -> None:
        self._begun[name] = self._executor.submit(self._waiting.pop(name))
