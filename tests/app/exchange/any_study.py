"""Random studies with rows in every table, whole by every rule that the tables know."""

import itertools
from datetime import date, datetime, timedelta

from sqlalchemy import JSON, insert

from models.base import Base
from models.carried import ATTACHMENT_KINDS, LINK_DIRECTIONS, VARIABLE_TYPES, AttachmentData
from models.collection import Original, SourceText
from models.conclusions import CONFIDENCES, FINDING_STATUSES, STANCES
from models.design import METHODS, ROLE_KINDS
from models.fulltext import index_text
from models.history import journalled
from models.reduction import DIRECTIONS, MEMO_KINDS
from models.summaries import ACCOUNTS, FORM_KINDS
from models.verification import OUTCOMES, TACTICS

CHOICES = {
    ("source", "method"): METHODS,
    ("instrument", "method"): METHODS,
    ("score_table", "method"): METHODS,
    ("role", "kind"): ROLE_KINDS,
    ("coding", "direction"): DIRECTIONS,
    ("memo", "kind"): MEMO_KINDS,
    ("evidence", "stance"): STANCES,
    ("finding", "status"): FINDING_STATUSES,
    ("finding", "confidence"): CONFIDENCES,
    ("attachment", "kind"): ATTACHMENT_KINDS,
    ("link", "direction"): LINK_DIRECTIONS,
    ("variable", "type"): VARIABLE_TYPES,
    ("account", "state"): ACCOUNTS,
    ("summary", "kind"): FORM_KINDS,
    ("finding_check", "tactic"): TACTICS,
    ("finding_check", "outcome"): OUTCOMES,
    ("coverage", "state"): ("planned", "done"),
    ("network_node", "shape"): ("box", "oval"),
}
COLOURS = ("#0f6b6b", "#123456", "#abcdef", "not a colour", "")
ANYWHERE = ("source", "code", "excerpt", "coding", "informant", "finding", "memo", "link")
SKIPPED = ("study", "carried")


def fill(study, random, words, texts, most=3):
    """Give a new study up to `most` rows of each kind, with `words` in their columns."""
    ids, written = {}, {}
    count = itertools.count(1)
    with study.change("exchange.history.project", name="any") as session:
        connection = session.connection()
        ids["role"], ids["coder"], ids["study"] = [1, 2, 3], [1], [1]
        lengths = {}
        for table in journalled(Base.metadata):
            if table.name in SKIPPED:
                continue
            seen = set()
            for _ in range(random.randint(0, most)):
                row = _row(table, random, words, texts, ids, lengths, count)
                if row is None or not _is_new(table, row, seen):
                    continue
                number = connection.execute(insert(table).values(**row)).inserted_primary_key[0]
                ids.setdefault(table.name, []).append(number)
                written[table.name, number] = row
                if table.name == "source":
                    lengths[number] = row["length"]
        _texts(connection, random, texts, ids, lengths)
    return ids


def _row(table, random, words, texts, ids, lengths, count):
    row = {}
    for column in table.columns:
        name = column.name
        if name in ("id", "guid"):
            continue
        if column.foreign_keys:
            target = next(iter(column.foreign_keys)).column.table.name
            known = ids.get(target, [])
            if column.nullable and (not known or random.random() < 0.3 or target == table.name):
                row[name] = None
            elif not known:
                return None
            else:
                row[name] = random.choice(known)
        elif name.endswith("_entity"):
            row[name] = random.choice([e for e in ANYWHERE if ids.get(e)] or [""])
        elif name.endswith("_id"):
            known = ids.get(row.get(f"{name[:-3]}_entity", ""), [])
            if not known and not column.nullable:
                return None
            row[name] = random.choice(known) if known else None
        elif (table.name, name) in CHOICES:
            row[name] = random.choice(CHOICES[table.name, name])
        else:
            row[name] = _value(column, random, words, count)
    return _placed(table, row, random, texts, ids, lengths)


def _value(column, random, words, count):
    kind = column.type.python_type
    if isinstance(column.type, JSON):
        return {random.choice(words): random.choice(words), "n": {"deep": [1, None, True]}}
    if column.nullable and random.random() < 0.2:
        return None
    if column.name in ("attributes", "answers"):
        return {random.choice(words): random.choice(words)}
    if column.name == "colour":
        return random.choice(COLOURS)
    some = random.choice(words)
    return {
        str: lambda: f"{some}{next(count)}" if column.unique else some,
        int: lambda: random.randint(0, 9),
        bool: lambda: random.random() < 0.5,
        float: lambda: random.choice((0.0, 1.5, -2.25)),
        date: lambda: date(2020, 1, 1) + timedelta(days=random.randint(0, 999)),
        datetime: lambda: datetime(2020, 1, 1) + timedelta(seconds=random.randint(0, 10**7)),
    }[kind]()


def _placed(table, row, random, texts, ids, lengths):
    """Put spans into their texts, and settle what a rule binds together."""
    if table.name == "source":
        row["length"] = len(random.choice(texts))
        row["attributes"] = {key: str(value) for key, value in row["attributes"].items()}
        candidates = [t for t in texts if len(t) == row["length"]]
        row["length"] = len(candidates[0])
    if table.name == "text_edit":
        return None  # its trigger would change the text of a source that stands already
    if "start" in row and "source_id" in row:
        length = lengths[row["source_id"]]
        if length == 0:
            return None
        row["start"] = random.randrange(length)
        row["end"] = random.randint(row["start"] + 1, length)
    if table.name == "coverage":
        keep = random.choice(("instrument_id", "question_id"))
        row[keep] = row[keep] or None
        row["question_id" if keep == "instrument_id" else "instrument_id"] = None
        if row[keep] is None:
            return None
    return row


def _is_new(table, row, seen):
    """Tell whether a row breaks no unique constraint; remember it."""
    keys = []
    for constraint in table.constraints:
        names = [c.name for c in getattr(constraint, "columns", ())]
        if type(constraint).__name__ == "UniqueConstraint" and "guid" not in names:
            keys.append((tuple(names), tuple(row.get(n) for n in names)))
    if any(key in seen for key in keys):
        return False
    seen.update(keys)
    return True


def _texts(connection, random, texts, ids, lengths):
    for source_id, length in lengths.items():
        text = next(t for t in texts if len(t) == length)
        connection.execute(insert(SourceText).values(source_id=source_id, text=text))
        index_text(connection, source_id, text)
        if random.random() < 0.5:
            name = random.choice(("a.docx", "b.pdf", "c", "d.TXT"))
            values = {"source_id": source_id, "name": name, "data": random.randbytes(20)}
            connection.execute(insert(Original).values(**values))
    for attachment_id in ids.get("attachment", ()):
        if random.random() < 0.5:
            values = {"attachment_id": attachment_id, "data": random.randbytes(20)}
            connection.execute(insert(AttachmentData).values(**values))
