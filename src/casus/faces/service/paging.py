"""Pages of rows: each begins after the last row of the one before."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from casus.errors import NotKeptError, QuestionError
from casus.faces.service.limits import MOST_PAGED

Item = TypeVar("Item")


def page(
    rows: Callable[[int], Sequence[Item]], name: Callable[[Item], str], after: str | None, limit: int
) -> tuple[list[Item], str | None]:
    """The page after the row named `after`, and the name to pass for the next one (None: it was the last).

    `rows` gives the first so many of all rows. Rows that are put before the others meanwhile are not seen again.
    Raises NotKeptError where no row has that name, QuestionError where it lies too far back.
    """
    reach = limit + 1 if after is None else 2 * limit + 1
    while True:
        found = rows(min(reach, MOST_PAGED))
        begin = 0 if after is None else next((place for place, row in enumerate(found, 1) if name(row) == after), None)
        whole = len(found) < min(reach, MOST_PAGED)
        if begin is not None and (whole or len(found) > begin + limit):
            shown = list(found[begin : begin + limit])
            return shown, name(shown[-1]) if len(found) > begin + limit else None
        if whole:
            raise NotKeptError(f"after {after!r}: no row of this list has that id; begin with the first page")
        if reach >= MOST_PAGED:
            raise QuestionError(f"pages reach {MOST_PAGED} rows back; ask for fewer days or one actor")
        reach *= 4
