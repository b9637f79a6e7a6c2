"""Identities for what another program numbers: the same each time that a project is read."""

from uuid import UUID, uuid5

_SPACE = UUID("0b6f2a1e-43f7-4a5c-9d3e-5a1c7f1d8e21")


class Identities:
    """Gives guids to the rows of one project, so that a second import doubles nothing."""

    def __init__(self, program: str, project: str) -> None:
        self._project = f"{program}\n{project}"

    def of(self, *what: object) -> str:
        """Return the guid of a row, named by its table and its number."""
        return str(uuid5(_SPACE, "\n".join([self._project, *(str(part) for part in what)])))
