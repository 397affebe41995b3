//! Merges the counters of old days. A day's counts are in up to sixteen rows, so that requests of one moment do not collide, and a
//! call about all requests reads the rows of every day.
//!
//! A month has no row of its own, because callers may ask for any range of days.

use std::collections::{BTreeMap, HashMap};

use aws_sdk_dynamodb::types::builders::DeleteBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Delete};
use domain::request::Counter;
use domain::values::Tenant;
use jiff::civil::Date;

use crate::request::counters::ALL;
use crate::table::keys::{self, COUNTER_SHARDS, DAY_COUNTERS};
use crate::table::{Attributes, CommitError, Error, PK, Part, SK, Store, counted};

impl Store {
    /// Moves each day's counts into one row, from the oldest day to `last`, until `is_over`.
    ///
    /// No count is lost or doubled: a transaction moves a day's counts only if no row of the day has changed since it was read.
    /// Later changes are in rows that the next call merges.
    pub async fn merge_days(&self, tenant: &Tenant, last: Date, is_over: impl Fn() -> bool) -> Result<(), Error> {
        let rows = self.between(tenant, DAY_COUNTERS, &keys::day_counters(last)).await?;
        let day = |row: &Attributes| keys::day_of(row, DAY_COUNTERS);
        for rows in rows.chunk_by(|one, other| day(one).ok() == day(other).ok()).filter(|rows| rows.len() > 1) {
            self.merge_day(tenant, day(&rows[0])?, rows).await?;
            if is_over() {
                break;
            }
        }
        Ok(())
    }

    async fn merge_day(&self, tenant: &Tenant, day: Date, rows: &[Attributes]) -> Result<(), Error> {
        let mut sums = BTreeMap::<&str, i64>::new();
        for (name, count) in rows.iter().flatten().filter(|(name, _)| ![PK, SK].contains(&name.as_str())) {
            *sums.entry(name).or_default() += counted(count)?;
        }
        let mut transaction = self.transaction(tenant);
        for shard in 0..COUNTER_SHARDS {
            let key = keys::counters_of_day(tenant, day, shard);
            let row = rows.iter().find(|row| keys::sk(row) == key.sk);
            let (condition, values) = unchanged(row);
            if shard == 0 {
                transaction.replace(Part::Other, &key, &sums, condition, values);
            } else if row.is_some() {
                transaction.delete(Part::Other, &key, unless_changed(condition, values));
            }
        }
        match transaction.commit().await {
            Ok(()) | Err(CommitError::Refused(_) | CommitError::Conflict(_)) => Ok(()),
            Err(CommitError::Store(error)) => Err(error),
            Err(CommitError::Vault(error)) => Err(Error::Refused(error.to_string())),
        }
    }
}

/// The condition that a row is as it was read, or is still missing. Each change of a row adds to one of these counters
/// (`Transaction::count`).
fn unchanged(row: Option<&Attributes>) -> (String, HashMap<String, AttributeValue>) {
    let (mut conditions, mut values) = (Vec::new(), HashMap::new());
    for (place, counter) in Counter::ALL.into_iter().enumerate() {
        let name = format!("{ALL}_{}", counter.as_str());
        match row.and_then(|row| row.get(&name)) {
            Some(count) => {
                conditions.push(format!("{name} = :{place}"));
                values.insert(format!(":{place}"), count.clone());
            }
            None => conditions.push(format!("attribute_not_exists({name})")),
        }
    }
    (conditions.join(" AND "), values)
}

fn unless_changed(condition: String, values: HashMap<String, AttributeValue>) -> DeleteBuilder {
    let values = Some(values).filter(|values| !values.is_empty());
    Delete::builder().condition_expression(condition).set_expression_attribute_values(values)
}
