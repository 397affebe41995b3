//! Suppressions: addresses and numbers that must not be written to, by blind index.

use aws_sdk_dynamodb::types::ConditionCheck;
use domain::Suppression;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{Error, Part, Transaction, keys};

#[derive(Serialize, Deserialize)]
pub(crate) struct SuppressionItem {
    reason: String,
    at: i64,
}

impl SuppressionItem {
    fn new(suppression: Suppression, at: Timestamp) -> Self {
        Self { reason: suppression.as_str().to_owned(), at: at.as_millisecond() }
    }

    pub(crate) fn read(&self) -> Result<Suppression, Error> {
        Suppression::parse(&self.reason).ok_or_else(|| Error::Unreadable("a suppression".to_owned()))
    }
}

impl Transaction<'_> {
    /// Refuses the transaction if the address or number with this blind index is suppressed.
    pub fn require_not_suppressed(&mut self, index: &str) {
        let check = ConditionCheck::builder().condition_expression("attribute_not_exists(PK)");
        self.check(Part::Suppression, &keys::suppression(self.tenant, index), check);
    }

    /// Suppresses the address or number with this blind index. An earlier reason is replaced.
    pub fn suppress(&mut self, index: &str, suppression: Suppression, now: Timestamp) {
        let key = keys::suppression(self.tenant, index);
        self.put(Part::Other, &key, &SuppressionItem::new(suppression, now), "", []);
    }
}
