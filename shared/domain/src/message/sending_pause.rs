//! A pause of sending: for a time, no message leaves for the customers of one shop or of all shops, because somebody
//! asked for that.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::values::{ms, words};

words! {
    pub enum Pauser {
        /// The shop, in its settings.
        Shop = "shop",
        Operator = "operator",
    }
}

/// The operator's pause of one shop or of all. Only the operator ends it early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperatorPause {
    #[serde(with = "ms::required")]
    pub since: Timestamp,
    /// When the pause ends by itself; `None` if it does not.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

impl OperatorPause {
    /// Whether it has ended by itself.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.until.is_some_and(|until| until <= now)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SendingPause {
    pub by: Pauser,
    /// When the pause ends by itself; `None` if it does not.
    pub until: Option<Timestamp>,
}

impl SendingPause {
    /// The longer of two pauses: the shop's own, until `own`, and the operator's. `None` if messages may leave.
    pub fn longest(
        own: Option<Timestamp>,
        operators: impl IntoIterator<Item = OperatorPause>,
        now: Timestamp,
    ) -> Option<Self> {
        let own = own.map(|until| Self { by: Pauser::Shop, until: Some(until) });
        let operators = operators.into_iter().map(|pause| Self { by: Pauser::Operator, until: pause.until });
        let lasting = own.into_iter().chain(operators).filter(|pause| pause.until.is_none_or(|until| until > now));
        lasting.max_by_key(|pause| pause.until.unwrap_or(Timestamp::MAX))
    }

    /// Who paused sending and until when, for the timeline.
    pub(crate) fn detail(&self) -> String {
        let by = self.by.as_str();
        self.until.map_or_else(|| by.to_owned(), |until| format!("{by} until {until:.0}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_pause_counts_and_one_that_is_over_does_not() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let operators = |until: Option<i64>| Some(OperatorPause { since: at(0), until: until.map(at) });
        let longest = |own: Option<i64>, operators: [Option<OperatorPause>; 2]| {
            let pause = SendingPause::longest(own.map(at), operators.into_iter().flatten(), at(10))?;
            Some((pause.by, pause.until.map(Timestamp::as_second)))
        };
        assert_eq!(longest(None, [None, None]), None);
        assert_eq!(longest(Some(10), [operators(Some(10)), operators(Some(9))]), None, "it ends at its instant");
        assert_eq!(longest(Some(11), [None, None]), Some((Pauser::Shop, Some(11))));
        assert_eq!(longest(Some(11), [operators(Some(12)), None]), Some((Pauser::Operator, Some(12))));
        assert_eq!(longest(Some(13), [operators(Some(12)), None]), Some((Pauser::Shop, Some(13))));
        assert_eq!(longest(Some(13), [operators(Some(12)), operators(None)]), Some((Pauser::Operator, None)));
    }
}
