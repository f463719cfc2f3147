"""Short reports of our own for tests of the ledger, read once each."""

from functools import cache

import casus
from casus.reading.model import Reading

SHELLING = """PORT SAID, March 4, 1971 (Canal Wire) - On Wednesday Egyptian artillery shelled Israeli positions east of
the canal, a military spokesman said in Cairo. Two Israeli soldiers were killed.

Israel denied that its jets had attacked Egypt. Foreign Minister Abba Eban accused Egypt of breaking the ceasefire.
"""

SHELLING_AGAIN = """JERUSALEM, March 5, 1971 (Levant Press) - On March 3 Egypt's artillery shelled Israeli positions along the
canal, and two Israeli soldiers were killed, officials said on Friday.

France called on both sides to keep the truce.
"""

PACT = """PYONGYANG, June 20, 2024 (Peninsula News) - Russia and North Korea signed a comprehensive strategic partnership
treaty in Pyongyang on Wednesday. President Vladimir Putin said the treaty provides for mutual assistance in case of aggression
against one of its parties.

North Korean leader Kim Jong Un called Russia an ally. Moscow denied that it would supply missiles to Pyongyang.
"""


@cache
def reading(text: str, publisher: str | None = None) -> Reading:
    """A report as casus reads it."""
    return casus.read(text, publisher=publisher)
