"""A style as the rest of the kit holds it: the policy of a house and its forms of citation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from comment_kit.errors import CommentKitError
from comment_kit.inline import protect
from comment_kit.model.policy import LabelPages, Policy
from comment_kit.styles import filters
from comment_kit.styles.names import NameRules
from comment_kit.styles.pinpoints import PinpointRules
from comment_kit.templating import FormsEnvironment, TemplateFault, forms_environment

COMMON = "common"
"""The stem of the file with what all forms of a style share."""

_SUFFIX = ".jinja"


class Style(Struct, frozen=True, kw_only=True, dict=True):
    """A house's policy with its forms; ``read_style`` makes it."""

    policy: Policy
    folders: tuple[Path, ...]
    """Of the pack and its bases, the pack first."""
    _macros: dict[str, Mapping[str, Callable[..., str]]] = field(default_factory=dict)

    @cached_property
    def _environment(self) -> FormsEnvironment:
        shelves = dict.fromkeys(folder.parent for folder in self.folders)
        environment = forms_environment((*self.folders, *shelves), protect)
        environment.globals["house"] = {**self.settings, **self.settings["house"]}
        environment.filters.update(filters.for_house(self.settings))
        return environment

    @property
    def settings(self) -> Mapping[str, Any]:
        """Everything that its style.toml sets, with what it takes from its base."""
        return self.policy.settings

    @property
    def name_rules(self) -> NameRules:
        """How it prints several names."""
        pick = self.settings
        return NameRules(
            et_al=pick["et_al"], et_al_above=pick["et_al_above"], short_et_al_from=pick["short_et_al_from"]
        )

    @property
    def pinpoint_rules(self) -> PinpointRules:
        """How it prints pinpoints."""
        return PinpointRules(
            label_first=self.settings["label_first"],
            label_pages=LabelPages(self.settings["label_pages"]),
            dash=self.settings["page_dash"],
            abbreviations=self.settings["labels"],
        )

    @property
    def is_roman(self) -> bool:
        """True where citations have neither italics nor small caps."""
        return bool(self.settings["typeface"] == "roman")

    def shows_addresses(self, form: str) -> bool:
        """Return whether full citations of ``form`` print an address."""
        chosen = self.settings["addresses"]
        return form in chosen if isinstance(chosen, list) else bool(chosen == "always")

    def file_of(self, form: str) -> Path | None:
        """Return the file that holds ``form``, or None where the style has none."""
        found = (folder / f"{form}{_SUFFIX}" for folder in self.folders)
        return next((file for file in found if file.is_file()), None)

    def printed(self, form: str, name: str, *arguments: object) -> str:
        """Return the markup that a macro prints, its line breaks made spaces and runs of spaces one.

        Raises:
            CommentKitError: there is no such macro, or it fails; ``check_forms`` says so beforehand.
        """
        try:
            printed = self._macro(form, name)(*arguments)
        except TemplateFault as fault:
            raise CommentKitError(fault.problem, where=f"{fault.file}:{fault.line}", remedy=fault.remedy) from fault
        return " ".join(filter(None, printed.replace("\n", " ").split(" ")))

    def _macro(self, form: str, name: str) -> Callable[..., str]:
        """Return the macro ``name`` of ``form``, else that which all forms share."""
        macro = self._macros_of(form).get(name) or self._macros_of(COMMON).get(name)
        if macro is None:
            raise TemplateFault(str(self.file_of(form) or f"{form}{_SUFFIX}"), 0, f"it has no macro '{name}'")
        return macro

    def _macros_of(self, form: str) -> Mapping[str, Callable[..., str]]:
        if form not in self._macros:
            file = self.file_of(form)
            self._macros[form] = self._environment.macros(f"{form}{_SUFFIX}") if file else {}
        return self._macros[form]
