//! The JSON of orders and products: what a PUT takes is what both calls answer.

mod settings;

use domain::{
    Amount, Buyer, Currency, EmailAddress, HttpsUrl, Invalid, Order, OrderId, OrderLine, OrderStatus, PersonName,
    Product, ProductId, Quantity, Title,
};
use edge::Error;
use edge::native::seconds;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

pub(crate) use settings::{SettingsBody, settings};

type Object = Map<String, Value>;

/// Reads an order whole. A field's first broken rule is the answer; unknown fields are ignored.
pub(crate) fn order(id: &str, object: &Object) -> Result<Order, Error> {
    Ok(Order {
        id: order_id(id).map_err(Error::field("id"))?,
        status: status(field(object, "status")).map_err(Error::field("status"))?,
        buyer: buyer(field(object, "buyer"))?,
        currency: Currency::parse(text(field(object, "currency"))).map_err(Error::field("currency"))?,
        placed_at: placed_at(field(object, "placed_at")).map_err(Error::field("placed_at"))?,
        lines: lines(field(object, "lines"))?,
    })
}

/// The order of a path. What cannot be one is as unknown as any other.
pub(crate) fn known_order(id: &str) -> Result<OrderId, app::Error> {
    order_id(id).map_err(|_| app::Error::NotFound)
}

/// Reads a product whole.
pub(crate) fn product(id: &str, object: &Object) -> Result<Product, Error> {
    Ok(Product {
        id: ProductId::in_catalog(id).map_err(Error::field("id"))?,
        title: Title::parse(text(field(object, "title"))).map_err(Error::field("title"))?,
        image_url: url(field(object, "image_url")).map_err(Error::field("image_url"))?,
        url: url(field(object, "url")).map_err(Error::field("url"))?,
    })
}

/// The product of a path. What cannot be one is as unknown as any other.
pub(crate) fn known_product(id: &str) -> Result<ProductId, app::Error> {
    ProductId::in_catalog(id).map_err(|_| app::Error::NotFound)
}

fn field<'a>(object: &'a Object, name: &str) -> &'a Value {
    object.get(name).unwrap_or(&Value::Null)
}

/// What is no text becomes one that keeps no rule.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// What is no number becomes one that keeps no rule.
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

fn order_id(text: &str) -> Result<OrderId, Invalid> {
    OrderId::parse(text)?.ok_or(Invalid("Name the order in the path: its reference, percent-encoded."))
}

fn status(value: &Value) -> Result<OrderStatus, Invalid> {
    OrderStatus::parse(text(value))
        .ok_or(Invalid("`status` is one of placed, fulfilled, delivered, cancelled, refunded."))
}

fn buyer(value: &Value) -> Result<Option<Buyer>, Error> {
    const RULE: Invalid = Invalid("`buyer` is an object with `email` and perhaps `name`; leave it out if unknown.");
    match value {
        Value::Null => Ok(None),
        Value::Object(buyer) => Ok(Some(Buyer {
            email: EmailAddress::parse(text(field(buyer, "email"))).map_err(Error::field("buyer_email"))?,
            name: name(field(buyer, "name")).map_err(Error::field("buyer_name"))?,
        })),
        _ => Err(Error::field("buyer")(RULE)),
    }
}

fn name(value: &Value) -> Result<Option<PersonName>, Invalid> {
    match value {
        Value::Null => Ok(None),
        value => PersonName::parse(text(value)).map(Some),
    }
}

fn placed_at(value: &Value) -> Result<Option<Timestamp>, Invalid> {
    const RULE: Invalid =
        Invalid("`placed_at` is a time after 1970 such as \"2026-11-20T06:00:00Z\"; leave it out if unknown.");
    match value {
        Value::Null => Ok(None),
        value => {
            let at = text(value).parse().ok().filter(|at| *at > Timestamp::UNIX_EPOCH);
            at.map(Some).ok_or(RULE)
        }
    }
}

fn lines(value: &Value) -> Result<Vec<OrderLine>, Error> {
    let refused = || Error::field("lines")(Order::LINES_RULE);
    let lines = value.as_array().filter(|lines| lines.len() <= Order::LINES_MAX).ok_or_else(refused)?;
    lines.iter().map(|line| order_line(line.as_object().ok_or_else(refused)?)).collect()
}

/// Every field of a line has its own code, whichever line it is of.
fn order_line(line: &Object) -> Result<OrderLine, Error> {
    Ok(OrderLine {
        item: item(field(line, "catalog_item_id")).map_err(Error::field("line_catalog_item_id"))?,
        title: Title::parse(text(field(line, "title"))).map_err(Error::field("line_title"))?,
        image_url: url(field(line, "image_url")).map_err(Error::field("line_image_url"))?,
        url: url(field(line, "url")).map_err(Error::field("line_url"))?,
        unit_price: Amount::new(number(field(line, "unit_price"))).map_err(Error::field("line_unit_price"))?,
        quantity: quantity(line)?,
    })
}

fn item(value: &Value) -> Result<Option<ProductId>, Invalid> {
    match value {
        Value::Null => Ok(None),
        value => ProductId::in_catalog(text(value)).map(Some),
    }
}

fn url(value: &Value) -> Result<Option<HttpsUrl>, Invalid> {
    match value {
        Value::Null => Ok(None),
        value => HttpsUrl::parse(text(value)).map(Some),
    }
}

fn quantity(line: &Object) -> Result<Quantity, Error> {
    let bought = match field(line, "quantity") {
        Value::Null => Quantity::ONE,
        value => Quantity::new(number(value)).map_err(Error::field("line_quantity"))?,
    };
    match field(line, "refunded_quantity") {
        Value::Null => Ok(bought),
        value => bought.with_refunded(number(value)).map_err(Error::field("line_refunded_quantity")),
    }
}

#[derive(Serialize, ToSchema)]
#[schema(as = Order)]
pub(crate) struct OrderBody<'a> {
    id: &'a str,
    #[schema(schema_with = crate::openapi::statuses)]
    status: &'static str,
    #[schema(required)]
    buyer: Option<BuyerBody<'a>>,
    currency: &'a str,
    #[schema(required, format = DateTime)]
    placed_at: Option<String>,
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
        let Order { id, status, buyer, currency, lines, placed_at } = order;
        Self {
            id: id.as_str(),
            status: status.as_str(),
            buyer: buyer.as_ref().map(BuyerBody::new),
            currency: currency.as_str(),
            placed_at: placed_at.map(seconds),
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

#[derive(Serialize, ToSchema)]
#[schema(as = Product)]
pub(crate) struct ProductBody<'a> {
    id: &'a str,
    title: &'a str,
    #[schema(required)]
    image_url: Option<&'a str>,
    #[schema(required)]
    url: Option<&'a str>,
}

impl<'a> ProductBody<'a> {
    pub(crate) fn new(Product { id, title, image_url, url }: &'a Product) -> Self {
        Self {
            id: id.as_str(),
            title: title.as_str(),
            image_url: image_url.as_ref().map(HttpsUrl::as_str),
            url: url.as_ref().map(HttpsUrl::as_str),
        }
    }
}
