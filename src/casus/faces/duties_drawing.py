"""Who owes whom as a graph: in the language of Graphviz, and drawn as SVG."""

from collections.abc import Callable
from html import escape

from casus.faces.duties_rows import code
from casus.reasoning.answer import Duties, Ground

Name = Callable[[str], str]

_LINES = {  # colour and dashes, so that statuses differ without colour too
    "owed": ("#b3261e", ""),
    "owed-if": ("#b26a00", "8 4"),
    "consult": ("#00658b", "2 4"),
    "may-not": ("#6b2fa0", "8 3 2 3"),
    "barred": ("#5b5b5b", "1 5"),
}
_STYLES = {"owed": "solid", "owed-if": "dashed", "consult": "dotted", "may-not": "dashed", "barred": "dotted"}
_OWING = frozenset({"owed", "owed-if", "consult"})
_WIDTH, _MARGIN, _TOP, _ROW = 1000, 150, 80, 36
"""The drawing's width, how far the outer columns stand from its sides, where they begin, and the room for one state."""
_LEAST = 8
_APART = 5


def _edges(answer: Duties) -> dict[tuple[str, str, str], list[Ground]]:
    """The grounds by state, status and toward whom."""
    found: dict[tuple[str, str, str], list[Ground]] = {}
    for ground in answer.grounds:
        found.setdefault((ground.state, ground.status, ground.toward), []).append(ground)
    return found


def dot(answer: Duties, name: Name) -> str:
    """The answer as a directed graph in the language of Graphviz: the status and the titles stand on the edges."""
    nodes = dict.fromkeys((answer.attacked, *((answer.by,) if answer.by else ()), *(one.state for one in answer.grounds)))
    lines = [f'  "{code(node)}" [label="{_quoted(name(node))}"];' for node in nodes]
    if answer.by:
        lines.append(f'  "{code(answer.by)}" -> "{code(answer.attacked)}" [label="attacks", style=bold];')
    for (state, status, toward), grounds in _edges(answer).items():
        label = _quoted(f"{status}: {'; '.join(dict.fromkeys(one.title for one in grounds))}")
        style, colour = _STYLES[status], _LINES[status][0]
        lines.append(f'  "{code(state)}" -> "{code(toward)}" [label="{label}", style={style}, color="{colour}"];')
    return "\n".join(("digraph obligations {", "  rankdir=LR;", "  node [shape=box];", *lines, "}"))


def svg(answer: Duties, name: Name) -> str:
    """The answer as a drawing: in the middle the attacked state and the attacker, on the left those who owe something, on the
    right those who are only kept from acting. Statuses differ by colour and by dash, which the legend explains; every line has a
    title with the provisions."""
    statuses: dict[str, set[str]] = {}
    for one in answer.grounds:
        statuses.setdefault(one.state, set()).add(one.status)
    others = [state for state in statuses if state not in (answer.attacked, answer.by)]
    owing = [state for state in others if statuses[state] & _OWING]
    kept = [state for state in others if not statuses[state] & _OWING]
    rows = max(len(owing), len(kept), _LEAST)
    height = _TOP + rows * _ROW + 70
    places = {answer.attacked: (_WIDTH / 2, _TOP + rows * _ROW / 3)}
    if answer.by:
        places[answer.by] = (_WIDTH / 2, _TOP + rows * _ROW * 2 / 3)
    for middle, column in ((_MARGIN, owing), (_WIDTH - _MARGIN, kept)):
        spare = (rows - len(column)) / 2
        places |= {state: (middle, _TOP + (spare + number + 0.5) * _ROW) for number, state in enumerate(column)}
    beside: dict[tuple[str, str], int] = {}
    lines = []
    for edge, grounds in _edges(answer).items():
        ends = (edge[0], edge[2])
        lines.append(_line(places, edge, grounds, name, beside.get(ends, 0)))
        beside[ends] = beside.get(ends, 0) + 1
    if answer.by:
        (x, y), (to_x, to_y) = places[answer.by], places[answer.attacked]
        lines.append(f'<line x1="{x:.0f}" y1="{y:.0f}" x2="{to_x:.0f}" y2="{to_y:.0f}" stroke="black" stroke-width="4"/>')
        lines.append(f'<text x="{x + 8:.0f}" y="{(y + to_y) / 2:.0f}">attacks</text>')
    nodes = [_node(x, y, name(state), bold=state == answer.attacked) for state, (x, y) in places.items()]
    by = f" by {name(answer.by)}" if answer.by else ""
    title = escape(f"Who owes what if {name(answer.attacked)} is attacked{by} on {answer.day}")
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:.0f}" role="img"'
            ' font-family="sans-serif" font-size="14">',
            f"<title>{title}</title>",
            f'<rect width="100%" height="100%" fill="white"/><text x="20" y="28" font-size="18">{title}</text>',
            f'<text x="{_MARGIN}" y="{_TOP - 12}" text-anchor="middle" fill="#555">owes something</text>' if owing else "",
            f'<text x="{_WIDTH - _MARGIN}" y="{_TOP - 12}" text-anchor="middle" fill="#555">kept from acting</text>'
            if kept
            else "",
            *lines,
            *nodes,
            *_legend(height - 30),
            "</svg>",
        )
    )


def _line(
    places: dict[str, tuple[float, float]], edge: tuple[str, str, str], grounds: list[Ground], name: Name, beside: int
) -> str:
    """A line between two states; `beside`: how many others are drawn between them already."""
    state, status, toward = edge
    (x, y), (to_x, to_y) = places[state], places[toward]
    y, to_y = y + beside * _APART, to_y + beside * _APART
    colour, dashes = _LINES[status]
    told = escape(f"{name(state)}, {status} toward {name(toward)}: {'; '.join(dict.fromkeys(one.title for one in grounds))}")
    return (
        f'<line x1="{x:.0f}" y1="{y:.0f}" x2="{to_x:.0f}" y2="{to_y:.0f}" stroke="{colour}" stroke-width="2"'
        f' stroke-dasharray="{dashes}"><title>{told}</title></line>'
    )


def _node(x: float, y: float, label: str, *, bold: bool) -> str:
    width = 9 * len(label) + 16
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<rect x="{x - width / 2:.0f}" y="{y - 14:.0f}" width="{width}" height="28" rx="6" fill="white" stroke="black"/>'
        f'<text x="{x:.0f}" y="{y + 5:.0f}" text-anchor="middle"{weight}>{escape(label)}</text>'
    )


def _legend(y: float) -> list[str]:
    found = []
    for number, (status, (colour, dashes)) in enumerate(_LINES.items()):
        x = 20 + number * 130
        stroke = f'stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}"'
        found.append(f'<line x1="{x}" y1="{y:.0f}" x2="{x + 40}" y2="{y:.0f}" {stroke}/>')
        found.append(f'<text x="{x + 48}" y="{y + 5:.0f}">{status}</text>')
    return found


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
