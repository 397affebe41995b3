//! Whether customers are asked about a product only once.

use crate::values::word::words;
use crate::values::{Invalid, RequestOrigin};

words! {
    /// Which requests leave out products that the customer reviewed or was asked about before.
    #[derive(Default)]
    pub enum AskOnce {
        /// Requests from a shop's own system or from a file.
        #[default]
        Integrations = "integrations",
        Never = "never",
    }
}

impl AskOnce {
    pub const RULE: Invalid = Invalid("`ask_once` must be integrations or never.");

    pub const fn applies(self, origin: RequestOrigin) -> bool {
        match self {
            Self::Integrations => matches!(origin, RequestOrigin::ShopSystem),
            Self::Never => false,
        }
    }
}

crate::reads_word! { AskOnce, Self::RULE; }
