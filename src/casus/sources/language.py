"""Which language a text is in, guessed from its script and its function words. Made to be sure before it says "not English"."""

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

from casus.lexicons import load_lexicon

_SAMPLE = 4000
_WORD = re.compile(r"[^\W\d_]+")
_FOREIGN_HITS = 4
_PARTICLE = 3
"""Letters of the longest small word inside a name ("de", "los"), and how many may follow each other."""
_LONGEST_PARTICLES = 2
_SCRIPTS = {
    "ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "CYRILLIC": "ru", "HANGUL": "ko", "DEVANAGARI": "hi", "BENGALI": "bn",
    "THAI": "th", "ARMENIAN": "hy", "GEORGIAN": "ka", "ETHIOPIC": "am", "TAMIL": "ta", "TELUGU": "te", "GUJARATI": "gu",
    "GURMUKHI": "pa", "MYANMAR": "my", "KHMER": "km", "LAO": "lo", "SINHALA": "si", "MALAYALAM": "ml", "KANNADA": "kn",
    "TIBETAN": "bo", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja",
}  # fmt: skip
_LETTERS = (("uk", "іїєґ"), ("fa", "پچژگ"), ("ur", "ٹڈڑے"), ("sr", "ђћљњџј"), ("be", "ўі"), ("kk", "әғқңөұү"))


def language_of(text: str) -> str | None:
    """The BCP 47 tag of the language of a text's first 4,000 characters; None where too little tells.

    Another language than English takes a foreign script for most letters, or at least four of its function words, of three
    kinds, that clearly outweigh the English ones: names alone prove nothing.
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample)
    if not words:
        return None
    return _by_script(sample) or _by_words(_outside_names(words))


def _by_script(sample: str) -> str | None:
    """The language of the script that most letters are in, None for Latin letters."""
    letters = [character for character in sample if character.isalpha()]
    foreign = [character for character in letters if character >= "\u0370"]
    if len(foreign) * 2 <= len(letters):
        return None
    scripts = Counter(unicodedata.name(character, "?").split(" ")[0] for character in foreign)
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > len(foreign) // 20 and scripts["CJK"]:
        return "ja"
    script, _ = scripts.most_common(1)[0]
    language = _SCRIPTS.get(script, "und")
    if language in {"ru", "ar"}:
        small = Counter(sample.lower())
        marks = {tag: sum(small[character] for character in characters) for tag, characters in _LETTERS}
        wanted = ("uk", "sr", "be", "kk") if language == "ru" else ("fa", "ur")
        best = max(wanted, key=lambda tag: marks[tag])
        if best in {"uk", "be"} and small["ў"] * 3 > small["і"] > 0:
            best = "be"
        elif best == "be":
            best = "uk"
        if marks[best] * 100 > len(letters):
            return best
    return language


def _outside_names(words: list[str]) -> list[str]:
    """Words in small letters, without those inside names ("Luis de la Cruz", "El Salvador"), which tell no language."""
    capital = [word[0].isupper() for word in words]
    kept = []
    last_capital = -_LONGEST_PARTICLES - 2
    held: list[str] = []
    for place, word in enumerate(words):
        if capital[place]:
            if place - last_capital > _LONGEST_PARTICLES + 1:
                kept += held
            held = []
            last_capital = place
            if not (place + 1 < len(words) and capital[place + 1]):
                kept.append(word.lower())
        elif len(word) <= _PARTICLE:
            held.append(word)
        else:
            kept += [*held, word]
            held = []
            last_capital = -_LONGEST_PARTICLES - 2
    return kept + held


@cache
def _weights() -> dict[str, dict[str, float]]:
    """For each function word the languages that have it, each with the word's weight: one over the number of languages."""
    lists: dict[str, str] = load_lexicon(Path(__file__).parent / "data" / "languages.yaml")
    owners: dict[str, list[str]] = {}
    for language, words in lists.items():
        for word in dict.fromkeys(words.split()):
            owners.setdefault(word, []).append(language)
    return {word: dict.fromkeys(languages, 1 / len(languages)) for word, languages in owners.items()}


def _by_words(words: list[str]) -> str | None:
    weights = _weights()
    scores: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    kinds: dict[str, set[str]] = {}
    for word in words:
        for language, weight in weights.get(word, {}).items():
            scores[language] += weight  # type: ignore[assignment]  # a Counter of floats
            hits[language] += 1
            kinds.setdefault(language, set()).add(word)
    if not scores:
        return None
    best, score = scores.most_common(1)[0]
    english = scores["en"]
    if best == "en" or english * 1.5 + 1 > score:
        return "en" if english >= 1 and hits["en"] * 10 >= len(words) else None
    sure = hits[best] >= max(_FOREIGN_HITS, 0.12 * len(words)) and len(kinds[best]) >= 3
    return best if sure and hits[best] > 1.5 * hits["en"] else None
