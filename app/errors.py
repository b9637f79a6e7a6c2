"""The few exceptions of Tilik: a fault of the researcher's input, or of the environment.

Both carry a key and values instead of a finished sentence, so that the same error is said in
English or in Indonesian (`resources/words`). Anything else that is raised is a bug and is shown
with its trace.
"""

from app.language.words import DEFAULT_LANGUAGE, say


class StudyProblem(Exception):
    """What the two share: a key into the words, and the values that the sentence names."""

    def __init__(self, key: str, /, **values: object) -> None:
        """Remember `key` ("area.key") and the `values` that its sentence names."""
        super().__init__(key, values)
        self.key = key
        self.values = values

    def sentence(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Say what happened, to what, and what to do, in `language` ("en" or "id")."""
        return say(self.key, language, **self.values)

    def __str__(self) -> str:
        """Return the English sentence, for logs and tests."""
        return self.sentence()


class UserError(StudyProblem):
    """Something that the researcher gave cannot be taken: a file, a name, a row."""


class EnvironmentProblem(StudyProblem):
    """The machine stands in the way: the disk is full, the file locked, damaged, unreadable."""
