"""Reading many reports so that one on which the reader breaks costs only itself."""

from collections.abc import Sequence

from casus.errors import CasusError, InternalError
from casus.reading.model import Reading
from casus.reading.read import read_reports
from casus.sources.report import Report


def read_each(named: Sequence[tuple[str, Report]]) -> list[Reading | InternalError]:
    """What each report tells, in order, and in its place the error where the reader broke on one.

    Reports come with the names that errors call them by. They are read together; where that breaks, each half by itself, so that
    few are read twice. Raises EncoderError and WorldError, which concern all.
    """
    if not named:
        return []
    try:
        return list(read_reports([report for _, report in named]))
    except CasusError:
        raise
    except Exception as error:  # whatever a pass trips over: the other reports must still be read
        if len(named) == 1:
            return [InternalError.of(f"{named[0][0]}: could not be read", error)]
    half = len(named) // 2
    return [*read_each(named[:half]), *read_each(named[half:])]
