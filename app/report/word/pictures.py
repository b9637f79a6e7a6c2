"""Pictures in a Word file: a drawing where Word can show one, else 300 dots to the inch."""

from io import BytesIO
from itertools import count
from typing import Any

from app.report.word.xml import attribute

EMU_A_CM = 360_000
TALLEST = 20.0
"""Centimetres; a higher picture is made smaller, lest its caption stand on another page."""


class Pictures:
    """Puts pictures into the package and returns the XML that shows them."""

    def __init__(self, document: Any) -> None:
        """`document` is that of python-docx."""
        self._part = document.part
        self._ids = count(1)

    def add(self, png: bytes, svg: bytes, alternative: str, width: float) -> str:
        """Return the run with a picture `width` centimetres wide."""
        related, image = self._part.get_or_add_image(BytesIO(png))
        number = next(self._ids)
        width = min(width, TALLEST * image.px_width / image.px_height)
        across = round(width * EMU_A_CM)
        down = round(across * image.px_height / image.px_width)
        drawing = self._drawing(svg, number)
        words = attribute(alternative)
        return (
            '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
            'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{across}" cy="{down}"/>'
            f'<wp:docPr id="{number}" name="Picture {number}" descr="{words}"/>'
            '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}" descr="{words}"/>'
            "<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
            '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
            f'r:embed="{related}">{drawing}</a:blip><a:stretch><a:fillRect/></a:stretch>'
            '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="{across}" cy="{down}"/>'
            '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _drawing(self, svg: bytes, number: int) -> str:
        if not svg:
            return ""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        package = self._part.package
        taken = {str(part.partname) for part in package.iter_parts()}
        name = next(
            name for n in count(number) if (name := f"/word/media/drawing{n}.svg") not in taken
        )
        part = Part(PackURI(name), "image/svg+xml", svg, package)
        related = self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
            '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
            f'r:embed="{related}"/></a:ext></a:extLst>'
        )
