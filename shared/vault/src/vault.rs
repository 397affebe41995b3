//! Root keys: made and unwrapped by KMS, kept at most an hour.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use aws_sdk_kms::Client;
use aws_sdk_kms::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::types::DataKeySpec;
use domain::Tenant;
use jiff::{SignedDuration, Timestamp};
use zeroize::Zeroizing;

use crate::{Error, LazyClient, ServiceKeys, TenantKeys};

/// How long unwrapped keys are kept: how long a disabled KMS key may go unnoticed.
pub const KEYS_CACHED_FOR: SignedDuration = SignedDuration::from_hours(1);
/// How many tenants' keys are kept at once; beyond it all are dropped and unwrapped anew.
const CACHED_MAX: usize = 1_000;

/// Unwraps root keys with KMS and remembers what was derived from them.
pub struct Vault {
    kms: LazyClient<Client>,
    key_id: String,
    tenants: Cache<TenantKeys>,
    service: Cache<ServiceKeys>,
}

/// By wrapped key: since when, and what was derived.
struct Cache<K>(Mutex<HashMap<Vec<u8>, Cached<K>>>);

type Cached<K> = (Timestamp, Arc<K>);

impl Vault {
    /// A vault over the KMS key with this id, ARN or alias.
    #[must_use]
    pub fn new(kms: LazyClient<Client>, key_id: impl Into<String>) -> Self {
        Self { kms, key_id: key_id.into(), tenants: Cache::new(), service: Cache::new() }
    }

    /// Makes a root key for a tenant and returns it wrapped: what the table stores.
    ///
    /// # Errors
    /// [`Error::Unavailable`] and [`Error::Refused`], as KMS says.
    pub async fn new_tenant(&self, tenant: &Tenant) -> Result<Vec<u8>, Error> {
        self.generate(&tenant.to_string(), "tenant-root").await
    }

    /// Makes the service's root key and returns it wrapped.
    ///
    /// # Errors
    /// [`Error::Unavailable`] and [`Error::Refused`], as KMS says.
    pub async fn new_service(&self) -> Result<Vec<u8>, Error> {
        self.generate("service", "service-root").await
    }

    /// The keys of a tenant, from its wrapped root key.
    ///
    /// # Errors
    /// [`Error::Unavailable`] and [`Error::Refused`], as KMS says.
    pub async fn tenant(&self, tenant: &Tenant, wrapped: &[u8], now: Timestamp) -> Result<Arc<TenantKeys>, Error> {
        if let Some(keys) = self.tenants.get(wrapped, now) {
            return Ok(keys);
        }
        let root = self.unwrap(wrapped, &tenant.to_string(), "tenant-root").await?;
        Ok(self.tenants.put(wrapped, now, TenantKeys::derive(tenant, &root)?))
    }

    /// The service's keys, from its wrapped root key.
    ///
    /// # Errors
    /// [`Error::Unavailable`] and [`Error::Refused`], as KMS says.
    pub async fn service(&self, wrapped: &[u8], now: Timestamp) -> Result<Arc<ServiceKeys>, Error> {
        if let Some(keys) = self.service.get(wrapped, now) {
            return Ok(keys);
        }
        let root = self.unwrap(wrapped, "service", "service-root").await?;
        Ok(self.service.put(wrapped, now, ServiceKeys::derive(&root)?))
    }

    async fn generate(&self, tenant: &str, purpose: &str) -> Result<Vec<u8>, Error> {
        // The plaintext that comes along is not used: it is derived from when it is needed.
        let answer = self
            .kms
            .generate_data_key()
            .key_id(&self.key_id)
            .key_spec(DataKeySpec::Aes256)
            .encryption_context("tenant", tenant)
            .encryption_context("purpose", purpose)
            .send()
            .await
            .map_err(error)?;
        let wrapped = answer.ciphertext_blob.ok_or_else(|| Error::Refused("no wrapped key".to_owned()))?;
        Ok(wrapped.into_inner())
    }

    async fn unwrap(&self, wrapped: &[u8], tenant: &str, purpose: &str) -> Result<Zeroizing<[u8; 32]>, Error> {
        let answer = self
            .kms
            .decrypt()
            .key_id(&self.key_id)
            .ciphertext_blob(Blob::new(wrapped))
            .encryption_context("tenant", tenant)
            .encryption_context("purpose", purpose)
            .send()
            .await
            .map_err(error)?;
        let plain = Zeroizing::new(answer.plaintext.map(Blob::into_inner).unwrap_or_default());
        let root = <[u8; 32]>::try_from(plain.as_slice());
        root.map(Zeroizing::new).map_err(|_| Error::Refused("a root key has 32 bytes".to_owned()))
    }
}

impl<K> Cache<K> {
    fn new() -> Self {
        Self(Mutex::new(HashMap::new()))
    }

    fn get(&self, wrapped: &[u8], now: Timestamp) -> Option<Arc<K>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, keys) = kept.get(wrapped)?;
        (now.duration_since(*since).abs() < KEYS_CACHED_FOR).then(|| Arc::clone(keys))
    }

    fn put(&self, wrapped: &[u8], now: Timestamp, keys: K) -> Arc<K> {
        let keys = Arc::new(keys);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= CACHED_MAX {
            kept.clear();
        }
        kept.insert(wrapped.to_vec(), (now, Arc::clone(&keys)));
        keys
    }
}

/// KMS's word for what went wrong; the request itself, with its key material, is never told.
fn error<E>(error: SdkError<E>) -> Error
where
    E: std::error::Error + ProvideErrorMetadata + 'static,
{
    let told = error.code().map_or_else(|| DisplayErrorContext(&error).to_string(), ToOwned::to_owned);
    match &error {
        SdkError::ServiceError(answer) if answer.raw().status().is_client_error() && !told.contains("Throttl") => {
            Error::Refused(told)
        }
        _ => Error::Unavailable(told),
    }
}
