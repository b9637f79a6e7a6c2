"""Networks and flows: nodes, and directed, signed links that stand on excerpts or a memo."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.errors import UserError
from app.reduce.excerpts import drop_unused
from app.study import Study
from models.conclusions import Display
from models.drawing import SIGNS, LinkExcerpt, NetworkLink, NetworkNode
from models.reduction import Code

NETWORK, FLOW = "network", "flow"
KINDS = (NETWORK, FLOW)


@dataclass(frozen=True, slots=True)
class Node:
    """A node; `x` and `y` are its middle in points; `on_entity` and `on_id` the row it stands for.

    A node that stands for a code is called and coloured as the code is now.
    """

    id: int
    label: str
    x: float
    y: float
    on_entity: str = ""
    on_id: int | None = None
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A link from a node to another; `sign` is "+", "-" or empty; `excerpts` are their ids."""

    id: int
    from_id: int
    to_id: int
    sign: str
    label: str
    memo: str
    excerpts: tuple[int, ...]

    @property
    def grounded(self) -> bool:
        """Whether it stands on at least one excerpt or a memo."""
        return bool(self.excerpts or self.memo.strip())


@dataclass(frozen=True, slots=True)
class Network:
    """A network or a flow as it is drawn."""

    display_id: int
    kind: str
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]

    def node(self, node_id: int) -> Node | None:
        """Return a node by its id."""
        return next((node for node in self.nodes if node.id == node_id), None)


def network(study: Study, display_id: int) -> Network:
    """Return the network of a display. Raises UserError where the display is gone."""
    nodes = (
        select(
            NetworkNode.id,
            func.coalesce(Code.name, NetworkNode.label),
            *(NetworkNode.x, NetworkNode.y, NetworkNode.on_entity, NetworkNode.on_id),
            func.coalesce(Code.colour, NetworkNode.colour),
        )
        .outerjoin(Code, (NetworkNode.on_entity == "code") & (Code.id == NetworkNode.on_id))
        .where(NetworkNode.display_id == display_id)
        .order_by(NetworkNode.id)
    )
    ties = (
        select(NetworkLink.__table__)
        .where(NetworkLink.display_id == display_id)
        .order_by(NetworkLink.id)
    )
    grounds = (
        select(LinkExcerpt.link_id, LinkExcerpt.excerpt_id)
        .join(NetworkLink, NetworkLink.id == LinkExcerpt.link_id)
        .where(NetworkLink.display_id == display_id)
        .order_by(LinkExcerpt.id)
    )
    with study.read() as connection:
        kind = connection.scalar(select(Display.kind).where(Display.id == display_id))
        if kind is None:
            raise UserError("display.gone")
        found = tuple(Node(*row) for row in connection.execute(nodes))
        links = connection.execute(ties).all()
        excerpts: dict[int, list[int]] = {}
        for link, excerpt in connection.execute(grounds):
            excerpts.setdefault(link, []).append(excerpt)
    return Network(
        display_id,
        kind,
        found,
        tuple(
            Tie(
                *(row.id, row.from_id, row.to_id, row.sign, row.label, row.memo),
                tuple(excerpts.get(row.id, ())),
            )
            for row in links
        ),
    )


def add_nodes(study: Study, display_id: int, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Add nodes (label, x, y, perhaps on_entity and on_id) in one step and return their ids.

    Raises UserError where one has neither a label nor a code.
    """
    names = ", ".join(str(row.get("label", "")) for row in rows[:3])
    with study.change("display.history.nodes_added", names=names) as session:
        made = [NetworkNode(display_id=display_id, **_fit(row)) for row in rows]
        session.add_all(made)
        session.flush()
        return [node.id for node in made]


def _fit(row: Mapping[str, Any]) -> dict[str, Any]:
    label = " ".join(str(row.get("label", "")).split())
    if not label:
        raise UserError("display.network.no_label")
    place = {name: _point(row[name]) for name in ("x", "y") if name in row}
    return {**row, **place, "label": label}


def _point(value: float) -> float:
    """Return a coordinate that the history, which keeps 15 digits, gives back as it was."""
    return round(float(value), 2)


def edit_node(study: Study, node_id: int, *, label: str) -> None:
    """Give a node other words: it then stands for itself, no longer for a code."""
    fit = _fit({"label": label})
    with study.change("display.history.node_edited", name=fit["label"]) as session:
        node = _there(session, NetworkNode, node_id)
        node.label, node.on_entity, node.on_id = fit["label"], "", None


def move_nodes(study: Study, places: Mapping[int, tuple[float, float]]) -> None:
    """Put nodes elsewhere, in one step; one that is gone is passed over."""
    with study.change("display.history.nodes_moved", count=len(places)) as session:
        for node in session.scalars(select(NetworkNode).where(NetworkNode.id.in_(places))):
            node.x, node.y = (_point(value) for value in places[node.id])


def remove_nodes(study: Study, ids: Collection[int]) -> None:
    """Remove nodes and the links at them; excerpts that nothing else points to go as well."""
    with study.change("display.history.nodes_removed", count=len(ids)) as session:
        at_them = NetworkLink.from_id.in_(ids) | NetworkLink.to_id.in_(ids)
        links = list(session.scalars(select(NetworkLink.id).where(at_them)))
        _drop_links(session, links)
        session.execute(delete(NetworkNode).where(NetworkNode.id.in_(ids)))


def add_tie(
    study: Study, from_id: int, to_id: int, *, sign: str = "", excerpts: Collection[int] = ()
) -> int:
    """Link a node to another and return the link's id; the one that is there already stays.

    Raises UserError where a node is gone or both are the same.
    """
    if from_id == to_id:
        raise UserError("display.network.to_itself")
    with study.change("display.history.tie_added") as session:
        node = _there(session, NetworkNode, from_id)
        _there(session, NetworkNode, to_id)
        query = select(NetworkLink).where(
            NetworkLink.from_id == from_id, NetworkLink.to_id == to_id
        )
        tie = session.scalar(query)
        if tie is None:
            tie = NetworkLink(
                display_id=node.display_id, from_id=from_id, to_id=to_id, sign=_sign(sign)
            )
            session.add(tie)
            session.flush()
        _ground(session, tie.id, excerpts)
        return tie.id


def edit_tie(study: Study, tie_id: int, **values: str) -> None:
    """Change sign, label or memo of a link. Raises UserError where it is gone."""
    with study.change("display.history.tie_edited") as session:
        tie = _there(session, NetworkLink, tie_id)
        for name, value in values.items():
            fit = _sign(value) if name == "sign" else value.strip()
            if getattr(tie, name) != fit:
                setattr(tie, name, fit)


def turn_tie(study: Study, tie_id: int) -> None:
    """Let a link lead the other way. Raises UserError where it is gone or that one is there."""
    with study.change("display.history.tie_edited") as session:
        tie = _there(session, NetworkLink, tie_id)
        back = select(NetworkLink.id).where(
            NetworkLink.from_id == tie.to_id, NetworkLink.to_id == tie.from_id
        )
        if session.scalar(back) is not None:
            raise UserError("display.network.both_ways")
        tie.from_id, tie.to_id = tie.to_id, tie.from_id


def remove_ties(study: Study, ids: Collection[int]) -> None:
    """Remove links; excerpts that nothing else points to go as well."""
    with study.change("display.history.ties_removed", count=len(ids)) as session:
        _drop_links(session, ids)


def ground_tie(study: Study, tie_id: int, excerpts: Collection[int]) -> None:
    """Let a link stand on further excerpts. Raises UserError where it is gone."""
    with study.change("display.history.tie_grounded", count=len(excerpts)) as session:
        _there(session, NetworkLink, tie_id)
        _ground(session, tie_id, excerpts)


def unground_tie(study: Study, tie_id: int, excerpts: Collection[int]) -> None:
    """Take excerpts from under a link."""
    with study.change("display.history.tie_ungrounded", count=len(excerpts)) as session:
        session.execute(
            delete(LinkExcerpt).where(
                LinkExcerpt.link_id == tie_id, LinkExcerpt.excerpt_id.in_(excerpts)
            )
        )
        drop_unused(session, excerpts)


def _ground(session: Session, tie_id: int, excerpts: Collection[int]) -> None:
    there = set(
        session.scalars(select(LinkExcerpt.excerpt_id).where(LinkExcerpt.link_id == tie_id))
    )
    session.add_all(
        LinkExcerpt(link_id=tie_id, excerpt_id=each)
        for each in dict.fromkeys(excerpts)
        if each not in there
    )


def _drop_links(session: Session, ids: Collection[int]) -> None:
    grounds = select(LinkExcerpt.excerpt_id).where(LinkExcerpt.link_id.in_(ids))
    excerpts = list(session.scalars(grounds))
    session.execute(delete(NetworkLink).where(NetworkLink.id.in_(ids)))
    drop_unused(session, excerpts)


def _sign(sign: str) -> str:
    if sign not in SIGNS:
        raise UserError("display.network.no_sign", value=sign)
    return sign


Row = TypeVar("Row")


def _there(session: Session, entity: type[Row], key: int) -> Row:
    row = session.get(entity, key)
    if row is None:
        raise UserError("display.gone")
    return row
