//! The stylesheet and the script.

use edge::asset::Asset;
use edge::http::Segment;

use crate::asset::{CONSOLE_CSS, CONSOLE_JS};
use crate::failure::{Failure, Served};
use crate::page::page;

page! {
    get Nobody "/console/assets/{file}" => asset;
}

static ASSETS: [&Asset; 2] = [&CONSOLE_CSS, &CONSOLE_JS];

pub(crate) async fn asset(Segment(file): Segment) -> Served {
    let asset = *ASSETS.iter().find(|asset| asset.is_named(&file)).ok_or(Failure::NotFound)?;
    Ok(asset.answer(&file, ""))
}
