"""Networks and flows: nodes of codes, links that stand on excerpts, copies, removal, undo."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import history
from app.check import check
from app.display.displays import copy_display, delete_displays, displays
from app.display.network.beginning import begin
from app.display.network.layout import arranged
from app.display.network.networks import (
    FLOW,
    NETWORK,
    Network,
    Node,
    Tie,
    add_nodes,
    add_tie,
    edit_node,
    edit_tie,
    ground_tie,
    move_nodes,
    network,
    remove_nodes,
    remove_ties,
    turn_tie,
    unground_tie,
)
from app.display.network.routes import box, route, routes
from app.errors import UserError
from app.reduce.codes import codes


@pytest.fixture
def net(told):
    """A network with two nodes in words of their own, linked."""
    display = begin(told, "Net", NETWORK)
    one, two = add_nodes(told, display, [{"label": "A"}, {"label": "B", "x": 200.0}])
    return display, one, two, add_tie(told, one, two, sign="+")


def test_a_flow_of_codes_stands_in_a_row(told):
    chosen = [row.id for row in codes(told)][:3]
    display = begin(told, "Process", FLOW, chosen)
    found = network(told, display)
    assert [node.on_id for node in found.nodes] == chosen
    assert [(t.from_id, t.to_id) for t in found.ties] == [
        (found.nodes[0].id, found.nodes[1].id),
        (found.nodes[1].id, found.nodes[2].id),
    ]
    assert sorted(node.x for node in found.nodes) == [node.x for node in found.nodes]
    history.undo(told)
    assert displays(told) == []


def test_codes_that_overlap_are_linked_with_those_excerpts(told):
    display = begin(told, "Factors", NETWORK, [row.id for row in codes(told)])
    found = network(told, display)
    assert found.ties
    assert all(tie.excerpts for tie in found.ties)
    assert len({(n.x, n.y) for n in found.nodes}) == len(found.nodes)


def test_a_node_is_called_as_its_code_is_now(told):
    from app.reduce.code_editing import rename_code

    first = codes(told)[0]
    display = begin(told, "Factors", NETWORK, [first.id])
    rename_code(told, first.id, "Renamed")
    (node,) = network(told, display).nodes
    assert node.label == "Renamed"
    edit_node(told, node.id, label="My words")
    (node,) = network(told, display).nodes
    assert (node.label, node.on_entity) == ("My words", "")


def test_links(told, net):
    display, one, two, tie = net
    assert add_tie(told, one, two) == tie
    edit_tie(told, tie, sign="-", label="slows", memo="Seen twice.")
    turn_tie(told, tie)
    (found,) = network(told, display).ties
    assert found == Tie(tie, two, one, "-", "slows", "Seen twice.", ())
    assert found.grounded
    with pytest.raises(UserError):
        add_tie(told, one, one)
    with pytest.raises(UserError):
        edit_tie(told, tie, sign="?")
    add_tie(told, one, two)
    with pytest.raises(UserError):
        turn_tie(told, tie)


def test_excerpts_under_a_link_go_when_nothing_else_needs_them(told, net):
    from app.reduce.excerpts import excerpt_at

    display, one, _, tie = net
    with told.change("display.history.tie_added") as session:
        source = session.connection().exec_driver_sql("SELECT min(id) FROM source").scalar()
        bare = excerpt_at(session, source, 0, 3)
        ground_tie(told, tie, [bare])
    assert network(told, display).ties[0].excerpts == (bare,)
    assert check(told).faults == ()
    unground_tie(told, tie, [bare])
    assert check(told).faults == ()
    history.undo(told)
    remove_nodes(told, [one])
    assert network(told, display).ties == ()
    assert check(told).faults == ()
    history.undo(told)
    assert network(told, display).ties[0].excerpts == (bare,)
    delete_displays(told, [display])
    assert check(told).faults == ()
    history.undo(told)
    assert network(told, display).ties[0].excerpts == (bare,)


def test_a_copy_is_its_own(told, net):
    display, one, _, tie = net
    edit_tie(told, tie, memo="Why")
    copy = copy_display(told, display)
    found = network(told, copy)
    assert [n.label for n in found.nodes] == ["A", "B"]
    assert found.ties[0].memo == "Why"
    move_nodes(told, {found.nodes[0].id: (9.0, 9.0)})
    remove_ties(told, [found.ties[0].id])
    first = network(told, display)
    assert first.node(one).x == 0.0
    assert len(first.ties) == 1


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 9), st.data(), st.sampled_from([NETWORK, FLOW]))
def test_no_two_nodes_are_laid_on_each_other(count, data, kind):
    pairs = [(a, b) for a in range(count) for b in range(count) if a != b]
    drawn = data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    nodes = tuple(Node(n, str(n), 0.0, 0.0) for n in range(count))
    ties = tuple(Tie(k, a, b, "", "", "", ()) for k, (a, b) in enumerate(drawn))
    places = arranged(Network(1, kind, nodes, ties))
    assert set(places) == set(range(count))
    rounded = {(round(x, 3), round(y, 3)) for x, y in places.values()}
    assert len(rounded) == count


def test_a_link_bends_round_a_box_that_stands_between():
    one, two, three = (Node(n, str(n), 300.0 * n, 0.0) for n in range(3))
    straight = route(one, three, [one, three])
    bent = route(one, three, [one, two, three])
    assert straight.control is None
    assert bent.control is not None
    width, height = box(two)
    for step in range(1, 40):
        x, y = bent.at(step / 40)
        assert abs(x - two.x) >= width / 2 or abs(y - two.y) >= height / 2


def test_links_both_ways_do_not_lie_on_each_other():
    one, two = Node(1, "a", 0.0, 0.0), Node(2, "b", 400.0, 30.0)
    ways = routes([one, two], [Tie(1, 1, 2, "", "", "", ()), Tie(2, 2, 1, "", "", "", ())])
    assert abs(ways[1].middle[1] - ways[2].middle[1]) > 40
