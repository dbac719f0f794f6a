"""Arms, people and technology in a text, and the quantities claimed."""

from __future__ import annotations

import pytest


def items(reading) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    return [(item.words, item.item.category) for item in reading.items]


def test_the_longest_name_wins(read) -> None:  # type: ignore[no-untyped-def]
    assert ("artillery shells", "ammunition") in items(read("They sold artillery shells to Chad."))


def test_a_designation_is_known_by_its_name_as_written(read) -> None:  # type: ignore[no-untyped-def]
    assert ("S-400", "air_defence") in items(read("Ankara took delivery of the S-400."))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Peru sent 200 howitzers to Chile.", 200, 200, "howitzers"),
        ("Peru sent more than 11,000 soldiers to Chile.", 11_000, None, "soldiers"),
        ("Peru sent up to 12 million shells to Chile.", None, 12_000_000, "shells"),
        ("Peru sent about 20,000 containers of shells to Chile.", 20_000, 20_000, "containers"),
        ("Peru sent hundreds of drones to Chile.", 200, None, "drones"),
        ("Peru sent between 300 and 400 tanks to Chile.", 300, 400, "tanks"),
        ("Peru sent 10,000 to 12,000 troops to Chile.", 10_000, 12_000, "troops"),
        ("Peru sent a dozen helicopters to Chile.", 12, 12, "helicopters"),
        ("Peru sent at least two dozen jets to Chile.", 24, None, "jets"),
        ("Peru sent 120 of the howitzers to Chile.", 120, 120, "howitzers"),
        ("Peru sent 4m rounds of ammunition to Chile.", 4_000_000, 4_000_000, "rounds"),
        ("Peru gave Chile $250m (£190m) in military aid.", 250e6, 250e6, "US dollars"),
        ("Peru sent six Leopard 2 tanks to Chile.", 6, 6, "tanks"),
        ("Peru sent some 400 surface-to-air missiles to Chile.", 400, 400, "missiles"),
        ("Peru sent more than a million shells to Chile.", 1_000_000, None, "shells"),
    ],
)
def test_a_quantity_keeps_its_hedge_and_unit(read, text, low, high, unit) -> None:  # type: ignore[no-untyped-def]
    found = [item.quantity for item in read(text).items if item.quantity]
    assert [(q.low, q.high, q.unit) for q in found] == [(low, high, unit)]


def test_a_year_is_no_quantity(read) -> None:  # type: ignore[no-untyped-def]
    assert all(item.quantity is None for item in read("In 2023 missiles were sold to Chile.").items)


def test_a_name_and_the_noun_behind_it_are_one_item(read) -> None:  # type: ignore[no-untyped-def]
    assert items(read("Oslo sent Leopard 2 tanks.")) == [("Leopard 2 tanks", "armoured_vehicle")]


def test_a_word_inside_the_name_of_a_body_is_no_item(read) -> None:  # type: ignore[no-untyped-def]
    assert items(read("Sudan accused the Rapid Support Forces.")) == []


def test_things_joined_in_a_measure_share_it(read) -> None:  # type: ignore[no-untyped-def]
    found = read("Peru sent 30 containers of rifles and shells to Chile.").items
    assert [item.quantity.low for item in found] == [30, 30]


@pytest.mark.parametrize(
    ("text", "words", "category"),
    [
        ("Oslo sent Chad long-range artillery rockets.", "long-range artillery rockets",
         "rocket_artillery"),
        ("Oslo sent Chad Gripen fighters.", "Gripen fighters", "aircraft"),
        ("Oslo sent Chad PAC-3 Patriot missiles.", "PAC-3 Patriot missiles", "air_defence"),
        ("Oslo sent Chad F-16 parts.", "F-16 parts", "components"),
    ],
)  # fmt: skip
def test_names_and_nouns_in_a_row_are_one_item(read, text, words, category) -> None:  # type: ignore[no-untyped-def]
    assert items(read(text)) == [(words, category)]


def test_a_round_of_talks_is_no_ammunition(read) -> None:  # type: ignore[no-untyped-def]
    assert items(read("Oslo and Chad held a fifth round of talks.")) == []


def test_what_stands_behind_a_preposition_is_not_counted(read) -> None:  # type: ignore[no-untyped-def]
    (item,) = read("Oslo punished four firms for supplying drone engines to Chad.").items
    assert item.quantity is None


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Oslo tested a ballistic missile. The missiles were sold to Chad.", "ballistic_missile"),
        ("Oslo has missiles. Chad has cruise missiles.", "cruise_missile"),
        ("Oslo has cruise missiles and anti-tank missiles. The missiles are old.", "unspecified"),
        ("Oslo has anti-tank weapons. The missiles are old.", "unspecified"),
    ],
)
def test_bare_missiles_are_of_the_one_kind_that_the_text_names(read, text, category) -> None:  # type: ignore[no-untyped-def]
    bare = [found for words, found in items(read(text)) if words == "missiles"]
    assert bare == [category]
