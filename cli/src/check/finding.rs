//! The report: a line for each check, whatever was found.

use std::fmt::Write as _;
use std::process::ExitCode;

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::read::Unread;
use crate::failure::Kind;

/// The column in which the second column of the text begins, and the third.
const COLUMNS: (usize, usize) = (8, 28);

/// Something that is looked at, in the order in which a new operator meets it.
macro_rules! checks {
    ($($check:ident $word:literal,)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Check { $(#[doc = concat!("`", $word, "`")] $check,)* }

        impl Check {
            /// Each of them.
            pub const ALL: &[Self] = &[$(Self::$check,)*];

            /// The name in the report.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$check => $word,)* }
            }
        }
    };
}

checks! {
    Credentials "credentials",
    Stack "stack",
    Concurrency "concurrency",
    Identity "identity",
    Address "address",
    Dkim "dkim",
    Dmarc "dmarc",
    PostalAddress "postal-address",
    ConfigurationSet "configuration-set",
    Sandbox "sandbox",
    Sending "sending",
    Quota "quota",
    Rules "rules",
    Queue "queue",
    Mappings "mappings",
    Alarms "alarms",
    Sms "sms",
}

impl Serialize for Check {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The verdict on a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// As it should be.
    Pass,
    /// Working, and somebody should know.
    Warn,
    /// Not working.
    Fail,
    /// Not to be read.
    Unknown,
    /// Not looked at, because something else comes first or it is not used.
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

/// A line of the report.
#[derive(Debug, Clone, Serialize)]
pub struct Finding {
    /// The check.
    pub check: Check,
    /// The verdict.
    pub status: Status,
    /// The state that was seen.
    pub seen: String,
    /// The command or the place that fixes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<String>,
}

impl Finding {
    /// A check whose thing is as it should be.
    pub fn pass(check: Check, seen: impl Into<String>) -> Self {
        Self { check, status: Status::Pass, seen: seen.into(), fix: None }
    }

    /// A check whose thing works, but for now, or not as well as it could.
    pub fn warn(check: Check, seen: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { check, status: Status::Warn, seen: seen.into(), fix: Some(fix.into()) }
    }

    /// A check whose thing does not work.
    pub fn fail(check: Check, seen: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { check, status: Status::Fail, seen: seen.into(), fix: Some(fix.into()) }
    }

    /// A check that was not made.
    pub fn skip(check: Check, why: impl Into<String>) -> Self {
        Self { check, status: Status::Skip, seen: why.into(), fix: None }
    }

    /// A check whose thing cannot be read.
    pub fn unknown(check: Check, unread: &Unread) -> Self {
        Self { check, status: Status::Unknown, seen: unread.to_string(), fix: Some(unread.fix()) }
    }

    /// The same for several checks that one call would have answered.
    pub fn unknown_all(checks: &[Check], unread: &Unread) -> Vec<Self> {
        checks.iter().map(|check| Self::unknown(*check, unread)).collect()
    }

    /// The verdict on a check of several things: the faults; else the first thing that could not be read; else what was seen.
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

/// Everything that was found.
pub struct Report {
    stack: String,
    region: Option<String>,
    findings: Vec<Finding>,
}

impl Report {
    /// A report with a line for each check: those that `findings` lacks were not made, because `first` says why.
    pub fn new(stack: &str, region: Option<&str>, mut findings: Vec<Finding>, first: &str) -> Self {
        for check in Check::ALL {
            if findings.iter().all(|finding| finding.check != *check) {
                findings.push(Finding::skip(*check, first));
            }
        }
        findings.sort_by_key(|finding| finding.check);
        Self { stack: stack.to_owned(), region: region.map(str::to_owned), findings }
    }

    /// Whether something does not work.
    fn has_failed(&self) -> bool {
        self.count(Status::Fail) > 0
    }

    /// The program's exit code. An account that cannot be reached is not one without a fault.
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

    /// The report for programs.
    pub fn json(&self) -> Value {
        json!({"stack": self.stack, "region": self.region, "ok": !self.has_failed(), "findings": self.findings})
    }

    /// The report for people.
    pub fn text(&self) -> String {
        let (second, third) = COLUMNS;
        let mut text = String::new();
        for finding in &self.findings {
            let Finding { check, status, seen, fix } = finding;
            // Some errors of the SDK have several lines.
            let (seen, width) = (seen.split_whitespace().collect::<Vec<_>>().join(" "), third - second);
            let _ = writeln!(text, "{:<second$}{:<width$}{seen}", status.as_str(), check.as_str());
            if let Some(fix) = fix {
                let _ = writeln!(text, "{:third$}{fix}", "");
            }
        }
        let counts = [Status::Pass, Status::Warn, Status::Fail, Status::Unknown, Status::Skip].map(|status| {
            let words = ["passed", "to look at", "failed", "unknown", "skipped"];
            format!("{} {}", self.count(status), words[status as usize])
        });
        let _ = writeln!(text, "\n{}", counts.join(" · "));
        if let Some(region) = self.region.as_ref().filter(|_| self.findings.iter().any(|finding| finding.fix.is_some()))
        {
            let _ = writeln!(text, "The commands are for {}: export AWS_REGION={region}", self.stack);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_a_line_in_order() {
        let finding = Finding::fail(Check::Stack, "none", "--stack");
        let report = Report::new("afterword", None, vec![finding], "first the stack");
        let checks: Vec<Check> = report.findings.iter().map(|finding| finding.check).collect();
        assert_eq!(checks, Check::ALL);
        let text = report.text();
        assert!(text.contains("FAIL    stack               none\n"), "{text}");
        assert!(text.contains("skip    sending             first the stack\n"), "{text}");
        assert!(text.ends_with("0 passed · 0 to look at · 1 failed · 0 unknown · 16 skipped\n"), "{text}");
    }
}
