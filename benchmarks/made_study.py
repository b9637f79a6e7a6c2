"""A made study of any size: sources with turns, informants, a code tree, codings, findings.

The words are drawn from a small vocabulary with a fixed seed, so that each run measures the same.
"""

import random
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert

from app.study_files import create_study
from models import fulltext
from models.collection import Participation, Source, SourceText, Turn
from models.conclusions import Evidence, Finding
from models.design import METHODS, Category, Informant, InformantRole, Site
from models.reduction import Code, Coding, Excerpt

WORDS = """
    guru kelompok kerja sekolah program pelatihan kepala pengawas silabus evaluasi yang dan
    untuk tidak dengan pada dalam waktu jadwal proyektor laptop rapat diskusi siswa kelas
    media modul kegiatan bersama biaya dinas gugus peserta narasumber hasil belajar mengajar
""".split()  # noqa: SIM905
CATEGORIES = ("principal", "chair", "board", "supervisor", "teacher", "activity", "document")
FIRST_DAY, DAYS = date(2017, 1, 2), 120
"""When sources were collected: over four months, which are four periods."""
DIRECTIONS = ("affirms", "affirms", "affirms", "denies", "mixed")


def paragraphs(random_: random.Random, characters: int) -> list[str]:
    """Return paragraphs of together about `characters`, each with a speaker's label."""
    made, length = [], 0
    while length < characters:
        speaker = "P" if len(made) % 2 == 0 else "N"
        words = random_.choices(WORDS, k=random_.randint(8, 90))
        made.append(f"{speaker}: {' '.join(words)}.")
        length += len(made[-1]) + 1
    return made


def made_study(
    path: Path,
    *,
    sources: int = 200,
    characters: int = 40_000,
    codes: int = 150,
    codings: int = 20_000,
    seed: int = 1,
) -> Path:
    """Write a made study to `path` and return it; the history holds one step."""
    random_ = random.Random(seed)
    study = create_study(path, "Made study", "id")
    with study.change("study.methods.interview") as session:
        connection = session.connection()
        session.add_all(Site(id=n, name=f"Site {n}", position=n) for n in range(1, 8))
        session.add_all(
            Category(id=n, name=name, position=n) for n, name in enumerate(CATEGORIES, 1)
        )
        people = min(sources, 60)
        session.execute(
            insert(Informant),
            [
                {"id": n, "code": f"I-{n:03}", "category_id": n % 5 + 1, "site_id": n % 7 + 1}
                for n in range(1, people + 1)
            ],
        )
        session.execute(
            insert(InformantRole),
            [{"informant_id": n, "role_id": n % 3 + 1} for n in range(1, people + 1)],
        )
        lengths = _sources(session, connection, random_, sources, characters, people)
        _codes(session, codes)
        _codings(session, random_, lengths, codes, codings, people)
        _findings(session, random_, min(codings, 400))
    study.close()
    return study.path


def _sources(session, connection, random_, sources, characters, people):
    lengths = {}
    for n in range(1, sources + 1):
        method = METHODS[(0, 0, 2, 1, 3)[n % 5]]
        text = "\n".join(paragraphs(random_, characters))
        lengths[n] = len(text)
        session.execute(
            insert(Source).values(
                id=n,
                title=f"Source {n}",
                reference=f"{method[0].upper()}/{n:04}",
                method=method,
                site_id=n % 7 + 1,
                date=FIRST_DAY + timedelta(days=n % DAYS),
                length=len(text),
            )
        )
        session.execute(insert(SourceText).values(source_id=n, text=text))
        person = (n - 1) % people + 1
        alone = method in ("observation", "documentation")
        session.execute(
            insert(Participation).values(
                source_id=n,
                informant_id=None if alone else person,
                role_id=None if alone else person % 3 + 1,
                category_id=(6 if method == "observation" else 7) if alone else person % 5 + 1,
            )
        )
        session.execute(insert(Turn), _turns(n, text, None if alone else person))
        fulltext.index_text(connection, n, text)
    return lengths


def _turns(source_id, text, person):
    turns, start = [], 0
    for paragraph in text.split("\n"):
        researcher = paragraph.startswith("P")
        turns.append(
            {
                "source_id": source_id,
                "start": start,
                "end": start + len(paragraph),
                "speaker": paragraph[0],
                "informant_id": None if researcher else person,
                "is_researcher": researcher,
            }
        )
        start += len(paragraph) + 1
    return turns


def _codes(session, codes):
    top = max(1, codes // 10)
    session.execute(
        insert(Code),
        [
            {
                "id": n,
                "name": f"Code {n}",
                "parent_id": None if n <= top else (n - 1) % top + 1,
                "position": n,
                "colour": f"#{(n * 2654435761) % 0xFFFFFF:06x}",
            }
            for n in range(1, codes + 1)
        ],
    )


def _codings(session, random_, lengths, codes, codings, people):
    taken, excerpts = set(), []
    keys = list(lengths)
    while len(excerpts) < codings:
        source = random_.choice(keys)
        start = random_.randrange(lengths[source] - 420)
        end = start + random_.randint(30, 400)
        if (source, start, end) in taken:
            continue
        taken.add((source, start, end))
        speaker = None if source % 5 in (3, 4) else (source - 1) % people + 1
        excerpts.append({"source_id": source, "start": start, "end": end, "speaker_id": speaker})
    session.execute(insert(Excerpt), [{"id": n, **e} for n, e in enumerate(excerpts, 1)])
    session.execute(
        insert(Coding),
        [
            {
                "excerpt_id": n,
                "code_id": random_.randint(1, codes),
                "coder_id": 1,
                "direction": random_.choice(DIRECTIONS),
            }
            for n in range(1, codings + 1)
        ],
    )


def _findings(session, random_, evidence):
    session.execute(
        insert(Finding), [{"id": n, "claim": f"Claim {n}", "position": n} for n in range(1, 21)]
    )
    session.execute(
        insert(Evidence),
        [
            {
                "finding_id": n % 20 + 1,
                "excerpt_id": n,
                "stance": random_.choice(("supports", "supports", "contradicts", "qualifies")),
            }
            for n in range(1, evidence + 1)
        ],
    )
