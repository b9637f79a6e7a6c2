"""Pictures, PDFs, recordings and films of a project: kept with their selections and codings."""

from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import insert, select

from app.exchange.bringing import Bringing, told
from app.exchange.bringing_people import coder_of
from app.exchange.growing_tables import stored_time
from app.exchange.incoming import InAttachment, InCoding
from app.faults import one_line
from models.carried import Attachment, AttachmentData, AttachmentPart, PartCoding


def bring_attachments(bringing: Bringing) -> None:
    """Keep the attachments that the study has not by guid, with their bytes where they came."""
    for attachment in bringing.project.attachments:
        known = bringing.tables[Attachment].there.get(attachment.guid)
        if known is not None:
            bringing.there["attachments"] += 1
            number = known
        else:
            number = _add(bringing, attachment)
            bringing.came["attachments"] += 1
        bringing.became("attachment", attachment.guid, "attachment", number)
        _parts(bringing, attachment, number)
        bringing.step()


def _add(bringing: Bringing, attachment: InAttachment) -> int:
    data = attachment.data() if attachment.data is not None else None
    details = dict(attachment.details)
    if attachment.values:
        details["values"] = told(attachment.values)
    number = bringing.tables[Attachment].add(
        attachment.guid,
        kind=attachment.kind,
        name=attachment.name,
        source_id=bringing.row("source", attachment.beside),
        file_name=one_line(attachment.file_name),
        path=attachment.path,
        sha256=sha256(data).hexdigest() if data is not None else "",
        size=len(data) if data is not None else 0,
        description=attachment.description,
        details=details,
        coder_id=bringing.row("user", attachment.user),
        made_at=stored_time(attachment.made_at, bringing.moment),
    )
    if data is not None:
        row = {"attachment_id": number, "data": data}
        bringing.tables.connection.execute(insert(AttachmentData.__table__), row)  # type: ignore[arg-type]
    return number


def _parts(bringing: Bringing, attachment: InAttachment, number: int) -> None:
    table = bringing.tables[AttachmentPart]
    for part in attachment.parts:
        there = table.there.get(part.guid)
        if there is None:
            there = table.add(
                part.guid,
                attachment_id=number,
                name=part.name,
                place=dict(part.place),
                description=part.description,
                coder_id=bringing.row("user", part.user),
                made_at=stored_time(part.made_at, bringing.moment),
            )
        bringing.became("selection", part.guid, "attachment_part", there)
        _codings(bringing, number, there, part.codings)
    _codings(bringing, number, None, attachment.codings)


def _there(bringing: Bringing, number: int) -> dict[tuple[int, int | None, int, int], int]:
    """Return the codings of an attachment by now, by attachment, part, code and coder."""
    if number not in bringing.part_codings:
        table = PartCoding.__table__.c
        key = (table.attachment_id, table.part_id, table.code_id, table.coder_id)
        rows = bringing.session.execute(select(table.id, *key).where(table.attachment_id == number))
        bringing.part_codings[number] = {(row[1], row[2], row[3], row[4]): row[0] for row in rows}
    return bringing.part_codings[number]


def _codings(
    bringing: Bringing, number: int, part: int | None, codings: Iterable[InCoding]
) -> None:
    table, there = bringing.tables[PartCoding], _there(bringing, number)
    for coding in codings:
        code, coder = bringing.row("code", coding.code), bringing.row("user", coding.user)
        known = table.there.get(coding.guid)
        if code is None:
            bringing.tally["lost.codes_missing"] += 1
            continue
        if known is not None:
            bringing.there["codings"] += 1
        else:
            coder = coder if coder is not None else coder_of(bringing, coding.user)
            key = (number, part, code, coder)
            if key in there:
                bringing.tally["changed.codings_doubled"] += 1
                bringing.became("coding", coding.guid, "part_coding", there[key])
                continue
            known = there[key] = table.add(
                coding.guid,
                attachment_id=number,
                part_id=part,
                code_id=code,
                coder_id=coder,
                memo=coding.memo,
                made_at=stored_time(coding.made_at, bringing.moment),
            )
            bringing.came["codings"] += 1
        bringing.became("coding", coding.guid, "part_coding", known)
