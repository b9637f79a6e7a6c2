"""From first-cycle codes to pattern codes: codes are put into groups, categories and themes.

A group is a code with codes under it, one made here bears the cycle "pattern": making one is a
change to the tree and nothing else. Codings stay on the codes that they have: none is lost here.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, exists, select

from app.errors import UserError
from app.reduce.code_editing import add_code, move_codes, rename_code
from app.reduce.code_paths import fit_name
from app.reduce.code_tree import Tree, read_tree
from app.reduce.codes import names_of
from app.study import Study
from models.base import new_guid
from models.reduction import Code, Coding, Memo

PATTERN = "pattern"


def make_pattern(
    study: Study,
    name: str,
    codes: Sequence[int],
    parent_id: int | None = None,
    definition: str = "",
) -> int:
    """Make a pattern code over codes (also over none), in one step, and return its id.

    Under `parent_id` it is a category of that theme; at the top (None) a theme. It stands where the
    first of its codes stood, if that was beside it. Codes under others of `codes` stay under them.
    Raises UserError where the name is taken there, where two of the codes bear one name, or where
    the group would come under one of its own codes.
    """
    name = fit_name(name)
    with study.read() as connection:
        names = names_of(connection, codes) if codes else ""
        tree = read_tree(connection)
    moving = tree.without_those_below(codes)
    if parent_id is not None and parent_id in tree.branches(moving):
        raise UserError("reduce.under_itself", name=names)
    beside = tree.children.get(parent_id, [])
    place = next((n for n, code in enumerate(beside) if code in moving), None)
    with study.change("patterns.history.grouped", name=name):
        # A code of this name may be among those that go into the group: only then is it free.
        made = add_code(study, new_guid(), parent_id, cycle=PATTERN, definition=definition.strip())
        if moving:
            move_codes(study, moving, made)
        rename_code(study, made, name)
        if place is not None:
            move_codes(study, [made], parent_id, place)
        return made


def put_into(
    study: Study, codes: Sequence[int], group_id: int | None, position: int | None = None
) -> None:
    """Put codes into a group (None: into none, at the top), before what stands at `position`.

    `position` counts the codes of the group as they stand before; None is behind the last. Raises
    UserError where the group is one of the codes or under one, or has a code of the same name.
    """
    with study.read() as connection:
        names = names_of(connection, codes)
        into = names_of(connection, [group_id]) if group_id is not None else ""
    label = "patterns.history.put" if group_id is not None else "patterns.history.put_at_top"
    with study.change(label, codes=names, group=into):
        move_codes(study, codes, group_id, position)


def take_out(study: Study, codes: Sequence[int]) -> None:
    """Take codes out of their groups: each comes to stand behind the group that it was in.

    Codes at the top stay. Raises UserError where a code of the same name stands there.
    """
    with study.read() as connection:
        names = names_of(connection, codes)
        tree = read_tree(connection)
    by_group: dict[int, list[int]] = {}
    for code in tree.without_those_below(codes):
        group = tree.parents[code]
        if group is not None:
            by_group.setdefault(group, []).append(code)
    with study.change("patterns.history.taken_out", codes=names):
        for group, members in by_group.items():
            _move_behind(study, members, group)


def ungroup(study: Study, group_id: int) -> None:
    """Dissolve a group: its codes take its place and it goes.

    Raises UserError where codings or memos hang on the group itself: these would be lost.
    """
    with study.read() as connection:
        name = names_of(connection, [group_id])
        tree = read_tree(connection)
        coded = exists().where(Coding.code_id == group_id)
        noted = exists().where(Memo.on_entity == "code", Memo.on_id == group_id)
        if connection.scalar(select(coded | noted)):
            raise UserError("patterns.group_in_use", name=name)
    members = tree.children.get(group_id, [])
    parent = tree.parents[group_id]
    with study.change("patterns.history.ungrouped", name=name) as session:
        # One of its codes may bear the group's own name: it gives that up first.
        rename_code(study, group_id, new_guid())
        if members:
            place = tree.children[parent].index(group_id)
            move_codes(study, members, parent, place)
        session.flush()
        session.execute(delete(Code).where(Code.id == group_id))


def common_parent(tree: Tree, codes: Iterable[int]) -> int | None:
    """Return the nearest code above all of `codes`, where a category of them would stand.

    None where they have none in common: the group would be a theme.
    """
    chains = [list(tree.above(code)) for code in tree.without_those_below(codes)]
    shared = set(chains[0]).intersection(*chains[1:]) if chains else set()
    return next((above for above in chains[0] if above in shared), None) if chains else None


def _move_behind(study: Study, members: Sequence[int], group: int) -> None:
    with study.read() as connection:
        tree = read_tree(connection)
    parent = tree.parents[group]
    move_codes(study, members, parent, tree.children[parent].index(group) + 1)
