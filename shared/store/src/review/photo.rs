//! Photos of reviews that answer requests. Each slot is an item, so that a review has at most five photos, however many
//! uploads start at the same time.
//!
//! The slots' keys follow the review's key, so that one query reads all of them. Until the review is sent, slots expire
//! with its draft; after that, they stay as long as the review, whose own item lists the photos that are ready. A
//! review that answers no request has no slots; only its item lists its photos.

use std::collections::HashMap;

use domain::request::Request;
use domain::review::{Photo, PhotoId, PhotoState};
use domain::values::{RequestId, ms};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::retention::{PERSONAL_DAYS, days_after};
use crate::table::{
    Attributes, Error, Key, Part, Transaction, change, document, from_item, json, keys, number, string,
};

/// The condition that a slot still holds the photo that was read from it.
const UNCHANGED: &str = "photo = :photo";

#[derive(Serialize, Deserialize)]
struct PhotoItem {
    photo: PhotoId,
    #[serde(with = "json")]
    state: PhotoState,
    #[serde(with = "ms::required")]
    created_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<i64>,
}

fn read(item: Attributes, (number, slot): (usize, usize)) -> Result<Photo, Error> {
    let PhotoItem { photo: id, state, created_at, ttl: _ /* DynamoDB's */ } = from_item(item)?;
    Ok(Photo { item: number, slot, id, state, created_at })
}

/// The item as a photo of the request, or the item again if its key is not a photo's.
pub(crate) fn parse_photo(id: RequestId, item: Attributes) -> Result<Result<Photo, Error>, Attributes> {
    match keys::parse_photo(id, keys::sk(&item)) {
        Some(position) => Ok(read(item, position)),
        None => Err(item),
    }
}

/// Takes the photo with this key from the items that were read. `position` is its item and slot.
pub(crate) fn take_photo(
    items: &mut HashMap<Key, Attributes>,
    key: &Key,
    position: (usize, usize),
) -> Option<Result<Photo, Error>> {
    items.remove(key).map(|item| read(item, position))
}

impl Transaction<'_> {
    /// Reserves a slot for a photo. Refused unless the slot is empty or still has `replaced`.
    pub fn expect_photo(&mut self, request: &Request, photo: &Photo, replaced: Option<&Photo>) {
        let key = keys::photo(self.tenant, request.id, photo.item, photo.slot);
        let (state, ttl) = (PhotoState::Expected, Some(days_after(request.expires_at, PERSONAL_DAYS)));
        let item = PhotoItem { photo: photo.id, state, created_at: photo.created_at, ttl };
        match replaced {
            None => self.insert(Part::Photo, &key, &item),
            Some(former) => self.put(Part::Photo, &key, &item, UNCHANGED, [(":photo", string(former.id))]),
        }
    }

    /// Removes the expiry from a sent review's photos. Refused if one of them changed since it was read.
    pub fn keep_photos(&mut self, id: RequestId, photos: &[Photo]) {
        for photo in photos {
            let Some(state) = self.made(document(&photo.state)) else { return };
            let key = keys::photo(self.tenant, id, photo.item, photo.slot);
            let values = [(":state", state), (":photo", string(photo.id))];
            self.change(Part::Photo, &key, "REMOVE #ttl", &format!("{UNCHANGED} AND #state = :state"), values);
        }
    }

    /// Empties slots of a request's items. Refused if a slot has another photo now.
    pub fn empty_slots(&mut self, request: RequestId, photos: impl IntoIterator<Item = (usize, usize, PhotoId)>) {
        for (item, slot, photo) in photos {
            let (key, values) = (keys::photo(self.tenant, request, item, slot), [(":photo", string(photo))]);
            self.delete_if(Part::Photo, &key, &format!("attribute_not_exists(PK) OR {UNCHANGED}"), values);
        }
    }

    /// Saves what became of a photo in its slot, until `ttl`. Refused unless the photo is still expected.
    pub(super) fn settle_slot(&mut self, key: &Key, photo: PhotoId, state: PhotoState, ttl: Option<i64>) {
        let states = document(&state).and_then(|state| Ok((state, document(&PhotoState::Expected)?)));
        let Some((state, expected)) = self.made(states) else { return };
        let lasts = if ttl.is_some() { ", #ttl = :ttl" } else { " REMOVE #ttl" };
        let values = [(":state", state), (":expected", expected), (":photo", string(photo))];
        let mut update =
            change(&format!("SET #state = :state{lasts}"), &format!("{UNCHANGED} AND #state = :expected"), values);
        if let Some(ttl) = ttl {
            update = update.expression_attribute_values(":ttl", number(ttl));
        }
        self.update(Part::Photo, key, update);
    }
}
