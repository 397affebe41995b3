//! The developer's pages: the inbox, the clock, the demo shop and an overview, and the calls of the program `afterword`.

mod aws;
mod clock;
mod home;
mod inbox;
mod page;
mod shop;

use axum::{
    Router,
    extract::Request,
    middleware::{Next, from_fn},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use http::{HeaderMap, Method, StatusCode, header::HOST, uri::Authority};

use self::page::refusal;
use crate::{World, demo::Demo};

/// The running system and its demo shop, as every page gets them.
#[derive(Clone)]
struct Front {
    world: World,
    demo: Demo,
}

/// The product's routes and the developer's pages below `/local`.
pub fn router(world: &World, demo: &Demo) -> Router {
    let front = Front { world: world.clone(), demo: demo.clone() };
    Router::new()
        .route("/", get(async || Redirect::to("/local")).post(aws::identify))
        .route("/2015-03-31/functions/{name}/invocations", post(aws::invoke))
        .route("/local", get(home::show))
        .route("/local/demo-request", post(home::ask))
        .route("/local/inbox", get(inbox::newest))
        .route("/local/inbox/{id}", get(inbox::show))
        .route("/local/inbox/{id}/html", get(inbox::html))
        .route("/local/inbox.json", get(inbox::json))
        .route("/local/webhooks", post(receive))
        .route("/local/shop", get(shop::list))
        .route("/local/shop/{product}", get(shop::product))
        .route("/local/clock", get(clock::show).post(clock::advance))
        .route("/local/s3/{*path}", get(aws::browse).post(aws::browse))
        .route("/local/pictures/{file}", get(shop::picture))
        .route("/local/assets/local.css", get(page::style))
        .route("/local/assets/local.js", get(page::script))
        .route("/local/assets/shop.css", get(shop::style))
        .with_state(front)
        .layer(from_fn(guard))
        .fallback_service(world.router().layer(from_fn(to_its_end)))
}

/// Lambda ends what it began, also for a browser that left the page meanwhile.
async fn to_its_end(request: Request, next: Next) -> Response {
    let answer = tokio::spawn(next.run(request)).await;
    answer.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// Receives webhooks, which the log shows.
async fn receive(body: String) -> StatusCode {
    tracing::info!(body, "a webhook came");
    StatusCode::NO_CONTENT
}

/// Rejects calls from other sites in the developer's browser. Without this, a name that resolves to loopback (DNS
/// rebinding) could read the inbox, and a form could move the clock.
async fn guard(request: Request, next: Next) -> Response {
    let headers = request.headers();
    if !is_loopback(headers) {
        let message = "These pages answer only to localhost, 127.0.0.1 and [::1].";
        return refusal(StatusCode::FORBIDDEN, "wrong_host", message);
    }
    let elsewhere = headers.get("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none");
    if elsewhere && request.method() == Method::POST {
        let message = "Another site's page may not change anything here.";
        return refusal(StatusCode::FORBIDDEN, "wrong_origin", message);
    }
    next.run(request).await
}

fn is_loopback(headers: &HeaderMap) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()?.parse::<Authority>().ok());
    host.is_some_and(|host| ["localhost", "127.0.0.1", "[::1]"].contains(&host.host()))
}
