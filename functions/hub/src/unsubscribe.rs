//! `/review/unsubscribe?token=…`: GET asks, POST stops. A mail program's one click (RFC 8058)
//! posts `List-Unsubscribe=One-Click` to the link itself, the page's button posts the token.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use edge::form;

use crate::Parts;
use crate::pages::{UnknownPage, UnsubscribePage, UnsubscribedPage};
use crate::respond::{Failure, page};

pub(crate) async fn ask(State(parts): State<Arc<Parts>>, RawQuery(query): RawQuery) -> Result<Response, Failure> {
    let token = token(form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned());
    let shop = parts.hub.unsubscribing(&token, parts.clock.now()).await?;
    Ok(match shop {
        Some(shop) => page(StatusCode::OK, &UnsubscribePage { shop_name: &shop.name, token: &token }),
        None => page(StatusCode::NOT_FOUND, &UnknownPage),
    })
}

pub(crate) async fn stop(
    State(parts): State<Arc<Parts>>,
    RawQuery(query): RawQuery,
    body: Body,
) -> Result<Response, Failure> {
    let query = query.unwrap_or_default();
    let posted = form(body).await?.into_iter();
    let token = token(posted.chain(form_urlencoded::parse(query.as_bytes()).into_owned()));
    let shop = parts.hub.unsubscribe(&token, parts.clock.now()).await?;
    Ok(match shop {
        Some(shop) => page(StatusCode::OK, &UnsubscribedPage { shop_name: &shop.name }),
        None => page(StatusCode::NOT_FOUND, &UnknownPage),
    })
}

fn token(mut fields: impl Iterator<Item = (String, String)>) -> String {
    fields.find(|(name, _)| name == "token").map(|(_, value)| value).unwrap_or_default()
}
