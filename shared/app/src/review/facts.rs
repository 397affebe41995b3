//! Facts as bars: what the authors of published reviews tapped.
//!
//! Told by `tests/stories/public/facts.story`.

use domain::review::{Fact, FactAnswer, Facts};
use store::review::counters::ReviewCounts;

/// A fact with its numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct FactBars {
    pub question: String,
    /// Each answer with the number of authors who tapped it.
    pub answers: Vec<(String, u64)>,
    /// The number of authors who tapped one.
    pub total: u64,
    /// The mean of answers that are an order, from 0 for the first to 1 for the last.
    pub middle: Option<f64>,
}

impl FactBars {
    pub fn new(fact: &Fact, counts: &[u64]) -> Self {
        let texts = fact.answers.iter().map(|FactAnswer { text, .. }| text.clone());
        Self {
            question: fact.question.clone(),
            answers: texts.zip(counts.iter().copied()).collect(),
            total: counts.iter().sum(),
            middle: fact.middle(counts),
        }
    }

    /// The facts that readers see of a product: those with answers enough.
    pub fn shown(facts: &[&Fact], counts: &ReviewCounts) -> Vec<Self> {
        let bars = facts.iter().map(|fact| Self::new(fact, &counts.tapped(fact)));
        bars.filter(|bars| bars.total >= Facts::SHOWN_FROM).collect()
    }

    /// Its answers and their numbers in words, for those who do not see bars.
    pub fn words(&self) -> String {
        self.answers.iter().map(|(text, count)| format!("{text}: {count}")).collect::<Vec<_>>().join(", ")
    }
}
