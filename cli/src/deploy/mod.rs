//! Deployments: a release becomes a stack, takes the place of another, or is taken back.

mod bucket;
mod call;
mod change_set;
mod changes;
mod download;
mod history;
mod kinds;
pub mod manifest;
pub mod parameters;
mod progress;
mod release;
pub mod shown;
mod stack;

use std::collections::BTreeMap;
use std::io::IsTerminal as _;

use aws_sdk_cloudformation::Client;
use aws_sdk_cloudformation::types::Parameter;
use aws_types::SdkConfig;
use jiff::Timestamp;
use serde_json::json;

use crate::admin::Admin;
use crate::aws;
use crate::deploy::bucket::Bucket;
use crate::deploy::call::failed;
use crate::deploy::change_set::{ChangeSet, Wanted};
use crate::deploy::history::{Entry, History};
use crate::deploy::manifest::{File, Manifest};
use crate::deploy::parameters::Chosen;
use crate::deploy::progress::Outcome;
use crate::deploy::release::Release;
use crate::deploy::shown::Deployed;
use crate::deploy::stack::{Stack, State};
use crate::failure::{Failure, Kind};
use crate::output::Output;
use crate::target::Target;

/// The beginning of the keys in a bucket that no stack names yet.
const PREFIX: &str = "afterword/";
/// The stack's parameters that say where its code is.
const CODE_BUCKET: &str = "CodeBucket";
const CODE_PREFIX: &str = "CodePrefix";
/// The resource that answers the operator, in stacks that have one.
const ADMIN: &str = "Admin";
/// The only layout that a table had before there was one.
const FIRST_LAYOUT: u32 = 1;

/// The operator's choices.
#[derive(Debug, Default)]
pub struct Choices {
    pub bucket: Option<String>,
    pub architecture: Option<String>,
    pub parameters: BTreeMap<String, String>,
    /// The version that a stack runs which does not say it.
    pub running: Option<String>,
    pub yes: bool,
}

/// An account with the stack that a command is about.
pub struct Deployment<'a> {
    target: &'a Target,
    config: SdkConfig,
    client: Client,
    /// `None` if there is none, or one that was never deployed.
    stack: Option<Stack>,
}

impl<'a> Deployment<'a> {
    /// Looks at the stack that the command line names.
    ///
    /// # Errors
    /// If no region is named, or AWS does not answer.
    pub async fn find(target: &'a Target) -> Result<Self, Failure> {
        let config = aws::connect(target).await?;
        let client = Client::new(&config);
        let stack = Stack::find(&client, &target.stack).await?.filter(|stack| stack.state() != State::Empty);
        Ok(Self { target, config, client, stack })
    }

    /// The stack.
    ///
    /// # Errors
    /// If there is none.
    pub fn existing(&self) -> Result<&Stack, Failure> {
        self.stack.as_ref().ok_or_else(|| {
            let (stack, region) = (&self.target.stack, self.region());
            let why = format!(
                "There is no stack {stack} in {region}. `afterword deploy` makes it; check --stack and --region."
            );
            Failure::new(Kind::Refused, why)
        })
    }

    /// Makes a stack of a release, or has the release take the place of the one that runs.
    ///
    /// # Errors
    /// If it must not, or does not work.
    pub async fn deploy(&self, release: &str, choices: Choices) -> Result<Deployed, Failure> {
        match &self.stack {
            Some(stack) => stack.must_be_ready()?,
            None if choices.parameters.contains_key(parameters::SENDER) => {}
            None => {
                let why = "A new stack needs --mail-from ADDRESS: every email comes from there.";
                return Err(Failure::new(Kind::Usage, why));
            }
        }
        let release = Release::open(release).await?;
        let manifest = &release.manifest;
        let bucket = self.bucket(choices.bucket.as_deref()).await?;
        let exists = bucket.exists().await?;
        let history = if exists { bucket.history(&self.target.stack).await? } else { History::default() };
        let running = self.running(choices.running.as_deref())?;
        if let Some(running) = running {
            let known = history.running(running).map(|entry| &entry.manifest);
            manifest.may_follow(running, known)?;
            self.layout().await?.map_or(Ok(()), |layout| manifest.must_know(layout))?;
        }
        let architecture = self.stack.as_ref().and_then(|stack| stack.output("Architecture"));
        let (architecture, built) = manifest.built(choices.architecture.as_deref(), architecture)?;
        if !exists {
            Output::note(&format!("Making the bucket {}", bucket.name));
            bucket.make().await?;
        }
        // The template first: it says which parameters there are, before the zips take their time.
        let template = format!("templates/{}.yaml", built.template.sha256);
        upload(&release, &bucket, &[(&built.template, template.as_str())]).await?;
        let parameters = self.parameters(manifest, &bucket, &template, choices.parameters).await?;
        let parameters = parameters::sent(parameters);
        let zips: Vec<_> = built.functions.values().map(|code| (&code.file, code.key.as_str())).collect();
        upload(&release, &bucket, &zips).await?;
        let (at, architecture) = (now().to_string(), architecture.to_owned());
        let entry = Entry { at, architecture, template, manifest: manifest.clone() };
        let history = history.followed_by(running, entry.clone());
        self.change(&bucket, &entry, parameters, choices.yes, Some(&history)).await
    }

    /// Takes the release that runs back, to the one that was deployed before it: all calls at once.
    ///
    /// # Errors
    /// If there is none, it must not, or it does not work.
    pub async fn roll_back(&self, yes: bool) -> Result<Deployed, Failure> {
        let stack = self.existing()?;
        stack.must_be_ready()?;
        let unknown = || {
            let why = "The bucket has no release that was deployed before the one that runs. `afterword upgrade` takes one \
                       from its folder or address, the one before included.";
            Failure::new(Kind::Refused, why)
        };
        let (Some(version), Some(bucket)) = (stack.version(), self.bucket_of(stack).await?) else {
            return Err(unknown());
        };
        let history = bucket.history(&self.target.stack).await?;
        let (Some(running), Some(entry)) = (history.running(version), history.before(version)) else {
            return Err(unknown());
        };
        let before = &entry.manifest;
        before.may_follow(version, Some(&running.manifest))?;
        match self.layout().await {
            Ok(layout) => layout.map_or(Ok(()), |layout| before.must_know(layout))?,
            // What is taken back may be too broken to say it.
            Err(_) if before.knows_layouts_of(&running.manifest) => {}
            Err(failure) => return Err(failure),
        }
        let (_, built) = before.built(Some(&entry.architecture), None)?;
        for key in built.functions.values().map(|code| &code.key).chain([&entry.template]) {
            if !bucket.has(key).await? {
                let why = format!(
                    "{key} is no longer in the bucket {}. `afterword upgrade` takes the release from its folder or address.",
                    bucket.name
                );
                return Err(Failure::new(Kind::Refused, why));
            }
        }
        let parameters = self.parameters(before, &bucket, &entry.template, BTreeMap::new()).await?;
        let parameters = parameters::sent(parameters::at_once(parameters));
        let done = self.change(&bucket, entry, parameters, yes, None).await?;
        if let Some(steps) = parameters::steps(&stack.parameters) {
            Output::note(&format!(
                "A rollback takes no steps: {} is {} now. The next upgrade takes them again with --traffic-shifting {steps}",
                parameters::SHIFTING,
                parameters::AT_ONCE
            ));
        }
        Ok(done)
    }

    fn region(&self) -> &str {
        self.config.region().map(AsRef::as_ref).unwrap_or_default()
    }

    async fn account(&self) -> Result<String, Failure> {
        let who = aws_sdk_sts::Client::new(&self.config).get_caller_identity().send().await;
        let who = who.map_err(|error| failed("The credentials' account cannot be seen", &error))?;
        Ok(who.account.unwrap_or_default())
    }

    /// The version that runs; `None` if nothing does.
    fn running<'b>(&'b self, said: Option<&'b str>) -> Result<Option<&'b str>, Failure> {
        let Some(stack) = &self.stack else { return Ok(None) };
        stack.version().or(said).map(Some).ok_or_else(|| {
            let why = format!(
                "The stack {} does not say which release it runs: it was deployed from source. If you know it, add \
                 --running VERSION.",
                stack.name
            );
            Failure::new(Kind::Refused, why)
        })
    }

    /// The layout of the stack's table; `None` before its first shop.
    async fn layout(&self) -> Result<Option<u32>, Failure> {
        let call = self.client.describe_stack_resource().stack_name(&self.target.stack).logical_resource_id(ADMIN);
        if let Err(error) = call.send().await {
            let is_older = error.as_service_error().and_then(|error| error.meta().message());
            return match is_older.is_some_and(|message| message.contains("does not exist")) {
                true => Ok(Some(FIRST_LAYOUT)),
                false => Err(failed("The stack's resources cannot be seen", &error)),
            };
        }
        let mut answer = Admin::connect(self.target).await?.call("show_service", json!({})).await?;
        let layout = serde_json::from_value(answer["layout"].take());
        layout.map_err(|error| Failure::new(Kind::Refused, "The table's layout is no number.").because(&error))
    }

    /// The bucket that is asked for, or the stack's, or the account's own.
    async fn bucket(&self, asked: Option<&str>) -> Result<Bucket, Failure> {
        let account = self.account().await?;
        let of_stack = |name: &str| self.stack.as_ref().and_then(|stack| stack.parameters.get(name)).cloned();
        let name = asked.map(str::to_owned).or_else(|| of_stack(CODE_BUCKET));
        let name = name.unwrap_or_else(|| format!("afterword-{account}-{}", self.region()));
        let prefix = of_stack(CODE_PREFIX).unwrap_or_else(|| PREFIX.to_owned());
        Ok(Bucket::new(self.target, &self.config, account, name, prefix))
    }

    /// The bucket that a stack has its code from; `None` if it was deployed from source.
    async fn bucket_of(&self, stack: &Stack) -> Result<Option<Bucket>, Failure> {
        match stack.parameters.contains_key(CODE_BUCKET) {
            true => self.bucket(None).await.map(Some),
            false => Ok(None),
        }
    }

    /// The values of a template's parameters, of which some are given now.
    async fn parameters(
        &self,
        manifest: &Manifest,
        bucket: &Bucket,
        template: &str,
        mut given: BTreeMap<String, String>,
    ) -> Result<BTreeMap<String, Chosen>, Failure> {
        given.insert(manifest.parameters.bucket.clone(), bucket.name.clone());
        given.insert(manifest.parameters.prefix.clone(), bucket.prefix.clone());
        let declared = change_set::parameters(&self.client, &bucket.address(template)).await?;
        let before = self.stack.as_ref().map(Stack::parameter_names).unwrap_or_default();
        parameters::choose(&declared, given, &before)
    }

    /// Shows what a release changes, asks, and changes it. With a history, the release becomes part of it.
    async fn change(
        &self,
        bucket: &Bucket,
        Entry { manifest, architecture, template, .. }: &Entry,
        parameters: Vec<Parameter>,
        yes: bool,
        history: Option<&History>,
    ) -> Result<Deployed, Failure> {
        let Self { target, client, stack, .. } = self;
        let url = |stack: &Stack| stack.output("ApiUrl").map(str::to_owned);
        let mut deployed = Deployed {
            stack: target.stack.clone(),
            region: self.region().to_owned(),
            status: stack.as_ref().map(|stack| stack.status.clone()).unwrap_or_default(),
            version: manifest.version.clone(),
            before: stack.as_ref().and_then(Stack::version).map(str::to_owned),
            architecture: architecture.clone(),
            url: stack.as_ref().and_then(url),
            usd_a_month_at_rest: manifest.usd_a_month_at_rest.clone(),
            changes: None,
        };
        let wanted = Wanted {
            stack: &target.stack,
            is_new: stack.is_none(),
            template: &bucket.address(template),
            parameters,
            capabilities: &manifest.capabilities,
            name: &format!("afterword-{}", now().as_millisecond()),
        };
        let Some(set) = ChangeSet::make(client, wanted).await? else { return Ok(deployed) };
        Output::note(&deployed.plan(&set.changes));
        let agreed = set.changes.must_keep_data().and_then(|()| agreed(yes));
        if let Err(refused) = agreed {
            set.discard(client).await;
            return Err(refused);
        }
        if let Some(history) = history {
            bucket.put_history(&target.stack, history).await?;
        }
        let last = progress::last_event(client, &target.stack).await?;
        set.execute(client).await?;
        let Outcome { status, problems } = progress::follow(client, &target.stack, last, set.changes.count()).await?;
        if !matches!(status.as_str(), "CREATE_COMPLETE" | "UPDATE_COMPLETE") {
            let causes: String = problems.iter().map(|problem| format!("\n  {}", problem.in_words())).collect();
            let why = format!("The deployment failed, and the stack is {status} now.{causes}");
            return Err(Failure::new(Kind::Refused, why));
        }
        deployed.status = status;
        deployed.url = Stack::find(client, &target.stack).await?.as_ref().and_then(url);
        deployed.changes = Some(set.changes);
        Ok(deployed)
    }
}

/// Uploads files under their keys, unless they are there: a key has the checksum of what is under it.
async fn upload(release: &Release, bucket: &Bucket, files: &[(&File, &str)]) -> Result<(), Failure> {
    for (number, (file, key)) in files.iter().enumerate() {
        if !bucket.has(key).await? {
            let (number, tenths) = (number + 1, file.size.div_ceil(100_000));
            let (of, name) = (files.len(), &file.name);
            Output::note(&format!("  uploading {number} of {of}: {name}, {}.{} MB", tenths / 10, tenths % 10));
            bucket.put(key, release.read(file).await?).await?;
        }
    }
    Ok(())
}

/// Asks whether to go on: once, and only a person.
fn agreed(yes: bool) -> Result<(), Failure> {
    if yes {
        return Ok(());
    }
    let stdin = std::io::stdin();
    if !stdin.is_terminal() {
        return Err(Failure::new(Kind::Usage, "Nothing was changed: nobody is here to be asked. Add --yes."));
    }
    Output::ask("Do it? [y/N] ");
    let mut answer = String::new();
    let read = stdin.read_line(&mut answer);
    match read.is_ok() && matches!(answer.trim(), "y" | "Y" | "yes") {
        true => Ok(()),
        false => Err(Failure::new(Kind::Refused, "Nothing was changed.")),
    }
}

#[expect(clippy::disallowed_methods, reason = "a program for the terminal: nothing replays it")]
fn now() -> Timestamp {
    Timestamp::now()
}
