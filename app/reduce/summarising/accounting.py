"""The site data accounting sheet: what each site gave for each research question.

Miles and Huberman's sheet (1994) is filled by hand; that it is worked out from what is coded is
Tilik's own rule: *got* where excerpts coded for the focus come from at least two sources of the
site (by one method or by several), *partly* where they come from one, *missing* where there is
none. Codes of a focus are those that name it, and those under them that name no other. Excerpts
that were set aside do not count. The researcher's own word goes before the rule.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.design.questions import QuestionRow, questions
from app.design.sites import SiteRow, sites
from app.errors import UserError
from app.language.words import say
from app.reduce import capacity
from app.reduce.code_tree import Tree, read_tree
from app.reduce.excerpts import ExcerptFilter
from app.study import Study
from models.collection import Source
from models.reduction import Code, Coding, Excerpt
from models.summaries import ACCOUNTS, Account

GOT, PARTLY, MISSING = ACCOUNTS
STATES = ACCOUNTS
ENOUGH = 2
"""From so many sources a question counts as answered at a site."""

Cell = tuple[int, int]
"""A research question and a site."""


@dataclass(frozen=True, slots=True)
class AccountCell:
    """What a site gave for a question: the rule's word, and the researcher's where there is one."""

    worked_out: str = MISSING
    by_hand: str = ""
    note: str = ""
    excerpts: int = 0
    sources: int = 0
    methods: int = 0

    @property
    def state(self) -> str:
        """Got, partly or missing: the researcher's own word first."""
        return self.by_hand or self.worked_out


@dataclass(frozen=True, slots=True)
class AccountSheet:
    """Questions in rows, sites in columns."""

    questions: tuple[QuestionRow, ...]
    sites: tuple[SiteRow, ...]
    cells: Mapping[Cell, AccountCell]

    def cell(self, question_id: int, site_id: int) -> AccountCell:
        """Return a cell; one of which nothing is known is missing."""
        return self.cells.get((question_id, site_id), AccountCell())


def account_sheet(study: Study) -> AccountSheet:
    """Work the sheet out from what is coded now, and lay over it what was set by hand."""
    rows, columns = questions(study), sites(study)
    with study.read() as connection:
        found = _worked_out(connection)
        for row in connection.execute(select(Account.__table__)):
            key = (row.question_id, row.site_id)
            cell = found.get(key, AccountCell())
            found[key] = AccountCell(
                cell.worked_out, row.state, row.note, cell.excerpts, cell.sources, cell.methods
            )
    return AccountSheet(tuple(rows), tuple(columns), found)


def set_account(study: Study, cells: Collection[Cell], state: str) -> None:
    """Say of cells by hand what they gave, in one step; notes stay.

    Raises UserError for a state that is not one of STATES.
    """
    if state not in STATES:
        raise UserError("summaries.unknown_account", state=state)
    with study.change("summaries.history.accounted", state=_word(study, state)) as session:
        there = _there(session.scalars(select(Account)).all())
        for question, site in dict.fromkeys(cells):
            row = there.get((question, site))
            if row is None:
                session.add(Account(question_id=question, site_id=site, state=state))
            elif row.state != state:
                row.state = state


def note_account(study: Study, cell: Cell, note: str) -> None:
    """Write a note on a cell. A cell left to the rule stays so; the note stands beside it."""
    with study.change("summaries.history.account_noted") as session:
        row = _there(session.scalars(select(Account)).all()).get(cell)
        note = note.strip()
        if row is None:
            if note:
                session.add(Account(question_id=cell[0], site_id=cell[1], state="", note=note))
        elif not note and not row.state:
            session.delete(row)
        elif row.note != note:
            row.note = note


def clear_account(study: Study, cells: Collection[Cell]) -> None:
    """Leave cells to the rule again, in one step; their notes stay."""
    wanted = set(cells)
    with study.change("summaries.history.account_cleared") as session:
        for row in session.scalars(select(Account)).all():
            if (row.question_id, row.site_id) not in wanted or not row.state:
                continue
            if row.note:
                row.state = ""
            else:
                session.delete(row)


def behind(study: Study, cell: Cell) -> ExcerptFilter:
    """Return which excerpts stand behind a cell."""
    with study.read() as connection:
        codes = codes_of_questions(connection)
    mine = frozenset(code for code, question in codes.items() if question == cell[0])
    return ExcerptFilter(codes=mine, sites=(cell[1],), kept_only=True)


def codes_of_questions(connection: Connection) -> dict[int, int]:
    """Return the question of each code that serves one: its own, else that of the code above."""
    own = {
        row.id: row.question_id
        for row in connection.execute(select(Code.__table__.c.id, Code.__table__.c.question_id))
    }
    tree: Tree = read_tree(connection)
    found: dict[int, int] = {}
    for code, _depth in tree.in_order():
        question = own[code] or found.get(tree.parents[code] or 0)
        if question is not None:
            found[code] = question
    return found


def _worked_out(connection: Connection) -> dict[Cell, AccountCell]:
    of_code = codes_of_questions(connection)
    joined = capacity.with_capacity().join(Coding, Coding.excerpt_id == Excerpt.id)
    rows = connection.execute(
        select(
            *(Excerpt.id, Excerpt.source_id, Source.method, Coding.code_id),
            capacity.site_id.label("site_id"),
        )
        .select_from(joined)
        .where(~Excerpt.set_aside, Coding.code_id.in_(of_code))
        .distinct()
    )
    excerpts: dict[Cell, set[int]] = defaultdict(set)
    sources: dict[Cell, set[int]] = defaultdict(set)
    methods: dict[Cell, set[str]] = defaultdict(set)
    for row in rows:
        if row.site_id is not None:
            cell = (of_code[row.code_id], row.site_id)
            excerpts[cell].add(row.id)
            sources[cell].add(row.source_id)
            methods[cell].add(row.method)
    return {
        cell: AccountCell(
            GOT if len(sources[cell]) >= ENOUGH else PARTLY,
            excerpts=len(ids),
            sources=len(sources[cell]),
            methods=len(methods[cell]),
        )
        for cell, ids in excerpts.items()
    }


def _there(rows: Collection[Account]) -> dict[Cell, Account]:
    return {(row.question_id, row.site_id): row for row in rows}


def _word(study: Study, state: str) -> str:
    return say(f"summaries.accounts.{state}", study.language)
