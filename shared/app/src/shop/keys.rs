//! Makes, lists and deletes a shop's API keys.
//!
//! Told by `tests/stories/shops/keys.story`.

use domain::shop::{KEYS_MAX, KeyInfo, KeyRefusal, NewKey};
use domain::values::{Guid, Identity, Tenant};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};
use store::request::idempotency::ReplyAbout;
use store::shop::TenantRecord;
use store::shop::api_key::ApiKeyRecord;
use store::shop::key_ring::KeyRing;
use store::table::{Store, Transaction};
use vault::{ApiKey, Random};

use crate::caller::{Author, Caller, key_id};
use crate::error::{Error, TryError, retry};
use crate::idempotency::{IdempotentCall, Reply, earlier};

#[derive(Clone)]
pub struct ApiKeys {
    pub store: Store,
    pub random: Random,
}

impl From<KeyRefusal> for Error {
    fn from(refusal: KeyRefusal) -> Self {
        match refusal {
            KeyRefusal::Scope(scope) => Self::MissingScope(scope),
            KeyRefusal::TooMany => Self::TooManyKeys,
            KeyRefusal::Last => Self::LastKey,
        }
    }
}

impl ApiKeys {
    /// Makes a key for the caller's shop. The key cannot be read again, because the table stores only its digest.
    /// Errors: [`Error::MissingScope`] for a scope that the caller's own key lacks, [`Error::TooManyKeys`],
    /// [`Error::IdempotencyKeyReused`].
    pub async fn create(
        &self,
        caller: &Caller,
        new: &NewKey,
        idempotency: Option<&IdempotentCall>,
        now: Timestamp,
        render: impl Fn(&str, &KeyInfo) -> Result<Reply, Error>,
    ) -> Result<Reply, Error> {
        let (tenant, keys) = (&caller.tenant, &caller.keys);
        let key_id = caller.key_id().ok_or(Error::Unauthenticated)?;
        retry!(self.store, {
            if let Some(answer) = earlier(idempotency, &self.store, caller, now).await? {
                return Ok(answer);
            }
            let ring = self.store.key_ring(tenant).await?;
            let all = ring.infos();
            // The caller's key may have been deleted since the call was authenticated.
            let own = all.iter().find(|info| info.id == key_id).ok_or(Error::Unauthenticated)?;
            let new = own.make(new, &all).map_err(Error::from)?;
            let mut transaction = self.store.transaction(tenant);
            let (key, info) = self.add(&mut transaction, ring, tenant, &new, now).await?;
            let answer = render(key.reveal(), &info)?;
            transaction.record(&caller.entry("create_key", &info.id, [Value::Null, recorded(&info)], now));
            if let Some(idempotency) = idempotency {
                idempotency.remember(&mut transaction, &answer, ReplyAbout::Nobody, keys, now);
            }
            transaction.commit().await?;
            Ok(answer)
        })
    }

    /// Makes a key for a shop on behalf of the operator, however many the shop has. The audit log records this for an
    /// `operator`.
    /// Errors: [`Error::NotFound`] for an unknown shop, and for a shop that has ended.
    pub async fn create_for_operator(
        &self,
        operator: Option<&Author>,
        tenant: &Tenant,
        new: &NewKey,
        now: Timestamp,
    ) -> Result<(ApiKey, KeyInfo), Error> {
        retry!(self.store, {
            let ring = self.store.key_ring(tenant).await?;
            let mut transaction = self.store.transaction(tenant);
            let (key, info) = self.add(&mut transaction, ring, tenant, new, now).await?;
            if let Some(operator) = operator {
                transaction.record(&operator.entry("create_key", &info.id, [Value::Null, recorded(&info)], now));
            }
            transaction.commit().await?;
            Ok::<_, TryError<Error>>((key, info))
        })
    }

    /// Makes a key for an owner in the console, whose role allows every scope. A guest's key ends with the key that let
    /// the guest in, and is made only if `is_in` says that the guest is still signed in.
    pub async fn create_for_member<F: Future<Output = Result<bool, Error>>>(
        &self,
        caller: &Caller,
        new: &NewKey,
        is_in: impl Fn() -> F,
        now: Timestamp,
    ) -> Result<(ApiKey, KeyInfo), Error> {
        retry!(self.store, {
            let ring = self.store.key_ring(&caller.tenant).await?;
            if ring.keys.len() >= KEYS_MAX {
                return Err(Error::TooManyKeys.into());
            }
            // Checked after the keys were read: if the guest's session ends later, the shop's list of keys changes, and the save fails.
            if !is_in().await? {
                return Err(Error::Unauthenticated.into());
            }
            let let_in = new.guest.as_ref().and_then(|guest| guest.key.as_ref());
            let let_in = let_in.and_then(|id| ring.keys.iter().find(|(_, info)| info.id == *id));
            let new = new.clone().until(let_in.and_then(|(_, info)| info.expires_at));
            let mut transaction = self.store.transaction(&caller.tenant);
            let (key, info) = self.add(&mut transaction, ring, &caller.tenant, &new, now).await?;
            transaction.record(&caller.entry("create_key", &info.id, [Value::Null, recorded(&info)], now));
            transaction.commit().await?;
            Ok::<_, TryError<Error>>((key, info))
        })
    }

    /// Makes the key of a connection, instead of its earlier one, however many keys the shop has.
    pub async fn replace(
        &self,
        transaction: &mut Transaction<'_>,
        earlier: Option<&str>,
        new: &NewKey,
        now: Timestamp,
    ) -> Result<(ApiKey, KeyInfo), Error> {
        let tenant = transaction.tenant().clone();
        let mut ring = self.store.key_ring(&tenant).await?;
        for (digest, _) in ring.keys.extract_if(.., |(_, info)| Some(&*info.id) == earlier) {
            transaction.delete_api_key(&digest);
        }
        self.add(transaction, ring, &tenant, new, now).await
    }

    async fn add(
        &self,
        transaction: &mut Transaction<'_>,
        mut ring: KeyRing,
        tenant: &Tenant,
        new: &NewKey,
        now: Timestamp,
    ) -> Result<(ApiKey, KeyInfo), Error> {
        let NewKey { name, dialect, scopes, identity, expires_at, guest } = new;
        let shop = self.store.tenant(tenant).await?.and_then(TenantRecord::living).ok_or(Error::NotFound)?;
        let key = ApiKey::mint(dialect.policy().key_prefix, tenant.mode, &self.random);
        let digest = key.digest();
        let info = KeyInfo {
            id: key_id(&digest),
            name: name.clone(),
            dialect: *dialect,
            scopes: scopes.iter().map(|&scope| scope.to_owned()).collect(),
            hint: key.hint(),
            created_at: now,
            expires_at: *expires_at,
            guest: guest.clone(),
        };
        let record = ApiKeyRecord {
            tenant: tenant.clone(),
            scopes: info.scopes.clone(),
            identity: Some(identity.unwrap_or_else(|| Identity::App(Guid::random(self.random.bytes())))),
            active: true,
            expires_at: *expires_at,
            last_used_on: None,
            root: shop.state.root,
        };
        transaction.insert_api_key(&digest, &record);
        ring.keys.push((digest, info.clone()));
        transaction.save(&ring);
        Ok((key, info))
    }

    /// The shop's keys, oldest first, and the last UTC day on which each was used.
    pub async fn list(&self, tenant: &Tenant) -> Result<Vec<(KeyInfo, Option<Date>)>, Error> {
        let ring = self.store.key_ring(tenant).await?;
        let mut listed = Vec::with_capacity(ring.keys.len());
        for keys in ring.keys.chunks(BATCH) {
            let digests: Vec<_> = keys.iter().map(|(digest, _)| digest.clone()).collect();
            let records = self.store.api_keys(&digests).await?;
            let used = |digest: &str| records.get(digest).and_then(|record| record.last_used_on);
            listed.extend(keys.iter().map(|(digest, info)| (info.clone(), used(digest))));
        }
        Ok(listed)
    }

    /// Deletes a key: the next call with it is refused.
    pub async fn delete(&self, caller: &Caller, id: &str, now: Timestamp) -> Result<(), Error> {
        let tenant = &caller.tenant;
        retry!(self.store, {
            let ring = self.store.key_ring(tenant).await?;
            let all = ring.infos();
            let own = all.iter().find(|info| info.id == id).ok_or(Error::NotFound)?;
            let ending = KeyInfo::ending(&all, |info| info.id == id);
            let stays = |info: &KeyInfo| info.id == id || !ending.contains(&info.id);
            own.may_go(&all.iter().filter(|info| stays(info)).cloned().collect::<Vec<_>>(), now)
                .map_err(Error::from)?;
            let mut transaction = self.store.transaction(tenant);
            end_keys(&mut transaction, ring, &caller.author(), |info| info.id == id, now);
            Ok(transaction.commit().await?)
        })
    }

    /// Deletes a key on behalf of the operator, even the last one that can manage keys.
    pub async fn delete_for_operator(
        &self,
        operator: &Author,
        tenant: &Tenant,
        id: &str,
        now: Timestamp,
    ) -> Result<(), Error> {
        retry!(self.store, {
            let ring = self.store.key_ring(tenant).await?;
            if !ring.keys.iter().any(|(_, info)| info.id == id) {
                return Err(Error::NotFound.into());
            }
            let mut transaction = self.store.transaction(tenant);
            end_keys(&mut transaction, ring, operator, |info| info.id == id, now);
            Ok(transaction.commit().await?)
        })
    }

    /// Deletes a key for an owner in the console, even the last one that can manage keys, because the console can make
    /// another.
    pub async fn delete_for_member(&self, caller: &Caller, id: &str, now: Timestamp) -> Result<(), Error> {
        self.delete_for_operator(&caller.author(), &caller.tenant, id, now).await
    }
}

/// Deletes the keys that `first` selects and those that end with them, and saves the rest. It saves even if no key
/// ends, so that whoever makes a key at this moment has to read again.
pub fn end_keys(
    transaction: &mut Transaction<'_>,
    mut ring: KeyRing,
    author: &Author,
    first: impl Fn(&KeyInfo) -> bool,
    now: Timestamp,
) {
    let ending = KeyInfo::ending(&ring.infos(), first);
    for (digest, info) in ring.keys.extract_if(.., |(_, info)| ending.contains(&info.id)) {
        transaction.delete_api_key(&digest);
        // For the operator who has to repeat it after a restore of the table.
        tracing::info!(shop = %transaction.tenant(), revoked_key = info.id, "a key was revoked");
        transaction.record(&author.entry("revoke_key", &info.id, [recorded(&info), Value::Null], now));
    }
    transaction.save(&ring);
}

/// A key in the audit log, without its name, because somebody typed the name and it may be a person's.
fn recorded(info: &KeyInfo) -> Value {
    json!({
        "dialect": info.dialect.as_str(),
        "scopes": info.scopes,
        "expires_at": info.expires_at.map(|at| format!("{at:.0}")),
    })
}

const BATCH: usize = 100;
