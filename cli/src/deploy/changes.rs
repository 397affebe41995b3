//! A change set in words.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use aws_sdk_cloudformation::types::{ChangeAction, Replacement, ResourceChange};
use serde::Serialize;

use crate::deploy::kinds;
use crate::failure::{Failure, Kind};

/// The number of resources up to which each is named.
const NAMED_MAX: usize = 8;
/// Types that hold data which nothing else has: the table, the key that opens it, the photos.
const IRREPLACEABLE: [&str; 3] = ["AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::S3::Bucket"];

/// A deployment's changes of a stack.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changes {
    pub made: Vec<Resource>,
    pub changed: Vec<Resource>,
    /// Made again, with a new identity, before the old one is deleted.
    pub replaced: Vec<Resource>,
    /// Made again if what they refer to is: it shows when that is changed.
    pub perhaps_replaced: Vec<Resource>,
    pub removed: Vec<Resource>,
}

/// A resource of a stack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Resource {
    pub name: String,
    #[serde(rename = "type")]
    pub kind: String,
}

impl Resource {
    /// The name with its kind, such as `function Hub`.
    pub fn named(&self) -> String {
        kinds::named(&self.kind, &self.name)
    }
}

impl Changes {
    /// Reads what CloudFormation describes.
    pub fn of<'a>(described: impl Iterator<Item = &'a ResourceChange>) -> Self {
        let mut changes = Self::default();
        for change in described {
            let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
            let resource = Resource { name: text(change.logical_resource_id()), kind: text(change.resource_type()) };
            let list = match (change.action(), change.replacement()) {
                (Some(ChangeAction::Add | ChangeAction::Import), _) => &mut changes.made,
                (Some(ChangeAction::Remove), _) => &mut changes.removed,
                (_, Some(Replacement::True)) => &mut changes.replaced,
                (_, Some(Replacement::Conditional)) => &mut changes.perhaps_replaced,
                _ => &mut changes.changed,
            };
            list.push(resource);
        }
        changes
    }

    /// The number of resources that change.
    pub fn count(&self) -> usize {
        let Self { made, changed, replaced, perhaps_replaced, removed } = self;
        [made, changed, replaced, perhaps_replaced, removed].iter().map(|list| list.len()).sum()
    }

    /// Checks that nothing is lost that cannot be made again.
    ///
    /// # Errors
    /// If a table, a key or a bucket would be replaced or leave the stack.
    pub fn must_keep_data(&self) -> Result<(), Failure> {
        let Self { replaced, perhaps_replaced, removed, .. } = self;
        for (lost, how) in [(replaced, "replaced"), (perhaps_replaced, "replaced"), (removed, "removed")] {
            if let Some(resource) = lost.iter().find(|resource| IRREPLACEABLE.contains(&resource.kind.as_str())) {
                let why =
                    format!("The {} would be {how}, and what it holds with it. Nothing was changed.", resource.named());
                return Err(Failure::new(Kind::Refused, why));
            }
        }
        Ok(())
    }

    /// Lines for people: by kind, or by name where there are few.
    pub fn in_words(&self) -> String {
        let Self { made, changed, replaced, perhaps_replaced, removed } = self;
        let mut text = String::new();
        for (what, resources) in [
            ("made", made),
            ("changed", changed),
            ("made again", replaced),
            ("perhaps made again", perhaps_replaced),
            ("removed", removed),
        ] {
            if !resources.is_empty() {
                let _ = writeln!(text, "  {what:<18} {:>3}  {}", resources.len(), list(resources));
            }
        }
        text
    }
}

fn list(resources: &[Resource]) -> String {
    if resources.len() <= NAMED_MAX {
        return resources.iter().map(Resource::named).collect::<Vec<_>>().join(", ");
    }
    let mut counts = BTreeMap::new();
    for resource in resources {
        *counts.entry(resource.kind.as_str()).or_insert(0_usize) += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.into_iter().map(|(kind, count)| kinds::counted(kind, count)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(action: ChangeAction, name: &str, kind: &str, replacement: Option<Replacement>) -> ResourceChange {
        ResourceChange::builder()
            .action(action)
            .logical_resource_id(name)
            .resource_type(kind)
            .set_replacement(replacement)
            .build()
    }

    #[test]
    fn few_are_named_and_many_are_counted() {
        let mut all = vec![
            change(ChangeAction::Add, "Admin", "AWS::Lambda::Function", None),
            change(ChangeAction::Add, "AdminRole", "AWS::IAM::Role", None),
            change(ChangeAction::Modify, "Api", "AWS::ApiGatewayV2::Api", Some(Replacement::True)),
            change(ChangeAction::Modify, "Route", "AWS::ApiGatewayV2::Route", Some(Replacement::Conditional)),
            change(ChangeAction::Remove, "SetUpShop", "AWS::Lambda::Function", None),
        ];
        for number in 0..12 {
            let (name, kind) = match number {
                0 => ("Odd".to_owned(), "AWS::New::Thing"),
                _ => (format!("Function{number}"), "AWS::Lambda::Function"),
            };
            all.push(change(ChangeAction::Modify, &name, kind, Some(Replacement::False)));
        }
        let changes = Changes::of(all.iter());
        assert_eq!(changes.count(), 17);
        assert_eq!(
            changes.in_words(),
            "  made                 2  function Admin, role AdminRole\n  \
             changed             12  11 functions, 1 AWS::New::Thing\n  \
             made again           1  API Api\n  \
             perhaps made again   1  route Route\n  \
             removed              1  function SetUpShop\n"
        );
    }

    #[test]
    fn the_table_the_key_and_the_bucket_stay() {
        for kind in IRREPLACEABLE {
            for replacement in [Replacement::True, Replacement::Conditional] {
                let one = change(ChangeAction::Modify, "Table", kind, Some(replacement));
                assert!(Changes::of([one].iter()).must_keep_data().is_err(), "{kind}");
            }
            let removed = change(ChangeAction::Remove, "Table", kind, None);
            let refused = Changes::of([removed].iter()).must_keep_data().unwrap_err();
            assert!(refused.message.contains("Table would be removed"), "{}", refused.message);
            let changed = change(ChangeAction::Modify, "Table", kind, Some(Replacement::False));
            assert!(Changes::of([changed].iter()).must_keep_data().is_ok());
            assert!(Changes::of([change(ChangeAction::Add, "Table", kind, None)].iter()).must_keep_data().is_ok());
        }
        let role = change(ChangeAction::Modify, "Role", "AWS::IAM::Role", Some(Replacement::True));
        assert!(Changes::of([role].iter()).must_keep_data().is_ok());
    }
}
