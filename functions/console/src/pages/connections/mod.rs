//! Connections to the shop's own systems: the steps to connect one, the rules that select orders, and the outcome of
//! each call.

mod connection;
mod file;
mod plug_in;

use app::error::Error;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::values::ShopSystem;
use edge::body::Fields;
use edge::native::integrations::IntegrationInput;
use integrations::wire::shopify::SYSTEM;
use integrations::{IntegrationRefusal, ShopAccess, ShopRefusal, WebhooksRefusal, inbound_url};
use jiff::SignedDuration;
use serde_json::{Value, json};
use store::shop::SettingsChange;

pub(crate) use self::connection::HERE;
pub(crate) use self::connection::sentences;
use self::connection::{
    ConnectionPage, SECRET, SHOPIFY_ACCESS, again, body, find, forged_text, none_about, rule_fields, rules, state,
    tone, view,
};
use self::plug_in::{ask, connect, download, moved};
use crate::click::Click;
use crate::fields::{Refused, changed, refusable};
use crate::form::{Failure, Flash, Served};
use crate::page::page;
use crate::pages::first_steps::after;
use crate::pages::requests::ORDERS as LIST;
use crate::parts::{Parts, Viewer};
use crate::respond::{Shell, framed};
use crate::steps::ORDERS;

page! {
    get Owner "/console/connections" => list;
    get Owner "/console/connections/{system}" => show;
    post Owner "/console/connections/{system}" => save;
    post Owner "/console/connections/{system}/webhooks" => add;
    post Owner "/console/connections/{system}/pause" => pause;
    post Owner "/console/connections/{system}/rotate" => rotate;
    post Owner "/console/connections/{system}/disconnect" => disconnect;
    get Nobody "/console/connections/woocommerce/plugin" => download;
    post Owner "/console/connections/woocommerce/moved" => moved;
    get Owner "/console/connect" => ask;
    post Owner "/console/connect" => connect;
}

#[derive(Template)]
#[template(path = "connections.html")]
struct ConnectionsPage {
    shell: Shell,
    /// Each system with the text of its state, and an explanation.
    systems: Vec<(ShopSystem, &'static str, String)>,
}

pub(crate) async fn list(Click { parts, viewer, .. }: Click) -> Served {
    let mut systems = Vec::new();
    for system in ShopSystem::ALL {
        let (state, about) = match find(&parts, &viewer, system).await? {
            Some(integration) => {
                let body = body(&parts, &viewer, &integration)?;
                let (state, about) = state(&viewer, &body, &integration);
                (state, forged_text(&viewer, &integration).unwrap_or(about))
            }
            None => ("sys-none", viewer.texts.say(none_about(system)).to_string()),
        };
        systems.push((system, state, about));
    }
    let page = ConnectionsPage { shell: viewer.shell("orders"), systems };
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// The connection's page with a message.
fn done(system: ShopSystem, said: impl ToString) -> Response {
    Flash::new(said).then(&format!("{HERE}/{}", system.as_str()))
}

pub(crate) async fn show(Click { parts, viewer, id: system, .. }: Click<ShopSystem>) -> Served {
    let page = view(&parts, &viewer, system, None).await?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// Connects Shopify, even if it is off, or changes a connection's rules.
pub(crate) async fn save(Click { parts, viewer, id: system, fields }: Click<ShopSystem>) -> Served {
    let found = find(&parts, &viewer, system).await?;
    let now = found.as_ref().map(|found| body(&parts, &viewer, found)).transpose()?;
    let is_on = now.as_ref().is_some_and(|now| now["state"] != "off");
    let specs = match system {
        _ if is_on => rules(system),
        ShopSystem::Own => &[],
        _ => SECRET,
    };
    let (input, names) =
        changed(&viewer.form("sys"), specs, now.as_ref().filter(|_| is_on).unwrap_or(&Value::Null), &fields);
    if let Some((name, _)) = input.iter().find(|(_, value)| value.is_null()) {
        return again(&parts, &viewer, system, Refused::named(&fields, name)).await;
    }
    let input_days = input.get("ask_days_after").and_then(Value::as_u64);
    let change = match refusable(edge::body::read::<IntegrationInput>(input)?.parse())? {
        Ok(change) => change,
        Err(wrong) => return again(&parts, &viewer, system, Refused::new(&fields, wrong)).await,
    };
    // Nothing that was planned for later may leave before somebody has looked.
    let is_soon = input_days == Some(0) && viewer.shop.pause(None, viewer.now).is_none();
    match fields.find("pause") {
        None if is_on && is_soon => {
            let (rules, exceptions) = rule_fields(&viewer, system, &Value::Null, Some(Refused::named(&fields, "")));
            let page = view(&parts, &viewer, system, None).await?;
            let page = ConnectionPage { is_soon, rules, exceptions, ..page };
            return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
        }
        Some("yes") => look_first(&parts, &viewer).await?,
        _ => {}
    }
    match parts.integrations.put(&viewer.caller(), system, change, &parts.orders, viewer.now).await {
        Ok(_) if is_on => Ok(done(system, viewer.saved_text(&names))),
        Ok(_) => Ok(done(system, viewer.texts.say("sys-connected"))),
        Err(refusal) => not_connected(&parts, &viewer, system, &fields, refusal).await,
    }
}

/// How long a pause lasts that the shop makes to look at the list, unless it goes on sooner.
const LOOK_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Pauses sending until the shop has looked at the list.
pub(crate) async fn look_first(parts: &Parts, viewer: &Viewer) -> Result<(), Failure> {
    let until = json!(format!("{:.0}", viewer.now.saturating_add(LOOK_FOR).unwrap_or(viewer.now)));
    let change = SettingsChange::read(|name| (name == "paused_until").then_some(&until));
    let change = change.map_err(|(_, rule)| Error::Internal(rule.to_string()))?;
    parts.settings.change(&viewer.caller(), &change, viewer.now).await?;
    Ok(())
}

pub(crate) async fn pause(Click { parts, viewer, .. }: Click<ShopSystem>) -> Served {
    look_first(&parts, &viewer).await?;
    Ok(viewer.done("asks-paused", LIST))
}

pub(crate) async fn rotate(Click { parts, viewer, id: system, fields }: Click<ShopSystem>) -> Served {
    let (input, _) = changed(&viewer.form("sys"), SECRET, &Value::Null, &fields);
    let change = edge::body::read::<IntegrationInput>(input)?.parse()?;
    if change.secret.is_none() {
        return again(&parts, &viewer, system, Refused::named(&fields, "secret")).await;
    }
    match parts.integrations.put(&viewer.caller(), system, change, &parts.orders, viewer.now).await {
        Ok(_) => Ok(done(system, viewer.texts.say("sys-rotated"))),
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
        IntegrationRefusal::Field(field, _) => again(parts, viewer, system, Refused::named(fields, field)).await,
        // Until then, the secret before the present one still works, too.
        IntegrationRefusal::Failed(Error::RotatedRecently(until)) => {
            Ok(done(system, viewer.texts.say("sys-rotated-recently").words("until", &viewer.day_and_time(until))))
        }
        IntegrationRefusal::Failed(error) => Err(error.into()),
    }
}

pub(crate) async fn disconnect(Click { parts, viewer, id: system, .. }: Click<ShopSystem>) -> Served {
    parts.integrations.delete(&viewer.caller(), system, viewer.now).await?;
    Ok(viewer.done("sys-disconnected", HERE))
}

/// Connects the shop, if it is not connected, and makes its webhooks.
pub(crate) async fn add(Click { parts, viewer, id: system, fields }: Click<ShopSystem>) -> Served {
    if system != SYSTEM {
        return Err(Failure::NotFound);
    }
    let [domain, app, secret] = ["domain", "app", "client_secret"].map(|name| fields.text(name));
    let access = match ShopAccess::parse(domain, app, secret, parts.reach) {
        Ok(access) => access,
        Err(field) => return again(&parts, &viewer, system, Refused::named(&fields, field)).await,
    };
    let url = inbound_url(&parts.base_url, &viewer.tenant, system);
    match parts.shop_webhooks.make(&viewer.caller(), &access, &url, viewer.now).await {
        Ok(webhooks) => {
            let mut page = ConnectionPage { webhooks, ..view(&parts, &viewer, system, None).await? };
            let next = after(&ORDERS, &parts, &viewer).await?;
            page.shell.viewer.flash =
                next.map(|next| Flash::new(viewer.texts.say("sys-approved")).with_next(Some(next)));
            Ok(framed(StatusCode::OK, &page, &page.shell))
        }
        Err(WebhooksRefusal::Shop(refusal)) => refused(&parts, &viewer, system, &fields, refusal).await,
        Err(WebhooksRefusal::Connection(IntegrationRefusal::Field(..))) => {
            again(&parts, &viewer, system, Refused::named(&fields, "client_secret")).await
        }
        Err(WebhooksRefusal::Connection(refusal)) => not_connected(&parts, &viewer, system, &fields, refusal).await,
    }
}

/// The page with the reason why the shop's system made no webhooks, and with the typed address.
async fn refused(parts: &Parts, viewer: &Viewer, system: ShopSystem, fields: &Fields, refusal: ShopRefusal) -> Served {
    // The error belongs to no single field.
    let (form, typed) = (viewer.form("sys"), Some(Refused::named(fields, "")));
    let access = SHOPIFY_ACCESS.iter().map(|spec| spec.show(&form, &Value::Null, typed)).collect();
    let page = ConnectionPage { access, refusal: Some(refusal), ..view(parts, viewer, system, None).await? };
    Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell))
}
