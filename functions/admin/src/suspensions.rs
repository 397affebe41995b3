//! Lets messages leave again: ends a suspension of a shop's emails, the limit of its first days, or the `STOP` of a
//! number. And lets another shop have a domain.

use std::sync::Arc;

use app::message::suppressions::StoppedNumbers;
use app::message::suspension::{Release, release};
use app::shop::sender::remove_sender;
use domain::shop::{OwnSender, Releaser};
use domain::values::{Invalid, Phone};
use serde_json::{Value, json};

use crate::AdminParts;
use crate::call::{Call, tenant};
use crate::failure::Failure;

/// Answers whether the shop's emails were suspended.
pub(crate) async fn release_hold(call: &Call<'_>, shop: String) -> Result<Value, Failure> {
    let (tenant, store) = (tenant(&shop)?, &call.parts.store);
    let release = release(store, &tenant, Releaser::Operator, Some(&call.operator), call.now).await?;
    Ok(json!({"released": release == Release::Done}))
}

pub(crate) async fn lift_cap(call: &Call<'_>, shop: String) -> Result<Value, Failure> {
    let (tenant, record) = call.shop(&shop).await?;
    if !record.in_first_days {
        return Ok(json!({"lifted": false}));
    }
    let mut transaction = call.parts.store.transaction(&tenant);
    transaction.end_first_days();
    let states = [json!({"first_days": true}), Value::Null];
    transaction.record(&call.operator.entry("lift_cap", &tenant, states, call.now));
    transaction.commit().await.map_err(app::error::Error::from)?;
    Ok(json!({"lifted": true}))
}

pub(crate) async fn lift_stop(call: &Call<'_>, number: String) -> Result<Value, Failure> {
    let number = Phone::parse(&number)?;
    let AdminParts { store, bucket, vault, .. } = call.parts;
    let numbers = StoppedNumbers { store: store.clone(), bucket: bucket.clone(), vault: Arc::clone(vault) };
    Ok(json!({"lifted": numbers.lift_for(&call.operator, &number, call.now).await?}))
}

/// Does what the shop's owner can do: as long as the shop's records are there, it can have the domain again.
pub(crate) async fn release_sender(call: &Call<'_>, domain: String) -> Result<Value, Failure> {
    let address = OwnSender::parse(&domain, &[]);
    let address = address.map_err(|_| Invalid("`domain` must be a domain of a shop, such as shop.example."))?;
    let (domain, store) = (address.domain().to_owned(), &call.parts.store);
    let held = store.held_domains(&domain).await?;
    let Some((_, shop)) = held.into_iter().find(|(held, _)| *held == domain) else {
        return Ok(json!({"released": false}));
    };
    let released = remove_sender(store, &call.operator, &shop, Some(&domain), call.now).await?;
    Ok(json!({"released": released}))
}
