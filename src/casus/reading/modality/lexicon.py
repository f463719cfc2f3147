"""The words that govern modality, from operators.yaml."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from casus.lexicons import load_lexicon


@dataclass(frozen=True, slots=True)
class Operators:
    """Lemma (or lower-case word for auxiliaries) to what it makes of what it governs, by part of speech.

    `prepositions`: verbs that govern a noun phrase only after these; `infinitives`: verbs that govern an infinitive of purpose
    too; `persons`: verbs whose object is a person asked, not a thing decided; `clauses`: verbs that decide of finite clauses;
    `claims`: nouns that report what a clause says; `dismissals`: verbs that deny such a claim; `carriers`: nouns before "of"
    that are part of what follows ("a round of talks"); `implicatives` and `gladness`: verbs and adjectives before "to" that tell
    what follows as done; `pending`: what is under these is not settled ("the sale is under review");
    `doubts`: adverbs that leave a verb open; `outer`: nouns that make so what they are said to be ("the danger is that");
    `grounds`: what a false claim lacks; `mistaken`: what it is to say what is not so ("wrong to say that");
    `unconfirmed`: what is missing where a thing is left open ("no word that"); `tales`: what happens in these did not happen,
    nor in `told` with one of `telling` before it ("war game"), nor what these, as subjects, are `showing`; `drills` with one of
    `mock` in the sentence are tales; `made_up`: sources whose word counts for nothing ("a hoax letter");
    `happening`: what fails to do these does not come about; `spreading`: what a rumour does;
    `drafts`: what these say is not said before they are `adopting`'s object; `wrongly`: adverbs at a verb of saying that make
    what is said not so; `unreal`: phrases that set a thing apart from what is ("on paper"); `voicing`: what is said, not only
    meant, where the verb above is one of `gathering` ("marched to demand"); `deserved`: what one gets for what one did ("jail
    for bombing"); `presupposing`: verbs that take what they are about for a fact; `approving`: verbs after which these `deeds`
    are still to be done; `wanted`: what a thing is called that has not come about ("set the release as a condition");
    `forward`: prepositions before what is still to come; `defining`: verbs that say what "an attack" would be or bring about;
    `bearers`: things that tell what they show or announce, which are called false, or `trials` ("the siren was a test");
    and whose word, where they have these `telling_verbs`, is nobody's; `schemes`:
    what is only laid down in these is not done yet ("under the bill").
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    auxiliaries: dict[str, str]
    conditions: frozenset[str]
    negations: frozenset[str]
    negative_determiners: frozenset[str]
    negative_prepositions: frozenset[str]
    prepositions: dict[str, tuple[str, ...]]
    infinitives: frozenset[str]
    persons: frozenset[str]
    clauses: frozenset[str]
    claims: frozenset[str]
    carriers: frozenset[str]
    dismissals: frozenset[str]
    asking: frozenset[str]
    ordinals: frozenset[str]
    open_questions: frozenset[str]
    truths: frozenset[str]
    hearsay: frozenset[str]
    untruths: frozenset[str]
    proofs: frozenset[str]
    factives: frozenset[str]
    reporting: frozenset[str]
    implicatives: frozenset[str]
    gladness: frozenset[str]
    pending: frozenset[str]
    doubts: frozenset[str]
    outer: frozenset[str]
    grounds: frozenset[str]
    mistaken: frozenset[str]
    unconfirmed: frozenset[str]
    tales: frozenset[str]
    told: frozenset[str]
    telling: frozenset[str]
    showing: frozenset[str]
    drills: frozenset[str]
    mock: frozenset[str]
    made_up: frozenset[str]
    happening: frozenset[str]
    spreading: frozenset[str]
    drafts: frozenset[str]
    adopting: frozenset[str]
    wrongly: frozenset[str]
    unreal: frozenset[str]
    approving: frozenset[str]
    deeds: frozenset[str]
    wanted: frozenset[str]
    forward: frozenset[str]
    defining: frozenset[str]
    deserved: frozenset[str]
    voicing: frozenset[str]
    presupposing: frozenset[str]
    gathering: frozenset[str]
    bearers: frozenset[str]
    trials: frozenset[str]
    telling_verbs: frozenset[str]
    schemes: frozenset[str]
    owning: frozenset[str]
    dwelling: frozenset[str]
    ascertaining: frozenset[str]
    favouring: frozenset[str]
    worried: frozenset[str]
    nearing: frozenset[str]
    seeming: frozenset[str]
    holding: frozenset[str]
    comprising: frozenset[str]
    clues: frozenset[str]


@cache
def operators() -> Operators:
    """The operators that ship with the package."""
    rows = load_lexicon(Path(__file__).with_name("operators.yaml"))

    def inverted(key: str) -> dict[str, str]:
        return {word: value for value, words in rows[key].items() for word in words}

    kinds = ("verbs", "nouns", "adjectives", "auxiliaries")
    sets = {one.name for one in fields(Operators)} - {*kinds, "prepositions"}
    given: dict[str, Any] = {key: inverted(key) for key in kinds}
    given["prepositions"] = {verb: tuple(marks) for verb, marks in rows["prepositions"].items()}
    given |= {name: frozenset(rows[name]) for name in sets}
    return Operators(**given)
