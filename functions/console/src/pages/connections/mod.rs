//! Connections to the shop's own systems: the steps to connect one, the rules that select orders, and the outcome of
//! each call.

mod approval;
mod connection;
mod hooks;
mod order;

use app::error::Error;
use app::idempotency::Reply;
use askama::Template;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use domain::values::ShopSystem;
use edge::body::Fields;
use edge::http::Segment;
use edge::native::integrations::{IntegrationInput, RotateInput};
use integrations::{
    InboundSecret, Integration, IntegrationRefusal, LookPlace, Rows, ShopAccess, ShopRefusal, WebhooksRefusal,
    inbound_url,
};
use jiff::Timestamp;
use serde_json::{Map, Value};

use self::approval::{approve, take_key};
pub(crate) use self::connection::HERE;
pub(crate) use self::connection::sentences;
use self::connection::{
    CONSENT_KEY, ConnectionPage, SECRET, again, body, context, find, forged_text, refusal_text, rules, state, system,
    tone, view,
};
use self::hooks::{HookRow, KEEP_KEY, access, keeps_key, read};
use crate::fields::changed;
use crate::form::{Flash, Form, Served};
use crate::page::page;
use crate::pages::first_steps::after;
use crate::parts::{Parts, SharedParts, Viewer};
use crate::respond::{Shell, framed, secret};
use crate::steps::ORDERS;

page! {
    "connections" with "plug" for Owner;
    get Owner "/console/connections" => list;
    get Owner "/console/connections/{system}" => show;
    post Owner "/console/connections/{system}" => save;
    post Owner "/console/connections/{system}/webhooks" => add;
    post Owner "/console/connections/{system}/again" => add_again;
    post Owner "/console/connections/{system}/forget" => forget;
    post Owner "/console/connections/{system}/approve" => approve;
    post System "/console/connections/{system}/key" => take_key;
    post Owner "/console/connections/{system}/rotate" => rotate;
    post Owner "/console/connections/{system}/disconnect" => disconnect;
}

pub(crate) const SHOPIFY: &str = "/console/connections/shopify";
pub(crate) const WOOCOMMERCE: &str = "/console/connections/woocommerce";

#[derive(Template)]
#[template(path = "connections.html")]
struct ConnectionsPage {
    shell: Shell,
    /// Each system with the text of its state, and an explanation.
    systems: Vec<(ShopSystem, &'static str, String)>,
}

impl ConnectionsPage {
    fn tone(&self, state: &str) -> &'static str {
        tone(state)
    }
}

pub(crate) async fn list(parts: SharedParts, viewer: Viewer) -> Served {
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

/// The page with the new secret, which is shown once, or the list with a message.
async fn done(parts: &Parts, viewer: &Viewer, system: ShopSystem, made: Option<String>, said: String) -> Served {
    if made.is_none() {
        return Ok(Flash::new(said).then(&format!("{HERE}/{}", system.as_str())));
    }
    let page = ConnectionPage { made, ..view(parts, viewer, system, None).await? };
    Ok(secret(&page, &page.shell))
}

/// The page with a message: the secret was not replaced, because until the named time the previous secret still works,
/// too.
async fn rotated_recently(parts: &Parts, viewer: &Viewer, system: ShopSystem, until: Timestamp) -> Served {
    let until = viewer.day_and_time(until);
    let said = viewer.texts.say("sys-rotated-recently").words("until", &until).to_string();
    done(parts, viewer, system, None, said).await
}

pub(crate) async fn show(
    parts: SharedParts,
    viewer: Viewer,
    Segment(name): Segment,
    RawQuery(query): RawQuery,
) -> Served {
    let system = system(&name)?;
    if let Some(response) = approval::back(&parts, &viewer, system, query.as_deref()).await? {
        return Ok(response);
    }
    let page = view(&parts, &viewer, system, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// Connects a system, even if it is off, or changes its rules.
pub(crate) async fn save(parts: SharedParts, viewer: Viewer, Segment(name): Segment, Form(fields): Form) -> Served {
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
    let change = match edge::body::read::<IntegrationInput>(input)?.parse() {
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

pub(crate) async fn rotate(parts: SharedParts, viewer: Viewer, Segment(name): Segment, Form(fields): Form) -> Served {
    let system = system(&name)?;
    let zone = viewer.zone();
    let input: Map<_, _> = SECRET.iter().map(|spec| (spec.name.to_owned(), spec.read(&fields, &zone))).collect();
    let given = edge::body::read::<RotateInput>(input)?.parse()?;
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
) -> Served {
    match refusal {
        IntegrationRefusal::Field(field, _) => again(parts, viewer, system, (fields, field)).await,
        IntegrationRefusal::Failed(Error::RotatedRecently(at)) => rotated_recently(parts, viewer, system, at).await,
        IntegrationRefusal::Failed(error) => Err(error.into()),
    }
}

pub(crate) async fn disconnect(parts: SharedParts, viewer: Viewer, Segment(name): Segment) -> Served {
    parts.integrations.delete(&viewer.caller(), system(&name)?, viewer.now).await?;
    Ok(Flash::new(viewer.texts.say("sys-disconnected")).then(HERE))
}

/// Connects the shop, if it is not connected, and makes its webhooks.
pub(crate) async fn add(parts: SharedParts, viewer: Viewer, Segment(name): Segment, Form(fields): Form) -> Served {
    let system = system(&name)?;
    let access = match read(system, &fields, parts.reach) {
        Ok(access) => access,
        Err(field) => return again(&parts, &viewer, system, (&fields, field)).await,
    };
    make(&parts, &viewer, (&access, keeps_key(&fields)), &fields).await
}

/// Makes the webhooks again, with the key that is kept.
pub(crate) async fn add_again(parts: SharedParts, viewer: Viewer, Segment(name): Segment) -> Served {
    let (system, caller) = (system(&name)?, viewer.caller());
    let kept = Rows(&parts.console.store).keyed::<LookPlace>(&caller.tenant, system, &caller.keys).await;
    match kept.map_err(Error::from)? {
        Some(kept) => make(&parts, &viewer, (&kept.access, true), &Fields::of_query(Some("keep_key=on"))).await,
        None => Ok(Flash::new(viewer.texts.say("key-gone")).then(&format!("{HERE}/{}", system.as_str()))),
    }
}

async fn make(parts: &Parts, viewer: &Viewer, (access, keeps_key): (&ShopAccess, bool), fields: &Fields) -> Served {
    let system = access.system();
    let url = inbound_url(&parts.base_url, &viewer.tenant, system);
    match parts.shop_webhooks.make(&viewer.caller(), access, keeps_key, &url, viewer.now).await {
        Ok(webhooks) => {
            let webhooks = webhooks.iter().map(|webhook| HookRow::new(viewer.texts, webhook)).collect();
            let mut page = ConnectionPage { webhooks, ..view(parts, viewer, system, None).await? };
            let next = after(&ORDERS, parts, viewer).await?;
            page.shell.flash = next.map(|next| Flash::new(viewer.texts.say("sys-approved")).with_next(Some(next)));
            Ok(framed(StatusCode::OK, &page, &page.shell))
        }
        Err(WebhooksRefusal::Shop(refusal)) => refused(parts, viewer, system, fields, refusal).await,
        Err(WebhooksRefusal::Connection(IntegrationRefusal::Field(..))) => {
            again(parts, viewer, system, (fields, "client_secret")).await
        }
        Err(WebhooksRefusal::Connection(refusal)) => not_connected(parts, viewer, system, fields, refusal).await,
    }
}

/// Forgets the key that is kept.
pub(crate) async fn forget(parts: SharedParts, viewer: Viewer, Segment(name): Segment) -> Served {
    let system = system(&name)?;
    parts.integrations.forget_key(&viewer.caller(), system, viewer.now).await?;
    Ok(Flash::new(viewer.texts.say("key-forgotten")).then(&format!("{HERE}/{}", system.as_str())))
}

/// The page with the reason why the shop's system made no webhooks, and with the typed address.
async fn refused(parts: &Parts, viewer: &Viewer, system: ShopSystem, fields: &Fields, refusal: ShopRefusal) -> Served {
    let said = refusal_text(viewer, system, refusal);
    // The error belongs to no single field.
    let typed = Some((fields, ""));
    let context = context(viewer);
    let access = access(system).iter().map(|spec| spec.show(&context, &Value::Null, typed)).collect();
    let keep_key = KEEP_KEY.show(&context, &Value::Null, typed);
    let page = ConnectionPage { access, keep_key, refusal: Some(said), ..view(parts, viewer, system, None).await? };
    Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
}
