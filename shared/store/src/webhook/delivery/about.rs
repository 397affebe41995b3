//! The subject of an event, as its item holds it.

use domain::{
    About, CustomerId, ErasureEvent, Guid, Hold, HoldEvent, HoldReason, MessageEvent, ProductId, Releaser,
    RequestEvent, RequestId, ReviewEvent, ReviewId, SuppressionEvent,
};
use serde::{Deserialize, Serialize};

use super::unreadable;
use crate::table::{Error, instant, known, stored_id};

/// At most one of them; none for a test.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct AboutParts {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    review: Option<ReviewPart>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<RequestPart>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    message: Option<MessagePart>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    suppression: Option<SuppressionPart>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    erasure: Option<ErasurePart>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hold: Option<HoldPart>,
}

#[derive(Serialize, Deserialize)]
struct ReviewPart {
    review: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    request: Option<u64>,
    product: String,
    state: String,
    revision: u32,
}

#[derive(Serialize, Deserialize)]
struct RequestPart {
    request: u64,
    customer: Option<u64>,
    status: String,
    scheduled_at: i64,
    expires_at: i64,
    message: Option<usize>,
}

#[derive(Serialize, Deserialize)]
struct MessagePart {
    request: u64,
    customer: Option<u64>,
    number: usize,
    channel: String,
    reminder: u8,
    reason: Option<String>,
    sent_at: Option<i64>,
    delivered_at: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct SuppressionPart {
    customer: Option<u64>,
    request: Option<u64>,
    channel: String,
    reason: String,
}

#[derive(Serialize, Deserialize)]
struct ErasurePart {
    customer: u64,
    receipt: String,
}

#[derive(Serialize, Deserialize)]
struct HoldPart {
    since: i64,
    reason: String,
    released_by: Option<String>,
}

impl AboutParts {
    pub(super) fn new(about: &About) -> Self {
        match about {
            About::Review(about) => Self { review: Some(about.into()), ..Self::default() },
            About::Request(about) => Self { request: Some(about.into()), ..Self::default() },
            About::Message(about) => Self { message: Some(about.into()), ..Self::default() },
            About::Suppression(about) => Self { suppression: Some(about.into()), ..Self::default() },
            About::Erasure(about) => Self { erasure: Some(about.into()), ..Self::default() },
            About::Hold(about) => Self { hold: Some(about.into()), ..Self::default() },
            About::Nothing => Self::default(),
        }
    }

    pub(super) fn read(self) -> Result<About, Error> {
        let Self { review, request, message, suppression, erasure, hold } = self;
        Ok(match (review, request, message, suppression, erasure, hold) {
            (Some(part), ..) => About::Review(part.read()?),
            (_, Some(part), ..) => About::Request(part.read()?),
            (_, _, Some(part), ..) => About::Message(part.read()?),
            (_, _, _, Some(part), ..) => About::Suppression(part.read()?),
            (_, _, _, _, Some(part), _) => About::Erasure(part.read()?),
            (_, _, _, _, _, Some(part)) => About::Hold(part.read()?),
            (None, None, None, None, None, None) => About::Nothing,
        })
    }
}

impl From<&ReviewEvent> for ReviewPart {
    fn from(ReviewEvent { review, request, product, state, revision }: &ReviewEvent) -> Self {
        Self {
            review: review.get(),
            request: request.map(RequestId::get),
            product: ProductId::name_of(product.as_ref()).to_owned(),
            state: state.as_str().to_owned(),
            revision: *revision,
        }
    }
}

impl ReviewPart {
    fn read(self) -> Result<ReviewEvent, Error> {
        let Self { review, request, product, state, revision } = self;
        Ok(ReviewEvent {
            review: ReviewId::new(review).ok_or_else(unreadable)?,
            request: stored_id(request)?,
            product: ProductId::named(&product)?,
            state: known(&state)?,
            revision,
        })
    }
}

impl From<&RequestEvent> for RequestPart {
    fn from(about: &RequestEvent) -> Self {
        let RequestEvent { request, customer, status, scheduled_at, expires_at, message } = about;
        Self {
            request: request.get(),
            customer: customer.map(CustomerId::get),
            status: status.as_str().to_owned(),
            scheduled_at: scheduled_at.as_millisecond(),
            expires_at: expires_at.as_millisecond(),
            message: *message,
        }
    }
}

impl RequestPart {
    fn read(self) -> Result<RequestEvent, Error> {
        let Self { request, customer, status, scheduled_at, expires_at, message } = self;
        Ok(RequestEvent {
            request: RequestId::new(request).ok_or_else(unreadable)?,
            customer: stored_id(customer)?,
            status: known(&status)?,
            scheduled_at: instant(scheduled_at)?,
            expires_at: instant(expires_at)?,
            message,
        })
    }
}

impl From<&MessageEvent> for MessagePart {
    fn from(about: &MessageEvent) -> Self {
        let MessageEvent { request, customer, number, channel, reminder, reason, sent_at, delivered_at } = about;
        Self {
            request: request.get(),
            customer: customer.map(CustomerId::get),
            number: *number,
            channel: channel.as_str().to_owned(),
            reminder: *reminder,
            reason: reason.clone(),
            sent_at: sent_at.map(|at| at.as_millisecond()),
            delivered_at: delivered_at.map(|at| at.as_millisecond()),
        }
    }
}

impl MessagePart {
    fn read(self) -> Result<MessageEvent, Error> {
        let Self { request, customer, number, channel, reminder, reason, sent_at, delivered_at } = self;
        Ok(MessageEvent {
            request: RequestId::new(request).ok_or_else(unreadable)?,
            customer: stored_id(customer)?,
            number,
            channel: known(&channel)?,
            reminder,
            reason,
            sent_at: sent_at.map(instant).transpose()?,
            delivered_at: delivered_at.map(instant).transpose()?,
        })
    }
}

impl From<&SuppressionEvent> for SuppressionPart {
    fn from(SuppressionEvent { customer, request, channel, reason }: &SuppressionEvent) -> Self {
        Self {
            customer: customer.map(CustomerId::get),
            request: request.map(RequestId::get),
            channel: channel.as_str().to_owned(),
            reason: reason.as_str().to_owned(),
        }
    }
}

impl SuppressionPart {
    fn read(self) -> Result<SuppressionEvent, Error> {
        let Self { customer, request, channel, reason } = self;
        Ok(SuppressionEvent {
            customer: stored_id(customer)?,
            request: stored_id(request)?,
            channel: known(&channel)?,
            reason: known(&reason)?,
        })
    }
}

impl From<&ErasureEvent> for ErasurePart {
    fn from(ErasureEvent { customer, receipt }: &ErasureEvent) -> Self {
        Self { customer: customer.get(), receipt: receipt.to_string() }
    }
}

impl ErasurePart {
    fn read(self) -> Result<ErasureEvent, Error> {
        let Self { customer, receipt } = self;
        Ok(ErasureEvent {
            customer: CustomerId::new(customer).ok_or_else(unreadable)?,
            receipt: Guid::parse(&receipt).map_err(|_| unreadable())?,
        })
    }
}

impl From<&HoldEvent> for HoldPart {
    fn from(HoldEvent { hold: Hold { since, reason }, released_by }: &HoldEvent) -> Self {
        Self {
            since: since.as_millisecond(),
            reason: reason.as_str().to_owned(),
            released_by: released_by.map(|by| by.as_str().to_owned()),
        }
    }
}

impl HoldPart {
    fn read(self) -> Result<HoldEvent, Error> {
        let Self { since, reason, released_by } = self;
        let hold = Hold { since: instant(since)?, reason: HoldReason::parse(&reason).ok_or_else(unreadable)? };
        let by = |word: String| Releaser::parse(&word).ok_or_else(unreadable);
        Ok(HoldEvent { hold, released_by: released_by.map(by).transpose()? })
    }
}
