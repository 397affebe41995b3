//! Unsubscribing from a shop's messages.

use domain::{Shop, Suppression};
use jiff::Timestamp;
use store::Sealed;
use vault::Purpose;

use crate::LinkError;
use crate::hub::Hub;
use crate::hub::link::{LinkTarget, shop_of};
use crate::retry::{TryError, retry};

impl Hub {
    /// The shop whose messages an unsubscribe link stops.
    ///
    /// # Errors
    /// [`LinkError::Unknown`], [`LinkError::App`].
    pub async fn unsubscribing(&self, token: &str, now: Timestamp) -> Result<Shop, LinkError> {
        let found = self.find(token, Purpose::Unsubscribe, now).await?;
        Ok(shop_of(&found.context))
    }

    /// Stops all messages of the shop to the link's address and number. Once the personal part has left the
    /// table there is no address left to write to.
    ///
    /// # Errors
    /// [`LinkError::Unknown`], [`LinkError::App`].
    pub async fn unsubscribe(&self, token: &str, now: Timestamp) -> Result<Shop, LinkError> {
        let LinkTarget { tenant, keys, context } = self.find(token, Purpose::Unsubscribe, now).await?;
        if let Some(sealed) = context.open(&keys)? {
            let Sealed { email, phone, name: _, token: _ } = sealed;
            let email = email.map(|email| keys.email_index(&email));
            let phone = phone.map(|phone| keys.phone_index(&phone));
            let indexes: Vec<_> = email.into_iter().chain(phone).collect();
            retry!(self.store, {
                let mut transaction = self.store.transaction(&tenant);
                for index in &indexes {
                    transaction.suppress(index, Suppression::Unsubscribed, now);
                }
                Ok::<_, TryError<LinkError>>(transaction.commit().await?)
            })?;
        }
        Ok(shop_of(&context))
    }
}
