//! Lets messages leave again: ends a suspension of a shop's emails, the limit of its first days, or the `STOP` of a
//! number. And lets another shop have a domain.

use std::sync::Arc;

use app::message::suppressions::StoppedNumbers;
use app::message::suspension::{Release, release};
use app::shop::sender::remove_sender;
use domain::shop::Releaser;
use domain::values::{Phone, Tenant};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::AdminParts;
use crate::call::{Call, OfShop};
use crate::failure::Failure;

/// Answers whether the shop's emails were suspended.
pub(crate) async fn release_hold(shop: OfShop, call: &Call<'_>) -> Result<Value, Failure> {
    let tenant = Tenant::parse(&shop.tenant, &shop.mode)?;
    let store = &call.parts.store;
    let release = release(store, &tenant, Releaser::Operator, Some(&call.operator), call.now).await?;
    Ok(json!({"released": release == Release::Done}))
}

/// Lets a new shop that the operator trusts send without a daily limit.
pub(crate) async fn lift_cap(shop: OfShop, call: &Call<'_>) -> Result<Value, Failure> {
    let tenant = Tenant::parse(&shop.tenant, &shop.mode)?;
    let store = &call.parts.store;
    let shop = store.tenant(&tenant).await?.ok_or(app::error::Error::NotFound)?;
    if !shop.in_first_days {
        return Ok(json!({"lifted": false}));
    }
    let mut transaction = store.transaction(&tenant);
    transaction.end_first_days();
    let states = [json!({"first_days": true}), Value::Null];
    transaction.record(&call.operator.entry("lift_cap", &tenant, states, call.now));
    transaction.commit().await.map_err(app::error::Error::from)?;
    Ok(json!({"lifted": true}))
}

/// A number whose owner wants SMS again, from any shop.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LiftStop {
    /// In E.164.
    number: String,
}

impl LiftStop {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Value, Failure> {
        let number = Phone::parse(&self.number)?;
        let AdminParts { store, bucket, vault, .. } = call.parts;
        let numbers = StoppedNumbers { store: store.clone(), bucket: bucket.clone(), vault: Arc::clone(vault) };
        Ok(json!({"lifted": numbers.lift_for(&call.operator, &number, call.now).await?}))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReleaseSender {
    domain: String,
}

impl ReleaseSender {
    /// Does what the shop's owner can do: as long as the shop's records are there, it can have the domain again.
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Value, Failure> {
        let (domain, store) = (self.domain.to_lowercase(), &call.parts.store);
        let held = store.held_domains(&domain).await?;
        let Some((_, shop)) = held.into_iter().find(|(held, _)| *held == domain) else {
            return Ok(json!({"released": false}));
        };
        let released = remove_sender(store, &call.operator, &shop, Some(&domain), call.now).await?;
        Ok(json!({"released": released}))
    }
}
