"""Two copies of any study, each changed at random, come together: nothing lost, nothing doubled."""

import random
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.check import check
from app.exchange.merging.merging import merge, plan_merge
from app.history import undo
from app.reduce.text_editing import edit_text
from app.reduce.text_shift import Edit
from app.study_files import create_study, open_study
from models.base import Base
from models.collection import SourceText
from models.history import journalled
from tests.app.exchange.any_study import fill

ANY = {
    "max_examples": 25,
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "phases": (Phase.explicit, Phase.reuse, Phase.generate),
}
WORDS = ("Time", "Money", "Öl", "a\nb", "x" * 40, "@[Time](code:1)")
TEXTS = (
    "One two three four five.\nSix seven eight.",
    "Ja. Nein, vielleicht.",
    "👩‍🌾 und mehr Text",
)
TOUCHED = ("code", "coding", "memo", "finding", "informant", "source", "evidence", "site", "turn")


def content(study):
    with study.read() as connection:
        found = {
            t.name: sorted(map(repr, connection.execute(select(t))))
            for t in journalled(Base.metadata)
        }
        sources = select(Base.metadata.tables["source"].c.id)
        texts = select(SourceText.source_id, SourceText.text)
        found["texts"] = connection.execute(texts.where(SourceText.source_id.in_(sources))).all()
        return found


def guids(study):
    with study.read() as connection:
        return {
            t.name: set(connection.exec_driver_sql(f'SELECT guid FROM "{t.name}"').scalars())
            for t in journalled(Base.metadata)
            if "guid" in t.c
        }


def change(study, dice, name):
    """Change, delete and add rows at random, in two steps."""
    with study.change("exchange.history.project", name=name) as session:
        connection = session.connection()
        for entity in ("override", "summary", "form"):  # their keys would collide with new ones
            connection.execute(Base.metadata.tables[entity].delete())
        for entity in TOUCHED:
            table = Base.metadata.tables[entity]
            for row in connection.execute(select(table)).all():
                throw = dice.random()
                if throw < 0.15:
                    connection.execute(table.delete().where(table.c.id == row.id))
                elif throw < 0.4:
                    column = {"code": "definition", "informant": "note", "source": "title"}
                    column |= {"coding": "memo", "memo": "text", "finding": "claim"}
                    if entity in column:
                        values = {column[entity]: f"{name} {dice.random()}"}
                        connection.execute(
                            table.update().where(table.c.id == row.id).values(**values)
                        )
    fill(study, dice, [f"{name} {word}" for word in WORDS], TEXTS, most=2)
    correct(study, dice, name)


def correct(study, dice, name):
    """Correct some of the texts at random: words gone, put in, or others in their place.

    No excerpt loses all its words: the rows that are made at random name excerpts where the program
    never does, and would be left naming nothing.
    """
    excerpt = Base.metadata.tables["excerpt"].c
    with study.read() as connection:
        spans = connection.execute(select(excerpt.source_id, excerpt.start, excerpt.end)).all()
        texts = connection.execute(select(SourceText.source_id, SourceText.text)).all()
        there = set(connection.scalars(select(Base.metadata.tables["source"].c.id)))
    for source, text in texts:
        if source not in there or dice.random() < 0.5:
            continue
        start, end = sorted(dice.randrange(len(text) + 1) for _ in "ab")
        end = min(end, start + 6)
        words = dice.choice(("", name, f" {name}\n", "Öl 👩‍🌾"))
        empties = any(s == source and start <= low and high <= end for s, low, high in spans)
        if (text[:start] + words + text[end:]).strip() and not (empties and not words.strip()):
            edit_text(study, source, [Edit(start, end, words)])


def two_copies(folder, seed):
    dice = random.Random(seed)
    study = create_study(Path(folder) / "a", "A study")
    fill(study, dice, WORDS, TEXTS, most=4)
    study.close()
    shutil.copy(Path(folder) / "a.tilik", Path(folder) / "b.tilik")
    mine, theirs = (open_study(Path(folder) / f"{name}.tilik") for name in "ab")
    if dice.random() < 0.9:
        change(mine, dice, "mine")
    before = guids(theirs)
    change(theirs, dice, "theirs")
    return mine, theirs, before


@settings(**ANY)
@given(seed=st.integers(0, 10**9), choice=st.sampled_from(["mine", "theirs"]))
def test_any_two_copies_come_together(seed, choice):
    with tempfile.TemporaryDirectory() as folder:
        mine, theirs, _ = two_copies(folder, seed)
        before = content(mine)
        path, theirs_before = theirs.path, content(theirs)
        theirs.close()
        plan = plan_merge(mine, path)
        assert content(mine) == before
        choices = {asked.key: choice for asked in plan.asked}
        merge(mine, path, choices)
        faults = {fault.key for fault in check(mine).faults}
        assert faults <= {"study.check.unused"}
        merged = content(mine)
        assert plan_merge(mine, path).is_empty
        merge(mine, path, choices)
        assert content(mine) == merged
        theirs = open_study(path)
        assert content(theirs) == theirs_before
        theirs.close()
        if merged != before:
            assert undo(mine)
        assert content(mine) == before
        mine.close()


@settings(**ANY)
@example(seed=2679)  # they deleted the last memo and wrote another: SQLite gives its id again
@given(seed=st.integers(0, 10**9))
def test_an_untouched_copy_becomes_as_theirs(seed):
    """Where nothing changed here, all that is theirs comes, by guid."""
    with tempfile.TemporaryDirectory() as folder:
        dice = random.Random(seed)
        study = create_study(Path(folder) / "a", "A study")
        fill(study, dice, WORDS, TEXTS, most=4)
        study.close()
        shutil.copy(Path(folder) / "a.tilik", Path(folder) / "b.tilik")
        mine, theirs = (open_study(Path(folder) / f"{name}.tilik") for name in "ab")
        change(theirs, dice, "theirs")
        plan = merge(mine, theirs.path)
        assert not [asked for asked in plan.asked if asked.is_choice]
        assert guids(mine) == guids(theirs)
        mine.close()
        theirs.close()
