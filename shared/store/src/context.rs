//! Items that one call reads together, for a page, a message or a form.

use std::collections::{BTreeMap, HashMap};

use domain::customer::Location;
use domain::message::Suppression;
use domain::order::{Order, Product};
use domain::request::Request;
use domain::review::{PHOTOS_MAX, Photo, ReviewPlace};
use domain::shop::{Cap, OwnWords, Suspension, TextOccasion};
use domain::values::{Channel, Language, RequestId, Tenant};
use jiff::Timestamp;
use vault::TenantKeys;

use crate::customer::location::location_of;
use crate::message::mail_window::take_suspension;
use crate::message::pause::Pauses;
use crate::message::recent_messages::RecentMessagesRecord;
use crate::message::suppression::SuppressionItem;
use crate::order::order_in;
use crate::order::product::products;
use crate::request::deferred_until;
use crate::request::personal::{RequestRecipient, SealedItem};
use crate::review::SealedReview;
use crate::review::draft::SealedReviewDraft;
use crate::review::photo::take_photo;
use crate::shop::TenantRecord;
use crate::shop::own_words::read_own_words;
use crate::table::{Attributes, Error, Key, Store, from_item, keys, read_row};

pub struct RequestContext {
    pub request: Request,
    pub tenant: TenantRecord,
    /// Until when the message is deferred; `None` if it is not deferred, or if the request changed since.
    pub deferred_until: Option<Timestamp>,
    personal: Option<SealedItem>,
}

impl RequestContext {
    /// The personal part in clear; `None` once it was removed.
    pub fn open(&self, keys: &TenantKeys) -> Result<Option<RequestRecipient>, Error> {
        self.personal.as_ref().map(|item| item.open(self.request.id, keys)).transpose()
    }
}

/// The items that belong to one item of a request.
pub struct ItemParts {
    /// The review, whatever its state; `None` if nobody wrote one.
    pub review: Option<SealedReview>,
    pub photos: Vec<Photo>,
    pub draft: Option<SealedReviewDraft>,
}

/// Why a message may not leave now.
pub struct SendingState {
    /// The channels whose providers reject everybody.
    pub pauses: Pauses,
    /// The suspension of the shop's emails; `None` if there is none.
    pub suspension: Option<Suspension>,
}

/// The items that a message needs besides its request.
pub struct SendContext {
    /// Why the address or number must not be written to; `None` if it may be.
    pub suppression: Option<Suppression>,
    /// The request's order, if the shop provided it.
    pub order: Option<Order>,
    /// The request's products that the shop provided.
    pub products: Vec<Product>,
    pub location: Option<Location>,
    /// The recent messages to the recipient; `None` for a shop without a cap.
    pub recent: Option<RecentMessagesRecord>,
    /// The shop's own words in the message's language.
    pub own_words: BTreeMap<TextOccasion, OwnWords>,
}

/// Optional reads for a message, which depend on the shop's settings.
#[derive(Debug, Clone, Copy, Default)]
pub struct SendNeeds {
    /// The shop's cap: if it is set, the recent messages to the recipient are read.
    pub cap: Option<Cap>,
    /// The language in which the shop's own words are read; `None` to read none.
    pub own_words: Option<Language>,
}

/// The items that a request's page shows besides the request.
#[derive(Debug, Default)]
pub struct DisplayContext {
    /// The request's products that the shop provided.
    pub products: Vec<Product>,
    /// The order of these products, if the shop provided it.
    pub order: Option<Order>,
    pub location: Option<Location>,
}

impl Store {
    /// A request and its shop, in one call.
    pub async fn request_with_shop(
        &self,
        tenant: &Tenant,
        id: RequestId,
    ) -> Result<Option<(Request, TenantRecord)>, Error> {
        let (request, shop) = (keys::request(tenant, id), keys::tenant(tenant));
        let mut items = self.batch(vec![request.clone(), shop.clone()]).await?;
        let Some(item) = items.remove(&request) else { return Ok(None) };
        let shop = items.remove(&shop).ok_or_else(without_shop)?;
        Ok(Some((read_row(item)?, TenantRecord::read(shop)?)))
    }

    /// A request and its shop as a context. The personal part is not read.
    pub async fn impersonal_context(&self, tenant: &Tenant, id: RequestId) -> Result<Option<RequestContext>, Error> {
        let found = self.request_with_shop(tenant, id).await?;
        Ok(found.map(|(request, tenant)| RequestContext { request, tenant, deferred_until: None, personal: None }))
    }

    /// A request, its personal part and its shop.
    pub async fn request_context(&self, tenant: &Tenant, id: RequestId) -> Result<Option<RequestContext>, Error> {
        Ok(self.request_context_with(tenant, id, &[]).await?.map(|(context, _)| context))
    }

    /// The context of a request, and whether any of these recipients has unsubscribed; in one call.
    pub async fn context_with_subscription(
        &self,
        tenant: &Tenant,
        id: RequestId,
        recipients: &[(Channel, String)],
    ) -> Result<Option<(RequestContext, bool)>, Error> {
        let suppressions: Vec<_> = recipients.iter().map(|(_, index)| keys::suppression(tenant, index)).collect();
        let Some((context, mut items)) = self.request_context_with(tenant, id, &suppressions).await? else {
            return Ok(None);
        };
        let mut has_unsubscribed = false;
        for item in suppressions.iter().filter_map(|key| items.remove(key)) {
            has_unsubscribed |= SuppressionItem::read(item)?.has(Suppression::Unsubscribed);
        }
        Ok(Some((context, has_unsubscribed)))
    }

    /// The context of a request, and what may delay its message now; in one call.
    pub async fn context_with_sending_state(
        &self,
        tenant: &Tenant,
        id: RequestId,
    ) -> Result<Option<(RequestContext, SendingState)>, Error> {
        let more = [&Pauses::keys()[..], &[keys::suspension(tenant)]].concat();
        let Some((context, mut items)) = self.request_context_with(tenant, id, &more).await? else {
            return Ok(None);
        };
        let suspension = take_suspension(&mut items, tenant)?;
        Ok(Some((context, SendingState { pauses: Pauses::take(&mut items)?, suspension })))
    }

    async fn request_context_with(
        &self,
        tenant: &Tenant,
        id: RequestId,
        more: &[Key],
    ) -> Result<Option<(RequestContext, HashMap<Key, Attributes>)>, Error> {
        let (request, sealed, shop) = (keys::request(tenant, id), keys::sealed(tenant, id), keys::tenant(tenant));
        let mut items = self.batch([&[request.clone(), sealed.clone(), shop.clone()], more].concat()).await?;
        let Some(item) = items.remove(&request) else { return Ok(None) };
        let tenant = items.remove(&shop).ok_or_else(without_shop)?;
        let context = RequestContext {
            deferred_until: deferred_until(&item)?,
            request: read_row(item)?,
            personal: items.remove(&sealed).map(from_item).transpose()?,
            tenant: TenantRecord::read(tenant)?,
        };
        Ok(Some((context, items)))
    }

    /// The context of a request, and the review and photos of one of its items; in one call.
    pub async fn context_with_item(
        &self,
        tenant: &Tenant,
        id: RequestId,
        item: usize,
    ) -> Result<Option<(RequestContext, ItemParts)>, Error> {
        let slots: Vec<_> = (0..PHOTOS_MAX).map(|slot| keys::photo(tenant, id, item, slot)).collect();
        let place = ReviewPlace::Item(id, item);
        let review = keys::review(tenant, place);
        let draft = keys::review_draft(tenant, id, item);
        let more = [&slots[..], &[review.clone(), draft.clone()]].concat();
        let Some((context, mut items)) = self.request_context_with(tenant, id, &more).await? else { return Ok(None) };
        let draft = items.remove(&draft).and_then(|item| SealedReviewDraft::parse(id, item).ok());
        let photos = slots.iter().enumerate().filter_map(|(slot, key)| take_photo(&mut items, key, (item, slot)));
        let photos = photos.collect::<Result<_, _>>()?;
        let review = items.remove(&review).map(SealedReview::from_item).transpose()?;
        Ok(Some((context, ItemParts { review, photos, draft })))
    }

    /// A shop, and what may delay its messages now, in one call; `None` for an unknown shop.
    pub async fn sending_state(&self, tenant: &Tenant) -> Result<Option<(TenantRecord, SendingState)>, Error> {
        let shop = keys::tenant(tenant);
        let mut items = self.batch([&Pauses::keys()[..], &[keys::suspension(tenant), shop.clone()]].concat()).await?;
        let Some(item) = items.remove(&shop) else { return Ok(None) };
        let suspension = take_suspension(&mut items, tenant)?;
        Ok(Some((TenantRecord::read(item)?, SendingState { pauses: Pauses::take(&mut items)?, suspension })))
    }

    /// Reads the items that a message to this address or number needs, in one call; `index` is its blind index.
    /// `stop_index` is the number's index among the numbers that replied `STOP`; `None` for an address.
    pub async fn send_context(
        &self,
        tenant: &Tenant,
        recipient_index: &str,
        stop_index: Option<&str>,
        request: &Request,
        needs: SendNeeds,
        keys: &TenantKeys,
    ) -> Result<SendContext, Error> {
        let (ids, suppression) = (request.products(), keys::suppression(tenant, recipient_index));
        let order = self.place_of_order(tenant, request, keys).await?.map(|place| keys::order(tenant, &place));
        let location = request.location.map(|id| keys::location(tenant, id));
        let keys_read = ids.iter().map(|id| keys::product(tenant, id)).chain([suppression.clone()]);
        let stopped = stop_index.map(keys::stopped);
        let recent = needs.cap.map(|_| RecentMessagesRecord::key(tenant, recipient_index));
        let own_words = needs.own_words.map(|language| (language, keys::own_words(tenant, language)));
        let keys_read = keys_read.chain(order.clone()).chain(location).chain(stopped.clone()).chain(recent.clone());
        let keys_read = keys_read.chain(own_words.iter().map(|(_, key)| key.clone()));
        let mut items = self.batch(keys_read.collect()).await?;
        let suppression = items.remove(&suppression).or_else(|| items.remove(&stopped?));
        let suppression = suppression.map(|item| SuppressionItem::read(item)?.reason()).transpose()?;
        Ok(SendContext {
            suppression,
            order: order.map(|key| order_in(&mut items, &key, keys)).transpose()?.flatten(),
            products: products(tenant, &ids, &mut items)?,
            location: location_of(tenant, request, &mut items)?,
            recent: recent.map(|key| RecentMessagesRecord::read(items.remove(&key), recipient_index)).transpose()?,
            own_words: match own_words {
                Some((language, key)) => read_own_words(items.remove(&key), language)?.words,
                None => BTreeMap::new(),
            },
        })
    }

    /// Reads the items that a request's page shows in addition to the request. Makes no call if there are none.
    pub async fn display_context(
        &self,
        tenant: &Tenant,
        request: &Request,
        keys: &TenantKeys,
    ) -> Result<DisplayContext, Error> {
        let ids = request.products();
        let order = if ids.is_empty() { None } else { self.place_of_order(tenant, request, keys).await? };
        let order = order.map(|place| keys::order(tenant, &place));
        let location = request.location.map(|id| keys::location(tenant, id));
        let read = ids.iter().map(|id| keys::product(tenant, id)).chain(order.clone()).chain(location);
        let read: Vec<_> = read.collect();
        if read.is_empty() {
            return Ok(DisplayContext::default());
        }
        let mut items = self.batch(read).await?;
        Ok(DisplayContext {
            products: products(tenant, &ids, &mut items)?,
            order: order.map(|key| order_in(&mut items, &key, keys)).transpose()?.flatten(),
            location: location_of(tenant, request, &mut items)?,
        })
    }
}

fn without_shop() -> Error {
    Error::Unreadable("a request without its tenant".to_owned())
}
