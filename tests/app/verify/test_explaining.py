import pytest

from app.verify.explaining import explain
from app.verify.rules.judging import Examined, judge
from app.verify.rules.thresholds import Thresholds
from app.verify.rules.votes import UnitKind, Voice, heard
from tests.app.verify.cases import CASES, evidence_of, examined_of

S, C, Q = 1, 2, 4
METHODS = ("interview", "questionnaire", "observation", "documentation")


def people(count, method, category, first=0, bits=S, **more):
    return [
        (Voice(f"{method}-{n}", method, category, **more), bits)
        for n in range(first, first + count)
    ]


def explained(voices, language, **examined):
    judgement = judge(voices, Examined(**examined), Thresholds())
    return explain(judgement, voices, language)


def test_the_sentence_of_the_method_page():
    voices = [
        *people(5, "interview", "principal"),
        *people(12, "questionnaire", "teacher"),
        *people(2, "observation", "activity"),
    ]
    part = explained(voices, "en", methods=METHODS).part("method")
    assert part.plain() == (
        "Method triangulation: convergent. 3 of 4 methods speak and all support: interview 5 "
        "informants, questionnaire 12, observation 2. Silent: documentation. "
        "Convergence index 1.000."
    )
    assert explained(voices, "id", methods=METHODS).part("method").plain() == (
        "Triangulasi metode: konvergen. 3 dari 4 metode memberi data dan semuanya mendukung: "
        "wawancara 5 informan, kuesioner 12, observasi 2. Tidak menyinggung: dokumentasi. "
        "Indeks konvergensi 1,000."
    )


def test_the_sentence_of_the_drawing():
    voices = [
        *people(5, "interview", "principal"),
        *people(8, "questionnaire", "teacher"),
        *people(2, "observation", "activity", bits=C, unit_kind=UnitKind.ACTIVITY),
    ]
    assert explained(voices, "en", methods=METHODS).part("method").plain() == (
        "Method triangulation: dissonant. 3 of 4 methods speak: interview (5 informants) and "
        "questionnaire (8) support; observation (2 activities) contradicts. Silent: "
        "documentation. Convergence index 0.333."
    )


def test_flags_say_their_counts():
    voices = [
        *people(9, "interview", "teacher"),
        *people(1, "interview", "teacher", first=9, bits=C),
        *people(1, "observation", "board", bits=S | C),
    ]
    categories = ("teacher", "board", "chair", "principal", "supervisor")
    text = explained(voices, "en", methods=METHODS, categories=categories).part("source").text
    assert "Negative case: teacher (1 of 10 against the rest)." in text
    assert "Internal conflict within board." in text
    assert "Low coverage: only 2 of 5 speak." in text
    assert "Silent: chair, principal and supervisor." in text


def test_one_man_in_two_posts_is_named_by_his_label():
    voices = [
        (Voice(7, "interview", "principal", "key_person"), S),
        (Voice(7, "interview", "cluster head", "verification_respondent"), S),
    ]
    judgement = judge(voices, Examined(), Thresholds())
    explanation = explain(judgement, voices, "en", {7: "KS-01"})
    assert "All of it comes from KS-01 alone: not independent." in explanation.part("source").text
    assert "KS-01 speaks in more than one role" in explanation.part("role").text


def test_sites_time_and_technique():
    voices = [
        (Voice("G1", "interview", "teacher", site="Ciawi 01", period="2016-12"), S),
        (Voice("G1", "observation", "teacher", site="Ciawi 02", period="2017-02"), C),
    ]
    sites = ("Ciawi 01", "Ciawi 02", "Ciawi 03")
    explanation = explained(voices, "en", sites=sites)
    assert explanation.part("sites").plain() == (
        "Sites: 1 of 3. The claim is supported in Ciawi 01. "
        "Few sites: less than the study asks for."
    )
    assert explanation.part("time").text.startswith("G1 supported the claim and contradicts it")
    assert explanation.part("technique").text == (
        "Heard by two methods or more: G1; of the categories: teacher."
    )
    with pytest.raises(KeyError):
        explained([], "en").part("time")


def test_printed_it_says_whose_rule_it_is():
    part = explained([], "en").part("role")
    assert part.printed("en").endswith("(Tilik’s own rule R5)")
    assert part.printed("id").endswith("(aturan R5, dari Tilik sendiri)")


def roles_of(*spoken):
    voices = [
        (Voice(f"{role}{n}", "interview", "c", role), bits)
        for role, count, bits in spoken
        for n in range(count)
    ]
    examined = ("key_person", "core_respondent", "verification_respondent")
    return explained(voices, "en", roles=examined).part("role").plain()


CORE, VERIFICATION, KEY = "core_respondent", "verification_respondent", "key_person"


@pytest.mark.parametrize(
    ("spoken", "sentence"),
    [
        (
            [(CORE, 2, S), (VERIFICATION, 1, C), (KEY, 1, S)],
            "contradicted. 2 core respondents support the claim; 1 verification respondent "
            "contradicts it. The key person sides with the core respondents.",
        ),
        (
            [(CORE, 1, S), (VERIFICATION, 3, Q), (KEY, 2, C)],
            "confirmed, qualified. 1 core respondent supports the claim; 3 verification "
            "respondents support it with qualification. The key persons side with neither.",
        ),
        (
            [(CORE, 1, S)],
            "not confirmed. 1 core respondent supports the claim; the verification respondents "
            "are silent on it. The key persons are silent.",
        ),
        (
            [(VERIFICATION, 1, C)],
            "verifiers only. Only verification respondents speak: 1 verification respondent "
            "contradicts the claim; the core respondents are silent. The key persons are silent.",
        ),
        (
            [(KEY, 1, S)],
            "key persons only. Only key persons speak: 1 key person supports the claim.",
        ),
        ([], "none. Neither core nor verification respondents nor key persons speak."),
    ],
)
def test_what_the_roles_say(spoken, sentence):
    assert roles_of(*spoken) == f"Key persons and verification respondents: {sentence}"


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_every_case_is_said_whole_in_both_languages(case, language):
    voices = heard(evidence_of(case))
    judgement = judge(voices, examined_of(case), Thresholds())
    explanation = explain(judgement, voices, language)
    assert [part.rule for part in explanation.parts] == ["R3", "R3", "R5", "R9"]
    for part in explanation.parts:
        text = part.plain()
        assert "{" not in text
        assert "  " not in text
        assert text.endswith(".")
        assert part.text[0].isupper() or part.text[0].isdigit()
    assert explanation.advice.endswith(".")
    for cell, found in judgement.source.cells.items():
        said = cell in explanation.part("source").text
        assert said or not (found.speaks or judgement.source.speaking)


def test_many_names_become_their_number():
    voices = [(Voice(f"G{n}", method, "teacher"), S) for n in range(9) for method in METHODS[:2]]
    text = explained(voices, "en").part("technique").text
    assert text == "Heard by two methods or more: 9 voices; of the categories: teacher."
    few = [(Voice(f"G{n}", method, "teacher"), S) for n in (2, 1) for method in METHODS[:2]]
    assert "G1 and G2;" in explained(few, "id").part("technique").text.replace(" dan ", " and ")
