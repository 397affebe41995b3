//! Tells members and the owner's address of reviews, and owners of the end of their shop.
//!
//! Told by `tests/stories/console/review_emails.story`.

use std::ops::RangeInclusive;

use app::error::Error;
use domain::message::{Notification, NotificationName, Step};
use domain::shop::told_from;
use domain::values::{Channel, Mode, Tenant};
use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::table::Store;

use crate::{NotificationPreference, Rows, morning_of};

/// Orders the emails to a shop's members about reviews, because something happened within this span, and returns those
/// that are already due. A repeated call orders nothing twice. Each email covers everything that is new when it leaves,
/// so many reviews at once cause one email. The owner's address is told like an owner; the sender knows whether a member
/// has it, too.
pub async fn tell_of_reviews(
    store: &Store,
    tenant: &Tenant,
    happened: RangeInclusive<Timestamp>,
    now: Timestamp,
) -> Result<Vec<NotificationName>, Error> {
    if tenant.mode == Mode::Test {
        return Ok(Vec::new());
    }
    let Some((record, members)) = Rows(store).shop_and_members(tenant, now).await? else { return Ok(Vec::new()) };
    let told = members.all().map(|member| (Some(member.id), member.notification_preference()));
    let told = told.filter(|(_, preference)| *preference != NotificationPreference::Never);
    let owner = record.has_owner_email().then_some((None, NotificationPreference::EachMorning));
    let told: Vec<_> = told.chain(owner).map(|(id, preference)| (NotificationName::Reviews(id), preference)).collect();
    let names: Vec<_> = told.iter().map(|(name, _)| *name).collect();
    let notifications = store.notifications(tenant, &names).await?;
    let morning = (morning_of(tenant), &record.rules.zone());
    let mut due = Vec::new();
    for (name, preference) in told {
        let last = notifications.iter().find(|notification| notification.name == name);
        if let Some(notification) = next_notification((name, preference), last, &happened, morning, now) {
            let is_ordered = store.order_notification(tenant, &notification, last).await?;
            due.extend(Some(name).filter(|_| is_ordered && notification.step.due_at <= now));
        }
    }
    Ok(due)
}

/// Orders the emails about the end of a shop, or about its restoration, that are due and not ordered yet, and returns
/// them: to the owner's address and to each member who is an owner. Each has one row, which the next email replaces, so
/// that none is left once the shop is restored.
pub async fn tell_of_end(store: &Store, tenant: &Tenant, now: Timestamp) -> Result<Vec<NotificationName>, Error> {
    let Some((record, members)) = Rows(store).shop_and_members(tenant, now).await? else { return Ok(Vec::new()) };
    let Some(since) = told_from(record.ended_at, record.restored_at, now).filter(|_| tenant.mode == Mode::Live) else {
        return Ok(Vec::new());
    };
    let owners = members.all().filter(|member| member.is_owner()).map(|member| Some(member.id));
    let names: Vec<_> =
        record.has_owner_email().then_some(None).into_iter().chain(owners).map(NotificationName::ShopEnd).collect();
    let ordered = store.notifications(tenant, &names).await?;
    let mut due = Vec::new();
    for name in names {
        let last = ordered.iter().find(|notification| notification.name == name);
        if last.is_none_or(|last| last.ordered_at < since)
            && store.order_notification(tenant, &Notification::new(name, now), last).await?
        {
            due.push(name);
        }
    }
    Ok(due)
}

/// The email that follows the last one; `None` if the last one has not left, or if it already covered this span.
fn next_notification(
    (name, preference): (NotificationName, NotificationPreference),
    last: Option<&Notification>,
    happened: &RangeInclusive<Timestamp>,
    morning: (Time, &TimeZone),
    now: Timestamp,
) -> Option<Notification> {
    let before = || happened.start().saturating_sub(SignedDuration::from_millis(1)).unwrap_or(*happened.start());
    let since = last.and_then(Notification::new_since).unwrap_or_else(before);
    if last.is_some_and(|last| last.step.owed_at().is_some()) || *happened.end() <= since {
        return None;
    }
    let told_at = last.and_then(|last| last.step.sent_at());
    let due_at = preference.due_at(*happened.end(), told_at, morning, now)?;
    let new = Notification::new(name, now);
    Some(Notification { since: Some(since), step: Step::due(Channel::Email, due_at), ..new })
}
