//! The JSON of orders, products and settings.

mod order;
mod product;
mod settings;

pub(crate) use order::{OrderBody, OrderInput, known_order};
pub(crate) use product::{ProductBody, ProductInput, known_product};
pub(crate) use settings::{SettingsBody, SettingsInput};
