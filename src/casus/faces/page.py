"""One reading for a person: what dates the report, its text with who says it and the claims below, and who is meant."""

from rich.box import Box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from casus.faces.describe import REPORT, SAID, Description, Register, days, describe, ladder_words
from casus.faces.screen import confidence, label
from casus.faces.text import abridged, clean
from casus.faces.voices import owners, runs, speaking
from casus.reading.model import Actor, Claim, Reading, Statement
from casus.sources.report import Span, Stamp, Warning

_NARROW = 80
_MARGIN_SHARE = 0.17
_LABEL_WIDTH = 12
_CONFIDENCE_WIDTH = 4
_FEWEST_WORDS = 14
_FEWEST_SAID = 12

_VOICE_STYLES = ("cyan", "magenta", "green", "yellow", "blue", "bright_red")
_RULE = Box("    \n  │ \n    \n  │ \n    \n    \n  │ \n    \n")


def show(reading: Reading, on: Console) -> None:
    """Print a reading for a person, as wide as the console."""
    page = _Page(reading, on.width)
    on.print(page.head(), "", page.body(), sep="\n")
    if reading.actors:
        on.print(page.cast())


class _Page:
    """One reading laid out for one width."""

    def __init__(self, reading: Reading, width: int) -> None:
        self.reading = reading
        self.register = Register(reading)
        self.narrow = width < _NARROW
        self.width = width
        self.margin = min(max(int(width * _MARGIN_SHARE), 11), 24)
        self.id_width = max((len(claim.id) for claim in reading.claims), default=2)
        beside = self.margin + 3 + self.id_width + 1 + (0 if self.narrow else _LABEL_WIDTH + 1) + 1 + _CONFIDENCE_WIDTH
        self.room = max(width - beside, 16)
        self.owned = owners(self.register)
        speakers = dict.fromkeys(claim.speaker for claim in reading.claims if isinstance(claim, Statement))
        self.styles = {speaker: _VOICE_STYLES[number % len(_VOICE_STYLES)] for number, speaker in enumerate(speakers)}

    def head(self) -> RenderableType:
        """Title, carrier, dates with their reasons, doubts, and how much is told."""
        report = self.reading.report
        lines = Table.grid(padding=(0, 2, 0, 0))
        lines.add_column(style="dim", width=8, no_wrap=True)
        lines.add_column()
        carrier = [part for part in (report.publisher, report.url) if part]
        lines.add_row("from" if carrier else "text", clean(" · ".join((*carrier, f"{len(report.text.split())} words"))))
        lines.add_row("written", self._written())
        for stamp in report.stamps:
            lines.add_row("stamp", self._stamp(stamp))
        for warning in self.reading.warnings:
            if self._sentence_of(warning) is None:
                lines.add_row("doubt", _doubt(warning))
        lines.add_row("tells", _tally(self.reading.claims))
        return Group(Text(clean(report.title or "(no title)"), style="bold"), lines)

    def _written(self) -> Text:
        written = self.reading.written
        if written is None:
            return Text("not known: relative dates stay open", style="yellow")
        return Text.assemble(
            (days(written.first, written.last), "bold"), (f"  {written.confidence:.0%}  ", "dim"), clean(written.basis)
        )

    def _stamp(self, stamp: Stamp) -> Text:
        shown = Text(stamp.value.isoformat())
        written = self.reading.written
        if written and not written.first <= stamp.value <= written.last:
            shown.append("  NOT WHEN IT WAS WRITTEN", "bold red")
        shown.append(f"  {clean(stamp.detail or stamp.origin)}")
        return shown.append(f"  “{clean(self.register.words((stamp.span,)))}”", "dim") if stamp.span else shown

    def _sentence_of(self, warning: Warning) -> int | None:
        place = warning.span[0] if warning.span else -1
        return next((index for index, (start, end) in enumerate(self.reading.sentences) if start <= place < end), None)

    def body(self) -> RenderableType:
        """The text with who says it beside it, and the claims and doubts below each sentence."""
        table = Table(box=_RULE, show_header=False, show_edge=False, pad_edge=False, padding=(0, 1), width=self.width)
        table.add_column(width=self.margin)
        table.add_column()
        claims: dict[int, list[Claim]] = {}
        for claim in self.reading.claims:
            for index in self.register.sentences_of(claim):
                claims.setdefault(index, []).append(claim)
        doubts = [(self._sentence_of(warning), warning) for warning in self.reading.warnings]
        last = 0
        for index, (start, end) in enumerate(self.reading.sentences):
            self._add_unread(table, (last, start))
            last = end
            self._add_sentence(table, (start, end))
            self._add_claims(table, index, claims.get(index, []))
            for place, warning in doubts:
                if place == index:
                    table.add_row("", _doubt(warning))
            table.add_row("", "")
        self._add_unread(table, (last, len(self.reading.report.text)))
        return table

    def _add_unread(self, table: Table, span: Span) -> None:
        if words := clean(self.register.words((span,))):
            table.add_row(Text("(not read)", style="dim"), Text(words, style="dim"))

    def _add_sentence(self, table: Table, span: Span) -> None:
        ladders = {
            (*self.register.ladder(statement), *self.register.voice(statement)): self.styles[statement.speaker]
            for statement in speaking(self.owned, span)
        }
        climbed = {ladder[:length] for ladder in ladders for length in range(len(ladder))}
        who = [self._rungs(ladder, f"bold {style}") for ladder, style in ladders.items() if ladder not in climbed]
        words = Text()
        for (start, end), owner in runs(self.owned, span):
            words.append(clean(self.reading.report.text[start:end]), self.styles[owner.speaker] if owner else "")
        table.add_row(Text("\n").join(who) if who else Text(REPORT, style="bold"), words)

    def _rungs(self, ladder: tuple[str, ...], style: str) -> Text:
        """A ladder in the margin: on one line where it fits, else a line a rung."""
        line = clean(ladder_words(ladder))
        if len(line) <= self.margin or len(ladder) < 2:
            return Text(line, style=style)
        return Text("\n".join((REPORT, *(f"> {abridged(clean(rung), self.margin - 2)}" for rung in ladder))), style=style)

    def _add_claims(self, table: Table, sentence: int, claims: list[Claim]) -> None:
        by_ladder: dict[tuple[str, ...], list[Claim]] = {}
        for claim in claims:
            by_ladder.setdefault(self.register.ladder(claim), []).append(claim)
        for ladder in sorted(by_ladder, key=len):
            told = by_ladder[ladder]
            rows = Table.grid(padding=(0, 1, 0, 0))
            rows.add_column(width=self.id_width, style="dim", no_wrap=True)
            if not self.narrow:
                rows.add_column(width=_LABEL_WIDTH)
            rows.add_column(width=self.room)
            rows.add_column(width=_CONFIDENCE_WIDTH, justify="right", no_wrap=True)
            for claim in told:
                self._add_claim(rows, describe(claim, self.register), self.register.sentences_of(claim)[0] != sentence)
            carriers = self.register.carriers(told[0])
            style = self.styles[carriers[-1].speaker] if carriers else "dim"
            who = abridged(clean(ladder[-1]), self.margin * 2 - 6) if ladder else REPORT
            mark = ">" * len(ladder)
            table.add_row(Padding(Text(f"{mark} {who}".strip(), style=style), (0, 0, 0, 1)), rows)

    def _add_claim(self, rows: Table, told: Description, again: bool) -> None:
        named = Text(told.what, style="bold") if _is_said(told) else label(told)
        room = self.room - (len(named) + 1 if self.narrow else 0)
        cell = _telling(told, room) if not again else _heading(told).append("  (told above)", "dim")
        cells = (Text(" ").join((named, cell)),) if self.narrow else (named, cell)
        rows.add_row(told.id, *cells, confidence(told))
        if told.condition and not again:
            blank = () if self.narrow else ("",)
            condition = f"if {told.condition[0]}: {clean(told.condition[1])}"
            rows.add_row("", *blank, Text(abridged(condition, 2 * self.room), style="yellow"), "")

    def cast(self) -> RenderableType:
        """Who is meant by which words."""
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(width=self.margin)
        table.add_column()
        table.add_row(Text("who is meant", style="dim"), "")
        for actor in self.reading.actors:
            words = dict.fromkeys(f"“{abridged(clean(self.register.words((mention.span,))), 40)}”" for mention in actor.mentions)
            table.add_row(clean(actor.name), Text(_kind(actor)).append("  " + ", ".join(words), "dim"))
        return table


def _is_said(told: Description) -> bool:
    """Whether this is a saying told as fact: what was done with words then stands where other claims have their modality."""
    return told.kind == "statement" and told.label == SAID


def _heading(told: Description) -> Text:
    if _is_said(told):
        return Text(clean(told.parties))
    return Text.assemble((clean(told.what), "bold"), f"  {clean(told.parties)}" if told.parties else "")


def _telling(told: Description, room: int) -> Text:
    """A claim in words, on one line of `room` characters where that leaves enough of the report's words."""
    shown = _heading(told)
    rest = "; ".join(clean(part) for part in (*told.facts, told.when) if part)
    left = room - len(shown) - (len(rest) + 2 if rest else 0) - 3
    if told.kind == "statement":
        words = abridged(clean(told.words), left - 1) if left > _FEWEST_SAID else ""
        shown.append(": " if words else "")
    else:
        words = abridged(clean(told.words), max(left, _FEWEST_WORDS))
        shown.append(" ")
    if words:
        shown.append(f"“{words}”" if told.quoted else words, "italic")
    return shown.append(f"  {rest}" if rest else "", "dim")


def _tally(claims: tuple[Claim, ...]) -> Text:
    kinds: dict[str, int] = {}
    labels: dict[str, int] = {}
    for claim in claims:
        kinds[claim.kind] = kinds.get(claim.kind, 0) + 1
        if claim.modality != "actual":
            labels[claim.modality.upper()] = labels.get(claim.modality.upper(), 0) + 1
    if not claims:
        return Text("nothing that could be made out", style="yellow")
    counted = ", ".join(f"{count} {kind if count == 1 else kind + 's'}" for kind, count in kinds.items())
    doubtful = ", ".join(f"{count} {word}" for word, count in labels.items())
    return Text(f"{counted}; of these {doubtful}" if doubtful else counted)


def _kind(actor: Actor) -> str:
    parts = (actor.kind, actor.role, actor.country or " ".join(actor.countries), actor.sector)
    return clean(", ".join(part for part in parts if part))


def _doubt(warning: Warning) -> Text:
    return Text.assemble((f"? {warning.code}: ", "bold yellow"), clean(warning.message))
