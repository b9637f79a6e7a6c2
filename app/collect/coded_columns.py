"""The columns of a coded spreadsheet, by their names in English and Indonesian."""

from collections.abc import Sequence

SOURCE, METHOD, EXCERPT, CODE = "source", "method", "excerpt", "code"
REQUIRED = (SOURCE, METHOD, EXCERPT, CODE)
_NAMES = {
    SOURCE: "source|sumber|sumber data|transcript|transkrip|dokumen sumber",
    METHOD: "method|metode|teknik|technique|data collection",
    "category": "category|kategori|source category|kategori sumber|kategori informan",
    "role": "role|peran|peran informan|role kind",
    "site": "site|lokasi|sekolah|situs|school|location|tempat",
    "informant": "informant|informan|responden|respondent|narasumber|participant|partisipan|"
    "kode informan|informant code",
    "date": "date|tanggal|tgl",
    EXCERPT: "excerpt|kutipan|quotation|quote|petikan|segment|segmen|cuplikan",
    CODE: "code|kode|koding|tema|theme",
    "stance": "stance|sikap|arah|direction|pendirian|posisi",
    "memo": "memo|catatan|note|notes|comment|komentar|keterangan",
}
_COLUMN_OF = {name: column for column, names in _NAMES.items() for name in names.split("|")}


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Return the number of each column that a heading names; the first where two name the same."""
    found: dict[str, int] = {}
    for number, heading in enumerate(header):
        plain = " ".join(heading.replace("_", " ").split()).casefold().strip(" :*")
        column = _COLUMN_OF.get(plain)
        if column is not None:
            found.setdefault(column, number)
    return found


def looks_coded(header: Sequence[str]) -> bool:
    """Tell a coded spreadsheet: it has a source or a method, and excerpts with codes."""
    found = columns_of(header)
    return {EXCERPT, CODE} <= found.keys() and bool({SOURCE, METHOD} & found.keys())
