"""The look of a Word report: page, fonts, headings, quotations, captions, tables."""

from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Times New Roman"
QUOTE, CAPTION, SOURCE_LINE, CELL, CELL_HEAD = (
    "Quote",
    "Caption",
    "Source line",
    "Table text",
    "Table head",
)
LOCALES = {"en": "en-GB", "id": "id-ID"}
INK = RGBColor(0x22, 0x26, 0x2B)


def new_document(language: str) -> Any:
    """Return an empty A4 document with Tilik's styles, its text marked as `language`."""
    document = Document()
    for paragraph in list(document.paragraphs):
        document.element.body.remove(paragraph._p)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.5), Cm(2.5)
    _default_font(document, language)
    _headings(document)
    _paragraph_styles(document)
    _contents_styles(document)
    return document


def _default_font(document: Any, language: str) -> None:
    normal = document.styles["Normal"]
    normal.font.name = FONT
    normal.font.size = Pt(12)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)
    spacing = normal.paragraph_format
    spacing.space_after = Pt(8)
    spacing.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    spacing.line_spacing = 1.3
    locale = LOCALES.get(language, LOCALES["en"])
    mark = OxmlElement("w:lang")
    for kind in ("w:val", "w:eastAsia"):
        mark.set(qn(kind), locale)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(mark)


def _headings(document: Any) -> None:
    for level, size, before in ((1, 16, 24), (2, 13, 16), (3, 12, 12)):
        style = document.styles[f"Heading {level}"]
        _font(style, size, bold=True, italic=level == 3)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.keep_with_next = True
    _font(document.styles["Title"], 24, bold=True)
    borders = document.styles["Title"].element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        document.styles["Title"].element.pPr.remove(borders)
    _font(document.styles["Subtitle"], 13, italic=True)


def _paragraph_styles(document: Any) -> None:
    quote = document.styles[QUOTE]
    _font(quote, 11.5)
    quote.paragraph_format.left_indent = Cm(1.2)
    quote.paragraph_format.right_indent = Cm(0.6)
    quote.paragraph_format.space_after = Pt(6)
    quote.paragraph_format.line_spacing = 1.15
    caption = document.styles[CAPTION]
    _font(caption, 11, bold=True)
    caption.paragraph_format.space_before = Pt(10)
    caption.paragraph_format.space_after = Pt(4)
    caption.paragraph_format.keep_with_next = True
    for name, size in ((SOURCE_LINE, 10), (CELL, 9.5), (CELL_HEAD, 9.5)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        _font(style, size, bold=name == CELL_HEAD, italic=name == SOURCE_LINE)
        style.paragraph_format.space_after = Pt(12 if name == SOURCE_LINE else 0)
        style.paragraph_format.space_before = Pt(4 if name == SOURCE_LINE else 0)
        style.paragraph_format.line_spacing = 1.0
    document.styles[CELL_HEAD].paragraph_format.keep_with_next = True


def _contents_styles(document: Any) -> None:
    for level in (1, 2, 3):
        style = document.styles.add_style(f"TOC {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.paragraph_format.left_indent = Cm(0.6 * (level - 1))
        style.paragraph_format.space_after = Pt(3)
        style.paragraph_format.line_spacing = 1.1
        stops = style.paragraph_format.tab_stops
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER

        stops.add_tab_stop(Cm(15.5), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _font(style: Any, size: float, *, bold: bool = False, italic: bool = False) -> None:
    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = italic
    style.font.color.rgb = INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        if fonts.get(qn(theme)) is not None:
            del fonts.attrib[qn(theme)]
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)


CENTRED = WD_ALIGN_PARAGRAPH.CENTER
