"""The chosen attachment as it looks: a picture, the pages of a PDF, or a line of time."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.collect.attachment_pages import (
    Page,
    attachment_bytes,
    draw_page,
    page_area,
    picture_area,
)
from app.collect.attachments import AttachmentRow, PartRow
from app.errors import StudyProblem
from ui.collect.picture_view import STEP, Outline, PictureView
from ui.collect.time_line import TimeLine
from ui.language import ui_language
from ui.session import Session
from ui.widgets.empty import EmptyState
from ui.widgets.icons import icon

LONGEST = 6_000
"""Pixels of the longer side of a picture: a larger one is read smaller."""


class AttachmentView(QWidget):
    """Shows one attachment with its selections; a click on one chooses it."""

    part_chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.row: AttachmentRow | None = None
        self.parts: Sequence[PartRow] = ()
        self.page: Page | None = None
        self._size = QSize()
        """Pixels of the picture as it is stored, whatever size it was read in."""
        self.picture = PictureView(self)
        self.time_line = TimeLine(self)
        self.nothing = EmptyState("file", "", "", parent=self)
        self.picture.clicked_part.connect(self.part_chosen)
        self.time_line.clicked_part.connect(self.part_chosen)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.time_line)
        self.stack = QStackedWidget(self)
        self._timed = scroll
        for widget in (self.nothing, self.picture, scroll):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self.stack, 1)
        for keys, pages in ((QKeySequence("PgDown"), 1), (QKeySequence("PgUp"), -1)):
            shortcut = QShortcut(keys, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=pages: self.turn(by))
        self._say(self.tr("Nothing chosen"), "")

    def _bar(self) -> QWidget:
        self.bar = QFrame(self)
        self.bar.setProperty("rule", "bottom")
        self.back = self._button("chevron-left", self.tr("Previous page"))
        self.on = self._button("chevron-right", self.tr("Next page"))
        self.smaller = self._button("zoom-out", self.tr("Smaller (Ctrl+-)"))
        self.larger = self._button("zoom-in", self.tr("Larger (Ctrl++)"))
        self.fit = QPushButton(self.tr("Fit the width"), self.bar)
        self.fit.setToolTip(self.tr("The whole width (Ctrl+0)"))
        self.where = QLabel(self.bar)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self.picture.zoom(1 / STEP))
        self.larger.clicked.connect(lambda: self.picture.zoom(STEP))
        self.fit.clicked.connect(self.picture.fit)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(6)
        for widget in (self.back, self.where, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.smaller, self.larger, self.fit):
            row.addWidget(widget)
        return self.bar

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(self.bar)
        button.setIcon(icon(name))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    # --- what is shown --------------------------------------------------------------------------

    def show_attachment(self, row: AttachmentRow | None, parts: Sequence[PartRow]) -> None:
        """Show an attachment with its selections; what is shown by now stays as it stands."""
        same = self.row is not None and row is not None and self.row.id == row.id
        self.row, self.parts = row, parts
        if row is None:
            self._outdate()
            self._say(self.tr("Nothing chosen"), "")
        elif row.kind in ("audio", "video"):
            self._outdate()
            self._show_time()
        elif not row.held:
            self._outdate()
            self._say(self.tr("Not held"), self.tr("Its file was outside the project."))
        elif same and self.stack.currentWidget() is self.picture:
            self._outline()
        elif row.kind == "pdf":
            first = next((p.place["page"] for p in parts if _is_page(p.place.get("page"))), 0)
            self._read_page(first)
        else:
            self._read_picture(row.id)

    def choose(self, part_id: int | None) -> None:
        """Emphasise a selection; the page of a PDF that it is on is shown."""
        part = next((each for each in self.parts if each.id == part_id), None)
        self.picture.chosen = self.time_line.chosen = part_id
        page = None if part is None else part.place.get("page")
        if self.page is not None and _is_page(page) and page != self.page.number:
            self._read_page(min(page, self.page.count - 1))
        self.picture.choose(part_id)
        self.time_line.choose(part_id)

    def turn(self, by: int) -> None:
        """Show a page further on, or back."""
        if self.page is not None and 0 <= self.page.number + by < self.page.count:
            self._read_page(self.page.number + by)

    # --- reading --------------------------------------------------------------------------------

    def _read_picture(self, number: int) -> None:
        study = self.session.study
        self.session.tasks.read(
            ("attachment-picture", id(self)),
            lambda: _picture(attachment_bytes(study, number)),
            self._show_picture,
            self._failed,
        )

    def _read_page(self, page: int) -> None:
        study, row = self.session.study, self.row
        if row is not None:
            number = row.id
            self.session.tasks.read(
                ("attachment-picture", id(self)),
                lambda: draw_page(study, number, page),
                self._show_page,
                self._failed,
            )

    def _outdate(self) -> None:
        self.session.tasks.read(("attachment-picture", id(self)), lambda: None, lambda _: None)

    def _show_picture(self, found: tuple[QImage, QSize]) -> None:
        image, self._size = found
        self.page = None
        if image.isNull():
            sentence = self.tr("Tilik cannot draw this file. “Open” hands it to another program.")
            self._say(self.tr("No picture"), sentence)
            return
        self.picture.show_image(image)
        self._show(self.picture)

    def _show_page(self, page: Page) -> None:
        before, self.page = self.page, page
        stride = 3 * page.width
        image = QImage(page.pixels, page.width, page.height, stride, QImage.Format.Format_RGB888)
        self.picture.show_image(image.copy(), keep_place=before is not None)
        self._show(self.picture)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, StudyProblem):
            self._say(self.tr("No picture"), error.sentence(ui_language()))
        else:
            self.session.tasks.problem.emit(error)

    def _show_time(self) -> None:
        self.page = None
        self.time_line.show_parts(self.parts)
        if self.time_line.parts:
            self._show(self._timed)
        else:
            sentence = self.tr("Tilik plays no sound and no film. “Open” hands it to a program.")
            self._say(self.tr("No selections"), sentence)

    def _show(self, widget: QWidget) -> None:
        self.stack.setCurrentWidget(widget)
        self._outline()
        is_picture, page = widget is self.picture, self.page
        for control in (self.smaller, self.larger, self.fit):
            control.setVisible(is_picture)
        for control in (self.back, self.where, self.on):
            control.setVisible(page is not None)
        self.bar.setVisible(is_picture)
        if page is not None:
            words = self.tr("Page {number} of {count}")
            self.where.setText(words.format(number=page.number + 1, count=page.count))
            self.back.setEnabled(page.number > 0)
            self.on.setEnabled(page.number + 1 < page.count)

    def _say(self, title: str, sentence: str) -> None:
        self.page = None
        self.nothing.set_words(title, sentence)
        self.bar.hide()
        self.stack.setCurrentWidget(self.nothing)

    def _outline(self) -> None:
        """Outline the selections that lie on what is shown."""
        width, height = self.picture.sceneRect().width(), self.picture.sceneRect().height()
        found = []
        for part in self.parts:
            if self.page is not None:
                area = page_area(part.place, self.page)
            else:
                area = picture_area(part.place, self._size.width(), self._size.height())
            if area is not None:
                x, y, across, down = area
                rect = QRectF(x * width, y * height, across * width, down * height)
                words = part.name or part.description
                found.append(Outline(part.id, rect, part.codes, words, part.colour))
        self.picture.show_outlines(found)
        self.picture.choose(self.picture.chosen)


def _is_page(number: object) -> bool:
    return isinstance(number, int) and number >= 0


def _picture(data: bytes) -> tuple[QImage, QSize]:
    """Read a picture, smaller where it is huge; return it with its size as it is stored."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > LONGEST:
        bound = QSize(LONGEST, LONGEST)
        reader.setScaledSize(size.scaled(bound, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    turned = (image.width() > image.height()) != (size.width() > size.height())
    return image, size.transposed() if turned else size
