"""On which side of its point each actor's name stands, so that names do not cover one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.charts.style import LINE

_SIDES = ("top center", "bottom center", "middle right", "middle left")
# Parts of the drawing's square on a phone, where room is least; it ends at the edge.
_CHARACTER, _LINE, _POINT, _EDGE = 0.045, 0.075, 0.05, 1.25

Place = tuple[float, float]
Box = tuple[float, float, float, float]


def place_names(names: Sequence[str], places: Sequence[Place]) -> list[str]:
    """Choose a side for each name, the most important first: where it covers and loses least."""
    taken = [_surround(place, 2 * _POINT, 2 * _POINT) for place in places]
    sides = []
    for name, place in zip(names, places, strict=True):
        boxes = list(_list_boxes(min(len(name), LINE) * _CHARACTER, place))
        # Rounded: boxes that only touch do not overlap.
        costs = [
            round(_leave(box) + sum(_overlap(box, other) for other in taken), 6) for box in boxes
        ]
        best = costs.index(min(costs))
        sides.append(_SIDES[best])
        if name:
            taken.append(boxes[best])
    return sides


def _list_boxes(width: float, place: Place) -> Iterator[Box]:
    """Return the box of a name on each side, in the order of _SIDES."""
    x, y = place
    yield _surround((x, y + _POINT + _LINE / 2), width, _LINE)
    yield _surround((x, y - _POINT - _LINE / 2), width, _LINE)
    yield _surround((x + _POINT + width / 2, y), width, _LINE)
    yield _surround((x - _POINT - width / 2, y), width, _LINE)


def _surround(centre: Place, width: float, height: float) -> Box:
    x, y = centre
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _leave(box: Box) -> float:
    """Return how much of a box would be cut off at the left or right edge."""
    return (max(box[2] - _EDGE, 0.0) + max(-_EDGE - box[0], 0.0)) * (box[3] - box[1])


def _overlap(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return max(width, 0.0) * max(height, 0.0)
