//! Finds a link's request by its token.

use std::sync::Arc;

use app::error::Error;
use domain::shop::Shop;
use domain::values::{Mode, Tenant, TenantId};
use jiff::Timestamp;
use store::context::{ItemParts, RequestContext};
use store::shop::TenantRecord;
use vault::{Purpose, ShortCode, TenantKeys, Token};

use crate::use_cases::{Hub, LinkError};

pub(super) struct LinkTarget {
    pub(super) tenant: Tenant,
    pub(super) keys: Arc<TenantKeys>,
    pub(super) context: RequestContext,
}

impl Hub {
    /// The request that a hub link belongs to, whether or not the link still works.
    pub(super) async fn find(&self, token: &str, now: Timestamp) -> Result<LinkTarget, LinkError> {
        let Token { tenant, request, .. } = self.resolve(token, Purpose::Hub, now).await?;
        let context = self.store.request_context(&tenant, request).await?.ok_or(LinkError::Unknown)?;
        self.target(tenant, context, now).await
    }

    /// The request that a working hub link belongs to, whether its recipient has unsubscribed, and the token of the
    /// unsubscribe link.
    pub(super) async fn find_live_with_subscription(
        &self,
        token: &str,
        now: Timestamp,
    ) -> Result<(LinkTarget, bool, String), LinkError> {
        let service = self.links.keys(now).await?;
        let token = Token::parse(token, Purpose::Hub, &service).ok_or(LinkError::Unknown)?;
        let unsubscribe_token = token.encode(Purpose::Unsubscribe, &service);
        let Token { tenant, request, recipients } = token;
        let found = self.store.context_with_subscription(&tenant, request, &recipients).await?;
        let (context, has_unsubscribed) = found.ok_or(LinkError::Unknown)?;
        Ok((self.live(tenant, context, now).await?, has_unsubscribed, unsubscribe_token))
    }

    pub(super) async fn find_live(&self, token: &str, now: Timestamp) -> Result<LinkTarget, LinkError> {
        let found = self.find(token, now).await?;
        require_live(&found.context, now)?;
        Ok(found)
    }

    /// The request that a working hub link belongs to, if it has this item, with the item's review and photos.
    pub(super) async fn find_live_item(
        &self,
        token: &str,
        item: usize,
        now: Timestamp,
    ) -> Result<(LinkTarget, ItemParts), LinkError> {
        let Token { tenant, request, .. } = self.resolve(token, Purpose::Hub, now).await?;
        let (context, parts) = self.store.context_with_item(&tenant, request, item).await?.ok_or(LinkError::Unknown)?;
        let found = self.live(tenant, context, now).await?;
        if item >= found.context.request.items.len() {
            return Err(LinkError::Unknown);
        }
        Ok((found, parts))
    }

    async fn target(&self, tenant: Tenant, context: RequestContext, now: Timestamp) -> Result<LinkTarget, LinkError> {
        if context.tenant.ended_at.is_some() {
            return Err(LinkError::Unknown);
        }
        let keys = self.vault.tenant(&tenant, &context.tenant.root, now).await?;
        Ok(LinkTarget { tenant, keys, context })
    }

    /// As [`Self::target`], if the link still works.
    async fn live(&self, tenant: Tenant, context: RequestContext, now: Timestamp) -> Result<LinkTarget, LinkError> {
        let found = self.target(tenant, context, now).await?;
        require_live(&found.context, now)?;
        Ok(found)
    }

    /// A shop that shows its reviews in public, by its id.
    pub(super) async fn public_shop(
        &self,
        shop: &str,
        now: Timestamp,
    ) -> Result<(Tenant, TenantRecord, Arc<TenantKeys>), LinkError> {
        let tenant = Tenant { id: TenantId::parse(shop).map_err(|_| LinkError::Unknown)?, mode: Mode::Live };
        let record = self.store.tenant(&tenant).await?.and_then(TenantRecord::living);
        let record = record.filter(|record| record.review_settings.public_display).ok_or(LinkError::Unknown)?;
        let keys = self.vault.tenant(&tenant, &record.root, now).await?;
        Ok((tenant, record, keys))
    }

    /// The token of a short code; `None` if no SMS had the code.
    pub async fn token_of(&self, code: &str, now: Timestamp) -> Result<Option<String>, Error> {
        let Some(code) = ShortCode::parse(code) else { return Ok(None) };
        let service = self.links.keys(now).await?;
        let mut token = None;
        for digest in code.digests(&service) {
            if token.is_none() {
                token = self.store.short_link(&digest).await?;
            }
        }
        Ok(token.map(|token| token.encode(Purpose::Hub, &service)))
    }

    /// The token in a link's text, if it is valid for this purpose.
    pub(super) async fn resolve(&self, token: &str, purpose: Purpose, now: Timestamp) -> Result<Token, LinkError> {
        let service = self.links.keys(now).await?;
        Token::parse(token, purpose, &service).ok_or(LinkError::Unknown)
    }
}

fn require_live(context: &RequestContext, now: Timestamp) -> Result<(), LinkError> {
    match &context.request {
        request if request.cancelled_at.is_some() => Err(LinkError::Cancelled(Box::new(shop_of(context)))),
        request if request.is_expired(now) => Err(LinkError::Expired(Box::new(shop_of(context)))),
        _ => Ok(()),
    }
}

/// The shop as the request's customer sees it, but without a location's name.
pub(super) fn shop_of(context: &RequestContext) -> Shop {
    context.tenant.shop.clone().with_language(context.request.options.language)
}
