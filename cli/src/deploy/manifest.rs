//! A release's `manifest.json`, and what follows from it alone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Number;

use crate::failure::{Failure, Kind};

/// The form of the manifest that this program reads.
const FORMAT: u32 = 1;

/// Manifest of a release: docs/release.md has the fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    pub version: String,
    pub commit: String,
    pub date: String,
    pub release_before: Option<String>,
    pub layouts: Vec<u32>,
    pub capabilities: Vec<String>,
    pub parameters: Places,
    /// Absent from releases whose cost was not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usd_a_month_at_rest: Option<Number>,
    pub architectures: BTreeMap<String, Built>,
}

/// The names of the template's parameters that say where the zips are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    pub bucket: String,
    pub prefix: String,
}

/// The release for one architecture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Built {
    pub template: File,
    pub functions: BTreeMap<String, Code>,
}

/// A file of the release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    #[serde(rename = "file")]
    pub name: String,
    pub sha256: String,
    pub size: u64,
}

/// A function's zip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    #[serde(flatten)]
    pub file: File,
    /// The zip's key in the bucket, without the prefix.
    pub key: String,
}

impl Manifest {
    /// The manifest in these bytes.
    ///
    /// # Errors
    /// If it has a form that this program does not know, or names something that is no file of the release.
    pub fn parse(json: &[u8]) -> Result<Self, Failure> {
        #[derive(Deserialize)]
        struct Form {
            format: u32,
        }

        let unreadable = |error: serde_json::Error| {
            Failure::new(Kind::Refused, "manifest.json is not the manifest of a release.").because(&error)
        };
        let Form { format } = serde_json::from_slice(json).map_err(unreadable)?;
        if format != FORMAT {
            let why = format!(
                "manifest.json has format {format}, and this program reads {FORMAT}. Use the program of that release."
            );
            return Err(Failure::new(Kind::Refused, why));
        }
        let manifest: Self = serde_json::from_slice(json).map_err(unreadable)?;
        let zips = |built: &Built| built.functions.values().map(|code| code.file.name.clone()).collect::<Vec<_>>();
        let names = manifest.architectures.values().flat_map(|built| [zips(built), vec![built.template.name.clone()]]);
        // A name leads to nothing outside of the folder.
        if let Some(name) = names.flatten().find(|name| name.contains(['/', '\\', '?', '#']) || name.starts_with('.')) {
            return Err(Failure::new(Kind::Refused, format!("manifest.json names {name}, which is no file's name.")));
        }
        Ok(manifest)
    }

    /// The part for an architecture: the one that is asked for, that of the stack, or Arm, which costs less.
    ///
    /// # Errors
    /// If the release has nothing for it.
    pub fn built(&self, asked: Option<&str>, running: Option<&str>) -> Result<(&str, &Built), Failure> {
        let wanted = asked.or(running);
        let first = || self.architectures.first_key_value();
        let found = wanted.map_or_else(first, |name| self.architectures.get_key_value(name));
        found.map(|(name, built)| (name.as_str(), built)).ok_or_else(|| {
            let has = self.architectures.keys().map(String::as_str).collect::<Vec<_>>().join(" and ");
            let wanted = wanted.unwrap_or("any architecture");
            let why = format!("This release has {has}, and nothing for {wanted}: choose with --architecture.");
            Failure::new(Kind::Refused, why)
        })
    }

    /// Checks that a release may take the place of another: it is the same one, the next one, or the one before.
    ///
    /// `running` is the other's version; `known` its manifest, if the bucket has it.
    ///
    /// # Errors
    /// If they are more than one release apart.
    pub fn may_follow(&self, running: &str, known: Option<&Self>) -> Result<(), Failure> {
        let (this, that) = (base(&self.version), base(running));
        let is_next = self.release_before.as_deref().map(base) == Some(that);
        let is_before = known.is_some_and(|known| known.release_before.as_deref().map(base) == Some(this));
        if this == that || is_next || is_before {
            return Ok(());
        }
        let version = &self.version;
        let why = match &self.release_before {
            Some(before) => format!(
                "The stack runs {running}, and release {version} works next to {before} alone: go to {before} first. \
                 docs/upgrade.md says why."
            ),
            None => format!(
                "The stack runs {running}, and release {version} names no release before it. docs/upgrade.md says why \
                 they have to follow each other."
            ),
        };
        Err(Failure::new(Kind::Refused, why))
    }

    /// Checks that the release knows the table's layout.
    ///
    /// # Errors
    /// If it does not: its functions would not start.
    pub fn must_know(&self, layout: u32) -> Result<(), Failure> {
        if self.layouts.contains(&layout) {
            return Ok(());
        }
        let known = self.layouts.iter().map(u32::to_string).collect::<Vec<_>>().join(" and ");
        let why = format!(
            "The table has layout {layout}, and release {} knows {known}: none of its functions would start. \
             docs/upgrade.md says how a table's layout changes.",
            self.version
        );
        Err(Failure::new(Kind::Refused, why))
    }

    /// Whether the release reads every layout that a table of the other can have.
    pub fn knows_layouts_of(&self, other: &Self) -> bool {
        other.layouts.iter().all(|layout| self.layouts.contains(layout))
    }
}

/// A version without what says which build of it this is: that does not count when versions are compared.
fn base(version: &str) -> &str {
    version.split_once('+').map_or(version, |(base, _)| base)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(version: &str, before: Option<&str>, layouts: &[u32]) -> Manifest {
        let json = serde_json::json!({
            "format": 1, "version": version, "commit": "0123", "date": "2026-11-23T16:00:00Z", "profile": "release",
            "release_before": before, "layouts": layouts, "capabilities": ["CAPABILITY_IAM"],
            "parameters": {"bucket": "CodeBucket", "prefix": "CodePrefix"},
            "architectures": {
                "arm64": {"template": {"file": "template-arm64.yaml", "sha256": "00", "size": 1}, "functions": {
                    "hub": {"file": "hub-arm64.zip", "sha256": "11", "size": 2, "key": "hub-11.zip"},
                }},
                "x86_64": {"template": {"file": "template-x86_64.yaml", "sha256": "22", "size": 3}, "functions": {}},
            },
            "programs": {},
        });
        Manifest::parse(json.to_string().as_bytes()).unwrap()
    }

    #[test]
    fn a_manifest_of_another_format_is_refused_before_its_fields_are_read() {
        let refused = Manifest::parse(br#"{"format": 2}"#).unwrap_err();
        assert!(refused.message.contains("format 2"), "{}", refused.message);
        assert!(Manifest::parse(b"<html>").unwrap_err().message.contains("not the manifest"));
    }

    #[test]
    fn a_file_outside_of_the_folder_is_refused() {
        let json = serde_json::to_string(&release("1.0.0", None, &[1])).unwrap();
        for name in ["../hub.zip", "a/b.zip", ".ssh", "hub.zip?x"] {
            let json = json.replace("hub-arm64.zip", name);
            assert!(Manifest::parse(json.as_bytes()).unwrap_err().message.contains(name), "{name}");
        }
    }

    #[test]
    fn the_architecture_is_the_one_asked_for_or_the_stacks_or_arm() {
        let release = release("1.0.0", None, &[1]);
        let name = |asked, running| release.built(asked, running).map(|(name, _)| name.to_owned());
        assert_eq!(name(None, None).unwrap(), "arm64");
        assert_eq!(name(None, Some("x86_64")).unwrap(), "x86_64");
        assert_eq!(name(Some("arm64"), Some("x86_64")).unwrap(), "arm64");
        assert!(name(Some("riscv"), None).unwrap_err().message.contains("arm64 and x86_64"));
    }

    #[test]
    fn a_release_follows_the_same_the_one_before_and_the_next() {
        let before = release("1.1.0", Some("1.0.0"), &[1]);
        let next = release("1.2.0", Some("1.1.0"), &[1]);
        assert!(next.may_follow("1.1.0", None).is_ok());
        assert!(next.may_follow("1.1.0+0123456789ab", None).is_ok());
        assert!(next.may_follow("1.2.0", None).is_ok());
        assert!(release("1.2.0+ab", Some("1.1.0"), &[1]).may_follow("1.2.0+cd", None).is_ok());
        assert!(before.may_follow("1.2.0", Some(&next)).is_ok());
    }

    #[test]
    fn a_release_two_steps_away_is_refused_in_both_directions() {
        let last = release("1.3.0", Some("1.2.0"), &[1]);
        let refused = last.may_follow("1.1.0", None).unwrap_err();
        assert!(refused.message.contains("go to 1.2.0 first"), "{}", refused.message);
        let old = release("1.1.0", Some("1.0.0"), &[1]);
        assert!(old.may_follow("1.3.0", Some(&last)).is_err());
        // Nothing says that the one that runs works next to it.
        assert!(release("1.2.0", Some("1.1.0"), &[1]).may_follow("1.3.0", None).is_err());
        assert!(release("1.0.0", None, &[1]).may_follow("1.3.0", None).is_err());
    }

    #[test]
    fn a_release_must_know_the_tables_layout() {
        let (one, both) = (release("1.0.0", None, &[1]), release("1.1.0", Some("1.0.0"), &[1, 2]));
        assert!(both.must_know(1).is_ok() && both.must_know(2).is_ok());
        let refused = one.must_know(2).unwrap_err();
        assert!(refused.message.contains("layout 2") && refused.message.contains("knows 1:"), "{}", refused.message);
        assert!(both.knows_layouts_of(&one) && !one.knows_layouts_of(&both));
    }
}
