"""Runs the encoder once over each sentence and gives parsed sentences. Needs onnxruntime, tokenizers and numpy, never torch."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from time import perf_counter

import numpy as np
import numpy.typing as npt
import onnxruntime

from casus.errors import EncoderError
from casus.reading import heads
from casus.reading.heads import Numbers, Weights
from casus.reading.lemmas import lemma
from casus.reading.mending import mended
from casus.reading.parse import AttributionSpan, EntitySpan, Sentence, Token
from casus.reading.pieces import LIMIT, LOWER, Pieces, kinds
from casus.reading.sentences import SentenceText
from casus.reading.tokens import words
from casus.sources.report import Span

__all__ = ["Encoder", "SentenceText", "load_encoder"]

Cut = Callable[[str, Span], list[Span]]
SoFar = Callable[[float], None]
"""Is told which share of the work is done."""

FILES = ("encoder.onnx", "heads.npz", "labels.json", "tokenizer.json")
BATCH = 1536
STEP = 8
"""The most word pieces, padding counted, that are run at once."""


def ignored(_: float) -> None:
    """Nobody asks how far it is."""


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of a sentence that the encoder takes at once: its words, and their ids."""

    place: int
    spans: list[Span]
    pieces: list[int]
    kinds: list[int]
    firsts: list[int]


@dataclass(frozen=True, slots=True)
class _Parse:
    """What the heads say of a window."""

    upos: list[str]
    heads: list[int]
    relations: list[str]
    entities: tuple[EntitySpan, ...]
    attributions: tuple[AttributionSpan, ...]
    vectors: Numbers


class Encoder:
    """The encoder with its heads. One instance may be used by several threads."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """Reads the files of `folder`; `threads` are used for one forward pass. Raises EncoderError where they don't serve."""
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise EncoderError(f"the encoder's file {missing[0]} is missing in {folder}: install casus with its weights again")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(
                str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
            )
            labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
            with np.load(folder / "heads.npz") as arrays:
                floats = {name: arrays[name].astype(np.float32) for name in arrays.files}
            self.weights = Weights(floats, **{name: tuple(labels[name]) for name in ("upos", "relations", "entities", "roots")})
            self._pieces = Pieces(folder / "tokenizer.json")
        except Exception as error:
            raise EncoderError(f"the encoder's files in {folder} can't be read: {str(error).splitlines()[0]}") from error
        self._names = [output.name for output in self._session.get_outputs()]

    def parse(self, text: str, sentences: Sequence[SentenceText]) -> list[Sentence]:
        """The sentences of a text, parsed, in the order given."""
        return self.parse_many([(text, sentences)])[0]

    def parse_many(
        self, reports: Iterable[tuple[str, Sequence[SentenceText]]], cut: Cut = words, so_far: SoFar = ignored
    ) -> list[list[Sentence]]:
        """The sentences of several texts, parsed. Sentences of like length are run together, whichever text they are of.

        `cut` gives the words of a stretch of text; `so_far` is called after each batch with the share that is done, 0 to 1.
        """
        given = list(reports)
        windows = self._windows(given, cut)
        parses: list[list[tuple[_Window, _Parse]]] = [[] for _ in range(sum(len(sentences) for _, sentences in given))]
        done, whole = 0, sum(len(window.pieces) for window in windows)
        for batch in _batches(windows):
            for window, parse in zip(batch, self._parses(batch), strict=True):
                parses[window.place].append((window, parse))
            done += sum(len(window.pieces) for window in batch)
            so_far(done / whole)
        found: list[list[Sentence]] = []
        place = 0
        for text, sentences in given:
            own = []
            for sentence in sentences:
                parts = sorted(parses[place], key=lambda part: part[0].spans[0])
                own.append(_sentence(text, sentence, parts))
                place += 1
            found.append(own)
        return found

    def forward_only(
        self, reports: Iterable[tuple[str, Sequence[SentenceText]]], clock: Callable[[], float] = perf_counter
    ) -> float:
        """Seconds, by `clock`, that the bare forward pass takes over the batches that `parse_many` would run."""
        fed = [_feed(batch) for batch in _batches(self._windows(list(reports), words))]
        start = clock()
        for feed in fed:
            self._session.run(None, feed)
        return clock() - start

    def roots(self, sentence: Sentence, source: Sequence[int], target: Sequence[int]) -> dict[str, float]:
        """Probabilities of the PLOVER roots of what the source (token indices) does to the target in a parsed sentence."""
        if not isinstance(sentence.vectors, np.ndarray):
            raise EncoderError("a sentence without vectors has no roots: take it from Encoder.parse")
        logits = heads.root_logits(sentence.vectors, source, target, self.weights)
        chances = np.exp(logits - logits.max())
        return dict(zip(self.weights.roots, (chances / chances.sum()).tolist(), strict=True))

    def _windows(self, reports: Sequence[tuple[str, Sequence[SentenceText]]], cut: Cut) -> list[_Window]:
        found: list[_Window] = []
        place = 0
        for text, sentences in reports:
            for sentence in sentences:
                found.extend(self._of_sentence(text, sentence, place, cut(text, sentence.span)))
                place += 1
        return found

    def _of_sentence(self, text: str, sentence: SentenceText, place: int, spans: Sequence[Span]) -> Iterator[_Window]:
        """A sentence as one window, or as several where it has more pieces than the encoder takes."""
        written = [text[start:end] for start, end in spans]
        window = _Window(place, [], [self._pieces.start], [LOWER], [])
        for span, word, kind in zip(spans, written, kinds(written, sentence.quoted), strict=True):
            ids = self._pieces.of(word)
            if len(window.pieces) + len(ids) >= LIMIT:
                yield self._closed(window)
                window = _Window(place, [], [self._pieces.start], [LOWER], [])
            window.firsts.append(len(window.pieces))
            window.spans.append(span)
            window.pieces.extend(ids)
            window.kinds.extend([kind] * len(ids))
        if window.spans:
            yield self._closed(window)

    def _closed(self, window: _Window) -> _Window:
        window.pieces.append(self._pieces.end)
        window.kinds.append(LOWER)
        return window

    def _parses(self, batch: Sequence[_Window]) -> list[_Parse]:
        out: Mapping[str, Numbers] = dict(zip(self._names, self._session.run(None, _feed(batch)), strict=True))
        lengths = np.array([len(window.spans) for window in batch])
        weights = self.weights
        upos = out["upos"].argmax(-1).tolist()
        trees, relations = heads.trees(out, lengths, weights)
        above, labels = (trees - 1).tolist(), relations.tolist()
        spans = heads.entities(out, lengths, weights)
        said = heads.attributions(out, lengths)
        return [
            _Parse(
                [weights.upos[kind] for kind in upos[row][:size]],
                above[row][:size],
                [weights.relations[label] for label in labels[row][:size]],
                spans[row],
                said[row],
                out["vectors"][row, :size].astype(np.float16),
            )
            for row, size in enumerate(lengths.tolist())
        ]


def _batches(windows: Sequence[_Window]) -> Iterator[list[_Window]]:
    """Windows of one padded length together, so that what a sentence is read beside changes nothing in it."""
    batch: list[_Window] = []
    for window in sorted(windows, key=lambda one: len(one.pieces)):
        size = _padded(len(window.pieces))
        if batch and (size != _padded(len(batch[0].pieces)) or (len(batch) + 1) * size > BATCH):
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _padded(size: int) -> int:
    """The length to which a window of this many pieces is padded: it depends on the window alone."""
    return -(-size // STEP) * STEP


def _feed(batch: Sequence[_Window]) -> dict[str, npt.NDArray[np.int64]]:
    longest = _padded(len(batch[0].pieces))
    pieces, sorts, mask = np.zeros((3, len(batch), longest), np.int64)
    firsts = np.zeros((len(batch), longest), np.int64)
    for row, window in enumerate(batch):
        size = len(window.pieces)
        pieces[row, :size] = window.pieces
        sorts[row, :size] = window.kinds
        mask[row, :size] = 1
        firsts[row, : len(window.firsts)] = window.firsts
    return {"pieces": pieces, "kinds": sorts, "mask": mask, "firsts": firsts}


def _sentence(text: str, given: SentenceText, parts: Sequence[tuple[_Window, _Parse]]) -> Sentence:
    """A sentence from its windows, mended; the roots of later ones hang on the first one's as "parataxis"."""
    tokens: list[Token] = []
    entities: list[EntitySpan] = []
    attributions: list[AttributionSpan] = []
    root = -1
    for window, parse in parts:
        offset = len(tokens)
        for place, (start, end) in enumerate(window.spans):
            head, relation = parse.heads[place], parse.relations[place]
            if head >= 0:
                head += offset
            elif root < 0:
                root = place
            else:
                head, relation = root, "parataxis"
            word, upos = text[start:end], parse.upos[place]
            tokens.append(Token(offset + place, start, end, word, lemma(word, upos), upos, head, relation))
        entities.extend(
            replace(one, first=one.first + offset, last=one.last + offset) if offset else one for one in parse.entities
        )
        attributions.extend(_moved(one, offset) if offset else one for one in parse.attributions)
    return Sentence(
        index=given.index,
        span=given.span,
        tokens=mended(tokens, given.headline),
        entities=tuple(entities),
        attributions=tuple(attributions),
        headline=given.headline,
        paragraph=given.paragraph,
        vectors=np.concatenate([parse.vectors for _, parse in parts]) if parts else None,
    )


def _moved(one: AttributionSpan, offset: int) -> AttributionSpan:
    cue, source, content = (tuple(index + offset for index in words) for words in (one.cue, one.source, one.content))
    return AttributionSpan(cue, source, content, one.score)


@cache
def load_encoder(threads: int = 1) -> Encoder:
    """The encoder that the package ships, loaded once. Raises EncoderError where its files are missing."""
    return Encoder(Path(str(files("casus.reading").joinpath("weights"))), threads)
