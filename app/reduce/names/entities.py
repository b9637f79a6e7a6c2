"""Names by spaCy's trained pipelines, where the researcher has installed one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

AT_ONCE = 100_000
"""Characters given to a pipeline at a time: it refuses texts that are very long."""
KIND_OF_LABEL = {
    **dict.fromkeys(("PER", "PERSON", "PRS"), "person"),
    **dict.fromkeys(("LOC", "GPE", "FAC", "PLACE"), "place"),
    **dict.fromkeys(("ORG",), "organisation"),
}


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline that finds entities."""

    name: str
    nlp: Any


def installed() -> list[str]:
    """Return the trained pipelines on this machine."""
    import spacy.util

    return sorted(spacy.util.get_installed_models())


def load() -> list[Pipeline]:
    """Load the pipelines that find entities; none is a matter of course. Some seconds each."""
    found = []
    for name in installed():
        import spacy

        nlp = spacy.load(name)
        if nlp.has_pipe("ner") or nlp.has_pipe("entity_ruler"):
            found.append(Pipeline(name, nlp))
    return found


def entities(text: str, pipelines: list[Pipeline]) -> Iterator[tuple[int, int, str]]:
    """Yield where people, places and organisations are named: start, end (code points), kind."""
    if not pipelines:
        return
    for at, part in _parts(text):
        for pipeline in pipelines:
            for entity in pipeline.nlp(part).ents:
                kind = KIND_OF_LABEL.get(entity.label_)
                words = entity.text.strip()
                if kind is not None and len(words) > 1 and "\n" not in words:
                    start = at + entity.start_char + entity.text.index(words)
                    yield start, start + len(words), kind


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield paragraphs together, as long as a pipeline takes them, and where they begin."""
    at = 0
    while at < len(text):
        end = len(text) if len(text) - at <= AT_ONCE else text.rfind("\n", at, at + AT_ONCE)
        end = end if end > at else min(len(text), at + AT_ONCE)
        yield at, text[at:end]
        at = end
