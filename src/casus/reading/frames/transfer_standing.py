"""What becomes of goods that are told to pass: seized on the way, stopped, given up; then they did not pass."""

from casus.reading.frames.lexicon import word_set
from casus.reading.frames.passing import Passing, things
from casus.reading.modality import Mood, condition_of, mood_of
from casus.reading.modality.negation import negated
from casus.reading.parse import Sentence
from casus.reading.scene import Scene
from casus.reading.syntax import is_passive, preposition

_THEM = frozenset({"them", "it", "they"})


def transfer_mood(sentence: Sentence, index: int, told: Passing) -> Mood:
    """The mood of a passing told at a token, with what the sentence says became of the goods."""
    if told.mood.modality == "actual" and (_caught(sentence, index, told.goods) or _ended(sentence, index)):
        return Mood("denied")
    if told.mood.modality == "actual" and (_laid_down(sentence, index, told.goods) or _not_come(sentence, told.goods)):
        return Mood("planned")
    if told.mood.modality == "actual" and _present(sentence, index) and (condition := condition_of(sentence, index)) is not None:
        return Mood("conditional", condition=condition)  # "exports them if parliament agrees"
    if told.mood.modality == "actual" and _only_talked_of(sentence, index, told.goods):
        return Mood("possible")
    if told.mood.modality in ("planned", "possible", "promised") and _given_up(sentence, index):
        return Mood("denied")
    return told.mood


def _laid_down(sentence: Sentence, told: int, goods: int) -> bool:
    """Whether a passing is what an agreement is about ("an accord on the transfer of tanks")."""
    for index in {told, goods}:
        token = sentence.tokens[index]
        above = sentence.tokens[token.head] if token.head >= 0 else None
        if above is not None and above.upos == "NOUN" and token.deprel in ("nmod", "acl") and token.upos == "NOUN":
            about = preposition(sentence, index) in ("on", "for", "about", "covering", "over", "regarding", "concerning")
            if about and above.lemma in word_set("transfers", "accords"):
                return True
    return False


def _present(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    return token.upos == "VERB" and token.text.lower() in (token.lemma, f"{token.lemma}s", f"{token.lemma}es")


def _only_talked_of(sentence: Sentence, told: int, goods: int) -> bool:
    """Whether a passing is what talk, an inquiry or a ban is about, of which nobody says that it was ("talk of tanks being sent",
    "the embargo on arms deliveries was lifted", "is charged with supplying")."""
    for index in {told, goods}:
        token = sentence.tokens[index]
        if token.head < 0:
            continue
        above = sentence.tokens[token.head]
        if above.upos == "NOUN" and token.deprel in ("nmod", "acl", "ccomp"):
            if above.lemma in word_set("transfers", "talk") | word_set("transfers", "limits"):
                return True
            if above.lemma in word_set("transfers", "claims") and above.deprel == "nmod":
                return True
        if above.lemma == "charge" and is_passive(sentence, above.index) and index == told:
            return True
    return False


def seizes(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells that goods were seized, sunk or turned back."""
    lemma = sentence.tokens[verb].lemma
    back = {"back", "away"} & {sentence.tokens[child].text.lower() for child in sentence.children[verb]}
    return lemma in word_set("transfers", "seizing") or (lemma in ("turn", "send") and bool(back))


def _caught(sentence: Sentence, told: int, goods: int) -> bool:
    """Whether goods that were sent never came: they, or the word that tells of their way, are what somebody seized, stopped or
    sank, in the same sentence also by a pronoun ("but the navy seized them")."""
    if sentence.tokens[told].upos == "VERB" and sentence.tokens[told].lemma not in word_set("transfers", "sending"):
        return False  # what was sold or handed over had come
    for index in {told, goods, sentence.tokens[goods].head} - {-1}:
        token = sentence.tokens[index]
        if token.head >= 0 and token.deprel in ("obj", "nsubj:pass") and seizes(sentence, token.head):
            return True
    return any(_undone(sentence, token.index) for token in sentence.tokens if token.upos == "VERB" and token.index > told)


def _not_come(sentence: Sentence, goods: int) -> bool:
    """Whether it is said of goods that they have not arrived ("the shells bought for Chad have not arrived")."""
    token = sentence.tokens[goods]
    if token.deprel != "nsubj" or sentence.tokens[token.head].lemma not in word_set("transfers", "arrive"):
        return False
    return negated(sentence, token.head)


def never_came(scene: Scene, number: int) -> bool:
    """Whether the sentence after one that tells of goods says that they never came ("They were never delivered")."""
    following = scene.document.sentences[number + 1 : number + 2]
    coming = word_set("transfers", "arrive") | word_set("transfers", "give") | word_set("transfers", "sending")
    return any(
        token.lemma in coming
        and token.deprel == "root"
        and negated(sentence, token.index)
        and any(
            sentence.tokens[head].text.lower() in ("they", "it", "none") for head in sentence.dependents(token.index, "nsubj")
        )
        and (token.lemma in word_set("transfers", "arrive") or is_passive(sentence, token.index))
        for sentence in following
        for token in sentence.tokens
        if token.upos == "VERB"
    )


def _undone(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells of something meant by a pronoun that it was seized or never came."""
    lemma = sentence.tokens[verb].lemma
    if seizes(sentence, verb):
        return any(sentence.tokens[head].text.lower() in _THEM for head in things(sentence, verb))
    below = [sentence.tokens[child] for child in sentence.children[verb]]
    return (
        lemma in word_set("transfers", "arrive")
        and any(token.deprel == "nsubj" and token.text.lower() in _THEM for token in below)
        and negated(sentence, verb)
    )


def _ended(sentence: Sentence, index: int) -> bool:
    """Whether what a verb or noun tells of goods has been stopped ("stopped supplying gas", "the halt to deliveries")."""
    token = sentence.tokens[index]
    above = sentence.tokens[token.head] if token.head >= 0 else None
    if above is None or mood_of(sentence, above.index).modality != "actual":
        return False
    if above.upos == "VERB" and token.upos == "NOUN" and token.deprel in ("obj", "nsubj:pass"):
        return above.lemma in word_set("transfers", "ending")  # "ended arms exports"
    if above.upos == "VERB":
        clause = token.deprel in ("xcomp", "advcl", "ccomp") and token.text.endswith("ing")
        return clause and above.lemma in word_set("transfers", "ending")
    return token.deprel == "nmod" and above.lemma in word_set("transfers", "ends")


def _given_up(sentence: Sentence, index: int) -> bool:
    """Whether the plan, licence or deal that a passing hangs on was given up ("dropped plans to buy", "revoked the licence")."""
    token = sentence.tokens[index]
    if token.deprel not in ("acl", "nmod") or token.head < 0:
        return False
    noun = sentence.tokens[token.head]
    if noun.upos != "NOUN" or noun.deprel not in ("obj", "nsubj:pass") or noun.lemma not in word_set("transfers", "permits"):
        return False
    above = sentence.tokens[noun.head]
    return above.lemma in word_set("transfers", "refusing") and mood_of(sentence, above.index).modality == "actual"
