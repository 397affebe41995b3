//! Links for which somebody asked on a page of the shop. Whatever depends on their address is decided here and not on the page, so that the
//! page answers every address alike and as fast.

use app::error::Error;
use app::links::Urls;
use app::message::{Message, mail};
use app::request::Asker;
use app::retry::TryError;
use domain::message::Notification;
use domain::values::{Channel, Dialect, RequestId, Tenant};
use jiff::Timestamp;
use store::context::{SendNeeds, SendingState};
use store::review::asked_link::AskedLink;
use store::review::link_limits::LinkVerdict;
use store::shop::TenantRecord;
use vault::Token;

use crate::send::Send;
use crate::send::notification::{Fate, Ready};

impl Send {
    /// Somebody waits for this email on a page of the shop. If it cannot leave now, it is dropped with everything about it, because they
    /// can ask again. It is also dropped if too many links of the network that asked for it came back meanwhile.
    pub(super) async fn judge_to_visitor(
        &self,
        tenant: &Tenant,
        notification: &Notification,
        id: RequestId,
        now: Timestamp,
    ) -> Result<Fate, TryError<Error>> {
        let is_out = match &notification.network {
            Some(network) => self.store.is_network_out(network).await?,
            None => false,
        };
        let Some(recipient) = &notification.recipient else {
            // Of an earlier version, which created the request before.
            return Ok(if is_out { Fate::Drop } else { self.judge_link_of(tenant, id, now).await? });
        };
        let fate = if is_out { Fate::Drop } else { self.judge_asked(tenant, (recipient, id), now).await? };
        if let Fate::Drop = fate {
            self.store.forget_asked_link(tenant, recipient, id).await?;
        }
        Ok(fate)
    }

    /// A link whose request begins when it is opened, unless the person has a request about the product: then they get that one's link.
    async fn judge_asked(
        &self,
        tenant: &Tenant,
        (recipient, id): (&str, RequestId),
        now: Timestamp,
    ) -> Result<Fate, TryError<Error>> {
        let Some((record, pauses)) = self.store.owner_context(tenant).await? else { return Ok(Fate::Drop) };
        let sending = SendingState { pauses, suspension: self.store.suspension(tenant).await? };
        let stops = record.ended_at.is_some() || record.pause(sending.pauses.all, now).is_some();
        if stops || sending.suspension.is_some() {
            return Ok(Fate::Drop);
        }
        let keys = self.vault.tenant(tenant, &record.root, now).await?;
        let Some(link) = self.store.asked_link(tenant, recipient, id, &keys, now).await? else { return Ok(Fate::Drop) };
        if self.store.suppression(tenant, recipient, &keys).await?.is_some() {
            return Ok(Fate::Drop);
        }
        let shop = (tenant, &*keys);
        let asker = Asker::read(&self.store, shop, &link.email, link.product.as_ref(), now).await?;
        if !asker.acquaintance.is_known && now < link.leaves_at {
            return Ok(Fate::Wait(link.leaves_at));
        }
        if !link.is_counted {
            let mailbox = self.links.keys(now).await?.mailbox_index(&link.email);
            match self.store.count_asked_link(tenant, &link, &mailbox, asker.acquaintance, now).await? {
                LinkVerdict::Leaves => {}
                LinkVerdict::Waits(until) => return Ok(Fate::Wait(until)),
                LinkVerdict::Never => return Ok(Fate::Drop),
            }
        }
        if let Some(request) = asker.led_to(&self.store, shop, &link.email, now).await? {
            return Ok(self.judge_link_of(tenant, request, now).await?);
        }
        if let Some(fate) = self.kept_back(tenant, &sending, now).await? {
            return Ok(fate);
        }
        Ok(self.write_asked(tenant, &link, record, now).await?)
    }

    async fn write_asked(
        &self,
        tenant: &Tenant,
        link: &AskedLink,
        record: TenantRecord,
        now: Timestamp,
    ) -> Result<Fate, Error> {
        let service = self.links.keys(now).await?;
        let recipients = vec![(Channel::Email, link.recipient.clone())];
        let token = Token { tenant: tenant.clone(), request: link.request, recipients };
        let product = match &link.product {
            Some(id) => self.store.listed_product(tenant, id).await?.map(|listed| listed.product),
            None => None,
        };
        let shop = self.shown(record.shop).with_language(Some(link.language));
        let urls = Urls {
            hub: self.links.hub(Dialect::BetterReviews, &token, &service),
            unsubscribe: self.links.unsubscribe(&token, &service),
        };
        let mail = mail::link_asked_for(&shop, &link.email, product.as_ref(), &urls, link.ends_at())?;
        Ok(Fate::Send(Box::new(Ready {
            message: Message::Mail(mail),
            recipient: link.recipient.clone(),
            review: None,
        })))
    }

    /// The link of a request that exists.
    async fn judge_link_of(&self, tenant: &Tenant, id: RequestId, now: Timestamp) -> Result<Fate, Error> {
        let Some((context, sending, _)) = self.store.author_context(tenant, (id, 0)).await? else {
            return Ok(Fate::Drop);
        };
        let request = &context.request;
        let stops = context.tenant.ended_at.is_some() || context.tenant.pause(sending.pauses.all, now).is_some();
        if stops || sending.suspension.is_some() || !request.is_open(now) {
            return Ok(Fate::Drop);
        }
        let keys = self.vault.tenant(tenant, &context.tenant.root, now).await?;
        let Some(sealed) = context.open(&keys)? else { return Ok(Fate::Drop) };
        let Some(to) = &sealed.email else { return Ok(Fate::Drop) };
        let recipient = keys.email_index(to);
        let read = self.store.send_context(tenant, &recipient, None, request, SendNeeds::default(), &keys).await?;
        if read.suppression.is_some() {
            return Ok(Fate::Drop);
        }
        if let Some(fate) = self.kept_back(tenant, &sending, now).await? {
            return Ok(fate);
        }
        let service = self.links.keys(now).await?;
        let token = sealed.token(tenant, request.id, &keys);
        let shop =
            self.shown(context.tenant.shop.at_location(read.location.as_ref())).with_language(request.options.language);
        let about = read.products.first().filter(|_| request.items.len() == 1);
        let urls = Urls {
            hub: self.links.hub(request.dialect, &token, &service),
            unsubscribe: self.links.unsubscribe(&token, &service),
        };
        let mail = mail::link_asked_for(&shop, to, about, &urls, request.expires_at)?;
        Ok(Fate::Send(Box::new(Ready { message: Message::Mail(mail), recipient, review: None })))
    }
}
