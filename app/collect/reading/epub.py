"""Electronic books: their chapters in reading order."""

from posixpath import dirname, join, normpath
from urllib.parse import unquote

from app.collect.reading.archive import Archive
from app.collect.reading.decoding import decode
from app.collect.reading.html import read_page
from app.collect.reading.paragraphs import Paragraphs
from app.collect.reading.source import ReadSource
from app.errors import UserError

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_PACKAGE = "{http://www.idpf.org/2007/opf}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


def read_epub(name: str, data: bytes) -> ReadSource:
    """Read the book `name`. Raises UserError where it is damaged or protected."""
    with Archive(name, data) as archive:
        if archive.read("META-INF/rights.xml"):
            raise UserError("collect.password", file=name)
        title, chapters = _chapters(archive)
        book = Paragraphs()
        for chapter in chapters:
            page = archive.read(chapter)
            if not page:
                continue
            _, part = read_page(name, decode(name, page))
            levels = {heading.start: heading.level for heading in part.headings()}
            start = 0
            for line in part.text().split("\n"):
                book.add(line, levels.get(start, 0))
                start += len(line) + 1
    return ReadSource(
        format="epub", text=book.text(), title=title or book.title, headings=book.headings()
    )


def _chapters(archive: Archive) -> tuple[str, list[str]]:
    container = archive.xml("META-INF/container.xml")
    root = container.find(f".//{_CONTAINER}rootfile") if container is not None else None
    package_path = root.get("full-path", "") if root is not None else ""
    package = archive.xml(package_path) if package_path else None
    if package is None:
        raise UserError("collect.damaged", file=archive.name)
    files = {
        item.get("id", ""): unquote(item.get("href", ""))
        for item in package.iterfind(f"{_PACKAGE}manifest/{_PACKAGE}item")
    }
    order = [e.get("idref", "") for e in package.iterfind(f"{_PACKAGE}spine/{_PACKAGE}itemref")]
    folder = dirname(package_path)
    title = package.findtext(f"{_PACKAGE}metadata/{_DUBLIN_CORE}title") or ""
    return title.strip(), [normpath(join(folder, files[i])) for i in order if i in files]
