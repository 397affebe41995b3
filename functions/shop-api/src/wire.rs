//! The JSON of orders, products, deliverability and suppressions.

mod deliverability;
mod order;
mod product;
mod rows;
mod state;
mod suppression;

pub(crate) use deliverability::DeliverabilityBody;
pub(crate) use order::{OrderBody, OrderInput, OrdersInput, SYSTEM_ID_RULE, SaidOrder, known_order};
pub(crate) use product::{
    ProductBody, ProductInput, ProductsBody, ProductsInput, SaidProduct, known_product, products_page,
};
pub(crate) use rows::{RowBody, RowsBody};
pub(crate) use suppression::{
    Lifted, ReasonWord, SuppressionBody, SuppressionsBody, SuppressionsQuery, known_address, new_address,
};
