"""What the researcher wrote, carried into the report: its Markdown, and what it names with @.

A mark of an excerpt on a line of its own becomes a quotation; inside a sentence it becomes the
citation. Other marks become names: of a code in italic, of a source its citation.
"""

from collections.abc import Iterator

from app.reduce.memo_marks import Mark, marks, named
from app.report.blocks import Run
from app.report.document import ReportDocument
from app.report.markdown import runs_of
from app.report.quoting import Quoted, quoted
from app.study import Study


def write_own(study: Study, document: ReportDocument, words: str, lead: str = "") -> None:
    """Write a text of the researcher; `lead` stands bold before it. Nothing for no words."""
    words = words.strip()
    if not words:
        return
    ids = [row_id for entity, row_id in named(words) if entity == "excerpt"]
    found = quoted(study, ids, document) if ids else {}
    text: list[str] = []
    for line in words.split("\n"):
        alone = _alone(line)
        if alone is not None and alone.key[1] in found:
            _flush(document, text, lead)
            lead = ""
            each = found[alone.key[1]]
            document.quotation(each.words, each.citation, to=each.place)
        else:
            text.append(_spoken(line, found))
    _flush(document, text, lead)


def _flush(document: ReportDocument, text: list[str], lead: str) -> None:
    words = "\n".join(text).strip("\n")
    text.clear()
    if lead and words:
        first, _, rest = words.partition("\n")
        document.runs([Run(f"{lead} ", bold=True), *runs_of(first)])
        words = rest
    if words.strip():
        document.written(words)


def _alone(line: str) -> Mark | None:
    found = marks(line)
    stands = len(found) == 1 and found[0].key[0] == "excerpt"
    if not stands:
        return None
    rest = line[: found[0].start] + line[found[0].end :]
    return None if rest.strip(' \t.>“”"') else found[0]


def _spoken(line: str, found: dict[int, Quoted]) -> str:
    return "".join(_pieces(line, found))


def _pieces(line: str, found: dict[int, Quoted]) -> Iterator[str]:
    at = 0
    for mark in marks(line):
        yield line[at : mark.start]
        entity, row_id = mark.key
        if entity == "excerpt":
            yield found[row_id].citation if row_id in found else ""
        elif entity == "code":
            yield f"*{mark.name}*"
        else:
            yield mark.name
        at = mark.end
    yield line[at:]
