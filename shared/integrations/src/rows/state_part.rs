//! The state of an order as it is stored: JSON, sealed as a whole.

use std::collections::{BTreeMap, BTreeSet};

use domain::{HttpsUrl, Product, ProductId, Title};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::table::{instant, known};
use store::{Error, IdentifiersPart};

use crate::rules::{Arrival, Latest, NamedPerson, OrderState, ShipmentState, Stamped, StateLine};

/// A value with its time in milliseconds.
type LatestPart<T> = Option<(i64, T)>;

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
pub(super) struct StatePart {
    number: LatestPart<String>,
    status: LatestPart<String>,
    email: LatestPart<String>,
    name: LatestPart<String>,
    locale: LatestPart<String>,
    country: LatestPart<String>,
    currency: LatestPart<String>,
    tags: LatestPart<BTreeSet<String>>,
    test: LatestPart<bool>,
    in_store: LatestPart<bool>,
    placed: LatestPart<i64>,
    completed: LatestPart<Option<i64>>,
    lines: LatestPart<Vec<LinePart>>,
    deleted: LatestPart<bool>,
    shipments: BTreeMap<String, ShipmentPart>,
    refunds: BTreeMap<String, BTreeMap<String, u32>>,
}

#[derive(Serialize, Deserialize)]
struct LinePart {
    id: String,
    product: Option<String>,
    title: String,
    quantity: u32,
    current: Option<u32>,
    price: u64,
    image: Option<String>,
    #[serde(default)]
    gift_card: bool,
}

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct ShipmentPart {
    created: Option<i64>,
    status: LatestPart<String>,
    lines: LatestPart<BTreeMap<String, u32>>,
    delivered: Option<i64>,
    seen_delivered: Option<i64>,
}

/// The content of a call.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ArrivalPart {
    Order {
        id: String,
        state: Box<StatePart>,
    },
    Product {
        id: String,
        title: String,
        image: Option<String>,
        url: Option<String>,
        identifiers: IdentifiersPart,
        at: i64,
    },
    Export {
        email: Option<String>,
        phone: Option<String>,
        call: String,
    },
    Erase {
        email: Option<String>,
        phone: Option<String>,
        call: String,
    },
    Uninstalled,
    EraseShop,
}

fn part<T, P>(latest: &Latest<T>, convert: impl Fn(&T) -> P) -> LatestPart<P> {
    latest.as_ref().map(|Stamped { at, value }| (at.as_millisecond(), convert(value)))
}

fn read<P, T>(part: LatestPart<P>, convert: impl Fn(P) -> Result<T, Error>) -> Result<Latest<T>, Error> {
    part.map(|(at, value)| Ok(Stamped { at: instant(at)?, value: convert(value)? })).transpose()
}

impl From<&OrderState> for StatePart {
    fn from(state: &OrderState) -> Self {
        let OrderState {
            number,
            status,
            email,
            name,
            locale,
            country,
            currency,
            tags,
            is_test,
            is_in_store,
            placed_at,
            completed_at,
            lines,
            is_deleted,
            shipments,
            refunds,
        } = state;
        let text = |latest: &Latest<String>| part(latest, Clone::clone);
        let ms = |at: &Timestamp| at.as_millisecond();
        Self {
            number: text(number),
            status: part(status, |status| status.as_str().to_owned()),
            email: text(email),
            name: text(name),
            locale: text(locale),
            country: text(country),
            currency: text(currency),
            tags: part(tags, Clone::clone),
            test: part(is_test, |flag| *flag),
            in_store: part(is_in_store, |flag| *flag),
            placed: part(placed_at, ms),
            completed: part(completed_at, |at| at.as_ref().map(ms)),
            lines: part(lines, |lines| lines.iter().map(LinePart::from).collect()),
            deleted: part(is_deleted, |flag| *flag),
            shipments: shipments.iter().map(|(id, shipment)| (id.clone(), shipment.into())).collect(),
            refunds: refunds.clone(),
        }
    }
}

impl StatePart {
    pub(super) fn read(self) -> Result<OrderState, Error> {
        let Self {
            number,
            status,
            email,
            name,
            locale,
            country,
            currency,
            tags,
            test,
            in_store,
            placed,
            completed,
            lines,
            deleted,
            shipments,
            refunds,
        } = self;
        let shipment = |(id, part): (String, ShipmentPart)| Ok::<_, Error>((id, part.read()?));
        Ok(OrderState {
            number: read(number, Ok)?,
            status: read(status, |word| known(&word))?,
            email: read(email, Ok)?,
            name: read(name, Ok)?,
            locale: read(locale, Ok)?,
            country: read(country, Ok)?,
            currency: read(currency, Ok)?,
            tags: read(tags, Ok)?,
            is_test: read(test, Ok)?,
            is_in_store: read(in_store, Ok)?,
            placed_at: read(placed, instant)?,
            completed_at: read(completed, |at| at.map(instant).transpose())?,
            lines: read(lines, |lines| Ok(lines.into_iter().map(StateLine::from).collect()))?,
            is_deleted: read(deleted, Ok)?,
            shipments: shipments.into_iter().map(shipment).collect::<Result<_, _>>()?,
            refunds,
        })
    }
}

impl From<&StateLine> for LinePart {
    fn from(line: &StateLine) -> Self {
        let StateLine { id, product, title, quantity, current, unit_price, image_url, is_gift_card } = line.clone();
        Self { id, product, title, quantity, current, price: unit_price, image: image_url, gift_card: is_gift_card }
    }
}

impl From<LinePart> for StateLine {
    fn from(part: LinePart) -> Self {
        let LinePart { id, product, title, quantity, current, price, image, gift_card } = part;
        Self { id, product, title, quantity, current, unit_price: price, image_url: image, is_gift_card: gift_card }
    }
}

impl From<&ShipmentState> for ShipmentPart {
    fn from(shipment: &ShipmentState) -> Self {
        let ShipmentState { created_at, status, lines, delivered_at, seen_delivered_at } = shipment;
        let ms = |at: &Option<Timestamp>| at.map(Timestamp::as_millisecond);
        Self {
            created: ms(created_at),
            status: part(status, |status| status.as_str().to_owned()),
            lines: part(lines, Clone::clone),
            delivered: ms(delivered_at),
            seen_delivered: ms(seen_delivered_at),
        }
    }
}

impl ShipmentPart {
    fn read(self) -> Result<ShipmentState, Error> {
        let Self { created, status, lines, delivered, seen_delivered } = self;
        Ok(ShipmentState {
            created_at: created.map(instant).transpose()?,
            status: read(status, |word| known(&word))?,
            lines: read(lines, Ok)?,
            delivered_at: delivered.map(instant).transpose()?,
            seen_delivered_at: seen_delivered.map(instant).transpose()?,
        })
    }
}

impl From<&Arrival> for ArrivalPart {
    fn from(arrival: &Arrival) -> Self {
        match arrival.clone() {
            Arrival::Order { id, state } => Self::Order { id, state: Box::new((&*state).into()) },
            Arrival::Product(product, at) => {
                let Product { id, title, image_url, url, identifiers } = *product;
                let string = |url: Option<HttpsUrl>| url.map(|url| url.as_str().to_owned());
                Self::Product {
                    id: id.as_str().to_owned(),
                    title: title.as_str().to_owned(),
                    image: string(image_url),
                    url: string(url),
                    identifiers: identifiers.into(),
                    at: at.as_millisecond(),
                }
            }
            Arrival::Export(NamedPerson { email, phone, call }) => Self::Export { email, phone, call },
            Arrival::Erase(NamedPerson { email, phone, call }) => Self::Erase { email, phone, call },
            Arrival::Uninstalled => Self::Uninstalled,
            Arrival::EraseShop => Self::EraseShop,
        }
    }
}

impl ArrivalPart {
    pub(super) fn read(self) -> Result<Arrival, Error> {
        Ok(match self {
            Self::Order { id, state } => Arrival::Order { id, state: Box::new(state.read()?) },
            Self::Product { id, title, image, url, identifiers, at } => {
                let product = Product {
                    id: ProductId::in_catalog(&id)?,
                    title: Title::parse(&title)?,
                    image_url: image.map(HttpsUrl::stored),
                    url: url.map(HttpsUrl::stored),
                    identifiers: identifiers.into(),
                };
                Arrival::Product(Box::new(product), instant(at)?)
            }
            Self::Export { email, phone, call } => Arrival::Export(NamedPerson { email, phone, call }),
            Self::Erase { email, phone, call } => Arrival::Erase(NamedPerson { email, phone, call }),
            Self::Uninstalled => Arrival::Uninstalled,
            Self::EraseShop => Arrival::EraseShop,
        })
    }
}
