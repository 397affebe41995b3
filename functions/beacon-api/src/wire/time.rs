//! Times in bodies.

use domain::values::value::Kind;
use domain::values::{Invalid, parse_day, parse_time};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Number, Value};
use utoipa::openapi::schema::SchemaType;
use utoipa::openapi::{Object, ObjectBuilder, Type};

/// The first and last year of a time, so that milliseconds in place of seconds are an error.
const YEAR_MIN: i16 = 1900;
const YEAR_MAX: i16 = 2199;

/// The start of the first year and the end of the last, in Unix seconds.
const SECONDS_MIN: i64 = -2_208_988_800;
const SECONDS_MAX: i64 = 7_258_118_399;

pub(super) fn schema() -> Object {
    ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([Type::Integer, Type::String, Type::Null]))
        .description(Some("Unix seconds, RFC 3339, or a day such as 2026-11-20, which means midnight in UTC."))
        .minimum(Some(SECONDS_MIN))
        .maximum(Some(SECONDS_MAX))
        .pattern(Some(r"^\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d))?$"))
        .build()
}

/// Unix seconds, RFC 3339, or a date. A date means midnight in UTC until a shop can set its own zone.
pub(super) enum Moment {}

domain::reads! { Moment: Timestamp = parse, Kind::Time; }

fn parse(json: Option<&Value>) -> Result<Timestamp, Invalid> {
    const RULE: Invalid = Invalid(
        "Must be a time from 1900 to 2199: Unix seconds such as 1795154400, \"2026-11-20T06:00:00Z\" or \
         \"2026-11-20\".",
    );
    let time = match json {
        Some(Value::Number(number)) => whole_seconds(number).and_then(|seconds| Timestamp::from_second(seconds).ok()),
        Some(Value::String(time)) => parse_time(time).or_else(|| {
            let midnight = parse_day(time)?.to_zoned_datetime(TimeZone::UTC).ok()?;
            Some(midnight.timestamp())
        }),
        _ => None,
    };
    let fits = |at: &Timestamp| (YEAR_MIN..=YEAR_MAX).contains(&at.to_zoned_datetime(TimeZone::UTC).year());
    time.filter(fits).ok_or(RULE)
}

/// Also reads `1795154400.0`, because some JSON writers have no integers.
fn whole_seconds(number: &Number) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    #[expect(clippy::cast_possible_truncation, reason = "whole, and below 2^53")]
    let whole = |number: f64| (number.fract() == 0.0 && number.abs() < EXACT).then_some(number as i64);
    number.as_i64().or_else(|| number.as_f64().and_then(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Timestamp, Invalid> {
        parse(Some(&serde_json::from_str(json).unwrap()))
    }

    #[test]
    fn a_time_is_unix_seconds_rfc_3339_or_a_date() {
        for (sent, seconds) in [
            ("1795154400", 1_795_154_400),
            ("1795154400.0", 1_795_154_400),
            ("\"2026-11-20T06:00:00Z\"", 1_795_154_400),
            ("\"2026-11-20T07:00:00+01:00\"", 1_795_154_400),
            ("\"2026-11-20\"", 1_795_132_800),
            ("-86400", -86_400),
            ("-2208988800", SECONDS_MIN),
            ("7258118399", SECONDS_MAX),
        ] {
            assert_eq!(read(sent).unwrap().as_second(), seconds, "{sent}");
        }
        for bad in [
            "1.5",
            "1795154400000",
            "-2208988801",
            "7258118400",
            "true",
            "\"\"",
            "\"1795154400\"",
            "\"2026-13-01\"",
            "\"20.11.2026\"",
            "\"20261120\"",
            "\"2026-11-20T06:00:00+25:00\"",
            "[]",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
