//! The emails of a new shop, counted by UTC day as they leave. A shop with a history has no such row.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::values::Tenant;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::retention::{MAIL_DAY_DAYS, days_after};
use crate::table::{Attributes, Error, Part, Store, Transaction, from_item, keys, number};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailDay {
    /// How many emails left, or were about to leave.
    pub count: u64,
    pub most: u64,
}

#[derive(Serialize)]
struct MailDayItem {
    #[serde(flatten)]
    day: MailDay,
    ttl: i64,
}

impl MailDay {
    pub const fn is_full(self) -> bool {
        self.count >= self.most
    }

    pub(crate) fn read(item: Attributes) -> Result<Self, Error> {
        from_item(item)
    }
}

impl Store {
    /// A day's emails; `None` before the first.
    pub async fn mail_day(&self, tenant: &Tenant, date: Date) -> Result<Option<MailDay>, Error> {
        self.get(&keys::mail_day(tenant, date)).await?.map(MailDay::read).transpose()
    }

    /// Counts an email on its day. `false` if the day is full, or has no row yet.
    pub async fn count_mail_of_day(&self, tenant: &Tenant, date: Date) -> Result<bool, Error> {
        let (key, values) = (keys::mail_day(tenant, date), [(":one", number(1))]);
        self.change(&key, "ADD #count :one", "#count < most", values).await
    }

    /// Creates a day's row with its first email. `false` if there is a row already.
    pub async fn begin_mail_day(&self, tenant: &Tenant, date: Date, most: u64, now: Timestamp) -> Result<bool, Error> {
        let item = MailDayItem { day: MailDay { count: 1, most }, ttl: days_after(now, MAIL_DAY_DAYS) };
        self.insert(&keys::mail_day(tenant, date), &item).await
    }
}

impl Transaction<'_> {
    /// Ends a shop's first days, and with them the daily limit for its emails. Refused for an unknown tenant.
    pub fn end_first_days(&mut self) {
        let fields = [("first_days".to_owned(), AttributeValue::Bool(false))];
        self.set_attributes(Part::Other, &keys::tenant(self.tenant), fields.into(), "attribute_exists(PK)");
    }
}
