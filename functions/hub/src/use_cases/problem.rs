//! "Something is wrong with my order": the customer writes to the shop. No review depends on it.
//!
//! Told by `tests/stories/hub/problems.story`.

use app::error::retry;
use domain::message::{Notification, NotificationName};
use domain::request::{Problem, ProblemWords};
use jiff::{SignedDuration, Timestamp};
use store::table::Part;

use crate::use_cases::link::LinkTarget;
use crate::use_cases::{Hub, LinkError};

/// What became of a customer's words.
pub enum Told {
    /// They are stored, and their email is ordered. In a trial, nothing is.
    Sent,
    /// The shop got as many today as it gets in a day. Nothing is stored.
    TooOften,
    /// No email reaches the shop. Nothing is stored.
    Unreachable,
}

impl Hub {
    /// Orders an email to the shop with the customer's words about an item of the request, or about all of them. It
    /// leaves even while the shop's other messages wait.
    /// Errors: Every [`LinkError`]; [`LinkError::Unknown`] also if the request has no such item.
    pub async fn tell(
        &self,
        token: &str,
        item: Option<usize>,
        words: &ProblemWords,
        now: Timestamp,
    ) -> Result<Told, LinkError> {
        retry!(self.store, {
            let LinkTarget { tenant, keys, context } = self.find_live(token, now).await?;
            let (mut request, record) = (context.request, context.tenant);
            if item.is_some_and(|item| item >= request.items.len()) {
                return Err(LinkError::Unknown.into());
            }
            let to = record.problems_to(&tenant, &keys)?.filter(|_| request.takes_problems());
            let Some(to) = to else { return Ok(Told::Unreachable) };
            if request.options.trial {
                return Ok(Told::Sent);
            }
            if self.store.suppression(&tenant, &keys.email_index(&to), &keys).await?.is_some() {
                return Ok(Told::Unreachable);
            }
            let earlier = self.store.problems(&tenant, request.id, &keys).await?;
            let told = earlier.iter().map(|(_, problem)| problem);
            let Ok(problem) = Problem::after(told, item, words.clone(), now) else { return Ok(Told::TooOften) };
            let number = earlier.last().map_or(0, |(number, _)| number + 1);
            let name = NotificationName::Problem((request.id, number));
            let counters = request.told(now);
            let mut transaction = self.store.transaction(&tenant);
            transaction.insert_problem(&request, number, &problem, &keys);
            transaction.order_notification(&Notification::new(name, now));
            transaction.count(&request, &counters);
            transaction.save_request(Part::Request, &mut request);
            transaction.commit().await?;
            self.queue.wake_notification(&tenant, name, SignedDuration::ZERO).await;
            Ok(Told::Sent)
        })
    }
}
