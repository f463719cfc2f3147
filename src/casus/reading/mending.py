"""Puts right what no tree of English can be: an object before its verb, an agent without "by", two subjects of one verb.

The encoder scores each arc and each relation by itself, so that now and then they don't fit together. Each rule here mends one
such misfit by what Universal Dependencies (https://universaldependencies.org/u/dep/) allows, whatever the words mean.
"""

from collections.abc import Sequence

from casus.reading import mending_nouns as nouns
from casus.reading import mending_verbs as verbs
from casus.reading.mending_tree import Rule, Tree
from casus.reading.parse import Token

_RULES: tuple[Rule, ...] = (
    verbs.verbs_taken_for_others,
    verbs.progressives,
    verbs.pronouns_in_ing,
    nouns.subjects_after_marks,
    verbs.verbs_taken_for_nouns,
    verbs.nouns_in_ing,
    verbs.gerunds,
    nouns.subjects_before,
    nouns.speakers_in_brackets,
    nouns.agents_without_by,
    verbs.relative_clauses,
    verbs.subjects_of_inner_clauses,
    nouns.names_of_two_words,
    nouns.listed_subjects,
    verbs.negated_infinitives,
    verbs.infinitives_after_verbs,
    verbs.infinitives_after_adjectives,
    verbs.infinitives_after_objects,
    nouns.objects_across_verbs,
    nouns.receivers,
    verbs.coordinated_forms,
    verbs.participles_as_subjects,
    nouns.objects_before_clauses,
    nouns.conjuncts_across_verbs,
    verbs.claims_as_verbs,
    verbs.said_to_be,
    verbs.participles_after_speech,
)
_HEADLINES: tuple[Rule, ...] = (*_RULES, nouns.shortened_passives)


def mended(tokens: Sequence[Token], headline: bool) -> tuple[Token, ...]:
    """The tokens of a parsed sentence with misfits put right; the same tree where there are none."""
    found = list(tokens)
    for rule in _HEADLINES if headline else _RULES:
        for token in list(rule(Tree(found))):
            if not _stands_above(found, token.index, token.head):
                found[token.index] = token
    return tuple(found)


def _stands_above(tokens: Sequence[Token], index: int, other: int) -> bool:
    """Whether a token is another one or stands above it."""
    while other >= 0 and other != index:
        other = tokens[other].head
    return other == index
