"""How large a file may be. Refused before it is read: no file may fill the memory."""

from app.errors import UserError

MEGABYTE = 1_000_000
TEXT_LIMIT = 50 * MEGABYTE
"""Files that are text as they stand: txt, md, html, rtf, vtt, srt, csv."""
FILE_LIMIT = 300 * MEGABYTE
"""Files that may hold pictures: docx, odt, epub, xlsx, pdf."""
UNPACKED_LIMIT = 1_000 * MEGABYTE
"""All parts of a packed file together."""
PART_LIMIT = 60 * MEGABYTE
"""One part that is read. A transcript of a million characters has some 15 MB as Word writes it."""
RATIO_LIMIT = 150
"""How far a part may be packed. Word's own XML packs 5 to 30 times."""
RATIO_COUNTS_FROM = 2 * MEGABYTE
PARTS_LIMIT = 20_000
ROWS_LIMIT = 200_000
COLUMNS_LIMIT = 500
CELLS_LIMIT = 2_000_000


def check_size(name: str, size: int, limit: int) -> None:
    """Raise UserError where a file of `size` bytes is larger than `limit`."""
    if size > limit:
        raise UserError(
            "collect.too_large", file=name, size=megabytes(size), limit=megabytes(limit)
        )


def megabytes(size: int) -> str:
    """Return `size` bytes as whole megabytes, for a sentence."""
    return str(max(1, round(size / MEGABYTE)))
