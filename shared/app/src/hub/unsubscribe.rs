//! Unsubscribing from a shop's messages.

use domain::{Shop, Suppression};
use jiff::Timestamp;
use store::TokenRecord;
use vault::Purpose;

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
        self.shop_of_token(&found).await
    }

    /// Stops all messages of the shop to the link's address and number. It works until the token leaves the table, a
    /// year after the link expired, whatever became of the request.
    ///
    /// # Errors
    /// [`LinkError::Unknown`], [`LinkError::App`].
    pub async fn unsubscribe(&self, token: &str, now: Timestamp) -> Result<Shop, LinkError> {
        let found = self.resolve(token, Purpose::Unsubscribe, now).await?;
        // A request whose link the shop hands over itself may have no recipient.
        if !found.recipients.is_empty() {
            retry!(self.store, {
                let mut transaction = self.store.transaction(&found.tenant);
                for index in &found.recipients {
                    transaction.suppress(index, Suppression::Unsubscribed, now);
                }
                Ok::<_, TryError<LinkError>>(transaction.commit().await?)
            })?;
        }
        self.shop_of_token(&found).await
    }

    async fn shop_of_token(&self, found: &TokenRecord) -> Result<Shop, LinkError> {
        let TokenRecord { tenant, request, .. } = found;
        if let Some(context) = self.store.request_context(tenant, *request).await? {
            return Ok(shop_of(&context));
        }
        // The shop removed the request.
        Ok(self.store.tenant(tenant).await?.ok_or(LinkError::Unknown)?.shop)
    }
}
