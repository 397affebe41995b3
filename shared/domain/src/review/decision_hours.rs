//! How long shops take to decide about reviews, in a few steps, so that each step can have a counter.

use std::collections::BTreeMap;

use jiff::Timestamp;

/// The hours from a review's submission to the first decision, rounded up to one of 24 steps. The last step includes
/// everything above a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DecisionHours(u16);

impl DecisionHours {
    const STEPS: [u16; 24] =
        [0, 1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72, 96, 120, 168, 240, 336, 504, 720, 1_440, 2_160, 4_320, 8_760];

    /// The step for a review submitted and decided at these times.
    pub fn between(submitted_at: Timestamp, decided_at: Timestamp) -> Self {
        let seconds = decided_at.duration_since(submitted_at).as_secs_f64();
        let fits = |step: &u16| seconds <= f64::from(*step) * 3_600.0;
        Self(Self::STEPS.into_iter().find(fits).unwrap_or(Self::STEPS[Self::STEPS.len() - 1]))
    }

    /// Every step, the shortest first.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::STEPS.into_iter().map(Self)
    }

    pub const fn get(self) -> u16 {
        self.0
    }

    /// The shortest step within which half of the decisions were made; `None` without decisions.
    pub fn median(decisions: &BTreeMap<Self, u64>) -> Option<Self> {
        let total: u64 = decisions.values().sum();
        let mut made = 0;
        let mut steps = decisions.iter().filter(|(_, count)| **count > 0);
        let step = steps.find(|(_, count)| {
            made += **count;
            made * 2 >= total
        });
        step.map(|(step, _)| *step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_rounded_up_to_a_step() {
        for (seconds, hours) in
            [(-5, 0), (0, 0), (1, 1), (3_600, 1), (3_601, 2), (86_400, 24), (86_401, 36), (31_536_000, 8_760)]
        {
            let decided_at = Timestamp::from_second(seconds).unwrap();
            assert_eq!(DecisionHours::between(Timestamp::UNIX_EPOCH, decided_at).get(), hours, "{seconds}");
        }
        let late = Timestamp::from_second(99_999_999).unwrap();
        assert_eq!(DecisionHours::between(Timestamp::UNIX_EPOCH, late).get(), 8_760);
    }

    #[test]
    fn half_of_the_decisions_take_the_median_at_most() {
        let median = |decisions: &[(u16, u64)]| {
            let decisions = decisions.iter().map(|(hours, count)| (DecisionHours(*hours), *count));
            DecisionHours::median(&decisions.collect()).map(DecisionHours::get)
        };
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[(0, 0)]), None);
        assert_eq!(median(&[(0, 1), (24, 1)]), Some(0));
        assert_eq!(median(&[(0, 1), (1, 1), (24, 1)]), Some(1));
        assert_eq!(median(&[(0, 2), (24, 3)]), Some(24));
    }
}
