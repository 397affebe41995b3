//! The page of one system: whether it is connected, how, when its first email leaves, and what has been read of the shop.

use app::error::Error;
use askama::Template;
use axum::http::StatusCode;
use domain::values::ShopSystem;
use edge::native::integrations::IntegrationBody;
use integrations::{
    AskCounts, ForgedCalls, InboundSecret, Integration, IntegrationRecord, PlugIn, READ_PRODUCTS_MAX, ShopReading,
    ShopRefusal, ShopTopic, TopicWebhook, WebhookOutcome, compliance_lines, inbound_url,
};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::fields::{Kind, Refused, Shown, Spec, spec, value};
use crate::form::{Failure, Served};
use crate::pages::settings::paused;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};

pub(crate) const HERE: &str = "/console/connections";

/// The fields for Shopify's domain and for an app's keys. No page and no message shows the keys.
pub(super) const SHOPIFY_ACCESS: &[Spec] =
    &[spec("domain", Kind::Line("text", 200)), spec("app", Kind::Once(200)), spec("client_secret", Kind::Once(200))];
/// Only for Shopify, which makes the secret itself.
pub(super) const SECRET: &[Spec] = &[spec("secret", Kind::Line("text", 200))];

const RULES: &[Spec] = &[
    spec("after", Kind::One(&["delivered", "fulfilled"])),
    spec("ask_days_after", Kind::Number(0, 30)),
    spec("incentivized", Kind::Flag),
    spec("consent", Kind::One(&["any", "marketing"])),
    spec("countries", Kind::Codes),
    spec("tags_excluded", Kind::Words),
    spec("products_excluded", Kind::Words),
];
/// The last rules are exceptions, in one line until somebody unfolds them.
const EXCEPTIONS: usize = 4;

/// The rules of a system. WooCommerce knows no dispatch and no carrier: an order counts once it is completed.
pub(super) fn rules(system: ShopSystem) -> &'static [Spec] {
    if system == PlugIn::SYSTEM { &RULES[1..] } else { RULES }
}

/// The fields of a system's rules: those that are shown, and the exceptions.
pub(super) fn rule_fields(
    viewer: &Viewer,
    system: ShopSystem,
    now: &Value,
    refused: Option<Refused<'_>>,
) -> (Vec<Shown>, Vec<Shown>) {
    let (form, specs) = (viewer.form("sys"), rules(system));
    let refused =
        refused.filter(|refused| refused.name.is_empty() || specs.iter().any(|spec| spec.name == refused.name));
    let mut fields: Vec<_> = specs.iter().map(|spec| spec.show(&form, &now[spec.name], refused)).collect();
    if system == PlugIn::SYSTEM {
        fields[0].rename(viewer.texts.say("woo-ask_days_after").to_string());
    }
    let exceptions = fields.split_off(fields.len() - EXCEPTIONS);
    (fields, exceptions)
}

#[derive(Template)]
#[template(path = "connection.html")]
pub(super) struct ConnectionPage {
    pub shell: Shell,
    pub system: ShopSystem,
    /// `None` if the system is not connected.
    pub connected: Option<Connected>,
    /// The outcomes of the webhooks that were just made.
    pub webhooks: Vec<TopicWebhook>,
    /// The reason why none was made, or not all.
    pub refusal: Option<ShopRefusal>,
    /// The fields for the shop's address and a key.
    pub access: Vec<Shown>,
    pub secret: Vec<Shown>,
    pub rules: Vec<Shown>,
    pub exceptions: Vec<Shown>,
    /// How many exceptions there are.
    pub excepted: usize,
    /// What becomes of its orders: when the first email leaves, at the earliest. `None` if nobody is asked.
    pub asks: Option<Asking>,
    /// Whether the rules that were typed let an email leave within a day, so that the shop decides first whether to look at the list.
    pub is_soon: bool,
}

pub(super) struct Asking {
    text: String,
    /// Whether no email has left and none is held back, so that there is still time to look.
    may_pause: bool,
}

pub(super) struct Connected {
    integration: Integration,
    /// The address to which Shopify's calls go, or the lines for a program.
    url: String,
    state: &'static str,
    about: String,
    /// The calls that were rejected because of their secret.
    forged: Option<String>,
}

impl Connected {
    fn privacy_called_at(&self) -> Option<Timestamp> {
        self.integration.record.privacy_called_at
    }

    fn hint(&self) -> String {
        self.integration.record.secret.as_ref().map(InboundSecret::hint).unwrap_or_default()
    }
}

pub(super) fn tone(state: &str) -> &'static str {
    if state == "sys-active" { "" } else { " w0" }
}

impl ConnectionPage {
    /// What has been read of the shop; `None` if nothing was to be read.
    fn reading(&self) -> Option<&ShopReading> {
        self.connected.as_ref()?.integration.record.reading.as_ref()
    }

    fn is_secret_wrong(&self) -> bool {
        self.secret.iter().any(Shown::is_wrong)
    }

    fn is_exception_wrong(&self) -> bool {
        self.exceptions.iter().any(Shown::is_wrong)
    }

    /// Whether the system's calls are refused because of their secret.
    fn is_forged(&self) -> bool {
        self.connected.as_ref().is_some_and(|connected| connected.forged.is_some())
    }

    /// Whether the form that makes webhooks is unfolded.
    fn is_adding(&self) -> bool {
        let is_new = |connected: &Connected| connected.integration.usual.last_call_at.is_none();
        let is_new = self.connected.as_ref().is_none_or(is_new);
        let is_refused = self.refusal.is_some() || self.is_forged() || self.access.iter().any(Shown::is_wrong);
        is_refused || is_new && self.webhooks.is_empty() && self.reading().is_none()
    }

    /// Whether the steps for adding webhooks by hand are unfolded.
    fn is_by_hand(&self) -> bool {
        self.connected.is_none() && self.is_secret_wrong()
    }

    /// The topics that the shop's admin offers.
    fn topics() -> impl Iterator<Item = &'static ShopTopic> {
        ShopTopic::ALL.iter().filter(|topic| !topic.is_for_apps)
    }

    /// The topic as the system's admin calls it.
    fn topic(&self, topic: &ShopTopic) -> String {
        self.shell.word("sys-topic", &topic.name.replace(['/', '.'], "-"))
    }

    fn has_refused(&self) -> bool {
        self.webhooks.iter().any(|webhook| webhook.outcome == WebhookOutcome::Refused)
    }

    fn is_shopify(&self) -> bool {
        self.system == ShopSystem::Shopify
    }

    fn is_own(&self) -> bool {
        self.system == ShopSystem::Own
    }
}

/// What a system is good for that is not connected.
pub(super) const fn none_about(system: ShopSystem) -> &'static str {
    if matches!(system, ShopSystem::Own) { "sys-own-about" } else { "sys-none-about" }
}

/// The call with which a program writes an order, in three lines. It was completed just now: earlier ones are not asked about.
fn lines(base_url: &str, now: Timestamp) -> String {
    let order = json!({
        "status": "fulfilled",
        "currency": "EUR",
        "completed_at": format!("{now:.0}"),
        "buyer": {"email": "jane@example.com"},
        "lines": [{"catalog_item_id": "mug-1", "title": "Mug", "unit_price": 2400}],
    });
    [
        &format!("curl -X PUT {base_url}/api/v1/orders/1001 \\"),
        "  -H \"Authorization: Bearer $KEY\" -H 'Content-Type: application/json' \\",
        &format!("  -d '{order}'"),
    ]
    .join("\n")
}

pub(super) fn body(parts: &Parts, viewer: &Viewer, integration: &Integration) -> Result<Value, Error> {
    let body = IntegrationBody::new((integration, &parts.base_url, &viewer.tenant, viewer.now));
    value(&body)
}

/// The text of the state, and when the last call came.
pub(super) fn state(viewer: &Viewer, body: &Value, integration: &Integration) -> (&'static str, String) {
    let texts = viewer.texts;
    let last = integration.usual.last_call_at.map(|at| viewer.ago(at));
    let about = match &last {
        Some(ago) => texts.say("sys-last").words("ago", ago).to_string(),
        None => texts.say("sys-no-call").to_string(),
    };
    match body["state"].as_str() {
        Some("active") if last.is_none() => ("sys-waiting", about),
        Some("active") => ("sys-active", about),
        Some("silent") => ("sys-silent", about),
        _ => ("sys-off", about),
    }
}

/// A text about calls that were refused for their secret, and how to compare the secrets; `None` if the shop has
/// nothing to do.
pub(super) fn forged_text(viewer: &Viewer, Integration { record, usual }: &Integration) -> Option<String> {
    let ForgedCalls { count, last_at } = usual.forged?;
    let hint = record.secret.as_ref().map(InboundSecret::hint).unwrap_or_default();
    let said = viewer.texts.say("sys-forged").count("count", count);
    Some(said.words("ago", &viewer.ago(last_at)).words("hint", &hint).to_string())
}

pub(super) async fn find(parts: &Parts, viewer: &Viewer, system: ShopSystem) -> Result<Option<Integration>, Error> {
    match parts.integrations.get(&viewer.caller(), system, viewer.now).await {
        Ok(integration) => Ok(Some(integration)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn asking(viewer: &Viewer, IntegrationRecord { rules, .. }: &IntegrationRecord, counts: &AskCounts) -> Asking {
    let (texts, shop) = (viewer.texts, &viewer.shop);
    let first_at = counts.first.as_ref().map(|(at, _)| shop.rules.next_open(*at, None));
    if let Some(text) = paused(viewer) {
        return Asking { text, may_pause: false };
    }
    let text = match first_at {
        None if counts.has_asked => texts.say("orders-soon").count("count", counts.soon).to_string(),
        Some(at) => {
            texts.say("asks-first").words("at", &viewer.day_and_time(at)).count("count", counts.planned).to_string()
        }
        None => texts.say("asks-none").count("days", usize::from(rules.ask_days_after)).to_string(),
    };
    Asking { text, may_pause: !counts.has_asked }
}

pub(super) async fn view(
    parts: &Parts,
    viewer: &Viewer,
    system: ShopSystem,
    refused: Option<Refused<'_>>,
) -> Result<ConnectionPage, Failure> {
    let found = find(parts, viewer, system).await?;
    let now = found.as_ref().map(|found| body(parts, viewer, found)).transpose()?;
    let shown = |specs: &[Spec]| viewer.form("sys").show(specs, now.as_ref().unwrap_or(&Value::Null), refused);
    let asks = match found.as_ref().filter(|found| found.record.is_asking) {
        Some(found) => Some(asking(viewer, &found.record, &parts.asks.counts(&viewer.tenant, viewer.now).await?)),
        None => None,
    };
    let (access, secret) = (shown(SHOPIFY_ACCESS), shown(SECRET));
    let (rules, exceptions) = rule_fields(viewer, system, now.as_ref().unwrap_or(&Value::Null), refused);
    let is_excepted = |spec: &&Spec| match now.as_ref().map(|now| &now[spec.name]) {
        Some(Value::Array(some)) => !some.is_empty(),
        Some(Value::String(who)) => who != "any",
        _ => false,
    };
    let excepted = RULES[RULES.len() - EXCEPTIONS..].iter().filter(is_excepted).count();
    let connected = found.zip(now).map(|(integration, now)| {
        let (state, about) = state(viewer, &now, &integration);
        let url = match system {
            ShopSystem::Own => lines(&parts.base_url, viewer.now),
            _ => inbound_url(&parts.base_url, &viewer.tenant, system),
        };
        Connected { forged: forged_text(viewer, &integration), integration, url, state, about }
    });
    Ok(ConnectionPage {
        shell: viewer.shell("orders"),
        system,
        connected,
        webhooks: Vec::new(),
        refusal: None,
        access,
        secret,
        rules,
        exceptions,
        excepted,
        asks,
        is_soon: false,
    })
}

pub(super) async fn again(parts: &Parts, viewer: &Viewer, system: ShopSystem, refused: Refused<'_>) -> Served {
    let page = view(parts, viewer, system, Some(refused)).await?;
    Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
}

pub(crate) fn sentences(viewer: &Viewer, reading: &ShopReading) -> Vec<String> {
    let ShopReading { products, is_denied, is_cut, refusal, ended_at, .. } = reading;
    let texts = viewer.texts;
    let state = match (ended_at, refusal) {
        (None, None) => "read-goes-on",
        (None, Some(_)) => "read-waits",
        (Some(_), None) if *is_denied => "read-denied",
        (Some(_), None) => "read-done",
        (Some(_), Some(_)) => "read-given-up",
    };
    let mut sentences = vec![texts.say(state).count("products", products).to_string()];
    sentences.extend(refusal.map(|refusal| viewer.word("sys-shop", refusal.as_str())));
    sentences.extend(is_cut.then(|| texts.say("read-cut").count("products", READ_PRODUCTS_MAX).to_string()));
    sentences
}
