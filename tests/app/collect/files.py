"""Small files that the tests make themselves."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
ODT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def packed(parts, *, compression=zipfile.ZIP_DEFLATED):
    """Return a zip of the parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", compression) as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return data.getvalue()


def docx(body, **parts):
    """Return a Word file whose body is XML; further parts (styles, footnotes ...) by name."""
    spaces = (
        f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    )
    files = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
    }
    for name, words in parts.items():
        root = "numbering" if name == "numbering" else name
        files[f"word/{name}.xml"] = f"<w:{root} {spaces}>{words}</w:{root}>"
    return packed(files)


def p(words="", properties=""):
    """Return a paragraph of Word with one run, or with runs given as XML."""
    runs = words if words.startswith("<") else run(words)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs if words else ''}</w:p>"


def run(words, properties=""):
    """Return a run of Word."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def odt(body, *, automatic="", manifest=""):
    """Return an OpenDocument text whose text is XML."""
    content = (
        f"<office:document-content {ODT_SPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": manifest or "<manifest/>",
        }
    )


def pdf(pages, *, encrypt=False, turned=0, black=None):
    """Return a PDF of pages; a page is a list of lines (x, y, words) in Helvetica 12.

    `turned` is by how many degrees each page is shown clockwise; `black` is a rectangle (left,
    bottom, right, top) that is printed black on each.
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    kids = []
    for lines in pages:
        drawn = "".join(f"BT /F1 12 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in lines)
        if black is not None:
            left, low, right, high = black
            drawn += f"{left} {low} {right - left} {high - low} re f\n"
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {turned} "
            f"/Contents {number + 1} 0 R "
            "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> "
            ">> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(pages)} >>"
    trailer = ""
    if encrypt:
        objects.append(
            f"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <{'41' * 32}> /U <{'42' * 32}> >>"
        )
        trailer = f" /Encrypt {len(objects)} 0 R /ID [<{'43' * 16}> <{'43' * 16}>]"
    data, places = "%PDF-1.4\n", []
    for number, words in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{words}\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    data += "".join(f"{place:010d} 00000 n \n" for place in places)
    data += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{trailer} >>\n"
    return (data + f"startxref\n{start}\n%%EOF\n").encode("latin-1")


def xlsx(rows, *, title="Sheet1", more=()):
    """Return a workbook of rows; `more` are further sheets as (title, rows)."""
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for name, other in more:
        sheet = workbook.create_sheet(name)
        for row in other:
            sheet.append(row)
    data = io.BytesIO()
    workbook.save(data)
    return data.getvalue()
