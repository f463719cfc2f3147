"""Find the sentences of a report: never furniture, never across paragraphs, each with what the encoder must know of it."""

from dataclasses import dataclass

from casus.sources.report import Span


@dataclass(frozen=True, slots=True)
class SentenceText:
    """One sentence before it is parsed. `index` counts in the report, `paragraph` counts its paragraphs, both from 0.

    `headline` is true for a title or heading without a stop. `quoted` is true where the sentence starts inside a quotation
    that an earlier sentence opened. `speaker_label` is the span of a transcript's label ("MR. HALE:"), part of `span`.
    """

    index: int
    span: Span
    headline: bool = False
    paragraph: int = 0
    quoted: bool = False
    speaker_label: Span | None = None
