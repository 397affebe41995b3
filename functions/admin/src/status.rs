//! How the installation does: what is late, who is paused or suspended, and when the last email left.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use domain::message::StepState;
use domain::values::{Channel, Tenant};
use edge::native::seconds;
use futures_util::future::try_join_all;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use store::message::due::{Due, LATE, NUDGED_FOR_MAX};
use store::message::pause::Pauses;
use store::table::{DueKind, End, Error, Reading};

use crate::call::{Call, PARALLEL};
use crate::failure::Failure;

/// For how long SES' reports about accepted emails are missing before that is said, as for the alarm.
const MISSING_AFTER: SignedDuration = SignedDuration::from_hours(1);
/// How many messages of a shop are searched for the last email that left.
const NEWEST: u32 = 20;
/// How much of each shard is searched for late messages: 20,000 rows.
const PAGE: i32 = 1_000;
const PAGES_MAX: usize = 20;
/// How many shops with late messages are named, and how many messages of each are read to say since when.
const NAMED_MAX: usize = 3;
const READ_MAX: usize = 25;

struct OfShop {
    tenant: Tenant,
    last_email_at: Option<Timestamp>,
    /// What stops the shop's messages; `null` if nothing does.
    stopped: Value,
}

pub(crate) async fn status(call: &Call<'_>, after: Option<String>) -> Result<Value, Failure> {
    let (shops, next) = call.live_shops(after.as_deref()).await?;
    let shops_read = shops.len();
    let read: Vec<_> = shops.into_iter().map(|tenant| of_shop(call, tenant)).collect();
    let shops: Vec<OfShop> = stream::iter(read).buffered(PARALLEL).try_collect().await?;
    let last = shops.iter().filter(|shop| shop.last_email_at.is_some()).max_by_key(|shop| shop.last_email_at);
    let last = last.map(|shop| json!({"at": shop.last_email_at.map(seconds), "tenant": shop.tenant.id.as_str()}));
    let service = if after.is_none() { service(call).await? } else { Value::Null };
    let stopped: Vec<_> = shops.into_iter().map(|shop| shop.stopped).filter(|stopped| !stopped.is_null()).collect();
    Ok(json!({"last_email": last, "stopped": stopped, "shops_read": shops_read, "service": service, "next": next}))
}

async fn of_shop(call: &Call<'_>, tenant: Tenant) -> Result<OfShop, Error> {
    let store = &call.parts.store;
    let newest = Reading::first(End::Newest, NEWEST);
    let (record, suspension, messages) =
        tokio::try_join!(store.tenant(&tenant), store.suspension(&tenant), store.all_messages(&tenant, newest))?;
    let sent_at = |state: &StepState| if let StepState::Sent { at, .. } = state { Some(*at) } else { None };
    let steps = messages.rows.into_iter().filter_map(|placed| placed.row).map(|message| message.step);
    let last_email_at = steps.filter(|step| step.channel == Channel::Email).find_map(|step| sent_at(&step.state));
    let pause = record.filter(|shop| shop.ended_at.is_none()).and_then(|shop| shop.pause(None, call.now));
    let stopped = if pause.is_some() || suspension.is_some() {
        json!({
            "tenant": tenant.id.as_str(),
            "paused_by": pause.map(|pause| pause.by.as_str()),
            "paused_until": pause.and_then(|pause| pause.until).map(seconds),
            "suspended_since": suspension.map(|suspension| seconds(suspension.since)),
        })
    } else {
        Value::Null
    };
    Ok(OfShop { tenant, last_email_at, stopped })
}

async fn service(call: &Call<'_>) -> Result<Value, Failure> {
    let pauses = call.parts.store.pauses().await?;
    let all = pauses.all.filter(|pause| !pause.is_over(call.now));
    let refused: Vec<_> = pauses
        .iter()
        .map(|(channel, pause)| json!({"channel": channel.as_str(), "since": seconds(pause.since)}))
        .collect();
    let (late_messages, late_shops) = late(call, &pauses).await?;
    let is_missing = |since: &Timestamp| call.now.duration_since(*since) > MISSING_AFTER;
    Ok(json!({
        "late_messages": late_messages,
        "late_shops": late_shops,
        "refused_by_provider": refused,
        "reports_missing_since": pauses.reports_missing_since.filter(is_missing).map(seconds),
        "paused": all.map(|pause| json!({"since": seconds(pause.since), "until": pause.until.map(seconds)})),
    }))
}

/// The number of late messages, and the shops that have the most of them.
async fn late(call: &Call<'_>, pauses: &Pauses) -> Result<(usize, Value), Error> {
    let late_since = call.now.saturating_sub(LATE).unwrap_or(call.now);
    // A message whose sender reconcile woke, or which its sender deferred, is due again when reconcile looks next.
    let woken_again = call.now.saturating_add(NUDGED_FOR_MAX).unwrap_or(call.now);
    let waiting = pauses.iter().map(|(channel, _)| (DueKind::Waiting(channel), call.now));
    let (mut shops, mut all_read) = (BTreeMap::<Tenant, Vec<Due>>::new(), true);
    for (kind, until) in [(DueKind::Message, woken_again)].into_iter().chain(waiting) {
        for shard in 0..kind.shard_count() {
            let mut after = None;
            for _ in 0..PAGES_MAX {
                let page = call.parts.store.due(kind, shard, Timestamp::UNIX_EPOCH..=until, PAGE, after).await?;
                for due in page.rows.into_iter().filter(|due| due.due_at < late_since || due.nudged_at.is_some()) {
                    shops.entry(due.tenant.clone()).or_default().push(due);
                }
                after = page.after;
                if after.is_none() {
                    break;
                }
            }
            all_read &= after.is_none();
        }
    }
    let mut shops: Vec<_> = shops.into_iter().collect();
    shops.sort_by_key(|(_, rows)| Reverse(rows.len()));
    let worst = try_join_all(shops.iter().take(NAMED_MAX).map(|(tenant, rows)| late_shop(call, tenant, rows))).await?;
    let messages = shops.iter().map(|(_, rows)| rows.len()).sum();
    Ok((messages, json!({"count": shops.len(), "all_read": all_read, "worst": worst})))
}

/// A shop with late messages, since when, and by which channels' providers: the index does not say it once a sender was woken.
async fn late_shop(call: &Call<'_>, tenant: &Tenant, rows: &[Due]) -> Result<Value, Error> {
    let ids = rows.iter().take(READ_MAX).filter_map(Due::request);
    let requests = try_join_all(ids.map(|id| call.parts.store.request(tenant, id))).await?;
    let steps: Vec<_> = requests.iter().flatten().filter_map(|request| request.step()).collect();
    let since = steps.iter().filter_map(|step| step.owed_at()).min();
    let throttled = Channel::ALL
        .into_iter()
        .filter(|channel| steps.iter().any(|step| step.throttled > 0 && step.channel == *channel));
    Ok(json!({
        "tenant": tenant.id.as_str(),
        "mode": tenant.mode.as_str(),
        "messages": rows.len(),
        "since": since.map(seconds),
        "throttled": throttled.map(Channel::as_str).collect::<Vec<_>>(),
        "may_be_earlier": rows.len() > READ_MAX,
    }))
}
