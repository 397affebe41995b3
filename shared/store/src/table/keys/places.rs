//! The places of reviews and messages, as keys write them.

use domain::review::ReviewPlace;
use domain::values::{RequestId, ReviewId};

use super::reviews::REVIEW;
use super::{SK, padded};
use crate::table::{Attributes, Error};

/// Stands for a request's id if the review answers no request; the review's own id follows.
const OWN: char = '@';

pub(super) fn review_place(place: ReviewPlace) -> String {
    match place {
        ReviewPlace::Item(request, item) => format!("{}#{item:02}", padded(request)),
        ReviewPlace::Own(review) => format!("{OWN}{}#00", padded(review)),
    }
}

/// The request of a listed message, and its number within the request.
pub(crate) fn parse_list_key(list_key: &str) -> Result<(RequestId, usize), Error> {
    match parse_place(list_key)? {
        ReviewPlace::Item(request, number) => Ok((request, number)),
        ReviewPlace::Own(_) => Err(unreadable_list_key()),
    }
}

pub(crate) fn parse_review_sk(sk: &str) -> Result<ReviewPlace, Error> {
    parse_place(sk.strip_prefix(REVIEW).unwrap_or_default())
}

pub(crate) fn parse_place(list_key: &str) -> Result<ReviewPlace, Error> {
    let parsed = list_key.split_once('#').and_then(|(of, number)| {
        Some(match of.strip_prefix(OWN) {
            Some(review) => ReviewPlace::Own(ReviewId::new(review.parse().ok()?)?),
            None => ReviewPlace::Item(RequestId::new(of.parse().ok()?)?, number.parse().ok()?),
        })
    });
    parsed.ok_or_else(unreadable_list_key)
}

/// The request in an entry of a customer's or an order's list: in the sort key, its id follows the prefix.
pub(crate) fn parse_listed_request(item: &Attributes, prefix: &str) -> Result<RequestId, Error> {
    let id = item.get(SK).and_then(|sk| sk.as_s().ok()?.strip_prefix(prefix)?.parse().ok());
    id.and_then(RequestId::new).ok_or_else(unreadable_list_key)
}

fn unreadable_list_key() -> Error {
    Error::Unreadable("a key in a customer's or an order's list".to_owned())
}
