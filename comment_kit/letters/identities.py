"""Give every note and heading an id of its own, also where two blocks of a letter write the same one."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field


class Identities(Struct):
    """The ids of one letter and its blocks."""

    _taken: set[str] = field(default_factory=set)
    _made: int = 0

    def write(self, names: Iterable[str]) -> Mapping[str, str]:
        """Return the id under which each of ``names`` is known in the letter, where it is another one.

        Args:
            names: every id that one text, the letter or a block, writes out.
        """
        given: dict[str, str] = {}
        for name in dict.fromkeys(names):
            if name in self._taken:
                given[name] = self._beside(name)
            self._taken.add(given.get(name, name))
        return given

    def new(self) -> str:
        """Return an id for a note that has none, made from its order."""
        self._made += 1
        while (name := f"note-{self._made}") in self._taken:
            self._made += 1
        self._taken.add(name)
        return name

    def _beside(self, name: str) -> str:
        number = 2
        while (identity := f"{name}-{number}") in self._taken:
            number += 1
        return identity
