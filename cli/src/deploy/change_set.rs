//! Change sets: what a deployment would do, and then does.

use std::collections::BTreeSet;
use std::time::Duration;

use aws_sdk_cloudformation::Client;
use aws_sdk_cloudformation::types::{Capability, ChangeSetStatus, ChangeSetType, Parameter, Tag};

use crate::deploy::call::failed;
use crate::deploy::changes::Changes;
use crate::deploy::stack::{Stack, State};
use crate::failure::{Failure, Kind};

const INTERVAL: Duration = Duration::from_secs(1);
/// CloudFormation runs the transform and compares some 300 resources in less than a minute.
const POLLS_MAX: u32 = 300;
/// Reasons of a change set that changes nothing; CloudFormation has no code for it.
const NOTHING: [&str; 2] = ["didn't contain changes", "No updates are to be performed"];

/// A template in a bucket, and how it is deployed.
#[derive(Debug)]
pub struct Wanted<'a> {
    pub stack: &'a str,
    pub is_new: bool,
    pub template: &'a str,
    pub parameters: Vec<Parameter>,
    pub capabilities: &'a [String],
    pub name: &'a str,
}

/// A change set that may be executed.
#[derive(Debug)]
pub struct ChangeSet {
    id: String,
    stack: String,
    is_new: bool,
    pub changes: Changes,
}

/// The names of a template's parameters.
///
/// # Errors
/// If CloudFormation cannot read the template.
pub async fn parameters(client: &Client, template: &str) -> Result<BTreeSet<String>, Failure> {
    let summary = client.get_template_summary().template_url(template).send().await;
    let summary = summary.map_err(|error| failed("The template cannot be read", &error))?;
    Ok(summary.parameters().iter().filter_map(|parameter| parameter.parameter_key().map(str::to_owned)).collect())
}

impl ChangeSet {
    /// Makes a change set; `None` if nothing would change.
    ///
    /// # Errors
    /// If CloudFormation refuses it.
    pub async fn make(client: &Client, wanted: Wanted<'_>) -> Result<Option<Self>, Failure> {
        let Wanted { stack, is_new, template, parameters, capabilities, name } = wanted;
        let what = "The change set cannot be made";
        let kind = if is_new { ChangeSetType::Create } else { ChangeSetType::Update };
        let capabilities = capabilities.iter().map(|name| Capability::from(name.as_str())).collect();
        // Without tags, an existing stack keeps those that it has.
        let tags = is_new.then(|| vec![Tag::builder().key("app").value("afterword").build()]);
        let made = client
            .create_change_set()
            .stack_name(stack)
            .change_set_name(name)
            .change_set_type(kind)
            .template_url(template)
            .set_parameters(Some(parameters))
            .set_capabilities(Some(capabilities))
            .set_tags(tags)
            .send()
            .await
            .map_err(|error| failed(what, &error))?;
        let mut set =
            Self { id: made.id.unwrap_or_default(), stack: stack.to_owned(), is_new, changes: Changes::default() };
        for _ in 0..POLLS_MAX {
            let described = client.describe_change_set().change_set_name(&set.id).stack_name(stack).send().await;
            let described = described.map_err(|error| failed(what, &error))?;
            match described.status() {
                Some(ChangeSetStatus::CreateComplete) => {
                    set.changes = set.describe(client).await?;
                    return Ok(Some(set));
                }
                Some(ChangeSetStatus::Failed) => {
                    let reason = described.status_reason().unwrap_or_default();
                    set.discard(client).await;
                    if NOTHING.iter().any(|nothing| reason.contains(nothing)) {
                        return Ok(None);
                    }
                    return Err(Failure::new(Kind::Refused, format!("CloudFormation refuses the template: {reason}")));
                }
                _ => tokio::time::sleep(INTERVAL).await,
            }
        }
        set.discard(client).await;
        Err(Failure::new(Kind::Unreachable, "CloudFormation did not make the change set in time. Try again later."))
    }

    async fn describe(&self, client: &Client) -> Result<Changes, Failure> {
        let mut all = Vec::new();
        let call = client.describe_change_set().change_set_name(&self.id).stack_name(&self.stack);
        let mut pages = call.into_paginator().send();
        while let Some(page) = pages.next().await {
            let page = page.map_err(|error| failed("The change set cannot be read", &error))?;
            all.extend(page.changes.unwrap_or_default().into_iter().filter_map(|change| change.resource_change));
        }
        Ok(Changes::of(all.iter()))
    }

    /// Begins to do what the change set says.
    ///
    /// # Errors
    /// If CloudFormation refuses: another change may have come first.
    pub async fn execute(&self, client: &Client) -> Result<(), Failure> {
        let call = client.execute_change_set().change_set_name(&self.id).stack_name(&self.stack);
        // What fails is taken back, whatever the account's default is.
        call.disable_rollback(false)
            .send()
            .await
            .map_err(|error| failed("The change set cannot be executed", &error))?;
        Ok(())
    }

    /// Deletes the change set, and the empty stack that came with it. What is left of it does no harm.
    pub async fn discard(&self, client: &Client) {
        let _ = client.delete_change_set().change_set_name(&self.id).stack_name(&self.stack).send().await;
        let is_empty = |stack: Stack| stack.state() == State::Empty;
        if self.is_new && Stack::find(client, &self.stack).await.is_ok_and(|found| found.is_some_and(is_empty)) {
            let _ = client.delete_stack().stack_name(&self.stack).send().await;
        }
    }
}
