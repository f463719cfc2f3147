"""Bytes to text: which encoding they are in, or that they are no text at all."""

import codecs
import re

from casus.errors import SourceError
from casus.sources.report import Warning

LARGEST = 5_000_000
"""Bytes of the largest source that is read."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "a PDF document", "save its text (for example with pdftotext) and read that"),
    (b"PK\x03\x04", "a ZIP archive or office document", "unpack it or save it as text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive", "unpack it first"),
    (b"\x89PNG", "a PNG image", "give the text"),
    (b"\xff\xd8\xff", "a JPEG image", "give the text"),
    (b"GIF8", "a GIF image", "give the text"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text"),
    (b"{\\rtf", "an RTF document", "save it as text"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_CONTROL_SHARE = 0.002


def decode(content: bytes, name: str) -> tuple[str, tuple[Warning, ...]]:
    """The text of some bytes, and a warning `encoding` where they are not UTF-8.

    Tried in turn: a byte order mark, UTF-8, what the content declares (meta charset), what its bytes look like. Raises
    `SourceError` for content that is empty, too large, or no text; `name` says in the message what it is of.
    """
    _refuse(content, name)
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            text = _decoded(content, encoding)
            if text is None:
                break
            warnings = () if encoding == "utf-8-sig" else (_warning(name, encoding, "its byte order mark says so"),)
            return _checked(text, name), warnings
    text = _decoded(content, "utf-8")
    if text is not None:
        return _checked(text, name), ()
    if b"\x00" in content[:8192]:
        raise SourceError(f"{name}: binary data, not text; give a text or HTML file")
    declared = _DECLARED.search(content, 0, 4096)
    if declared:
        encoding = declared[1].decode("ascii").lower()
        text = _decoded(content, "windows-1252" if encoding in {"iso-8859-1", "latin-1", "latin1", "us-ascii"} else encoding)
        if text is not None:
            return _checked(text, name), (_warning(name, encoding, "its markup declares it"),)
    return _detected(content, name)


def _refuse(content: bytes, name: str) -> None:
    if not content.strip():
        raise SourceError(f"{name}: empty; give a file that holds a report")
    if len(content) > LARGEST:
        raise SourceError(f"{name}: over {LARGEST // 1_000_000} MB ({len(content):,} bytes); split it into one report a file")
    for magic, kind, mend in _KINDS:
        if content.startswith(magic):
            raise SourceError(f"{name}: {kind}, not text; {mend}")


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _detected(content: bytes, name: str) -> tuple[str, tuple[Warning, ...]]:
    """By the look of the bytes: mostly UTF-8 with a few broken bytes, or what charset-normalizer finds."""
    repaired = content.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    if broken * 20 < sum(byte >= 0xC0 for byte in content):
        message = f"{name}: UTF-8 with {broken} broken character{'s' if broken > 1 else ''}, shown as \ufffd"
        return _checked(repaired, name), (Warning("encoding", message),)
    from charset_normalizer import from_bytes  # slow to import, and seldom needed

    best = from_bytes(content[:200_000]).best()
    encoding = best.encoding if best else "windows-1252"
    if encoding in {"cp1250", "latin_1", "iso8859_1", "cp1252", "mac_roman", "hp_roman8", "cp437", "cp850"} and _mostly_ascii(
        content
    ):
        encoding = "windows-1252"  # a few high bytes in Western text decide little; this is what the Web takes them for
    text = _decoded(content, encoding)
    if text is None:
        text = content.decode("windows-1252", "replace")
        encoding = "windows-1252"
    return _checked(text, name), (_warning(name, encoding, "detected from its bytes"),)


def _mostly_ascii(content: bytes) -> bool:
    return sum(byte >= 0x80 for byte in content) * 20 < len(content)


def _checked(text: str, name: str) -> str:
    if all(char.isspace() or char in "\ufeff\u200b\x00" for char in text):
        raise SourceError(f"{name}: empty; give a file that holds a report")
    if len(_CONTROL.findall(text)) > max(2, _CONTROL_SHARE * len(text)):
        raise SourceError(f"{name}: binary data, not text; give a text or HTML file")
    return text.removeprefix("\ufeff")


def _warning(name: str, encoding: str, why: str) -> Warning:
    return Warning("encoding", f"{name}: not UTF-8; read as {encoding} ({why})")
