"""What was written of the sample so far: the ids of things by their keys in the files."""

from dataclasses import dataclass, field

from app.sample.reading import Sample
from app.study import Study

Span = tuple[int, int, int]
"""A source's id, and the words [start, end) in it, in code points."""


@dataclass(slots=True)
class Written:
    """The study that is being written, the sample, and ids by key (`sources` by reference)."""

    study: Study
    sample: Sample
    questions: dict[str, int] = field(default_factory=dict)
    sites: dict[str, int] = field(default_factory=dict)
    categories: dict[str, int] = field(default_factory=dict)
    roles: dict[str, int] = field(default_factory=dict)
    informants: dict[str, int] = field(default_factory=dict)
    coders: dict[str, int] = field(default_factory=dict)
    sources: dict[str, int] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    findings: dict[str, int] = field(default_factory=dict)
    labels: dict[str, Span] = field(default_factory=dict)
