//! How the installation does: what is late, who is paused or suspended, and when the last email left.

use domain::message::StepState;
use domain::values::{Channel, Tenant};
use edge::native::seconds;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};
use store::message::due::{LATE, NUDGED_FOR_MAX};
use store::table::{DueKind, End, Error, Reading};

use crate::call::{Call, PARALLEL};
use crate::failure::Failure;

/// For how long SES' reports about accepted emails are missing before that is said, as for the alarm.
const MISSING_AFTER: SignedDuration = SignedDuration::from_hours(1);
/// How many messages of a shop are searched for the last email that left.
const NEWEST: u32 = 20;

/// A question about all shops in live mode. Only the first page tells what concerns the whole service.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Status {
    /// The `next` of the previous answer.
    after: Option<String>,
}

struct OfShop {
    tenant: Tenant,
    last_email_at: Option<Timestamp>,
    /// What stops the shop's messages; `null` if nothing does.
    stopped: Value,
}

impl Status {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Value, Failure> {
        let (shops, next) = call.live_shops(self.after.as_deref()).await?;
        let shops_read = shops.len();
        let read: Vec<_> = shops.into_iter().map(|tenant| of_shop(call, tenant)).collect();
        let shops: Vec<OfShop> = stream::iter(read).buffered(PARALLEL).try_collect().await?;
        let last = shops.iter().filter(|shop| shop.last_email_at.is_some()).max_by_key(|shop| shop.last_email_at);
        let last = last.map(|shop| json!({"at": shop.last_email_at.map(seconds), "tenant": shop.tenant.id.as_str()}));
        let service = if self.after.is_none() { service(call).await? } else { Value::Null };
        let stopped: Vec<_> = shops.into_iter().map(|shop| shop.stopped).filter(|stopped| !stopped.is_null()).collect();
        Ok(json!({
            "last_email": last, "stopped": stopped, "shops_read": shops_read, "service": service, "next": next,
        }))
    }
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
    let late_since = call.now.saturating_sub(LATE).unwrap_or(call.now);
    let woken_again = call.now.saturating_add(NUDGED_FOR_MAX).unwrap_or(call.now);
    let waiting = pauses.iter().map(|(channel, _)| (DueKind::Waiting(channel), Timestamp::UNIX_EPOCH..call.now, false));
    let spans = [
        (DueKind::Message, Timestamp::UNIX_EPOCH..late_since, false),
        (DueKind::Message, late_since..woken_again, true),
    ];
    let mut late = 0;
    for (kind, span, woken) in spans.into_iter().chain(waiting) {
        for shard in 0..kind.shard_count() {
            late += call.parts.store.count_due(kind, shard, span.clone(), woken).await?;
        }
    }
    let is_missing = |since: &Timestamp| call.now.duration_since(*since) > MISSING_AFTER;
    Ok(json!({
        "late_messages": late,
        "refused_by_provider": refused,
        "reports_missing_since": pauses.reports_missing_since.filter(is_missing).map(seconds),
        "paused": all.map(|pause| json!({"since": seconds(pause.since), "until": pause.until.map(seconds)})),
    }))
}
