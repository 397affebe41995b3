//! Whether emails to customers name what they must: a postal address, and the shop's privacy policy.

use serde_json::{Value, json};

use super::finding::{Check, Finding, Status};
use super::stack::Stack;
use crate::admin::Admin;
use crate::args::Target;
use crate::failure::Failure;
use crate::output::{field, rows};

/// The most shops that a finding names.
const NAMED: usize = 5;

/// All shops, with what they lack.
pub async fn read_all(target: &Target) -> Result<Vec<Value>, Failure> {
    Admin::connect(target).await?.pages("list_shops", json!({})).await
}

pub fn finding(pages: &Result<Vec<Value>, Failure>) -> Finding {
    let pages = match pages {
        Ok(pages) => pages,
        Err(failure) => return Finding { status: Status::Unknown, ..Finding::pass(Check::Shops, &*failure.message) },
    };
    let shops = pages.iter().flat_map(|page| rows(page, "shops")).filter(|shop| rows(shop, "lacks").next().is_some());
    let mut lacking: Vec<_> =
        shops.map(|shop| format!("{} has no {}", field(shop, "tenant"), field(shop, "lacks"))).collect();
    if lacking.is_empty() {
        return Finding::pass(Check::Shops, "each shop has a postal address and a privacy_url");
    }
    if lacking.len() > NAMED {
        lacking.splice(NAMED.., ["…".to_owned()]);
    }
    Finding::warn(Check::Shops, lacking.join("; "), "Set them: Say where you are, in the shop's console")
}

/// Whether each email to a customer ends with a postal address.
pub fn postal_address(stack: &Stack) -> Finding {
    match stack.parameter("PostalAddress").filter(|address| !address.is_empty()) {
        Some(_) => {
            Finding::pass(Check::PostalAddress, "PostalAddress stands at the end of emails of shops without their own")
        }
        None => Finding::warn(
            Check::PostalAddress,
            "PostalAddress is empty: the first email of a new shop waits until the shop has a shop_address",
            "Deploy with PostalAddress, or have each shop set its shop_address",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shop_that_lacks_something_is_named() {
        let shop = |id: &str, lacks: &[&str]| json!({"tenant": id, "mode": "live", "lacks": lacks});
        let whole = finding(&Ok(vec![json!({"shops": [shop("acme", &[])]})]));
        assert_eq!((whole.status, whole.fix), (Status::Pass, None));
        let some = [shop("acme", &[]), shop("fern", &["privacy_url"]), shop("moss", &["shop_address", "privacy_url"])];
        let some = finding(&Ok(vec![json!({ "shops": some })]));
        let said = "fern has no privacy_url; moss has no shop_address, privacy_url";
        assert_eq!((some.status, &*some.seen), (Status::Warn, said));
    }
}
