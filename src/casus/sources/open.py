"""Open a report: a file, bytes or text of any kind that casus reads, told by its content."""

import re
import sys
from datetime import date, datetime
from pathlib import Path

from casus.errors import SourceError
from casus.sources.decoding import LARGEST, decode
from casus.sources.found import Found
from casus.sources.headers import surroundings_of
from casus.sources.language import language_of
from casus.sources.report import Report, Stamp, Warning

_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|section|div|p|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_CLOSING = re.compile(r"</(?:p|div|article|body|html|h1|section)\s*>", re.IGNORECASE)


def open_report(
    source: str | Path | bytes,
    *,
    published: date | str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    name: str | None = None,
) -> Report:
    """The report in a file, in bytes, or on standard input (`-`).

    The kind is told by the content: plain text or HTML. `published`, `publisher` and `title` are what the caller knows;
    `published` becomes a stamp of origin "given" and overrules nothing. `name` stands for the source in messages.
    Raises `SourceError`, one line, for a path that is missing, a folder or unreadable, and for content that is empty,
    binary, or over 5 MB.
    """
    if isinstance(source, bytes):
        name = name or "input"
        content = source
    elif str(source) == "-":
        name = name or "standard input"
        content = sys.stdin.buffer.read(LARGEST + 1)
    else:
        name = name or str(source)
        content = _content(Path(source), name)
    text, warnings = decode(content, name)
    return _report(text, name, published, publisher, title, warnings)


def report_of(
    text: str,
    *,
    published: date | str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    name: str = "text",
) -> Report:
    """The report in a text that is at hand, plain or HTML. Arguments and errors as for `open_report`."""
    if not text.strip():
        raise SourceError(f"{name}: empty; give the text of a report")
    if len(text) > LARGEST:
        raise SourceError(f"{name}: over {LARGEST // 1_000_000} MB ({len(text):,} characters); split it into single reports")
    return _report(text, name, published, publisher, title, ())


def _content(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise SourceError(f"{name}: a folder; name the files in it")
        if path.is_file() and path.stat().st_size > LARGEST:
            raise SourceError(
                f"{name}: over {LARGEST // 1_000_000} MB ({path.stat().st_size:,} bytes); split it into one report a file"
            )
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError:
        raise SourceError(f"{name}: no such file; check the path") from None
    except PermissionError:
        raise SourceError(f"{name}: not allowed to read it; check its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"{name}: can't be read ({reason}); check the path") from None


def _is_html(text: str) -> bool:
    return _MARKUP.match(text) is not None or (text.lstrip()[:1] == "<" and len(_CLOSING.findall(text, 0, 20_000)) > 2)


def _report(
    text: str, name: str, published: date | str | None, publisher: str | None, title: str | None, warnings: tuple[Warning, ...]
) -> Report:
    if _is_html(text):
        from casus.sources.html import read_html  # its parser is slow to import and not needed for plain text

        found = read_html(text, name)
    else:
        found = Found(text)
    given = () if published is None else (Stamp("given", _day(published), None, "given by the caller"),)
    outside = (*given, *found.stamps)
    around = surroundings_of(found.text, title or found.title, outside)
    language = language_of(found.text) or found.language
    if language and language.partition("-")[0] != "en":
        message = f"{name}: the text looks like {language}, not English, which is the only language that is read"
        warnings = (*warnings, Warning("language", message))
    if title is None:
        title = found.title or (" ".join(found.text[slice(*around.headline)].split()) if around.headline else None)
    return Report(
        text=found.text,
        title=title,
        publisher=publisher or found.publisher,
        url=found.url,
        language=language,
        stamps=(*given, *around.stamps, *found.stamps),
        furniture=around.furniture,
        headline=around.headline,
        dateline_place=around.dateline_place,
        dateline_day=around.dateline_day,
        warnings=(*warnings, *found.warnings),
    )


def _day(published: date | str) -> date:
    if isinstance(published, datetime):
        return published.date()
    if isinstance(published, date):
        return published
    try:
        return datetime.fromisoformat(published.strip()).date()
    except ValueError:
        raise SourceError(f"published {published!r}: not a date; write it as 2024-06-19") from None
