//! The report: one line for each check.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::ValueEnum;
use serde::Serialize;
use serde_json::{Value, json};

use super::read::Unread;
use crate::failure::Kind;
use crate::output::plain;

/// The columns at which the second and the third part of a line begin.
const COLUMNS: (usize, usize) = (8, 28);

/// So many fixes are repeated at the end: a new deployment lacks a dozen, and the later ones often need the earlier.
const NEXT: usize = 3;

/// The checks, in the order in which a new operator needs them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    Credentials,
    Stack,
    Protection,
    Concurrency,
    Identity,
    Dkim,
    Forwarding,
    Dmarc,
    Shops,
    ConfigurationSet,
    Sandbox,
    Sending,
    Quota,
    Rules,
    Mappings,
    Alarms,
    Sms,
    Model,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Pass,
    /// Works, but the operator should know about it.
    Warn,
    Fail,
    /// Cannot be read.
    Unknown,
    /// Not checked, because it is not used or another check must pass first.
    Skip,
}

impl Status {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Warn => "WARN",
            Self::Fail => "FAIL",
            Self::Unknown => "UNKNOWN",
            Self::Skip => "skip",
        }
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    pub check: Check,
    pub status: Status,
    /// The present state.
    pub seen: String,
    /// The command that fixes it, or the place where it is fixed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<String>,
}

impl Finding {
    pub fn pass(check: Check, seen: impl Into<String>) -> Self {
        Self { check, status: Status::Pass, seen: seen.into(), fix: None }
    }

    pub fn warn(check: Check, seen: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { check, status: Status::Warn, seen: seen.into(), fix: Some(fix.into()) }
    }

    pub fn fail(check: Check, seen: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { check, status: Status::Fail, seen: seen.into(), fix: Some(fix.into()) }
    }

    pub fn skip(check: Check, why: impl Into<String>) -> Self {
        Self { check, status: Status::Skip, seen: why.into(), fix: None }
    }

    pub fn unknown(check: Check, unread: &Unread) -> Self {
        Self { check, status: Status::Unknown, seen: unread.to_string(), fix: Some(unread.fix()) }
    }

    /// The finding about several things: their faults, if there are any; else the first one that could not be read;
    /// else `seen`.
    pub fn of_all(
        check: Check,
        faults: &[String],
        unread: Option<&Unread>,
        seen: impl Into<String>,
        fix: impl Into<String>,
    ) -> Self {
        match (faults, unread) {
            ([], None) => Self::pass(check, seen),
            ([], Some(unread)) => Self::unknown(check, unread),
            (faults, _) => Self::fail(check, faults.join("; "), fix),
        }
    }
}

pub struct Report {
    stack: String,
    region: Option<String>,
    findings: Vec<Finding>,
}

impl Report {
    /// A report with a line for each check. If a check has no finding, it was not made, and `first` says why.
    pub fn new(stack: &str, region: Option<&str>, mut findings: Vec<Finding>, first: &str) -> Self {
        for check in Check::value_variants() {
            if findings.iter().all(|finding| finding.check != *check) {
                findings.push(Finding::skip(*check, first));
            }
        }
        findings.sort_by_key(|finding| finding.check);
        Self { stack: stack.to_owned(), region: region.map(str::to_owned), findings }
    }

    fn has_failed(&self) -> bool {
        self.count(Status::Fail) > 0
    }

    /// The program's exit code. If the account cannot be reached, the code means failure.
    pub fn exit_code(&self) -> ExitCode {
        let is_unreachable = |one: &Finding| one.check == Check::Credentials && one.status == Status::Unknown;
        if self.has_failed() {
            Kind::Refused.exit_code()
        } else if self.findings.iter().any(is_unreachable) {
            Kind::Unreachable.exit_code()
        } else {
            ExitCode::SUCCESS
        }
    }

    fn count(&self, status: Status) -> usize {
        self.findings.iter().filter(|finding| finding.status == status).count()
    }

    pub fn json(&self) -> Value {
        json!({"stack": self.stack, "region": self.region, "ok": !self.has_failed(), "findings": self.findings})
    }

    /// The first lines of the first fixes, of what failed before what only should be known.
    fn next(&self) -> Vec<&str> {
        let of = |status| self.findings.iter().filter(move |finding| finding.status == status);
        let wrong = [Status::Fail, Status::Warn, Status::Unknown].into_iter().flat_map(of);
        wrong.filter_map(|finding| finding.fix.as_deref()?.lines().next()).take(NEXT).collect()
    }

    pub fn text(&self) -> String {
        let (second, third) = COLUMNS;
        let mut text = String::new();
        for finding in &self.findings {
            let Finding { check, status, seen, fix } = finding;
            // Some errors of the SDK have several lines.
            let (seen, width) = (seen.split_whitespace().collect::<Vec<_>>().join(" "), third - second);
            let _ = writeln!(text, "{:<second$}{:<width$}{seen}", status.as_str(), plain(&json!(check)));
            for line in fix.iter().flat_map(|fix| fix.lines()) {
                let _ = writeln!(text, "{:third$}{line}", "");
            }
        }
        let counts = [Status::Pass, Status::Warn, Status::Fail, Status::Unknown, Status::Skip].map(|status| {
            let words = ["passed", "to look at", "failed", "unknown", "skipped"];
            format!("{} {}", self.count(status), words[status as usize])
        });
        let _ = writeln!(text, "\n{}", counts.join(" · "));
        let next = self.next();
        if !next.is_empty() {
            let _ = writeln!(text, "\nNext, in this order:");
        }
        for fix in next {
            let _ = writeln!(text, "  {fix}");
        }
        let is_command = |finding: &Finding| finding.fix.as_ref().is_some_and(|fix| fix.contains("aws "));
        if let Some(region) = self.region.as_ref().filter(|_| self.findings.iter().any(is_command)) {
            let _ = writeln!(text, "The commands are for {}: export AWS_REGION={region}", self.stack);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_ends_with_the_first_three_fixes_of_failures_before_warnings() {
        let findings = vec![
            Finding::warn(Check::Protection, "off", "aws protect"),
            Finding::fail(Check::Sandbox, "in it", "aws leave"),
            Finding::fail(Check::Identity, "none", "aws identity"),
            Finding::warn(Check::Shops, "none", "afterword shops create"),
            Finding::pass(Check::Alarms, "confirmed"),
        ];
        let text = Report::new("afterword", Some("eu-west-1"), findings, "").text();
        let end = "Next, in this order:\n  aws identity\n  aws leave\n  aws protect\nThe commands are for afterword: export AWS_REGION=eu-west-1\n";
        assert!(text.ends_with(end), "{text}");
        let whole = Report::new("afterword", None, vec![Finding::pass(Check::Alarms, "confirmed")], "").text();
        assert!(!whole.contains("Next"), "{whole}");
    }
}
