//! Signing in and out.

mod shops;
mod waiting;

use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use domain::values::{EmailAddress, Language, Mode, Tenant};
use edge::http::Network;
use edge::page::see_other;
use members::{Ask, Asked, Cookie, KnownBrowser, OpenedLink, Proved, SESSION_MAX, SIGN_IN_WITHIN, SignedIn};
use texts::Texts;
use vault::Secret;

use crate::click::{Click, Visit};
use crate::cookie::{self, KNOWN, SESSION, SIGN_IN};
use crate::form::{Failure, Served};
use crate::page::page;
use crate::parts::{Parts, Viewer};
use crate::respond::{page, uncompressed};
use crate::times::ago;

pub(crate) use waiting::inside;
use waiting::{Waiting, id_and_secret};

page! {
    get Nobody "/console/sign-in" => ask_page;
    post Nobody "/console/sign-in/ask" => ask;
    get Nobody "/console/sign-in/waiting" => waiting;
    post Nobody "/console/sign-in/code" => code;
    get Nobody "/console/sign-in/link" => link_page;
    post Nobody "/console/sign-in/link" => link;
    get Nobody "/console/shops" => shops::show;
    post Nobody "/console/shops/choose" => shops::choose;
    post Nobody "/console/shops/decline" => shops::decline;
    post Reader "/console/sign-out" => sign_out;
}

/// How long a browser is known, in seconds: 400 days, the longest that browsers keep a cookie (RFC 6265bis, section 5.5).
const KNOWN_FOR_S: i64 = 400 * 86_400;

/// The form for the address to which a link is sent.
#[derive(Template)]
#[template(path = "sign-in/ask.html")]
struct AskPage {
    texts: Texts,
    typed: String,
    /// The requested shop and page, which the form sends back; empty if there is none.
    shop: String,
    to: String,
    is_wrong: bool,
    is_out: bool,
}

/// The window that waits for the link, or for the code that the link shows in another browser.
#[derive(Template)]
#[template(path = "sign-in/waiting.html")]
struct WaitingPage {
    texts: Texts,
    waiting: Waiting,
    /// How long ago the last email was sent, if the person must wait before the next one.
    still: Option<String>,
    is_wrong: bool,
}

/// The page of a link, in the browser that requested it.
#[derive(Template)]
#[template(path = "sign-in/link.html")]
struct LinkPage<'a> {
    texts: Texts,
    /// The link's id and secret, which the button sends back.
    k: &'a str,
    /// The shop of a guest's link, and the shop from which this browser is signed out.
    shop: Option<String>,
    role: String,
    left: Option<String>,
    /// Whether the page first asks for the address of the shop's owner, what was typed, and whether it is an address.
    invites: bool,
    typed: &'a str,
    is_wrong: bool,
}

/// The page of a link, in another browser.
#[derive(Template)]
#[template(path = "sign-in/code.html")]
struct CodePage {
    texts: Texts,
    code: String,
}

#[derive(Template)]
#[template(path = "sign-in/over.html")]
struct OverPage {
    texts: Texts,
}

/// The browser's secret, if a sign-in was requested in it.
fn browser(headers: &HeaderMap) -> Option<Secret> {
    Waiting::find(headers).map(|waiting| waiting.browser)
}

/// What identifies a browser that was signed in before.
fn known(headers: &HeaderMap) -> Option<KnownBrowser> {
    let (browser, proof) = cookie::find(headers, KNOWN)?.split_once('.')?;
    Some(KnownBrowser { browser: Secret::parse(browser)?, proof: Secret::parse(proof)? })
}

pub(crate) async fn ask_page(Visit { parts, language, headers, fields }: Visit) -> Served {
    let (shop, to) = (fields.text("shop").parse::<Tenant>().ok(), inside(fields.text("to")));
    // An email's link into the shop in which the person is signed in.
    if shop.is_some() && !to.is_empty() {
        let viewer = Viewer::find(&parts, &headers).await?;
        if viewer.is_some_and(|viewer| Some(&viewer.tenant) == shop.as_ref()) {
            return Ok(see_other(to));
        }
    }
    let ask = AskPage {
        texts: Texts::console(language),
        typed: String::new(),
        shop: fields.text("shop").to_owned(),
        to: fields.text("to").to_owned(),
        is_wrong: false,
        is_out: fields.find("out").is_some(),
    };
    Ok(page(StatusCode::OK, &ask))
}

/// Sends a link. The answer is the same whether or not the address is a member's.
pub(crate) async fn ask(Network(network): Network, visit: Visit) -> Served {
    let Visit { parts, language, headers, fields } = visit;
    let (typed, shop, to) = (fields.text("email"), fields.text("shop"), fields.text("to"));
    let by_link = fields.find("k");
    let Ok(email) = EmailAddress::parse(typed) else {
        if let Some(k) = by_link {
            return opened(&parts, &headers, language, k, Some(typed)).await;
        }
        let (texts, typed, shop, to) = (Texts::console(language), typed.to_owned(), shop.to_owned(), to.to_owned());
        let again = AskPage { texts, typed, shop, to, is_wrong: true, is_out: false };
        return Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &again));
    };
    let (now, waiting) = (parts.clock.now(), Waiting::find(&headers));
    // The shop in which this browser was last signed in, if the person did not sign out.
    let last = || cookie::find(&headers, SESSION).and_then(Cookie::parse).map(|cookie| cookie.tenant);
    let ask = Ask {
        email: &email,
        shop: shop.parse().ok().or_else(last),
        waiting: waiting.as_ref().map(|waiting| (&*waiting.id, &waiting.browser)),
        known: known(&headers),
        language,
        network: &network,
    };
    let asked = match by_link.map(id_and_secret) {
        None => Some(parts.console.ask(ask, now).await?),
        Some(Some((id, secret))) => parts.console.ask_by_link((id, &secret), ask, now).await?,
        Some(None) => None,
    };
    let Some(asked) = asked else { return Ok(over(language)) };
    match asked {
        Asked::Sent { id, browser } => {
            let waiting = Waiting { id, browser, asked_at: now, email: typed.to_owned(), to: inside(to).to_owned() };
            let response = see_other("/console/sign-in/waiting");
            Ok(cookie::set(response, SIGN_IN, &waiting.value(), SIGN_IN_WITHIN.as_secs()))
        }
        Asked::Waits => Ok(see_other("/console/sign-in/waiting?still")),
        Asked::TooOften => Err(Failure::TooMany),
    }
}

pub(crate) async fn waiting(Visit { parts, language, headers, fields }: Visit) -> Response {
    let Some(waiting) = Waiting::find(&headers) else { return see_other("/console/sign-in") };
    let texts = Texts::console(language);
    let still = fields.find("still").is_some().then(|| ago(texts, waiting.asked_at, parts.clock.now()));
    page(StatusCode::OK, &WaitingPage { texts, waiting, still, is_wrong: false })
}

/// Signs in by the code that the link showed in another browser.
pub(crate) async fn code(Visit { parts, language, headers, fields }: Visit) -> Served {
    let Some(waiting) = Waiting::find(&headers) else { return Ok(see_other("/console/sign-in")) };
    let (now, code) = (parts.clock.now(), fields.text("code"));
    match parts.console.sign_in_by_code(&waiting.id, &waiting.browser, code, language, now).await? {
        Some(proved) => Ok(go_on(&proved, &waiting.to)),
        None => {
            let texts = Texts::console(language);
            let again = WaitingPage { texts, waiting, still: None, is_wrong: true };
            Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &again))
        }
    }
}

/// A link's page. To load it changes nothing, so that a program that follows links and runs scripts does not sign in.
pub(crate) async fn link_page(Visit { parts, language, headers, fields }: Visit) -> Served {
    opened(&parts, &headers, language, fields.text("k"), None).await
}

fn over(language: Language) -> Response {
    page(StatusCode::GONE, &OverPage { texts: Texts::console(language) })
}

/// A link's page, with what was typed there if it is no address.
async fn opened(parts: &Parts, headers: &HeaderMap, language: Language, k: &str, wrong: Option<&str>) -> Served {
    let texts = Texts::console(language);
    let Some((id, secret)) = id_and_secret(k) else { return Ok(over(language)) };
    let opened = parts.console.open_link(id, &secret, browser(headers).as_ref(), parts.clock.now()).await?;
    let (typed, is_wrong) = (wrong.unwrap_or_default(), wrong.is_some());
    let status = if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let own = LinkPage { texts, k, shop: None, role: String::new(), left: None, invites: false, typed, is_wrong };
    Ok(match opened {
        OpenedLink::Button => uncompressed(page(status, &own)),
        OpenedLink::Guest { tenant, name, invites } => {
            let here = Viewer::find(parts, headers).await?.filter(|viewer| viewer.tenant != tenant);
            let left = here.map(|viewer| named(texts, &viewer.tenant, &viewer.shop.shop.name));
            let (shop, role) = (Some(named(texts, &tenant, &name)), texts.say("role-owner").to_string());
            uncompressed(page(status, &LinkPage { shop, role, left, invites, ..own }))
        }
        OpenedLink::Code(code) => uncompressed(page(StatusCode::OK, &CodePage { texts, code: code.to_string() })),
        OpenedLink::Over => over(language),
    })
}

/// Signs in by a link, in the browser that requested the link.
pub(crate) async fn link(Visit { parts, language, headers, fields }: Visit) -> Served {
    let Some((id, secret)) = id_and_secret(fields.text("k")) else { return Ok(over(language)) };
    let waiting = Waiting::find(&headers);
    let browser = waiting.as_ref().map(|waiting| &waiting.browser);
    let proved = parts.console.sign_in_by_link(id, &secret, browser, language, parts.clock.now()).await?;
    let to = waiting.as_ref().map_or("", |waiting| &waiting.to);
    Ok(proved.map_or_else(|| over(language), |proved| go_on(&proved, to)))
}

pub(crate) async fn sign_out(Click { parts, viewer, .. }: Click) -> Served {
    parts.console.sign_out(&viewer, viewer.now).await?;
    Ok(cookie::set(see_other("/console/sign-in?out"), SESSION, "", 0))
}

/// A shop by name and id, because its owner chose the name, and another shop may have the same one.
fn named(texts: Texts, tenant: &Tenant, name: &str) -> String {
    let mode = match tenant.mode {
        Mode::Live => String::new(),
        Mode::Test => format!(" · {}", texts.say("shops-test")),
    };
    format!("{name} ({}){mode}", tenant.id.as_str())
}

fn go_on(proved: &Proved, to: &str) -> Response {
    match proved {
        Proved::In(signed_in) => enter(signed_in, to),
        Proved::Choose => see_other("/console/shops"),
    }
}

fn enter(SignedIn { tenant, session, known }: &SignedIn, to: &str) -> Response {
    let value = Cookie { tenant: tenant.clone(), secret: session.clone() }.value();
    let to = if to.is_empty() { "/console" } else { to };
    let mut response = cookie::set(see_other(to), SESSION, &value, SESSION_MAX.as_secs());
    if let Some(KnownBrowser { browser, proof }) = known {
        let value = format!("{}.{}", browser.reveal(), proof.reveal());
        response = cookie::set(response, KNOWN, &value, KNOWN_FOR_S);
    }
    cookie::set(response, SIGN_IN, "", 0)
}
