//! The rules for shops' systems: their secrets, and what follows from what they say about orders.

mod access;
mod ask_rules;
mod inbound;
mod plan;
mod plug_in;
mod reading;
mod stars;
#[cfg(test)]
mod tests;
mod topics;

pub use access::{ShopAccess, ShopifyApp, ShopifyDomain};
pub use ask_rules::{AskAfter, AskRules, AskRulesChange, Consent, RULES, Rule};
pub use inbound::{
    Arrival, DailyOrders, ForgedCalls, INBOUND_SHOWN, Inbound, InboundResult, NamedPerson, REMEMBERED_DAYS,
    SHOP_ERASED_AFTER, SILENCE_MIN, USUAL_DAYS, UsualOrders,
};
pub use plan::{Ask, OrderPlan, plan_by};
pub use plug_in::{ConnectionRequest, OtherPlace, PlugIn, ShopPlace};
pub use reading::{READ_PRODUCTS_MAX, ReadingPlace, ShopReading};
pub use stars::{OthersStars, STARRED_PRODUCTS_MAX, ShopStars, StarsOf, StarsRefusal, WrittenStars, shopify_number};
pub use topics::{
    COMPLIANCE_TOPICS, ShopRefusal, ShopTopic, TopicWebhook, WebhookOutcome, compliance_lines, inbound_url,
};

use domain::values::Invalid;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

/// How long the previous secret is accepted after a rotation.
pub const INBOUND_SECRET_ROTATION: SignedDuration = SignedDuration::from_hours(2);
const SECRET_CHARACTERS: std::ops::RangeInclusive<usize> = 8..=200;

/// The secret with which a shop's system signs its calls.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InboundSecret(String);

impl InboundSecret {
    /// Reads a secret of 8 to 200 visible characters.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        const RULE: Invalid = Invalid("`secret` must have 8 to 200 characters, without spaces and control characters.");
        let fits = SECRET_CHARACTERS.contains(&text.chars().count());
        let is_plain = !text.chars().any(|c| c.is_whitespace() || c.is_control());
        if fits && is_plain { Ok(Self(text.to_owned())) } else { Err(RULE) }
    }

    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The last four characters, by which a shop recognises the secret.
    pub fn hint(&self) -> String {
        let all: Vec<char> = self.0.chars().collect();
        all[all.len().saturating_sub(4)..].iter().collect()
    }
}
