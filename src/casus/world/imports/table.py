"""Tables as they are published: comma-separated, plain or gzip."""

import calendar
import csv
import gzip
import io
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from casus.world.faults import Fault

_GZIP = b"\x1f\x8b"
_MISSING = ("", ".", "NA", "0")
"""How the data sets write that a part of a date is not known; a negative number says the same."""

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its file's name, the place of each column (names in small letters), and its text."""

    file: str
    columns: Mapping[str, int]
    text: str

    def lacking(self, columns: Sequence[str]) -> Fault | None:
        """What is wrong where the table lacks some of these columns."""
        missing = [column for column in columns if column not in self.columns]
        if not missing:
            return None
        return Fault(self.file, 1, "", f"lacks the columns {', '.join(missing)}; it has {', '.join(list(self.columns)[:20])}")

    def rows(self, faults: list[Fault]) -> Iterator[tuple[int, Row]]:
        """Every row with its line, from 2. A row that has not as many fields as the header goes to `faults`."""
        reader = csv.reader(io.StringIO(self.text, newline=""))
        width = len(next(reader))
        try:
            for row in reader:
                if len(row) == width:
                    yield reader.line_num, row
                elif row:
                    faults.append(Fault(self.file, reader.line_num, "", f"has {len(row)} fields, the header {width}"))
        except csv.Error as error:
            faults.append(Fault(self.file, reader.line_num, "", f"can't be read on from here: {error}"))


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table, whose values are asked for by column; what is wrong in it is put down with its place."""

    table: Table
    row: Row
    number: int
    faults: list[Fault]
    place: str
    """What the row is about, with its columns in braces: "alliance {atopid}"."""

    def __getitem__(self, column: str) -> str:
        """The value of a column, "" where the table doesn't have it; a whole number that is written "1945.0" without the ".0"."""
        place = self.table.columns.get(column)
        return "" if place is None else self.row[place].strip().removesuffix(".0")

    def tell(self, told: str) -> None:
        """Put down what is wrong."""
        self.faults.append(Fault(self.table.file, self.number, self.place.format_map(self), told))


def read_table(path: str | Path) -> Table | Fault:
    """The table in a file, or why there is none."""
    file = str(path)
    try:
        content = Path(path).read_bytes()
        if content.startswith(_GZIP):
            content = gzip.decompress(content)
        text = content.decode("utf-8-sig")
        header = next(csv.reader(io.StringIO(text, newline="")), None)
    except UnicodeDecodeError:
        return Fault(file, None, "", "is neither UTF-8 text nor gzip")
    except (EOFError, zlib.error, gzip.BadGzipFile):
        return Fault(file, None, "", "is broken gzip")
    except csv.Error as error:
        return Fault(file, 1, "", f"has no header: {error}")
    except OSError as error:
        return Fault(file, None, "", f"can't be read: {error.strerror or error}")
    if not header:
        return Fault(file, None, "", "is empty")
    return Table(file, {name.strip().casefold(): place for place, name in enumerate(header)}, text)


def date_text(year: str, month: str, day: str) -> tuple[str | None, str | None]:
    """A date as precise as its parts allow, and what is wrong with them: ("1844-06", None) where the day is missing.

    A part that is blank, a dot, zero or negative is not known. None for a date whose year is not known.
    """
    parts = [_part(part) for part in (year, month, day)]
    known_year, known_month, known_day = parts
    if known_year is None:
        wrong = next((part for part in (year, month, day) if not _is_missing(part)), None)
        return None, f"{wrong!r} without a year" if wrong else None
    if not 1000 <= known_year <= 9999:
        return None, f"{year!r} is no year"
    if known_month is None:
        return str(known_year), None if _is_missing(month) else f"{month!r} is no month"
    if known_month > 12:
        return str(known_year), f"{month!r} is no month"
    so_far = f"{known_year}-{known_month:02}"
    if known_day is None:
        return so_far, None if _is_missing(day) else f"{day!r} is no day"
    if known_day > calendar.monthrange(known_year, known_month)[1]:
        return so_far, f"{so_far} has no day {day}"
    return f"{so_far}-{known_day:02}", None


def _part(text: str) -> int | None:
    """A number above zero, None for all else. Some releases write whole numbers as "1945.0"."""
    text = text.strip().removesuffix(".0")
    return int(text) if text.isdecimal() and int(text) > 0 else None


def _is_missing(text: str) -> bool:
    text = text.strip().removesuffix(".0")
    return text in _MISSING or (text.startswith("-") and text[1:].isdecimal())


def whole(text: str) -> int | None:
    """A whole number that is not negative, None for all else ("365", "365.0")."""
    text = text.strip().removesuffix(".0")
    return int(text) if text.isdecimal() else None
