"""What a merge would do: my rows and theirs, and theirs as they were when the ways parted.

Rows are the same by their guid, else by what makes two rows the same (the same name of a coder, a
code under one parent, the same span). Of two that were made apart and are the same by name, mine
stays and takes from theirs what it leaves blank.
"""

import json
from collections.abc import Callable, Mapping, Set
from typing import Any

from app.exchange.growing_tables import unique_name
from app.exchange.merging import shape
from app.exchange.merging.columns import put_together
from app.exchange.merging.doing import Doing, Question
from app.exchange.merging.hanging import keep_what_is_needed
from app.exchange.merging.shape import Row
from app.exchange.merging.snapshot import SETTING, Rows, forget_merges, given_again
from app.reduce.memo_marks import turned

MINE, THEIRS = "mine", "theirs"
BY_NUMBER = ("display", "retrieval", "display_cell")
"""Rows whose settings name others by number."""
LOOKS = frozenset({"colour", "position"})
"""How things made apart look is nothing to ask about."""
Span = tuple[int, int]
Shift = Callable[[int, int, int], Span | None]
"""Where a span of a source (my id) of theirs stands in my text; None where nothing is left."""


class Comparing:
    """Goes through the tables once, parents first; `doing` is what comes of it."""

    def __init__(
        self,
        mine: Rows,
        theirs: Rows,
        base: Rows,
        *,
        unmoved: tuple[Mapping[tuple[str, int], Row], Mapping[tuple[str, int], Row]],
        deleted: Set[str],
        highest: Mapping[str, int],
        choices: Mapping[str, str],
        shift: Callable[["Comparing"], tuple[Shift, Set[int]]],
    ) -> None:
        self.mine, self.theirs, self.base = mine, theirs, base
        self._unmoved = unmoved
        self._again = given_again(base, theirs)
        self.deleted, self.highest, self.choices = deleted, dict(highest), choices
        for rows in (theirs, base):
            forget_merges(rows)
        self.doing = Doing()
        self.to_mine: dict[str, dict[int, int]] = {name: {} for name in mine}
        self.was_mine: dict[str, dict[int, int]] = {name: {} for name in mine}
        self._by_guid = {
            entity: {row["guid"]: number for number, row in rows.items() if "guid" in row}
            for entity, rows in mine.items()
        }
        self._index: dict[tuple[str, tuple[str, ...]], dict[Any, int]] = {}
        self._their_guids = {
            row["guid"] for rows in theirs.values() for row in rows.values() if "guid" in row
        }
        self._turned: dict[tuple[str, int], tuple[str, int]] = {}
        self._still: dict[str, set[int]] = {}
        self._index_mine()
        self._match_guids()
        self.shift, self.own_words = shift(self)
        self.doing.own_words = set(self.own_words)
        self._needed = self._needed_excerpts()

    # --- the order of things ----------------------------------------------------------------

    def run(self) -> Doing:
        """Compare all tables."""
        for table in shape.tables():
            self._match_base(table.name)
        self._plan_deletions()
        for table in shape.tables():
            for number in self._parents_first(table.name):
                self._row(table.name, number)
        self._drop_unneeded_excerpts()
        self.doing.by_number = bool(self._turned) and any(
            self.doing.inserts.get(name) for name in BY_NUMBER
        )
        return self.doing

    def _index_mine(self) -> None:
        for entity, rows in self.mine.items():
            for columns in shape.keys(entity):
                index = self._index[entity, columns] = {}
                for number, row in rows.items():
                    key = shape.key_of(entity, columns, row)
                    if key is not None:
                        index.setdefault(key, number)

    def _match_guids(self) -> None:
        for entity, known in self._by_guid.items():
            for rows, to in ((self.theirs, self.to_mine), (self.base, self.was_mine)):
                for number, row in rows[entity].items():
                    if row.get("guid") in known:
                        to[entity][number] = known[row["guid"]]
        self.to_mine["study"] = dict.fromkeys(self.theirs["study"], 1)
        self.was_mine["study"] = dict.fromkeys(self.base["study"], 1)

    def _match_base(self, entity: str) -> None:
        """Find my row of each row of the base that has no guid."""
        for number, row in self.base[entity].items():
            if number not in self.was_mine[entity] and "guid" not in row:
                if self._unchanged_here(entity, number, row) and self._as_is(entity, row):
                    self.was_mine[entity][number] = number
                    continue
                row = self._translated(entity, row, self.was_mine)
                found = number if self.mine[entity].get(number) == row else self._same(entity, row)
                if found is not None:
                    self.was_mine[entity][number] = found

    def _unchanged_here(self, entity: str, number: int, row: Row) -> bool:
        """Tell whether my row is that of the base, before corrections moved either."""
        here, was = (each.get((entity, number)) for each in self._unmoved)
        return (here or self.mine[entity].get(number)) == (was or row)

    def _as_is(self, entity: str, row: Row) -> bool:
        """Tell whether what a row of the base points to has the same numbers here."""
        return not shape.pointers(entity) and all(
            row[column] is None or self.was_mine[target].get(row[column]) == row[column]
            for column, target in shape.foreign(entity).items()
        )

    def _untouched(self, entity: str, number: int) -> bool:
        """Tell whether they left a row, and the rows that it names, as they were."""
        base = self.base[entity].get(number)
        return (
            base is not None
            and base == self.theirs[entity].get(number)
            and not self._named_again(entity, base)
        )

    def _named_again(self, entity: str, row: Row) -> bool:
        """Tell whether a row of the base names ids that they gave to other rows since."""
        return bool(self._again) and any(k in self._again for k in shape.named_by(entity, row))

    def _needed_excerpts(self) -> set[int]:
        """Return their excerpts that something new of theirs stands on."""
        found = set()
        for entity in ("coding", "evidence", "rival_evidence", "link_excerpt"):
            known = self.base[entity]
            found |= {r["excerpt_id"] for n, r in self.theirs[entity].items() if n not in known}
        return found

    def _parents_first(self, entity: str) -> list[int]:
        rows = self.theirs[entity]
        if entity != "code":
            return list(rows)
        order: dict[int, None] = {}
        for number in rows:
            way = []
            at: int | None = number
            while at in rows and at not in order and at not in way:
                way.append(at)
                at = rows[at]["parent_id"]
            order.update(dict.fromkeys(reversed(way)))
        return list(order)

    # --- one row ----------------------------------------------------------------------------

    def _row(self, entity: str, number: int) -> None:
        if self._untouched(entity, number) and not (entity == "excerpt" and number in self._needed):
            return
        row = self._translated(entity, self.theirs[entity][number], self.to_mine)
        there = self.to_mine[entity].get(number)
        base = self._base_of(entity, number)
        if there is not None:
            if there not in self.doing.deletes.get(entity, ()):
                self._both_have(entity, there, base, row)
            return
        there = self.was_mine[entity].get(number) if base is not None else None
        there = self._same(entity, row) if there is None else there
        if there is not None and not self._theirs_too(entity, there):
            self.to_mine[entity][number] = there
            if base is not None and "guid" not in row and there in self.mine[entity]:
                if there not in self.doing.deletes.get(entity, ()):
                    self._both_have(entity, there, base, row)
            else:
                self._united(entity, there, row)
            return
        if self._may_come(entity, number, base, row):
            self._insert(entity, number, row)

    def _base_of(self, entity: str, number: int) -> Row | None:
        base = self.base[entity].get(number)
        theirs = self.theirs[entity][number]
        if base is None or base.get("guid") != theirs.get("guid"):
            return None
        if "guid" not in base and (
            any(base[column] != theirs[column] for column in shape.keys(entity)[0])
            or self._named_again(entity, base)
        ):
            return None  # the number of a row that they deleted
        return self._translated(entity, base, self.was_mine)

    def _theirs_too(self, entity: str, number: int) -> bool:
        """Tell whether my row is another row of theirs by its guid."""
        return self.mine[entity].get(number, {}).get("guid", "") in self._their_guids

    def _united(self, entity: str, number: int, row: Row) -> None:
        if number not in self.mine[entity]:
            return  # another of theirs, that was inserted just now
        together = put_together(entity, None, self.mine[entity][number], row)
        leaving = {c for key in shape.keys(entity) for c in key} | self._placing(entity)
        self._update(
            entity, number, {c: v for c, v in together.by_itself.items() if c not in leaving}
        )
        asked = {c: v for c, v in together.by_choice.items() if c not in leaving | LOOKS}
        if asked:
            self._choose(entity, number, row, asked)
        if (entity, "name") in shape.NAMES or (entity, "code") in shape.NAMES:
            self.doing.united.append((entity, number))

    def _both_have(self, entity: str, number: int, base: Row | None, row: Row) -> None:
        mine = self.mine[entity][number]
        together = put_together(entity, base, mine, row, leaving=self._placing(entity))
        self._update(entity, number, together.by_itself)
        if together.by_choice:
            self._choose(entity, number, row, together.by_choice)

    def _choose(self, entity: str, number: int, row: Row, values: Row) -> None:
        """Ask about columns that both sides say something else in."""
        mine = self.mine[entity][number]
        question = Question(self.key(entity, row), "changed", entity, mine, row, tuple(values))
        if self._asked(question) == THEIRS:
            self._update(entity, number, values)

    def _placing(self, entity: str) -> frozenset[str]:
        """Return the columns that never come: texts stay as they are, and where things lie."""
        if entity == "source":
            return frozenset({"length", "sha256", "file_name"})
        if entity == "study":
            return frozenset({"language", "made_at"})
        columns = {"source_id", "start", "end"} & shape.columns(entity)
        return frozenset(columns) if len(columns) == 3 else frozenset()

    def _may_come(self, entity: str, number: int, base: Row | None, row: Row) -> bool:
        if entity == "excerpt" and number in self._needed:
            return self._whole(entity, row)
        if base is not None:
            changed = put_together(entity, base, base, row, leaving=self._placing(entity))
            if not changed.by_itself and not changed.by_choice:
                return False  # deleted here, as it was
            question = Question(self.key(entity, row), "deleted_here", entity, None, row)
            return self._asked(question) == THEIRS and self._whole(entity, row)
        if row.get("guid") in self.deleted and "guid" in row:
            return False
        return self._whole(entity, row)

    def _whole(self, entity: str, row: Row) -> bool:
        """Tell whether all that a row cannot do without is here; else it is counted."""
        without = any(
            row[column] is None and not shape.nullable(entity, column)
            for column in (*shape.foreign(entity), *(n for _, n in shape.pointers(entity)))
        )
        if entity == "turn" and row["source_id"] in self.own_words:
            return False  # who speaks stays as it is marked in my text
        if entity == "text_edit" and ("source", row["source_id"]) not in self.doing.came_from:
            return False  # of a text that is here: see corrections
        if without or row.get("start") == row.get("end", -1):
            self.doing.left_out[entity] = self.doing.left_out.get(entity, 0) + 1
            return False
        return True

    def _insert(self, entity: str, number: int, row: Row) -> None:
        if not self._fit_names(entity, row):
            self.doing.left_out[entity] = self.doing.left_out.get(entity, 0) + 1
            return
        new = number if number > self.highest.get(entity, 0) else self.highest[entity] + 1
        self.highest[entity] = new
        row["id"] = new
        self.to_mine[entity][number] = new
        if new != number:
            self._turned[entity, number] = (entity, new)
        self.doing.came_from[entity, new] = number
        theirs = self.theirs[entity][number]
        if any(theirs[n] is not None and row[n] is None for _, n in shape.pointers(entity)):
            self.doing.loose[entity] = self.doing.loose.get(entity, 0) + 1
        self.doing.inserts.setdefault(entity, []).append(row)
        self._remember(entity, row, new)

    def _fit_names(self, entity: str, row: Row) -> bool:
        """Give a name that is taken a number; False where another key is taken."""
        for columns in shape.keys(entity):
            key = shape.key_of(entity, columns, row)
            if key is None or key not in self._index[entity, columns]:
                continue
            if self._soft(entity, columns, self._index[entity, columns][key]):
                continue
            named = [column for column in columns if (entity, column) in shape.NAMES]
            if not named:
                return False
            self._number(entity, columns, key, row, named[0])
        return True

    def _number(
        self, entity: str, columns: tuple[str, ...], key: tuple[Any, ...], row: Row, name: str
    ) -> None:
        """Put a number behind a name that is taken."""
        taken = {known[-1] for known in self._index[entity, columns] if known[:-1] == key[:-1]}
        wanted = row[name]
        row[name] = unique_name(wanted, taken)
        self.doing.renamed.append((entity, wanted, row[name]))

    def _soft(self, entity: str, columns: tuple[str, ...], number: int) -> bool:
        """Tell whether theirs alone has two of one key, and no constraint is against it."""
        soft = columns in shape.FURTHER_KEYS.get(entity, ())
        return soft and number not in self.mine[entity]

    def _update(self, entity: str, number: int, values: Row) -> None:
        values = dict(values)
        if entity == "study" and "settings" in values:
            settings = json.loads(values["settings"])
            own = json.loads(self.mine["study"][1]["settings"])
            settings |= {SETTING: own[SETTING]} if SETTING in own else {}
            values["settings"] = json.dumps(settings)
            if settings == own:
                del values["settings"]
        row = {**self.mine[entity][number], **self.doing.updates.get(entity, {}).get(number, {})}
        for columns in shape.keys(entity):
            if not values.keys() & set(columns):
                continue
            key = shape.key_of(entity, columns, {**row, **values})
            if key is None or self._index[entity, columns].get(key, number) == number:
                continue
            named = [c for c in columns if (entity, c) in shape.NAMES and c in values]
            if named:
                self._number(entity, columns, key, values, named[0])
            else:
                values = {c: v for c, v in values.items() if c not in columns}
        if "parent_id" in values and self._circular(number, values["parent_id"]):
            del values["parent_id"]
            self.doing.in_a_ring.append((entity, number))
        values = {c: v for c, v in values.items() if v is not None or shape.nullable(entity, c)}
        changed = {c: v for c, v in values.items() if row[c] != v}
        if changed:
            self.doing.updates.setdefault(entity, {}).setdefault(number, {}).update(changed)
            self._remember(entity, {**row, **changed}, number)

    def _circular(self, code: int, parent: int | None) -> bool:
        """Tell whether a code would stand under itself."""
        new = {row["id"]: row["parent_id"] for row in self.doing.inserts.get("code", ())}
        while parent is not None and parent != code:
            moved = self.doing.updates.get("code", {}).get(parent, {})
            known = self.mine["code"].get(parent)
            above = known["parent_id"] if known else new.get(parent)
            parent = moved.get("parent_id", above)
        return parent == code

    def _remember(self, entity: str, row: Row, number: int) -> None:
        for columns in shape.keys(entity):
            key = shape.key_of(entity, columns, row)
            if key is not None:
                self._index[entity, columns][key] = number

    def _same(self, entity: str, row: Row) -> int | None:
        for columns in shape.keys(entity):
            key = shape.key_of(entity, columns, row)
            found = None if key is None else self._index[entity, columns].get(key)
            if found is None or self._soft(entity, columns, found):
                continue
            if entity != "source" or self._same_text(found, row):
                return found
        return None

    def _same_text(self, number: int, row: Row) -> bool:
        mine = self.mine["source"].get(number)
        return mine is not None and (mine["sha256"], mine["length"]) == (
            row["sha256"],
            row["length"],
        )

    def _asked(self, question: Question) -> str:
        self.doing.questions.append(question)
        return self.choices.get(question.key, MINE)

    def key(self, entity: str, row: Row) -> str:
        """Return what a choice about a row is remembered by."""
        if "guid" in row:
            return f"{entity}:{row['guid']}"
        said = [row[column] for columns in shape.keys(entity)[:1] for column in columns]
        return f"{entity}:{said}"

    # --- their words in my numbers ------------------------------------------------------------

    def _translated(self, entity: str, row: Row, to: Mapping[str, Mapping[int, int]]) -> Row:
        """Return a row of theirs that points to my rows; None where mine has no such row."""
        new = dict(row)
        for column, target in shape.foreign(entity).items():
            if row[column] is not None:
                new[column] = to[target].get(row[column])
        for named, numbered in shape.pointers(entity):
            if row[numbered] is not None:
                new[numbered] = self._pointed(row[named], row[numbered], to)
                if new[numbered] is None and shape.nullable(entity, numbered):
                    new[named] = ""
        if to is self.to_mine:
            self._turn_marks(new)
        self._shift_span(new)
        return new

    def _pointed(self, entity: str, number: int, to: Mapping[str, Mapping[int, int]]) -> int | None:
        """Return my row for one that theirs names; also for one that they deleted since."""
        found = to.get(entity, {}).get(number)
        if found is None and number not in self.theirs.get(entity, {}):
            found = self.was_mine.get(entity, {}).get(number)
        return found

    def _turn_marks(self, row: Row) -> None:
        if not self._turned:
            return
        for column, value in row.items():
            if isinstance(value, str) and "@[" in value:
                row[column] = turned(value, self._turned)

    def _shift_span(self, row: Row) -> None:
        if {"source_id", "start", "end"} <= row.keys() and row["source_id"] is not None:
            span = self.shift(row["source_id"], row["start"], row["end"])
            row["start"], row["end"] = span if span is not None else (0, 0)

    # --- what they deleted ----------------------------------------------------------------------

    def _plan_deletions(self) -> None:
        gone = {name: self._gone(name) for name in self.mine}
        for entity, number in keep_what_is_needed(self.mine, gone):
            self._kept(entity, number)
        self.doing.deletes = {entity: numbers for entity, numbers in gone.items() if numbers}
        for entity, numbers in self.doing.deletes.items():
            for columns in shape.keys(entity):
                index = self._index[entity, columns]
                for key in [key for key, number in index.items() if number in numbers]:
                    del index[key]

    def _gone(self, entity: str) -> set[int]:
        """Return my rows that they deleted and I left as they were, or chose to delete."""
        if entity in ("text_edit", "study"):
            return set()
        here = {row["guid"] for row in self.theirs[entity].values() if "guid" in row}
        found = set()
        for number, base in self.base[entity].items():
            mine = self.was_mine[entity].get(number)
            if mine is None or self._untouched(entity, number):
                continue
            if base["guid"] in here if "guid" in base else self._there(entity, mine):
                continue
            was = self._translated(entity, base, self.was_mine)
            now = self.mine[entity][mine]
            changed = put_together(entity, was, was, now, leaving=self._placing(entity))
            if not changed.by_itself and not changed.by_choice:
                found.add(mine)
                continue
            question = Question(self.key(entity, now), "deleted_there", entity, now, None)
            if self._asked(question) == THEIRS:
                found.add(mine)
        return found

    def _there(self, entity: str, number: int) -> bool:
        """Tell whether they still have my row that has no guid."""
        if entity not in self._still:
            rows = [row for n, row in self.theirs[entity].items() if not self._untouched(entity, n)]
            same = {self._same(entity, self._translated(entity, r, self.to_mine)) for r in rows}
            known = (n for n in self.theirs[entity] if self._base_of(entity, n) is not None)
            same |= {self.was_mine[entity].get(number) for number in known}
            self._still[entity] = {each for each in same if each is not None}
        return number in self._still[entity]

    def _kept(self, entity: str, number: int) -> None:
        row = self.mine[entity][number]
        if "guid" in row and entity != "excerpt":
            self.doing.questions.append(
                Question(f"{entity}:{row['guid']}", "in_use", entity, row, None)
            )

    def _drop_unneeded_excerpts(self) -> None:
        """Take out excerpts that only came for a row that did not come."""
        used = {
            row["excerpt_id"]
            for entity in ("coding", "evidence", "rival_evidence", "link_excerpt")
            for row in self.doing.inserts.get(entity, ())
        }
        mine = self.doing.inserts.get("excerpt", [])
        kept = [
            row
            for row in mine
            if row["id"] in used or self.doing.came_from["excerpt", row["id"]] not in self._needed
        ]
        if mine:
            self.doing.inserts["excerpt"] = kept
