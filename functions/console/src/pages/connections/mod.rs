//! Connections to the shop's own systems: the steps to connect one, the rules that select orders, and the outcome of
//! each call.

mod approval;
mod calls;
mod hooks;
mod order;
mod reading;

use std::sync::Arc;

use app::error::Error;
use app::idempotency::Reply;
use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::values::ShopSystem;
use edge::body::Fields;
use edge::http::Segment;
use edge::native::integrations::{IntegrationBody, IntegrationInput, RotateInput, inbound_url};
use integrations::{
    ForgedCalls, InboundSecret, Integration, IntegrationRefusal, Rows, ShopRefusal, ShopTopic, WebhooksRefusal,
    compliance_lines,
};
use jiff::Timestamp;
use serde_json::{Map, Value};

use self::approval::{approve, take_key};
use self::calls::CallRow;
use self::hooks::{HookRow, access, read, topic_name};
use self::order::OrderView;
pub(crate) use self::reading::sentences;
use crate::failure::Failure;
use crate::fields::{Context, Kind, Shown, Spec, changed, spec, value};
use crate::flash::Flash;
use crate::form::Form;
use crate::language::said_or;
use crate::page::page;
use crate::parts::Parts;
use crate::respond::{framed, secret};
use crate::shell::Shell;
use crate::use_cases::LastOrder;
use crate::viewer::Viewer;

page! {
    "connections" with "plug" for Owner;
    get Owner "/console/connections" => list;
    get Owner "/console/connections/{system}" => show;
    post Owner "/console/connections/{system}" => save;
    post Owner "/console/connections/{system}/webhooks" => add;
    post Owner "/console/connections/{system}/approve" => approve;
    post System "/console/connections/{system}/key" => take_key;
    post Owner "/console/connections/{system}/rotate" => rotate;
    post Owner "/console/connections/{system}/disconnect" => disconnect;
}

pub(crate) const HERE: &str = "/console/connections";

pub(crate) const SHOPIFY: &str = "/console/connections/shopify";
pub(crate) const WOOCOMMERCE: &str = "/console/connections/woocommerce";

/// Only for Shopify, because Shopify makes the secret itself. For WooCommerce, Afterword makes it.
const SECRET: &[Spec] = &[spec("secret", Kind::Line("text", 200))];

const RULES: &[Spec] = &[
    spec("ask_days_after", Kind::Number(0, 60)),
    spec("after", Kind::One(&["delivered", "fulfilled"])),
    spec("ask_at_most_days", Kind::Number(0, 85)),
    spec("per_shipment", Kind::Flag),
    spec("incentivized", Kind::Flag),
    spec("countries", Kind::Codes),
    spec("tags_excluded", Kind::Words),
    spec("products_excluded", Kind::Words),
    spec("sources_excluded", Kind::Words),
    spec("emails_excluded", Kind::Words),
    spec("since", Kind::Moment),
    spec("consent", Kind::One(&["any", "marketing"])),
    spec(CONSENT_KEY, Kind::Line("text", 255)),
];

/// The last rule. Only WooCommerce has it, because Shopify says whether each buyer consents.
const CONSENT_KEY: &str = "consent_key";

fn rules(system: ShopSystem) -> &'static [Spec] {
    match (system, RULES) {
        (ShopSystem::Shopify, [rules @ .., _]) => rules,
        _ => RULES,
    }
}

#[derive(Template)]
#[template(path = "connections.html")]
struct ConnectionsPage {
    shell: Shell,
    /// Each system with the text of its state, and an explanation.
    systems: Vec<(ShopSystem, &'static str, String)>,
}

#[derive(Template)]
#[template(path = "connection.html")]
struct ConnectionPage {
    shell: Shell,
    system: ShopSystem,
    /// `None` if the system is not connected.
    connected: Option<Connected>,
    made: Option<String>,
    /// Where the owner approves, if they are led there now.
    approve_at: Option<String>,
    /// The outcomes of the webhooks that were just made.
    webhooks: Vec<HookRow>,
    /// The reason why none was made, or not all.
    refusal: Option<String>,
    /// What has been read of the shop, in sentences, and whether that goes on; `None` if nothing was to be read.
    reading: Option<(Vec<String>, bool)>,
    /// The fields for the shop's address and a key.
    access: Vec<Shown>,
    secret: Vec<Shown>,
    rules: Vec<Shown>,
    /// The last order; `None` before the first, and if all listed calls are about something else.
    order: Option<OrderView>,
    calls: Vec<CallRow>,
}

struct Connected {
    url: String,
    state: &'static str,
    about: String,
    hint: String,
    /// The calls that were rejected because of their secret.
    forged: Option<String>,
    /// Whether no call has arrived yet.
    is_new: bool,
    /// The lines that make Shopify call about privacy, and when it last did; `None` for WooCommerce.
    privacy: Option<(String, Option<String>)>,
}

impl ConnectionsPage {
    fn tone(&self, state: &str) -> &'static str {
        tone(state)
    }
}

fn tone(state: &str) -> &'static str {
    if state == "sys-active" { "" } else { " w0" }
}

impl ConnectionPage {
    fn tone(&self, state: &str) -> &'static str {
        tone(state)
    }

    fn is_secret_wrong(&self) -> bool {
        self.secret.iter().any(Shown::is_wrong)
    }

    /// Whether the form that makes webhooks is unfolded.
    fn is_adding(&self) -> bool {
        let is_new = self.connected.as_ref().is_none_or(|connected| connected.is_new);
        let is_refused = self.refusal.is_some() || self.access.iter().any(Shown::is_wrong);
        is_refused || is_new && self.webhooks.is_empty() && self.made.is_none()
    }

    /// Whether the steps for adding webhooks by hand are unfolded.
    fn is_by_hand(&self) -> bool {
        self.made.is_some() || self.connected.is_none() && self.is_secret_wrong()
    }

    /// The names of the topics in the shop's admin.
    fn topics(&self) -> Vec<String> {
        let topics = ShopTopic::all(self.system).iter().filter(|topic| !topic.is_for_apps);
        topics.map(|topic| topic_name(self.shell.texts, topic)).collect()
    }

    /// Whether the shop's owner can approve instead of copying keys.
    fn approves(&self) -> bool {
        self.system == ShopSystem::WooCommerce
    }

    /// Whether the fields for a key that the member made are unfolded.
    fn is_keyed(&self) -> bool {
        self.refusal.is_some() || self.access.iter().skip(1).any(Shown::is_wrong)
    }

    fn has_refused(&self) -> bool {
        self.webhooks.iter().any(|webhook| webhook.is_refused)
    }

    fn of_system(&self, id: &str) -> String {
        self.shell.texts.say(&format!("{id}-{}", self.system.as_str())).to_string()
    }
}

fn body(
    parts: &Parts,
    viewer: &Viewer,
    integration: &Integration,
    made: Option<&InboundSecret>,
) -> Result<Value, Error> {
    let body = IntegrationBody::new(integration, made, &parts.base_url, &viewer.tenant, viewer.now);
    value(&body)
}

fn context(viewer: &Viewer) -> Context {
    Context { texts: viewer.texts, prefix: "sys", zone: viewer.zone(), rule: None }
}

/// The text of the state, and when the last call came.
fn state(viewer: &Viewer, body: &Value, integration: &Integration) -> (&'static str, String) {
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
fn forged_text(viewer: &Viewer, Integration { record, usual }: &Integration) -> Option<String> {
    let ForgedCalls { count, last_at } = usual.forged?;
    let said = viewer.texts.say("sys-forged").count("count", usize::try_from(count).unwrap_or(usize::MAX));
    Some(said.words("ago", &viewer.ago(last_at)).words("hint", &record.secret.hint()).to_string())
}

async fn find(parts: &Parts, viewer: &Viewer, system: ShopSystem) -> Result<Option<Integration>, Error> {
    match parts.integrations.get(&viewer.caller(), system, viewer.now).await {
        Ok(integration) => Ok(Some(integration)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

pub(crate) async fn list(State(parts): State<Arc<Parts>>, viewer: Viewer) -> Result<Response, Failure> {
    let mut systems = Vec::new();
    for system in ShopSystem::ALL {
        let (state, about) = match find(&parts, &viewer, system).await? {
            Some(integration) => {
                let body = body(&parts, &viewer, &integration, None)?;
                let (state, about) = state(&viewer, &body, &integration);
                (state, forged_text(&viewer, &integration).unwrap_or(about))
            }
            None => ("sys-none", viewer.texts.say("sys-none-about").to_string()),
        };
        systems.push((system, state, about));
    }
    let page = ConnectionsPage { shell: viewer.shell("connections"), systems };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// A form's input, and the name of the invalid field.
type Refused<'a> = Option<(&'a Fields, &'a str)>;

async fn view(
    parts: &Parts,
    viewer: &Viewer,
    system: ShopSystem,
    refused: Refused<'_>,
) -> Result<ConnectionPage, Failure> {
    let found = find(parts, viewer, system).await?;
    let now = found.as_ref().map(|found| body(parts, viewer, found, None)).transpose()?;
    let context = context(viewer);
    let shown = |specs: &[Spec]| {
        let typed = refused.filter(|(_, wrong)| specs.iter().any(|spec| spec.name == *wrong));
        let value = |name: &str| now.as_ref().map_or(Value::Null, |now| now[name].clone());
        specs.iter().map(|spec| spec.show(&context, &value(spec.name), typed)).collect()
    };
    let connected = now.as_ref().zip(found.as_ref()).map(|(now, found)| {
        let (state, about) = state(viewer, now, found);
        let text = |name: &str| now[name].as_str().unwrap_or_default().to_owned();
        let (forged, is_new) = (forged_text(viewer, found), found.usual.last_call_at.is_none());
        let privacy = (system == ShopSystem::Shopify)
            .then(|| (compliance_lines(&text("url")), found.record.privacy_called_at.map(|at| viewer.ago(at))));
        Connected { url: text("url"), state, about, hint: text("secret_hint"), forged, is_new, privacy }
    });
    let reading = found.as_ref().and_then(|found| found.record.reading.as_ref());
    let reading = reading.map(|reading| (sentences(viewer, system, reading), reading.goes_on()));
    let last = Rows(&parts.console.store).approval(&viewer.tenant, system).await.map_err(Error::from)?;
    let (calls, order) = match &found {
        Some(found) => {
            let calls = parts.integrations.deliveries(&viewer.caller(), system).await?;
            let order = LastOrder::read(&parts.console.store, viewer, found, &calls, viewer.now).await?;
            (calls, order)
        }
        None => (Vec::new(), None),
    };
    Ok(ConnectionPage {
        shell: viewer.shell("connections"),
        system,
        connected,
        made: None,
        approve_at: None,
        webhooks: Vec::new(),
        refusal: last
            .filter(|last| viewer.now < last.until)
            .and_then(|last| last.refusal)
            .map(|refusal| refusal_text(viewer, system, refusal)),
        reading,
        access: shown(access(system)),
        secret: shown(SECRET),
        rules: shown(rules(system)),
        order: order.map(|order| OrderView::new(viewer, order)),
        calls: calls.into_iter().map(|call| CallRow::new(viewer, call)).collect(),
    })
}

/// The page with the new secret, which is shown once, or the list with a message.
async fn done(
    parts: &Parts,
    viewer: &Viewer,
    system: ShopSystem,
    made: Option<String>,
    said: String,
) -> Result<Response, Failure> {
    if made.is_none() {
        return Ok(Flash::new(said).then(&format!("{HERE}/{}", system.as_str())));
    }
    let page = ConnectionPage { made, ..view(parts, viewer, system, None).await? };
    Ok(secret(&page, &page.shell))
}

async fn again(
    parts: &Parts,
    viewer: &Viewer,
    system: ShopSystem,
    refused: (&Fields, &str),
) -> Result<Response, Failure> {
    let page = view(parts, viewer, system, Some(refused)).await?;
    Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
}

/// The page with a message: the secret was not replaced, because until the named time the previous secret still works,
/// too.
async fn rotated_recently(
    parts: &Parts,
    viewer: &Viewer,
    system: ShopSystem,
    until: Timestamp,
) -> Result<Response, Failure> {
    let until = viewer.day_and_time(until);
    let said = viewer.texts.say("sys-rotated-recently").words("until", &until).to_string();
    done(parts, viewer, system, None, said).await
}

fn system(segment: &str) -> Result<ShopSystem, Failure> {
    ShopSystem::parse(segment).ok_or(Failure::NotFound)
}

pub(crate) async fn show(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Segment(name): Segment,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let system = system(&name)?;
    if let Some(response) = approval::back(&parts, &viewer, system, query.as_deref()).await? {
        return Ok(response);
    }
    let page = view(&parts, &viewer, system, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// Connects a system, even if it is off, or changes its rules.
pub(crate) async fn save(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Segment(name): Segment,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let system = system(&name)?;
    let found = find(&parts, &viewer, system).await?;
    let now = found.as_ref().map(|found| body(&parts, &viewer, found, None)).transpose()?;
    let is_on = now.as_ref().is_some_and(|now| now["state"] != "off");
    let specs = if is_on { rules(system) } else { SECRET };
    let (mut input, names) =
        changed(&context(&viewer), specs, now.as_ref().filter(|_| is_on).unwrap_or(&Value::Null), &fields);
    // In the API, null keeps a rule. In the form, an empty field clears it.
    if let Some(key) = input.get_mut(CONSENT_KEY).filter(|key| key.is_null()) {
        *key = "".into();
    }
    if let Some((name, _)) = input.iter().find(|(_, value)| value.is_null()) {
        return again(&parts, &viewer, system, (&fields, name.as_str())).await;
    }
    let change = match edge::field::read::<IntegrationInput>(input)?.parse() {
        Ok(change) => change,
        Err(edge::error::Error::Field { field, rule: _ }) => {
            return again(&parts, &viewer, system, (&fields, field)).await;
        }
        Err(error) => return Err(error.into()),
    };
    match parts.integrations.put(&viewer.caller(), system, change, viewer.now).await {
        Ok((_, made)) => {
            let said = match (is_on, names.is_empty()) {
                (false, _) => viewer.texts.say("sys-connected").to_string(),
                (true, true) => viewer.texts.say("settings-same").to_string(),
                (true, false) => viewer.texts.say("settings-saved").words("names", &names).to_string(),
            };
            done(&parts, &viewer, system, made.map(|secret| secret.reveal().to_owned()), said).await
        }
        Err(refusal) => not_connected(&parts, &viewer, system, &fields, refusal).await,
    }
}

pub(crate) async fn rotate(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Segment(name): Segment,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let system = system(&name)?;
    let zone = viewer.zone();
    let input: Map<_, _> = SECRET.iter().map(|spec| (spec.name.to_owned(), spec.read(&fields, &zone))).collect();
    let given = edge::field::read::<RotateInput>(input)?.parse()?;
    // The reply contains only the secret, if one was made.
    let render = |_: &Integration, made: Option<&InboundSecret>| Reply::json(200, &made.map(InboundSecret::reveal));
    match parts.integrations.rotate(&viewer.caller(), system, given, None, viewer.now, render).await {
        Ok(reply) => {
            let made = serde_json::from_str(&reply.body).map_err(|error| Error::Internal(error.to_string()))?;
            done(&parts, &viewer, system, made, viewer.texts.say("sys-rotated").to_string()).await
        }
        Err(refusal) => not_connected(&parts, &viewer, system, &fields, refusal).await,
    }
}

/// The page with the field that was refused, or the reason why the connection stays as it is.
async fn not_connected(
    parts: &Parts,
    viewer: &Viewer,
    system: ShopSystem,
    fields: &Fields,
    refusal: IntegrationRefusal,
) -> Result<Response, Failure> {
    match refusal {
        IntegrationRefusal::Field(field, _) => again(parts, viewer, system, (fields, field)).await,
        IntegrationRefusal::Failed(Error::RotatedRecently(at)) => rotated_recently(parts, viewer, system, at).await,
        IntegrationRefusal::Failed(error) => Err(error.into()),
    }
}

pub(crate) async fn disconnect(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Segment(name): Segment,
) -> Result<Response, Failure> {
    parts.integrations.delete(&viewer.caller(), system(&name)?, viewer.now).await?;
    Ok(Flash::new(viewer.texts.say("sys-disconnected")).then(HERE))
}

/// Connects the shop, if it is not connected, and makes its webhooks.
pub(crate) async fn add(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Segment(name): Segment,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let system = system(&name)?;
    let access = match read(system, &fields, parts.reach) {
        Ok(access) => access,
        Err(field) => return again(&parts, &viewer, system, (&fields, field)).await,
    };
    let url = inbound_url(&parts.base_url, &viewer.tenant, system);
    match parts.shop_webhooks.make(&viewer.caller(), &access, &url, viewer.now).await {
        Ok(webhooks) => {
            let webhooks = webhooks.iter().map(|webhook| HookRow::new(viewer.texts, webhook)).collect();
            let page = ConnectionPage { webhooks, ..view(&parts, &viewer, system, None).await? };
            Ok(framed(StatusCode::OK, &page, &page.shell))
        }
        Err(WebhooksRefusal::Shop(refusal)) => refused(&parts, &viewer, system, &fields, refusal).await,
        Err(WebhooksRefusal::Connection(IntegrationRefusal::Field(..))) => {
            again(&parts, &viewer, system, (&fields, "client_secret")).await
        }
        Err(WebhooksRefusal::Connection(refusal)) => not_connected(&parts, &viewer, system, &fields, refusal).await,
    }
}

fn refusal_text(viewer: &Viewer, system: ShopSystem, refusal: ShopRefusal) -> String {
    let (texts, code) = (viewer.texts, refusal.as_str());
    said_or(texts, &format!("sys-shop-{code}-{}", system.as_str()), || {
        texts.say(&format!("sys-shop-{code}")).to_string()
    })
}

/// The page with the reason why the shop's system made no webhooks, and with the typed address.
async fn refused(
    parts: &Parts,
    viewer: &Viewer,
    system: ShopSystem,
    fields: &Fields,
    refusal: ShopRefusal,
) -> Result<Response, Failure> {
    let said = refusal_text(viewer, system, refusal);
    // The error belongs to no single field.
    let typed = Some((fields, ""));
    let context = context(viewer);
    let access = access(system).iter().map(|spec| spec.show(&context, &Value::Null, typed)).collect();
    let page = ConnectionPage { access, refusal: Some(said), ..view(parts, viewer, system, None).await? };
    Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
}
