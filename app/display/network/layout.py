"""Where the nodes of a network stand: in layers along its links, or around one another."""

from collections.abc import Mapping

from app.display.network.networks import FLOW, Network

ACROSS, DOWN = 240.0, 110.0
"""How far apart neighbours stand, in points."""


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
    nearest = _nearest(list(found.values()))
    scale_x, scale_y = 1.4 * ACROSS / nearest, 1.4 * DOWN / nearest
    return {node: (float(x) * scale_x, float(y) * scale_y) for node, (x, y) in found.items()}


def _nearest(places: list[tuple[float, float]]) -> float:
    least: float = min(
        ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5
        for n, a in enumerate(places)
        for b in places[:n]
    )
    return max(least, 0.15)
