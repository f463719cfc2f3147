"""Lemmas: a table of what rules miss, then rules for regular inflection that know which base forms exist."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

Table = Mapping[tuple[str, str], str]

_OPEN = frozenset(("NOUN", "VERB", "ADJ", "ADV"))
_VOWELS = frozenset("aeiou")
_KEPT = 100_000


def lemma(form: str, upos: str) -> str:
    """The lemma of a word form with its universal part of speech ("said", VERB: "say"; "Leaders", NOUN: "leader")."""
    found = _seen().get((form, upos))
    if found is None:
        found = _lemma(form, upos)
        if len(_seen()) >= _KEPT:
            _seen().clear()
        _seen()[form, upos] = found
    return found


@cache
def _seen() -> dict[tuple[str, str], str]:
    return {}


def _lemma(form: str, upos: str) -> str:
    irregular, bases = _table()
    plain = form.replace("’", "'")
    lower = plain.lower()
    known = irregular.get((lower, upos))
    if known is not None:
        return known
    return regular(plain, upos, bases)


def regular(form: str, upos: str, bases: frozenset[tuple[str, str]]) -> str:
    """The lemma by rule alone. `bases` holds known pairs of lemma and part of speech, which settle what spelling leaves open."""
    lower = form.lower()
    if upos in ("PROPN", "X", "SYM"):
        return form
    if upos == "ADJ" and form[0].isupper() and not form.isupper() and (lower, upos) not in bases:
        return form
    if upos in ("VERB", "AUX"):
        return _verb(lower, bases)
    if upos == "NOUN":
        acronym = len(form) > 1 and form.removesuffix("s").isupper()
        return form.removesuffix("s") if acronym else _noun(lower, bases)
    if upos in ("ADJ", "ADV"):
        return _degree(lower, upos, bases)
    return lower


def _noun(form: str, bases: frozenset[tuple[str, str]]) -> str:
    if len(form) < 4 or not form.endswith("s") or form.endswith(("ss", "us", "is", "'s")):
        return f"{form[:-3]}man" if form.endswith("men") and len(form) > 4 else form
    if form.endswith("ies") and len(form) > 4:
        return form[:-1] if (form[:-1], "NOUN") in bases else f"{form[:-3]}y"
    if form.endswith("ves") and (f"{form[:-3]}f", "NOUN") in bases:
        return f"{form[:-3]}f"
    if form.endswith(("sses", "xes", "ches", "shes", "zzes")) and (form[:-1], "NOUN") not in bases:
        return form[:-2]
    if form.endswith("es") and (form[:-1], "NOUN") not in bases and (form[:-2], "NOUN") in bases:
        return form[:-2]
    return form[:-1]


def _verb(form: str, bases: frozenset[tuple[str, str]]) -> str:
    if form.endswith("eed") and (form, "VERB") in bases:
        return form
    for ending in ("ing", "ied", "ed", "ies", "es", "s"):
        if not form.endswith(ending) or len(form) - len(ending) < 2:
            continue
        stem = form[: -len(ending)]
        if ending in ("ied", "ies"):
            return f"{stem}y"
        if ending == "s":
            return form if stem.endswith(("s", "u", "i")) else stem
        if ending == "es":
            if (stem, "VERB") not in bases and not stem.endswith(("ss", "x", "zz", "ch", "sh", "o")):
                return f"{stem}e"
            return stem
        if ending == "ed" and stem.endswith("e"):
            return f"{stem}e"
        if not _VOWELS & {*stem, "y" if "y" in stem else ""} and "y" not in stem:
            return form
        return _stem(stem, bases)
    return form


def _stem(stem: str, bases: frozenset[tuple[str, str]]) -> str:
    """The verb whose -ed or -ing form has this stem: "negotiat", "plann", "sign"."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    for candidate in (f"{stem}e", stem, stem[:-1] if doubled else stem):
        if (candidate, "VERB") in bases:
            return candidate
    if doubled:
        return stem if stem[-1] in "lsfz" and not _of_two_syllables(stem) else stem[:-1]
    if stem.endswith(
        ("at", "iz", "is", "v", "c", "u", "bl", "dl", "gl", "tl", "pl", "kl", "fl", "rs", "ns", "ls", "eas", "dg", "ng", "rg")
    ):
        return stem if stem.endswith(("eat", "oat", "ing", "ang", "ong")) else f"{stem}e"
    if len(stem) > 2 and stem[-1] not in "aeiouwxyrlnm" and stem[-2] in _VOWELS and stem[-3] not in _VOWELS:
        return f"{stem}e"
    return stem


def _of_two_syllables(stem: str) -> bool:
    """Whether a stem in -ll has a vowel before its last syllable: British "counselled" is of "counsel"."""
    return stem.endswith("ll") and any(letter in _VOWELS for letter in stem[:-4])


def _degree(form: str, upos: str, bases: frozenset[tuple[str, str]]) -> str:
    for ending in ("est", "er"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            options = [stem, f"{stem}e"]
            if stem.endswith("i"):
                options.insert(0, f"{stem[:-1]}y")
            if stem[-1] == stem[-2]:
                options.insert(0, stem[:-1])
            found = next((option for option in options if (option, upos) in bases or (option, "ADJ") in bases), None)
            if found and (form, upos) not in bases:
                return found
    return form


@cache
def _table() -> tuple[dict[tuple[str, str], str], frozenset[tuple[str, str]]]:
    """Irregular forms and known bases: from lemmas.tsv (part of speech, form, lemma; a base has no third field) and from
    irregular_verbs.tsv (base, then its forms)."""
    irregular, bases = {}, set()
    for line in files("casus.reading").joinpath("lemmas.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            upos, form, *own = line.split("\t")
            if own:
                irregular[form, upos] = own[0]
            else:
                bases.add((form, upos))
    for line in files("casus.reading").joinpath("irregular_verbs.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            base, *forms = line.split("\t")
            irregular.update({(form, "VERB"): base for form in forms})
            bases.add((base, "VERB"))
    return irregular, frozenset(bases)
