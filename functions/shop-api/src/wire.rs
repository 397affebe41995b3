//! The JSON of orders, products, deliverability and suppressions.

mod deliverability;
mod order;
mod product;
mod rows;
mod suppression;

pub(crate) use deliverability::DeliverabilityBody;
pub(crate) use order::{
    OrderAnswer, OrderAskedBody, OrderBody, OrderInput, OrdersInput, SaidOrder, deleted, known_order, place, planned,
};
pub(crate) use product::{
    ProductBody, ProductInput, ProductsBody, ProductsInput, SaidProduct, known_product, products_page,
};
pub(crate) use rows::{RowBody, RowsBody};
pub(crate) use suppression::{
    Lifted, ReasonWord, SuppressionBody, SuppressionsBody, SuppressionsQuery, known_address, new_address,
};
