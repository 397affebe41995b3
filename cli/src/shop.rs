//! Shops, as the command line names them.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;
use serde_json::{Value, json};

/// A shop's id, and after a dot its mode, as in `acme.test`; the mode is live if omitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShopName {
    tenant: String,
    mode: String,
}

impl FromStr for ShopName {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let (tenant, mode) = name.split_once('.').unwrap_or((name, "live"));
        match mode {
            "live" | "test" => Ok(Self { tenant: tenant.to_owned(), mode: mode.to_owned() }),
            _ => Err("a shop is its id, with .test for its test mode: acme, acme.live or acme.test".to_owned()),
        }
    }
}

impl fmt::Display for ShopName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { tenant, mode } = self;
        match mode.as_str() {
            "live" => f.write_str(tenant),
            mode => write!(f, "{tenant}.{mode}"),
        }
    }
}

/// The input of an operation on a shop or, without one, on the service: the shop's fields and these, without null ones.
pub fn about(shop: Option<&ShopName>, fields: Value) -> Value {
    let mut input = shop.map_or_else(|| json!({}), |shop| json!(shop));
    if let (Value::Object(input), Value::Object(fields)) = (&mut input, fields) {
        input.extend(fields.into_iter().filter(|(_, value)| !value.is_null()));
    }
    input
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shop_is_live_unless_it_says_otherwise() {
        let named = |name: &str| name.parse::<ShopName>().map(|shop| (shop.tenant, shop.mode));
        assert_eq!(named("acme"), Ok(("acme".to_owned(), "live".to_owned())));
        assert_eq!(named("acme.live"), named("acme"));
        assert_eq!(named("acme.test"), Ok(("acme".to_owned(), "test".to_owned())));
        assert!(named("acme.tset").is_err());
    }

    #[test]
    fn an_operation_has_only_the_fields_that_were_given() {
        let shop = "acme".parse().unwrap();
        let input = about(Some(&shop), json!({"name": "web", "expires_at": null}));
        assert_eq!(input, json!({"tenant": "acme", "mode": "live", "name": "web"}));
        assert_eq!(about(None, json!({"after": null})), json!({}));
    }
}
