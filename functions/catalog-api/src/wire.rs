//! The JSON of orders, products, settings and how emails arrive.

mod deliverability;
mod order;
mod product;
mod settings;

pub(crate) use deliverability::DeliverabilityBody;
pub(crate) use order::{OrderBody, OrderInput, known_order};
pub(crate) use product::{ProductBody, ProductInput, known_product};
pub(crate) use settings::{SettingsBody, SettingsInput};
