//! The values of a template's parameters.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_cloudformation::types::Parameter;

use crate::failure::{Failure, Kind};

/// The parameters that have an option of their own.
pub const OPTIONS: [(&str, &str); 4] = [
    ("MailFrom", "--mail-from"),
    ("MailDomain", "--mail-domain"),
    ("BaseUrl", "--base-url"),
    ("AlarmEmail", "--alarm-email"),
];

/// A parameter that a template has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    pub name: String,
    pub has_default: bool,
}

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    Value(String),
    /// The one that the stack has.
    Previous,
}

/// Chooses the values: what is given now; else what was given before; else the template's default.
///
/// # Errors
/// If something is given that the template does not have, or missing that it needs.
pub fn choose(
    declared: &[Declared],
    mut given: BTreeMap<String, String>,
    before: &BTreeSet<String>,
) -> Result<BTreeMap<String, Chosen>, Failure> {
    if let Some(unknown) = given.keys().find(|name| declared.iter().all(|one| one.name != **name)) {
        return Err(Failure::new(Kind::Usage, format!("The release has no parameter {unknown}.")));
    }
    // Most who send from an address own its domain.
    if let Some(domain) =
        given.get("MailFrom").and_then(|from| from.split_once('@')).map(|(_, domain)| domain.to_owned())
        && !before.contains("MailDomain")
    {
        given.entry("MailDomain".to_owned()).or_insert(domain);
    }
    let (mut chosen, mut missing) = (BTreeMap::new(), Vec::new());
    for Declared { name, has_default } in declared {
        if let Some(value) = given.remove(name) {
            chosen.insert(name.clone(), Chosen::Value(value));
        } else if before.contains(name) {
            chosen.insert(name.clone(), Chosen::Previous);
        } else if !has_default {
            let option = OPTIONS.iter().find(|(parameter, _)| parameter == name);
            missing.push(option.map_or(format!("--parameter {name}=…"), |(_, option)| format!("{option} …")));
        }
    }
    match missing.is_empty() {
        true => Ok(chosen),
        false => Err(Failure::new(Kind::Usage, format!("A new stack needs more: add {}.", missing.join(" and ")))),
    }
}

/// The parameters as CloudFormation takes them.
pub fn sent(chosen: BTreeMap<String, Chosen>) -> Vec<Parameter> {
    let sent = |(name, value): (String, Chosen)| {
        let parameter = Parameter::builder().parameter_key(name);
        match value {
            Chosen::Value(value) => parameter.parameter_value(value).build(),
            Chosen::Previous => parameter.use_previous_value(true).build(),
        }
    };
    chosen.into_iter().map(sent).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared() -> Vec<Declared> {
        [("MailFrom", false), ("MailDomain", false), ("BaseUrl", true), ("ShopRate", true)]
            .map(|(name, has_default)| Declared { name: name.to_owned(), has_default })
            .to_vec()
    }

    fn given(all: &[(&str, &str)]) -> BTreeMap<String, String> {
        all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    fn before(all: &[&str]) -> BTreeSet<String> {
        all.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_value_is_given_now_or_before_or_the_default() {
        let chosen =
            choose(&declared(), given(&[("ShopRate", "9")]), &before(&["MailFrom", "MailDomain", "ShopRate", "Gone"]));
        let chosen = chosen.unwrap();
        assert_eq!(chosen["ShopRate"], Chosen::Value("9".to_owned()));
        assert_eq!(chosen["MailFrom"], Chosen::Previous);
        // A parameter that is new has its default, and one that is gone is not sent.
        assert_eq!(chosen.keys().collect::<Vec<_>>(), ["MailDomain", "MailFrom", "ShopRate"]);
    }

    #[test]
    fn the_domain_is_that_of_the_sender_unless_it_is_given() {
        let chosen = choose(&declared(), given(&[("MailFrom", "a@b.example")]), &before(&[])).unwrap();
        assert_eq!(chosen["MailDomain"], Chosen::Value("b.example".to_owned()));
        let both = given(&[("MailFrom", "a@b.example"), ("MailDomain", "example")]);
        assert_eq!(choose(&declared(), both, &before(&[])).unwrap()["MailDomain"], Chosen::Value("example".to_owned()));
        let later = choose(&declared(), given(&[("MailFrom", "a@b.example")]), &before(&["MailDomain"])).unwrap();
        assert_eq!(later["MailDomain"], Chosen::Previous);
    }

    #[test]
    fn what_is_missing_is_named_by_its_option() {
        let missing = choose(&declared(), given(&[]), &before(&[])).unwrap_err();
        assert_eq!(missing.kind, Kind::Usage);
        assert!(missing.message.contains("--mail-from … and --mail-domain …"), "{}", missing.message);
        let unknown = choose(&declared(), given(&[("Shoprate", "9")]), &before(&[])).unwrap_err();
        assert!(unknown.message.contains("no parameter Shoprate"));
    }
}
