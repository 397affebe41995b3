//! The values of a template's parameters.

use std::collections::{BTreeMap, BTreeSet};

use aws_sdk_cloudformation::types::Parameter;

use crate::failure::{Failure, Kind};

/// The address that every email comes from: the one parameter that a new stack cannot do without.
pub const SENDER: &str = "MailFrom";

/// How a new version of a function gets its calls, and the value without steps.
pub const SHIFTING: &str = "TrafficShifting";
pub const AT_ONCE: &str = "AllAtOnce";

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    Value(String),
    /// The one that the stack has.
    Previous,
}

/// Chooses the values: what is given now; else what was given before; else, by saying nothing, the template's default.
///
/// # Errors
/// If something is given that the template does not have.
pub fn choose(
    declared: &BTreeSet<String>,
    given: BTreeMap<String, String>,
    before: &BTreeSet<String>,
) -> Result<BTreeMap<String, Chosen>, Failure> {
    if let Some(unknown) = given.keys().find(|name| !declared.contains(*name)) {
        return Err(Failure::new(Kind::Usage, format!("The release has no parameter {unknown}.")));
    }
    let previous = declared.intersection(before).map(|name| (name.clone(), Chosen::Previous));
    let given = given.into_iter().map(|(name, value)| (name, Chosen::Value(value)));
    Ok(previous.chain(given).collect())
}

/// The same values, but all calls go to the new version at once, if the template and the stack have that parameter. CodeDeploy
/// would take a quarter of an hour, and starts nothing while one of its alarms is on: the reason to roll back.
pub fn at_once(mut chosen: BTreeMap<String, Chosen>) -> BTreeMap<String, Chosen> {
    if let Some(shifting) = chosen.get_mut(SHIFTING) {
        *shifting = Chosen::Value(AT_ONCE.to_owned());
    }
    chosen
}

/// The steps in which a stack's new versions get their calls; `None` if they get all at once.
pub fn steps(parameters: &BTreeMap<String, String>) -> Option<&str> {
    parameters.get(SHIFTING).map(String::as_str).filter(|steps| *steps != AT_ONCE)
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

    fn declared() -> BTreeSet<String> {
        before(&["MailFrom", "MailDomain", "BaseUrl", "ShopRate"])
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
    fn a_rollback_takes_no_steps() {
        let declared = before(&["MailFrom", SHIFTING]);
        let chosen = at_once(choose(&declared, given(&[]), &before(&["MailFrom", SHIFTING])).unwrap());
        assert_eq!(chosen[SHIFTING], Chosen::Value(AT_ONCE.to_owned()));
        assert_eq!(chosen["MailFrom"], Chosen::Previous);
        // The release before may not have the parameter.
        let older = at_once(choose(&before(&["MailFrom"]), given(&[]), &before(&["MailFrom", SHIFTING])).unwrap());
        assert_eq!(older.keys().collect::<Vec<_>>(), ["MailFrom"]);
        assert_eq!(steps(&given(&[(SHIFTING, "Canary10Percent15Minutes")])), Some("Canary10Percent15Minutes"));
        assert_eq!((steps(&given(&[(SHIFTING, AT_ONCE)])), steps(&given(&[]))), (None, None));
    }

    #[test]
    fn what_the_template_does_not_have_is_refused() {
        let unknown = choose(&declared(), given(&[("Shoprate", "9")]), &before(&["ShopRate"])).unwrap_err();
        assert_eq!(unknown.kind, Kind::Usage);
        assert!(unknown.message.contains("no parameter Shoprate"));
    }
}
