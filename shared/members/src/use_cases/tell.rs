//! Notifies members about reviews that wait for the shop's decision, and owners about the end of their shop.

use std::ops::RangeInclusive;

use app::error::Error;
use domain::message::{Notification, NotificationName, Step};
use domain::shop::told_from;
use domain::values::{Channel, Mode, Tenant};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use store::table::Store;

use crate::{Member, NotificationPreference, Rows};

/// Orders the notifications to a shop's members about reviews that began to wait within this span, and returns those
/// that are already due. A repeated call orders nothing twice. Each notification covers everything that is new when it
/// leaves, so many reviews at once cause one email.
pub async fn tell_members(
    store: &Store,
    tenant: &Tenant,
    began: RangeInclusive<Timestamp>,
    now: Timestamp,
) -> Result<Vec<NotificationName>, Error> {
    if tenant.mode == Mode::Test {
        return Ok(Vec::new());
    }
    let Some((record, members)) = Rows(store).shop_and_members(tenant, now).await? else { return Ok(Vec::new()) };
    let notified: Vec<_> =
        members.all().filter(|member| member.notification_preference() != NotificationPreference::Never).collect();
    let names: Vec<_> = notified.iter().map(|member| NotificationName::ToMember(member.id)).collect();
    let notifications = store.notifications(tenant, &names).await?;
    let zone = record.rules.zone();
    let mut due = Vec::new();
    for (member, name) in notified.into_iter().zip(names) {
        let last = notifications.iter().find(|notification| notification.name == name);
        if let Some(notification) = next_notification(member, last, &began, &zone, now) {
            let is_ordered = store.order_notification_again(tenant, &notification, last).await?;
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
            && store.order_notification_again(tenant, &Notification::new(name, now), last).await?
        {
            due.push(name);
        }
    }
    Ok(due)
}

/// The notification that follows a member's last one; `None` if the last one has not left, or if it already covered
/// these reviews.
fn next_notification(
    member: &Member,
    last: Option<&Notification>,
    began: &RangeInclusive<Timestamp>,
    zone: &TimeZone,
    now: Timestamp,
) -> Option<Notification> {
    let before = || began.start().saturating_sub(SignedDuration::from_millis(1)).unwrap_or(*began.start());
    let since = last.and_then(Notification::new_since).unwrap_or_else(before);
    if last.is_some_and(|last| last.step.owed_at().is_some()) || *began.end() <= since {
        return None;
    }
    let told_at = last.and_then(|last| last.step.sent_at());
    let due_at = member.notification_preference().due_at(*began.end(), told_at, zone, now)?;
    let new = Notification::new(NotificationName::ToMember(member.id), now);
    Some(Notification { since: Some(since), step: Step::due(Channel::Email, due_at), ..new })
}
