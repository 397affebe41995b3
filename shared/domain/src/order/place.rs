//! Which order is meant: the system's own id, because a number may repeat.

use serde::{Deserialize, Serialize};

use crate::values::ShopSystem;

/// Where an order is stored: by who wrote it, and by its id there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OrderPlace {
    pub system: ShopSystem,
    /// The system's own id of the order, 1–64 characters.
    pub id: String,
}

impl OrderPlace {
    /// The longest id, in characters.
    pub const ID_CHARACTERS_MAX: usize = 64;

    /// Whether an order can have this id: ASCII letters, digits and `-_.:`.
    pub fn is_id(text: &str) -> bool {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte);
        (1..=Self::ID_CHARACTERS_MAX).contains(&text.len()) && text.bytes().all(is_plain)
    }
}
