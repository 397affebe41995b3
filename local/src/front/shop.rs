//! The demo shop's own pages, in a theme of a small shop. They contain both elements as `docs/embed.md` tells a shop.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};

use super::{
    Front,
    page::{self, FrontError, refusal},
};
use crate::demo::{DemoProduct, PRODUCTS};

#[derive(Template)]
#[template(path = "shop/list.html")]
struct ListPage {
    base_url: String,
    products: &'static [DemoProduct],
}

#[derive(Template)]
#[template(path = "shop/product.html")]
struct ProductPage {
    base_url: String,
    product: &'static DemoProduct,
}

pub(super) async fn list(State(Front { demo, .. }): State<Front>) -> Result<Response, FrontError> {
    let policy = policy(&demo.base_url);
    page::with_policy(&policy, &ListPage { base_url: demo.base_url, products: &PRODUCTS })
}

pub(super) async fn product(
    State(Front { demo, .. }): State<Front>,
    Path(id): Path<String>,
) -> Result<Response, FrontError> {
    let Some(product) = DemoProduct::named(&id) else {
        return Ok(refusal(StatusCode::NOT_FOUND, "not_found", "There is no such product."));
    };
    let policy = policy(&demo.base_url);
    page::with_policy(&policy, &ProductPage { base_url: demo.base_url, product })
}

pub(super) async fn style() -> impl IntoResponse {
    page::asset("text/css; charset=utf-8", include_str!("../../assets/shop.css"))
}

pub(super) async fn picture(Path(file): Path<String>) -> Response {
    let svg = match file.as_str() {
        "board.svg" => include_str!("../../assets/pictures/board.svg"),
        "pot.svg" => include_str!("../../assets/pictures/pot.svg"),
        "candles.svg" => include_str!("../../assets/pictures/candles.svg"),
        "apron.svg" => include_str!("../../assets/pictures/apron.svg"),
        _ => return refusal(StatusCode::NOT_FOUND, "not_found", "There is no such picture."),
    };
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "max-age=3600")];
    (headers, svg).into_response()
}

/// What the elements need of a shop's policy, with the `style` attributes of the examples. Afterword has an address of its
/// own here, too: the page may be opened as `localhost`.
fn policy(afterword: &str) -> String {
    format!(
        "default-src 'none'; script-src {afterword}; connect-src {afterword}; img-src 'self' {afterword}; \
         style-src 'self'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}
