from app.verify.rules.votes import Evidence, Tally, Voice, heard, tabulate, tally, vote_of

S, C, Q = 1, 2, 4


def test_one_unit_one_vote_by_its_stances():
    votes = {0: None, S: "supports", C: "contradicts", Q: "qualified", S | Q: "qualified"}
    votes |= {C | Q: "contradicts", S | C: "split", S | C | Q: "split"}
    assert {bits: vote_of(bits) for bits in range(8)} == votes


def test_a_tally_counts_units_by_their_vote():
    assert tally([S, S, Q, S | Q, C, C | Q, S | C, 7]) == Tally(2, 2, 2, 2)
    assert tally([]).speaking == 0


def test_the_stances_of_one_voice_are_folded_together():
    voice, other = Voice("G1", "interview"), Voice("G1", "observation")
    pieces = [Evidence(voice, s) for s in ("supports", "supports", "contradicts")]
    assert heard([*pieces, Evidence(other, "qualifies")]) == [(voice, S | C), (other, Q)]


def test_a_table_holds_each_unit_once_a_cell_and_leaves_out_who_has_no_cell():
    voices = [
        (Voice("G1", "interview", "teacher"), S),
        (Voice("G1", "observation", "teacher"), C),
        (Voice("G2", "interview", None), Q),
    ]
    assert tabulate(voices, lambda v: v.category) == {"teacher": {"G1": S | C}}
    assert tabulate(voices, lambda v: v.method) == {
        "interview": {"G1": S, "G2": Q},
        "observation": {"G1": C},
    }
