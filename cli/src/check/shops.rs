//! Whether emails to customers name what they must: a postal address, and the shop's privacy policy.

use serde_json::{Value, json};

use super::finding::{Check, Finding, Status};
use crate::admin::Admin;
use crate::args::Target;
use crate::failure::Failure;
use crate::output::{plain, rows, shop_name};

/// The most shops that a finding names.
const NAMED: usize = 5;

/// All shops, with what they lack.
pub async fn read_all(target: &Target) -> Result<Vec<Value>, Failure> {
    Admin::connect(target).await?.pages("list_shops", json!({})).await
}

/// `address` is the parameter `PostalAddress`. Within five minutes of a deployment, the shops do not count it yet.
pub fn finding(pages: &Result<Vec<Value>, Failure>, address: Option<&str>) -> Finding {
    let pages = match pages {
        Ok(pages) => pages,
        Err(failure) => return Finding { status: Status::Unknown, ..Finding::pass(Check::Shops, &*failure.message) },
    };
    if pages.iter().all(|page| rows(page, "shops").next().is_none()) {
        let fix = "afterword shops create acme --name Acme --privacy-url https://acme.example/privacy";
        return Finding::warn(Check::Shops, "there is no shop", fix);
    }
    let counts = |lacked: &&Value| address.is_none() || *lacked != "shop_address";
    let shops = pages.iter().flat_map(|page| rows(page, "shops"));
    let mut lacking: Vec<_> = shops
        .filter_map(|shop| {
            let lacked: Vec<_> = rows(shop, "lacks").filter(counts).map(plain).collect();
            (!lacked.is_empty()).then(|| format!("{} has no {}", shop_name(shop), lacked.join(", ")))
        })
        .collect();
    if lacking.is_empty() {
        return Finding::pass(Check::Shops, "each shop has a postal address and a privacy_url");
    }
    if lacking.len() > NAMED {
        lacking.splice(NAMED.., ["…".to_owned()]);
    }
    let fix =
        "In the shop's console: Say where you are; for all shops without a shop_address, deploy with PostalAddress";
    Finding::warn(Check::Shops, lacking.join("; "), fix)
}
