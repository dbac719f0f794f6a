"""dictionaries/likelihood.yaml -> words of estimative probability and their ICD-203 bands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.errors import RuleError
from analysis.phrase_index import PhraseIndex
from analysis.strict_yaml import load_yaml
from analysis.text import split_phrase

_BANDS = Path(__file__).parent / "dictionaries" / "likelihood.yaml"


# Tags before, of and behind a word within a noun phrase; an adverb behind a noun belongs to a verb.
WITHIN_PHRASE = re.compile("[DPVGI][OBE][OX#]|[OX#][OE][OX#]|D[OE][CG]|C[OEV][O#]")
# No band: the number before such words gives it.
NUMBERED = (0.0, 0.0)
PERCENT = re.compile(r"\d{1,2}(\.\d+)?|100")
# Behind these it tells who or what is meant.
NAMING = frozenset({"what", "who"})
# These count cases: "twice as likely", "men are more likely than women to", "the most likely to".
COUNTING = re.compile(
    r"\S+ as likely\b|\S+ (more|less) likely than (?!not ).* to\b|the (most|least) likely to\b"
)


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge in a text: tokens [first, end) and the band it stands for, in percent."""

    first: int
    end: int
    low: float
    high: float


@dataclass(frozen=True)
class Likelihood:
    """Hedging phrases with their bands."""

    phrases: PhraseIndex[tuple[float, float]]
    # Who does one of these with "no evidence" gives none: "offered no proof".
    giving: frozenset[str]

    def find(self, plain: list[str], tags: list[str], tokens: Sequence[int]) -> Hedge | None:
        """Return the first hedge of what tokens say, of two at one token the longer.

        "The alleged spies", "among likely voters", "what appears to be" and "those who may" only
        name something, "naval might" is none.
        """
        for start, stop, (low, high) in self.phrases.find_over(plain, tokens):
            before = plain[start - 1] if start else ""
            named = WITHIN_PHRASE.fullmatch("".join(tags[start - 1 : stop + 1]))
            counts = COUNTING.match(" ".join(plain[max(0, stop - 3) : stop + 8]))
            withheld = before in self.giving and plain[start] in ("no", "not", "little")
            behind = next((tag for tag in tags[stop:] if tag not in "BN"), ";")
            noun = plain[start] == "might" and behind in "OPCM;"
            # "Those who may", "the yard where tanks may be", but not "a time where it may".
            opener = next((t for t in range(start - 1, -1, -1) if tags[t] not in "MABDOEX#"), 0)
            which = (tags[opener] == "R" and plain[opener] != "that") or plain[opener] == "where"
            which = which and tags[opener - 1] != "," and plain[opener + 1] != "it"
            relative = which or before in NAMING or (before == "that" and tags[start] == "M")
            if named or counts or withheld or noun or relative:
                continue
            if (low, high) != NUMBERED:
                return Hedge(start, stop, low, high)
            if PERCENT.fullmatch(before):
                return Hedge(start - 1, stop, *_band_of(float(before)))
        return None


def load_likelihood(path: Path) -> Likelihood:
    """Read the hedges; raise RuleError where one belongs to a band that is not described."""
    entry = load_yaml(path)
    bands = {**entry["bands"], **entry["open_bands"]}
    phrases = [(split_phrase(phrase), NUMBERED) for phrase in entry["numbered"]]
    for band, words in entry["words"].items():
        if band not in bands:
            raise RuleError(f"{path}: '{band}' is no band. Use one of {', '.join(bands)}.")
        low, high = (float(end) for end in bands[band])
        for phrase in words:
            phrases.append((split_phrase(phrase), (low, high)))
    return Likelihood(PhraseIndex(phrases), frozenset(entry["giving"]))


def name_likelihood(low: float, high: float) -> str:
    """Name a range of percent in ICD-203's terms: "likely", "unlikely to likely".

    The terms are those of the first and last band that the range reaches into; empty where it
    reaches into all of them, and so says nothing. Raises ValueError for a range that is none.
    """
    if not 0 <= low < high <= 100:
        raise ValueError(f"{low} to {high} is no range of percent")
    bands = _read_bands()
    reached = [name for name, (least, most) in bands.items() if low < most and least < high]
    if len(reached) == len(bands):
        return ""
    return " to ".join(dict.fromkeys((reached[0], reached[-1])))


@cache
def _band_of(percent: float) -> tuple[float, float]:
    """Return the band that a number of percent falls in, of two that meet at it the lower."""
    bands = [(float(low), float(high)) for low, high in load_yaml(_BANDS)["bands"].values()]
    return next((band for band in bands if percent <= band[1]), bands[-1])


@cache
def _read_bands() -> dict[str, tuple[float, float]]:
    """Return the bands from 0 to 100: what ICD-203 leaves out belongs to the outer ones."""
    bands = {name: [*map(float, ends)] for name, ends in load_yaml(_BANDS)["bands"].items()}
    first, *_, last = bands.values()
    first[0], last[1] = 0.0, 100.0
    return {name: (low, high) for name, (low, high) in bands.items()}
