"""A study that people coded, made from published transcripts and coded segments, where they are.

The folder with `coded-segments.pdf` and `transcripts/` is named by the variable TILIK_CORPUS.
The segments were exported as running text; each is looked up in its transcript without regard to
blanks and line ends.
"""

import os
import re
from pathlib import Path

from app.reduce.code_paths import code_by_path
from app.reduce.codings import NewCoding, add_codings
from app.study_files import create_study
from models import fulltext
from models.collection import Source, SourceText, Turn

CORPUS = Path(os.environ.get("TILIK_CORPUS", "no corpus"))
ROW = re.compile(r"(?m)^(P\d) (?=[A-Z][^\n]* > )")
LONGEST = 12  # words of a code's name; more of them are a segment that was not found
SHORTEST = 20  # characters of a segment that can be looked up


def there_is_a_corpus():
    return (CORPUS / "coded-segments.pdf").exists()


def coded_study(path):
    """Write the study; return its path, how many segments were found again and how many not."""
    study = create_study(path, "Coded corpus", "en")
    with study.change("study.methods.interview") as session:
        texts = {}
        for number in range(1, 8):
            text = _transcript(CORPUS / "transcripts" / f"P{number}.pdf")
            texts[f"P{number}"] = (number, text)
            session.add(Source(id=number, title=f"P{number}", reference=f"I/P{number}",
                               method="interview", length=len(text)))  # fmt: skip
            session.add(SourceText(source_id=number, text=text))
            session.add_all(_turns(number, text))
            fulltext.index_text(session.connection(), number, text)
        rows, missed = [], 0
        for person, code, span in _segments(texts):
            number = texts[person][0]
            if span is None or len(code.rpartition(" > ")[2].split()) > LONGEST:
                missed += 1
                continue
            rows.append(NewCoding(number, *span, code_by_path(session, code)))
        add_codings(session, rows, 1)
    study.close()
    return study.path, len(rows), missed


def _read(path):
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return "\n".join(pages).replace("\r\n", "\n").replace("\ufffe", "")


def _transcript(path):
    text = re.sub(r"(?m)^(\d+/\d+|Interview|\d+)$\n?", "", _read(path))
    return re.sub(r"\n(?!(Dan|Partici?pant): )", " ", text).strip()


def _turns(source, text):
    start = 0
    for line in text.split("\n"):
        speaker = line.partition(":")[0]
        if speaker in ("Dan", "Participant", "Particpant"):
            yield Turn(source_id=source, start=start, end=start + len(line), speaker=speaker,
                       is_researcher=speaker == "Dan")  # fmt: skip
        start += len(line) + 1


def _segments(texts):
    """Yield person, path of the code and where the words stand, None where they are not found.

    Code and words follow each other without a mark: the words are the longest end of the row that
    stands in the transcript.
    """
    text = _read(CORPUS / "coded-segments.pdf")
    borders = list(ROW.finditer(text))
    for at, border in enumerate(borders):
        end = borders[at + 1].start() if at + 1 < len(borders) else len(text)
        parts = " ".join(text[border.end() : end].split()).replace("Didn t ", "Didn't ").split(" ")
        first = parts.index(">") + 2
        plain = _Plain(texts[border[1]][1])
        found = ((k, plain.place("".join(parts[k:]))) for k in range(first, len(parts)))
        names, span = next(((k, span) for k, span in found if span), (first, None))
        yield border[1], " ".join(parts[:names]), span


class _Plain:
    """A text without its blanks, and where its signs stood."""

    def __init__(self, text):
        self.where = [at for at, sign in enumerate(text) if not sign.isspace()]
        self.plain = "".join(text[at] for at in self.where)

    def place(self, words):
        start = self.plain.find(words) if len(words) >= SHORTEST else -1
        last = start + len(words) - 1
        return None if start < 0 else (self.where[start], self.where[last] + 1)
