"""The one exception that says the kit cannot go on."""


class CommentKitError(Exception):
    """Something outside a letter's words stops the work: where, what, and what to do about it.

    Faults in what a person wrote are diagnostics and are never raised; this is for a file that cannot
    be read, a target that must not be replaced, a tool that is missing. Only the command line catches it.
    """

    def __init__(self, problem: str, *, where: str | None = None, remedy: str | None = None) -> None:
        super().__init__(problem)
        self.where = where
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f"\nhint: {self.remedy}" if self.remedy else ""
        return f"{place}{self.problem}{remedy}"
