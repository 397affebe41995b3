//! The JSON of orders. The answers have the fields of a PUT that are stored.

use std::collections::{BTreeMap, BTreeSet};

use domain::order::{Buyer, CatalogId, Gtin, Identifier, Order, OrderId, OrderLine, OrderStatus, ProductId, Quantity};
use domain::values::value::{Kind, LanguageTag, Lenient, Maybe, Raw, Text, Tried, UNSAID, Value};
use domain::values::{
    Amount, Country, Currency, EmailAddress, HttpsUrl, Invalid, Language, PersonName, Title, parse_time,
};
use edge::error::Error;
use edge::shown::{OneOf, Time as ShownTime, pattern};
use jiff::Timestamp;

use super::rows::{AsOf, ROWS_MAX, Words, cut, lenient, rows};

edge::input! {
    /// The whole order: what is omitted is empty. The fields after `lines`, and those of a line after `refunded_quantity`, are
    /// for the rules of a connected system. In other calls, they are checked and not stored.
    pub(crate) struct OrderInput with BuyerInput, OrderLineInput, ShipmentInput, ShippedInput {
        /// The id from the path again. Send it if the id contains `?` or `%`, which a path may not carry unchanged, and in each
        /// row of a POST.
        id: Option<Raw>, as Kind::Text(Text::between(1, OrderId::CHARACTERS_MAX));
        /// When the order was read, in milliseconds since 1970; the call's time if omitted or later. If the stored order was
        /// read later, it stays.
        as_of: Option<AsOf>, or AsOf::RULE.0;
        /// `pending` and `failed` prove no purchase. `deleted` does what DELETE does; then only `as_of` and `system_id` are
        /// read.
        status: OrderStatus, or "`status` must be one of pending, placed, fulfilled, delivered, failed, cancelled, refunded, deleted.";
        /// Omit if unknown.
        buyer: Option<BuyerInput>,
            or "`buyer` must be an object with `email` and, optionally, `name`; omit it if unknown.";
        /// Whether the shop removed the buyer; `buyer` must be null then. A connection's orders lose the buyer for good.
        anonymised: Option<bool> = false, or "`anonymised` must be true or false, and `buyer` null with true.";
        /// ISO 4217, upper or lower case. Required unless `status` is `deleted`.
        currency: Lenient<Currency>;
        placed_at: Maybe<Time>, or "`placed_at` must be a time after 1970 such as \"2026-11-20T06:00:00Z\"; omit it if unknown.";
        /// When it was completed; null takes a completion back.
        completed_at: Maybe<Time>, or "`completed_at` must be a time after 1970 such as \"2026-11-23T10:00:00Z\"; omit it if it is not completed.";
        /// When it was delivered; `completed_at` if you do not know that. Reviews have the day as `experienced_at`.
        delivered_at: Maybe<Time>, or "`delivered_at` must be a time after 1970 such as \"2026-11-23T10:00:00Z\"; omit it if unknown.";
        /// `true` if omitted. An order that is not paid proves no purchase.
        paid: Option<bool>, or "`paid` must be true or false; omit it for true.";
        /// Required unless `status` is `deleted`. An order of more than 400,000 bytes is refused; a connection's is cut.
        lines: Lenient<Vec<Tried<OrderLineInput>>>, as OrderLineInput::shape().kind.list(None, Some(Order::LINES_MAX)), or Order::LINES_RULE.0;
        /// The order's id in the shop's system, if that is not its number.
        system_id: Option<SystemId>, or SYSTEM_ID_RULE.0;
        shipments: Option<Vec<Tried<ShipmentInput>>>, as ShipmentInput::shape().kind.list(None, Some(SHIPMENTS_MAX)), or SHIPMENTS_RULE.0;
        /// The buyer's language.
        language: Maybe<Tag>;
        /// The country to which the order goes (ISO 3166-1).
        country: Maybe<Country>;
        /// The order's tags.
        tags: Option<Words>;
        /// Whether the buyer agreed to marketing.
        agrees: Option<bool>, or "`agrees` must be true or false; omit it if the customer did not say.";
        test: Option<bool> = false, or "`test` must be true or false; omit it for false.";
        /// Whether it was sold at a counter.
        in_store: Option<bool> = false, or "`in_store` must be true or false; omit it for false.";
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
        /// The product's title.
        title: Raw, as Title::shape().kind, at "line_title";
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
        /// The line's id in the order; its place from 1 if omitted.
        id: Option<PartId>, at "line_id", or PartId::RULE.0;
        /// What the variant is called that was bought.
        variant: Maybe<Title>, at "line_variant";
        sku: Maybe<Identifier>, at "line_sku", or "A line's `sku` must have 1 to 100 characters.";
        gtin: Maybe<Gtin>, at "line_gtin", or "A line's `gtin` must be a barcode of 8, 12, 13 or 14 digits.";
        gift_card: Option<bool> = false, at "line_gift_card", or "A line's `gift_card` must be true or false; omit it for false.";
        /// Whether it must be shipped.
        ships: Option<bool> = true, at "line_ships", or "A line's `ships` must be true or false; omit it for true.";
        /// The `id` of the line of the kit to which it belongs.
        part_of: Option<PartId>, at "line_part_of", or PartId::RULE.0;
    }
}

edge::input! {
    struct ShipmentInput {
        id: PartId, at "shipment_id", or PartId::RULE.0;
        /// What is in it; everything if empty.
        lines: Option<Vec<Tried<ShippedInput>>>, as ShippedInput::shape().kind.list(None, Some(Order::LINES_MAX)), at "shipment_lines", or SHIPPED_RULE.0;
        left_at: Maybe<Time>, at "shipment_left_at", or "A shipment's `left_at` must be a time after 1970; omit it if it has not left.";
        arrived_at: Maybe<Time>, at "shipment_arrived_at", or "A shipment's `arrived_at` must be a time after 1970; omit it if unknown.";
        /// Whether it was cancelled after it left.
        taken_back: Option<bool> = false, at "shipment_taken_back", or "A shipment's `taken_back` must be true or false; omit it for false.";
    }
}

edge::input! {
    struct ShippedInput {
        /// The line's `id`.
        id: PartId, at "shipment_lines", or PartId::RULE.0;
        /// 1 if omitted.
        quantity: Option<Quantity>, at "shipment_lines";
    }
}

edge::input! {
    /// Orders in one call.
    pub(crate) struct OrdersInput with OrderInput, BuyerInput, OrderLineInput, ShipmentInput, ShippedInput {
        orders: Vec<Tried<OrderInput>>, as OrderInput::shape().kind.list(None, Some(ROWS_MAX)), or "`orders` must be a list of at most 100 orders.";
    }
}

enum Time {}
enum SystemId {}
enum Tag {}
enum PartId {}

impl PartId {
    const RULE: Invalid = Invalid("The ids of lines and shipments must have 1 to 64 characters.");
}

pub(crate) const SYSTEM_ID_RULE: Invalid = Invalid("`system_id` must have 1 to 64 letters, digits and hyphens.");
const SHIPMENTS_MAX: usize = 100;
const SHIPMENTS_RULE: Invalid = Invalid("`shipments` must be a list of at most 100 objects.");
const SHIPPED_RULE: Invalid = Invalid("A shipment's `lines` must be a list of objects with `id` and `quantity`.");

domain::reads_text! {
    Time: Timestamp = |text| parse_time(text).filter(|at| *at > Timestamp::UNIX_EPOCH).ok_or(UNSAID), Kind::Time;
    SystemId: String = |text| system_id(text).ok_or(UNSAID),
        Text { pattern: Some("^[A-Za-z0-9-]{1,64}$"), ..Text::default() };
    PartId: String = |text| id(text, |c| !c.is_control()).ok_or(UNSAID), Text::between(1, ID_CHARACTERS_MAX);
    Tag: String = |text| Language::of_tag(text).map(|_| text.to_owned()), LanguageTag::shape().kind;
}

const ID_CHARACTERS_MAX: usize = 64;

fn system_id(text: &str) -> Option<String> {
    id(text, |c| c.is_ascii_alphanumeric() || c == '-')
}

fn id(text: &str, has: impl Fn(char) -> bool) -> Option<String> {
    ((1..=ID_CHARACTERS_MAX).contains(&text.chars().count()) && text.chars().all(has)).then(|| text.to_owned())
}

const ORDER_ID_RULE: Invalid = Invalid("The path must name the order: its reference, percent-encoded.");
const SAME_ID_RULE: Invalid = Invalid("`id` must be the id in the path; omit it, or fix either.");
/// The code of a currency that is none (ISO 4217).
const NO_CURRENCY: &str = "XXX";

/// What a call says about an order.
pub(crate) struct SaidOrder {
    pub id: OrderId,
    /// The order's id in the shop's system; `None` if its number cannot be one, and the call has no other.
    pub system_id: Option<String>,
    pub as_of: Timestamp,
    /// `None` if it was deleted.
    pub order: Option<(Order, ForRules)>,
}

/// What only rules need to know of an order.
pub(crate) struct ForRules {
    pub is_anonymised: bool,
    pub completed_at: Option<Timestamp>,
    pub shipments: Vec<Shipment>,
    pub language: Option<String>,
    pub country: Option<Country>,
    pub tags: BTreeSet<String>,
    pub agrees: Option<bool>,
    pub is_test: bool,
    pub is_in_store: bool,
    pub lines: Vec<LineForRules>,
}

pub(crate) struct LineForRules {
    pub id: Option<String>,
    pub variant: Option<Title>,
    pub sku: Option<String>,
    pub gtin: Option<String>,
    pub is_gift_card: bool,
    pub ships: bool,
    pub is_part: bool,
}

pub(crate) struct Shipment {
    pub id: String,
    pub lines: BTreeMap<String, u32>,
    pub left_at: Option<Timestamp>,
    pub arrived_at: Option<Timestamp>,
    pub is_taken_back: bool,
}

impl SaidOrder {
    pub(crate) fn deleted(id: OrderId, as_of: Timestamp) -> Self {
        Self { system_id: system_id(id.as_str()), id, as_of, order: None }
    }
}

impl OrdersInput {
    pub(crate) fn parse(self) -> Result<Vec<Result<OrderInput, Error>>, Error> {
        rows("orders", self.orders?)
    }
}

impl OrderInput {
    /// The id of a row of a POST, as it was sent.
    pub(crate) fn row_id(&self) -> String {
        self.id.iter().flatten().next().cloned().unwrap_or_default()
    }

    /// Reads the order with the path's id. In a row of a POST, only what the order cannot be without refuses it; what else is
    /// wrong counts as unknown, because nobody corrects it.
    pub(crate) fn parse(self, id: &str, now: Timestamp, is_row: bool) -> Result<SaidOrder, Error> {
        let id = order_id(id).map_err(Error::field("id"))?;
        if self.id?.is_some_and(|again| order_id(&again).as_ref() != Ok(&id)) {
            return Err(Error::field("id")(SAME_ID_RULE));
        }
        let (status, as_of) = (self.status?, self.as_of?.map_or(now, |as_of| as_of.min(now)));
        let system_id = self.system_id?.or_else(|| system_id(id.as_str()));
        if status == OrderStatus::Deleted {
            return Ok(SaidOrder { id, system_id, as_of, order: None });
        }
        let (is_anonymised, completed_at) = (self.anonymised? == Some(true), self.completed_at?);
        let buyer = self.buyer.and_then(|buyer| buyer.map(|buyer| buyer.parse(is_row)).transpose());
        let buyer = lenient(buyer, is_row, None)?;
        if is_anonymised && buyer.is_some() {
            return Err(Error::field("anonymised")(Invalid("With `anonymised`, `buyer` must be null.")));
        }
        let (lines, lines_for_rules) = order_lines(self.lines?, is_row)?;
        let shipments = self.shipments?.unwrap_or_default();
        let refused = |_| Error::field("shipments")(SHIPMENTS_RULE);
        if shipments.len() > SHIPMENTS_MAX {
            return Err(refused(UNSAID));
        }
        let order = Order {
            id: id.clone(),
            status,
            buyer,
            currency: lenient(self.currency, is_row, Currency::parse(NO_CURRENCY).map_err(Error::field("currency"))?)?,
            placed_at: self.placed_at?,
            delivered_at: self.delivered_at?.or(completed_at),
            is_unpaid: self.paid? == Some(false),
            lines,
            as_of: Some(as_of),
            is_of_system: false,
        };
        let for_rules = ForRules {
            is_anonymised,
            completed_at,
            shipments: shipments.into_iter().map(|one| one.map_err(refused)?.parse()).collect::<Result<_, _>>()?,
            language: lenient(self.language, is_row, None)?,
            country: lenient(self.country, is_row, None)?,
            tags: lenient(self.tags, is_row, None)?.unwrap_or_default(),
            agrees: self.agrees?,
            is_test: self.test? == Some(true),
            is_in_store: self.in_store? == Some(true),
            lines: lines_for_rules,
        };
        Ok(SaidOrder { id, system_id, as_of, order: Some((order, for_rules)) })
    }
}

impl BuyerInput {
    fn parse(self, is_row: bool) -> Result<Buyer, Error> {
        Ok(Buyer { email: self.email?, name: lenient(self.name, is_row, None)? })
    }
}

impl OrderLineInput {
    /// The field's error code is the same for every line.
    fn parse(self, is_row: bool) -> Result<(OrderLine, LineForRules), Error> {
        let item = lenient(self.catalog_item_id, is_row, None)?;
        let title = self.title?;
        let quantity = self.quantity?.unwrap_or(Quantity::ONE);
        let refunded = self.refunded_quantity?.map_or(Ok(quantity), |refunded| quantity.with_refunded(refunded));
        let all = Quantity::stored(quantity.bought(), quantity.bought());
        let line = OrderLine {
            title: match Title::parse(&title) {
                Err(_) if is_row => cut(&title, item.as_ref().map_or("–", ProductId::as_str)),
                title => title,
            }
            .map_err(Error::field("line_title"))?,
            image_url: lenient(self.image_url, is_row, None)?,
            url: lenient(self.url, is_row, None)?,
            unit_price: lenient(self.unit_price, is_row, Amount::stored(0))?,
            quantity: lenient(refunded.map_err(Error::field("line_refunded_quantity")), is_row, all)?,
            item,
        };
        let for_rules = LineForRules {
            id: self.id?,
            variant: lenient(self.variant, is_row, None)?,
            sku: lenient(self.sku, is_row, None)?,
            gtin: lenient(self.gtin, is_row, None)?,
            is_gift_card: self.gift_card? == Some(true),
            ships: self.ships? != Some(false),
            is_part: self.part_of?.is_some(),
        };
        Ok((line, for_rules))
    }
}

impl ShipmentInput {
    fn parse(self) -> Result<Shipment, Error> {
        let refused = |_| Error::field("shipment_lines")(SHIPPED_RULE);
        let lines = self.lines?.unwrap_or_default().into_iter().map(|line| {
            let ShippedInput { id, quantity } = line.map_err(refused)?;
            Ok((id?, quantity?.unwrap_or(Quantity::ONE).bought()))
        });
        Ok(Shipment {
            id: self.id?,
            lines: lines.collect::<Result<_, Error>>()?,
            left_at: self.left_at?,
            arrived_at: self.arrived_at?,
            is_taken_back: self.taken_back? == Some(true),
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

/// The lines; in a row of a POST, the first ones that have a quantity.
fn order_lines(
    mut lines: Vec<Result<OrderLineInput, Invalid>>,
    is_row: bool,
) -> Result<(Vec<OrderLine>, Vec<LineForRules>), Error> {
    let refused = |_| Error::field("lines")(Order::LINES_RULE);
    if is_row {
        lines.retain(|line| line.as_ref().is_ok_and(|line| line.quantity.is_ok()));
        lines.truncate(Order::LINES_MAX);
    }
    if lines.len() > Order::LINES_MAX {
        return Err(refused(UNSAID));
    }
    lines.into_iter().map(|line| line.map_err(refused)?.parse(is_row)).collect()
}

edge::shown! {
    pub(crate) struct OrderBody as Order (order: &Order) {
        id: String = order.id.as_str();
        status: OneOf<OrderStatus> = order.status;
        buyer: Option<BuyerBody> = order.buyer.as_ref();
        currency: String = order.currency.as_str(), as pattern("^[A-Z]{3}$");
        placed_at: Option<ShownTime> = order.placed_at;
        delivered_at: Option<ShownTime> = order.delivered_at;
        /// `false` if the shop said so.
        paid: bool = !order.is_unpaid;
        lines: Vec<LineBody> = &order.lines;
    }

    struct BuyerBody as Buyer (buyer: &Buyer) {
        email: String = buyer.email.as_typed();
        name: Option<String> = buyer.name.as_ref().map(PersonName::as_str);
    }

    struct LineBody as OrderLine (line: &OrderLine) {
        catalog_item_id: Option<String> = line.item.as_ref().map(ProductId::as_str);
        title: String = line.title.as_str();
        image_url: Option<String> = line.image_url.as_ref().map(HttpsUrl::as_str);
        url: Option<String> = line.url.as_ref().map(HttpsUrl::as_str);
        /// In the currency's smallest unit.
        unit_price: u64 = line.unit_price.units();
        quantity: u32 = line.quantity.bought();
        refunded_quantity: u32 = line.quantity.refunded();
    }
}
