"""Bytes to words, in any encoding: by a byte order mark, else UTF-8, else by what fits."""

import codecs
import re

from app.errors import UserError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 100_000
_RARE_ACCENTS = 0.3
"""Western text has fewer bytes above ASCII than this; other alphabets have many more."""
_WESTERN = re.compile(
    r"[\x00-\x7f\xa0éèêëáàâäãåæçíìîïñóòôöõøúùûüÉÈÁÀÄÅÇÍÑÓÖØÚÜß"
    r"‘’‚“”„–—…•«»°·©®™€£§¿¡½¼²±´¨]*"
)
"""Signs of western languages. Read as western, Central European and Turkish texts hold others."""


def decode(name: str, data: bytes) -> str:
    """Return the words of `data`, the bytes of the text file `name`.

    Raises UserError where it holds binary data or its encoding cannot be told.
    """
    for mark, coding in _MARKS:
        if data.startswith(mark):
            return _strictly(name, data[len(mark) :], coding)
    coding = utf16_without_mark(data)
    if coding:
        return _strictly(name, data, coding)
    if b"\0" in data or _binary(data):
        raise UserError("collect.binary", file=name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and not data[: error.start].isascii():
            raise UserError("collect.damaged", file=name) from error
        return _guessed(name, data)


def utf16_without_mark(data: bytes) -> str:
    """Return "utf-16-le" or "utf-16-be" where NUL stands at every other byte, else ""."""
    sample = data[:2000]
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _strictly(name: str, data: bytes, coding: str) -> str:
    try:
        text = data.decode(coding)
    except UnicodeDecodeError as error:
        raise UserError("collect.damaged", file=name) from error
    if "\0" in text:
        raise UserError("collect.binary", file=name)
    return text


def _guessed(name: str, data: bytes) -> str:
    """Decode a text of an older encoding: Windows' western one where it fits, else the likeliest.

    The guess is made on a sample that holds what is not ASCII, since it is slow on long texts.
    """
    accents = sum(byte > 127 for byte in data[:_SAMPLE])
    if accents < _RARE_ACCENTS * min(len(data), _SAMPLE):
        western = _western(data)
        if western is not None:
            return western
    from charset_normalizer import from_bytes

    best = from_bytes(_sample(data)).best()
    for coding in (best.encoding if best else "", "cp1252"):
        if not coding:
            continue
        try:
            return data.decode(coding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise UserError("collect.unknown_encoding", file=name)


def _western(data: bytes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return text if _WESTERN.fullmatch(text) else None


def _sample(data: bytes) -> bytes:
    if len(data) <= _SAMPLE:
        return data
    lines = [line for line in data.splitlines(keepends=True) if any(byte > 127 for byte in line)]
    return b"".join(lines)[:_SAMPLE] or data[:_SAMPLE]


def _binary(data: bytes) -> bool:
    """Tell bytes that are no text in any encoding: many control characters."""
    sample = data[:_SAMPLE]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1a\x1b" for byte in sample)
    return controls > 0.02 * len(sample)
