//! The answers of the commands.

use serde::Serialize;
use serde_json::Number;

use crate::deploy::Deployment;
use crate::deploy::changes::Changes;
use crate::deploy::history::History;
use crate::deploy::progress;
use crate::deploy::stack::{Output, Problem, State};
use crate::failure::Failure;

/// A deployment that is done.
#[derive(Debug, Serialize)]
pub struct Deployed {
    pub stack: String,
    pub region: String,
    pub status: String,
    pub version: String,
    /// The version that ran before.
    pub before: Option<String>,
    pub architecture: String,
    pub url: Option<String>,
    pub usd_a_month_at_rest: Option<Number>,
    /// Absent if nothing had to change.
    pub changes: Option<Changes>,
}

/// The state of a stack.
#[derive(Debug, Serialize)]
pub struct Status {
    pub stack: String,
    pub region: String,
    pub status: String,
    pub reason: Option<String>,
    pub version: Option<String>,
    pub architecture: Option<String>,
    pub changed_at: Option<String>,
    pub url: Option<String>,
    /// The version that a rollback leads to.
    pub rollback_to: Option<String>,
    /// The resources that failed in the last change.
    pub problems: Vec<Problem>,
}

/// The outputs of a stack.
#[derive(Debug, Serialize)]
pub struct Outputs {
    pub stack: String,
    pub outputs: Vec<Output>,
}

impl Deployed {
    /// Lines about what is going to happen.
    pub fn plan(&self, changes: &Changes) -> String {
        let Self { stack, region, version, before, .. } = self;
        let over = before.as_ref().map(|before| format!(" in place of {before}")).unwrap_or_default();
        let cost = self
            .usd_a_month_at_rest
            .as_ref()
            .map(|usd| format!("A month without any request costs about {usd} USD; README says what requests cost.\n"));
        format!(
            "Afterword {version}{over}, stack {stack} in {region}:\n{}{}",
            changes.in_words(),
            cost.unwrap_or_default()
        )
    }

    /// Lines about what happened, and what is next.
    pub fn in_words(&self) -> String {
        let Self { stack, region, version, before, changes, .. } = self;
        let what = match (changes, before) {
            (None, _) => format!("Nothing had to change: {stack} runs {version}.\n"),
            (Some(_), Some(before)) if before != version => format!("{stack} runs {version} now, after {before}.\n"),
            (Some(_), _) => format!("{stack} runs {version} now.\n"),
        };
        let url = self.url.as_ref().map(|url| format!("Its address is {url}\n")).unwrap_or_default();
        let next = match before {
            None => format!(
                "Next: afterword --stack {stack} --region {region} shops create acme --name Acme\n\
                 and:  afterword --stack {stack} --region {region} check, which says what is still missing.\n"
            ),
            Some(_) => String::new(),
        };
        format!("{what}{url}{next}")
    }
}

impl Status {
    /// Whether the last change of the stack was done, and nothing else is under way.
    pub fn is_well(&self) -> bool {
        State::of(&self.status) == State::Ready && !self.status.contains("ROLLBACK")
    }

    /// Lines for people.
    pub fn in_words(&self) -> String {
        let or_unknown = |text: &Option<String>, unknown: &str| text.clone().unwrap_or_else(|| unknown.to_owned());
        let mut lines = vec![
            format!("stack     {} in {}", self.stack, self.region),
            format!("state     {}: {}", self.status, words(&self.status)),
            format!(
                "version   {}, {}",
                or_unknown(&self.version, "unknown: deployed from source"),
                or_unknown(&self.architecture, "arm64")
            ),
            format!("changed   {}", or_unknown(&self.changed_at, "unknown")),
            format!("address   {}", or_unknown(&self.url, "none yet")),
            format!(
                "rollback  {}",
                self.rollback_to.as_ref().map_or("to nothing: no release before".to_owned(), |to| format!("to {to}"))
            ),
        ];
        lines.extend(self.reason.iter().map(|reason| format!("reason    {reason}")));
        lines.extend(self.problems.iter().map(|problem| format!("failed    {}", problem.in_words())));
        lines.join("\n")
    }
}

impl Outputs {
    /// Lines for people.
    pub fn in_words(&self) -> String {
        let lines = self
            .outputs
            .iter()
            .map(|Output { name, value, description }| format!("{name}  {value}\n    {description}\n"));
        lines.collect()
    }
}

fn words(status: &str) -> &'static str {
    match State::of(status) {
        State::Empty => "never deployed",
        State::Ready if status.contains("ROLLBACK") => "it runs; the last deployment failed and was taken back",
        State::Ready => "it runs",
        State::Busy => "it is being changed",
        State::Failed => "its first deployment failed; delete it",
        State::Stuck => "the last deployment could not be taken back: continue the rollback in the console",
    }
}

impl Deployment<'_> {
    /// The state of the stack.
    ///
    /// # Errors
    /// If there is none, or AWS does not answer.
    pub async fn status(&self) -> Result<Status, Failure> {
        let stack = self.existing()?;
        let history = match self.bucket_of(stack).await? {
            Some(bucket) => bucket.history(&stack.name).await?,
            None => History::default(),
        };
        let rollback_to = stack.version().and_then(|version| history.before(version));
        let mut status = Status {
            stack: stack.name.clone(),
            region: self.region().to_owned(),
            status: stack.status.clone(),
            reason: stack.reason.clone(),
            version: stack.version().map(str::to_owned),
            architecture: stack.output("Architecture").map(str::to_owned),
            changed_at: stack.changed_at.clone(),
            url: stack.output("ApiUrl").map(str::to_owned),
            rollback_to: rollback_to.map(|entry| entry.manifest.version.clone()),
            problems: Vec::new(),
        };
        if !status.is_well() {
            status.problems = progress::problems_of_last_change(&self.client, &stack.name).await?;
        }
        Ok(status)
    }

    /// The stack's outputs.
    ///
    /// # Errors
    /// If there is no stack.
    pub fn outputs(&self) -> Result<Outputs, Failure> {
        let stack = self.existing()?;
        Ok(Outputs { stack: stack.name.clone(), outputs: stack.outputs.clone() })
    }
}
