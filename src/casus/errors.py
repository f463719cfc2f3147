"""The exceptions that casus raises. Callers may catch `CasusError` for all of them."""


class CasusError(Exception):
    """Something that casus was asked to do can't be done; the message is one line that names the place and the mend."""


class SourceError(CasusError):
    """A source can't be turned into a report: missing, a folder, empty, binary, or too large."""


class EncoderError(CasusError):
    """The encoder's files are missing or don't fit this version."""


class WorldError(CasusError):
    """A file of reference facts is wrong; the message names the file, the place and what is allowed."""
