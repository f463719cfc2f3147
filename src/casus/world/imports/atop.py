"""Alliance Treaty Obligations and Provisions: the member-level file and the dyad-year file, as published.

Source: Leeds, Ritter, Mitchell and Long 2002 (atop.yaml), codebook of version 4; countries by the codes of the Correlates of War.
"""

from pathlib import Path

from casus.world.fact import Fact
from casus.world.faults import Fault
from casus.world.imports import atop_dyads, atop_members
from casus.world.imports.table import read_table


def read_atop(path: str | Path) -> tuple[tuple[Fact, ...], tuple[Fault, ...]]:
    """The facts of a member-level or dyad-year file, plain or gzip, and the rows and values of it that could not be used.

    Its columns say which file it is. Member level: an agreement for each alliance, a party for each spell of a member (phases
    that follow each other are one spell), a provision for each obligation of a member in a phase. Dyad years: a provision for
    each obligation and run of years, without an agreement, since the file names none; one of both states where both owe the
    same. An end is open where the alliance was in effect when the file ended. Never raises for what is in the file.
    """
    table = read_table(path)
    if isinstance(table, Fault):
        return (), (table,)
    if "ccode1" in table.columns:
        missing = table.lacking(atop_dyads.COLUMNS)
        return atop_dyads.facts(table) if missing is None else ((), (missing,))
    if "atopid" in table.columns:
        missing = table.lacking(atop_members.COLUMNS)
        return atop_members.facts(table) if missing is None else ((), (missing,))
    told = "is neither ATOP's member-level file (atopid, member, yrent, ...) nor its dyad-year file (ccode1, ccode2, year, ...)"
    return (), (Fault(table.file, 1, "", told),)
