"""Small projects of other programs, made by the schemas of those programs."""

import sqlite3

TEXT = "We built the hall together.\nNobody paid. 👩‍🌾 came to the hall.\nThe end."


def database(path, script, **rows):
    """Make a SQLite database of `script` at `path`; `rows` are tuples by table."""
    connection = sqlite3.connect(path)
    connection.executescript(script)
    for table, some in rows.items():
        for row in some:
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)
    connection.commit()
    connection.close()
    return path


QUALCODER_OLD = """
CREATE TABLE project (databaseversion text, date text, memo text, about text);
CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text,
 owner text, date text, unique(name));
CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer,
 width integer, height integer, cid integer, memo text, date text, owner text);
CREATE TABLE code_av (avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer,
 memo text, date text, owner text);
CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer,
 memo text, owner text, date text);
CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text,
 caseOrFile text, valuetype text);
CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text,
 id integer, date text, owner text);
CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer,
 pos1 integer, owner text, date text, memo text);
CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text);
CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text,
 supercatid integer, unique(name));
CREATE TABLE code_text (cid integer, fid integer, seltext text, pos0 integer, pos1 integer,
 owner text, date text, memo text);
CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text,
 date text, color text, unique(name));
CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text);
"""
QUALCODER_NEW = (
    QUALCODER_OLD.replace("about text)", "about text, bookmarkfile integer, codername text)")
    .replace("owner text, date text, unique(name));\nCREATE TABLE code_image",
             "owner text, date text, av_text_id integer, risid integer);\nCREATE TABLE code_image")
    .replace("cid integer, memo text, date text, owner text);\nCREATE TABLE code_av",
             "cid integer, memo text, date text, owner text, important integer,"
             " pdf_page integer);\nCREATE TABLE code_av")
    .replace(" memo text, date text, owner text);\nCREATE TABLE annotation",
             " memo text, date text, owner text, important integer);\nCREATE TABLE annotation")
    .replace("code_text (cid", "code_text (ctid integer primary key, cid")
    .replace("owner text, date text, memo text);\nCREATE TABLE code_name",
             "owner text, date text, memo text, avid integer, important integer);\n"
             "CREATE TABLE code_name")
    .replace("color text, unique(name))", "color text, supercid integer, unique(name))")
    + """
CREATE TABLE graph (grid integer primary key, name text);
CREATE TABLE stored_sql (title text, description text, grouper text, ssql text);
CREATE TABLE ris (risid integer, tag text, longtag text, value text);
CREATE TABLE coder_names (name text, visibility integer);
"""
)  # fmt: skip
DAY = "2021-03-04 10:11:12"


def span(words, text=TEXT):
    start = text.index(words)
    return start, start + len(words)


def qualcoder(folder, *, old=False):
    """Make a QualCoder project in the folder `folder`."""
    folder.mkdir()
    (folder / "documents").mkdir()
    (folder / "images").mkdir()
    (folder / "documents" / "talk.docx").write_bytes(b"PK the original")
    (folder / "images" / "hall.png").write_bytes(b"\x89PNG a picture")
    hall, paid, came = span("built the hall"), span("Nobody paid"), span("came to the hall")
    more = (None, None) if not old else ()
    one = (None,) if not old else ()
    coded = [
        (1, 1, "built the hall", *hall, "ani", DAY, "why"),
        (2, 1, "built the hall", *hall, "budi", DAY, ""),
        (1, 1, "came to the hall", *came, "ani", DAY, ""),
    ]
    if not old:
        coded = [(n, *row, None, 1 if n == 1 else None) for n, row in enumerate(coded, 1)]
    rows = {
        "project": [("v1", DAY, "About halls", "QualCoder 1.0")
                    if old else ("v16", DAY, "About halls", "QualCoder 4.0", 0, "ani")],
        "source": [
            (1, "talk.docx", TEXT, None, "a talk", "ani", DAY, *more),
            (2, "hall.png", None, "/images/hall.png", "the hall", "ani", DAY, *more),
            (3, "far.mp3", None, "audio:/elsewhere/far.mp3", "", "ani", DAY, *more),
            (4, "paper.pdf", "Pages of words", "/docs/paper.pdf", "", "ani", DAY, *more),
        ],
        "code_cat": [(1, "work", "ani", DAY, "what is done", None),
                     (2, "shared work", "ani", DAY, "", 1)],
        "code_name": [(1, "building", "made by hand", 2, "ani", DAY, "#F5A9A9", *one),
                      (2, "together", "", None, "ani", DAY, "no colour", *((1,) if one else ()))],
        "code_text": coded,
        "code_image": [(1, 2, 10, 20, 30, 40, 1, "the roof", DAY, "budi", *more)],
        "code_av": [(1, 3, 1000, 2500, 1, "", DAY, "ani", *one)],
        "annotation": [(1, 1, *paid, "really nobody?", "budi", DAY)],
        "attribute_type": [("age", DAY, "ani", "in years", "case", "numeric"),
                           ("place", DAY, "ani", "", "file", "character")],
        "attribute": [(1, "age", "case", "41", 1, DAY, "ani"),
                      (2, "place", "file", "Ciawi", 1, DAY, "ani"),
                      (3, "mood", "journal", "glad", 1, DAY, "ani")],
        "cases": [(1, "Rina", "a farmer", "ani", DAY), (2, "Dewi", "", "ani", DAY)],
        "case_text": [(1, 1, 1, *came, "ani", DAY, "she spoke"),
                      (2, 2, 1, 0, len(TEXT), "ani", DAY, ""),
                      (3, 2, 2, 0, 0, "ani", DAY, "")],
        "journal": [(1, "first day", "It rained.", DAY, "ani")],
    }  # fmt: skip
    if not old:
        rows |= {"graph": [(1, "a graph")], "ris": [(1, "TI", "Title", "A book")]}
    return database(folder / "data.qda", QUALCODER_OLD if old else QUALCODER_NEW, **rows)


RQDA = """
CREATE TABLE project (databaseversion text, date text, dateM text, memo text, about text);
CREATE TABLE source (name text, id integer, file text, memo text, owner text, date text,
 dateM text, status integer);
CREATE TABLE freecode (name text, memo text, owner text, date text, dateM text, id integer,
 status integer, color text);
CREATE TABLE treecode (cid integer, catid integer, date text, dateM text, memo text,
 status integer, owner text);
CREATE TABLE codecat (name text, cid integer, catid integer, owner text, date text, dateM text,
 memo text, status integer);
CREATE TABLE treefile (fid integer, catid integer, date text, dateM text, memo text,
 status integer, owner text);
CREATE TABLE filecat (name text, fid integer, catid integer, owner text, date text, dateM text,
 memo text, status integer);
CREATE TABLE coding (cid integer, fid integer, seltext text, selfirst real, selend real,
 status integer, owner text, date text, memo text);
CREATE TABLE coding2 (cid integer, fid integer, seltext text, selfirst real, selend real,
 status integer, owner text, date text, memo text);
CREATE TABLE cases (name text, memo text, owner text, date text, dateM text, id integer,
 status integer);
CREATE TABLE caselinkage (caseid integer, fid integer, selfirst real, selend real,
 status integer, owner text, date text, memo text);
CREATE TABLE attributes (name text, status integer, date text, dateM text, owner text, memo text,
 class text);
CREATE TABLE caseAttr (variable text, value text, caseID integer, date text, dateM text,
 owner text, status integer);
CREATE TABLE fileAttr (variable text, value text, fileID integer, date text, dateM text,
 owner text, status integer);
CREATE TABLE journal (name text, journal text, date text, dateM text, owner text, status integer);
CREATE TABLE annotation (fid integer, position integer, annotation text, owner text, date text,
 dateM text, status integer);
CREATE TABLE image (name text, id integer, date text, dateM text, owner text, status integer);
CREATE TABLE imageCoding (cid integer, iid integer, x1 integer, y1 integer, x2 integer,
 y2 integer, memo text, date text, dateM text, owner text, status integer);
"""
R_DAY = "Fri Aug  5 12:54:05 2016"


def rqda(path):
    """Make an RQDA project at `path`."""
    hall, came = span("built the hall"), span("came to the hall")
    d = R_DAY
    return database(
        path,
        RQDA,
        project=[("0.2.2", d, None, "About halls", "")],
        source=[("talk", 1, TEXT, "a talk", "ani", d, None, 1),
                ("gone", 2, "Deleted.", None, "ani", d, None, 0)],
        freecode=[("building", "by hand", "ani", d, None, 1, 1, "#ff0000"),
                  ("together", None, "ani", d, None, 2, 1, None),
                  ("old", None, "ani", d, None, 3, 0, None)],
        codecat=[("work", None, 1, "ani", d, None, None, 1),
                 ("people", None, 2, "ani", d, None, None, 1)],
        treecode=[(1, 1, d, d, "", 1, "ani"), (1, 2, d, d, "", 1, "ani")],
        filecat=[("talks", None, 1, "ani", d, None, None, 1)],
        treefile=[(1, 1, d, d, "", 1, "ani")],
        coding=[(1, 1, "built the hall", *map(float, hall), 1, "ani", d, "why"),
                (2, 1, "built the hall", *map(float, hall), 1, "budi", d, None),
                (1, 1, "came to the hall", *map(float, came), 0, "ani", d, None)],
        cases=[("Rina", "a farmer", "ani", d, None, 1, 1)],
        caselinkage=[(1, 1, *map(float, came), 1, "ani", d, None)],
        attributes=[("age", 1, d, None, "ani", None, "numeric")],
        caseAttr=[("age", "41", 1, d, None, "ani", 1)],
        fileAttr=[("place", "Ciawi", 1, d, None, "ani", 1)],
        journal=[("first day", "It rained.", d, None, "ani", 1)],
        annotation=[(1, TEXT.index("paid"), "really?", "budi", d, None, 1)],
        image=[("hall.jpg", 1, d, None, "ani", 1)],
        imageCoding=[(1, 1, 1, 2, 3, 4, "roof", d, None, "ani", 1)],
    )  # fmt: skip


TAGUETTE = """
CREATE TABLE users (login VARCHAR(30) NOT NULL, created DATETIME NOT NULL);
CREATE TABLE projects (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT,
 created DATETIME);
CREATE TABLE project_members (project_id INTEGER, user_login VARCHAR(30), privileges VARCHAR(11));
CREATE TABLE documents (id INTEGER PRIMARY KEY, name VARCHAR(200), description TEXT,
 filename VARCHAR(200), created DATETIME, project_id INTEGER, text_direction VARCHAR(13),
 contents TEXT);
CREATE TABLE commands (id INTEGER PRIMARY KEY, date DATETIME, user_login VARCHAR(30),
 project_id INTEGER, document_id INTEGER, payload TEXT);
CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path VARCHAR(200),
 description TEXT);
CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER,
 end_offset INTEGER, snippet TEXT);
CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
"""
PAGE = (
    "<h1>Talk</h1>\n<p>We <b>built the hall</b> to&shy;gether, Ñusta &amp; I.</p>\n\n"
    "<p>Nobody paid.\n👩‍🌾 came to the hall.</p><ul><li>one</li><li>two</li></ul>"
)
FLAT = "Talk\nWe built the hall to\u00adgether, Ñusta & I.\n\nNobody paid."
FLAT += "\n👩‍🌾 came to the hall.onetwo"


def offsets(words):
    """Return where words stand as Taguette counts: UTF-8 bytes over the text between tags."""
    start = len(FLAT[: FLAT.index(words)].encode())
    return start, start + len(words.encode())


def taguette(path, *, projects=1):
    """Make a Taguette database at `path`."""
    day = "2024-06-21 14:53:48.297396"
    made = '{"type": "highlight_add", "highlight_id": %d}'
    return database(
        path,
        TAGUETTE,
        users=[("ani", day), ("budi", day)],
        projects=[(n, f"Halls {n}", "About halls", day) for n in range(1, projects + 1)],
        project_members=[(1, "ani", "ADMIN"), (1, "budi", "TAG")],
        documents=[(1, "talk", "a talk", "talk.docx", day, 1, "LEFT_TO_RIGHT", PAGE)],
        commands=[(1, day, "budi", 1, 1, made % 1), (2, day, "ani", 1, 1, made % 2),
                  (3, day, "ani", 1, 1, "not json")],
        tags=[(1, 1, "work.building", "by hand"), (2, 1, "work.together", ""),
              (3, 1, "e.g. this", "")]
        + [(10 + n, n, "other", "") for n in range(2, projects + 1)],
        highlights=[(1, 1, *offsets("built the hall"), "<p><b>built the hall</b></p>"),
                    (2, 1, *offsets("👩‍🌾 came"), "<p>👩‍🌾 came</p>"),
                    (3, 1, *offsets("two"), "<ul><li>two</li></ul>")],
        highlight_tags=[(1, 1), (1, 2), (2, 1)],
    )  # fmt: skip
