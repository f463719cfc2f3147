"""The exceptions that casus raises. Callers may catch `CasusError` for all of them."""

import traceback
from pathlib import Path


class CasusError(Exception):
    """Something that casus was asked to do can't be done; the message is one line that names the place and the mend."""


class SourceError(CasusError):
    """A source can't be turned into a report: missing, a folder, empty, binary, or too large."""


class EncoderError(CasusError):
    """The encoder's files are missing or don't fit this version."""


class WorldError(CasusError):
    """A file of reference facts is wrong; the message names the file, the place and what is allowed."""


class LedgerError(CasusError):
    """A ledger can't be opened, read or written as asked."""


class NotKeptError(LedgerError):
    """Nothing in the ledger has the id or the name that was asked for."""


class QuoteError(LedgerError):
    """The words of a quote don't stand in the report's text at its place: nothing of the change was written."""


class TopicError(LedgerError):
    """Two facts would say the same thing of the same days: nothing of the change was written."""


class StaleError(LedgerError):
    """A record would supersede one that is no longer current: nothing of the change was written."""


class QuestionError(CasusError):
    """A question that can't be answered as it is put: a state that did not exist, a place that nobody knows."""


class InternalError(CasusError):
    """casus broke on something that it should have managed: a defect of casus. `__cause__` is what happened."""

    @classmethod
    def of(cls, undone: str, error: Exception) -> "InternalError":
        """The error that `undone` ("report.txt: could not be read") is due to, with where in casus it happened."""
        frames = traceback.extract_tb(error.__traceback__)
        place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
        made = cls(f"{undone}: internal error ({type(error).__name__}{place}); please report it")
        made.__cause__ = error
        return made
