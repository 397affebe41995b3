//! The JSON of orders, products, settings, how emails arrive, who gets none, and API keys.

mod deliverability;
mod key;
mod order;
mod product;
mod send_window;
mod settings;
mod suppression;

pub(crate) use deliverability::DeliverabilityBody;
pub(crate) use key::{Deleted, KeyInput, KeysBody, NewKeyBody, new_key};
pub(crate) use order::{OrderBody, OrderInput, known_order};
pub(crate) use product::{ProductBody, ProductInput, known_product};
pub(crate) use settings::{SettingsBody, SettingsInput};
pub(crate) use suppression::{
    Lifted, ReasonWord, SuppressionBody, SuppressionsBody, SuppressionsQuery, known_address, new_address,
};
