"""Who deals with whom in a report: the other side of a transfer whose sentence names one side alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from casus.reading.frames.lexicon import word_set
from casus.reading.model import Agreement, Claim, Transfer
from casus.reading.scene import Scene
from casus.reading.syntax import agents


def with_partners(scene: Scene, transfers: Iterable[Transfer], claims: Iterable[Claim]) -> tuple[Transfer, ...]:
    """The transfers, each missing side filled with the one state with which the other side has agreements or transfers here.

    Nothing is filled where there is no such state or more than one that is as frequent.
    """
    given = tuple(transfers)
    agreed = [frozenset(claim.parties) for claim in claims if isinstance(claim, Agreement) and len(claim.parties) == 2]
    return tuple(_filled(scene, transfer, Counter([*agreed, *_dealing(transfer, given)])) for transfer in given)


def _dealing(transfer: Transfer, others: Iterable[Transfer]) -> list[frozenset[str]]:
    """The pairs between whom goods of the same class pass in a report; who gets missiles here may get jets from another."""
    return [
        frozenset((*other.suppliers, *other.recipients))
        for other in others
        if other.goods_class == transfer.goods_class and len(other.suppliers) == 1 and len(other.recipients) == 1
    ]


def _filled(scene: Scene, transfer: Transfer, pairs: Counter[frozenset[str]]) -> Transfer:
    if (transfer.suppliers and transfer.recipients) or _told_otherwise(scene, transfer):
        return transfer
    known = transfer.suppliers or transfer.recipients
    partners: Counter[str] = Counter()
    for pair, count in pairs.items():
        if len(known) == 1 and known[0] in pair:
            partners.update(
                {actor: count for actor in pair if actor != known[0] and scene.actor(actor).kind in ("state", "group")}
            )
    ranked = partners.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return transfer
    partner = (ranked[0][0],)
    return replace(transfer, recipients=partner) if transfer.suppliers else replace(transfer, suppliers=partner)


def _told_otherwise(scene: Scene, transfer: Transfer) -> bool:
    """Whether the sentence names who is on the missing side, though nobody whom the report knows ("a dealer sold rifles")."""
    span = transfer.spans[0]
    sentence = next((one for one in scene.document.sentences if one.span[0] <= span[0] < one.span[1]), None)
    if sentence is None:
        return False
    inside = [token for token in sentence.tokens if token.upos == "VERB" and span[0] <= token.start < span[1]]
    wanting = word_set("transfers", "give") if not transfer.suppliers else word_set("transfers", "take")
    return any(token.lemma in wanting and agents(sentence, token.index) for token in inside)
