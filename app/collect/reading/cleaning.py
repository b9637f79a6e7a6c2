"""Line ends: the one thing of a text that reading may change."""

import re

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_UNSTORABLE = re.compile("[\ud800-\udfff\ufdd0\ufdd1]")
"""Half of a surrogate pair has no place in UTF-8; Qt takes U+FDD0 and U+FDD1 for frame borders."""
_BYTE_ORDER_MARK = "\ufeff"


def settled(text: str) -> str:
    """Return `text` with "\\n" as its only line end and without what a study cannot hold.

    Vertical tabs, form feeds and the Unicode separators become "\\n", NUL a space, half surrogates
    U+FFFD. Nothing else changes: no normalisation, no trimming.
    """
    text = _LINE_ENDS.sub("\n", text.removeprefix(_BYTE_ORDER_MARK)).replace("\0", " ")
    return _UNSTORABLE.sub("\ufffd", text)
