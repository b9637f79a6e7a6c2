"""The measures of the page: font, line pitch, margins and columns, all in pixels."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from ui.theme import serif_font, ui_font

POINTS = 12.0
SMALLEST, LARGEST = 8.0, 32.0
LINE_HEIGHT = 1.6
MEASURE = 90  # the most characters that a line holds
SAMPLE = "the teachers of seven schools come and kepala sekolah mendukung kegiatan guru"
EDGE = 12  # from the pane's edge to the numbers, at least
NUMBER_RIGHT = 42  # where the numbers end, at least
COLUMN_GAP = 11  # between numbers and speakers
SPEAKER_COLUMN = (72, 150)  # least and most, its gap to the text included
SPEAKER_GAP = 14
RIGHT_EDGE = 18
LEAST_MEASURE = 160
NARROW = 420  # a page below this has no room for the speakers
TURN_GAP, PARAGRAPH_GAP = 10, 4
MARGIN = 14  # above the first line and under the last


@dataclass(frozen=True, slots=True)
class Margin:
    """What the left margin must hold: the widest number and the widest name, in pixels."""

    number: float
    speaker: float

    @classmethod
    def of(cls, paragraphs: int, names: Iterable[str]) -> "Margin":
        """Measure the margin of a text of so many paragraphs, with these speakers."""
        figures = QFontMetricsF(ui_font(9)).horizontalAdvance("0" * len(str(paragraphs)))
        bold = QFontMetricsF(ui_font(10, bold=True))
        least, most = SPEAKER_COLUMN
        widest = max((bold.horizontalAdvance(name) for name in names), default=0.0)
        return cls(figures, min(most, max(least, widest + SPEAKER_GAP)))


@dataclass(frozen=True, slots=True)
class PageMetrics:
    """Where things stand on a page of a given width."""

    width: float  # of the whole page
    font: QFont
    ascent: float
    box: float  # height of a line's own box: ascent and descent
    pitch: int  # from one baseline to the next
    number_right: float
    speaker_left: float
    text_left: float
    measure: float  # width of a line
    per_line: float  # characters that a line holds, about

    @classmethod
    def of(cls, width: float, points: float, margin: Margin) -> "PageMetrics":
        """Lay out a page `width` pixels wide in letters of `points`."""
        font = serif_font(points)
        letters = QFontMetricsF(font)
        letter = letters.horizontalAdvance(SAMPLE) / len(SAMPLE)
        box = letters.ascent() + letters.descent()
        number_right = max(NUMBER_RIGHT, EDGE + margin.number)
        speaker_left = number_right + COLUMN_GAP
        left = speaker_left + (margin.speaker if width >= NARROW else 0)
        measure = max(LEAST_MEASURE, min(MEASURE * letter, width - left - RIGHT_EDGE))
        shift = max(0, int((width - left - measure - RIGHT_EDGE) / 2))
        return cls(
            width=width,
            font=font,
            ascent=letters.ascent(),
            box=box,
            pitch=max(round(QFontInfo(font).pixelSize() * LINE_HEIGHT), int(box) + 2),
            number_right=number_right + shift,
            speaker_left=speaker_left + shift,
            text_left=left + shift,
            measure=measure,
            per_line=max(8.0, measure / letter * 0.97),
        )
