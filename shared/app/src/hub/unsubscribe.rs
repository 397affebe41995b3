//! Unsubscribing from a shop's messages.

use std::sync::Arc;

use domain::{Shop, Suppression};
use jiff::Timestamp;
use store::{Sealed, Suppressing, TokenRecord};
use vault::{Purpose, TenantKeys};

use crate::LinkError;
use crate::hub::Hub;
use crate::hub::link::shop_of;
use crate::retry::{TryError, retry};

impl Hub {
    /// The shop whose messages an unsubscribe link stops.
    ///
    /// # Errors
    /// [`LinkError::Unknown`], [`LinkError::App`].
    pub async fn unsubscribing(&self, token: &str, now: Timestamp) -> Result<Shop, LinkError> {
        let found = self.resolve(token, Purpose::Unsubscribe, now).await?;
        Ok(self.behind(&found, now).await?.0)
    }

    /// Stops all messages of the shop to the link's address and number. It works until the token leaves the table, a
    /// year after the link expired, whatever became of the request.
    ///
    /// # Errors
    /// [`LinkError::Unknown`], [`LinkError::App`].
    pub async fn unsubscribe(&self, token: &str, now: Timestamp) -> Result<Shop, LinkError> {
        let found = self.resolve(token, Purpose::Unsubscribe, now).await?;
        let (shop, sealed, keys) = self.behind(&found, now).await?;
        // A request whose link the shop hands over itself may have no recipient.
        if !found.recipients.is_empty() {
            retry!(self.store, {
                let mut transaction = self.store.transaction(&found.tenant);
                for (channel, index) in &found.recipients {
                    let address = sealed.as_ref().and_then(|sealed| sealed.address(*channel));
                    let suppressing = Suppressing { channel: *channel, index, address };
                    transaction.suppress(suppressing, Suppression::Unsubscribed, now, &keys);
                }
                Ok::<_, TryError<LinkError>>(transaction.commit().await?)
            })?;
        }
        Ok(shop)
    }

    /// Takes an unsubscription back. What else stops the shop's messages goes on stopping them.
    ///
    /// # Errors
    /// [`LinkError::Unknown`], [`LinkError::App`].
    pub async fn resubscribe(&self, token: &str, now: Timestamp) -> Result<Shop, LinkError> {
        let found = self.resolve(token, Purpose::Unsubscribe, now).await?;
        let (shop, _, keys) = self.behind(&found, now).await?;
        for (_, index) in &found.recipients {
            retry!(self.store, {
                let read = self.store.suppression(&found.tenant, index, &keys).await?;
                let Some(read) = read.filter(|read| read.reasons.contains_key(&Suppression::Unsubscribed)) else {
                    return Ok(());
                };
                let mut transaction = self.store.transaction(&found.tenant);
                transaction.lift(&read, &[Suppression::Unsubscribed]);
                Ok::<_, TryError<LinkError>>(transaction.commit().await?)
            })?;
        }
        Ok(shop)
    }

    /// The shop of a token, the request's personal part as far as it is there, and the tenant's keys.
    async fn behind(
        &self,
        found: &TokenRecord,
        now: Timestamp,
    ) -> Result<(Shop, Option<Sealed>, Arc<TenantKeys>), LinkError> {
        let TokenRecord { tenant, request, .. } = found;
        if let Some(context) = self.store.request_context(tenant, *request).await? {
            let keys = self.vault.tenant(tenant, &context.tenant.root, now).await?;
            return Ok((shop_of(&context), context.open(&keys)?, keys));
        }
        // The shop removed the request.
        let record = self.store.tenant(tenant).await?.ok_or(LinkError::Unknown)?;
        let keys = self.vault.tenant(tenant, &record.root, now).await?;
        Ok((record.shop, None, keys))
    }
}
