//! The JSON of orders. The answers have the same fields as a PUT.

use domain::order::{Buyer, CatalogId, Order, OrderId, OrderLine, OrderStatus, ProductId, Quantity};
use domain::values::value::{Kind, Maybe, Raw, Text, Tried, UNSAID, Value};
use domain::values::{Amount, Currency, EmailAddress, HttpsUrl, Invalid, PersonName, Title, parse_time};
use edge::error::Error;
use edge::native::seconds;
use edge::openapi::words_of;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

edge::input! {
    pub(crate) struct OrderInput with BuyerInput, OrderLineInput {
        /// The id from the path again. Send it if the id contains `?` or `%`, which a path may not carry unchanged.
        id: Option<Raw>, as Kind::Text(Text::between(1, OrderId::CHARACTERS_MAX));
        status: OrderStatus, or "`status` must be one of placed, fulfilled, delivered, cancelled, refunded.";
        /// Omit if unknown.
        buyer: Option<BuyerInput>,
            or "`buyer` must be an object with `email` and, optionally, `name`; omit it if unknown.";
        /// ISO 4217, upper or lower case.
        currency: Currency;
        placed_at: Maybe<PlacedAt>;
        /// When it was delivered or, if you do not know that, completed. Reviews have the day as `experienced_at`.
        delivered_at: Maybe<DeliveredAt>;
        /// `true` if omitted. An order that is not paid proves no purchase.
        paid: Option<bool>, or "`paid` must be true or false; omit it for true.";
        lines: Vec<Tried<OrderLineInput>>, as OrderLineInput::shape().kind.list(None, Some(Order::LINES_MAX)), or Order::LINES_RULE.0;
    }
}

edge::input! {
    struct BuyerInput {
        email: EmailAddress, at "buyer_email";
        name: Maybe<PersonName>, at "buyer_name";
    }
}

edge::input! {
    struct OrderLineInput {
        catalog_item_id: Maybe<CatalogId>, at "line_catalog_item_id";
        title: Title, at "line_title";
        /// An https URL.
        image_url: Maybe<HttpsUrl>, at "line_image_url";
        /// An https URL.
        url: Maybe<HttpsUrl>, at "line_url";
        /// In the currency's smallest unit.
        unit_price: Amount, at "line_unit_price";
        /// 1 if omitted.
        quantity: Option<Quantity>, at "line_quantity";
        /// At most `quantity`; 0 if omitted.
        refunded_quantity: Option<f64>, as Kind::Whole(0, Quantity::MAX.into()), at "line_refunded_quantity", or Quantity::REFUNDED_RULE.0;
    }
}

enum PlacedAt {}
enum DeliveredAt {}

domain::reads_text! {
    PlacedAt: Timestamp = |text| after_1970(text).ok_or(PLACED_AT_RULE), Kind::Time;
    DeliveredAt: Timestamp = |text| after_1970(text).ok_or(DELIVERED_AT_RULE), Kind::Time;
}

const ORDER_ID_RULE: Invalid = Invalid("The path must name the order: its reference, percent-encoded.");
const SAME_ID_RULE: Invalid = Invalid("`id` must be the id in the path; omit it, or fix either.");
const PLACED_AT_RULE: Invalid =
    Invalid("`placed_at` must be a time after 1970 such as \"2026-11-20T06:00:00Z\"; omit it if unknown.");
const DELIVERED_AT_RULE: Invalid =
    Invalid("`delivered_at` must be a time after 1970 such as \"2026-11-23T10:00:00Z\"; omit it if unknown.");

fn after_1970(text: &str) -> Option<Timestamp> {
    parse_time(text).filter(|at| *at > Timestamp::UNIX_EPOCH)
}

impl OrderInput {
    pub(crate) fn parse(self, id: &str) -> Result<Order, Error> {
        let id = order_id(id).map_err(Error::field("id"))?;
        if self.id?.is_some_and(|again| order_id(&again).as_ref() != Ok(&id)) {
            return Err(Error::field("id")(SAME_ID_RULE));
        }
        Ok(Order {
            id,
            status: self.status?,
            buyer: self.buyer?.map(BuyerInput::parse).transpose()?,
            currency: self.currency?,
            placed_at: self.placed_at?,
            delivered_at: self.delivered_at?,
            is_unpaid: self.paid? == Some(false),
            lines: order_lines(self.lines?)?,
        })
    }
}

impl BuyerInput {
    fn parse(self) -> Result<Buyer, Error> {
        Ok(Buyer { email: self.email?, name: self.name? })
    }
}

impl OrderLineInput {
    /// The field's error code is the same for every line.
    fn parse(self) -> Result<OrderLine, Error> {
        Ok(OrderLine {
            item: self.catalog_item_id?,
            title: self.title?,
            image_url: self.image_url?,
            url: self.url?,
            unit_price: self.unit_price?,
            quantity: line_quantity(self.quantity?.unwrap_or(Quantity::ONE), self.refunded_quantity?)?,
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

fn order_lines(lines: Vec<Result<OrderLineInput, Invalid>>) -> Result<Vec<OrderLine>, Error> {
    let refused = |_| Error::field("lines")(Order::LINES_RULE);
    if lines.len() > Order::LINES_MAX {
        return Err(refused(UNSAID));
    }
    lines.into_iter().map(|line| line.map_err(refused)?.parse()).collect()
}

fn line_quantity(bought: Quantity, refunded: Option<f64>) -> Result<Quantity, Error> {
    let refunded = refunded.map_or(Ok(bought), |refunded| bought.with_refunded(refunded));
    refunded.map_err(Error::field("line_refunded_quantity"))
}

#[derive(Serialize, ToSchema)]
#[schema(as = Order)]
pub(crate) struct OrderBody<'a> {
    id: &'a str,
    #[schema(schema_with = words_of::<OrderStatus>)]
    status: &'static str,
    #[schema(required)]
    buyer: Option<BuyerBody<'a>>,
    #[schema(pattern = "^[A-Z]{3}$")]
    currency: &'a str,
    #[schema(required, format = DateTime)]
    placed_at: Option<String>,
    #[schema(required, format = DateTime)]
    delivered_at: Option<String>,
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
        let Order { id, status, buyer, currency, lines, placed_at, delivered_at, is_unpaid } = order;
        Self {
            id: id.as_str(),
            status: status.as_str(),
            buyer: buyer.as_ref().map(BuyerBody::new),
            currency: currency.as_str(),
            placed_at: placed_at.map(seconds),
            delivered_at: delivered_at.map(seconds),
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
