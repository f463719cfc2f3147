"""What is wrong with data: a value, not an exception, so that one bad entry never hides the next."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a file. `line` counts from 1, None where the whole file is meant; `place` names the entry and
    the key ("north-atlantic-treaty: parties[3].code"), "" where there is none; `told` is what is wrong and what is allowed."""

    file: str
    line: int | None
    place: str
    told: str

    def __str__(self) -> str:
        """The fault on one line, as compilers write theirs."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (where, self.place, self.told) if part)
