"""Words + publication date -> dates. Published on Monday 14 October 2024 unless told otherwise."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.dates import DateMention, find_dates, first_day, last_day
from analysis.errors import SchemaError

MONDAY = dt.date(2024, 10, 14)
TOLD = DateMention("June 19", 0, 7, "2024-06-19", "2024-06-19", "day")


def read(text: str, published: dt.date | None = MONDAY, told: DateMention | None = None) -> str:
    """Write what is found in short: words=date..date_end/precision."""
    return "; ".join(
        f"{found.text}={found.date or '?'}"
        + (f"..{found.date_end}" if found.date_end != found.date else "")
        + ("" if found.precision in ("day", "unresolved") else f"/{found.precision}")
        for found in find_dates(text, published, told)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact dates from 2024-06-19.", "2024-06-19=2024-06-19"),
        ("They met on 19 June 2024.", "19 June 2024=2024-06-19"),
        ("They met on June 19, 2024, in the capital.", "June 19, 2024=2024-06-19"),
        ("They met on the 19th of June.", "19th of June=2024-06-19"),
        ("They met on June 19th.", "June 19th=2024-06-19"),
        ("The vote was on Sept. 12.", "Sept. 12=2024-09-12"),
        ("Talks were held on June 18-19, 2023.", "June 18-19, 2023=2023-06-18..2023-06-19"),
        ("He stayed from 18 to 20 June.", "18 to 20 June=2024-06-18..2024-06-20"),
        ("He stayed from June 18 to 20.", "June 18 to 20=2024-06-18..2024-06-20"),
        ("It is dated 18/06/2024.", "18/06/2024=2024-06-18"),
        ("It is dated 18.06.2024.", "18.06.2024=2024-06-18"),
        ("It is dated 6/18/2024.", "6/18/2024=2024-06-18"),
        ("It is dated 6/8/2024.", "6/8/2024=?"),
        ("It met on 18 and 19 June 2019.", "18 and 19 June 2019=2019-06-18..2019-06-19"),
        ("He toured from June 30 to July 2.", "June 30 to July 2=2024-06-30..2024-07-02"),
        (
            "He toured from 30 December to 2 January 2024.",
            "30 December to 2 January 2024=2023-12-30..2024-01-02",
        ),
        ("It opens on Wednesday, Oct. 16.", "Wednesday, Oct. 16=2024-10-16"),
        ("She left on Monday 19 December.", "Monday 19 December=2022-12-19"),
        ("She arrived on March 15 last year.", "March 15 last year=2023-03-15"),
        ("He spoke on Christmas Day.", "Christmas Day=2023-12-25"),
        ("He will speak on New Year’s Day.", "New Year’s Day=2025-01-01"),
        ("He spoke on New Year's Eve 2019.", "New Year's Eve 2019=2019-12-31"),
        ("Leap day was on February 29.", "February 29=2024-02-29"),
        ("It ends on Nov.30.", "Nov.30=2024-11-30"),
        (
            "He will tour from May 3 (Sat) to May 6 (Tue).",
            "May 3 (Sat) to May 6=2025-05-03..2025-05-06",
        ),
        (
            "The forum is being held from Friday to Wednesday.",
            "Friday to Wednesday=2024-10-11..2024-10-16",
        ),
    ],
)
def test_a_day_is_read_in_every_spelling(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy arrived on Saturday.", "Saturday=2024-10-12"),
        ("The envoy will arrive on Saturday.", "Saturday=2024-10-19"),
        ("On Saturday the envoy will arrive.", "Saturday=2024-10-19"),
        ("The envoy is due on Thursday.", "Thursday=2024-10-17"),
        ("The envoy is due on the 24th.", "the 24th=2024-10-24"),
        ("The envoy will arrive on the 5th.", "the 5th=2024-11-05"),
        ("The envoy arrived on the 17th.", "the 17th=2024-09-17"),
        ("The envoy lives on the 5th floor.", ""),
        ("The envoy stays until Thursday.", "Thursday=2024-10-17"),
        ("The two-day visit starting Thursday is his first.", "Thursday=2024-10-17"),
        ("He will visit from Thursday to Saturday.", "Thursday to Saturday=2024-10-17..2024-10-19"),
        ("He visited from Thursday to Saturday.", "Thursday to Saturday=2024-10-10..2024-10-12"),
        ("He will visit in two days.", "two days=2024-10-16"),
        ("He will visit five towns in two days.", ""),
        ("He visited five towns in two days.", ""),
        ("The envoy is due to arrive in Oslo on Thursday.", "Thursday=2024-10-17"),
        ("The deal is to be signed in Oslo on Thursday.", "Thursday=2024-10-17"),
        ("The envoy will visit Oslo, the ministry said on Saturday.", "Saturday=2024-10-12"),
        ("The ministry said on Saturday that the envoy will visit Oslo.", "Saturday=2024-10-12"),
        ("The ministry said the envoy would be received on Thursday.", "Thursday=2024-10-17"),
        ("She flew home, and on Thursday will meet the king.", "Thursday=2024-10-17"),
        ("She met the king in Oslo Friday night.", "Friday night=2024-10-11"),
        ("The chancellor spoke on Monday.", "Monday=2024-10-14"),
        ("He arrived late Sunday.", "late Sunday=2024-10-13"),
        ("The minister visited last Tuesday.", "last Tuesday=2024-10-08"),
        ("The minister visits next Tuesday.", "next Tuesday=2024-10-22"),
        ("The minister visits next Thursday.", "next Thursday=2024-10-17"),
        ("They met on Thurs. in Oslo.", "Thurs.=2024-10-10"),
        ("He will be there Tuesday-Thursday.", "Tuesday-Thursday=2024-10-15..2024-10-17"),
        ("They spoke on Tuesday last week.", "Tuesday last week=2024-10-08"),
        ("They speak on Tuesday of next week.", "Tuesday of next week=2024-10-22"),
        ("Thursday's summit will be short.", "Thursday=2024-10-17"),
        ("The two agreed to meet on Thursday.", "Thursday=2024-10-17"),
        ("On Thursday, the two agreed to meet.", "Thursday=2024-10-10"),
    ],
)
def test_a_weekday_takes_its_direction_from_the_tense(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called today.", "today=2024-10-14"),
        ("He called earlier today.", "earlier today=2024-10-14"),
        ("He called yesterday.", "yesterday=2024-10-13"),
        ("He calls tomorrow.", "tomorrow=2024-10-15"),
        ("He called the day before yesterday.", "the day before yesterday=2024-10-12"),
        ("He calls the day after tomorrow.", "the day after tomorrow=2024-10-16"),
        ("He called last night.", "last night=2024-10-13"),
        ("Drones came overnight.", "overnight=2024-10-14"),
        ("He called this morning.", "this morning=2024-10-14"),
        ("He called three days ago.", "three days ago=2024-10-11"),
        ("He called 48 hours ago.", "48 hours ago=2024-10-12"),
    ],
)
def test_days_near_the_publication(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He visited last week.", "last week=2024-10-07..2024-10-13/week"),
        ("He visits next week.", "next week=2024-10-21..2024-10-27/week"),
        ("He arrives later this week.", "later this week=2024-10-14..2024-10-20/week"),
        ("He came earlier this week.", "earlier this week=2024-10-14/week"),
        ("He visited a week ago.", "a week ago=2024-10-07..2024-10-13/week"),
        ("He rested over the weekend.", "the weekend=2024-10-12..2024-10-13/week"),
        ("He travels next weekend.", "next weekend=2024-10-19..2024-10-20/week"),
        ("He will rest this weekend.", "this weekend=2024-10-19..2024-10-20/week"),
        ("He visited last month.", "last month=2024-09/month"),
        ("He came early last month.", "early last month=2024-09-01..2024-09-10/week"),
        ("He came earlier this month.", "earlier this month=2024-10/month"),
        ("It ends by the end of the month.", "the end of the month=2024-10-21..2024-10-31/week"),
        ("He visited last year.", "last year=2023/year"),
        ("He will visit later this year.", "later this year=2024/year"),
        ("It opens at the end of next year.", "the end of next year=2025/year"),
        ("He visited two months ago.", "two months ago=2024-08/month"),
        ("He visited 10 years ago.", "10 years ago=2014/year"),
        ("He visited two and a half years ago.", "two and a half years ago=2022/year"),
        ("Ten years ago (and only then) he visited.", "Ten years ago=2014/year"),
        ("He returns in two weeks' time.", "two weeks' time=2024-10-28..2024-11-03/week"),
        ("He visited last spring.", "last spring=2024-03..2024-05/month"),
        ("He visited in the summer of 2022.", "summer of 2022=2022-06..2022-08/month"),
        ("He visited last winter.", "last winter=2023-12..2024-02/month"),
        ("He will return in the spring.", "the spring=2025-03..2025-05/month"),
        ("Prices rose over the past 30 days.", "the past 30 days=2024-09..2024-10/month"),
        ("Prices rose in the past year.", "the past year=2023..2024/year"),
    ],
)
def test_weeks_months_seasons_and_years_near_the_publication(text: str, expected: str) -> None:
    assert read(text) == expected


def test_on_a_sunday_this_week_is_the_one_that_the_tense_means() -> None:
    sunday = dt.date(2024, 10, 13)
    assert (
        read("He will visit Berlin this week.", sunday) == "this week=2024-10-14..2024-10-20/week"
    )
    assert read("He visited Berlin this week.", sunday) == "this week=2024-10-07..2024-10-13/week"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They signed it in June.", "June=2024-06/month"),
        ("They met in December.", "December=2023-12/month"),
        ("They will meet in December.", "December=2024-12/month"),
        ("They will meet in March.", "March=2025-03/month"),
        ("They met last June.", "last June=2024-06/month"),
        ("They met in April this year.", "April this year=2024-04/month"),
        ("They met in April 2009.", "April 2009=2009-04/month"),
        ("They met in late September.", "late September=2024-09-21..2024-09-30/week"),
        ("They met in mid-May 2023.", "mid-May 2023=2023-05-11..2023-05-20/week"),
        ("They met at the end of August.", "the end of August=2024-08-21..2024-08-31/week"),
        ("It lasted from March to May.", "March to May=2024-03..2024-05/month"),
        ("It lasted from November to March.", "November to March=2023-11..2024-03/month"),
        ("It lasted from November to March 2023.", "November to March 2023=2022-11..2023-03/month"),
        ("Raids came in April and May.", "April=2024-04/month; May=2024-05/month"),
        ("It has grown since March.", "March=2024-03/month"),
    ],
)
def test_months_with_and_without_a_year(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He first visited in 2019.", "2019=2019/year"),
        ("The war has gone on since 2014.", "2014=2014/year"),
        ("The 2019 summit collapsed.", "2019=2019/year"),
        ("In 2022 Russian troops crossed the border.", "2022=2022/year"),
        ("The truce held between 2014 and 2019.", "2014 and 2019=2014..2019/year"),
        ("The 2014-15 talks failed.", "2014-15=2014..2015/year"),
        ("The famine of the 1990s was severe.", "1990s=1990..1999/year"),
        ("Output is to double by 2035.", "2035=2035/year"),
    ],
)
def test_years(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two days earlier he had flown to Hanoi.", "Two days earlier=2024-06-17"),
        ("A day later he flew to Hanoi.", "A day later=2024-06-20"),
        ("The following month he flew to Hanoi.", "The following month=2024-07/month"),
        ("The next day he flew to Hanoi.", "The next day=2024-06-20"),
        ("He had flown to Hanoi the day before.", "the day before=2024-06-18"),
        ("The same day he flew to Hanoi.", "The same day=2024-06-19"),
        ("Later that month he flew to Hanoi.", "Later that month=2024-06/month"),
        ("He flew there the following Friday.", "following Friday=2024-06-21"),
        ("He flew there a year earlier.", "a year earlier=2023/year"),
    ],
)
def test_some_dates_count_from_the_date_told_before(text: str, expected: str) -> None:
    assert read(text, told=TOLD) == expected


def test_a_date_told_earlier_in_the_same_text_comes_first() -> None:
    text = "He landed on 3 May 2022 and left two days later."
    assert read(text, told=TOLD) == "3 May 2022=2022-05-03; two days later=2022-05-05"


def test_after_several_days_the_next_day_follows_the_last_of_them() -> None:
    text = "They met on June 18-19 and parted the next day."
    assert read(text) == "June 18-19=2024-06-18..2024-06-19; the next day=2024-06-20"


@pytest.mark.parametrize(
    "text",
    [
        "He left two days earlier.",
        "He left the following month.",
        "He left several weeks ago.",
        "It has grown in recent months.",
        "He returns in the coming weeks.",
    ],
)
def test_what_the_words_do_not_settle_is_unresolved(text: str) -> None:
    assert [found.precision for found in find_dates(text, MONDAY)] == ["unresolved"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("He returns in the coming days.", 0, 7),
        ("He will go there in the next few days.", 0, 7),
        ("They have met twice in recent days.", -7, 0),
    ],
)
def test_some_days_lie_within_a_week(text: str, first: int, last: int) -> None:
    (found,) = find_dates(text, MONDAY)
    span = [(MONDAY + dt.timedelta(days=shift)).isoformat() for shift in (first, last)]
    assert [found.date, found.date_end, found.precision] == [*span, "week"]


def test_days_do_not_count_from_a_date_known_only_to_the_month() -> None:
    june = DateMention("June", 0, 4, "2024-06", "2024-06", "month")
    assert read("He left two days later.", told=june) == "two days later=?"
    assert read("He left the following month.", told=june) == "the following month=2024-07/month"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He arrived on Thursday.", "Thursday=?"),
        ("He arrived last week.", "last week=?"),
        ("He arrived in June.", "June=?"),
        ("He arrived on June 19.", "June 19=?"),
        ("He arrived on June 19, 2024.", "June 19, 2024=2024-06-19"),
        ("He arrived in 2024.", "2024=2024/year"),
    ],
)
def test_in_an_undated_article_only_absolute_dates_resolve(text: str, expected: str) -> None:
    assert read(text, published=None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The talks may fail.",
        "The May government fell.",
        "Critics of Theresa May cheered.",
        "March with us, the organisers said.",
        "Thousands joined the March on the capital.",
        "It was his second visit in 24 years.",
        "He sent 2,000 troops and 1500 soldiers.",
        "They fired 1945 shells and lost 2000 Freedonian soldiers.",
        "It breaches Security Council resolution 1929.",
        "More than 2000 were hurt.",
        "World War II ended there.",
        "They pray every Monday, and shop on Sundays.",
        "Shops were full on Black Friday.",
        "The Sunday Times reported it.",
        "The fall of the city was swift.",
        "Jan Novak, the minister, agreed.",
        "They meet on June 31.",
        "He gave a two-day, year-long account of it.",
        "The visit will last two days.",
        "He sailed to Easter Island.",
    ],
)
def test_words_that_look_like_dates_are_none(text: str) -> None:
    assert read(text) == ""


def test_a_date_far_from_publication_needs_its_year() -> None:
    """A verb in the past does not send "October 22" back a year when it is a week away."""
    text = "The Kremlin confirmed that the summit on October 22 stands."
    assert read(text) == "October 22=2024-10-22"


def test_a_weekday_that_does_not_fit_its_date_is_not_believed() -> None:
    assert read("They will meet on Monday, October 31.") == "Monday, October 31=2024-10-31"


def test_cut_dates_have_a_first_and_a_last_day() -> None:
    assert first_day("2024-06-19") == last_day("2024-06-19") == dt.date(2024, 6, 19)
    assert (first_day("2024-02"), last_day("2024-02")) == (
        dt.date(2024, 2, 1),
        dt.date(2024, 2, 29),
    )
    assert (first_day("2024"), last_day("2024")) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))


@pytest.mark.parametrize("date", ["", "June", "2024-13", "19-06-2024", "2024-6"])
def test_another_form_of_date_is_refused_by_name(date: str) -> None:
    with pytest.raises(SchemaError, match="is not an ISO date"):
        first_day(date)


VOCABULARY = """
    in on from to between last next this the same following early late mid May March June 19 30 31 0
    2024 1999 2000 troops Friday week month year spring ago two a 9999 days earlier later past will
    said , - . February 29 2023 decade weekend before and half years 18-19 Sept. of
"""
WORDS = st.sampled_from(VOCABULARY.split())


@given(
    st.lists(WORDS, max_size=25).map(" ".join),
    st.none() | st.dates(),
    st.sampled_from([None, TOLD]),
)
def test_whatever_is_found_lies_in_the_calendar_and_in_the_text(
    text: str, published: dt.date | None, told: DateMention | None
) -> None:
    found = find_dates(text, published, told)
    assert found == find_dates(text, published, told)
    for one in found:
        assert text[one.start : one.end] == one.text
        if one.precision == "unresolved":
            assert one.date == one.date_end == ""
        else:
            assert first_day(one.date) <= last_day(one.date_end)
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", one.date)
    ends = [one.end for one in found]
    assert ends == sorted(ends)
    assert all(one.start >= end for one, end in zip(found[1:], ends, strict=False))


@given(st.text(max_size=200), st.dates())
def test_any_text_can_be_read(text: str, published: dt.date) -> None:
    find_dates(text, published)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "He toured in the last week of May.",
            "the last week of May=2024-05-25..2024-05-31/week",
        ),
        (
            "He will come in the first week of December.",
            "the first week of December=2024-12-01..2024-12-07/week",
        ),
        ("It met on the first Monday of June.", "the first Monday of June=2024-06-03"),
        ("It met on the last Friday in May 2023.", "the last Friday in May 2023=2023-05-26"),
        (
            "He came in the autumn of last year.",
            "autumn of last year=2023-09..2023-11/month",
        ),
        ("He came last week on Tuesday.", "last week on Tuesday=2024-10-08"),
        ("He will come next week Tuesday.", "next week Tuesday=2024-10-22"),
    ],
)
def test_a_part_of_a_named_period_is_read(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He will land in Hanoi later on Friday.", "Friday=2024-10-11"),
        ("Oslo had earlier said that he would land on Friday.", "Friday=2024-10-11"),
        ("Oslo said that he would land on Friday.", "Friday=2024-10-18"),
        ("Oslo had said that he would land on May 3, 2025.", "May 3, 2025=2025-05-03"),
    ],
)
def test_a_day_told_with_the_saying_of_it_is_near_that(text: str, expected: str) -> None:
    assert read(text) == expected


def test_what_is_put_off_until_a_month_looks_ahead() -> None:
    assert read("He rescheduled his visit to Ghana for May.") == "May=2025-05/month"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She comes the week after next.", "the week after next=2024-10-28..2024-11-03/week"),
        ("She came the month before last.", "the month before last=2024-08/month"),
        ("She comes on the 3rd of next month.", "the 3rd of next month=2024-11-03"),
        ("She came on the 30th of last month.", "the 30th of last month=2024-09-30"),
        ("She comes late in the month.", "late in the month=2024-10-21..2024-10-31/week"),
        (
            "She will visit between October 30 and November 2.",
            "October 30 and November 2=2024-10-30..2024-11-02",
        ),
    ],
)
def test_counts_by_the_month_or_week_of_publication(text: str, expected: str) -> None:
    assert read(text) == expected
