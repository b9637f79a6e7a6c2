"""The XML that Word reads, as text: runs, fields, bookmarks. Ten thousand rows take a second."""

from xml.sax.saxutils import escape

_UNFIT = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))
_UNFIT |= dict.fromkeys(range(64976, 65008)) | dict.fromkeys(range(55296, 57344))
_QUOTES = {'"': "&quot;"}


def fit_for_xml(words: str) -> str:
    """Return `words` without the control characters that XML cannot hold; tabs stay."""
    return words.translate(_UNFIT)


def attribute(words: str) -> str:
    """Return words as they stand inside the quotes of an attribute."""
    return escape(fit_for_xml(words), _QUOTES).replace("\n", " ")


def text(words: str) -> str:
    """Return the w:t of words, tabs and line ends as Word has them."""
    plain = escape(fit_for_xml(words))
    if "\t" in plain or "\n" in plain:
        plain = plain.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        plain = plain.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:t xml:space="preserve">{plain}</w:t>'


def run(words: str, *, bold: bool = False, italic: bool = False, style: str = "") -> str:
    """Return a run; nothing for no words."""
    if not words:
        return ""
    dress = f'<w:rStyle w:val="{style}"/>' if style else ""
    dress += "<w:b/>" if bold else ""
    dress += "<w:i/>" if italic else ""
    properties = f"<w:rPr>{dress}</w:rPr>" if dress else ""
    return f"<w:r>{properties}{text(words)}</w:r>"


def paragraph(inside: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph; `properties` are what its pPr holds after the style."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    dress = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{dress}{inside}</w:p>"


def field(instruction: str, shown: str, *, dirty: bool = False) -> str:
    """Return a field; `shown` is its result until Word works it out again."""
    return f"{field_begins(instruction, dirty=dirty)}{run(shown)}{FIELD_ENDS}"


def field_begins(instruction: str, *, dirty: bool = False) -> str:
    """Return the beginning of a field whose result may run over several paragraphs."""
    mark = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{mark}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_ENDS = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def bookmarked(inside: str, name: str, number: int) -> str:
    """Return `inside` with a bookmark around it."""
    mark = f'w:id="{number}"'
    return f'<w:bookmarkStart {mark} w:name="{name}"/>{inside}<w:bookmarkEnd {mark}/>'


def linked(inside: str, place: str) -> str:
    """Return `inside` as a link to a bookmark of the same file."""
    return f'<w:hyperlink w:anchor="{place}" w:history="1">{inside}</w:hyperlink>' if inside else ""
