"""Breaking a quotation into the few lines that a row has room for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_LETTERS_A_LINE = 400  # more than the widest row shows; the rest of a long text is not looked at


def break_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Return `text` in at most `most` lines of `width`; the last ends in … where words are left."""
    flat = " ".join(text[: _LETTERS_A_LINE * most].split())
    metrics = QFontMetricsF(font)
    if most == 1 or metrics.horizontalAdvance(flat) <= width:
        return [metrics.elidedText(flat, Qt.TextElideMode.ElideRight, width)]
    lines = []
    for start, length in _breaks(flat, font, width, most - 1):
        lines.append(flat[start : start + length].rstrip())
        rest = flat[start + length :]
    if rest:
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return lines


def _breaks(flat: str, font: QFont, width: float, most: int) -> list[tuple[int, int]]:
    """Return start and length of the first `most` lines, in code points."""
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    units = flat.encode("utf-16-le")
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        # Qt counts UTF-16 units: an emoji is two of them, and one code point.
        found.append((_points(units[: start * 2]), _points(units[start * 2 : end * 2])))
    layout.endLayout()
    return found


def _points(units: bytes) -> int:
    return len(units.decode("utf-16-le", errors="surrogatepass"))
