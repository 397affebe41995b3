//! The order that a request refers to.

use serde::{Deserialize, Serialize};

use crate::values::value::{Json, Text};
use crate::values::{Invalid, RequestId, is_default};

const AUTOMATIC: &str = "auto-";

/// The shop's reference for an order: trimmed, 1–255 characters, case-sensitive.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OrderId {
    #[serde(rename = "id")]
    text: String,
    #[serde(default, skip_serializing_if = "is_default")]
    made_up: bool,
}

crate::reads! {
    // `None` for a blank reference.
    OrderId: Option<Self> = |json| {
        let rule = Invalid("`order_id` must be a string; omit it if there is no order.");
        Self::parse(json.and_then(Json::as_str).ok_or(rule)?)
    }, Text::at_most(Self::CHARACTERS_MAX);
}

impl OrderId {
    /// The longest reference, in characters.
    pub const CHARACTERS_MAX: usize = 255;

    /// Reads a reference; a blank one is `None`.
    pub fn parse(text: &str) -> Result<Option<Self>, Invalid> {
        let text = text.trim();
        if text.chars().count() > Self::CHARACTERS_MAX || text.chars().any(char::is_control) {
            return Err(Invalid("An order reference must have at most 255 characters and no control characters."));
        }
        let given = || Self { text: text.to_owned(), made_up: false };
        Ok((!text.is_empty()).then(given))
    }

    /// A made-up reference for a request without one; no other request has it.
    pub fn automatic(id: RequestId) -> Self {
        Self { text: format!("{AUTOMATIC}{id}"), made_up: true }
    }

    /// The request for which a reference of this form would be made up. The shop may have given the same text itself.
    pub fn automatic_for(&self) -> Option<RequestId> {
        RequestId::parse(self.text.strip_prefix(AUTOMATIC)?).ok()
    }

    /// The reference of an order as read from the table.
    pub const fn stored(text: String) -> Self {
        Self { text, made_up: false }
    }

    /// The reference, given or made up.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the shop gave the reference, rather than [`automatic`](Self::automatic).
    pub const fn is_given(&self) -> bool {
        !self.made_up
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_order_is_no_order() {
        assert_eq!(OrderId::parse("  ").unwrap(), None);
        assert_eq!(OrderId::parse(" A1 ").unwrap().unwrap().as_str(), "A1");
        assert!(OrderId::parse(&"é".repeat(255)).unwrap().is_some());
        assert!(OrderId::parse(&"a".repeat(256)).is_err());
    }

    #[test]
    fn a_reference_that_we_make_up_leads_to_its_request() {
        let id = RequestId::new(7).unwrap();
        assert_eq!(OrderId::automatic(id).automatic_for(), Some(id));
        let given = |text: &str| OrderId::parse(text).unwrap().unwrap().automatic_for();
        assert_eq!((given("auto-7"), given("auto-07"), given("auto-x"), given("7")), (Some(id), None, None, None));
    }
}
