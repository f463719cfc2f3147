"""Attribution: who says what, in which words, to whom. `find_statements` is the pass; `find_attributions` stops before actors."""

from casus.reading.attribution.attribution import Attribution
from casus.reading.attribution.find import find_attributions
from casus.reading.attribution.statements import Utterance, carrier, find_statements

__all__ = ["Attribution", "Utterance", "carrier", "find_attributions", "find_statements"]
