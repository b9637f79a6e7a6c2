"""Where the nodes of a network stand: in layers along its links, or around one another."""

from collections.abc import Mapping

from app.display.network.networks import FLOW, Network

ACROSS, DOWN = 225.0, 110.0
"""How far apart neighbours stand, in points."""
ROUNDS, TOUCH = 400, 0.5


def arranged(network: Network) -> Mapping[int, tuple[float, float]]:
    """Return the middle of each node: a flow in a row of layers, a network spread out evenly.

    The same network is always laid out the same.
    """
    if not network.nodes:
        return {}
    if network.kind == FLOW:
        return _layers(network)
    return _spread(network)


def _layers(network: Network) -> dict[int, tuple[float, float]]:
    """Put each node behind all that lead to it; where links go in a circle, in the given order."""
    import networkx as nx

    graph = nx.DiGraph()
    graph.add_nodes_from(node.id for node in network.nodes)
    for tie in network.ties:
        if not nx.has_path(graph, tie.to_id, tie.from_id):
            graph.add_edge(tie.from_id, tie.to_id)
    places: dict[int, tuple[float, float]] = {}
    for column, layer in enumerate(nx.topological_generations(graph)):
        members = sorted(layer)
        for row, node in enumerate(members):
            places[node] = (column * ACROSS, (row - (len(members) - 1) / 2) * DOWN)
    return places


def _spread(network: Network) -> dict[int, tuple[float, float]]:
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(node.id for node in network.nodes)
    graph.add_edges_from((tie.from_id, tie.to_id) for tie in network.ties)
    if len(graph) == 1:
        return {network.nodes[0].id: (0.0, 0.0)}
    found = nx.kamada_kawai_layout(graph, pos=nx.circular_layout(graph))
    size = len(graph) ** 0.5
    places = {
        node: (float(x) * ACROSS * size / 2, float(y) * DOWN * size / 2)
        for node, (x, y) in found.items()
    }
    return _apart(places)


def _apart(places: dict[int, tuple[float, float]]) -> dict[int, tuple[float, float]]:
    """Push boxes apart, each time half the way, until none stands on another."""
    now = {node: list(place) for node, place in places.items()}
    nodes = sorted(now)
    for _ in range(ROUNDS):
        moved = False
        for at, one in enumerate(nodes):
            for two in nodes[at + 1 :]:
                across, down = now[two][0] - now[one][0], now[two][1] - now[one][1]
                lack = (ACROSS - abs(across), DOWN * 0.7 - abs(down))
                if min(lack) <= TOUCH:
                    continue
                moved = True
                side = 0 if lack[0] / ACROSS < lack[1] / DOWN else 1
                way = 1.0 if (across, down)[side] >= 0 else -1.0
                now[one][side] -= way * lack[side] / 2
                now[two][side] += way * lack[side] / 2
        if not moved:
            break
    return {node: (place[0], place[1]) for node, place in now.items()}
