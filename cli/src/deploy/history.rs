//! The releases that a stack was deployed from, which the bucket keeps.

use serde::{Deserialize, Serialize};

use crate::deploy::manifest::Manifest;

/// The number of releases that are remembered. One is enough to go back.
const REMEMBERED: usize = 10;

/// A stack's releases, the newest one last. The stack itself says which of them runs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    pub releases: Vec<Entry>,
}

/// A release that a stack was deployed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When its deployment began.
    pub at: String,
    pub architecture: String,
    /// The template's key in the bucket.
    pub template: String,
    pub manifest: Manifest,
}

impl History {
    /// The entry of the release that runs.
    pub fn running(&self, version: &str) -> Option<&Entry> {
        self.releases.iter().rfind(|entry| entry.manifest.version == version)
    }

    /// The entry before that of the release that runs.
    pub fn before(&self, version: &str) -> Option<&Entry> {
        let running = self.releases.iter().rposition(|entry| entry.manifest.version == version)?;
        self.releases[..running].last()
    }

    /// The history once a release takes the place of the one that runs. What was deployed after that one is left out: it
    /// failed, or was taken back.
    #[must_use]
    pub fn followed_by(mut self, running: Option<&str>, entry: Entry) -> Self {
        let position = |version: &str| self.releases.iter().rposition(|one| one.manifest.version == version);
        self.releases.truncate(running.and_then(position).map_or(0, |last| last + 1));
        self.releases.retain(|one| one.manifest.version != entry.manifest.version);
        self.releases.push(entry);
        let surplus = self.releases.len().saturating_sub(REMEMBERED);
        self.releases.drain(..surplus);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(version: &str) -> Entry {
        let json = serde_json::json!({
            "at": "2026-11-23T16:00:00Z", "architecture": "arm64", "template": "afterword/templates/0.yaml", "manifest": {
                "format": 1, "version": version, "commit": "0123", "date": "2026-11-23T16:00:00Z", "release_before": null,
                "layouts": [1], "capabilities": [], "architectures": {},
                "parameters": {"bucket": "CodeBucket", "prefix": "CodePrefix"},
            },
        });
        serde_json::from_value(json).unwrap()
    }

    fn versions(history: &History) -> Vec<&str> {
        history.releases.iter().map(|entry| entry.manifest.version.as_str()).collect()
    }

    fn of(all: &[&str]) -> History {
        History { releases: all.iter().map(|version| entry(version)).collect() }
    }

    #[test]
    fn the_release_before_is_the_one_deployed_before_the_one_that_runs() {
        let history = of(&["1", "2", "3"]);
        let before = |version| history.before(version).map(|entry| entry.manifest.version.as_str());
        assert_eq!(before("3"), Some("2"));
        assert_eq!(before("2"), Some("1"));
        assert_eq!(before("1"), None);
        assert_eq!(before("4"), None);
    }

    #[test]
    fn what_failed_or_was_taken_back_is_forgotten_by_the_next_deployment() {
        assert_eq!(versions(&of(&["1", "2"]).followed_by(Some("1"), entry("3"))), ["1", "3"]);
        assert_eq!(versions(&of(&["1"]).followed_by(Some("1"), entry("2"))), ["1", "2"]);
        // The same one again: another build of it, or other parameters.
        assert_eq!(versions(&of(&["1", "2"]).followed_by(Some("2"), entry("2"))), ["1", "2"]);
    }

    #[test]
    fn a_stack_that_is_new_has_no_release_before() {
        assert_eq!(versions(&of(&["1", "2"]).followed_by(None, entry("3"))), ["3"]);
        assert_eq!(versions(&of(&["1"]).followed_by(Some("built from source"), entry("3"))), ["3"]);
    }

    #[test]
    fn the_last_ones_are_kept() {
        let many: Vec<_> = (0..REMEMBERED).map(|version| version.to_string()).collect();
        let history = of(&many.iter().map(String::as_str).collect::<Vec<_>>());
        let history = history.followed_by(Some("9"), entry("10"));
        assert_eq!((history.releases.len(), versions(&history)[0]), (REMEMBERED, "1"));
    }
}
