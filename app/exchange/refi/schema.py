"""The official schemas of REFI-QDA, shipped with Tilik: is a tree valid, and if not, why?"""

from functools import cache
from typing import TYPE_CHECKING, Any

from app.language.words import RESOURCES

if TYPE_CHECKING:
    from lxml.etree import XMLSchema, _Element

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"
_FILES = {PROJECT: "Project.xsd", CODEBOOK: "Codebook.xsd"}
FAULTS_SHOWN = 5


def faults(root: "_Element", namespace: str) -> list[str]:
    """Return what the schema of `namespace` finds wrong in a tree: the first few, with the line."""
    schema = _schema(namespace)
    if schema.validate(root):
        return []
    log: Any = schema.error_log
    return [f"{fault.line}: {fault.message}" for fault in log][:FAULTS_SHOWN]


@cache
def _schema(namespace: str) -> "XMLSchema":
    from lxml import etree

    return etree.XMLSchema(etree.parse(RESOURCES / "refi" / _FILES[namespace]))
