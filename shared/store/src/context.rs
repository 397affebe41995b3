//! What is read together in one call: what a page, a mail or a form starts from.

use std::collections::HashMap;

use domain::{Location, Order, PHOTOS_MAX, Photo, Product, Request, RequestId, Suppression, Tenant};
use vault::TenantKeys;

use crate::location::location_of;
use crate::order::OrderItem;
use crate::personal::{Sealed, SealedItem};
use crate::photo::take_photo;
use crate::product::products;
use crate::request::RequestItem;
use crate::suppression::SuppressionItem;
use crate::table::{Attributes, Error, Key, Store, from_item, keys};
use crate::tenant::{TenantItem, TenantRecord};

/// All that a request's page or mail starts from.
pub struct RequestContext {
    /// The request.
    pub request: Request,
    /// Its shop.
    pub tenant: TenantRecord,
    personal: Option<SealedItem>,
}

impl RequestContext {
    /// The personal part in clear; `None` once it has left the table.
    ///
    /// # Errors
    /// [`Error::Unreadable`] when it was not sealed with these keys.
    pub fn open(&self, keys: &TenantKeys) -> Result<Option<Sealed>, Error> {
        self.personal.as_ref().map(|item| item.open(self.request.id, keys)).transpose()
    }
}

/// What else a mail needs to know.
pub struct SendContext {
    /// Why nothing may be mailed to the address.
    pub suppression: Option<Suppression>,
    /// What the shop told of the order.
    pub order: Option<Order>,
    /// What the shop told of the products.
    pub products: Vec<Product>,
    /// The place of business that asks.
    pub location: Option<Location>,
}

/// What a request's page shows beside the request.
#[derive(Debug, Default)]
pub struct DisplayContext {
    /// What the shop told of the products; unknown ones are left out.
    pub products: Vec<Product>,
    /// The place of business that asks.
    pub location: Option<Location>,
}

impl Store {
    /// A request, its personal part and its shop.
    ///
    /// # Errors
    /// As the table says.
    pub async fn request_context(&self, tenant: &Tenant, id: RequestId) -> Result<Option<RequestContext>, Error> {
        Ok(self.request_context_with(tenant, id, &[]).await?.map(|(context, _)| context))
    }

    /// The same, with what else is read by the same call.
    async fn request_context_with(
        &self,
        tenant: &Tenant,
        id: RequestId,
        more: &[Key],
    ) -> Result<Option<(RequestContext, HashMap<Key, Attributes>)>, Error> {
        let (request, sealed, shop) = (keys::request(tenant, id), keys::sealed(tenant, id), keys::tenant(tenant));
        let mut found = self.batch([&[request.clone(), sealed.clone(), shop.clone()], more].concat()).await?;
        let Some(item) = found.remove(&request) else { return Ok(None) };
        let tenant = found.remove(&shop).ok_or_else(|| Error::Unreadable("a request without its tenant".to_owned()))?;
        let context = RequestContext {
            request: from_item::<RequestItem>(item)?.try_into()?,
            personal: found.remove(&sealed).map(from_item).transpose()?,
            tenant: from_item::<TenantItem>(tenant)?.try_into()?,
        };
        Ok(Some((context, found)))
    }

    /// A request, its personal part, its shop, and the photos of one of its items: no call more than
    /// without.
    ///
    /// # Errors
    /// As the table says.
    pub async fn context_with_photos(
        &self,
        tenant: &Tenant,
        id: RequestId,
        item: usize,
    ) -> Result<Option<(RequestContext, Vec<Photo>)>, Error> {
        let slots: Vec<_> = (0..PHOTOS_MAX).map(|slot| keys::photo(tenant, id, item, slot)).collect();
        let Some((context, mut found)) = self.request_context_with(tenant, id, &slots).await? else { return Ok(None) };
        let photos = slots.iter().enumerate().filter_map(|(slot, key)| take_photo(&mut found, key, (item, slot)));
        Ok(Some((context, photos.collect::<Result<_, _>>()?)))
    }

    /// Whether the address with this index may be mailed, the request's order and its products.
    ///
    /// # Errors
    /// As the table says.
    pub async fn send_context(
        &self,
        tenant: &Tenant,
        email_index: &str,
        request: &Request,
        keys: &TenantKeys,
    ) -> Result<SendContext, Error> {
        let (ids, suppression) = (request.products(), keys::suppression(tenant, email_index));
        // What the shop gave no reference of, it can't have told of.
        let order = request.order.is_given().then(|| keys::order(tenant, &request.order));
        let location = request.location.map(|id| keys::location(tenant, id));
        let wanted = ids.iter().map(|id| keys::product(tenant, id)).chain([suppression.clone()]);
        let wanted = wanted.chain(order.clone()).chain(location);
        let mut found = self.batch(wanted.collect()).await?;
        let order = order.and_then(|order| found.remove(&order));
        let suppression =
            found.remove(&suppression).map(|item| from_item::<SuppressionItem>(item)?.read()).transpose()?;
        Ok(SendContext {
            suppression,
            order: order.map(|item| from_item::<OrderItem>(item)?.open(request.order.clone(), keys)).transpose()?,
            products: products(tenant, &ids, &mut found)?,
            location: location_of(tenant, request, &mut found)?,
        })
    }

    /// What a request's page shows beside it. No call when that is nothing.
    ///
    /// # Errors
    /// As the table says.
    pub async fn display_context(&self, tenant: &Tenant, request: &Request) -> Result<DisplayContext, Error> {
        let ids = request.products();
        let location = request.location.map(|id| keys::location(tenant, id));
        let wanted: Vec<_> = ids.iter().map(|id| keys::product(tenant, id)).chain(location).collect();
        if wanted.is_empty() {
            return Ok(DisplayContext::default());
        }
        let mut found = self.batch(wanted).await?;
        Ok(DisplayContext {
            products: products(tenant, &ids, &mut found)?,
            location: location_of(tenant, request, &mut found)?,
        })
    }
}
