use jiff::SignedDuration;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

const ZONES: [&str; 10] = [
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Pacific/Kiritimati",
    "Pacific/Niue",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Africa/Casablanca",
    "Pacific/Apia",
];

fn window(hours: &str, days: &[&str], zone: &str) -> SendWindow {
    let (from, to) = hours.split_once('-').unwrap();
    let days = if days.is_empty() { Weekdays::ALL } else { Weekdays::parse(days.iter().copied()).unwrap() };
    SendWindow::new(SendWindow::time(from).unwrap(), SendWindow::time(to).unwrap(), days, Zone::parse(zone).unwrap())
        .unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn the_next_opening_is_in_the_zones_hours() {
    let all: &[&str] = &[];
    for (hours, days, zone, from, expected) in [
        // Inside, at the opening, just before the end, at the end.
        ("09:00-18:00", all, "Europe/Berlin", "2026-11-20T11:00:00.5Z", "2026-11-20T11:00:00.5Z"),
        ("09:00-18:00", all, "Europe/Berlin", "2026-11-20T08:00:00Z", "2026-11-20T08:00:00Z"),
        ("09:00-18:00", all, "Europe/Berlin", "2026-11-20T07:59:59.999Z", "2026-11-20T08:00:00Z"),
        ("09:00-18:00", all, "Europe/Berlin", "2026-11-20T16:59:59.999Z", "2026-11-20T16:59:59.999Z"),
        ("09:00-18:00", all, "Europe/Berlin", "2026-11-20T17:00:00Z", "2026-11-21T08:00:00Z"),
        // Far east, far west, and a zone off the hour.
        ("09:00-18:00", all, "Pacific/Kiritimati", "2026-11-20T12:00:00Z", "2026-11-20T19:00:00Z"),
        ("09:00-18:00", all, "Pacific/Niue", "2026-11-20T12:00:00Z", "2026-11-20T20:00:00Z"),
        ("09:00-18:00", all, "Asia/Kathmandu", "2026-11-20T00:00:00Z", "2026-11-20T03:15:00Z"),
        // Over midnight, and by the day on which it opened.
        ("22:00-06:00", all, "UTC", "2026-11-20T05:59:59Z", "2026-11-20T05:59:59Z"),
        ("22:00-06:00", all, "UTC", "2026-11-20T06:00:00Z", "2026-11-20T22:00:00Z"),
        ("22:00-06:00", &["friday"], "UTC", "2026-11-20T03:00:00Z", "2026-11-20T22:00:00Z"),
        ("22:00-06:00", &["friday"], "UTC", "2026-11-21T03:00:00Z", "2026-11-21T03:00:00Z"),
        ("22:00-06:00", &["friday"], "UTC", "2026-11-21T06:00:00Z", "2026-11-27T22:00:00Z"),
        ("09:00-00:00", all, "UTC", "2026-11-20T23:59:59Z", "2026-11-20T23:59:59Z"),
        ("09:00-00:00", all, "UTC", "2026-11-20T00:00:00Z", "2026-11-20T09:00:00Z"),
        // Closed for days; a whole day.
        ("09:00-10:00", &["monday"], "Europe/Berlin", "2026-11-23T09:00:00Z", "2026-11-30T08:00:00Z"),
        ("00:00-00:00", &["monday"], "Europe/Berlin", "2026-11-20T12:00:00Z", "2026-11-22T23:00:00Z"),
        ("00:00-00:00", &["monday"], "Europe/Berlin", "2026-11-23T22:59:59Z", "2026-11-23T22:59:59Z"),
        ("00:00-00:00", &["monday"], "Europe/Berlin", "2026-11-23T23:00:00Z", "2026-11-29T23:00:00Z"),
        // Clocks go forward from 02:00 to 03:00 on 28 March 2027 in Berlin.
        ("02:30-06:00", all, "Europe/Berlin", "2027-03-28T00:00:00Z", "2027-03-28T01:00:00Z"),
        ("02:00-03:00", all, "Europe/Berlin", "2027-03-28T00:00:00Z", "2027-03-29T00:00:00Z"),
        ("02:00-03:00", &["sunday"], "Europe/Berlin", "2027-03-22T00:00:00Z", "2027-04-04T00:00:00Z"),
        // And back from 03:00 to 02:00 on 31 October 2027: the hour comes twice.
        ("02:00-03:00", all, "Europe/Berlin", "2027-10-30T23:59:00Z", "2027-10-31T00:00:00Z"),
        ("01:00-02:30", all, "Europe/Berlin", "2027-10-31T00:30:00Z", "2027-10-31T01:00:00Z"),
        ("02:30-04:00", all, "Europe/Berlin", "2027-10-31T01:00:00Z", "2027-10-31T01:30:00Z"),
        // Lord Howe Island's clocks move by half an hour: back from 02:00 to 01:30 on 4 April 2027.
        ("01:30-02:30", all, "Australia/Lord_Howe", "2027-04-03T14:00:00Z", "2027-04-03T14:30:00Z"),
        // Samoa had no 30 December 2011, a Friday.
        ("09:00-18:00", &["friday"], "Pacific/Apia", "2011-12-30T10:00:00Z", "2012-01-05T19:00:00Z"),
    ] {
        let window = window(hours, days, zone);
        assert_eq!(window.next(at(from), None), at(expected), "{hours} {days:?} {zone} {from}");
    }
}

#[test]
fn a_recipients_zone_counts_before_the_shops() {
    let window = window("09:00-18:00", &[], "Europe/Berlin");
    let new_york = Zone::parse("america/new_york").unwrap();
    assert_eq!(new_york.as_str(), "America/New_York");
    let noon = at("2026-11-20T11:00:00Z");
    assert_eq!((window.next(noon, None), window.next(noon, Some(&new_york))), (noon, at("2026-11-20T14:00:00Z")));
}

#[test]
fn malformed_windows_are_refused() {
    for bad in ["", "9:00", "24:00", "09:60", "09:00:00", "0900", "ab:cd", "+9:00", "09-00", "0é:00"] {
        assert!(SendWindow::time(bad).is_err(), "{bad:?}");
    }
    for (from, to, fits) in
        [("09:00", "09:59", false), ("09:00", "10:00", true), ("23:30", "00:29", false), ("09:00", "09:00", true)]
    {
        let [from, to] = [from, to].map(|text| SendWindow::time(text).unwrap());
        assert_eq!(SendWindow::new(from, to, Weekdays::ALL, Zone::parse("UTC").unwrap()).is_ok(), fits, "{from} {to}");
    }
    let long = "a".repeat(65);
    for bad in ["", "Berlin", "CET+1", "+01:00", "Etc/Unknown", "../Europe/Berlin", "Europe/Berlin ", "Europe", &long] {
        assert!(Zone::parse(bad).is_err(), "{bad:?}");
    }
    assert!(Weekdays::parse([]).is_err() && Weekdays::parse(["Monday"]).is_err() && Weekdays::parse(["mon"]).is_err());
    assert_eq!(Weekdays::parse(["sunday", "monday", "sunday"]).unwrap().words(), ["monday", "sunday"]);
}

proptest! {
    /// Checks that `next` returns an instant inside the window, that no earlier instant is inside, and that `next` of
    /// the result is the result.
    #[test]
    fn the_instant_given_is_the_earliest_inside(
        (from, to) in (0..24_i8 * 4, 0..24_i8 * 4).prop_filter("an hour", |(from, to)| {
            let minutes = (i16::from(*to) - i16::from(*from)).rem_euclid(96) * 15;
            minutes == 0 || minutes >= SendWindow::MINUTES_MIN
        }),
        days in 1_u8..128,
        zone in select(&ZONES[..]),
        recipient in select(&ZONES[..]),
        seconds in 1_300_000_000_i64..1_900_000_000,
    ) {
        let time = |quarter: i8| Time::new(quarter / 4, quarter % 4 * 15, 0, 0).unwrap();
        let words = Weekdays::all_words();
        let days = Weekdays::parse((0..7).filter(|day| days & (1 << day) != 0).map(|day| words[day])).unwrap();
        let window = SendWindow::new(time(from), time(to), days, Zone::parse(zone).unwrap()).unwrap();
        let recipient = Some(Zone::parse(recipient).unwrap());
        let start = Timestamp::from_second(seconds).unwrap();
        let given = window.next(start, recipient.as_ref());
        prop_assert!(given >= start && window.is_open(given, recipient.as_ref()));
        prop_assert_eq!(window.next(given, recipient.as_ref()), given);
        // Clocks change, and windows open, at whole quarters of an hour.
        let quarter = SignedDuration::from_mins(15);
        let first = Timestamp::from_second(seconds - seconds.rem_euclid(900)).unwrap();
        let mut before = std::iter::successors(Some(first), |at| at.checked_add(quarter).ok())
            .skip_while(|at| *at < start)
            .take_while(|at| *at < given);
        prop_assert_eq!(before.find(|at| window.is_open(*at, recipient.as_ref())), None);
        if given > start {
            let just_before = given - SignedDuration::from_nanos(1);
            prop_assert!(!window.is_open(just_before, recipient.as_ref()));
        }
    }
}
