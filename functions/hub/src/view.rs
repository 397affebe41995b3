//! `GET /review/hub?token=…` and `GET /review/{token}`: the same page.

use std::sync::Arc;

use app::hub::{Opened, Visitor};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::response::Response;

use edge::{Fields, Segment};

use crate::Parts;
use crate::card::{Cards, hub_page};
use crate::language::Preferred;
use crate::pages::{CancelledPage, ExpiredPage};
use crate::respond::{Failure, hub, signed, unknown};

/// What a scanner's or a link preview's user agent contains, in lower case: mail gateways, chat
/// previews, crawlers, command-line tools. Best effort: one that poses as a browser marks `opened`.
const MACHINES: &[&str] = &[
    "bot",
    "crawl",
    "spider",
    "preview",
    "scan",
    "proofpoint",
    "mimecast",
    "barracuda",
    "safelinks",
    "urldefense",
    "fireeye",
    "symantec",
    "forcepoint",
    "sophos",
    "trendmicro",
    "cloudmark",
    "facebookexternalhit",
    "whatsapp",
    "skypeuripreview",
    "slack",
    "headless",
    "python-requests",
    "curl/",
    "wget/",
    "go-http-client",
    "okhttp",
    "apache-httpclient",
    "java/",
    "libwww",
    "node-fetch",
    "axios",
];

/// The customer's page
#[utoipa::path(
    get, path = "/review/hub", operation_id = "showHub",
    params(
        ("token" = String, Query, description = "The link's token: it is the credential."),
        ("saved" = Option<usize>, Query, description = "The item that was saved just now."),
        ("item" = Option<usize>, Query, description = "The item whose form is shown unfolded."),
    ),
    responses((status = 200, body = String, content_type = "text/html", description = "The page."), (status = 404), (status = 410)),
)]
pub(crate) async fn by_query(
    State(parts): State<Arc<Parts>>,
    method: Method,
    headers: HeaderMap,
    preferred: Preferred,
    RawQuery(query): RawQuery,
) -> Result<Response, Failure> {
    let fields = Fields::of_query(query.as_deref());
    let cards = Cards { saved: fields.number("saved"), open: fields.number("item"), rejected: None };
    show(&parts, fields.text("token"), visitor(&method, &headers), preferred, cards).await
}

/// The customer's page, by Amino's link
#[utoipa::path(
    get, path = "/review/{token}", operation_id = "showHubByPath",
    params(("token" = String, Path, description = "The link's token: it is the credential.")),
    responses((status = 200, body = String, content_type = "text/html", description = "The page."), (status = 404), (status = 410)),
)]
pub(crate) async fn by_path(
    State(parts): State<Arc<Parts>>,
    method: Method,
    headers: HeaderMap,
    preferred: Preferred,
    Segment(token): Segment,
) -> Result<Response, Failure> {
    show(&parts, &token, visitor(&method, &headers), preferred, Cards::default()).await
}

async fn show(
    parts: &Parts,
    token: &str,
    visitor: Visitor,
    preferred: Preferred,
    cards: Cards,
) -> Result<Response, Failure> {
    let opened = parts.hub.open(token, visitor, parts.clock.now()).await?;
    Ok(match opened {
        Some(Opened::Page(shown)) => {
            let page = hub_page(&shown, token, preferred, cards, parts.clock.now());
            hub(StatusCode::OK, &page, parts.hub.bucket.origin())
        }
        Some(dead) => dead_link(&dead, token, preferred),
        None => unknown(),
    })
}

/// 410: what a link that opens nothing any more shows.
pub(crate) fn dead_link(opened: &Opened, token: &str, preferred: Preferred) -> Response {
    match opened {
        Opened::Expired { shop } => {
            let (texts, theme) = preferred.texts_and_theme(shop);
            signed(StatusCode::GONE, &ExpiredPage { texts, theme, shop_name: &shop.name, token }, theme)
        }
        Opened::Cancelled { shop } => {
            let (texts, theme) = preferred.texts_and_theme(shop);
            signed(StatusCode::GONE, &CancelledPage { texts, theme }, theme)
        }
        // Whoever found one has shown it.
        Opened::Page(_) => unknown(),
    }
}

/// Who asks, as far as the request tells.
pub(crate) fn visitor(method: &Method, headers: &HeaderMap) -> Visitor {
    let says = |name: &'static str| {
        let value = headers.get(HeaderName::from_static(name)).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_ascii_lowercase()
    };
    let prefetch = ["sec-purpose", "purpose", "x-moz", "x-purpose"].iter().any(|name| {
        let purpose = says(name);
        purpose.contains("prefetch") || purpose.contains("preview")
    });
    let agent = says("user-agent");
    let machine = agent.is_empty() || MACHINES.iter().any(|machine| agent.contains(machine));
    if method == Method::HEAD || prefetch || machine { Visitor::Machine } else { Visitor::Person }
}
