//! WooCommerce's plug-in: the file, the page on which an owner connects the shop that asks for it, and the shop's new address.

use askama::Template;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use domain::values::Reach;
use edge::body::Fields;
use edge::page::{POLICY, see_other};
use integrations::{ConnectionRequest, PlugIn, Rows, ShopPlace};

use super::file::file;
use crate::click::Click;
use crate::form::{Failure, Served};
use crate::parts::{SharedParts, Viewer};
use crate::respond::{Shell, framed};

const WOOCOMMERCE: &str = "/console/connections/woocommerce";

/// What the plug-in asks with, which the form sends back.
const ASKED: [&str; 4] = ["home", "redirect", "state", "challenge"];

#[derive(Template)]
#[template(path = "connect.html")]
struct ConnectPage {
    shell: Shell,
    /// `None` for an address that no plug-in made.
    asked: Option<AskedFor>,
}

struct AskedFor {
    /// The shop that asks.
    shown: String,
    /// Another one, whose connection this ends.
    ends: Option<String>,
    fields: [(&'static str, String); 4],
    /// Where *Cancel* leads.
    cancel: String,
}

/// Errors: [`Failure::Forbidden`] for a guest whom an API key let in, because the connection outlives a key that was stolen.
fn request(viewer: &Viewer, fields: &Fields, reach: Reach) -> Result<Option<ConnectionRequest>, Failure> {
    let [home, redirect, state, challenge] = ASKED.map(|name| fields.text(name));
    let may_connect = viewer.key.is_none();
    may_connect.then(|| ConnectionRequest::parse(home, redirect, state, challenge, reach)).ok_or(Failure::Forbidden)
}

fn wrong(viewer: &Viewer) -> Response {
    let page = ConnectPage { shell: viewer.shell("orders"), asked: None };
    framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell)
}

pub(crate) async fn ask(Click { parts, viewer, fields, .. }: Click) -> Served {
    let Some(request) = request(&viewer, &fields, parts.reach)? else { return Ok(wrong(&viewer)) };
    let connected = Rows(&parts.integrations.store).integration(&viewer.tenant, PlugIn::SYSTEM, &viewer.keys).await?;
    let connected = connected.and_then(|connected| Some(connected.plug_in?.place.home));
    let asked = AskedFor {
        shown: request.shown().to_owned(),
        ends: connected.filter(|home| *home != request.home),
        fields: ASKED.map(|name| (name, fields.text(name).to_owned())),
        cancel: request.back("error", "access_denied"),
    };
    let page = ConnectPage { shell: viewer.shell("orders"), asked: Some(asked) };
    let mut response = framed(StatusCode::OK, &page, &page.shell);
    // Chrome applies the policy of the page with the form also to where the answer leads.
    let policy = POLICY.replace("form-action 'self'", &format!("form-action 'self' {}", request.origin()));
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

/// Leads the owner back with a code, with which the plug-in gets its key.
pub(crate) async fn connect(Click { parts, viewer, fields, .. }: Click) -> Served {
    let Some(request) = request(&viewer, &fields, parts.reach)? else { return Ok(wrong(&viewer)) };
    let code = parts.integrations.approve(&viewer.caller(), &request, viewer.now).await?;
    Ok(see_other(&request.back("code", &code.reveal())))
}

/// Anybody gets the file, because shops fetch a newer one by themselves.
pub(crate) async fn download(parts: SharedParts) -> Response {
    file(&parts.base_url)
}

/// Takes the address of the other site that calls as the shop's.
pub(crate) async fn moved(Click { parts, viewer, fields, .. }: Click) -> Served {
    let (home, environment) = (fields.text("home").to_owned(), fields.text("environment").to_owned());
    parts.integrations.move_to(&viewer.caller(), &ShopPlace { home, environment }, viewer.now).await?;
    Ok(viewer.done("woo-moved-done", WOOCOMMERCE))
}
