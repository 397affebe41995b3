//! The stylesheet and the script.

use axum::response::Response;
use edge::asset::Asset;
use edge::http::Segment;

use crate::asset::{CONSOLE_CSS, CONSOLE_JS};
use crate::failure::Failure;
use crate::page::page;

page! {
    get Nobody "/console/assets/{file}" => asset;
}

static ASSETS: [&Asset; 2] = [&CONSOLE_CSS, &CONSOLE_JS];

pub(crate) async fn asset(Segment(file): Segment) -> Result<Response, Failure> {
    let asset = *ASSETS.iter().find(|asset| asset.is_named(&file)).ok_or(Failure::NotFound)?;
    Ok(asset.answer(&file, ""))
}
