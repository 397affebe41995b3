//! Unsubscribing from a shop's messages.
//!
//! Told by `tests/stories/sending/unsubscribing.story`.

use app::error::{TryError, retry};
use app::message::suppress::{NewReason, SuppressingShop, SuppressionRecord};
use domain::message::Suppression;
use domain::shop::Shop;
use domain::webhook::Subscription;
use jiff::Timestamp;
use store::context::RequestContext;
use store::message::suppression::Suppressing;
use store::shop::ShopState;
use vault::{Purpose, Token};

use crate::use_cases::link::shop_of;
use crate::use_cases::{Hub, LinkError};

impl Hub {
    pub async fn unsubscribing(&self, token: &str, now: Timestamp) -> Result<Shop, LinkError> {
        let found = self.resolve(token, Purpose::Unsubscribe, now).await?;
        Ok(self.behind(&found).await?.shop)
    }

    /// Stops all messages from the shop to the link's address and number. The link never expires, even if the request
    /// was cancelled or deleted.
    pub async fn unsubscribe(&self, token: &str, now: Timestamp) -> Result<Shop, LinkError> {
        let found = self.resolve(token, Purpose::Unsubscribe, now).await?;
        let Behind { shop, root, webhooks, context } = self.behind(&found).await?;
        // A request whose link the shop shares itself may have no recipient.
        if !found.recipients.is_empty() {
            let keys = self.vault.tenant(&found.tenant, &root, now).await?;
            let customer = context.as_ref().and_then(|context| context.request.customer);
            let sealed = context.map(|context| context.open(&keys)).transpose()?.flatten();
            let recipients: Vec<_> = found
                .recipients
                .iter()
                .map(|(channel, index)| {
                    let address = sealed.as_ref().and_then(|sealed| sealed.address(*channel));
                    Suppressing { channel: *channel, index, address }
                })
                .collect();
            let new = NewReason {
                recipients: &recipients,
                reason: Suppression::Unsubscribed,
                since: now,
                customer,
                request: Some(found.request),
                entry: None,
            };
            let (store, bucket, tenant) = (&self.store, &self.bucket, &found.tenant);
            SuppressingShop { store, bucket, tenant, keys: &keys, webhooks: &webhooks }.suppress(&new, now).await?;
        }
        Ok(shop)
    }

    /// Undoes an unsubscription. Other reasons still stop the shop's messages. Returns `false` if this was done too
    /// often today.
    pub async fn resubscribe(&self, token: &str, now: Timestamp) -> Result<(Shop, bool), LinkError> {
        let found = self.resolve(token, Purpose::Unsubscribe, now).await?;
        let Behind { shop, root, webhooks: _, context: _ } = self.behind(&found).await?;
        let keys = self.vault.tenant(&found.tenant, &root, now).await?;
        for (channel, index) in &found.recipients {
            let is_back = retry!(self.store, {
                let read = self.store.suppression(&found.tenant, index, &keys).await?;
                let Some(read) = read.filter(|read| read.reasons.contains_key(&Suppression::Unsubscribed)) else {
                    return Ok(true);
                };
                if !self.store.count_undone(&found.tenant, index, now).await? {
                    return Ok(false);
                }
                let mut transaction = self.store.transaction(&found.tenant);
                transaction.lift(&read, &[Suppression::Unsubscribed]);
                transaction.commit().await?;
                Ok::<_, TryError<LinkError>>(true)
            })?;
            if !is_back {
                return Ok((shop, false));
            }
            let what = (*channel, Suppression::Unsubscribed);
            SuppressionRecord::of_shop(&found.tenant, index, what, true, now).put(&self.bucket, now).await?;
        }
        Ok((shop, true))
    }

    /// The shop of a token, and its request if that is still stored.
    async fn behind(&self, found: &Token) -> Result<Behind, LinkError> {
        let Token { tenant, request, .. } = found;
        if let Some(context) = self.store.request_context(tenant, *request).await? {
            // A shop that ended sends no messages, but it may be restored.
            if context.tenant.is_erased() {
                return Err(LinkError::Unknown);
            }
            let ShopState { root, webhooks, .. } = context.tenant.state.clone();
            return Ok(Behind { shop: shop_of(&context), root, webhooks, context: Some(context) });
        }
        let record = self.store.tenant(tenant).await?.ok_or(LinkError::Unknown)?;
        Ok(Behind { shop: record.shop, root: record.state.root, webhooks: record.state.webhooks, context: None })
    }
}

struct Behind {
    shop: Shop,
    /// The shop's root key, wrapped.
    root: Vec<u8>,
    webhooks: Vec<Subscription>,
    context: Option<RequestContext>,
}
