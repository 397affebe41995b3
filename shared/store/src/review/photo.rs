//! Photos of reviews that answer requests. Each slot is an item, so that a review has at most five photos, however many
//! uploads start at the same time.
//!
//! The slots' keys follow the review's key, so that one query reads all of them. Until the review is sent, slots expire
//! with its draft; after that, they stay as long as the review, whose own item lists the photos that are ready. A
//! review that answers no request has no slots; only its item lists its photos.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::builders::UpdateBuilder;
use aws_sdk_dynamodb::types::{AttributeValue, Delete, Update};
use domain::request::Request;
use domain::review::{Photo, PhotoId, PhotoState, ReviewPhoto, ReviewPlace, Size};
use domain::values::RequestId;
use serde::{Deserialize, Serialize};

use crate::retention::{PERSONAL_DAYS, days_after};
use crate::table::{Attributes, Error, Key, Part, SK, Transaction, from_item, instant, keys, known, number};

const EXPECTED: &str = "expected";
const READY: &str = "ready";
const REFUSED: &str = "refused";
/// The condition that a slot still holds the photo that was read from it.
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
    /// A photo whose file has not been uploaded yet.
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
        let Self { photo, state, width, height, reason, created_at, ttl: _ /* DynamoDB's */ } = self;
        let state = match (state.as_str(), width.zip(height), reason) {
            (EXPECTED, ..) => PhotoState::Expected,
            (READY, Some((width, height)), _) => PhotoState::Ready(Size { width, height }),
            (REFUSED, _, Some(reason)) => PhotoState::Refused(known(&reason)?),
            _ => return Err(Error::Unreadable("a photo".to_owned())),
        };
        Ok(Photo { item, slot, id: PhotoId::parse(&photo)?, state, created_at: instant(created_at)? })
    }
}

/// The item as a photo of the request, or the item again if its key is not a photo's.
pub(crate) fn parse_photo(id: RequestId, item: Attributes) -> Result<Result<Photo, Error>, Attributes> {
    let sk = item.get(SK).and_then(|sk| sk.as_s().ok());
    match sk.and_then(|sk| keys::parse_photo(id, sk)) {
        Some(position) => Ok(from_item::<PhotoItem>(item).and_then(|item| item.read(position))),
        None => Err(item),
    }
}

/// Takes the photo with this key from the items that were read. `position` is its item and slot.
pub(crate) fn take_photo(
    items: &mut HashMap<Key, Attributes>,
    key: &Key,
    position: (usize, usize),
) -> Option<Result<Photo, Error>> {
    items.remove(key).map(|item| from_item::<PhotoItem>(item).and_then(|item| item.read(position)))
}

impl Transaction<'_> {
    /// Reserves a slot for a photo. Refused unless the slot is empty or still has `replaced`.
    pub fn expect_photo(&mut self, request: &Request, photo: &Photo, replaced: Option<&Photo>) {
        let key = keys::photo(self.tenant, request.id, photo.item, photo.slot);
        let item = PhotoItem::expected(photo, days_after(request.expires_at, PERSONAL_DAYS));
        match replaced {
            None => self.insert(Part::Photo, &key, &item),
            Some(former) => {
                self.put(Part::Photo, &key, &item, UNCHANGED, [(":photo", string(former.id))]);
            }
        }
    }

    /// Removes the expiry from a sent review's photos. Refused if one of them changed since it was read.
    pub fn keep_photos(&mut self, id: RequestId, photos: &[Photo]) {
        for photo in photos {
            let update = Update::builder()
                .update_expression("REMOVE #ttl")
                .condition_expression(format!("{UNCHANGED} AND #state = :state"))
                .expression_attribute_names("#ttl", "ttl")
                .expression_attribute_names("#state", "state")
                .expression_attribute_values(":state", string(state_name(photo.state)))
                .expression_attribute_values(":photo", string(photo.id));
            self.update(Part::Photo, &keys::photo(self.tenant, id, photo.item, photo.slot), update);
        }
    }

    /// Empties the slots of photos that are removed from a review that stays. Refused if a slot has another photo now.
    pub fn empty_slots_of(&mut self, place: ReviewPlace, photos: &[ReviewPhoto]) {
        let ReviewPlace::Item(request, item) = place else { return };
        for photo in photos {
            let delete = Delete::builder()
                .condition_expression(format!("attribute_not_exists(PK) OR {UNCHANGED}"))
                .expression_attribute_values(":photo", string(photo.id));
            self.delete(Part::Photo, &keys::photo(self.tenant, request, item, photo.slot), delete);
        }
    }

    /// Empties the slots of a review that ends. Refused if a slot has another photo now.
    pub fn empty_slots(&mut self, id: RequestId, photos: &[Photo]) {
        for photo in photos {
            let delete = Delete::builder()
                .condition_expression(UNCHANGED)
                .expression_attribute_values(":photo", string(photo.id));
            self.delete(Part::Photo, &keys::photo(self.tenant, id, photo.item, photo.slot), delete);
        }
    }
}

pub(crate) fn settle_slot(photo: PhotoId, state: PhotoState, ttl: Option<i64>) -> UpdateBuilder {
    let update = Update::builder();
    let (fields, update) = match state {
        PhotoState::Expected => ("", update),
        PhotoState::Ready(Size { width, height }) => {
            let update = update.expression_attribute_values(":width", number(width));
            let update = update.expression_attribute_values(":height", number(height));
            (", width = :width, height = :height", update)
        }
        PhotoState::Refused(reason) => {
            (", reason = :reason", update.expression_attribute_values(":reason", string(reason.as_str())))
        }
    };
    let (lasts, update) = match ttl {
        Some(ttl) => (", #ttl = :ttl", update.expression_attribute_values(":ttl", number(ttl))),
        None => (" REMOVE #ttl", update),
    };
    update
        .update_expression(format!("SET #state = :state{fields}{lasts}"))
        .expression_attribute_names("#ttl", "ttl")
        .condition_expression(format!("{UNCHANGED} AND #state = :expected"))
        .expression_attribute_names("#state", "state")
        .expression_attribute_values(":state", string(state_name(state)))
        .expression_attribute_values(":expected", string(EXPECTED))
        .expression_attribute_values(":photo", string(photo))
}

fn state_name(state: PhotoState) -> &'static str {
    match state {
        PhotoState::Expected => EXPECTED,
        PhotoState::Ready(_) => READY,
        PhotoState::Refused(_) => REFUSED,
    }
}

fn string(value: impl ToString) -> AttributeValue {
    AttributeValue::S(value.to_string())
}
