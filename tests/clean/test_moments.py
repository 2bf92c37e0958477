"""Days and times as pages write them; a zone only where it is stated."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.clean.moments import moments

CASES = [
    ("17.09.2019 08:45 (Moscow time), Moscow", "2019-09-17T08:45:00+03:00"),
    ("17.09.2012 08:45 MSK", "2012-09-17T08:45:00+04:00"),  # Moscow kept summer time then
    ("Published: 3 March 2022, 14:05 (GMT+5)", "2022-03-03T14:05:00+05:00"),
    ("3 March 2022, 14:05 UTC", "2022-03-03T14:05:00+00:00"),
    ("3 March 2022, 14:05", "2022-03-03T14:05"),
    ("3 March 2022, 14:05 local time", "2022-03-03T14:05"),
    ("March 3rd, 2022 at 5:05 p.m. EST", "2022-03-03T17:05:00-05:00"),
    ("July 3, 2022 | 9:30am ET", "2022-07-03T09:30:00-04:00"),
    ("12:05 a.m. July 3, 2022", "2022-07-03T00:05"),
    ("29 апреля 2020, 12:22", "2020-04-29T12:22"),
    ("28 августа 2021 г., 10:00 мск", "2021-08-28T10:00:00+03:00"),
    ("1. März 2022, 14:05 Uhr", "2022-03-01T14:05"),
    ("2021-04-05T12:22:00Z", "2021-04-05T12:22:00+00:00"),
    ("2021-04-05T12:22:31+0530", "2021-04-05T12:22:31+05:30"),
    ("2021-04-05 12:22", "2021-04-05T12:22"),
    ("2021-04-05", "2021-04-05"),
    ("14/03/2022", "2022-03-14"),
    ("03/14/2022", "2022-03-14"),
    ("a programme for 4 May 2021-2025", "2021-05-04"),
    ("28.04.21 14:05", "2021-04-28T14:05"),
    ("Опубликовано: 28.04.21", "2021-04-28"),
    ("20210428T140500Z", "2021-04-28T14:05:00+00:00"),
    ("Wed Apr 28 14:05:00 2021", "2021-04-28T14:05:00"),
]
IN_WORDS = [
    "28 АПРЕЛЯ 2021", "28-го апреля 2021 года", "Апрель 28, 2021", "28 апр. 2021 г.", "28 квітня 2021", "28 красавіка 2021",
    "28 април 2021 г.", "28. априла 2021.", "28. travnja 2021.", "28. aprila 2021.", "28. dubna 2021", "28. apríla 2021",
    "28 kwietnia 2021", "28 aprilie 2021", "2021. április 28.", "28 Απριλίου 2021", "28 Nisan 2021 Çarşamba", "28 aprel 2021",
    "2021 yil 28 aprel", "28-апрель 2021", "2021 жылғы 28 сәуір", "28 апрели 2021", "28 აპრილი 2021", "28 ապրիլի 2021",
    "28 huhtikuuta 2021", "28. aprill 2021", "2021. gada 28. aprīlis", "2021 m. balandžio 28 d.", "28 april 2021",
    "28 d’abril de 2021", "28 de abril de 2021", "28 prill 2021", "28 أبريل 2021", "٢٨ نيسان ٢٠٢١", "28 באפריל 2021",
    "28 अप्रैल 2021", "28 tháng 4 năm 2021", "2021年4月28日", "2021년 4월 28일",
]  # fmt: skip


@pytest.mark.parametrize(("text", "iso"), CASES)
def test_a_moment_is_read(text: str, iso: str) -> None:
    assert moments(text)[0].iso == iso


@pytest.mark.parametrize("text", ["31.02.2022", "in 2022", "12:22", "1.2.3", "45 May 2021", ""])
def test_what_is_no_day_is_none(text: str) -> None:
    assert not moments(text)


@pytest.mark.parametrize("text", IN_WORDS)
def test_a_day_is_read_in_the_languages_of_the_press(text: str) -> None:
    assert [moment.iso[:10] for moment in moments(text)] == ["2021-04-28"]


def test_one_name_can_mean_two_months() -> None:
    assert moments("28 listopada 2021")[0].iso == "2021-11-28"  # Polish
    assert moments("28. listopada 2021.")[0].iso == "2021-10-28"  # Croatian


@pytest.mark.parametrize(
    "text",
    ["April 27-28", "April 27-28, 2021", "27–28 апреля 2021 года", "с 27 по 28 апреля 2021 года", "April 27 – May 2, 2021",
     "27 to 28 April 2021", "vom 27. bis 28. April 2021"],
)  # fmt: skip
def test_a_stretch_of_days_is_no_moment(text: str) -> None:
    assert not moments(text)


@pytest.mark.parametrize("text", ["04/03/2022", "04-03-2022", "4/3/22 14:05"])
def test_figures_that_mean_two_days_are_marked(text: str) -> None:
    (moment,) = moments(text)
    assert (moment.iso[:10], moment.other) == ("2022-03-04", "2022-04-03")
    (moment,) = moments(text, month_first=True)
    assert (moment.iso[:10], moment.other) == ("2022-04-03", "2022-03-04")


@given(
    st.text(max_size=120) | st.from_regex(r"[0-9/.: -]{0,40}|\d{1,2}[./ -]\w{1,9}[./ -]\d{2,4}.{0,9}", fullmatch=True)
)
def test_any_line_gives_moments_that_are_days_in_their_places(text: str) -> None:
    end = 0
    for moment in moments(text):
        datetime.fromisoformat(moment.iso)
        assert end <= moment.start < moment.end <= len(text)
        end = moment.end
