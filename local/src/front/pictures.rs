//! Pictures of the demo shop's products.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use http::{StatusCode, header};

use super::error::refusal;

pub(super) async fn show(Path(file): Path<String>) -> Response {
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
