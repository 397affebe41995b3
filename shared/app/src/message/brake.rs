//! The brake on a shop's emails, and how it is released.

use domain::shop::{Hold, Releaser};
use domain::values::Tenant;
use domain::webhook::{Event, HoldEvent};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::table::Store;

use crate::caller::Author;
use crate::error::Error;
use crate::retry::{TryError, retry};

/// Releases shops that are held.
#[derive(Clone)]
pub struct Brake {
    /// The table, with the holds.
    pub store: Store,
}

/// The outcome of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Release {
    /// The shop was not held.
    NotHeld,
    /// The emails leave again.
    Done,
    /// The hold stays: it may end by itself at this time.
    NotBefore(Timestamp),
}

impl Brake {
    /// Lets a shop's emails leave again, if they are held and this releaser may: the operator always, the shop itself once
    /// in seven days, time when what came back is long enough ago. What came back is not forgotten, but the next hold
    /// follows from the emails after the release alone. What an `operator` does is recorded.
    ///
    /// # Errors
    /// [`Error::ReleasedRecently`] if the shop may not; [`Error::NotFound`] for an unknown shop; storage failures.
    pub async fn release(
        &self,
        tenant: &Tenant,
        by: Releaser,
        operator: Option<&Author>,
        now: Timestamp,
    ) -> Result<Release, Error> {
        retry!(self.store, {
            let Some(shop) = self.store.tenant(tenant).await? else { return Err(Error::NotFound.into()) };
            let (window, Some(hold)) = self.store.last_mails(tenant).await? else { return Ok(Release::NotHeld) };
            let is_later = |at: &Timestamp| *at > now;
            match by {
                Releaser::Operator => {}
                Releaser::Shop => {
                    if let Some(at) = window.own_release_at().filter(is_later) {
                        return Err(Error::ReleasedRecently(at).into());
                    }
                }
                Releaser::Time => {
                    if let Some(at) = Some(window.ends_at(hold)).filter(is_later) {
                        return Ok(Release::NotBefore(at));
                    }
                }
            }
            let mut transaction = self.store.transaction(tenant);
            transaction.release_mails(hold, window.sent(), by, now);
            if let Some(operator) = operator {
                let before = json!({"held_since": format!("{:.0}", hold.since), "reason": hold.reason.as_str()});
                transaction.record(&operator.entry("release_hold", tenant, [before, Value::Null], now));
            }
            let about = HoldEvent { hold, released_by: Some(by) };
            transaction.announce(&shop.webhooks, |random| vec![Event::of_hold(about, now, random)]);
            transaction.commit().await?;
            let Hold { since, reason } = hold;
            let (reason, by) = (reason.as_str(), by.as_str());
            tracing::info!(released_shop = %tenant, by, reason, %since, "the emails of a shop leave again");
            Ok::<_, TryError<Error>>(Release::Done)
        })
    }
}
