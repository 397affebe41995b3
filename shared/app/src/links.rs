//! The links a customer gets, and the keys that make them.

use std::sync::{Arc, OnceLock};

use domain::Dialect;
use jiff::Timestamp;
use store::Store;
use vault::{Purpose, ServiceKeys, Token, Vault};

use crate::Error;

/// Makes links and knows them again.
#[derive(Clone)]
pub struct Links {
    store: Store,
    vault: Arc<Vault>,
    base_url: Arc<str>,
    /// The service's wrapped root key. It never changes, so it is read once a process.
    wrapped: Arc<OnceLock<Vec<u8>>>,
}

impl Links {
    /// Links below `base_url`, which ends without a slash.
    #[must_use]
    pub fn new(store: Store, vault: Arc<Vault>, base_url: &str) -> Self {
        let base_url = base_url.trim_end_matches('/').into();
        Self { store, vault, base_url, wrapped: Arc::default() }
    }

    /// The service's keys.
    ///
    /// # Errors
    /// [`Error::Internal`] when no shop was ever set up, so that there are none; the table's and
    /// KMS's own trouble.
    pub async fn keys(&self, now: Timestamp) -> Result<Arc<ServiceKeys>, Error> {
        let wrapped = match self.wrapped.get() {
            Some(wrapped) => wrapped,
            None => {
                let stored = self.store.service().await?;
                let stored = stored.ok_or_else(|| Error::Internal("no shop is set up yet".to_owned()))?;
                self.wrapped.get_or_init(|| stored)
            }
        };
        Ok(self.vault.service(wrapped, now).await?)
    }

    /// The customer's page, as the dialect of its request writes it. `token` is the hub token's text.
    #[must_use]
    pub fn hub(&self, dialect: Dialect, token: &str) -> String {
        let base_url = &self.base_url;
        match dialect {
            Dialect::BetterReviews | Dialect::Wix => format!("{base_url}/review/hub?token={token}"),
            // Shorter: it travels by SMS, too.
            Dialect::Amino | Dialect::MoreGoodReviews => format!("{base_url}/review/{token}"),
        }
    }

    /// Where the holder of the hub token's text stops further mail, without learning the hub token.
    #[must_use]
    pub fn unsubscribe(&self, token: &str, keys: &ServiceKeys) -> Option<String> {
        let token = Self::unsubscribe_token(token, keys)?;
        Some(format!("{}/review/unsubscribe?token={token}", self.base_url))
    }

    /// The token of that address; `None` for what is no hub token's text.
    #[must_use]
    pub fn unsubscribe_token(token: &str, keys: &ServiceKeys) -> Option<String> {
        Some(Token::parse(token, Purpose::Hub, keys)?.encode(Purpose::Unsubscribe, keys))
    }
}
