"""The Python face: `casus.read`."""

from datetime import date
from pathlib import Path

from casus.errors import CasusError, InternalError
from casus.reading.model import Reading

_SUFFIXES = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml"})


def read(
    text_or_path: str | Path,
    *,
    published: date | str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    name: str | None = None,
) -> Reading:
    """Read one report and give what it tells.

    Args:
        text_or_path: a report's text (plain or HTML), or the path of a file that holds it. A `Path` is always a path. A `str`
            of one line is a path if a file or folder of that name exists, or if it is free of spaces and ends in the suffix of
            a text or HTML file (`.txt .text .md .html .htm .xhtml`); every other `str` is text.
        published: the day on which you know the report to have come out (`date` or "YYYY-MM-DD"). It becomes a stamp of origin
            `given`: strong evidence, but known facts can still overrule it.
        publisher: who published it, where you know. It replaces what the file says.
        title: its title, where you know. It replaces what the file says.
        name: what to call the report in error messages, where it is text.

    Returns:
        The reading. The encoder is loaded on the first call and kept.

    Raises:
        SourceError: the path is missing, a folder, empty, binary or too large, or `published` is no date.
        EncoderError: the encoder's files are missing.
        InternalError: casus broke on the report, which is a defect of casus; `__cause__` is what happened.
    """
    path = _path_of(text_or_path)
    called = name or (str(path) if path else "text")
    try:
        return _read(text_or_path, path, called, published=published, publisher=publisher, title=title)
    except CasusError:
        raise
    except Exception as error:
        raise InternalError.of(f"{called}: could not be read", error) from error


def _read(
    text_or_path: str | Path,
    path: Path | None,
    name: str,
    *,
    published: date | str | None,
    publisher: str | None,
    title: str | None,
) -> Reading:
    from casus.reading.read import read_report
    from casus.sources.open import open_report, report_of

    report = (
        open_report(path, published=published, publisher=publisher, title=title, name=name)
        if path
        else report_of(str(text_or_path), published=published, publisher=publisher, title=title, name=name)
    )
    return read_report(report)


def _path_of(text_or_path: str | Path) -> Path | None:
    if isinstance(text_or_path, Path):
        return text_or_path
    if not text_or_path or "\n" in text_or_path or "\0" in text_or_path:
        return None
    path = Path(text_or_path)
    if path.suffix.lower() in _SUFFIXES and " " not in path.name:
        return path
    try:
        return path if path.exists() else None
    except OSError:  # longer than a file name can be
        return None
