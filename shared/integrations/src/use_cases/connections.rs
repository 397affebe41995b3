//! A shop's connections to its own systems.

use app::caller::{Caller, differing};
use app::error::{Error, TryError, retry};
use app::idempotency::{IdempotentCall, Reply, earlier, store_reply};
use domain::values::{Invalid, ShopSystem};
use futures_util::future::try_join;
use jiff::Timestamp;
use serde_json::{Value, json};
use store::request::idempotency::ReplyAbout;
use store::shop::audit::AuditEntry;
use store::table::Store;
use vault::Random;

use crate::{
    AskRules, AskRulesChange, INBOUND_SECRET_ROTATION, INBOUND_SHOWN, Inbound, InboundSecret, IntegrationRecord, Rows,
    ShopifyDomain, UsualOrders,
};

#[derive(Clone)]
pub struct Integrations {
    pub store: Store,
    pub random: Random,
}

pub struct Integration {
    pub record: IntegrationRecord,
    pub usual: UsualOrders,
    /// Whether a key to the system is kept.
    pub keeps_key: bool,
}

#[derive(Debug, Clone, Default)]
pub struct IntegrationChange {
    /// The secret; `None` keeps the current one.
    pub secret: Option<String>,
    /// The only shop whose calls are accepted from now on; `None` keeps the current one.
    pub domain: Option<ShopifyDomain>,
    /// Whether a key is kept: `false` forgets it, and `true` changes nothing.
    pub keeps_key: Option<bool>,
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

const NO_KEY: Invalid = Invalid("`keeps_key` cannot be true: there is no key. Give one in the console.");

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
        let rows = Rows(&self.store);
        let (days, keeps_key) =
            try_join(rows.orders_of_days(&caller.tenant, system, now), rows.keeps_key(&caller.tenant, system)).await?;
        Ok(Integration { record, usual: UsualOrders::of(&days), keeps_key })
    }

    /// Connects a system or changes its connection. After that, customers are asked about its orders. Also returns the
    /// secret if it is new, because it is shown only once.
    /// Errors: [`IntegrationRefusal::Field`], also if a key is to be kept that nobody gave; [`Error::RotatedRecently`] for a new
    /// secret while the previous one still works.
    pub async fn put(
        &self,
        caller: &Caller,
        system: ShopSystem,
        change: IntegrationChange,
        now: Timestamp,
    ) -> Result<(Integration, Option<InboundSecret>), IntegrationRefusal> {
        let IntegrationChange { secret, domain, keeps_key, rules } = change;
        let field = |name: &'static str| move |rule| IntegrationRefusal::Field(name, rule);
        let given = secret.map(|text| InboundSecret::parse(&text)).transpose().map_err(field("secret"))?;
        if keeps_key == Some(true) && !Rows(&self.store).keeps_key(&caller.tenant, system).await.map_err(Error::from)? {
            return Err(field("keeps_key")(NO_KEY));
        }
        let made = retry!(self.store, {
            let last = Rows(&self.store).last_integration(&caller.tenant, system, &caller.keys).await?;
            let version = last.as_ref().map_or(0, |last| last.version);
            let before = last.filter(IntegrationRecord::is_connected);
            let broken = |(name, rule)| TryError::Failed(IntegrationRefusal::Field(name, rule));
            let (mut record, made) = match before.clone() {
                Some(record) => (record, None),
                None => {
                    let (secret, made) =
                        self.first_secret(system, given.clone()).map_err(|rule| broken(("secret", rule)))?;
                    (new_record(system, secret, version, now), made)
                }
            };
            record.rules = record.rules.changed(rules.clone()).map_err(broken)?;
            record.domain = domain.clone().or(record.domain);
            record.is_asking = true;
            if let Some(secret) = given.clone().filter(|secret| *secret != record.secret) {
                replace(&mut record, secret, now).map_err(|error| TryError::Failed(error.into()))?;
            }
            if let Some(entry) = entry(caller, before.as_ref(), &record, now) {
                Rows(&self.store).save_integration(&caller.tenant, &record, &caller.keys, Some(&entry)).await?;
            }
            Ok::<_, TryError<IntegrationRefusal>>(made)
        })?;
        if keeps_key == Some(false) {
            self.forget_key(caller, system, now).await?;
        }
        Ok((self.get(caller, system, now).await?, made))
    }

    /// The first secret. If we made it, a repetition of the call gets the same secret.
    fn first_secret(
        &self,
        system: ShopSystem,
        given: Option<InboundSecret>,
    ) -> Result<(InboundSecret, Option<InboundSecret>), Invalid> {
        match (given, system) {
            (Some(secret), _) => Ok((secret, None)),
            (None, ShopSystem::WooCommerce) => {
                let secret = InboundSecret::mint(self.random.bytes());
                Ok((secret.clone(), Some(secret)))
            }
            (None, ShopSystem::Shopify) => Err(SECRET_NEEDED),
        }
    }

    /// Replaces the secret. The previous secret is accepted for two more hours.
    pub async fn rotate(
        &self,
        caller: &Caller,
        system: ShopSystem,
        given: Option<String>,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&Integration, Option<&InboundSecret>) -> Result<Reply, Error>,
    ) -> Result<Reply, IntegrationRefusal> {
        if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
            return Ok(answer);
        }
        let given = given.map(|text| InboundSecret::parse(&text)).transpose();
        let given = given.map_err(|rule| IntegrationRefusal::Field("secret", rule))?;
        let (secret, made) =
            self.first_secret(system, given).map_err(|rule| IntegrationRefusal::Field("secret", rule))?;
        retry!(self.store, {
            let record = Rows(&self.store).integration(&caller.tenant, system, &caller.keys).await?;
            let mut record = record.ok_or(Error::NotFound)?;
            if record.secret != secret {
                replace(&mut record, secret.clone(), now)?;
                let none = [Value::Null, Value::Null];
                let entry = caller.entry("rotate_connection_secret", system.as_str(), none, now);
                Rows(&self.store).save_integration(&caller.tenant, &record, &caller.keys, Some(&entry)).await?;
            }
            Ok::<_, TryError<Error>>(())
        })?;
        let answer = render(&self.get(caller, system, now).await?, made.as_ref())?;
        Ok(store_reply(idempotency, &self.store, caller, ReplyAbout::Nobody, now, answer).await?)
    }

    /// Disconnects a system at once. Its privacy topics are accepted for a while longer.
    pub async fn delete(&self, caller: &Caller, system: ShopSystem, now: Timestamp) -> Result<(), Error> {
        let entry = caller.entry("disconnect_system", system.as_str(), [Value::Null, Value::Null], now);
        retry!(self.store, {
            let record = Rows(&self.store).integration(&caller.tenant, system, &caller.keys).await?;
            let ended = IntegrationRecord { ended_at: Some(now), is_asking: false, ..record.ok_or(Error::NotFound)? };
            Ok(Rows(&self.store).save_integration(&caller.tenant, &ended, &caller.keys, Some(&entry)).await?)
        })
    }

    /// Forgets the key that is kept to a system, and records it; nothing happens if there is none.
    pub async fn forget_key(&self, caller: &Caller, system: ShopSystem, now: Timestamp) -> Result<(), Error> {
        let entry = caller.entry("forget_shop_key", system.as_str(), [Value::Null, Value::Null], now);
        retry!(self.store, {
            let rows = Rows(&self.store);
            let record = rows.integration(&caller.tenant, system, &caller.keys).await?.ok_or(Error::NotFound)?;
            if record.look.is_none() && !rows.keeps_key(&caller.tenant, system).await? {
                return Ok(());
            }
            Ok(rows.forget_kept_key(&caller.tenant, record, &caller.keys, &entry).await?)
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
    is_other.then(|| caller.entry("change_connection", after.system.as_str(), change, now))
}

/// The rules, for the audit log. Because people type tags, products and the key, the log has only how many there are.
fn state(record: &IntegrationRecord) -> Value {
    let AskRules {
        ask_days_after,
        after,
        incentivized,
        countries,
        tags_excluded,
        products_excluded,
        consent,
        consent_key,
        since,
    } = &record.rules;
    let countries: Vec<_> = countries.iter().map(|country| country.as_str()).collect();
    json!({
        "ask_days_after": ask_days_after,
        "after": after.as_str(),
        "incentivized": incentivized,
        "countries": countries,
        "tags_excluded": tags_excluded.len(),
        "products_excluded": products_excluded.len(),
        "consent": consent.as_str(),
        "consent_key": consent_key.is_some(),
        "since": format!("{since:.0}"),
    })
}

/// Replaces the current secret, which is still accepted for a while. During this time, it cannot be replaced again,
/// because a system that still signs with the previous secret would then be refused.
fn replace(record: &mut IntegrationRecord, secret: InboundSecret, now: Timestamp) -> Result<(), Error> {
    if let Some((_, until)) = record.earlier.as_ref().filter(|(_, until)| now < *until) {
        return Err(Error::RotatedRecently(*until));
    }
    let until = now.saturating_add(INBOUND_SECRET_ROTATION).unwrap_or(now);
    let before = std::mem::replace(&mut record.secret, secret);
    record.earlier = Some((before, until));
    Ok(())
}

fn new_record(system: ShopSystem, secret: InboundSecret, version: u32, now: Timestamp) -> IntegrationRecord {
    IntegrationRecord {
        system,
        secret,
        earlier: None,
        domain: None,
        rules: AskRules::new(now),
        is_asking: true,
        created_at: now,
        privacy_called_at: None,
        ended_at: None,
        reading: None,
        look: None,
        version,
    }
}
