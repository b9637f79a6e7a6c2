"""Studies made row by row, as short as a test can say them."""

from datetime import date

from sqlalchemy import select

from app.reduce.excerpts import excerpt_at
from models.collection import Participation, Source, SourceText
from models.design import Category, Informant, InformantRole, ResearchQuestion, Role, Site
from models.reduction import Code, Coding

DIRECTIONS = {"supports": "affirms", "contradicts": "denies", "qualifies": "mixed"}


class Builder:
    """Adds what a test names, once; every coding gets its own words in its source."""

    def __init__(self, study):
        self.study = study
        self.used = {}

    def change(self):
        return self.study.change("verify.history.findings_ordered")

    def named(self, entity, **values):
        with self.change() as session:
            row = session.scalars(select(entity).filter_by(**values)).first()
            if row is None:
                row = entity(**values)
                session.add(row)
                session.flush()
            return row.id

    def role(self, kind):
        with self.study.read() as connection:
            return connection.scalar(select(Role.id).where(Role.kind == kind))

    def focus(self, label):
        return self.named(ResearchQuestion, label=label)

    def code(self, name, parent=None, question=None):
        return self.named(Code, name=name, parent_id=parent, question_id=question)

    def site(self, name):
        return self.named(Site, name=name)

    def informant(self, code, *, category=None, site=None, role=None):
        number = self.named(Informant, code=code)
        with self.change() as session:
            row = session.get(Informant, number)
            if category:
                row.category_id = self.named(Category, name=category)
            if site:
                row.site_id = self.site(site)
            if role:
                self.named(InformantRole, informant_id=number, role_id=self.role(role))
        return number

    def source(self, reference, method, *speakers, site=None, on=None, category=None):
        """`speakers` are (informant code or None, category, role kind)."""
        with self.change() as session:
            text = "".join(f"Passage {n} of {reference}.\n" for n in range(60))
            source = Source(
                title=reference, reference=reference, method=method, length=len(text),
                site_id=self.site(site) if site else None,
                date=date.fromisoformat(on) if on else None,
            )  # fmt: skip
            session.add(source)
            session.flush()
            session.add(SourceText(source_id=source.id, text=text))
            for code, of, role in speakers or ((None, category, None),):
                session.add(
                    Participation(
                        source_id=source.id,
                        informant_id=self.informant(code) if code else None,
                        category_id=self.named(Category, name=of) if of else None,
                        role_id=self.role(role) if role else None,
                    )
                )
            return source.id

    def excerpt(self, source_id):
        """A new excerpt of a source: its next paragraph."""
        number = self.used[source_id] = self.used.get(source_id, -1) + 1
        text = self.study.texts.of(source_id)
        start = sum(len(line) + 1 for line in text.split("\n")[:number])
        with self.change() as session:
            return excerpt_at(session, source_id, start, text.index("\n", start))

    def coding(self, source_id, code_id, stance="supports", excerpt_id=None):
        with self.change() as session:
            row = Coding(
                excerpt_id=excerpt_id or self.excerpt(source_id),
                code_id=code_id,
                coder_id=self.study.coder_id,
                direction=DIRECTIONS[stance],
            )
            session.add(row)
            session.flush()
            return row.id


def lay(study, case):
    """Lay a worked case into a study, as its spreadsheet would; return the id of its code."""
    make = Builder(study)
    code = make.code(case["id"])
    sources = {}
    for piece in case["evidence"]:
        own = piece["unit"].startswith(("OB", "DK"))
        key = (piece["unit"], piece["method"], piece["category"], piece["role"])
        if key not in sources:
            speaker = (None if own else piece["unit"], piece["category"], piece["role"])
            sources[key] = make.source("/".join(map(str, key)), piece["method"], speaker)
        make.coding(sources[key], code, piece["stance"])
    examined = case["examined"]
    method, category = examined["methods"][0], examined["categories"][0]
    heard = {name: {e[name] for e in case["evidence"]} for name in ("method", "category", "role")}
    category = next(iter(heard["category"]), category)
    for name in set(examined["methods"]) - heard["method"]:
        make.source(f"silent {name}", name, category=category)
    for name in set(examined["categories"]) - heard["category"]:
        make.source(f"silent {name}", method, category=name)
    for name in set(examined["roles"]) - heard["role"]:
        make.source(f"silent {name}", method, (f"S {name}", category, name))
    return code
