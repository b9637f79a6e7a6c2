"""Summary forms: their fields by default (METHOD.md, section 2), and as the researcher has them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.language.words import say
from app.study import Study
from models.summaries import FORM_KINDS, Form, Summary

CONTACT, DOCUMENT, CASE = FORM_KINDS
KINDS = FORM_KINDS
DEFAULTS = {
    CONTACT: ("type", "site", "date", "by_whom", "issues", "questions", "salient", "new"),
    DOCUMENT: ("type", "site", "date", "by_whom", "event", "significance", "contents", "new"),
    CASE: ("who", "issues", "questions", "explanations", "doubts", "gaps", "new"),
}
"""The keys of the fields of each form; their labels stand in the words."""
OWN = "own_"
"""What the key of a field that the researcher added begins with."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: the key that its answers are kept by, its label, what to write there."""

    key: str
    label: str
    help: str = ""


def form_fields(study: Study, kind: str, language: str | None = None) -> list[Field]:
    """Return the fields of a form in their order; Tilik's own labels stand in `language`.

    Raises UserError for a kind that is not one of KINDS.
    """
    with study.read() as connection:
        return read_fields(connection, kind, language or study.language)


def read_fields(connection: Connection, kind: str, language: str) -> list[Field]:
    """Return the fields of a form within a reading."""
    _check_kind(kind)
    stored = connection.scalar(select(Form.fields).where(Form.kind == kind))
    return [_shown(kind, field, language) for field in _stored(kind, stored)]


def add_field(study: Study, kind: str, label: str, note: str = "") -> str:
    """Put a field at the end of a form and return its key. Raises UserError without a label."""
    label = _fit(label)
    with study.change("summaries.history.field_added", label=label) as session:
        form = _form(session, kind)
        used = [re.fullmatch(rf"{OWN}(\d+)", field["key"]) for field in form.fields]
        numbers = [int(match[1]) for match in used if match] + _numbers_answered(session, kind)
        key = f"{OWN}{max(numbers, default=0) + 1}"
        form.fields = [*form.fields, {"key": key, "label": label, "help": note.strip()}]
        return key


def edit_field(
    study: Study, kind: str, key: str, *, label: str | None = None, note: str | None = None
) -> None:
    """Change the label of a field, or what it says to write there; the answers stay.

    Raises UserError where the label is empty or the field is gone.
    """
    new: dict[str, str] = {}
    if label is not None:
        new["label"] = _fit(label)
    if note is not None:
        new["help"] = note.strip()
    name = _label_of(study, kind, key)
    with study.change("summaries.history.field_edited", label=name) as session:
        form = _form(session, kind)
        changed = [field | new if field["key"] == key else field for field in form.fields]
        if changed != form.fields:
            form.fields = changed


def order_fields(study: Study, kind: str, keys: Sequence[str]) -> None:
    """Put the fields of a form in the order of `keys`; those left out follow as they were."""
    with study.change("summaries.history.fields_ordered", form=_name(study, kind)) as session:
        form = _form(session, kind)
        places = {key: place for place, key in enumerate(keys)}
        ordered = sorted(form.fields, key=lambda field: places.get(field["key"], len(places)))
        if ordered != form.fields:
            form.fields = ordered


def remove_field(study: Study, kind: str, key: str) -> None:
    """Take a field out of a form. What was written in it stays in the study: undo shows it again.

    Raises UserError where the field is gone, or is the last one.
    """
    name = _label_of(study, kind, key)
    with study.change("summaries.history.field_removed", label=name) as session:
        form = _form(session, kind)
        if len(form.fields) == 1:
            raise UserError("summaries.last_field")
        form.fields = [field for field in form.fields if field["key"] != key]


def reset_form(study: Study, kind: str) -> None:
    """Give a form the fields that it had at first; answers in other fields stay in the study."""
    with study.change("summaries.history.form_reset", form=_name(study, kind)) as session:
        form = session.scalars(select(Form).where(Form.kind == kind)).one_or_none()
        if form is not None:
            session.delete(form)


def kind_for(method: str) -> str:
    """Return the form that fits a source of this method."""
    return DOCUMENT if method == "documentation" else CONTACT


def form_name(kind: str, language: str) -> str:
    """Return what a form is called."""
    return say(f"summaries.forms.{kind}", language)


def _form(session: Session, kind: str) -> Form:
    """Return the form as a row; the default fields are written down when it is first changed."""
    _check_kind(kind)
    form = session.scalars(select(Form).where(Form.kind == kind)).one_or_none()
    if form is None:
        form = Form(kind=kind, fields=_stored(kind, None))
        session.add(form)
        session.flush()
    return form


def _stored(kind: str, fields: list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    """Return the fields as they are kept; an empty label or help is Tilik's own."""
    if fields is not None:
        return fields
    return [{"key": key, "label": "", "help": ""} for key in DEFAULTS[kind]]


def _shown(kind: str, field: dict[str, Any], language: str) -> Field:
    key = str(field["key"])
    label, note = str(field.get("label", "")), str(field.get("help", ""))
    if key in DEFAULTS[kind] and not label:
        own = say(f"summaries.help.{kind}.{key}", language)
        return Field(key, say(f"summaries.fields.{kind}.{key}", language), note or own)
    return Field(key, label or key, note)


def _label_of(study: Study, kind: str, key: str) -> str:
    found = [field.label for field in form_fields(study, kind) if field.key == key]
    if not found:
        raise UserError("summaries.no_such_field")
    return found[0]


def _numbers_answered(session: Session, kind: str) -> list[int]:
    """Return the numbers of own fields that have answers: a new field must not take those over."""
    answers = session.scalars(select(Summary.answers).where(Summary.kind == kind))
    keys = {key for each in answers for key in each}
    return [int(match[1]) for key in keys if (match := re.fullmatch(rf"{OWN}(\d+)", key))]


def _fit(label: str) -> str:
    label = " ".join(label.split())
    if not label:
        raise UserError("summaries.no_label")
    return label


def _name(study: Study, kind: str) -> str:
    _check_kind(kind)
    return form_name(kind, study.language)


def _check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise UserError("summaries.unknown_form", kind=kind)
