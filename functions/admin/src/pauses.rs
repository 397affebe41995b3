//! Pauses of sending: for one shop or, if none is named, for all. Messages that may have left before a restore.

use domain::message::{OperatorPause, Restored};
use domain::values::{Invalid, Tenant, parse_time};
use edge::native::seconds;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::call::{Call, tenant};
use crate::failure::Failure;

pub(crate) async fn pause(call: &Call<'_>, shop: Option<String>, until: Option<String>) -> Result<Value, Failure> {
    const RULE: Invalid =
        Invalid("`until` must be a later time such as 2026-11-20T06:00:00Z; omit it to pause until `resume`.");
    let shop = shop.as_deref().map(tenant).transpose()?;
    let end = |text: String| parse_time(&text).filter(|until| *until > call.now).ok_or(RULE);
    let until = until.map(end).transpose()?;
    let before = in_force(call, shop.as_ref()).await?;
    let pause = OperatorPause { since: before.map_or(call.now, |before| before.since), until };
    change(call, "pause", shop.as_ref(), [before, Some(pause)]).await?;
    Ok(shown(pause))
}

pub(crate) async fn resume(call: &Call<'_>, shop: Option<String>) -> Result<Value, Failure> {
    let shop = shop.as_deref().map(tenant).transpose()?;
    let before = in_force(call, shop.as_ref()).await?;
    if before.is_some() {
        change(call, "resume", shop.as_ref(), [before, None]).await?;
    }
    Ok(json!({"resumed": before.is_some()}))
}

fn shown(OperatorPause { since, until }: OperatorPause) -> Value {
    json!({"since": seconds(since), "until": until.map(seconds)})
}

/// The operator's pause, unless it has expired.
async fn in_force(call: &Call<'_>, shop: Option<&Tenant>) -> Result<Option<OperatorPause>, Failure> {
    let pause = match shop {
        Some(shop) => call.record(shop).await?.operator_pause,
        None => call.parts.store.pause_of_all().await?,
    };
    Ok(pause.filter(|pause| !pause.is_over(call.now)))
}

async fn change(
    call: &Call<'_>,
    what: &str,
    shop: Option<&Tenant>,
    [before, pause]: [Option<OperatorPause>; 2],
) -> Result<(), Failure> {
    let target = shop.map_or_else(|| "service".to_owned(), ToString::to_string);
    let entry =
        call.operator.entry(what, &target, [before, pause].map(|pause| pause.map_or(Value::Null, shown)), call.now);
    let store = &call.parts.store;
    match shop {
        Some(shop) => {
            let mut transaction = store.transaction(shop);
            transaction.pause_shop(pause, call.now);
            transaction.record(&entry);
            transaction.commit().await.map_err(app::error::Error::from)?;
        }
        None => {
            store.record(None, &entry).await?;
            store.pause_all(pause).await?;
        }
    }
    tracing::info!(what, target, "sending was paused or resumed");
    Ok(())
}

pub(crate) async fn restored(call: &Call<'_>, to: String) -> Result<Value, Failure> {
    const RULE: Invalid = Invalid(
        "`to` must be the moment of the last 35 days to which the table was put back, such as 2026-11-20T07:40:00Z.",
    );
    let is_possible = |to: &Timestamp| *to < call.now && call.now.duration_since(*to) <= Restored::WITHIN;
    let to = parse_time(&to).filter(is_possible).ok_or(RULE)?;
    let store = &call.parts.store;
    let before = store.restored().await?.filter(|before| before.to == to);
    // A repetition does not move the end, because messages leave again by then.
    let until = before.map_or(call.now, |before| before.until);
    if before.is_none() {
        let states = [Value::Null, json!({"to": seconds(to)})];
        store.record(None, &call.operator.entry("restored", "service", states, call.now)).await?;
        store.put_restored(Restored { to, until }).await?;
    }
    Ok(json!({"to": seconds(to), "until": seconds(until)}))
}
