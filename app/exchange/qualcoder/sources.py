"""The files of a QualCoder project: texts with their codings, and what is kept beside them."""

from pathlib import Path

from app.exchange.incoming import InAttachment, InCoding, InNote, InSource
from app.exchange.others.database import Row, moment, number, words
from app.exchange.others.gathering import Gathering, Span, by_number, place_of, values_of
from app.exchange.qualcoder.codes import code_guid
from app.exchange.qualcoder.files import Files, kind_of
from app.exchange.qualcoder.parts import Parts


class Sources:
    """Reads the rows of `source`, with what stands on them in other tables.

    `guids` are the guids of what was read, text or not, `texts` those that are texts.
    """

    def __init__(self, gathering: Gathering, folder: Path) -> None:
        self.gathering = gathering
        self.files = Files(gathering, folder)
        self.parts = Parts(gathering)
        self.notes: list[InNote] = []
        self.lengths: dict[int, int] = {}
        rows = gathering.database.rows
        self._codings = by_number(rows("code_text"), "fid")
        self._annotations = by_number(rows("annotation"), "fid")
        self._cases = by_number(rows("case_text"), "fid")
        values = (row for row in rows("attribute") if words(row, "attr_type") == "file")
        self._values = by_number(values, "id")
        self._known: set[int] = set()

    def guid(self, source: int | None) -> str:
        """Return the guid of the source with a number."""
        return self.gathering.ids.of("source", source)

    def span_guid(self, row: Row) -> str:
        """Return the guid of the selection that ties a case to a part of a text."""
        return self.gathering.ids.of("case_text", *(words(row, n) for n in _CASE_PLACE))

    def is_whole(self, row: Row) -> bool:
        """Tell whether a row of `case_text` ties the case to the whole of its source."""
        source, place = number(row, "fid"), place_of(row, "pos0", "pos1")
        length = self.lengths.get(source if source is not None else -1)
        if length is None or place is None:
            return True
        return place[0] <= 0 and place[1] >= length - 1

    def read(self) -> tuple[tuple[InSource, ...], tuple[InAttachment, ...]]:
        """Return the texts and the attachments."""
        texts: list[InSource] = []
        attachments: list[InAttachment] = []
        for row in self.gathering.database.rows("source"):
            source = number(row, "id")
            if source is None or source in self._known:
                continue
            self._known.add(source)
            kind = kind_of(row)
            if kind in ("text", "pdf"):
                texts.append(self._text(source, row))
            if kind != "text":
                beside = self._beside(source, row, kind)
                if kind != "pdf" or self.parts.on(source):
                    attachments.append(self._attachment(source, row, kind, beside))
        self._dangling()
        return tuple(texts), tuple(attachments)

    def _text(self, source: int, row: Row) -> InSource:
        name = words(row, "name")
        raw = words(row, "fulltext")
        self.lengths[source] = len(raw)
        text, selections = self.gathering.settle(name, raw, self._spans(source))
        return InSource(
            self.guid(source),
            name,
            text,
            selections,
            description=words(row, "memo"),
            values=values_of(self._values.get(source, ())),
            original_name=name,
            original=self.files.original(row),
            user=self.gathering.owner(row),
            made_at=moment(row, "date"),
        )

    def _attachment(self, source: int, row: Row, kind: str, beside: str) -> InAttachment:
        of_text = kind == "pdf"
        found = self.files.beside(row)
        return InAttachment(
            self.gathering.ids.of("pages", source) if of_text else self.guid(source),
            kind,
            words(row, "name"),
            words(row, "name"),
            found,
            words(row, "mediapath"),
            beside,
            self.parts.read(source, kind),
            description="" if of_text else words(row, "memo"),
            values={} if of_text else values_of(self._values.get(source, ())),
            user=self.gathering.owner(row),
            made_at=moment(row, "date"),
        )

    def _beside(self, source: int, row: Row, kind: str) -> str:
        if kind == "pdf":
            return self.guid(source)
        transcript = number(row, "av_text_id")
        return self.guid(transcript) if transcript is not None else ""

    def _spans(self, source: int) -> list[Span]:
        return [
            *self._coded(source),
            *self._annotated(source),
            *self._of_cases(source),
        ]

    def _coded(self, source: int) -> list[Span]:
        spans: dict[tuple[int, int, str], Span] = {}
        for row in self._codings.get(source, ()):
            place = place_of(row, "pos0", "pos1")
            coding = self._coding(source, row)
            if place is None or coding is None:
                self.gathering.tally["lost.codings_nowhere"] += 1
                continue
            key = (*place, words(row, "seltext"))
            if key in spans:
                spans[key].codings = (*spans[key].codings, coding)
                continue
            guid = self.gathering.ids.of("selection", source, *key)
            spans[key] = Span(guid, *place, (coding,), key[2])
        return list(spans.values())

    def _coding(self, source: int, row: Row) -> InCoding | None:
        code = number(row, "cid")
        if code is None:
            return None
        what = [words(row, name) for name in ("cid", "pos0", "pos1", "owner")]
        guid = self.gathering.ids.of("coding", source, *what)
        if number(row, "important"):
            self.gathering.leave(guid, "important", "1")
        return InCoding(
            guid,
            code_guid(self.gathering, code),
            self.gathering.owner(row),
            moment(row, "date"),
            words(row, "memo"),
        )

    def _annotated(self, source: int) -> list[Span]:
        spans = []
        for row in self._annotations.get(source, ()):
            memo, place = words(row, "memo"), place_of(row, "pos0", "pos1")
            if not memo.strip():
                continue
            what = [words(row, name) for name in ("anid", "pos0", "pos1", "owner")]
            ids, user = self.gathering.ids, self.gathering.owner(row)
            on = ids.of("annotated", source, *what) if place else self.guid(source)
            note = ids.of("annotation", source, *what)
            self.notes.append(InNote(note, "", memo, (on,), user, moment(row, "date")))
            if place:
                spans.append(Span(on, *place, user=user, made_at=moment(row, "date")))
        return spans

    def _of_cases(self, source: int) -> list[Span]:
        spans = []
        for row in self._cases.get(source, ()):
            place = place_of(row, "pos0", "pos1")
            if place is not None and not self.is_whole(row):
                spans.append(Span(self.span_guid(row), *place, user=self.gathering.owner(row)))
        return spans

    def _dangling(self) -> None:
        """Count what stands on sources that are not there."""
        for key, rows in (
            ("lost.codings_nowhere", self._codings),
            ("lost.annotations_nowhere", self._annotations),
        ):
            gone = (len(found) for source, found in rows.items() if source not in self._known)
            self.gathering.tally[key] += sum(gone)
        self.gathering.tally["lost.codings_nowhere"] += self.parts.without(self._known)


_CASE_PLACE = ("id", "caseid", "fid", "pos0", "pos1")
