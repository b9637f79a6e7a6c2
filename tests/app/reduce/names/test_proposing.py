import pytest

from app.reduce.code_editing import add_code
from app.reduce.codings import code_excerpt, set_memo
from app.reduce.memos import add_memo
from app.reduce.names.checking import names_in_the_clear
from app.reduce.names.for_good import replace_for_good, standing
from app.reduce.names.patterns import runs
from app.reduce.names.proposing import propose
from app.reduce.names.table import add_pseudonym, refuse_names, show_pseudonyms
from app.reduce.transcripts import transcript
from models import fulltext
from models.collection import Source, SourceText, Turn

TEXT = (
    "P: Terima kasih, Pak. Nama Bapak?\n"
    "KS: Pak Budi yang memimpin, dengan Bu Siti Aminah. Kemarin Budi ke desa Cibuntu 😀.\n"
    "KS: Hj. Ratna bilang guru-guru senang. Saya kenal Yogi dan Grace. It was Mr. Smith’s idea.\n"
    "P: On Mondays the KKG meets, Senin itu. I’m glad. Budi, begitu."
)


@pytest.fixture
def told(study):
    with study.change("study.methods.interview") as session:
        session.add(Source(id=1, title="About Budi", reference="W/1", method="interview",
                           length=len(TEXT)))  # fmt: skip
        session.add(SourceText(source_id=1, text=TEXT))
        session.add(Turn(source_id=1, start=0, end=5, speaker="Pak Budi"))
        fulltext.index_text(session.connection(), 1, TEXT)
    return study


def found(text, small=frozenset()):
    return [(text[run.start : run.end], run.sure) for run in runs(text, small)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ke Pak Budi.", [("Budi", "title")]),
        ("oleh Bu Guru dan Pak Kepala Sekolah", [("Sekolah", "capital")]),
        ("Dr. Ahmad Yani ke Bogor", [("Ahmad Yani", "title"), ("Bogor", "capital")]),
        ("kata H. Somad, vitamin H Somad", [("Somad", "title"), ("Somad", "capital")]),
        ("Baik, Pak. Terserah", []),
        ("kami ke Cibuntu", [("Cibuntu", "capital")]),
        ("kata Ali-Baba dan KKG-nya", [("Ali-Baba", "capital")]),
        ("it is Anna’s, I’m told", [("Anna", "capital")]),
        ("Cibuntu jauh. Lalu", []),
        ("pada Senin dan Mondays", []),
        ("kata Siti\nAminah", [("Siti", "capital")]),
    ],
)
def test_what_looks_like_a_name(text, expected):
    assert [pair for pair in found(text) if pair[1]] == expected


def test_a_word_that_stands_in_small_letters_too_is_none_but_behind_a_title(told):
    assert found("kata Indah", frozenset({"indah"})) == []
    assert found("kata Bu Indah", frozenset({"indah"})) == [("Indah", "title")]


def test_names_are_proposed_with_counts_and_an_example(told):
    names = {each.name: each for each in propose(told)}
    assert names.keys() >= {"Budi", "Siti Aminah", "Cibuntu", "Ratna", "Yogi", "Grace", "Smith"}
    assert names.keys().isdisjoint({"KKG", "Senin", "Mondays", "I", "I’m", "Nama", "Kemarin", "P"})
    budi = names["Budi"]
    assert (budi.count, budi.why, budi.kind, budi.likely) == (3, "title", "person", True)
    assert TEXT[budi.start : budi.end] == "Budi"
    assert (budi.before, budi.reference) == ("KS: Pak ", "W/1")
    assert names["Cibuntu"].kind == "place"
    assert not names["Grace"].likely


def test_what_is_in_the_table_or_refused_is_not_proposed(told):
    add_pseudonym(told, "Budi")
    refuse_names(told, ["Cibuntu"])
    assert {each.name for each in propose(told)}.isdisjoint({"Budi", "Cibuntu"})


def test_a_trained_pipeline_adds_what_it_finds(told, monkeypatch):
    import spacy

    nlp = spacy.blank("id")
    nlp.add_pipe("entity_ruler").add_patterns(
        [{"label": "PER", "pattern": "guru-guru"}, {"label": "GPE", "pattern": "Cibuntu"}]
    )
    monkeypatch.setattr(spacy.util, "get_installed_models", lambda: ["of_mine"])
    monkeypatch.setattr(spacy, "load", lambda name: nlp)
    names = {each.name: each for each in propose(told)}
    assert (names["guru-guru"].why, names["guru-guru"].kind) == ("entity", "person")
    assert TEXT[names["guru-guru"].start :].startswith("guru-guru")
    assert names["Cibuntu"].count == 1
    assert "guru-guru" not in {each.name for each in propose(told, pipelines=False)}


def test_it_can_be_stopped(told):
    assert propose(told, cancelled=lambda: True) == []


def test_the_check_lists_what_an_export_would_print(told):
    code = add_code(told, "Time")
    start = TEXT.index("Pak Budi")
    coding = code_excerpt(told, 1, start, start + 20, code)
    set_memo(told, coding, "Budi and Yogi")
    add_memo(told, "On @[Ratna](code:1)")
    clear = {each.name: each for each in names_in_the_clear(told)}
    assert clear["Budi"].places == ("coding", "excerpt", "source", "turn")
    assert (clear["Yogi"].count, clear["Ratna"].places) == (1, ("memo",))
    assert "Cibuntu" not in clear, "it stands in no excerpt"
    add_pseudonym(told, "Budi", "Guru A")
    first = names_in_the_clear(told)[0]
    assert (first.name, first.in_table) == ("Budi", True)
    show_pseudonyms(told, True)
    assert {each.name for each in names_in_the_clear(told)} == {"Yogi", "Ratna"}


def test_names_are_replaced_for_good_and_undo_brings_them_back(told):
    from app import history
    from app.errors import UserError

    code = add_code(told, "Time")
    start = TEXT.index("yang memimpin")
    code_excerpt(told, 1, start, start + 13, code)
    ids = [add_pseudonym(told, "Budi", "Guru Sepuluh"), add_pseudonym(told, "Cibuntu", "D")]
    before = len(history.steps(told))
    assert (standing(told, ids).places, standing(told, ids).sources) == (4, 1)
    assert replace_for_good(told, ids).places == 4
    text = told.texts.of(1)
    assert "Budi" not in text
    assert "Kemarin Guru Sepuluh ke desa D 😀." in text
    shown = transcript(told, 1)
    assert [text[c.start : c.end] for c in shown.codings] == ["yang memimpin"]
    assert shown.turns[0].speaker == "Pak Guru Sepuluh"
    assert len(history.steps(told)) == before + 1
    with pytest.raises(UserError, match="no text any more"):
        replace_for_good(told, ids)
    history.undo(told)
    assert told.texts.of(1) == TEXT
    assert transcript(told, 1).turns[0].speaker == "Pak Budi"
    with pytest.raises(UserError, match="no longer in the table"):
        replace_for_good(told, [99])
