"""The report of the strait as a fixture."""

import pytest
from faces import strait as told

from casus.reading.model import Reading


@pytest.fixture(scope="session")
def strait() -> Reading:
    """The report of the strait, read."""
    return told.reading()
