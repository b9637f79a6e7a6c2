"""Exchange with other programs: REFI-QDA out and in, each beside a bare baseline in one run.

Run: pytest benchmarks/test_exchange.py
The study of the table has 200 sources of 40,000 characters, 150 codes and 20,000 codings.
"""

import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from itertools import count

import pytest
from lxml import etree

from app.exchange.bringing_in import new_study_of
from app.exchange.refi.reading import read_refi
from app.exchange.refi.writing import write_qdpx
from app.study_files import open_study

OUT, IN = "export to .qdpx", "import of .qdpx into a new study"
OTHERS = "import of .qdpx that another program wrote"
MEMORY_LIMIT = 500_000_000


@pytest.fixture(scope="module")
def package(made, folder):
    """The study of the table as Tilik writes it."""
    study = open_study(shutil.copy(made, folder / "exchange.tilik"))
    write_qdpx(study, folder / "made.qdpx")
    study.close()
    return folder / "made.qdpx"


@pytest.fixture(scope="module")
def others(package, folder):
    """The same without what only Tilik reads."""
    with (
        zipfile.ZipFile(package) as old,
        zipfile.ZipFile(folder / "others.qdpx", "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name != "tilik.json":
                new.writestr(name, old.read(name))
    return folder / "others.qdpx"


# --- out -------------------------------------------------------------------------------------


@pytest.mark.benchmark(group=OUT)
def test_export(benchmark, made, copied, tmp_path):
    study = open_study(copied(made))
    benchmark.pedantic(lambda: write_qdpx(study, tmp_path / "o.qdpx"), rounds=3, warmup_rounds=1)
    study.close()


@pytest.mark.benchmark(group=OUT)
def test_bare_rows_and_archive(benchmark, made, copied, tmp_path):
    """Baseline: every row read with sqlite3, every text packed, nothing said of it in XML."""
    connection = sqlite3.connect(copied(made))

    def bare():
        with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for number, text in connection.execute("SELECT source_id, text FROM source_text"):
                archive.writestr(f"{number}.txt", text)
            for table in ("code", "excerpt", "coding"):
                rows = connection.execute(f"SELECT * FROM {table}").fetchall()
                archive.writestr(f"{table}.json", json.dumps(rows))

    benchmark.pedantic(bare, rounds=3, warmup_rounds=1)
    connection.close()


# --- in --------------------------------------------------------------------------------------


def _new(package, tmp_path):
    numbers = count()

    def bring():
        study, report = new_study_of(tmp_path / f"n{next(numbers)}", read_refi(package))
        study.close()
        assert report.came["codings"] == 20_000

    return bring


@pytest.mark.benchmark(group=IN)
def test_import(benchmark, package, tmp_path):
    benchmark.pedantic(_new(package, tmp_path), rounds=3, warmup_rounds=1)


@pytest.mark.benchmark(group=OTHERS)
def test_import_of_another_program(benchmark, others, tmp_path):
    benchmark.pedantic(_new(others, tmp_path), rounds=3, warmup_rounds=1)


@pytest.mark.benchmark(group=IN)
@pytest.mark.benchmark(group=OTHERS)
def test_bare_parse_and_rows(benchmark, others, made, tmp_path):
    """Baseline: lxml parses the project, sqlite3 writes its texts, their index and its codings."""
    bare = _bare(others, made, tmp_path)
    benchmark.pedantic(bare, rounds=3, warmup_rounds=1)


def _bare(package, made, tmp_path):
    from app.study_files import create_study

    numbers = count()
    ns = "{urn:QDA-XML:project:1.0}"

    def bare():
        study = create_study(tmp_path / f"b{next(numbers)}", "Bare")
        study.close()
        connection = sqlite3.connect(study.path, isolation_level=None)
        connection.execute("BEGIN")
        with zipfile.ZipFile(package) as archive:
            root = etree.fromstring(archive.read("project.qde"))
            for number, source in enumerate(root.iter(f"{ns}TextSource"), 1):
                path = source.get("plainTextPath").removeprefix("internal://")
                text = archive.read(f"sources/{path}").decode()
                connection.execute("INSERT INTO source_text VALUES (?, ?)", (number, text))
                lines = [(line,) for line in text.split("\n")]
                connection.executemany("INSERT INTO passage_fts(text) VALUES (?)", lines)
                connection.executemany(
                    'INSERT INTO refusal(code_id, source_id, start, "end", made_at) '
                    "VALUES (?, ?, ?, ?, '')",
                    [
                        (n, number, int(s.get("startPosition")), int(s.get("endPosition")))
                        for n, s in enumerate(source.iter(f"{ns}PlainTextSelection"))
                    ],
                )
        connection.execute("COMMIT")
        connection.close()

    return bare


# --- memory ----------------------------------------------------------------------------------

_RUN = """
import sys
from pathlib import Path
from app.exchange.bringing_in import new_study_of
from app.exchange.refi.reading import read_refi
from app.exchange.refi.writing import write_qdpx
from app.study_files import open_study

what, source, target = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
if what == "out":
    write_qdpx(open_study(source), target)
else:
    new_study_of(target, read_refi(source))[0].close()
# Not ru_maxrss: that begins with what the process had that started this one.
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) * 1024)
"""


@pytest.mark.parametrize("what", ["out", "in", "others"])
def test_memory(what, made, copied, package, others, tmp_path):
    """The most that a process of its own takes, libraries and all."""
    source = {"out": copied(made), "in": package, "others": others}[what]
    arguments = [sys.executable, "-c", _RUN, what, str(source), str(tmp_path / "t.qdpx")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    peak = int(done.stdout.split()[-1])
    print(f"\n{what}: {peak / 1e6:.0f} MB")
    assert peak <= MEMORY_LIMIT
