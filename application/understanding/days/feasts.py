"""Reckons the feasts that move with Easter: "Easter Monday", "viernes santo"."""

import datetime as dt


def days_from_easter(today: dt.date, after: int) -> dt.date:
    """The next day, from today on, that is so many days after Easter Sunday."""
    days = (easter(year) + dt.timedelta(days=after) for year in (today.year, today.year + 1))
    return next(day for day in days if day >= today)


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher."""
    cycle, (century, rest) = year % 19, divmod(year, 100)
    leaps, odd = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * cycle + century - leaps - moon + 15) % 30
    weekday = (32 + 2 * odd + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (cycle + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)
