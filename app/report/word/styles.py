"""The styles of a report: made in an empty document, or added to a template that lacks them."""

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Times New Roman"
LOCALES = {"en": "en-GB", "id": "id-ID"}
INK = RGBColor(0x22, 0x26, 0x2B)


@dataclass(frozen=True, slots=True)
class Form:
    """How a style looks: sizes in points, indents in centimetres, line spacing as a factor."""

    base: str = "Normal"
    size: float = 0
    bold: bool | None = None
    italic: bool | None = None
    left: float | None = None
    right: float | None = None
    hanging: float = 0
    before: float | None = None
    after: float | None = None
    lines: float | None = None
    with_next: bool = False
    centred: bool = False
    leader: bool = False
    level: int | None = None


HEADINGS = ("Heading 1", "Heading 2", "Heading 3", "Heading 4")
APPENDIX = ("Appendix heading", "Appendix heading 2", "Appendix heading 3", "Appendix heading 4")
LOOKS = {
    "Heading 1": Form(size=16, bold=True, italic=False, before=24, after=6, with_next=True),
    "Heading 2": Form(size=13, bold=True, italic=False, before=16, after=6, with_next=True),
    "Heading 3": Form(size=12, bold=True, italic=True, before=12, after=6, with_next=True),
    "Heading 4": Form(size=12, bold=False, italic=True, before=12, after=6, with_next=True),
    "Title": Form(size=24, bold=True, before=0, after=12, centred=True),
    "Subtitle": Form(size=13, bold=False, italic=True, after=12, centred=True),
    "Appendix heading": Form("Heading 1", with_next=True, level=0),
    "Appendix heading 2": Form("Heading 2", with_next=True, level=1),
    "Appendix heading 3": Form("Heading 3", with_next=True, level=2),
    "Appendix heading 4": Form("Heading 4", with_next=True, level=3),
    "Contents heading": Form(size=16, bold=True, before=12, after=8, with_next=True),
    "Quote": Form(size=11.5, italic=False, left=1.2, right=0.6, after=6, lines=1.15),
    "Caption": Form(size=11, bold=True, before=10, after=4, lines=1.0, with_next=True),
    "Source line": Form(size=10, italic=True, before=4, after=12, lines=1.0),
    "Table text": Form(size=9.5, before=0, after=0, lines=1.0),
    "Table head": Form("Table text", size=9.5, bold=True, before=0, after=0, with_next=True),
    "Table text small": Form("Table text", size=8, before=0, after=0, lines=1.0),
    "Table head small": Form("Table head", size=8, bold=True, before=0, after=0, with_next=True),
    "List Bullet": Form(after=3),
    "List Number": Form(after=3),
    "Picture": Form(before=6, after=0, lines=1.0, with_next=True, centred=True),
    "Transcript": Form(size=11, left=2.2, hanging=2.2, after=5, lines=1.15),
    "Own text": Form(before=0, after=0, lines=1.0),
    "TOC 1": Form(after=3, lines=1.1, leader=True),
    "TOC 2": Form(after=3, lines=1.1, left=0.6, leader=True),
    "TOC 3": Form(after=3, lines=1.1, left=1.2, leader=True),
    "table of figures": Form(after=3, lines=1.1, leader=True),
    "footnote text": Form(size=10, before=0, after=0, lines=1.0),
    "annotation text": Form(size=10, before=0, after=0, lines=1.0),
    "Coding remark": Form("annotation text", size=10),
    "Footer": Form(size=10, centred=True, after=0, lines=1.0),
}
BUILT_IN = frozenset(LOOKS) - {
    *APPENDIX,
    "Contents heading",
    "Source line",
    "Table text",
    "Table head",
    "Table text small",
    "Table head small",
    "Picture",
    "Transcript",
    "Own text",
    "Coding remark",
}


def dress(document: Any, language: str, *, own_template: bool, width: float) -> dict[str, str]:
    """Give a document every style of a report and return their ids by their names.

    Styles of the researcher's own template stay as they are; those that it lacks are made. `width`
    is that between the margins, in centimetres. The language of the text is set in any case.
    """
    _language(document, language)
    if not own_template:
        _body_text(document)
    have = {style.name for style in document.styles}
    for name, look in LOOKS.items():
        if name not in have:
            made = document.styles.add_style(
                name, WD_STYLE_TYPE.PARAGRAPH, builtin=name in BUILT_IN
            )
            made.base_style = document.styles[look.base]
            _apply(made, look, width, own_font=not own_template)
        elif not own_template:
            _apply(document.styles[name], look, width, own_font=True)
    _reference_style(document, "footnote reference")
    _reference_style(document, "annotation reference")
    return {style.name: style.style_id for style in document.styles if style.name is not None}


def _language(document: Any, language: str) -> None:
    locale = LOCALES.get(language, LOCALES["en"])
    mark = OxmlElement("w:lang")
    for kind in ("w:val", "w:eastAsia"):
        mark.set(qn(kind), locale)
    styles = document.styles.element
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = OxmlElement("w:docDefaults")
        styles.insert(0, defaults)
    properties = defaults
    for tag in ("w:rPrDefault", "w:rPr"):
        inner = properties.find(qn(tag))
        if inner is None:
            inner = OxmlElement(tag)
            properties.insert(0, inner)
        properties = inner
    for old in styles.iter(qn("w:lang")):
        old.getparent().remove(old)
    properties.append(mark)


def _body_text(document: Any) -> None:
    normal = document.styles["Normal"]
    _font(normal, 12)
    spacing = normal.paragraph_format
    spacing.space_after = Pt(8)
    spacing.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    spacing.line_spacing = 1.3
    borders = document.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        document.styles["Title"].element.pPr.remove(borders)


def _apply(style: Any, look: Form, width: float, *, own_font: bool) -> None:
    if own_font:
        _font(style, look.size)
    elif look.size:
        style.font.size = Pt(look.size)
    style.font.bold = look.bold
    style.font.italic = look.italic
    form = style.paragraph_format
    for value, name in ((look.before, "space_before"), (look.after, "space_after")):
        if value is not None:
            setattr(form, name, Pt(value))
    if look.left is not None:
        form.left_indent = Cm(look.left)
    if look.right is not None:
        form.right_indent = Cm(look.right)
    if look.hanging:
        form.first_line_indent = Cm(-look.hanging)
        form.tab_stops.add_tab_stop(Cm(look.hanging))
    if look.lines is not None:
        form.line_spacing = look.lines
    form.keep_with_next = look.with_next or None
    if look.centred:
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if look.leader:
        form.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    if look.level is not None:
        _outline_level(style, look.level)


def _outline_level(style: Any, level: int) -> None:
    properties = style.element.get_or_add_pPr()
    mark = OxmlElement("w:outlineLvl")
    mark.set(qn("w:val"), str(level))
    properties.append(mark)


def _reference_style(document: Any, name: str) -> None:
    if name in {style.name for style in document.styles}:
        return
    style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=True)
    if name == "footnote reference":
        style.font.superscript = True
    else:
        style.font.size = Pt(8)


def _font(style: Any, size: float) -> None:
    style.font.name = FONT
    if size:
        style.font.size = Pt(size)
    style.font.color.rgb = INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        if fonts.get(qn(theme)) is not None:
            del fonts.attrib[qn(theme)]
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)
