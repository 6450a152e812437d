"""What a letter's text may call while it is rendered."""

import re
from collections.abc import Callable, Mapping

from comment_kit.letters.citing import KEY
from comment_kit.letters.escaping import escape
from comment_kit.model.citations import Form
from comment_kit.templating import Markup

_KEY = re.compile(KEY)


def cite(  # noqa: PLR0913 -- as writers call it
    key: str,
    at: str | None = None,
    *,
    signal: str | None = None,
    text: str | None = None,
    form: str | None = None,
    pin: str | None = None,
) -> Markup:
    """Return a bracket of one citation, as a writer would have typed it.

    Args:
        key: of the source.
        at: the locator.
        signal: words before it, "see also".
        text: the words of a parenthetical.
        form: the form to take this once.
        pin: "always" to print a page that *Id.* would inherit.

    Raises:
        ValueError: ``key`` is no key, ``form`` no form, ``pin`` something else than "always".
    """
    if not _KEY.fullmatch(key):
        raise ValueError(f"'{key}' is no key of a source")
    if form is not None and form not in tuple(Form):
        raise ValueError(f"'{form}' is no form: there are full, short, id and supra")
    if pin not in {None, "always"}:
        raise ValueError(f"pin='{pin}' means nothing: write pin='always'")
    words = f"{_typed(signal)} @{key}" if signal else f"@{key}"
    words += f", {_typed(at)}" if at else ""
    words += f" ({_typed(text)})" if text else ""
    asked = [f"{name}={value}" for name, value in (("form", form), ("pin", pin)) if value]
    return Markup(f"[{words}]{{{' '.join(asked)}}}" if asked else f"[{words}]")


def _typed(value: object) -> str:
    """Return what was typed in the text itself as it is, and any other value escaped."""
    return value if isinstance(value, Markup) else escape(str(value))


FUNCTIONS: Mapping[str, Callable[..., object]] = {"cite": cite}
"""Those that need nothing but the letter."""
