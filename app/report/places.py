"""Places in the transcripts of a report, to which its citations lead."""


def place_of(source_id: int, line: int) -> str:
    """Return the name of the place of a line (counted from 1) of a source."""
    return f"s{source_id}-{line}"
