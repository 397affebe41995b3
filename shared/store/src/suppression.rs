//! Suppressions: addresses and numbers that must not be written to, by blind index.

use aws_sdk_dynamodb::types::{AttributeValue, ConditionCheck};
use domain::{Suppression, Tenant};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::table::{Error, Part, Store, Transaction, keys};

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

impl Store {
    /// Suppresses the address or number with this blind index, for a bounce or a complaint. A complaint replaces another
    /// reason; a bounce does not. In whatever order they come, one reason stays.
    pub async fn suppress(
        &self,
        tenant: &Tenant,
        index: &str,
        suppression: Suppression,
        at: Timestamp,
    ) -> Result<(), Error> {
        let (key, item) = (keys::suppression(tenant, index), SuppressionItem::new(suppression, at));
        match suppression {
            Suppression::Complained => {
                let same = ("reason", AttributeValue::S(item.reason.clone()));
                self.put_unless_same(&key, &item, same).await
            }
            Suppression::Unsubscribed | Suppression::Bounced | Suppression::Stopped => {
                self.insert(&key, &item).await.map(drop)
            }
        }
    }

    /// Suppresses a number that replied `STOP`, by its blind index, for every shop.
    pub async fn stop_number(&self, index: &str, at: Timestamp) -> Result<(), Error> {
        self.insert(&keys::stopped(index), &SuppressionItem::new(Suppression::Stopped, at)).await.map(drop)
    }
}

impl Transaction<'_> {
    /// Refuses the transaction if the number with this blind index replied `STOP`.
    pub fn require_not_stopped(&mut self, index: &str) {
        let check = ConditionCheck::builder().condition_expression("attribute_not_exists(PK)");
        self.check(Part::Suppression, &keys::stopped(index), check);
    }

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
