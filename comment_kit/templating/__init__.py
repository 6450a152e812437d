"""Run the templates of letters, blocks and citation forms where they can do no harm."""

from comment_kit.templating.faults import TemplateFault
from comment_kit.templating.forms import FormsEnvironment, forms_environment
from comment_kit.templating.marks import Marks, Origin, Rendered
from comment_kit.templating.markup import Markup
from comment_kit.templating.rendering import LetterEnvironment, letter_environment

__all__ = [
    "FormsEnvironment",
    "LetterEnvironment",
    "Marks",
    "Markup",
    "Origin",
    "Rendered",
    "TemplateFault",
    "forms_environment",
    "letter_environment",
]
