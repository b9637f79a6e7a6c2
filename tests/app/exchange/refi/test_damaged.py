"""A hundred and more damaged variants: a sentence, or what can be read with a report; no crash."""

import random
import re
import zipfile

import pytest

from app.check import check
from app.errors import StudyProblem
from app.exchange.bringing_in import bring_in_project, new_study_of
from app.exchange.refi.reading import read_refi
from app.exchange.refi.writing import write_qdpx
from app.sample import write_sample
from app.study_files import create_study, open_study
from tests.app.exchange.refi.made import USER, guid, project, qdpx, selection, text_source

CASE = f'<Cases><Case guid="{guid(8)}"><SourceRef targetGUID="{guid(9)}"/></Case></Cases>'
ODD = f'<Variable guid="{guid(8)}" name="V" typeOfVariable="Odd"/>'
VARIABLE = f"<Variables>{ODD}</Variables>"
WORDS = "First line here.\nSecond line there.\nThird."


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("damaged")


@pytest.fixture(scope="module")
def whole(folder):
    """The sample as a package without tilik.json: what another program would write."""
    study = open_study(write_sample(folder / "s.tilik", "en"))
    write_qdpx(study, folder / "own.qdpx")
    study.close()
    with zipfile.ZipFile(folder / "own.qdpx") as archive:
        members = {n: archive.read(n) for n in archive.namelist() if n != "tilik.json"}
    xml = members.pop("project.qde").decode()
    return xml, dict(list(members.items())), qdpx(folder / "w.qdpx", xml, members)


@pytest.fixture(scope="module")
def target(folder):
    """One study for all variants; a variant that comes in is taken back."""
    study = create_study(folder / "target", "Target")
    yield study
    study.close()


def state(study):
    with study.read() as connection:
        return [
            connection.exec_driver_sql(f"SELECT count(*), total(id) FROM {table}").one()
            for table in ("source", "code", "coding", "coder", "excerpt", "memo", "carried")
        ]


def comes_or_is_refused(path, study, read=read_refi):
    """Bring in, or be told why not; the study is whole in both cases. Returns the report."""
    from app import history

    before = state(study)
    refused = None
    try:
        report = bring_in_project(study, read(path))
    except StudyProblem as problem:
        refused = problem
    if refused is not None:
        assert refused.sentence("en")
        assert refused.sentence("id")
        assert state(study) == before
        return None
    assert report.sentence("id")
    assert all(lines is not None for lines in report.lines("id").values())
    assert check(study).faults == ()
    write_qdpx(study, path.with_name("again.qdpx"))  # valid, or it raises
    while state(study) != before:
        assert history.undo(study)
    return report


@pytest.mark.parametrize("share", [n / 30 for n in range(30)])
def test_cut_packages(whole, folder, target, share):
    data = whole[2].read_bytes()
    path = folder / "cut.qdpx"
    path.write_bytes(data[: int(len(data) * share)])
    assert comes_or_is_refused(path, target) is None


@pytest.mark.parametrize("seed", range(30))
def test_flipped_bits_in_the_package(whole, folder, target, seed):
    data = bytearray(whole[2].read_bytes())
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path = folder / "flipped.qdpx"
    path.write_bytes(data)
    comes_or_is_refused(path, target)


@pytest.mark.parametrize("seed", range(25))
def test_flipped_letters_in_the_project(whole, folder, target, seed):
    xml, members, _ = whole
    data = bytearray(xml.encode())
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(60, len(data))] = chance.choice(b"0a<>&\"' \xff\0Z")
    comes_or_is_refused(qdpx(folder / "letters.qdpx", bytes(data), members), target)


@pytest.mark.parametrize("seed", range(25))
def test_attributes_of_the_project_that_are_something_else(whole, folder, target, seed):
    xml, members, _ = whole
    chance = random.Random(seed)
    values = list(re.finditer(r'(\w+)="([^"]*)"', xml))
    others = ("", "x", "-5", "99999999999999999999", "1e9", "NaN", "{}", "true", guid(1), "é" * 500)
    parts, last = [], 0
    for found in sorted(chance.sample(values, 12), key=lambda f: f.start()):
        wanted = chance.choice([*others, chance.choice(values).group(2)])
        parts += [xml[last : found.start(2)], wanted]
        last = found.end(2)
    comes_or_is_refused(qdpx(folder / "a.qdpx", "".join([*parts, xml[last:]]), members), target)


@pytest.mark.parametrize("seed", range(15))
def test_elements_of_the_project_that_are_gone_doubled_or_moved(whole, folder, target, seed):
    from lxml import etree

    xml, members, _ = whole
    chance = random.Random(seed)
    root = etree.fromstring(xml.encode())
    elements = list(root.iter())[1:]
    for element in chance.sample(elements, 8):
        parent = element.getparent()
        if parent is None:
            continue
        match chance.randrange(3):
            case 0:
                parent.remove(element)
            case 1:
                parent.append(etree.fromstring(etree.tostring(element)))
            case 2:
                other = chance.choice(elements)
                if element not in other.iterancestors() and other is not element:
                    other.append(element)
    comes_or_is_refused(qdpx(folder / "e.qdpx", etree.tostring(root), members), target)


def code(number, name, inside="", more=""):
    return f'<Code guid="{guid(number)}" name="{name}" isCodable="true"{more}>{inside}</Code>'


@pytest.mark.parametrize(
    ("xml", "key"),
    [
        (project(text_source(selection(0, 5, code=guid(99)))), "lost.codes_missing"),
        (project(text_source(selection(30, 900))), "changed.cut_to_text"),
        (project(text_source(selection(700, 900))), "lost.no_words"),
        (project(text_source(selection(9, 3))), "lost.no_words"),
        (project(text_source(selection(-9, -3))), "lost.no_words"),
        (project(text_source(selection("x", 3))), "changed.not_valid"),
        (
            project(text_source(selection(0, 5))).replace(guid(1000), "no-guid"),
            "changed.guid_wrong",
        ),
        (
            project(text_source(selection(0, 5))).replace(f'guid="{guid(500)}"', ""),
            "changed.guid_wrong",
        ),
        (
            project(text_source(selection(0, 5) + selection(6, 10, number=0))),
            "changed.guid_doubled",
        ),
        (project(text_source() + text_source(number=0)), "changed.guid_doubled"),
        (project(text_source(path="internal://gone.txt")), "lost.text_missing"),
        (project(text_source(selection(0, 5))).replace(f'"{USER}"', f'"{guid(77)}"', 2), ""),
        (
            project(text_source(selection(0, 5))).replace(
                f'creatingUser="{USER}"', f'creatingUser="{guid(77)}"'
            ),
            "changed.coder_unlisted",
        ),
        (
            project(before=CASE),
            "lost.case_source",
        ),
        (
            project(more=f'<Links><Link guid="{guid(8)}" originGUID="{guid(9)}"/></Links>'),
            "lost.link_end",
        ),
        (
            project(
                more=f'<Sets><Set guid="{guid(8)}" name="S"><MemberCode targetGUID="{guid(9)}"/>'
                "</Set></Sets>"
            ),
            "lost.set_members",
        ),
        (project().replace("#123", "red"), "changed.colour"),
        (project(text_source()).replace("TextSource", "HoloSource"), "lost.unknown_source"),
        (
            project(before=VARIABLE),
            "changed.variable_type",
        ),
        (
            project(
                text_source(
                    rest=f'<VariableValue><VariableRef targetGUID="{guid(9)}"/></VariableValue>'
                )
            ),
            "lost.value_without_variable",
        ),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_comes(folder, target, xml, key):
    path = qdpx(folder / "wrong.qdpx", xml, {"sources/a.txt": WORDS})
    report = comes_or_is_refused(path, target)
    assert report is not None
    told = {t.key for t in (*report.changed, *report.lost, *report.kept)}
    assert not key or f"exchange.{key}" in told
    assert report.came["codes"] == 1


def test_a_tree_of_codes_that_holds_itself(folder, target):
    inner = code(21, "Under", code(20, "Top again"))
    xml = project().replace("</Codes>", code(20, "Top", inner) + "</Codes>")
    report = comes_or_is_refused(qdpx(folder / "ring.qdpx", xml), target)
    assert report.came["codes"] == 4
    assert "exchange.changed.guid_doubled" in {t.key for t in report.changed}


def test_a_tree_of_codes_deeper_than_any(folder, target):
    depth = 3000
    deep = "".join(
        f'<Code guid="{guid(10_000 + n)}" name="c" isCodable="true">' for n in range(depth)
    )
    xml = project().replace("</Codes>", deep + "</Code>" * depth + "</Codes>")
    comes_or_is_refused(qdpx(folder / "deep.qdpx", xml), target)


def test_codings_that_stand_twice_are_made_once(folder, tmp_path):
    twice = selection(0, 5) + selection(0, 5, number=1)
    path = qdpx(folder / "twice.qdpx", project(text_source(twice)), {"sources/a.txt": WORDS})
    study, report = new_study_of(tmp_path / "n", read_refi(path))
    with study.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM coding").scalar() == 1
    study.close()
    assert "exchange.changed.codings_doubled" in {t.key for t in report.changed}
