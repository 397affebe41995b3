//! The JSON of orders. The answers have the same fields as a PUT.

use domain::order::{Buyer, Order, OrderId, OrderLine, OrderStatus, ProductId, Quantity};
use domain::values::{Amount, Currency, EmailAddress, HttpsUrl, Invalid, PersonName, Title, parse_time};
use edge::error::Error;
use edge::field::Field;
use edge::native::seconds;
use edge::openapi::words;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Object;

#[derive(Deserialize, ToSchema)]
pub(crate) struct OrderInput {
    /// The id from the path again. Send it if the id contains `?` or `%`, which a path may not carry unchanged.
    #[schema(value_type = Option<String>, min_length = 1, max_length = 255)]
    id: Field<String>,
    #[schema(schema_with = statuses)]
    status: Field<String>,
    /// Omit if unknown.
    #[schema(value_type = Option<BuyerInput>)]
    buyer: Field<BuyerInput>,
    /// ISO 4217, upper or lower case.
    #[schema(value_type = String, pattern = "^[A-Za-z]{3}$")]
    currency: Field<String>,
    #[schema(value_type = Option<String>, format = DateTime)]
    placed_at: Field<String>,
    /// `true` if omitted. An order that is not paid proves no purchase.
    #[schema(value_type = Option<bool>)]
    paid: Field<bool>,
    #[schema(value_type = Vec<OrderLineInput>, max_items = 250)]
    lines: Field<Vec<Field<OrderLineInput>>>,
}

#[derive(Deserialize, ToSchema)]
struct BuyerInput {
    #[schema(value_type = String, format = "idn-email", max_length = 254)]
    email: Field<String>,
    #[schema(value_type = Option<String>, min_length = 1, max_length = 200)]
    name: Field<String>,
}

#[derive(Deserialize, ToSchema)]
struct OrderLineInput {
    #[schema(value_type = Option<String>, pattern = "^[A-Za-z0-9_.:-]{1,97}$")]
    catalog_item_id: Field<String>,
    #[schema(value_type = String, min_length = 1, max_length = 255)]
    title: Field<String>,
    /// An https URL.
    #[schema(value_type = Option<String>, format = "uri", pattern = "^https://[A-Za-z0-9]", max_length = 2048)]
    image_url: Field<String>,
    /// An https URL.
    #[schema(value_type = Option<String>, format = "uri", pattern = "^https://[A-Za-z0-9]", max_length = 2048)]
    url: Field<String>,
    /// In the currency's smallest unit.
    #[schema(value_type = u64, maximum = 9007199254740991u64)]
    unit_price: Field<f64>,
    /// 1 if omitted.
    #[schema(value_type = Option<u32>, minimum = 1, maximum = 1000000)]
    quantity: Field<f64>,
    /// At most `quantity`; 0 if omitted.
    #[schema(value_type = Option<u32>, maximum = 1000000)]
    refunded_quantity: Field<f64>,
}

const ORDER_ID_RULE: Invalid = Invalid("The path must name the order: its reference, percent-encoded.");
const SAME_ID_RULE: Invalid = Invalid("`id` must be the id in the path; omit it, or fix either.");
const STATUS_RULE: Invalid = Invalid("`status` must be one of placed, fulfilled, delivered, cancelled, refunded.");
const BUYER_RULE: Invalid =
    Invalid("`buyer` must be an object with `email` and, optionally, `name`; omit it if unknown.");
const PLACED_AT_RULE: Invalid =
    Invalid("`placed_at` must be a time after 1970 such as \"2026-11-20T06:00:00Z\"; omit it if unknown.");
const PAID_RULE: Invalid = Invalid("`paid` must be true or false; omit it for true.");

impl OrderInput {
    pub(crate) fn parse(self, id: &str) -> Result<Order, Error> {
        let Self { id: again, status, buyer, currency, placed_at, paid, lines } = self;
        let id = order_id(id).map_err(Error::field("id"))?;
        let is_same = |again: &str| (order_id(again).as_ref() == Ok(&id)).then_some(()).ok_or(SAME_ID_RULE);
        again.parse(is_same).map_err(Error::field("id"))?;
        Ok(Order {
            id,
            status: OrderStatus::parse(status.as_str()).ok_or(STATUS_RULE).map_err(Error::field("status"))?,
            buyer: buyer.optional(BUYER_RULE).map_err(Error::field("buyer"))?.map(BuyerInput::parse).transpose()?,
            currency: Currency::parse(currency.as_str()).map_err(Error::field("currency"))?,
            placed_at: placed_at.given().parse(time).map_err(Error::field("placed_at"))?,
            is_unpaid: paid.optional(PAID_RULE).map_err(Error::field("paid"))? == Some(false),
            lines: order_lines(lines)?,
        })
    }
}

impl BuyerInput {
    fn parse(self) -> Result<Buyer, Error> {
        let Self { email, name } = self;
        Ok(Buyer {
            email: EmailAddress::parse(email.as_str()).map_err(Error::field("buyer_email"))?,
            name: name.given().parse(PersonName::parse).map_err(Error::field("buyer_name"))?,
        })
    }
}

impl OrderLineInput {
    /// The field's error code is the same for every line.
    fn parse(self) -> Result<OrderLine, Error> {
        let Self { catalog_item_id, title, image_url, url, unit_price, quantity, refunded_quantity } = self;
        Ok(OrderLine {
            item: catalog_item_id.given().parse(ProductId::in_catalog).map_err(Error::field("line_catalog_item_id"))?,
            title: Title::parse(title.as_str()).map_err(Error::field("line_title"))?,
            image_url: image_url.given().parse(HttpsUrl::parse).map_err(Error::field("line_image_url"))?,
            url: url.given().parse(HttpsUrl::parse).map_err(Error::field("line_url"))?,
            unit_price: Amount::new(unit_price.as_f64()).map_err(Error::field("line_unit_price"))?,
            quantity: line_quantity(&quantity, &refunded_quantity)?,
        })
    }
}

/// The order that a path names. A malformed id is answered like an unknown one.
pub(crate) fn known_order(id: &str) -> Result<OrderId, app::error::Error> {
    order_id(id).map_err(|_| app::error::Error::NotFound)
}

fn order_id(segment: &str) -> Result<OrderId, Invalid> {
    OrderId::parse(segment)?.ok_or(ORDER_ID_RULE)
}

fn time(string: &str) -> Result<Timestamp, Invalid> {
    parse_time(string).filter(|at| *at > Timestamp::UNIX_EPOCH).ok_or(PLACED_AT_RULE)
}

fn order_lines(lines: Field<Vec<Field<OrderLineInput>>>) -> Result<Vec<OrderLine>, Error> {
    let refused = Error::field("lines");
    let lines = lines.required(Order::LINES_RULE).map_err(&refused)?;
    if lines.len() > Order::LINES_MAX {
        return Err(refused(Order::LINES_RULE));
    }
    lines.into_iter().map(|line| line.required(Order::LINES_RULE).map_err(&refused)?.parse()).collect()
}

fn line_quantity(bought: &Field<f64>, refunded: &Field<f64>) -> Result<Quantity, Error> {
    let bought = bought.parse(Quantity::new).map_err(Error::field("line_quantity"))?.unwrap_or(Quantity::ONE);
    let refunded = refunded.parse(|refunded| bought.with_refunded(refunded));
    Ok(refunded.map_err(Error::field("line_refunded_quantity"))?.unwrap_or(bought))
}

fn statuses() -> Object {
    words(OrderStatus::WORDS)
}

#[derive(Serialize, ToSchema)]
#[schema(as = Order)]
pub(crate) struct OrderBody<'a> {
    id: &'a str,
    #[schema(schema_with = statuses)]
    status: &'static str,
    #[schema(required)]
    buyer: Option<BuyerBody<'a>>,
    #[schema(pattern = "^[A-Z]{3}$")]
    currency: &'a str,
    #[schema(required, format = DateTime)]
    placed_at: Option<String>,
    /// `false` if the shop said so.
    paid: bool,
    lines: Vec<LineBody<'a>>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = Buyer)]
struct BuyerBody<'a> {
    email: &'a str,
    #[schema(required)]
    name: Option<&'a str>,
}

#[derive(Serialize, ToSchema)]
#[schema(as = OrderLine)]
struct LineBody<'a> {
    #[schema(required)]
    catalog_item_id: Option<&'a str>,
    title: &'a str,
    #[schema(required)]
    image_url: Option<&'a str>,
    #[schema(required)]
    url: Option<&'a str>,
    /// In the currency's smallest unit.
    unit_price: u64,
    quantity: u32,
    refunded_quantity: u32,
}

impl<'a> OrderBody<'a> {
    pub(crate) fn new(order: &'a Order) -> Self {
        let Order { id, status, buyer, currency, lines, placed_at, is_unpaid } = order;
        Self {
            id: id.as_str(),
            status: status.as_str(),
            buyer: buyer.as_ref().map(BuyerBody::new),
            currency: currency.as_str(),
            placed_at: placed_at.map(seconds),
            paid: !is_unpaid,
            lines: lines.iter().map(LineBody::new).collect(),
        }
    }
}

impl<'a> BuyerBody<'a> {
    fn new(Buyer { email, name }: &'a Buyer) -> Self {
        Self { email: email.as_typed(), name: name.as_ref().map(PersonName::as_str) }
    }
}

impl<'a> LineBody<'a> {
    fn new(line: &'a OrderLine) -> Self {
        let OrderLine { item, title, image_url, url, unit_price, quantity } = line;
        Self {
            catalog_item_id: item.as_ref().map(ProductId::as_str),
            title: title.as_str(),
            image_url: image_url.as_ref().map(HttpsUrl::as_str),
            url: url.as_ref().map(HttpsUrl::as_str),
            unit_price: unit_price.units(),
            quantity: quantity.bought(),
            refunded_quantity: quantity.refunded(),
        }
    }
}
