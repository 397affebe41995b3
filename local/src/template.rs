//! What `template.yaml` says about the functions.

use std::{collections::BTreeMap, sync::LazyLock, time::Duration};

use anyhow::Context as _;
use yaml_rust2::{Yaml, YamlLoader};

/// The template as it is deployed.
pub(crate) const TEMPLATE: &str = include_str!("../../template.yaml");

/// What Lambda gives a function for one invocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long it may take.
    pub timeout: Duration,
    /// The memory of its process, in MiB.
    pub memory_mib: u64,
}

/// A function's limits; `None` for an unknown name.
#[must_use]
pub fn limits(function: &str) -> Option<Limits> {
    FUNCTIONS.get(function).map(|(limits, _)| *limits)
}

/// Every function's properties, by its name.
pub(crate) fn functions() -> impl Iterator<Item = (&'static str, &'static Yaml)> {
    FUNCTIONS.iter().map(|(name, (_, properties))| (name.as_str(), properties))
}

#[expect(clippy::expect_used, reason = "the template is compiled in, and a test reads it")]
static FUNCTIONS: LazyLock<BTreeMap<String, (Limits, Yaml)>> =
    LazyLock::new(|| read(TEMPLATE).expect("template.yaml's functions are readable"));

fn read(template: &str) -> anyhow::Result<BTreeMap<String, (Limits, Yaml)>> {
    let documents = YamlLoader::load_from_str(template)?;
    let template = documents.first().context("the template is a document")?;
    let defaults = &template["Globals"]["Function"];
    let mut functions = BTreeMap::new();
    for resource in template["Resources"].as_hash().context("the template has resources")?.values() {
        if resource["Type"].as_str() != Some("AWS::Serverless::Function") {
            continue;
        }
        let name = resource["Metadata"]["BuildProperties"]["Binary"].as_str().context("a function has a binary")?;
        let properties = &resource["Properties"];
        let number = |property: &str| {
            let own = properties[property].as_i64().or_else(|| defaults[property].as_i64());
            own.and_then(|number| u64::try_from(number).ok()).with_context(|| format!("{name} has no {property}"))
        };
        let limits = Limits { timeout: Duration::from_secs(number("Timeout")?), memory_mib: number("MemorySize")? };
        functions.insert(name.to_owned(), (limits, properties.clone()));
    }
    Ok(functions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_has_its_own_limits_or_the_globals() {
        let limits_of = |name| limits(name).map(|Limits { timeout, memory_mib }| (timeout.as_secs(), memory_mib));
        assert_eq!(limits_of("hub"), Some((28, 256)));
        assert_eq!(limits_of("send-request"), Some((30, 256)));
        assert_eq!(limits_of("take-photo"), Some((60, 1_024)));
        assert_eq!(limits_of("another"), None);
    }
}
