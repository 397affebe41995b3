//! The data that outlives a stack.

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
