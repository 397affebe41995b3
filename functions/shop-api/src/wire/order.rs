//! The JSON of orders. The answers have the fields of a PUT that are stored.

use domain::order::{
    Buyer, CatalogId, Gtin, Identifier, NoAsk, Order, OrderId, OrderLine, OrderPlace, OrderStatus, ProductId, Quantity,
    Shipment, ShipmentStatus,
};
use domain::values::value::{Kind, LanguageTag, Lenient, Maybe, Raw, Text, Tried, UNSAID, Value};
use domain::values::{
    Amount, Country, Currency, EmailAddress, HttpsUrl, Invalid, Language, PersonName, ShopSystem, Title, parse_time,
};
use edge::error::Error;
use edge::shown::{Absent, OneOf, Time as ShownTime, pattern};
use integrations::{OrderAsk, OrderPlan};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::openapi::schema::AnyOfBuilder;
use utoipa::openapi::{Ref, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};
use vault::sha256_hex;

use super::rows::{AsOf, ROWS_MAX, Words, lenient, rows};

edge::input! {
    /// The whole order: what is omitted is empty. The fields after `lines`, and those of a line after `refunded_quantity`, are
    /// for the rules by which a connected system's customers are asked.
    pub(crate) struct OrderInput with BuyerInput, OrderLineInput, ShipmentInput, ShippedInput {
        /// The id from the path again. Send it if the id contains `?` or `%`, which a path may not carry unchanged, and in each
        /// row of a POST.
        id: Option<Raw>, as Kind::Text(Text::between(1, OrderId::CHARACTERS_MAX));
        /// When the order was read, in milliseconds since 1970; the call's time if that is earlier. If the stored order was read
        /// later, it stays. Without it, the call is later than what is stored.
        as_of: Option<AsOf>, or AsOf::RULE.0;
        /// `pending` and `failed` prove no purchase. `deleted` does what DELETE does; then only `as_of` and `system_id` are
        /// read.
        status: OrderStatus, or "`status` must be one of pending, placed, fulfilled, delivered, failed, cancelled, refunded, deleted.";
        /// Omit if unknown.
        buyer: Option<BuyerInput>,
            or "`buyer` must be an object with `email` and, optionally, `name`; omit it if unknown.";
        /// Whether the shop removed the buyer; `buyer` must be null then. The plug-in's orders lose the buyer for good.
        anonymised: Option<bool> = false, or "`anonymised` must be true or false, and `buyer` null with true.";
        /// ISO 4217, upper or lower case. Required unless `status` is `deleted`.
        currency: Lenient<Currency>;
        placed_at: Maybe<Time>, or "`placed_at` must be a time after 1970 such as \"2026-11-20T06:00:00Z\"; omit it if unknown.";
        /// When it was completed, for a shop that reports no shipments; null takes a completion back.
        completed_at: Maybe<Time>, or "`completed_at` must be a time after 1970 such as \"2026-11-23T10:00:00Z\"; omit it if it is not completed.";
        /// When it was delivered; `completed_at` if you do not know that. Reviews have the day as `experienced_at`.
        delivered_at: Maybe<Time>, or "`delivered_at` must be a time after 1970 such as \"2026-11-23T10:00:00Z\"; omit it if unknown.";
        /// `true` if omitted. An order that is not paid proves no purchase.
        paid: Option<bool>, or "`paid` must be true or false; omit it for true.";
        /// Required unless `status` is `deleted`. What does not fit into 280,000 bytes is cut.
        lines: Lenient<Vec<Tried<OrderLineInput>>>, as OrderLineInput::shape().kind.list(None, Some(Order::LINES_MAX)), or Order::LINES_RULE.0;
        /// The order's own id in the shop's system, if that is not its number. Orders are told apart by it: a number may repeat.
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

const SYSTEM_ID_RULE: Invalid =
    Invalid("`system_id` must have 1 to 64 letters, digits, hyphens, underscores, dots and colons.");
const SHIPMENTS_MAX: usize = 100;
const SHIPMENTS_RULE: Invalid = Invalid("`shipments` must be a list of at most 100 objects.");
const SHIPPED_RULE: Invalid = Invalid("A shipment's `lines` must be a list of objects with `id` and `quantity`.");

domain::reads_text! {
    Time: Timestamp = |text| parse_time(text).filter(|at| *at > Timestamp::UNIX_EPOCH).ok_or(UNSAID), Kind::Time;
    SystemId: String = |text| OrderPlace::is_id(text).then(|| text.to_owned()).ok_or(UNSAID),
        Text { pattern: Some("^[A-Za-z0-9_.:-]{1,64}$"), ..Text::default() };
    PartId: String = |text| {
        let fits = (1..=ID_CHARACTERS_MAX).contains(&text.chars().count()) && !text.chars().any(char::is_control);
        fits.then(|| text.to_owned()).ok_or(UNSAID)
    }, Text::between(1, ID_CHARACTERS_MAX);
    Tag: String = |text| Language::of_tag(text).map(|_| text.to_owned()), LanguageTag::shape().kind;
}

const ID_CHARACTERS_MAX: usize = 64;

const ORDER_ID_RULE: Invalid = Invalid("The order's id must have 1 to 255 characters; percent-encode it in a path.");
const SAME_ID_RULE: Invalid = Invalid("`id` must be the id in the path; omit it, or fix either.");

/// What a call says about an order.
pub(crate) struct SaidOrder {
    pub order: Order,
    /// Whether the call says when the order was read. Otherwise it was read after everything that is stored.
    pub is_dated: bool,
}

/// The place of the order with this number that a call writes: by its own id or, without one, by its number.
pub(crate) fn place(system: ShopSystem, number: &OrderId, id: Option<String>) -> OrderPlace {
    let of_number = || {
        let number = number.as_str();
        if OrderPlace::is_id(number) { number.to_owned() } else { sha256_hex(number.as_bytes()) }
    };
    OrderPlace { system, id: id.unwrap_or_else(of_number) }
}

/// The deletion of an order.
pub(crate) fn deleted(number: OrderId, place: OrderPlace, at: Timestamp) -> Order {
    Order { id: number, deleted_at: Some(at), ..Order::unknown(place) }
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

    /// Reads the order with the path's id, which `system` wrote. In a row of a POST, only what the order cannot be without refuses
    /// it; what else is wrong counts as unknown, because nobody corrects it.
    pub(crate) fn parse(self, id: &str, system: ShopSystem, now: Timestamp, is_row: bool) -> Result<SaidOrder, Error> {
        let id = order_id(id).map_err(Error::field("id"))?;
        if self.id?.is_some_and(|again| order_id(&again).as_ref() != Ok(&id)) {
            return Err(Error::field("id")(SAME_ID_RULE));
        }
        let (status, as_of) = (self.status?, self.as_of?);
        let (is_dated, as_of) = (as_of.is_some(), as_of.map_or(now, |as_of| as_of.min(now)));
        let place = place(system, &id, self.system_id?);
        if status == OrderStatus::Deleted {
            return Ok(SaidOrder { order: deleted(id, place, as_of), is_dated });
        }
        let (is_anonymised, completed_at) = (self.anonymised? == Some(true), self.completed_at?);
        let buyer = self.buyer.and_then(|buyer| buyer.map(|buyer| buyer.parse(is_row)).transpose());
        let buyer = lenient(buyer, is_row, None)?;
        if is_anonymised && buyer.is_some() {
            return Err(Error::field("anonymised")(Invalid("With `anonymised`, `buyer` must be null.")));
        }
        let shipments = self.shipments?.unwrap_or_default();
        let refused = |_| Error::field("shipments")(SHIPMENTS_RULE);
        if shipments.len() > SHIPMENTS_MAX {
            return Err(refused(UNSAID));
        }
        let shipments = shipments.into_iter().map(|one| one.map_err(refused)?.parse(as_of));
        let order = Order {
            id,
            as_of: Some(as_of),
            reported: status,
            buyer,
            language: lenient(self.language, is_row, None)?,
            tags: lenient(self.tags, is_row, None)?.unwrap_or_default(),
            agrees: self.agrees?,
            currency: lenient(self.currency, is_row, Currency::none())?,
            lines: order_lines(self.lines?, is_row)?,
            country: lenient(self.country, is_row, None)?,
            is_test: self.test? == Some(true),
            is_in_store: self.in_store? == Some(true),
            is_unpaid: self.paid? == Some(false),
            placed_at: self.placed_at?,
            completed_at: self.delivered_at?.or(completed_at),
            shipments: shipments.collect::<Result<_, _>>()?,
            is_anonymised,
            ..Order::unknown(place)
        };
        Ok(SaidOrder { order, is_dated })
    }
}

impl BuyerInput {
    fn parse(self, is_row: bool) -> Result<Buyer, Error> {
        Ok(Buyer { email: self.email?, name: lenient(self.name, is_row, None)? })
    }
}

impl OrderLineInput {
    /// Reads the line with this place in the order. The field's error code is the same for every line.
    fn parse(self, place: usize, is_row: bool) -> Result<OrderLine, Error> {
        let item: Option<ProductId> = lenient(self.catalog_item_id, is_row, None)?;
        let title = self.title?;
        let title = match Title::parse(&title) {
            Err(_) if is_row => Title::cut(&title, item.as_ref().map_or("", ProductId::as_str)),
            title => title.map_err(Error::field("line_title"))?,
        };
        let quantity = self.quantity?.unwrap_or(Quantity::ONE);
        let refunded = self.refunded_quantity?.map_or(Ok(quantity), |refunded| quantity.with_refunded(refunded));
        let all = Quantity::stored(quantity.bought(), quantity.bought());
        let variant: Option<Title> = lenient(self.variant, is_row, None)?;
        let named = variant.map(|variant| Title::cut(&format!("{} - {}", title.as_str(), variant.as_str()), ""));
        Ok(OrderLine {
            id: self.id?.unwrap_or_else(|| place.to_string()),
            item,
            catalog_title: named.is_some().then(|| title.clone()),
            title: named.unwrap_or(title),
            image_url: lenient(self.image_url, is_row, None)?,
            url: lenient(self.url, is_row, None)?,
            unit_price: lenient(self.unit_price, is_row, Amount::stored(0))?,
            quantity: lenient(refunded.map_err(Error::field("line_refunded_quantity")), is_row, all)?,
            is_gift_card: self.gift_card? == Some(true),
            needs_no_shipping: self.ships? == Some(false),
            is_part: self.part_of?.is_some(),
            sku: lenient(self.sku, is_row, None)?,
            gtin: lenient(self.gtin, is_row, None)?,
        })
    }
}

impl ShipmentInput {
    fn parse(self, as_of: Timestamp) -> Result<(String, Shipment), Error> {
        let refused = |_| Error::field("shipment_lines")(SHIPPED_RULE);
        let lines = self.lines?.unwrap_or_default().into_iter().map(|line| {
            let ShippedInput { id, quantity } = line.map_err(refused)?;
            Ok((id?, quantity?.unwrap_or(Quantity::ONE).bought()))
        });
        let lines = lines.collect::<Result<_, Error>>()?;
        let (left_at, arrived_at) = (self.left_at?, self.arrived_at?);
        let status = match left_at {
            _ if self.taken_back? == Some(true) => ShipmentStatus::TakenBack,
            Some(_) => ShipmentStatus::Left,
            None => ShipmentStatus::Waiting,
        };
        Ok((self.id?, Shipment { as_of, status, lines, left_at, arrived_at }))
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
fn order_lines(mut lines: Vec<Result<OrderLineInput, Invalid>>, is_row: bool) -> Result<Vec<OrderLine>, Error> {
    let refused = |_| Error::field("lines")(Order::LINES_RULE);
    if is_row {
        lines.retain(|line| line.as_ref().is_ok_and(|line| line.quantity.is_ok()));
        lines.truncate(Order::LINES_MAX);
    }
    if lines.len() > Order::LINES_MAX {
        return Err(refused(UNSAID));
    }
    lines.into_iter().enumerate().map(|(place, line)| line.map_err(refused)?.parse(place + 1, is_row)).collect()
}

edge::shown! {
    pub(crate) struct OrderBody as Order ((order, ask): (&Order, Option<Asked<'_>>)) {
        id: String = order.id.as_str();
        status: OneOf<OrderStatus> = order.status();
        buyer: Option<BuyerBody> = order.buyer.as_ref();
        currency: String = order.currency.as_str(), as pattern("^[A-Z]{3}$");
        placed_at: Option<ShownTime> = order.placed_at;
        delivered_at: Option<ShownTime> = order.delivered_at();
        /// `false` if the shop said so, or deleted an order that proved nothing.
        paid: bool = !order.is_unpaid && (order.proves(None) || !order.is_deleted());
        lines: Vec<LineBody> = &order.lines;
        /// What becomes of it, if a connection asks about it.
        ask: Absent<AskBody> = ask;
    }

    /// What becomes of an order, for the key of its connection.
    pub(crate) struct OrderAskedBody as OrderAsked (ask: Asked<'_>) {
        ask: AskBody = ask;
    }

    /// When the buyer is asked, or was, and about which products; or why nobody is.
    struct AskBody as OrderAsk ((ask, base_url): Asked<'_>) {
        /// In one or two sentences. The answer to a PUT does not say it.
        text: Absent<String> = is_followed(ask).then_some(&*ask.text);
        /// When the email is due, before the send window; or when it was sent.
        at: Absent<ShownTime> = ask.at;
        products: Absent<Vec<String>> = Some(ids(&ask.products)).filter(|products| !products.is_empty());
        reason: Absent<OneOf<NoAsk>> = ask.reason;
        /// The review request.
        request_id: Absent<String> = ask.request.map(|id| id.to_string());
        /// Whether its email waits and can be sent now.
        may_ask: Absent<bool> = is_followed(ask).then_some(ask.may_ask);
        /// Whether the shop can still say that nobody is to be asked.
        may_stop: Absent<bool> = is_followed(ask).then_some(ask.may_stop);
        /// The review or, before it, the request, in the console.
        url: Absent<String> = page(ask, base_url);
    }

    struct BuyerBody as Buyer (buyer: &Buyer) {
        email: String = buyer.email.as_typed();
        name: Option<String> = buyer.name.as_ref().map(PersonName::as_str);
    }

    struct LineBody as OrderLine (line: &OrderLine) {
        catalog_item_id: Option<String> = line.item.as_ref().map(ProductId::as_str);
        title: String = line.catalog_title.as_ref().filter(|_| line.variant().is_some()).unwrap_or(&line.title).as_str();
        variant: Option<String> = line.variant();
        image_url: Option<String> = line.image_url.as_ref().map(HttpsUrl::as_str);
        url: Option<String> = line.url.as_ref().map(HttpsUrl::as_str);
        /// In the currency's smallest unit.
        unit_price: u64 = line.unit_price.units();
        quantity: u32 = line.quantity.bought();
        refunded_quantity: u32 = line.quantity.refunded();
    }
}

/// What becomes of an order, and the start of the URLs of our pages.
pub(crate) type Asked<'a> = (&'a OrderAsk, &'a str);

/// Whether it is more than a plan, which has no words.
const fn is_followed(ask: &OrderAsk) -> bool {
    !ask.text.is_empty()
}

/// The answer to a GET; a connection's key gets only what becomes of the order.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum OrderAnswer {
    Whole(OrderBody),
    Asked(OrderAskedBody),
}

impl PartialSchema for OrderAnswer {
    /// `anyOf` and not `oneOf`, because a whole order says what becomes of it, too.
    fn schema() -> RefOr<Schema> {
        let either = AnyOfBuilder::new().item(Ref::from_schema_name(OrderBody::name()));
        Schema::from(either.item(Ref::from_schema_name(OrderAskedBody::name())).build()).into()
    }
}

impl ToSchema for OrderAnswer {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        OrderBody::schemas(schemas);
        OrderAskedBody::schemas(schemas);
        schemas.push((OrderAskedBody::name().into_owned(), OrderAskedBody::schema()));
        schemas.push((OrderBody::name().into_owned(), OrderBody::schema()));
    }
}

/// What becomes of an order by a plan, before anybody followed it.
pub(crate) fn planned(plan: OrderPlan) -> OrderAsk {
    match plan {
        Ok(ask) => OrderAsk { at: Some(ask.due_at), products: ask.products.into_vec(), ..OrderAsk::default() },
        Err(reason) => OrderAsk { reason: Some(reason), ..OrderAsk::default() },
    }
}

fn page(OrderAsk { request, review, .. }: &OrderAsk, base_url: &str) -> Option<String> {
    let page = review.map(|review| format!("reviews/{review}"));
    let page = page.or_else(|| request.map(|request| format!("requests/{request}")));
    page.map(|page| format!("{}/console/{page}", base_url.trim_end_matches('/')))
}

fn ids(products: &[ProductId]) -> Vec<String> {
    products.iter().map(|id| id.as_str().to_owned()).collect()
}
