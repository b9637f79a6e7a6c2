"""Colouring the whole code tree by a scheme: each theme a colour, what is under it in shades."""

from sqlalchemy import select

from app.errors import UserError
from app.reduce.code_tree import Tree, read_tree
from app.reduce.colours import SCHEMES, Scheme, shades, theme_colour
from app.study import Study
from models.reduction import Code


def colour_by_scheme(study: Study, key: str) -> int:
    """Give every code the colour that a scheme has for it; return how many codes changed.

    Raises UserError where there is no scheme of that key.
    """
    scheme = next((scheme for scheme in SCHEMES if scheme.key == key), None)
    if scheme is None:
        raise UserError("codebook.no_such_scheme", name=key)
    changed = 0
    with study.change("codebook.history.scheme", name=scheme.name) as session:
        colours = scheme_colours(read_tree(session.connection()), scheme)
        for code in session.scalars(select(Code)):
            if code.colour != colours[code.id]:
                code.colour = colours[code.id]
                changed += 1
    return changed


def scheme_colours(tree: Tree, scheme: Scheme) -> dict[int, str]:
    """Return the colour of every code: the themes' own, and shades for the codes under them."""
    found: dict[int, str] = {}
    for number, theme in enumerate(tree.children.get(None, ())):
        colour = theme_colour(scheme, number)
        below = tree.branch(theme)[1:]
        found[theme] = colour
        found.update(zip(below, shades(colour, len(below)), strict=True))
    return found
