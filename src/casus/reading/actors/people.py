"""Persons: one figure for all forms of a name, with office, country and side from titles and from the reference facts."""

from casus.reading.actors import states
from casus.reading.actors.figures import Figure, Stage
from casus.reading.actors.lexicon import Gender
from casus.reading.actors.naming import PersonName, folded
from casus.reading.actors.salience import nearest_states
from casus.world import offices
from casus.world.entities import Entity
from casus.world.offices import Holder
from casus.world.time import Validity

_HIGH_OFFICES = frozenset(
    {
        "head of state",
        "head of government",
        "leader",
        "effective leader",
        "president",
        "prime minister",
        "foreign minister",
        "defence minister",
    }
)
_ELECTED = frozenset({"president", "prime minister", "premier", "chancellor", "foreign minister", "defence minister"})
_CLOSE = 0.4
_SPEAKS_FOR_STATE = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "COP"})
_SPELLING = {"defense": "defence"}


def parts(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """A name's words, folded, hyphens taken apart."""
    return tuple(piece for token in tokens for piece in folded(token).replace("‑", "-").split("-") if piece)


def office_of(role: str) -> tuple[str | None, str | None, str | None]:
    """The office and sector that a role's words mean, and the state if only one has it: by its longest ending that is a title.

    "deputy" and "former" make no office.
    """
    words = [_SPELLING.get(word, word) for word in folded(role).replace(",", " ").split()]
    titles = offices.titles()
    for start in range(len(words)):
        title = titles.get(" ".join(words[start:]))
        if title is not None:
            blocked = any(
                word.strip("-") in {"deputy", "vice", "former", "ex", "late", "future", "assistant"} for word in words[:start]
            )
            state = title.countries[0] if len(title.countries) == 1 else None
            return (None if blocked else title.office), title.sector, state
    return None, None, None


def named(stage: Stage, name: PersonName, sentence: int, owner: Figure | None, entity: Entity | None = None) -> Figure:
    """The person of a name, made where the report had none; what the title tells is added."""
    tokens = parts(name.tokens)
    home = owner.country if owner is not None and owner.kind == "state" else None
    known = stage.known(entity.id) if entity is not None else None
    figure = known or _reigning(stage, tokens, name, home) or _earlier(stage, tokens, home, name.role_head)
    if figure is None:
        full = () if stage.lexicon.among(name.role_head, "monarchs") else _full_name(stage, tokens)
        figure = Figure("person", " ".join(name.tokens).replace(" - ", "-"), named=True, tokens=tokens)
        if full:
            figure.tokens = parts(full)
            figure.name = " ".join(full).replace(" - ", "-")
        _look_up(stage, figure, name, owner, entity)
        same = stage.known(figure.entity.id) if figure.entity else None
        if same is not None:
            figure = same
        else:
            stage.add(figure, f"person:{' '.join(figure.tokens)}", *((figure.entity.id,) if figure.entity else ()))
    elif len(tokens) > len(figure.tokens):
        figure.tokens = tokens
        figure.name = " ".join(name.tokens).replace(" - ", "-")
    describe(stage, figure, name.role, name.role_head, owner)
    if figure.country is None and owner is None and name.role_head and figure.sector in _SPEAKS_FOR_STATE:
        suppose_country(stage, figure, sentence)
    figure.gender = figure.gender or gender(stage, name)
    return figure


def _reigning(stage: Stage, tokens: tuple[str, ...], name: PersonName, home: str | None) -> Figure | None:
    """The monarch of a state whose name the facts spell out further ("King Hussein of Jordan")."""
    if home is None or stage.on is None or not stage.lexicon.among(name.role_head, "monarchs"):
        return None
    for found in offices.holders(home, "head of state", stage.on):
        if set(tokens) <= set(parts(tuple(found.person.name.split()))):
            figure = of_holder(stage, found)
            figure.roles.add(name.role_head)
            return figure
    return None


def suppose_country(stage: Stage, figure: Figure, sentence: int) -> None:
    """An official whose state nobody names is taken to be of the state that the report speaks of most near by; less surely so."""
    near = nearest_states(stage, sentence)
    if near and (len(near) == 1 or near[0][0] - near[1][0] > _CLOSE):
        figure.side, figure.country, figure.confidence, figure.supposed = near[0][1], near[0][1].country, 0.6, True


def gender(stage: Stage, name: PersonName) -> Gender | None:
    """The gender that an honorific, a role or a given name tells."""
    told = stage.lexicon.honorifics.get(name.honorific)
    if told in {"male", "female"}:
        return "male" if told == "male" else "female"
    by_role = stage.lexicon.role_genders.get(name.role_head)
    return by_role or (stage.lexicon.given_names.get(folded(name.tokens[0])) if len(name.tokens) > 1 else None)


def describe(stage: Stage, figure: Figure, role: str, role_head: str, owner: Figure | None) -> None:
    """Add to a person what a title or an apposition tells: role, sector, whom the person speaks for, and country."""
    if role_head:
        figure.roles.add(role_head)
        office, sector, bound = office_of(role or role_head)
        if figure.role is None or (office and office_of(figure.role)[0] is None):
            figure.role = role or figure.role
        if bound and owner is None:
            figure.country = figure.country or bound
        if office:
            figure.roles.add(office)
        noun = stage.lexicon.nouns.get(role_head)
        figure.sector = (
            figure.sector
            or (owner.sector if owner and owner.kind in {"organisation", "group"} else None)
            or (noun.sector if noun else None)
            or sector
        )
        figure.gender = figure.gender or stage.lexicon.role_genders.get(role_head)
    if owner is not None and owner.country and figure.supposed:
        figure.country, figure.side, figure.confidence, figure.supposed = owner.country, None, 1.0, False
    if owner is None and role_head in stage.lexicon.adherents:
        figure.country = figure.country or stage.lexicon.adherents[role_head]
    if owner is not None and owner.kind != "place":
        figure.country = figure.country or owner.country
        if figure.side is None and owner.kind != "person":
            figure.side = owner
    elif owner is not None:
        figure.country = figure.country or owner.country
    if figure.side is None and figure.country and figure.sector in _SPEAKS_FOR_STATE:
        figure.side = states.state(stage, figure.country)


def matches(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name's words are a shorter form of another's: its surname, its first word, or all but some of its words."""
    if not short or not full:
        return False
    if short == full:
        return True
    return set(short) <= set(full) and (short[-1] == full[-1] or short[0] == full[0])


def _earlier(stage: Stage, tokens: tuple[str, ...], home: str | None = None, role: str = "") -> Figure | None:
    """The person of an earlier name that this one may be a form of; one known to be of another state than `home` is another."""
    persons = (figure for figure in stage.persons() if figure.named)
    candidates = [
        figure
        for figure in persons
        if (home is None or figure.supposed or figure.country in {None, home}) and not _other_rank(stage, figure, role)
    ]
    for figure in candidates:
        if matches(tokens, figure.tokens) or matches(figure.tokens, tokens):
            return figure
    if len(tokens) == 1 and len(tokens[0]) >= 7:
        for figure in candidates:
            if any(len(word) >= 7 and misspelt(tokens[0], word) for word in figure.tokens[-1:]):
                return figure
    return None


def _other_rank(stage: Stage, figure: Figure, role: str) -> bool:
    """Whether a title can't be that of a figure: one reigns and the other is a president or minister."""
    monarchs = stage.lexicon.words["monarchs"]
    told = figure.roles | (_titles(stage, figure.name) if role in monarchs and figure.entity else frozenset())
    reigns, serves = bool(told & monarchs), bool(told & _ELECTED)
    return (role in monarchs and serves and not reigns) or (role in _ELECTED and reigns and not serves)


def _titles(stage: Stage, name: str) -> frozenset[str]:
    """The titles of all offices that the reference facts list under a name."""
    return frozenset(folded(holder.title) for holder in offices.person(name, stage.on) if holder.title)


def misspelt(one: str, other: str) -> bool:
    """Whether two words differ by one letter changed, left out or added, or by two neighbours exchanged."""
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _full_name(stage: Stage, tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The fullest form of a name that the report gives anywhere."""
    best: tuple[str, ...] = ()
    for full in (*stage.full_names.get(tokens[-1], ()), *stage.full_names.get(tokens[0], ())):
        if len(full) > max(len(tokens), len(best)) and matches(tokens, parts(full)):
            best = full
    return best


def _listed(stage: Stage, name: str) -> tuple[Holder, ...]:
    """Offices under a name, without its initials ("Andrei A. Gromyko"), or by its last two words for the highest offices."""
    found = offices.person(name, stage.on)
    words = name.split()
    plain = [word for word in words if len(word.strip(".")) > 1]
    if not found and 1 < len(plain) < len(words):
        found = offices.person(" ".join(plain), stage.on)
    if not found and len(plain) > 2:
        found = tuple(one for one in offices.person(" ".join(plain[-2:]), stage.on) if one.office in _HIGH_OFFICES)
    return found


def _look_up(stage: Stage, figure: Figure, name: PersonName, owner: Figure | None, entity: Entity | None) -> None:
    """Find a named person in the reference facts: by name, and by what the title and its state say of the office."""
    scored = []
    country = owner.country if owner is not None and owner.kind != "person" else None
    office = office_of(name.role)[0] if name.role else None
    listed = _listed(stage, figure.name)
    serving = {one.person.id for one in listed if folded(one.title or "") in _ELECTED}
    for holder in listed:
        if stage.lexicon.among(name.role_head, "monarchs") and holder.person.id in serving:
            continue
        holds = Validity(holder.first, holder.last).contains(stage.on)
        score = (1.0 if holds else 0.0) + (0.5 if holder.office in _HIGH_OFFICES else 0.0)
        if country and holder.country:
            score += 2.0 if holder.country == country else -4.0
        if office:
            score += 1.0 if office in {holder.office, holder.title} else 0.0
        if (
            len(figure.tokens) == 1
            and not country
            and not (office and score >= 2.0)
            and not (holds and holder.office in _HIGH_OFFICES)
        ):
            continue
        scored.append((score, holder))
    if scored:
        best = max(scored, key=lambda row: row[0])
        if best[0] > 0:
            adopt(figure, best[1], holds=best[0] >= 1.0)
            return
    if entity is not None:
        figure.entity, figure.country = entity, figure.country or entity.country


def adopt(figure: Figure, holder: Holder, holds: bool = True) -> None:
    """Take over what the reference facts know of an office holder; a former one brings no office."""
    figure.entity = holder.person
    figure.country = figure.country or holder.country or holder.person.country
    figure.sector = figure.sector or holder.sector
    if len(figure.tokens) == 1:
        figure.name, figure.tokens = holder.person.name, parts(tuple(holder.person.name.split()))
    if holds:
        figure.roles.add(holder.office)
        if holder.title:
            figure.roles.add(folded(holder.title))


def of_holder(stage: Stage, holder: Holder) -> Figure:
    """The figure of an office holder, made where the report had none."""
    figure = stage.known(holder.person.id)
    tokens = parts(tuple(holder.person.name.split()))
    if figure is None:
        figure = _earlier(stage, tokens)
    if figure is None:
        figure = Figure("person", holder.person.name, named=True, tokens=tokens)
        figure.gender = stage.lexicon.given_names.get(tokens[0])
        stage.add(figure, holder.person.id)
    adopt(figure, holder)
    if figure.side is None and figure.country and figure.sector in _SPEAKS_FOR_STATE:
        figure.side = states.state(stage, figure.country)
    return figure


def identify(stage: Stage, figure: Figure) -> None:
    """Find a person with a full name and a known state in the reference facts."""
    for holder in _listed(stage, figure.name):
        if figure.country is None or holder.country in {None, figure.country}:
            adopt(figure, holder, holds=Validity(holder.first, holder.last).contains(stage.on) is not False)
            return
