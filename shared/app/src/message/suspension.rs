//! Begins and ends suspensions of a shop's emails.
//!
//! Told by `tests/stories/sending/suspension.story`.

use domain::message::{Notification, NotificationName};
use domain::shop::{MailCounts, Releaser, Suspension, SuspensionReason};
use domain::values::Tenant;
use domain::webhook::{Event, SuspensionEvent};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::table::Store;

use crate::caller::Author;
use crate::error::{Error, TryError, retry};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Release {
    /// The shop's emails were not suspended.
    NotHeld,
    Done,
    /// The suspension stays. It may end by itself at this time.
    NotBefore(Timestamp),
}

/// Suspends the shop's emails if too many of its last emails bounced or were marked as spam. Notifies its owner and its
/// endpoints. Returns the reason and the counts of a suspension that began. The caller logs it, and counts it for the
/// week's digest.
pub async fn suspend(
    store: &Store,
    tenant: &Tenant,
    now: Timestamp,
) -> Result<Option<(SuspensionReason, MailCounts)>, Error> {
    retry!(store, {
        let (last, suspension) = store.last_mails(tenant).await?;
        let (Some(reason), None) = (last.suspension_reason(), suspension) else { return Ok(None) };
        let Some(shop) = store.tenant(tenant).await? else { return Ok(None) };
        let suspension = Suspension { since: now, reason };
        let mut transaction = store.transaction(tenant);
        transaction.suspend_mails(suspension, last.ends_at(suspension));
        if shop.has_owner_email() {
            transaction.order_notification(&Notification::new(NotificationName::Held, now));
        }
        let about = SuspensionEvent { suspension, released_by: None };
        transaction.announce(&shop.webhooks, |random| vec![Event::of_hold(about, now, random)]);
        transaction.commit().await?;
        Ok::<_, TryError<Error>>(Some((reason, last.counts())))
    })
}

/// Ends the suspension of a shop's emails, if the releaser may: the operator at any time, the shop once in seven days,
/// and [`Releaser::Time`] once the bounces and complaints are old enough. Bounces and complaints stay recorded, but
/// only emails after the release lead to the next suspension. If an `operator` does this, the audit log records it.
pub async fn release(
    store: &Store,
    tenant: &Tenant,
    by: Releaser,
    operator: Option<&Author>,
    now: Timestamp,
) -> Result<Release, Error> {
    retry!(store, {
        let Some(shop) = store.tenant(tenant).await? else { return Err(Error::NotFound.into()) };
        let (window, Some(suspension)) = store.last_mails(tenant).await? else { return Ok(Release::NotHeld) };
        let is_later = |at: &Timestamp| *at > now;
        match by {
            Releaser::Operator => {}
            Releaser::Shop => {
                if let Some(at) = window.own_release_at().filter(is_later) {
                    return Err(Error::ReleasedRecently(at).into());
                }
            }
            Releaser::Time => {
                if let Some(at) = Some(window.ends_at(suspension)).filter(is_later) {
                    return Ok(Release::NotBefore(at));
                }
            }
        }
        let mut transaction = store.transaction(tenant);
        transaction.release_mails(suspension, window.sent(), by, now);
        if let Some(operator) = operator {
            let before =
                json!({"held_since": format!("{:.0}", suspension.since), "reason": suspension.reason.as_str()});
            transaction.record(&operator.entry("release_hold", tenant, [before, Value::Null], now));
        }
        let about = SuspensionEvent { suspension, released_by: Some(by) };
        transaction.announce(&shop.webhooks, |random| vec![Event::of_hold(about, now, random)]);
        transaction.commit().await?;
        let Suspension { since, reason } = suspension;
        let (reason, by) = (reason.as_str(), by.as_str());
        tracing::info!(released_shop = %tenant, by, reason, %since, "the emails of a shop leave again");
        Ok::<_, TryError<Error>>(Release::Done)
    })
}
