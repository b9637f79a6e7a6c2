"""The open study: a change is a transaction, an entry in the history and a step of undo at once."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from app import backup
from app.errors import EnvironmentProblem, UserError
from app.faults import database_in_plain_words
from app.lock import StudyLock
from app.texts import Texts
from models.design import Coder
from models.design import Study as StudyRow
from models.history import DISCARDED, UNDONE, Change, ChangeImage, OpenChange
from models.study_file import BEGIN_OPTION, connect, outside_transactions

WRITE = {BEGIN_OPTION: "IMMEDIATE"}

# Every change runs these: built once, and run without the unit of work.
_DISCARD_UNDONE = update(Change).where(Change.state == UNDONE).values(state=DISCARDED)
_ADD_STEP = insert(Change).returning(Change.id)
_SET_OPEN = update(OpenChange).values(change_id=bindparam("number"))


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change, an undo or a redo touched: row ids by entity (the table's name)."""

    rows: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def touches(self, *entities: str) -> bool:
        """Tell whether a row of one of `entities` was made, changed or removed."""
        return any(entity in self.rows for entity in entities)


Listener = Callable[[Changed], None]


class Study:
    """One study file, open. Made by `app.study_files.open_study` and `create_study`.

    Reads go through `read()`, a snapshot; every write goes through `change()`. Both may be used
    from any thread; changes wait for each other. Listeners are called in the thread of the change.
    """

    def __init__(self, path: Path, *, lock: StudyLock | None, why_read_only: str = "") -> None:
        """Connect to `path`; without a lock it is read-only, and `why_read_only` is a key."""
        self.path = path
        self.why_read_only = why_read_only
        self._lock = lock
        self._engine: Engine = connect(path, read_only=lock is None)
        self._writing = threading.RLock()
        self._open: Session | None = None
        self._backup = backup.FirstChange(path)
        self.listeners: list[Listener] = []
        self.texts = Texts(self.read)
        self.title = self.language = self.coder_name = ""
        self.coder_id = 0
        try:
            self._read_own_rows()
        except BaseException:
            self._engine.dispose()
            raise

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._lock is None

    @property
    def backup_problem(self) -> EnvironmentProblem | None:
        """Why the backup before the first change could not be made; None where it was, or will."""
        return self._backup.problem

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection on a snapshot of the study; inside a change, of that change so far."""
        session = self._open if self._writing_here() else None
        with database_in_plain_words(self.path):
            if session is not None:
                session.flush()
                yield session.connection()
            else:
                with self._engine.connect() as connection:
                    yield connection

    @contextmanager
    def change(self, what: str, /, **values: object) -> Iterator[Session]:
        """Make one change: all of the block or nothing, one step in the history.

        `what` is a key into the words ("reduce.history.code_added") and `values` what they name. A
        change inside a change belongs to the outer one. A block that changes no row leaves no step.
        Raises UserError where the study is read-only.
        """
        if self.read_only:
            raise UserError("study.read_only", name=self.path.name)
        with self._writing:
            if self._open is not None:
                yield self._open
                return
            self._backup.before_change(self._engine)
            changed = Changed()
            with (
                database_in_plain_words(self.path),
                self._engine.connect().execution_options(**WRITE) as connection,
                Session(bind=connection) as session,
            ):
                self._open = session
                try:
                    number = self._begin_step(session, what, values)
                    yield session
                    session.flush()
                    changed = self._end_step(session, number)
                    session.commit()
                finally:
                    self._open = None
            self.announce(changed)

    def announce(self, changed: Changed) -> None:
        """Tell every listener what changed; nothing where nothing did."""
        if not changed.rows:
            return
        if changed.touches("text_edit"):
            self.texts.forget_all()
        if changed.touches("study", "coder"):
            self._read_own_rows()
        for listener in tuple(self.listeners):
            listener(changed)

    @contextmanager
    def replaying(self) -> Iterator[Connection]:
        """Give the writing connection to undo and redo: no step is opened, triggers are silent."""
        if self.read_only:
            raise UserError("study.read_only", name=self.path.name)
        with self._writing:
            self._backup.before_change(self._engine)
        with (
            self._writing,
            database_in_plain_words(self.path),
            self._engine.connect().execution_options(**WRITE) as connection,
            connection.begin(),
        ):
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = on")
            yield connection

    @contextmanager
    def indexing(self) -> Iterator[Connection]:
        """Give the writing connection for what is only derived from the texts: an index.

        It is no step of the history: what was undone can still be made again. Raises UserError
        where the study is read-only.
        """
        if self.read_only:
            raise UserError("study.read_only", name=self.path.name)
        with (
            self._writing,
            database_in_plain_words(self.path),
            self._engine.connect().execution_options(**WRITE) as connection,
            connection.begin(),
        ):
            yield connection

    def code_as(self, coder_id: int) -> None:
        """Make `coder_id` the one who codes from now on. Raises UserError where there is none."""
        with self.read() as connection:
            name = connection.scalar(select(Coder.name).where(Coder.id == coder_id))
        if name is None:
            raise UserError("study.no_such_coder")
        self.coder_id, self.coder_name = coder_id, name

    def fold(self) -> bool:
        """Fold the write-ahead log into the file; return whether all of it went in.

        Every change is on the disk before; after it the one file holds it, without the log beside.
        The first backup reads the state before the first change and is waited for; another reader
        of an older state holds back what was written since.
        """
        if self.read_only:
            return True
        self._backup.wait()
        with database_in_plain_words(self.path):
            row = outside_transactions(self._engine, "PRAGMA wal_checkpoint(PASSIVE)")
        return row is not None and row[1] == row[2]

    def close(self) -> None:
        """Finish the backup, fold the write-ahead log into the file and let others in."""
        self._backup.wait()
        if not self.read_only:
            outside_transactions(self._engine, "PRAGMA wal_checkpoint(TRUNCATE)")
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()
        self.listeners.clear()

    def _writing_here(self) -> bool:
        if self._open is None or not self._writing.acquire(blocking=False):
            return False
        self._writing.release()
        return self._open is not None

    def _begin_step(self, session: Session, what: str, values: Mapping[str, object]) -> int:
        connection = session.connection()
        connection.execute(_DISCARD_UNDONE)
        # Rows of one change may come in any order: what they point to is looked for at its end.
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = on")
        step = {"what": what, "values": dict(values), "coder": self.coder_name}
        number: int = connection.execute(_ADD_STEP, step).scalar_one()
        connection.execute(_SET_OPEN, {"number": number})
        return number

    def _end_step(self, session: Session, number: int) -> Changed:
        connection = session.connection()
        connection.execute(_SET_OPEN, {"number": None})
        changed = rows_of(connection, [number])
        if not changed.rows:
            connection.execute(delete(Change).where(Change.id == number))
        return changed

    def _read_own_rows(self) -> None:
        with self.read() as connection:
            row = connection.execute(select(StudyRow.title, StudyRow.language)).one()
            name = connection.scalar(select(Coder.name).where(Coder.id == self.coder_id))
            first = connection.execute(select(Coder.id, Coder.name).order_by(Coder.id)).first()
        self.title, self.language = row.title, row.language
        if name is not None:
            self.coder_name = name
        elif first is not None:
            self.coder_id, self.coder_name = first.id, first.name


def rows_of(connection: Connection, steps: list[int]) -> Changed:
    """Return which rows the history says that `steps` touched."""
    touched = (
        select(ChangeImage.entity, func.json_group_array(ChangeImage.row))
        .where(ChangeImage.change_id.in_(steps))
        .group_by(ChangeImage.entity)
    )
    rows = connection.execute(touched)
    return Changed({entity: frozenset(json.loads(ids)) for entity, ids in rows})
