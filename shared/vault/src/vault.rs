//! Unwraps root keys with KMS and caches them for at most an hour.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use aws_sdk_kms::Client;
use aws_sdk_kms::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::types::DataKeySpec;
use domain::values::Tenant;
use jiff::{SignedDuration, Timestamp};
use zeroize::Zeroizing;

use crate::keys::hand_over;
use crate::root_keys::{RootKeys, WrappedRoot};
use crate::{Error, LazyClient, Random, RootOwner, ServiceKeys, TenantKeys};

/// How long unwrapped keys are cached. A disabled KMS key may go unnoticed for as long.
pub const KEYS_CACHED_FOR: SignedDuration = SignedDuration::from_hours(1);
/// For how many tenants keys are cached. A full cache is emptied.
const CACHED_MAX: usize = 1_000;

/// Unwraps root keys with KMS, and caches the keys derived from them.
pub struct Vault {
    kms: LazyClient<Client>,
    key_id: String,
    tenants: Cache<TenantKeys>,
    service: Cache<ServiceKeys>,
}

/// The cached keys by wrapped root key.
struct Cache<K>(Mutex<HashMap<Vec<u8>, Cached<K>>>);

type RootKey = Zeroizing<[u8; 32]>;

type Cached<K> = (Timestamp, Arc<K>);

impl Vault {
    /// A vault over the KMS key with this id, ARN or alias.
    pub fn new(kms: LazyClient<Client>, key_id: impl Into<String>) -> Self {
        Self { kms, key_id: key_id.into(), tenants: Cache::new(), service: Cache::new() }
    }

    /// Makes a root key and returns it wrapped, as the table stores it.
    pub async fn new_root(&self, owner: RootOwner<'_>) -> Result<Vec<u8>, Error> {
        // The plaintext is not used here: keys are derived when they are needed.
        let answer = self
            .kms
            .generate_data_key()
            .key_id(&self.key_id)
            .key_spec(DataKeySpec::Aes256)
            .encryption_context("tenant", owner.name())
            .encryption_context("purpose", owner.purpose())
            .send()
            .await
            .map_err(error)?;
        let wrapped = answer.ciphertext_blob.ok_or_else(|| Error::Refused("no wrapped key".to_owned()))?;
        Ok(wrapped.into_inner())
    }

    pub async fn tenant(&self, tenant: &Tenant, wrapped: &[u8], now: Timestamp) -> Result<Arc<TenantKeys>, Error> {
        if let Some(keys) = self.tenants.get(wrapped, now) {
            return Ok(keys);
        }
        let (roots, opened) = self.open(RootOwner::Tenant(tenant), wrapped).await?;
        Ok(self.tenants.put(wrapped, now, TenantKeys::derive_all(tenant, all(&roots, &opened))?))
    }

    pub async fn service(&self, wrapped: &[u8], now: Timestamp) -> Result<Arc<ServiceKeys>, Error> {
        if let Some(keys) = self.service.get(wrapped, now) {
            return Ok(keys);
        }
        let (roots, opened) = self.open(RootOwner::Service, wrapped).await?;
        Ok(self.service.put(wrapped, now, ServiceKeys::derive_all(all(&roots, &opened))?))
    }

    /// Adds a root key that will replace an owner's current one. It is stored, but seals nothing yet.
    pub async fn add_root(&self, owner: RootOwner<'_>, roots: &RootKeys, random: &Random) -> Result<RootKeys, Error> {
        let first = roots.first()?;
        let wrapped = self.new_root(owner).await?;
        let key = self.unwrap(&first.wrapped, owner).await?;
        let next_key = self.unwrap(&wrapped, owner).await?;
        let generation = roots.all().iter().map(|root| root.generation).max().unwrap_or_default() + 1;
        let from = (first.generation, &*key, &*first.index_keys);
        let index_keys = hand_over(owner, from, (generation, &*next_key), random)?;
        Ok(roots.with(WrappedRoot { generation, wrapped, index_keys }))
    }

    async fn open(&self, owner: RootOwner<'_>, wrapped: &[u8]) -> Result<(RootKeys, Vec<RootKey>), Error> {
        let (roots, mut opened) = (RootKeys::parse(wrapped)?, Vec::new());
        for root in roots.all() {
            opened.push(self.unwrap(&root.wrapped, owner).await?);
        }
        Ok((roots, opened))
    }

    async fn unwrap(&self, wrapped: &[u8], owner: RootOwner<'_>) -> Result<RootKey, Error> {
        let answer = self
            .kms
            .decrypt()
            .key_id(&self.key_id)
            .ciphertext_blob(Blob::new(wrapped))
            .encryption_context("tenant", owner.name())
            .encryption_context("purpose", owner.purpose())
            .send()
            .await
            .map_err(error)?;
        let plain = Zeroizing::new(answer.plaintext.map(Blob::into_inner).unwrap_or_default());
        let root = <[u8; 32]>::try_from(plain.as_slice());
        root.map(Zeroizing::new).map_err(|_| Error::Refused("a root key must have 32 bytes".to_owned()))
    }
}

fn all<'a>(roots: &'a RootKeys, opened: &'a [RootKey]) -> impl Iterator<Item = (u32, &'a [u8; 32], &'a [u8])> {
    roots.all().iter().zip(opened).map(|(root, key)| (root.generation, &**key, &*root.index_keys))
}

impl<K> Cache<K> {
    fn new() -> Self {
        Self(Mutex::new(HashMap::new()))
    }

    fn get(&self, wrapped: &[u8], now: Timestamp) -> Option<Arc<K>> {
        let cached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, keys) = cached.get(wrapped)?;
        (now.duration_since(*since).abs() < KEYS_CACHED_FOR).then(|| Arc::clone(keys))
    }

    fn put(&self, wrapped: &[u8], now: Timestamp, keys: K) -> Arc<K> {
        let keys = Arc::new(keys);
        let mut cached = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if cached.len() >= CACHED_MAX {
            cached.clear();
        }
        cached.insert(wrapped.to_vec(), (now, Arc::clone(&keys)));
        keys
    }
}

/// Keeps only KMS' error code, because a dump of the request would contain key material.
fn error<E>(error: SdkError<E>) -> Error
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
{
    let reason = error.code().map_or_else(|| DisplayErrorContext(&error).to_string(), ToOwned::to_owned);
    match &error {
        SdkError::ServiceError(answer) if answer.raw().status().is_client_error() && !reason.contains("Throttl") => {
            Error::Refused(reason)
        }
        _ => Error::Unavailable(reason),
    }
}
