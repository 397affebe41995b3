//! A review's photos: one item for each of its places, so that the table itself counts to five.
//!
//! They stand beside their review, so that the query that reads a request's reviews reads them, too.
//! Until the review is sent they leave with all else that was not; from then on they stay with it.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::{ConditionCheck, Delete, Update};
use domain::{PHOTOS_MAX, Photo, PhotoId, PhotoPlace, PhotoRefusal, PhotoState, Request, RequestId, Size, Tenant};
use serde::{Deserialize, Serialize};

use crate::item::{Attributes, from_item, instant};
use crate::keys::{self, Key};
use crate::read::RequestContext;
use crate::request_item::personal_ttl;
use crate::transaction::{Part, Transaction, number};
use crate::{Error, Store};

const EXPECTED: &str = "expected";
const READY: &str = "ready";
const REFUSED: &str = "refused";
/// The condition that a place still holds the photo that was read there.
const UNCHANGED: &str = "photo = :photo";

#[derive(Serialize, Deserialize)]
struct PhotoItem {
    photo: String,
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    created_at: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<i64>,
}

impl PhotoItem {
    /// A photo whose file is still to come.
    fn expected(photo: &Photo, ttl: i64) -> Self {
        let Photo { item: _, slot: _ /* in the key */, id, state: _, created_at } = photo;
        Self {
            photo: id.to_string(),
            state: EXPECTED.to_owned(),
            width: None,
            height: None,
            reason: None,
            created_at: created_at.as_millisecond(),
            ttl: Some(ttl),
        }
    }

    fn read(self, (item, slot): (usize, usize)) -> Result<Photo, Error> {
        let Self { photo, state, width, height, reason, created_at, ttl: _ /* DynamoDB's own */ } = self;
        let reason = reason.as_deref().and_then(PhotoRefusal::parse);
        let state = match (state.as_str(), width.zip(height), reason) {
            (EXPECTED, ..) => PhotoState::Expected,
            (READY, Some((width, height)), _) => PhotoState::Ready(Size { width, height }),
            (REFUSED, _, Some(reason)) => PhotoState::Refused(reason),
            _ => return Err(Error::Unreadable("a photo".to_owned())),
        };
        Ok(Photo { item, slot, id: PhotoId::parse(&photo)?, state, created_at: instant(created_at)? })
    }
}

/// The item as a photo of the request, if its key says that it is; else the item again.
pub(crate) fn photo_of(id: RequestId, item: Attributes) -> Result<Result<Photo, Error>, Attributes> {
    let sk = item.get(keys::SK).and_then(|sk| sk.as_s().ok());
    match sk.and_then(|sk| keys::parse_photo(id, sk)) {
        Some(place) => Ok(from_item::<PhotoItem>(item).and_then(|item| item.read(place))),
        None => Err(item),
    }
}

impl Store {
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
        let photos = slots.iter().enumerate().filter_map(|(slot, key)| read(&mut found, key, (item, slot)));
        Ok(Some((context, photos.collect::<Result<_, _>>()?)))
    }

    /// The photo at a place, whichever it is, and whether its review was sent.
    ///
    /// # Errors
    /// As the table says.
    pub async fn photo(&self, place: &PhotoPlace) -> Result<(Option<Photo>, bool), Error> {
        let PhotoPlace { tenant, request, item, slot, photo: _ } = place;
        let review = keys::review(tenant, *request, *item);
        let key = keys::photo(tenant, *request, *item, *slot);
        let mut found = self.batch(vec![key.clone(), review.clone()]).await?;
        Ok((read(&mut found, &key, (*item, *slot)).transpose()?, found.contains_key(&review)))
    }
}

fn read(found: &mut HashMap<Key, Attributes>, key: &Key, place: (usize, usize)) -> Option<Result<Photo, Error>> {
    found.remove(key).map(|item| from_item::<PhotoItem>(item).and_then(|item| item.read(place)))
}

impl Transaction<'_> {
    /// Takes a place for a photo, if it is empty or still holds the one that gives way.
    pub fn expect_photo(&mut self, request: &Request, photo: &Photo, gives_way: Option<&Photo>) {
        let key = keys::photo(self.tenant, request.id, photo.item, photo.slot);
        let item = PhotoItem::expected(photo, personal_ttl(request.expires_at));
        match gives_way {
            None => self.insert(Part::Photo, &key, &item),
            Some(former) => {
                self.put(Part::Photo, &key, &item, UNCHANGED, [(":photo", text(former.id))]);
            }
        }
    }

    /// Says what became of a photo that is still expected. Of a review that was sent it stays; whether it was
    /// must still be as `is_sent` says.
    pub fn settle_photo(&mut self, place: &PhotoPlace, state: PhotoState, is_sent: bool) {
        let PhotoPlace { tenant: _, request, item, slot, photo } = place;
        let review = ConditionCheck::builder()
            .table_name(&self.store.table)
            .set_key(Some(keys::review(self.tenant, *request, *item).attributes()))
            .condition_expression(if is_sent { "attribute_exists(PK)" } else { "attribute_not_exists(PK)" });
        self.add(Part::Photo, review.build(), |check, item| item.condition_check(check));
        let update = self.photo_update(keys::photo(self.tenant, *request, *item, *slot));
        let (fields, update) = match state {
            PhotoState::Expected => ("", update),
            PhotoState::Ready(Size { width, height }) => {
                let update = update.expression_attribute_values(":width", number(width));
                let update = update.expression_attribute_values(":height", number(height));
                (", width = :width, height = :height", update)
            }
            PhotoState::Refused(reason) => {
                (", reason = :reason", update.expression_attribute_values(":reason", text(reason.as_str())))
            }
        };
        let stays = if is_sent { " REMOVE #ttl" } else { "" };
        let update = if is_sent { update.expression_attribute_names("#ttl", "ttl") } else { update };
        let update = update
            .update_expression(format!("SET #state = :state{fields}{stays}"))
            .condition_expression(format!("{UNCHANGED} AND #state = :expected"))
            .expression_attribute_names("#state", "state")
            .expression_attribute_values(":state", text(word(state)))
            .expression_attribute_values(":expected", text(EXPECTED))
            .expression_attribute_values(":photo", text(photo));
        self.add(Part::Photo, update.build(), |update, item| item.update(update));
    }

    /// Keeps photos as long as their review, which is sent, if they are as they were read.
    pub fn keep_photos(&mut self, id: RequestId, photos: &[Photo]) {
        for photo in photos {
            let update = self
                .photo_update(keys::photo(self.tenant, id, photo.item, photo.slot))
                .update_expression("REMOVE #ttl")
                .condition_expression(format!("{UNCHANGED} AND #state = :state"))
                .expression_attribute_names("#ttl", "ttl")
                .expression_attribute_names("#state", "state")
                .expression_attribute_values(":state", text(word(photo.state)))
                .expression_attribute_values(":photo", text(photo.id));
            self.add(Part::Photo, update.build(), |update, item| item.update(update));
        }
    }

    /// Removes a photo, if it is still the one that was read at its place.
    pub fn remove_photo(&mut self, id: RequestId, photo: &Photo) {
        let delete = Delete::builder()
            .table_name(&self.store.table)
            .set_key(Some(keys::photo(self.tenant, id, photo.item, photo.slot).attributes()))
            .condition_expression(UNCHANGED)
            .expression_attribute_values(":photo", text(photo.id));
        self.add(Part::Photo, delete.build(), |delete, item| item.delete(delete));
    }

    fn photo_update(&self, key: Key) -> aws_sdk_dynamodb::types::builders::UpdateBuilder {
        Update::builder().table_name(&self.store.table).set_key(Some(key.attributes()))
    }
}

/// The word of a state.
fn word(state: PhotoState) -> &'static str {
    match state {
        PhotoState::Expected => EXPECTED,
        PhotoState::Ready(_) => READY,
        PhotoState::Refused(_) => REFUSED,
    }
}

fn text(value: impl ToString) -> aws_sdk_dynamodb::types::AttributeValue {
    aws_sdk_dynamodb::types::AttributeValue::S(value.to_string())
}
