//! The JSON of connections to shops' own systems.

use std::borrow::Cow;

use domain::values::value::{Kind, Maybe, Shape, Text, Value as _};
use domain::values::{InboundId, Invalid, RequestId, ShopSystem, Tenant};
use integrations::{
    AskRules, AskRulesChange, ForgedCalls, Inbound, InboundResult, InboundSecret, Integration, IntegrationChange,
    RULES, Rule, inbound_url,
};
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::error::Error;
use crate::input::{Body, Property, object};
use crate::shown;
use crate::shown::{Field, Of, OneOf, SerializeMap, Shown, Time, Url};

const SECRET_RULE: Invalid = Invalid("`secret` must be a string; omit it to keep the one that there is.");

/// The system in a path. Any other word counts as a system that is not connected.
pub fn system(segment: &str) -> Result<ShopSystem, app::error::Error> {
    ShopSystem::parse(segment).ok_or(app::error::Error::NotFound)
}

/// A PUT of a connection.
pub struct IntegrationInput(Result<IntegrationChange, Error>);

impl IntegrationInput {
    pub fn parse(self) -> Result<IntegrationChange, Error> {
        self.0
    }

    fn read(body: &Body) -> Result<IntegrationChange, Error> {
        let secret = Maybe::<String>::read(body.get("secret")).map_err(|_| Error::field("secret")(SECRET_RULE))?;
        let rules = AskRulesChange::read(|name| body.get(name)).map_err(|(field, rule)| Error::field(field)(rule))?;
        Ok(IntegrationChange { secret, rules, ..IntegrationChange::default() /* Shopify names the shop */ })
    }
}

impl<'de> Deserialize<'de> for IntegrationInput {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Self::read(&Body::deserialize(deserializer)?)))
    }
}

const SECRET: &[&str] =
    &["The secret with which Shopify signs its calls, required to connect it. A new secret counts as a rotation."];

impl PartialSchema for IntegrationInput {
    fn schema() -> RefOr<Schema> {
        let kind = Kind::Text(Text::between(8, 200));
        let shape = Shape { kind, is_nullable: true, is_required: false };
        let secret = Property { name: "secret", about: SECRET, shape, default: None, example: None, schema: None };
        let about = "A connection to a shop's own system. Omitted fields keep their value, or get their default.";
        object(&[about], [secret].into_iter().chain(RULES.iter().map(given))).into()
    }
}

impl ToSchema for IntegrationInput {
    fn name() -> Cow<'static, str> {
        "IntegrationChange".into()
    }
}

fn given(rule: &Rule) -> Property {
    let shape = (rule.given)();
    // Lists, words and the start say theirs in words.
    let has_default = matches!(shape.kind, Kind::Whole(..) | Kind::Flag);
    let default = has_default.then(|| (rule.get)(&AskRules::new(Timestamp::UNIX_EPOCH)));
    Property { name: rule.name, about: rule.about, shape, default, example: None, schema: None }
}

/// The rules among a connection's fields.
struct ShownRules(AskRules);

impl Serialize for ShownRules {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(RULES.iter().map(|rule| (rule.name, (rule.get)(&self.0))))
    }
}

impl Shown for ShownRules {
    fn shape() -> Shape {
        Kind::Open.required()
    }

    fn fields(_: Property) -> Vec<Field> {
        let shown = |rule: &Rule| {
            // An answer promises no bounds.
            let kind = match (rule.given)().kind {
                Kind::Whole(..) => Kind::Count(0, 32),
                Kind::List(of, ..) => of.list(None, None),
                kind => kind,
            };
            Property { shape: kind.required(), default: None, ..given(rule) }
        };
        RULES.iter().map(|rule| Field { flat: false, property: shown(rule) }).collect()
    }

    fn put<M: SerializeMap>(&self, _: &'static str, object: &mut M) -> Result<(), M::Error> {
        RULES.iter().try_for_each(|rule| object.serialize_entry(rule.name, &(rule.get)(&self.0)))
    }
}

impl Of<&AskRules> for ShownRules {
    fn of(rules: &AskRules) -> Self {
        Self(rules.clone())
    }
}

const fn state(is_asking: bool, is_silent: bool) -> &'static str {
    match (is_asking, is_silent) {
        (false, _) => "off",
        (true, true) => "silent",
        (true, false) => "active",
    }
}

fn states() -> Kind {
    Kind::Word(vec!["active", "silent", "off"])
}

/// A connection of this tenant, as it is now, with the URL of its system's calls.
pub type ShownIntegration<'a> = (&'a Integration, &'a str, &'a Tenant, Timestamp);

shown! {
    /// A connection to a shop's own system.
    pub struct IntegrationBody as Integration ((integration, base_url, tenant, now): ShownIntegration<'_>) {
        /// `shopify`, `woocommerce` or `own`.
        platform: String = integration.record.system.as_str();
        /// The URL to paste into Shopify; `null` for the others, which have a key.
        url: Option<Url> = integration.record.secret.as_ref().map(|_| inbound_url(base_url, tenant, integration.record.system));
        /// `active`; `silent` if no order came for much longer than usual, which `own` never is; `off` after the shop uninstalled the app in its
        /// system, until a PUT connects it again.
        state: String = state(integration.record.is_asking, integration.usual.is_silent(now)), as states();
        /// The last four characters of the secret; `null` for the others.
        secret_hint: Option<String> = integration.record.secret.as_ref().map(InboundSecret::hint);
        /// When the last call came.
        last_delivery_at: Option<Time> = integration.usual.last_call_at;
        /// When one of Shopify's three compliance topics last came; `null` if none has come, which usually means that no app
        /// is set up for them.
        last_privacy_call_at: Option<Time> = integration.record.privacy_called_at;
        /// The calls that were rejected because another secret signed them, although they have the headers of the shop's own;
        /// `null` if there are none, or a call was accepted more than a day after the last of them.
        wrong_secret: Option<WrongSecretBody> = integration.usual.forged;
        /// The average number of orders a day, over the last 28 days.
        usual_a_day: f64 = (integration.usual.a_day() * 10.0).round() / 10.0;
        rules: ShownRules = &integration.record.rules;
    }

    /// Rejected calls from a shop's system.
    struct WrongSecretBody as WrongSecret (forged: ForgedCalls) {
        /// The number of calls in the seven days before the last one. The first of a minute counts at once, the others with the
        /// next one.
        calls: u32 = forged.count;
        last_at: Time = forged.last_at;
    }

    /// All connections of a shop.
    pub struct IntegrationsBody as Integrations (integrations: Vec<ShownIntegration<'_>>) {
        /// One for each system.
        integrations: Vec<IntegrationBody> = integrations;
    }

    /// The answer to a deletion.
    pub struct Disconnected(_deleted: ()) {
        /// Always `true`.
        ok: bool = true;
    }

    /// The last calls of a system.
    pub struct InboundsBody as IntegrationDeliveries (calls: Vec<Inbound>) {
        deliveries: Vec<InboundBody> = calls;
    }

    /// A call from a system.
    struct InboundBody as IntegrationDelivery (call: Inbound) {
        id: u64 = InboundId::get(call.id);
        /// What happened, in the system's own word.
        topic: String = call.topic;
        /// The order's number as people know it or, if that is unknown, the order's id.
        order_id: Option<String> = call.order;
        received_at: Time = call.id.minted_at();
        /// `asked`: a request was due at once. `planned`: a request waits. `stopped`: a waiting request was withdrawn.
        /// `ignored`: nothing followed. `refused`: the call could not be read, or is not what it says. `null` for some
        /// seconds, until the call is processed; for `shop/redact`, 48 hours.
        result: Option<OneOf<InboundResult>> = call.result;
        /// The reason, as a code; for an export or erasure, its receipt.
        reason: Option<String> = call.reason;
        /// The request that the call led to.
        request_id: Option<u64> = call.request.map(RequestId::get);
        /// Fields that were ignored because their type is not the documented type, such as `line_items.image.src`.
        ignored_fields: Vec<String> = call.ignored;
    }
}
