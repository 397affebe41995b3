//! What one release needs of another: the data that outlives a stack, and the permissions that its functions still use.

use std::collections::BTreeSet;

use super::{Node, Stack, without, written};

const HEAD: &str =
    "# What outlives the stack, for the import into a new one: docs/operate.md, \"After the stack was deleted\".
# `cargo template` writes this file.
";

/// Makes `retained.yaml`: the resources that outlive the stack, without the properties that refer to anything else. The next
/// deployment of `template.yaml` sets these properties again.
/// Errors: If a file of `stack/` is not what [`template`] needs.
pub fn retained() -> anyhow::Result<String> {
    let template = Stack::read()?.template;
    let resources = template.need("Resources")?;
    let names = |section: &Node| section.entries().iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    let others = [names(template.need("Parameters")?), names(resources)].concat();
    let others: Vec<_> = others.iter().map(String::as_str).collect();
    let retained = resources.entries().iter().filter(|(_, resource)| resource.get("DeletionPolicy").is_some());
    let alone = |(name, resource): &(String, Node)| {
        let properties = resource.need("Properties")?.entries().iter();
        let own = properties.filter(|(_, property)| !property.refers_to(&others)).cloned().collect();
        let mut alone = without(resource, &["Properties"]);
        alone.merge(Node::Map(vec![("Properties".to_owned(), Node::Map(own))]));
        Ok((name.clone(), alone))
    };
    let retained = Node::Map(retained.map(alone).collect::<anyhow::Result<_>>()?);
    let version = ("AWSTemplateFormatVersion".to_owned(), template.need("AWSTemplateFormatVersion")?.clone());
    Ok(written(HEAD, &Node::Map(vec![version, ("Resources".to_owned(), retained)])))
}

/// The actions of functions' roles that another template has and this one lacks, each as `function action`. During a
/// deployment, functions of the other template still run, under the roles of this one.
/// Errors: If one of the templates cannot be read.
pub fn withdrawn(before: &str, now: &str) -> anyhow::Result<Vec<String>> {
    let (before, now) = (actions(before)?, actions(now)?);
    Ok(before.difference(&now).cloned().collect())
}

fn actions(template: &str) -> anyhow::Result<BTreeSet<String>> {
    let template = Node::read(template)?;
    let mut actions = BTreeSet::new();
    for (name, resource) in template.need("Resources")?.entries() {
        let policies = resource.get("Properties").and_then(|properties| properties.get("Policies"));
        let statements = policies.map(Node::elements).unwrap_or_default().iter().filter_map(|one| one.get("Statement"));
        for statement in statements.flat_map(Node::elements) {
            let action = statement.need("Action")?;
            let each = if action.elements().is_empty() { std::slice::from_ref(action) } else { action.elements() };
            for action in each {
                actions.insert(format!("{name} {}", action.text()?));
            }
        }
    }
    Ok(actions)
}
