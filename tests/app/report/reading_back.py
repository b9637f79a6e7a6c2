"""Reading a Word report back, the content controls around its parts taken away."""

from pathlib import Path

from docx import Document


def read_back(path: Path):
    """Return the document with what stands in its parts directly in its body."""
    document = Document(str(path))
    body = document.element.body
    for part in list(body.iter("{*}sdt")):
        for element in list(part.find("{*}sdtContent")):
            part.addprevious(element)
        part.getparent().remove(part)
    return document
