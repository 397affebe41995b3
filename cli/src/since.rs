//! Spans of time that end now, as the command line names them.

use jiff::{SignedDuration, Timestamp};

/// The beginning of a span of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Since {
    At(Timestamp),
    Ago(SignedDuration),
}

impl Since {
    /// The instant, by this machine's clock.
    #[expect(clippy::disallowed_methods, reason = "a program for the terminal: nothing replays it")]
    pub fn instant(self) -> Timestamp {
        match self {
            Self::At(at) => at,
            Self::Ago(ago) => Timestamp::now().saturating_sub(ago).unwrap_or(Timestamp::MIN),
        }
    }
}

pub fn since(text: &str) -> Result<Since, String> {
    if let Ok(at) = text.parse() {
        return Ok(Since::At(at));
    }
    let days = text.strip_suffix('d').and_then(|days| days.parse().ok());
    let ago = days.map(|days: i64| SignedDuration::from_hours(days.saturating_mul(24))).or_else(|| text.parse().ok());
    ago.map(Since::Ago).ok_or_else(|| "a time such as 24h or 7d, or an instant such as 2026-11-23T00:00:00Z".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_is_an_instant_or_some_time_ago() {
        assert_eq!(since("24h"), Ok(Since::Ago(SignedDuration::from_hours(24))));
        assert_eq!(since("7d"), Ok(Since::Ago(SignedDuration::from_hours(168))));
        let at = "2026-11-23T00:00:00Z";
        assert_eq!(since(at).map(Since::instant), Ok(at.parse().unwrap()));
        assert!(since("soon").is_err());
    }
}
