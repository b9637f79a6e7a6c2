"""What the researcher says to a suggestion: it is taken, or refused and not offered again."""

from collections.abc import Collection

from app.errors import UserError
from app.reduce.codes import names_of
from app.reduce.codings import NewCoding, add_codings
from app.reduce.suggesting.resembling import Place
from app.study import Study
from models.collection import Source
from models.reduction import Refusal


def take_suggestions(study: Study, code_id: int, places: Collection[Place]) -> int:
    """Code the places with the code, as the study's coder: one step; return how many are new.

    Raises UserError where there is no place, the code is gone or a place is outside its text.
    """
    if not places:
        raise UserError("retrieval.no_suggestion")
    with study.read() as connection:
        name = names_of(connection, [code_id])
    with study.change("retrieval.history.taken", code=name, count=len(places)) as session:
        rows = [NewCoding(source, start, end, code_id) for source, start, end in places]
        return add_codings(session, rows, study.coder_id)


def refuse_suggestions(study: Study, code_id: int, places: Collection[Place]) -> int:
    """Remember that the places do not belong to the code: one step; return how many are new.

    Raises UserError where there is no place or the code is gone.
    """
    if not places:
        raise UserError("retrieval.no_suggestion")
    with study.read() as connection:
        name = names_of(connection, [code_id])
    with study.change("retrieval.history.refused", code=name, count=len(places)) as session:
        new = 0
        for source, start, end in dict.fromkeys(places):
            values = {"code_id": code_id, "source_id": source, "start": start, "end": end}
            there = session.query(Refusal).filter_by(**values).first()
            if there is None and session.get(Source, source) is not None:
                session.add(Refusal(**values))
                new += 1
        return new
