"""One reading for a person at a terminal: what dates the report, then its text with who says it and the claims below."""

from collections.abc import Callable, Iterable
from typing import TextIO

from rich.box import SIMPLE_HEAD, Box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from casus.faces.describe import REPORT, Description, Register, days, describe, ladder_words
from casus.faces.voices import owners, runs, speaking
from casus.reading.model import Claim, Reading, Statement
from casus.sources.report import Span, Warning

_WIDEST = 140
_NARROW = 80
_MARGIN_SHARE = 0.18
_LABEL_WIDTH = 12
_BESIDE_RULE = 3
_FEWEST_WORDS = 28

_LABEL_STYLES = {
    "DENIED": "bold red",
    "THREATENED": "bold magenta",
    "CONDITIONAL": "bold yellow",
    "SUPPOSED": "yellow",
    "POSSIBLE": "bold cyan",
    "DEMANDED": "bold blue",
    "PROMISED": "bold green",
    "PLANNED": "cyan",
}
_VOICE_STYLES = ("cyan", "magenta", "green", "yellow", "blue", "bright_red")
_RULE = Box("    \n  │ \n    \n  │ \n    \n    \n  │ \n    \n")


def console(stream: TextIO) -> Console:
    """A console for a stream: colour only on a terminal and without NO_COLOR, never wider than reads well."""
    made = Console(file=stream, highlight=False, emoji=False, markup=False, soft_wrap=False)
    if made.width > _WIDEST:
        made.width = _WIDEST
    return made


def clean(text: str) -> str:
    """Text that can't steer a terminal: control characters become "�", white space becomes blanks; the length stays."""
    return "".join(" " if char.isspace() else "\ufffd" if ord(char) < 32 or 127 <= ord(char) < 160 else char for char in text)


def show_all(
    readings: Iterable[tuple[str, Reading]], one: Callable[[Reading, Console], None], stream: TextIO, named: bool
) -> None:
    """Print readings one after the other with `one`; `named` puts each file's name above its reading."""
    on = console(stream)
    for name, reading in readings:
        if named:
            on.rule(Text(clean(name), style="bold"), align="left", style="dim")
        one(reading, on)


def show_table(reading: Reading, on: Console) -> None:
    """Print a reading's claims as a table."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, width=on.width)
    for heading in ("id", "modality", "what", "who", "whom", "words", "when", "said by"):
        table.add_column(heading, overflow="fold" if heading == "id" else "ellipsis", no_wrap=heading == "id")
    table.add_column("", justify="right", no_wrap=True)
    register = Register(reading)
    for told in (describe(claim, register) for claim in reading.claims):
        style = _LABEL_STYLES.get(told.label.split(" ")[0], "dim")
        cells = (told.what, told.who, told.whom, abridged(told.words, on.width // 2), told.when, _said_by(told))
        table.add_row(told.id, Text(told.label, style=style), *(clean(cell) for cell in cells), f"{told.confidence:.0%}")
    on.print(table)


def _said_by(told: Description) -> str:
    return ladder_words(told.ladder) if told.ladder else REPORT


def show(reading: Reading, on: Console) -> None:
    """Print a reading for a person."""
    page = _Page(reading, on.width)
    on.print(page.head())
    on.print()
    on.print(page.body())


class _Page:
    """One reading laid out for one width."""

    def __init__(self, reading: Reading, width: int) -> None:
        self.reading = reading
        self.register = Register(reading)
        self.width = width
        self.margin = min(max(int(width * _MARGIN_SHARE), 10), 24)
        self.narrow = width < _NARROW
        self.owned = owners(self.register)
        voices = dict.fromkeys(claim.speaker for claim in reading.claims if isinstance(claim, Statement))
        self.styles = {speaker: _VOICE_STYLES[number % len(_VOICE_STYLES)] for number, speaker in enumerate(voices)}
        self.id_width = max((len(claim.id) for claim in reading.claims), default=2)

    def head(self) -> RenderableType:
        """Title, carrier, dates with their reasons, doubts, and how much is told."""
        report = self.reading.report
        lines = Table.grid(padding=(0, 2, 0, 0))
        lines.add_column(style="dim", width=8, no_wrap=True)
        lines.add_column(ratio=1)
        carrier = " · ".join(part for part in (report.publisher, report.url, f"{len(report.text.split())} words") if part)
        lines.add_row("from", clean(carrier))
        lines.add_row("written", self._written())
        for stamp in report.stamps:
            lines.add_row("stamp", self._stamp(stamp.value.isoformat(), stamp.detail or stamp.origin, stamp.span))
        for warning in self.reading.warnings:
            if not self._in_sentence(warning):
                lines.add_row("doubt", _doubt(warning))
        lines.add_row("tells", self._tally())
        return Group(Text(clean(report.title or "(no title)"), style="bold"), lines)

    def _written(self) -> Text:
        written = self.reading.written
        if written is None:
            return Text("not known: relative dates stay open", style="yellow")
        shown = Text(days(written.first, written.last), style="bold")
        return shown.append(f" {written.confidence:.0%}", "dim").append(f"  {clean(written.basis)}", "not bold")

    def _stamp(self, day: str, origin: str, span: Span | None) -> Text:
        shown = Text(day)
        written = self.reading.written
        if written and not written.first.isoformat() <= day <= written.last.isoformat():
            shown.append("  NOT WHEN IT WAS WRITTEN", "bold red")
        shown.append(f"  {clean(origin)}")
        if span:
            shown.append(f"  “{clean(self.reading.report.text[slice(*span)])}”", "dim")
        return shown

    def _tally(self) -> Text:
        counts: dict[str, int] = {}
        for claim in self.reading.claims:
            counts[claim.kind] = counts.get(claim.kind, 0) + 1
            if claim.modality != "actual":
                counts[claim.modality.upper()] = counts.get(claim.modality.upper(), 0) + 1
        kinds = [_counted(kind, count) for kind, count in counts.items() if kind.islower()]
        doubts = [f"{count} {word}" for word, count in counts.items() if word.isupper()]
        if not kinds:
            return Text("nothing that could be made out", style="yellow")
        return Text(", ".join(kinds) + (f"; of these {', '.join(doubts)}" if doubts else ""))

    def body(self) -> RenderableType:
        """The text with who says it beside it and the claims below each sentence."""
        table = Table(box=_RULE, show_header=False, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), width=self.width)
        table.add_column(width=self.margin)
        table.add_column(ratio=1)
        claims = self._claims_by_sentence()
        last = 0
        for index, (start, end) in enumerate(self.reading.sentences):
            self._add_unread(table, (last, start))
            last = end
            table.add_row(self._who((start, end)), self._sentence((start, end)))
            self._add_claims(table, index, claims.get(index, []))
            for warning in self.reading.warnings:
                if warning.span and start <= warning.span[0] < end:
                    table.add_row("", _doubt(warning))
            table.add_row("", "")
        self._add_unread(table, (last, len(self.reading.report.text)))
        return table

    def _claims_by_sentence(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for claim in self.reading.claims:
            for index in self.register.sentences_of(claim):
                found.setdefault(index, []).append(claim)
        return found

    def _add_unread(self, table: Table, span: Span) -> None:
        words = clean(self.reading.report.text[slice(*span)]).strip()
        if words:
            table.add_row(Text("(not read)", style="dim"), Text(words, style="dim"))

    def _who(self, span: Span) -> Text:
        voices = speaking(self.owned, span)
        if not voices:
            return Text(REPORT, style="bold")
        shown: dict[str, str] = {}
        for statement in voices:
            ladder = (*self.register.ladder(statement), *self.register.voice(statement))
            shown[ladder_words(ladder)] = self.styles[statement.speaker]
        return Text("\n").join(Text(clean(words), style=f"bold {style}") for words, style in shown.items())

    def _sentence(self, span: Span) -> Text:
        shown = Text()
        for (start, end), owner in runs(self.owned, span):
            shown.append(clean(self.reading.report.text[start:end]), self.styles[owner.speaker] if owner else "")
        return shown

    def _add_claims(self, table: Table, sentence: int, claims: list[Claim]) -> None:
        by_ladder: dict[tuple[str, ...], list[Claim]] = {}
        for claim in claims:
            by_ladder.setdefault(self.register.ladder(claim), []).append(claim)
        for ladder in sorted(by_ladder, key=len):
            rows = self._grid()
            for claim in by_ladder[ladder]:
                again = self.register.sentences_of(claim)[0] != sentence
                self._add_claim(rows, describe(claim, self.register), again)
            carriers = self.register.carriers(by_ladder[ladder][0])
            style = self.styles[carriers[-1].speaker] if carriers else "dim"
            table.add_row(Text("  " + clean(ladder_words(ladder) if ladder else REPORT), style=style), rows)

    def _grid(self) -> Table:
        rows = Table.grid(padding=(0, 1, 0, 0))
        rows.add_column(width=self.id_width + 2, style="dim", justify="right", no_wrap=True)
        if not self.narrow:
            rows.add_column(width=_LABEL_WIDTH, no_wrap=True)
        rows.add_column(width=self._room())
        rows.add_column(width=4, style="dim", justify="right", no_wrap=True)
        return rows

    def _room(self) -> int:
        used = self.margin + _BESIDE_RULE + self.id_width + 3 + 5 + (0 if self.narrow else _LABEL_WIDTH + 1)
        return max(self.width - used, 16)

    def _add_claim(self, rows: Table, told: Description, again: bool) -> None:
        label = Text(told.label, style=_LABEL_STYLES.get(told.label.split(" ")[0], "dim"))
        cell = self._telling(told, again, self._room() - (len(label) + 1 if self.narrow else 0))
        if self.narrow:
            rows.add_row(told.id, Text(" ").join((label, cell)), f"{told.confidence:.0%}")
        else:
            rows.add_row(told.id, label, cell, f"{told.confidence:.0%}")
        if told.condition and not again:
            condition = Text(f"if {told.condition[0]}: {clean(told.condition[1])}", style="yellow")
            rows.add_row(*("" for _ in range(len(rows.columns) - 2)), condition, "")

    def _telling(self, told: Description, again: bool, room: int) -> Text:
        shown = Text()
        parties = f"{told.who} {told.link} {told.whom}" if told.whom else told.who
        if told.kind == "statement":
            shown.append(clean(told.who), "bold").append(f" {told.what}" + (f" to {told.whom}" if told.whom else "") + ":")
        else:
            shown.append(clean(told.what), "bold").append(f"  {clean(parties)}" if parties else "")
        if again:
            return shown.append("  told above as well", "dim")
        rest = " · ".join(clean(part) for part in (*told.facts, told.when) if part)
        left = room - len(shown) - (len(rest) + 2 if rest else 0) - 3
        words = abridged(clean(told.words), max(left, _FEWEST_WORDS))
        shown.append(f" “{words}”" if told.quoted else f" {words}", "italic")
        return shown.append(f"  {rest}" if rest else "", "dim")

    def _in_sentence(self, warning: Warning) -> bool:
        return warning.span is not None and any(start <= warning.span[0] < end for start, end in self.reading.sentences)


def abridged(words: str, room: int) -> str:
    """Words in at most `room` characters, cut between words with "…" where they are longer."""
    if len(words) <= room:
        return words
    kept = words[: room - 1]
    at_blank = kept.rfind(" ")
    return (kept[:at_blank] if at_blank > room // 2 else kept).rstrip(" ,;:.") + "…"


def _doubt(warning: Warning) -> Text:
    return Text(f"? {warning.code}: ", style="bold yellow").append(clean(warning.message), "not bold")


def _counted(kind: str, count: int) -> str:
    return f"{count} {kind if count == 1 else kind + 's'}"
