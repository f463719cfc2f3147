"""Makes lemmas.tsv from the treebanks' training splits: base forms that settle spelling, and forms whose lemma no rule gives."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from casus.reading.lemmas import regular
from training.conllu import GoldSentence

HEADER = """# Word forms in small letters and their lemmas: part of speech, form, lemma. Two fields are a known base form.
# Made by `python -m training.train` from the training splits of UD English GUM and EWT (facts of spelling and inflection).
"""


def write_lemma_table(sentences: Iterable[GoldSentence], path: Path) -> None:
    """Writes the table. Bases count where seen twice; of a form's lemmas the most frequent is taken."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    bases: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        for word, upos, lemma, relation in zip(sentence.words, sentence.upos, sentence.lemmas, sentence.relations, strict=True):
            if lemma == "_" or relation == "goeswith":
                continue
            seen[word.replace("’", "'"), upos][lemma] += 1
            if upos in ("NOUN", "VERB", "ADJ", "ADV") and lemma.isalpha() and lemma == lemma.lower():
                bases[lemma, upos] += 1
    known = {pair for pair, times in bases.items() if times > 1}
    known |= {(word, upos) for word, upos in known if upos == "ADJ"}
    lines = [f"{upos}\t{form}" for form, upos in known]
    lines += [f"{upos}\t{form}\t{lemma}" for (form, upos), lemma in _irregular(seen, frozenset(known)).items()]
    path.write_text(HEADER + "\n".join(sorted(lines)) + "\n", encoding="utf-8")


def _irregular(seen: dict[tuple[str, str], Counter[str]], bases: frozenset[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Forms in small letters whose usual lemma differs from the rules'."""
    merged: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    regularly: Counter[tuple[str, str]] = Counter()
    for (form, upos), lemmas in seen.items():
        key = form.lower(), upos
        merged[key].update(lemmas)
        regularly[key] += lemmas[regular(form, upos, bases)]
    found = {}
    for key, lemmas in merged.items():
        lemma, times = lemmas.most_common(1)[0]
        only_capitals = key[1] in ("ADJ", "ADV", "NOUN", "PROPN", "VERB") and lemma.lower() == regular(*key, bases).lower()
        if (
            not only_capitals
            and times > regularly[key]
            and (times > 1 or key[1] != "PROPN")
            and key[1] not in ("X", "SYM", "NUM", "PUNCT")
        ):
            found[key] = lemma
    return found
