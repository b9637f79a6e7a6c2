"""What was found, paragraph by paragraph: as the search for plain words gives it."""

from itertools import groupby

from app.reduce.finding.found import Question, find, lines
from app.reduce.finding.lemma_index import index_lemmas
from app.reduce.search import Hit
from app.study import Study


def paragraphs_with(
    study: Study, words: str, *, lemma: bool = False, pattern: bool = False
) -> tuple[Hit, ...]:
    """Return the paragraphs that answer a question, each with all found words in it.

    New words of the texts get their lemmas first. Raises UserError where the question is not well
    formed.
    """
    if lemma:
        index_lemmas(study)
    found = lines(study, find(study, Question(words, lemma, pattern)))
    hits = []
    for (source, _), group in groupby(found, key=lambda line: (line.source_id, line.line)):
        few = list(group)
        text = study.texts.of(source)
        start = text.rfind("\n", 0, few[0].start) + 1
        end = text.find("\n", few[-1].end)
        end = len(text) if end < 0 else end
        spans = tuple((line.start, line.end) for line in few)
        one = few[0]
        where = (one.reference, one.title, one.method, start, end, text[start:end])
        hits.append(Hit(source, *where, spans))
    return tuple(hits)
