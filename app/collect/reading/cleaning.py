"""Line ends: the one thing of a text that reading may change."""

import re

_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LINE_ENDS = re.compile(f"\r\n|[{_ENDS}]")
_UNSTORABLE = re.compile("[\ud800-\udfff\ufdd0\ufdd1]")
"""Half of a surrogate pair has no place in UTF-8; Qt takes U+FDD0 and U+FDD1 for frame borders."""
_BYTE_ORDER_MARK = "\ufeff"


def settled(text: str) -> str:
    """Return `text` with "\\n" as its only line end and without what a study cannot hold.

    Vertical tabs, form feeds and the Unicode separators become "\\n", NUL a space, half surrogates
    U+FFFD. Nothing else changes: no normalisation, no trimming.
    """
    text = text.removeprefix(_BYTE_ORDER_MARK).replace("\0", " ")
    if any(end in text for end in _ENDS):  # a pattern takes a hundred times as long to find none
        text = _LINE_ENDS.sub("\n", text)
    return text if _is_storable(text) else _UNSTORABLE.sub("\ufffd", text)


def _is_storable(text: str) -> bool:
    if "\ufdd0" in text or "\ufdd1" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
