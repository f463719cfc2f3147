"""Pronouns: who "he", "its", "they" or "who" means. First persons wait for the speaker, who is not known yet."""

from casus.reading.actors.binding import clause_mates, named_at, own_phrase, owning_subject, quoting_subject, said_by_it
from casus.reading.actors.figures import Figure, Figures, Heard, Stage
from casus.reading.actors.lexicon import Pronoun
from casus.reading.actors.naming import folded
from casus.reading.actors.phrases import Phrase, conjuncts, coordinated, preposition
from casus.reading.actors.salience import competing, last_together
from casus.reading.parse import Sentence

_REACH = 60
_SENTENCES = {"he": 6, "it": 2, "they": 3}
_CLOSE = 0.5


def resolve(stage: Stage, phrase: Phrase) -> Figures | None:
    """The figures that a pronoun means; () where it waits for the speaker or nobody fits, None where it means a thing."""
    word = phrase.token.text.lower()
    if stage.lexicon.among(word, "relative") and word not in stage.lexicon.pronouns:
        return _antecedent(stage, phrase)
    if word in {"both", "each"}:
        return _both(stage)
    if word == "other":
        return _subject(stage, phrase)
    pronoun = stage.lexicon.pronouns.get(word)
    if pronoun is None:
        return ()
    if pronoun.person != 3:
        return ()
    if stage.lexicon.among(word, "reflexive"):
        own = _subject(stage, phrase)
        if own:
            return own
    near = _fellow(stage, phrase, pronoun) or _blamed(stage, phrase, pronoun)
    if near:
        return near
    if pronoun.gender in {"male", "female"}:
        return _person(stage, phrase, pronoun)
    return _neuter(stage, phrase) if pronoun.number == "singular" else _plural(stage, phrase)


def _fellow(stage: Stage, phrase: Phrase, pronoun: Pronoun) -> Figures:
    """ "the US and its allies": a possessive in a coordination means the first member."""
    if phrase.token.deprel != "nmod:poss" or phrase.token.head < 0:
        return ()
    sentence = phrase.sentence
    first = coordinated(sentence, phrase.token.head)
    if first == phrase.token.head:
        return ()
    figures = stage.of_head(sentence.index, first)
    wanted = {"male": ("person",), "female": ("person",), "none": ("state", "organisation", "group", "bloc")}.get(pronoun.gender)
    return figures if wanted is None or (len(figures) == 1 and figures[0].kind in wanted) else ()


def _blamed(stage: Stage, phrase: Phrase, pronoun: Pronoun) -> Figures:
    """ "thanked Peru for its help", "sanctions on Iran over its missiles": whom the act befalls, not who acts."""
    sentence, token = phrase.sentence, phrase.token
    if token.deprel != "nmod:poss" or preposition(sentence, token.head) not in {"for", "over"}:
        return ()
    kinds = {"male": {"person"}, "female": {"person"}, "none": {"state", "organisation", "group", "bloc"}}.get(pronoun.gender)
    if kinds is None:
        return ()
    for heard in reversed(stage.heard[-12:]):
        if heard.sentence != sentence.index or heard.subject:
            continue
        figures = tuple(figure.itself() for figure in heard.figures)
        if (
            len(figures) == 1
            and figures[0].kind in kinds
            and sentence.tokens[heard.token].deprel.partition(":")[0] in {"obj", "obl", "iobj", "nmod"}
        ):
            return figures
    return ()


def _antecedent(stage: Stage, phrase: Phrase) -> Figures | None:
    """A relative pronoun means what its clause hangs on."""
    sentence, current = phrase.sentence, phrase.head
    for _ in range(6):
        token = sentence.tokens[current]
        if token.deprel == "acl:relcl" and token.head >= 0:
            return stage.of_head(sentence.index, token.head) or _just_before(stage, phrase) or None
        if token.head < 0:
            return None
        current = token.head
    return None


def _just_before(stage: Stage, phrase: Phrase) -> Figures:
    """What the noun right before a relative pronoun means, where the parser hung the clause on a thing further back."""
    for index in (phrase.head - 1, phrase.head - 2):
        if index >= 0 and (figures := stage.of_head(phrase.sentence.index, index)):
            return figures
    return ()


def the_other(stage: Stage, phrase: Phrase) -> Figures:
    """ "the other": of two that were named together, or of two states, the one that does not act; both after "each"."""
    doers = _subject(stage, phrase)
    if len(doers) == 2:
        return doers
    for heard in reversed(stage.heard[-20:]):
        two = tuple(figure.itself() for figure in heard.figures)
        if len(two) == 2 and (not doers or doers[0] in two):
            return tuple(figure for figure in two if figure not in doers)
    if doers and doers[0].kind == "state":
        two = last_together(stage, phrase.sentence.index, 2, lambda one: one.kind == "state")
        return tuple(figure for figure in two if figure is not doers[0]) if doers[0] in two else ()
    return ()


def _both(stage: Stage) -> Figures:
    for heard in reversed(stage.heard[-20:]):
        if len(heard.figures) == 2:
            return tuple(figure.itself() for figure in heard.figures)
    return ()


def _candidates(stage: Stage, phrase: Phrase, reach: int) -> list[tuple[float, Heard]]:
    """What was heard within reach, with its prominence for this pronoun; mates of its clause are left out."""
    here = phrase.sentence.index
    mates, quoting = clause_mates(stage, phrase), quoting_subject(stage, phrase)
    barred = mates | own_phrase(phrase) | quoting | said_by_it(stage, phrase)
    barred_figures = {id(figure) for head in mates for figure in stage.of_head(here, head)}
    barred_figures |= {id(figure) for head in quoting for figure in named_at(stage, here, head)}
    own = owning_subject(phrase)
    found = []
    for heard in reversed(stage.heard[-_REACH:]):
        if here - heard.sentence > reach:
            break
        if heard.sentence == here and heard.token in barred:
            continue
        if any(id(figure.itself()) in barred_figures for figure in heard.figures):
            continue
        score = competing(heard, here)
        if heard.subject and phrase.relation.startswith("nsubj"):
            score += 0.4
        if heard.sentence == here and heard.token == own:
            score += 0.8
        if heard.quoted >= 0 and heard.quoted != phrase.quoted:
            score -= 1.6
        found.append((score, heard))
    return found


def _person(stage: Stage, phrase: Phrase, pronoun: Pronoun) -> Figures:
    scores: dict[int, float] = {}
    figures: dict[int, Figure] = {}
    for score, heard in _candidates(stage, phrase, _SENTENCES["he"]):
        for one in heard.figures:
            figure = one.itself()
            if figure.kind != "person" or figure.plural or figure.gender not in {None, pronoun.gender}:
                continue
            value = (
                score
                - 0.3 * (phrase.sentence.index - heard.sentence)
                + (0.3 if figure.gender == pronoun.gender else 0.0)
                + (0.3 if figure.named else 0.0)
            )
            value += min(len(figure.mentions), 6) * 0.1
            figures[id(figure)] = figure
            scores[id(figure)] = max(scores.get(id(figure), float("-inf")), value)
    order = sorted(scores, key=lambda key: -scores[key])
    if not order:
        return ()
    best = figures[order[0]]
    if len(order) > 1 and scores[order[0]] - scores[order[1]] < _CLOSE / 2 and phrase.token.deprel != "nmod:poss":
        other = figures[order[1]]
        if best.gender is None or other.gender is not None:
            stage.doubt(phrase, best.name, other.name)
    if best.gender is None and pronoun.gender in {"male", "female"}:
        best.gender = "male" if pronoun.gender == "male" else "female"
    return (best,)


def _agentive(stage: Stage, phrase: Phrase) -> float:
    """How much the pronoun's own place asks for an actor rather than a thing."""
    sentence, token = phrase.sentence, phrase.token
    while token.deprel == "nmod" and token.head >= 0:
        token = sentence.tokens[token.head]
        if _of_somebody(sentence, token.index):
            return 1.5
    governor = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    if token.deprel == "nmod:poss":
        return 1.2 if stage.lexicon.among(folded(governor), "possessed") or folded(governor) in stage.lexicon.nouns else 0.3
    if token.deprel.startswith("nsubj") and stage.lexicon.among(governor, "speech_words"):
        return 1.5
    return -0.9


def _of_somebody(sentence: Sentence, head: int) -> bool:
    """Whether a relative clause with "who" shows a head to be a person."""
    return any(
        sentence.tokens[word].text.lower() == "who"
        for clause in sentence.dependents(head, "acl")
        for word in sentence.children[clause]
    )


def _neuter(stage: Stage, phrase: Phrase) -> Figures | None:
    if _expletive(phrase.sentence, phrase):
        return None
    lift = _agentive(stage, phrase)
    above = phrase.token.head
    owned = phrase.token.deprel == "nmod:poss" and stage.lexicon.among(folded(phrase.sentence.tokens[above].lemma), "states_own")
    best: Heard | None = None
    best_score = float("-inf")
    second: tuple[float, Figure] | None = None
    for score, heard in _candidates(stage, phrase, _SENTENCES["it"]):
        if heard.plural and len(heard.figures) != 1:
            continue
        single = [figure.itself() for figure in heard.figures]
        if single and (len(single) > 1 or single[0].kind == "person" or single[0].plural):
            continue
        home = 0.8 if owned and single and single[0].kind == "state" else 0.0
        value = score + home + (lift if single and single[0].kind != "place" else 0.0) - (1.5 if single and heard.joined else 0.0)
        if value > best_score:
            if best is not None and best.figures and single and best.figures[0].itself() is not single[0]:
                second = best_score, best.figures[0].itself()
            best, best_score = heard, value
        elif (
            single
            and best is not None
            and best.figures
            and single[0] is not best.figures[0].itself()
            and (second is None or value > second[0])
        ):
            second = value, single[0]
    if best is None:
        return ()
    if not best.figures:
        return None
    chosen = best.figures[0].itself()
    if second is not None and best_score - second[0] < _CLOSE / 2 and phrase.token.deprel.startswith("nsubj"):
        stage.doubt(phrase, chosen.name, second[1].name)
    return (chosen,)


def _expletive(sentence: Sentence, phrase: Phrase) -> bool:
    """ "It is time", "it was reported that": the word means nothing."""
    if phrase.token.deprel.startswith("expl"):
        return True
    governor = phrase.governor
    if governor < 0 or not phrase.relation.startswith("nsubj"):
        return False
    below = [sentence.tokens[child].deprel for child in sentence.children[governor]]
    copula = "cop" in below
    return ("csubj" in below or "csubj:pass" in below or (copula and "ccomp" in below)) or (
        copula and sentence.tokens[governor].upos == "ADJ" and "xcomp" in below
    )


def _plural(stage: Stage, phrase: Phrase) -> Figures | None:
    best: Heard | None = None
    best_score = float("-inf")
    for score, heard in _candidates(stage, phrase, _SENTENCES["they"]):
        single = [figure.itself() for figure in heard.figures]
        if len(single) == 1 and not single[0].plural and not heard.plural:
            if single[0].kind not in {"organisation", "group", "bloc"}:
                continue
            score -= 1.0
        elif not single and not heard.plural:
            continue
        persons = len(single) == 1 and single[0].kind == "group"
        value = score + (_agentive(stage, phrase) if single else 0.0) + (0.6 if persons else 0.0)
        if value > best_score:
            best, best_score = heard, value
    if best is None:
        return ()
    return tuple(dict.fromkeys(figure.itself() for figure in best.figures)) or None


def _subject(stage: Stage, phrase: Phrase) -> Figures:
    """What the subject of the clause that a reflexive stands in means."""
    sentence, current = phrase.sentence, phrase.token.head
    for _ in range(5):
        if current < 0:
            return ()
        for head in sentence.dependents(current, "nsubj"):
            members = conjuncts(sentence, head)
            figures = tuple(dict.fromkeys(one for member in members for one in stage.of_head(sentence.index, member)))
            if figures and phrase.head not in members:
                return figures
        if phrase.token.deprel == "appos" and stage.of_head(sentence.index, phrase.token.head):
            return stage.of_head(sentence.index, phrase.token.head)
        current = sentence.tokens[current].head
    return ()
