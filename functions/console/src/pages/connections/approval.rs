//! The way to a WooCommerce shop on which nobody copies keys: its owner approves there, and is led back.

use app::error::Error;
use axum::body::Bytes;
use axum::http::header::REFRESH;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use domain::values::ShopSystem;
use edge::body::Fields;
use edge::http::Segment;
use edge::page::see_other;
use integrations::woocommerce_address;

use super::connection::{ConnectionPage, HERE, again, approval, find, system, view};
use super::hooks::keeps_key;
use crate::form::{Failure, Flash, Form, Served};
use crate::pages::first_steps::after;
use crate::parts::{Parts, SharedParts, Viewer};
use crate::respond::framed;
use crate::steps::ORDERS;
use crate::use_cases::ApprovedKey;

/// The only system whose shops are asked for a key.
fn asked(segment: &str) -> Result<ShopSystem, Failure> {
    let system = system(segment)?;
    if system == ShopSystem::WooCommerce { Ok(system) } else { Err(Failure::NotFound) }
}

/// Leads the person to the shop, to approve there. A redirect would not do, because the policy of the page with the form
/// allows no form to end at another host.
pub(crate) async fn approve(parts: SharedParts, viewer: Viewer, Segment(name): Segment, Form(fields): Form) -> Served {
    let system = asked(&name)?;
    let Some(address) = woocommerce_address(fields.text("address"), parts.reach) else {
        return again(&parts, &viewer, system, (&fields, "address")).await;
    };
    let there = parts.approvals.ask(&viewer, &address, keeps_key(&fields), viewer.now).await?;
    let refresh =
        HeaderValue::from_str(&format!("0;url={there}")).map_err(|error| Error::Internal(error.to_string()))?;
    let page = ConnectionPage { approve_at: Some(there), ..view(&parts, &viewer, system, None).await? };
    let mut response = framed(StatusCode::OK, &page, &page.shell);
    response.headers_mut().insert(REFRESH, refresh);
    Ok(response)
}

/// Takes the key that the shop posts. After any answer but 200, WooCommerce shows an error that says nothing and leads nowhere.
pub(crate) async fn take_key(parts: SharedParts, Segment(name): Segment, body: Bytes) -> Served {
    asked(&name)?;
    let Ok(key) = serde_json::from_slice::<ApprovedKey>(&body) else { return Err(Failure::NotFound) };
    parts.approvals.take(&key, parts.clock.now()).await?;
    Ok(StatusCode::OK.into_response())
}

/// The page for somebody whom the shop leads back, whose address names the secret of the approval; `None` for others.
pub(super) async fn back(
    parts: &Parts,
    viewer: &Viewer,
    system: ShopSystem,
    query: Option<&str>,
) -> Result<Option<Response>, Failure> {
    let fields = Fields::of_query(query);
    let Some(success) = fields.find("success").filter(|_| system == ShopSystem::WooCommerce) else { return Ok(None) };
    let here = format!("{HERE}/{}", system.as_str());
    let is_asking = find(parts, viewer, system).await?.is_some_and(|found| found.record.is_asking);
    let (said, next) = match success {
        // The page says why.
        "1" if approval(parts, viewer, system).await?.is_some_and(|last| last.refusal.is_some()) => {
            return Ok(Some(see_other(&here)));
        }
        "1" if is_asking => ("sys-approved", after(&ORDERS, parts, viewer).await?),
        _ => ("sys-not-approved", None),
    };
    Ok(Some(Flash::new(viewer.texts.say(said)).with_next(next).then(&here)))
}
