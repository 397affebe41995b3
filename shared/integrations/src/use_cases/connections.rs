//! A shop's connections to its own systems.
//!
//! Told by `tests/stories/orders_in/connections.story`.

use app::caller::{Caller, differing};
use app::error::{Error, TryError, retry};
use app::shop::keys::end_keys;
use domain::values::{Invalid, ShopSystem};
use jiff::Timestamp;
use serde_json::{Value, json};
use store::shop::audit::AuditEntry;
use store::table::Store;
use vault::Random;

use super::plan_again::plan_again;
use crate::{
    AskRulesChange, INBOUND_SECRET_ROTATION, INBOUND_SHOWN, Inbound, InboundSecret, IntegrationRecord, OrderQueue,
    RULES, Rows, ShopifyApp, ShopifyDomain, UsualOrders,
};

#[derive(Clone)]
pub struct Integrations {
    pub store: Store,
    pub random: Random,
}

pub struct Integration {
    pub record: IntegrationRecord,
    pub usual: UsualOrders,
}

#[derive(Debug, Clone, Default)]
pub struct IntegrationChange {
    /// The secret; `None` keeps the current one.
    pub secret: Option<String>,
    /// The only shop whose calls are accepted from now on; `None` keeps the current one.
    pub domain: Option<ShopifyDomain>,
    /// The shop's app at Shopify; `None` keeps the current one.
    pub app: Option<ShopifyApp>,
    pub rules: AskRulesChange,
}

pub enum IntegrationRefusal {
    Field(&'static str, Invalid),
    Failed(Error),
}

impl From<Error> for IntegrationRefusal {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

const SECRET_NEEDED: Invalid =
    Invalid("`secret` is needed: Shopify shows it under Settings, Notifications, Webhooks, or with your app's keys.");

const NO_SECRET: Invalid =
    Invalid("`secret` is Shopify's alone: WooCommerce's plug-in gets a key, and a program has one; omit it.");

impl Integrations {
    pub async fn list(&self, caller: &Caller, now: Timestamp) -> Result<Vec<Integration>, Error> {
        let mut integrations = Vec::new();
        for system in ShopSystem::ALL {
            match self.get(caller, system, now).await {
                Ok(integration) => integrations.push(integration),
                Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(integrations)
    }

    pub async fn get(&self, caller: &Caller, system: ShopSystem, now: Timestamp) -> Result<Integration, Error> {
        let record =
            Rows(&self.store).integration(&caller.tenant, system, &caller.keys).await?.ok_or(Error::NotFound)?;
        let days = Rows(&self.store).orders_of_days(&caller.tenant, system, now).await?;
        Ok(Integration { record, usual: UsualOrders::of_system(system, &days) })
    }

    /// Connects Shopify or the shop's own program, or changes a connection. After that, customers are asked about its orders, and
    /// those that are known are planned again by the changed rules.
    /// Errors: [`IntegrationRefusal::Field`]; [`Error::RotatedRecently`] for a new secret while the previous one still works;
    /// [`Error::NotConnected`] for WooCommerce, which its plug-in connects.
    pub async fn put(
        &self,
        caller: &Caller,
        system: ShopSystem,
        change: IntegrationChange,
        queue: &OrderQueue,
        now: Timestamp,
    ) -> Result<Integration, IntegrationRefusal> {
        let IntegrationChange { secret, domain, app, rules } = change;
        let given = given_secret(system, secret)?;
        retry!(self.store, {
            let last = Rows(&self.store).last_integration(&caller.tenant, system, &caller.keys).await?;
            let version = last.as_ref().map_or(0, |last| last.version);
            let before = last.filter(IntegrationRecord::is_connected);
            let broken = |(name, rule)| TryError::Failed(IntegrationRefusal::Field(name, rule));
            let mut record = match (before.clone(), system) {
                (Some(record), _) => record,
                (None, ShopSystem::WooCommerce) => return Err(Error::NotConnected.into()),
                (None, ShopSystem::Shopify) => {
                    let secret = given.clone().ok_or_else(|| broken(("secret", SECRET_NEEDED)))?;
                    IntegrationRecord { secret: Some(secret), version, ..IntegrationRecord::new(system, now) }
                }
                (None, ShopSystem::Own) => IntegrationRecord { version, ..IntegrationRecord::new(system, now) },
            };
            rules.apply(&mut record.rules).map_err(broken)?;
            record.domain = domain.clone().or(record.domain);
            record.app = app.clone().or(record.app);
            record.is_asking = true;
            if let Some(secret) = given.clone().filter(|secret| Some(secret) != record.secret.as_ref()) {
                replace(&mut record, secret, now).map_err(|error| TryError::Failed(error.into()))?;
            }
            if before.as_ref().is_some_and(|before| before.is_asking && before.rules != record.rules) {
                plan_again((&self.store, queue), caller, system, now).await?;
            }
            if let Some(entry) = entry(caller, before.as_ref(), &record, now) {
                Rows(&self.store).save_integration(&caller.tenant, &record, &caller.keys, Some(&entry)).await?;
            }
            Ok::<_, TryError<IntegrationRefusal>>(())
        })?;
        Ok(self.get(caller, system, now).await?)
    }

    /// Disconnects a system at once, and ends the key of its plug-in. Its privacy topics are accepted for a while longer.
    pub async fn delete(&self, caller: &Caller, system: ShopSystem, now: Timestamp) -> Result<(), Error> {
        let entry = caller.entry("disconnect_system", system.as_str(), [Value::Null, Value::Null], now);
        retry!(self.store, {
            let (rows, tenant) = (Rows(&self.store), &caller.tenant);
            let record = rows.integration(tenant, system, &caller.keys).await?;
            let ended = IntegrationRecord { ended_at: Some(now), is_asking: false, ..record.ok_or(Error::NotFound)? };
            let mut transaction = rows.saving_integration(tenant, &ended, &caller.keys, Some(&entry))?;
            if let Some(plug_in) = &ended.plug_in {
                let ring = self.store.key_ring(tenant).await?;
                end_keys(&mut transaction, ring, &caller.author(), |key| key.id == plug_in.key, now);
            }
            Ok(transaction.commit().await?)
        })
    }

    /// The last calls from a system, newest first.
    pub async fn deliveries(&self, caller: &Caller, system: ShopSystem) -> Result<Vec<Inbound>, Error> {
        Rows(&self.store).integration(&caller.tenant, system, &caller.keys).await?.ok_or(Error::NotFound)?;
        Ok(Rows(&self.store).inbounds(&caller.tenant, system, INBOUND_SHOWN).await?)
    }
}

/// The audit log entry about a new or changed connection; `None` if nothing differs.
fn entry(
    caller: &Caller,
    before: Option<&IntegrationRecord>,
    after: &IntegrationRecord,
    now: Timestamp,
) -> Option<AuditEntry> {
    let Some(before) = before.filter(|before| before.is_asking) else {
        return Some(caller.entry("connect_system", after.system.as_str(), [Value::Null, state(after)], now));
    };
    let mut change = differing(&state(before), &state(after));
    if before.secret != after.secret {
        change[1]["secret"] = json!("replaced");
    }
    let is_other = before.secret != after.secret || before.domain != after.domain || before.rules != after.rules;
    let is_other = is_other || before.app != after.app;
    is_other.then(|| caller.entry("change_connection", after.system.as_str(), change, now))
}

/// The rules, for the audit log.
pub(super) fn state(record: &IntegrationRecord) -> Value {
    Value::Object(RULES.iter().map(|rule| (rule.name.to_owned(), rule.recorded(&record.rules))).collect())
}

/// Replaces the current secret, which is still accepted for a while. During this time, it cannot be replaced again,
/// because a system that still signs with the previous secret would then be refused.
fn replace(record: &mut IntegrationRecord, secret: InboundSecret, now: Timestamp) -> Result<(), Error> {
    if let Some((_, until)) = record.earlier.as_ref().filter(|(_, until)| now < *until) {
        return Err(Error::RotatedRecently(*until));
    }
    let until = now.saturating_add(INBOUND_SECRET_ROTATION).unwrap_or(now);
    record.earlier = record.secret.replace(secret).map(|before| (before, until));
    Ok(())
}

/// The secret that a call gives.
fn given_secret(system: ShopSystem, text: Option<String>) -> Result<Option<InboundSecret>, IntegrationRefusal> {
    let refused = |rule| IntegrationRefusal::Field("secret", rule);
    match (text, system) {
        (None, _) => Ok(None),
        (Some(_), ShopSystem::WooCommerce | ShopSystem::Own) => Err(refused(NO_SECRET)),
        (Some(text), ShopSystem::Shopify) => InboundSecret::parse(&text).map(Some).map_err(refused),
    }
}
