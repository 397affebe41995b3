//! The JSON of connections to shops' own systems.

use domain::values::value::{Kind, Lenient, Maybe, Text};
use domain::values::{Country, InboundId, RequestId, ShopSystem, Tenant};
use integrations::{
    AskAfter, AskRules, AskRulesChange, Consent, ForgedCalls, Inbound, InboundResult, InboundSecret, Integration,
    IntegrationChange, IntegrationRecord, UsualOrders, inbound_url,
};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::Object;

use super::seconds;
use crate::error::Error;
use crate::input;
use crate::openapi::{words, words_of, words_of_or_null};

const SECRET_RULE: &str = "`secret` must be a string; omit it to keep the one that there is.";

/// The system in a path. Any other word counts as a system that is not connected.
pub fn system(segment: &str) -> Result<ShopSystem, app::error::Error> {
    ShopSystem::parse(segment).ok_or(app::error::Error::NotFound)
}

input! {
    /// A connection to a shop's own system. Omitted fields keep their value, or get their default.
    pub struct IntegrationInput as IntegrationChange {
        /// The secret with which Shopify signs its calls, required to connect it. A new secret counts as a rotation.
        secret: Maybe<String>, as secret(), or SECRET_RULE;
        /// How many days after the last shipment a customer is asked. `after` says whether the days count from its delivery
        /// or from its dispatch. The customer is asked at the latest 30 days after the first shipment, even if no delivery was
        /// reported.
        ask_days_after: Option<f64> = 7, as Kind::Whole(0, AskRules::DAYS_MAX.into()), or AskRules::DAYS_AFTER_RULE.0;
        // The event from which `ask_days_after` counts.
        after: Lenient<Maybe<AskAfter>>, or "`after` must be delivered or fulfilled; omit it to keep it.";
        /// Whether customers get something for a review, whatever the stars. Their reviews are then marked as
        /// `incentivized`.
        incentivized: Option<bool> = false, or "`incentivized` must be true or false; omit it to keep it.";
        /// Customers are asked only about orders from these countries; all countries if empty.
        countries: Option<Vec<Country>>, as Kind::strings(None),
            or "`countries` must be a list of codes of ISO 3166-1, such as [\"DE\"]; [] for all.";
        /// Customers are not asked about orders with one of these tags. Upper and lower case are the same.
        tags_excluded: Option<Vec<String>>, as Kind::strings(Some(AskRules::TAGS_MAX)), or AskRules::TAGS_RULE.0;
        /// Customers are not asked about products with one of these ids, SKUs, types or tags, as the system names them. Upper and
        /// lower case are the same.
        products_excluded: Option<Vec<String>>, as Kind::strings(Some(AskRules::PRODUCTS_MAX)), or AskRules::PRODUCTS_RULE.0;
        // Who is asked: everybody (`any`), or only customers who agreed to `marketing`. Shopify reports this for each
        // order; WooCommerce's plug-in does if its *Consent field* is set.
        consent: Lenient<Option<Consent>>, or "`consent` must be any or marketing; omit it to keep it.";
        /// Orders first shipped before this time are never asked about. Defaults to the time of connection.
        since: Maybe<Timestamp>, or "`since` must be a time such as 2026-11-22T00:00:00Z; omit it to keep it.";
    }
}

fn secret() -> Kind {
    Kind::Text(Text::between(8, 200))
}

impl IntegrationInput {
    pub fn parse(self) -> Result<IntegrationChange, Error> {
        Ok(IntegrationChange {
            secret: self.secret?,
            domain: None, // Shopify names it
            rules: AskRulesChange {
                ask_days_after: self.ask_days_after?,
                after: self.after?,
                incentivized: self.incentivized?,
                countries: self.countries?,
                tags_excluded: self.tags_excluded?,
                products_excluded: self.products_excluded?,
                consent: self.consent?,
                since: self.since?,
            },
        })
    }
}

/// A connection to a shop's own system.
#[derive(Serialize, ToSchema)]
#[schema(as = Integration)]
pub struct IntegrationBody {
    /// `shopify` or `woocommerce`.
    platform: &'static str,
    /// The URL to paste into Shopify; `null` for WooCommerce, whose plug-in has a key.
    #[schema(required, format = "uri")]
    url: Option<String>,
    /// `active`; `silent` if no order came for much longer than usual; `off` after the shop uninstalled the app in its
    /// system, until a PUT connects it again.
    #[schema(schema_with = states)]
    state: &'static str,
    /// The last four characters of the secret; `null` for WooCommerce.
    #[schema(required)]
    secret_hint: Option<String>,
    /// When the last call came.
    #[schema(required, format = DateTime)]
    last_delivery_at: Option<String>,
    /// When one of Shopify's three compliance topics last came; `null` if none has come, which usually means that no app
    /// is set up for them.
    #[schema(required, format = DateTime)]
    last_privacy_call_at: Option<String>,
    /// The calls that were rejected because another secret signed them, although they have the headers of the shop's own;
    /// `null` if there are none, or a call was accepted more than a day after the last of them.
    #[schema(required)]
    wrong_secret: Option<WrongSecretBody>,
    /// The average number of orders a day, over the last 28 days.
    usual_a_day: f64,
    ask_days_after: u8,
    #[schema(schema_with = words_of::<AskAfter>)]
    after: &'static str,
    incentivized: bool,
    countries: Vec<&'static str>,
    tags_excluded: Vec<String>,
    products_excluded: Vec<String>,
    #[schema(schema_with = words_of::<Consent>)]
    consent: &'static str,
    #[schema(format = DateTime)]
    since: String,
}

/// Rejected calls from a shop's system.
#[derive(Serialize, ToSchema)]
#[schema(as = WrongSecret)]
struct WrongSecretBody {
    /// The number of calls in the seven days before the last one. The first of a minute counts at once, the others with the
    /// next one.
    calls: u32,
    #[schema(format = DateTime)]
    last_at: String,
}

const fn state(is_asking: bool, is_silent: bool) -> &'static str {
    match (is_asking, is_silent) {
        (false, _) => "off",
        (true, true) => "silent",
        (true, false) => "active",
    }
}

fn states() -> Object {
    words(["active", "silent", "off"])
}

impl IntegrationBody {
    pub fn new(Integration { record, usual }: &Integration, base_url: &str, tenant: &Tenant, now: Timestamp) -> Self {
        let IntegrationRecord {
            system,
            secret,
            earlier: _,
            plug_in: _, // the console shows it
            domain: _,  // Shopify's calls name it
            rules,
            is_asking,
            created_at: _,
            privacy_called_at,
            ended_at: _,
            reading: _, // the console shows it
            version: _,
        } = record;
        let AskRules {
            ask_days_after,
            after,
            incentivized,
            countries,
            tags_excluded,
            products_excluded,
            consent,
            since,
        } = rules;
        let UsualOrders { last_call_at, forged, .. } = usual;
        Self {
            platform: system.as_str(),
            url: secret.as_ref().map(|_| inbound_url(base_url, tenant, *system)),
            state: state(*is_asking, usual.is_silent(now)),
            secret_hint: secret.as_ref().map(InboundSecret::hint),
            last_delivery_at: last_call_at.map(seconds),
            last_privacy_call_at: privacy_called_at.map(seconds),
            wrong_secret: forged
                .map(|ForgedCalls { count, last_at }| WrongSecretBody { calls: count, last_at: seconds(last_at) }),
            usual_a_day: (usual.a_day() * 10.0).round() / 10.0,
            ask_days_after: *ask_days_after,
            after: after.as_str(),
            incentivized: *incentivized,
            countries: countries.iter().map(|country| country.as_str()).collect(),
            tags_excluded: tags_excluded.clone(),
            products_excluded: products_excluded.clone(),
            consent: consent.as_str(),
            since: seconds(*since),
        }
    }
}

/// All connections of a shop.
#[derive(Serialize, ToSchema)]
#[schema(as = Integrations)]
pub struct IntegrationsBody {
    /// One for each system.
    pub integrations: Vec<IntegrationBody>,
}

/// The answer to a deletion.
#[derive(Serialize, ToSchema)]
pub struct Disconnected {
    /// Always `true`.
    pub ok: bool,
}

/// The last calls of a system.
#[derive(Serialize, ToSchema)]
#[schema(as = IntegrationDeliveries)]
pub struct InboundsBody {
    deliveries: Vec<InboundBody>,
}

/// A call from a system.
#[derive(Serialize, ToSchema)]
#[schema(as = IntegrationDelivery)]
struct InboundBody {
    id: u64,
    /// What happened, in the system's own word. `look` and `reading`: an order or product that Afterword read itself and could
    /// not take.
    topic: String,
    /// The order's number as people know it or, if that is unknown, the order's id.
    #[schema(required)]
    order_id: Option<String>,
    #[schema(format = DateTime)]
    received_at: String,
    /// `asked`: a request was due at once. `planned`: a request waits. `stopped`: a waiting request was withdrawn.
    /// `ignored`: nothing followed. `refused`: the call could not be read, or is not what it says. `null` for some
    /// seconds, until the call is processed; for `shop/redact`, 48 hours.
    #[schema(required, schema_with = words_of_or_null::<InboundResult>)]
    result: Option<&'static str>,
    /// The reason, as a code; for an export or erasure, its receipt.
    #[schema(required)]
    reason: Option<String>,
    /// The request that the call led to.
    #[schema(required)]
    request_id: Option<u64>,
    /// Fields that were ignored because their type is not the documented type, such as `line_items.image.src`.
    ignored_fields: Vec<String>,
}

impl InboundsBody {
    pub fn new(calls: Vec<Inbound>) -> Self {
        let row = |call: Inbound| {
            let Inbound { id, topic, order, system_id: _, domain: _, due_at: _, result, reason, request, ignored } =
                call;
            InboundBody {
                id: InboundId::get(id),
                topic,
                order_id: order,
                received_at: seconds(id.minted_at()),
                result: result.map(InboundResult::as_str),
                reason,
                request_id: request.map(RequestId::get),
                ignored_fields: ignored,
            }
        };
        Self { deliveries: calls.into_iter().map(row).collect() }
    }
}
