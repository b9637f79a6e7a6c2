"""The texts of an RQDA project with their codings, annotations and the places of cases."""

import re

from app.exchange.incoming import InCoding, InNote, InSource
from app.exchange.others.database import Row, moment, number, words
from app.exchange.others.gathering import Gathering, Span, by_number, place_of, values_of
from app.exchange.rqda.codes import Alive, code_guid

_WORD = re.compile(r"\S+")


class Sources:
    """Reads the rows of `source` that are alive."""

    def __init__(self, gathering: Gathering, alive: Alive) -> None:
        self.gathering = gathering
        self.notes: list[InNote] = []
        self.lengths: dict[int, int] = {}
        self._rows = list(alive("source"))
        self._codings = by_number(alive("coding"), "fid")
        self._annotations = by_number(alive("annotation"), "fid")
        self._cases = by_number(alive("caselinkage"), "fid")
        self._values = by_number(alive("fileattr"), "fileid")

    def guid(self, source: int | None) -> str:
        """Return the guid of the source with a number."""
        return self.gathering.ids.of("source", source)

    def span_guid(self, row: Row) -> str:
        """Return the guid of the selection that ties a case to a part of a text."""
        what = ("caseid", "fid", "selfirst", "selend")
        return self.gathering.ids.of("caselinkage", *(words(row, name) for name in what))

    def is_whole(self, row: Row) -> bool:
        """Tell whether a row of `caselinkage` ties the case to the whole of its source."""
        source, place = number(row, "fid"), place_of(row, "selfirst", "selend")
        length = self.lengths.get(source if source is not None else -1)
        if length is None or place is None:
            return True
        return place[0] <= 0 and place[1] >= length - 1

    def read(self) -> tuple[InSource, ...]:
        """Return the texts."""
        found: dict[int, InSource] = {}
        for row in self._rows:
            source = number(row, "id")
            if source is not None and source not in found:
                found[source] = self._source(source, row)
        for key, rows in (
            ("lost.codings_nowhere", self._codings),
            ("lost.annotations_nowhere", self._annotations),
        ):
            gone = (len(some) for source, some in rows.items() if source not in found)
            self.gathering.tally[key] += sum(gone)
        return tuple(found.values())

    def _source(self, source: int, row: Row) -> InSource:
        name, raw = words(row, "name"), words(row, "file")
        self.lengths[source] = len(raw)
        spans = [
            *self._coded(source),
            *self._annotated(source, raw),
            *self._of_cases(source),
        ]
        text, selections = self.gathering.settle(name, raw, spans)
        return InSource(
            self.guid(source),
            name,
            text,
            selections,
            description=words(row, "memo"),
            values=values_of(self._values.get(source, ()), "variable"),
            user=self.gathering.owner(row),
            made_at=moment(row, "date"),
        )

    def _coded(self, source: int) -> list[Span]:
        spans: dict[tuple[int, int, str], Span] = {}
        for row in self._codings.get(source, ()):
            place = place_of(row, "selfirst", "selend")
            if place is None or number(row, "cid") is None:
                self.gathering.tally["lost.codings_nowhere"] += 1
                continue
            coding = coding_of(self.gathering, row, "text", source, *place)
            key = (*place, words(row, "seltext"))
            if key in spans:
                spans[key].codings = (*spans[key].codings, coding)
            else:
                guid = self.gathering.ids.of("selection", source, *key)
                spans[key] = Span(guid, *place, (coding,), key[2])
        return list(spans.values())

    def _annotated(self, source: int, raw: str) -> list[Span]:
        spans = []
        for order, row in enumerate(self._annotations.get(source, ())):
            words_of_it = words(row, "annotation")
            if not words_of_it.strip():
                continue
            ids, user = self.gathering.ids, self.gathering.owner(row)
            what = (source, order, words(row, "position"))
            place = _word_at(raw, number(row, "position"))
            on = ids.of("annotated", *what) if place else self.guid(source)
            guid, made = ids.of("annotation", *what), moment(row, "date")
            self.notes.append(InNote(guid, "", words_of_it, (on,), user, made))
            if place:
                self.gathering.tally["changed.annotation_place"] += 1
                spans.append(Span(on, *place, user=user, made_at=made))
        return spans

    def _of_cases(self, source: int) -> list[Span]:
        spans = []
        for row in self._cases.get(source, ()):
            place = place_of(row, "selfirst", "selend")
            if place is not None and not self.is_whole(row):
                spans.append(Span(self.span_guid(row), *place, user=self.gathering.owner(row)))
        return spans


def coding_of(gathering: Gathering, row: Row, *what: object) -> InCoding:
    """Return the coding that a row tells; `what` names its place."""
    code, owner = number(row, "cid"), words(row, "owner")
    return InCoding(
        gathering.ids.of("coding", *what, code, owner),
        code_guid(gathering, code),
        gathering.owner(row),
        moment(row, "date"),
        words(row, "memo"),
    )


def _word_at(raw: str, position: int | None) -> tuple[int, int] | None:
    """Return the word at a position, or the one before the end; None where there are no words."""
    if position is None or position < 0:
        return None
    found = _WORD.search(raw, min(position, len(raw)))
    if found is None:
        tail = raw.rstrip()
        start = max(tail.rfind(" "), tail.rfind("\n")) + 1
        return (start, len(tail)) if tail else None
    return found.span()
