//! WooCommerce's plug-in: how it gets a key for one shop (RFC 6749 §4.1, with the proof of RFC 7636), and which of its calls count.
//!
//! Told by `tests/stories/console/plug_in.story`.

use app::caller::{Author, Caller, Who};
use app::error::{Error, TryError, retry};
use app::shop::keys::ApiKeys;
use domain::message::{Notification, NotificationName};
use domain::shop::{KeyName, NewKey};
use domain::values::{Dialect, MemberId, Mode, SCOPE_CONNECTION, ShopSystem, Tenant, has_scope};
use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use members::Role;
use serde_json::Value;
use store::shop::TenantRecord;
use store::table::CommitError;
use vault::{ApiKey, Secret, Vault, sha256_hex};

use super::connections::{Integrations, state};
use crate::rows::{CodeRecord, use_code};
use crate::{AskRules, ConnectionRequest, IntegrationRecord, PlugIn, Rows, ShopPlace};

const SYSTEM: ShopSystem = PlugIn::SYSTEM;
/// How long a code can be used (RFC 6749 §4.1.2).
const CODE_WITHIN: SignedDuration = SignedDuration::from_mins(10);

impl Integrations {
    /// The code for what an owner approved. It works once, and for who knows what the challenge was made of.
    pub async fn approve(&self, caller: &Caller, request: &ConnectionRequest, now: Timestamp) -> Result<Secret, Error> {
        let ConnectionRequest { home, challenge, .. } = request;
        let (code, until) = (Secret::mint(&self.random), now.saturating_add(CODE_WITHIN).unwrap_or(now));
        let record = CodeRecord {
            of: caller.tenant.to_string(),
            by: caller.by(),
            challenge: challenge.clone(),
            home: home.clone(),
            until,
        };
        Rows(&self.store).save_code(&caller.tenant, &code.digest(), &record).await?;
        Ok(code)
    }

    /// Connects the shop at this place, instead of the one that was connected. Returns the plug-in's new key, and the shop.
    /// Errors: [`Error::InvalidGrant`].
    pub async fn connect(
        &self,
        vault: &Vault,
        (code, verifier): (&str, &str),
        place: Option<ShopPlace>,
        now: Timestamp,
    ) -> Result<(ApiKey, Tenant, TenantRecord), Error> {
        let digest = Secret::parse(code).ok_or(Error::InvalidGrant)?.digest();
        let (proof, place) = (sha256_hex(verifier.as_bytes()), place.ok_or(Error::InvalidGrant)?);
        let api_keys = ApiKeys { store: self.store.clone(), random: self.random.clone() };
        retry!(self.store, {
            let rows = Rows(&self.store);
            let approved = rows
                .code(&digest)
                .await?
                .filter(|approved| now < approved.until && approved.challenge == proof && approved.home == place.home);
            let approved = approved.ok_or(Error::InvalidGrant)?;
            let tenant: Tenant = approved.of.parse().map_err(|_| Error::InvalidGrant)?;
            let found = members::Rows(&self.store).shop_and_members(&tenant, now).await?;
            let (shop, members) = found.ok_or(Error::InvalidGrant)?;
            // A guest is no member.
            let is_owner = |id| members.find(&id).is_some_and(|member| member.role.includes(Role::Owner));
            let by = approved.by.strip_prefix("member:").and_then(|id| MemberId::parse(id).ok());
            if shop.ended_at.is_some() || !by.is_none_or(is_owner) {
                return Err(Error::InvalidGrant.into());
            }
            let keys = vault.tenant(&tenant, &shop.root, now).await?;
            let last = rows.last_integration(&tenant, SYSTEM, &keys).await?;
            let new = NewKey {
                name: KeyName::parse(SYSTEM.name()).map_err(|rule| Error::Internal(rule.to_string()))?,
                dialect: Dialect::BetterReviews,
                scopes: vec![SCOPE_CONNECTION],
                identity: None,
                expires_at: None,
                guest: None,
            };
            let earlier = last.as_ref().and_then(|last| Some(&*last.plug_in.as_ref()?.key));
            let mut transaction = self.store.transaction(&tenant);
            let (key, info) = api_keys.replace(&mut transaction, earlier, &new, now).await?;
            let mut record = IntegrationRecord::new(SYSTEM, now);
            record.plug_in = Some(PlugIn { key: info.id, place: place.clone(), other: None });
            if let Some(last) = last {
                // What was completed while the shop was not connected is history, too.
                let since = if last.is_connected() { last.rules.since } else { record.rules.since };
                (record.version, record.rules) = (last.version, AskRules { since, ..last.rules });
            }
            rows.put_integration(&mut transaction, &tenant, &record, &keys)?;
            use_code(&mut transaction, &digest);
            let author = Author { by: Some(approved.by) };
            transaction.record(&author.entry("connect_system", SYSTEM.as_str(), [Value::Null, state(&record)], now));
            if tenant.mode == Mode::Live && shop.has_owner_email() {
                let name = NotificationName::Connected(SYSTEM);
                transaction.order_notification(&Notification::new(name, now));
            }
            transaction.commit().await?;
            Ok::<_, TryError<Error>>((key, tenant.clone(), shop))
        })
    }

    /// The system of the connection whose key makes this call; `None` for any other key.
    /// Errors: As [`connected`](Self::connected).
    pub async fn connection(
        &self,
        caller: &Caller,
        headers: &HeaderMap,
        now: Timestamp,
    ) -> Result<Option<ShopSystem>, Error> {
        match &caller.who {
            Who::Key { scopes, .. } if has_scope(scopes, SCOPE_CONNECTION) => {
                Ok(Some(self.connected(caller, headers, now).await?.system))
            }
            _ => Ok(None),
        }
    }

    /// The connection whose plug-in makes this call, from its own site.
    /// Errors: [`Error::Unauthenticated`] if the connection ended; [`Error::OtherShop`] from any other site, because a copy of a shop
    /// has its key, too.
    pub async fn connected(
        &self,
        caller: &Caller,
        headers: &HeaderMap,
        now: Timestamp,
    ) -> Result<IntegrationRecord, Error> {
        let record = Rows(&self.store).integration(&caller.tenant, SYSTEM, &caller.keys).await?;
        let record = record.ok_or(Error::Unauthenticated)?;
        let plug_in = record.plug_in.as_ref().filter(|plug_in| caller.key_id() == Some(&*plug_in.key));
        let plug_in = plug_in.ok_or(Error::Unauthenticated)?;
        let place = ShopPlace::of(headers);
        if place.as_ref() == Some(&plug_in.place) {
            return Ok(record);
        }
        if let Some(plug_in) = place.and_then(|place| plug_in.called_from(place, now)) {
            let record = IntegrationRecord { plug_in: Some(plug_in), ..record };
            // Another change, which comes first, loses this call's count.
            match Rows(&self.store).save_integration(&caller.tenant, &record, &caller.keys, None).await {
                Ok(()) | Err(CommitError::Refused(_) | CommitError::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::OtherShop)
    }

    /// Takes the other site that called as the connection's, because the shop has moved there.
    /// Errors: [`Error::NotFound`] if this site has not called.
    pub async fn move_to(&self, caller: &Caller, place: &ShopPlace, now: Timestamp) -> Result<(), Error> {
        let entry = caller.entry("move_connection", SYSTEM.as_str(), [Value::Null, Value::Null], now);
        retry!(self.store, {
            let record = Rows(&self.store).integration(&caller.tenant, SYSTEM, &caller.keys).await?;
            let mut record = record.ok_or(Error::NotFound)?;
            let plug_in = record.plug_in.as_mut().ok_or(Error::NotFound)?;
            let other = plug_in.other.take().filter(|other| other.place == *place).ok_or(Error::NotFound)?;
            plug_in.place = other.place;
            Ok(Rows(&self.store).save_integration(&caller.tenant, &record, &caller.keys, Some(&entry)).await?)
        })
    }
}
