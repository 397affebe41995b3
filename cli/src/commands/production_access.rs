//! `afterword production-access`: SES' questions to an account that wants to leave the sandbox, and the request.
#![expect(clippy::print_stderr, reason = "a program for the terminal")]

use std::io::{IsTerminal as _, stdin};
use std::process::ExitCode;

use aws_sdk_sesv2::Client;
use aws_sdk_sesv2::operation::get_account::GetAccountOutput;
use aws_sdk_sesv2::types::{ContactLanguage, MailType, ReviewStatus};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::aws;
use crate::check::{Unread, read};
use crate::failure::{Failure, Kind};
use crate::output::Output;
use crate::target::Target;

/// SES takes so many characters, and so many addresses.
const USE_CASE_MAX: usize = 5000;
const CONTACTS_MAX: usize = 4;

/// The description that is sent if no other is given. Each sentence is about what the program does by itself.
const USE_CASE: &str = "\
We send transactional emails to customers of online shops: after an order one request to review what was bought, and at most \
three reminders while it is unanswered. Addresses come with each order through the shop's authenticated API; nobody is written \
to who did not order, and no lists are bought. Each email has a link to unsubscribe and the headers for one click (RFC 8058); \
who unsubscribes gets no further email of that shop. Bounces and complaints come back through a configuration set and \
EventBridge: a permanent bounce or a complaint suppresses the address at once. A shop is held by itself when more than 4 % of \
its last 1,000 emails bounced, or more than 0.08 % were marked as spam. SES' account-level suppression list is on for both. \
Emails are signed with DKIM and leave over TLS only.";

/// The answers to SES' questions.
#[derive(Args)]
#[command(after_help = "Example:\n  afterword production-access --website https://shop.example --request")]
pub struct Options {
    /// Ask AWS; without it nothing is sent
    #[arg(long, requires = "website")]
    request: bool,
    /// Send it without a question
    #[arg(long, requires = "request")]
    yes: bool,
    /// Website of the sender, which AWS looks at
    #[arg(long, value_name = "URL")]
    website: Option<String>,
    /// Kind of email: requests for reviews after an order are transactional
    #[arg(long, value_enum, default_value = "transactional")]
    mail_type: Type,
    /// Language of AWS' answer
    #[arg(long, value_enum, default_value = "en")]
    language: Language,
    /// Another address for AWS' answer than the account's; up to four
    #[arg(long, value_name = "ADDRESS")]
    contact: Vec<String>,
    /// Description of the emails, the recipients, and how they unsubscribe; else the one that is shown
    #[arg(long, value_name = "TEXT")]
    use_case: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Type {
    Transactional,
    Marketing,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Language {
    En,
    Ja,
}

/// Shows the account's state and the answers, and sends them if that is asked for.
///
/// # Errors
/// Why the account cannot be read, or the request was not sent.
pub async fn run(target: &Target, output: Output, options: &Options) -> Result<ExitCode, Failure> {
    let use_case = options.use_case.as_deref().unwrap_or(USE_CASE);
    if use_case.chars().count() > USE_CASE_MAX || options.contact.len() > CONTACTS_MAX {
        let why = format!("SES takes {USE_CASE_MAX} characters and {CONTACTS_MAX} addresses at most.");
        return Err(Failure::new(Kind::Usage, why));
    }
    let client = Client::new(&aws::connect(target).await?);
    let account = read("ses:GetAccount", client.get_account().send()).await.map_err(unreachable)?;
    let (state, may_ask) = state(&account);
    let answers = json!({
        "website": options.website, "mail_type": MailType::from(options.mail_type).as_str(),
        "language": ContactLanguage::from(options.language).as_str(), "contact": options.contact, "use_case": use_case,
    });
    let mut shown = json!({"state": state, "answers": answers, "requested": false});
    if options.request {
        if !may_ask {
            return Err(Failure::new(Kind::Refused, format!("Nothing was sent: {state}.")));
        }
        if !options.yes {
            agree(&text(&shown))?;
        }
        request(&client, options, use_case).await?;
        shown["requested"] = json!(true);
    }
    output.answer(&shown, text);
    Ok(ExitCode::SUCCESS)
}

/// The state of the account in words, and whether asking makes sense.
fn state(account: &GetAccountOutput) -> (String, bool) {
    if account.production_access_enabled() {
        return ("the account is outside the sandbox".to_owned(), false);
    }
    let review = account.details().and_then(|details| details.review_details());
    let case = review.and_then(|review| review.case_id()).map(|case| format!(" ({case})")).unwrap_or_default();
    match review.and_then(|review| review.status()) {
        Some(ReviewStatus::Pending) => (format!("AWS is reviewing the last request{case}"), false),
        Some(ReviewStatus::Denied) => (format!("AWS denied the last request{case}: answer in its case"), true),
        Some(_) => (format!("the last review failed{case}"), true),
        None => ("the account is in the sandbox, and nobody asked AWS to leave it".to_owned(), true),
    }
}

fn agree(shown: &str) -> Result<(), Failure> {
    if !stdin().is_terminal() {
        return Err(Failure::new(Kind::Usage, "Nobody is there to agree: add --yes."));
    }
    eprintln!("{shown}\nSend this to AWS? Type yes:");
    let mut answer = String::new();
    let typed = stdin().read_line(&mut answer);
    if typed.is_ok() && answer.trim() == "yes" { Ok(()) } else { Err(Failure::new(Kind::Refused, "Nothing was sent.")) }
}

async fn request(client: &Client, options: &Options, use_case: &str) -> Result<(), Failure> {
    let contact = (!options.contact.is_empty()).then(|| options.contact.clone());
    let call = client
        .put_account_details()
        .mail_type(options.mail_type.into())
        .set_website_url(options.website.clone())
        .contact_language(options.language.into())
        .use_case_description(use_case)
        .set_additional_contact_email_addresses(contact)
        .production_access_enabled(true)
        .send();
    read("ses:PutAccountDetails", call)
        .await
        .map(drop)
        .map_err(|unread| Failure::new(Kind::Refused, unread.to_string()))
}

fn unreachable(unread: Unread) -> Failure {
    Failure::new(Kind::Unreachable, unread.to_string())
}

fn text(shown: &Value) -> String {
    let answers = &shown["answers"];
    let field = |name: &str| answers[name].as_str().unwrap_or("(missing: --website)").to_owned();
    let contact: Vec<&str> = answers["contact"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let next = if shown["requested"] == true {
        "Sent. AWS answers within a day, by email and in a case: https://console.aws.amazon.com/support/home"
    } else {
        "Nothing was sent. --request sends it."
    };
    format!(
        "State     {}\nWebsite   {}\nKind      {}\nLanguage  {}\nContact   {}\nUse case  {}\n\n{next}",
        shown["state"].as_str().unwrap_or_default(),
        field("website"),
        field("mail_type"),
        field("language"),
        if contact.is_empty() { "the account's address".to_owned() } else { contact.join(", ") },
        field("use_case"),
    )
}

impl From<Type> for MailType {
    fn from(kind: Type) -> Self {
        match kind {
            Type::Transactional => Self::Transactional,
            Type::Marketing => Self::Marketing,
        }
    }
}

impl From<Language> for ContactLanguage {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::En,
            Language::Ja => Self::Ja,
        }
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_sesv2::types::{AccountDetails, ReviewDetails};

    use super::*;

    #[test]
    fn a_request_is_sent_while_none_waits() {
        let of = |out: bool, review: Option<ReviewStatus>| {
            let review = review.map(|status| ReviewDetails::builder().status(status).case_id("case-7").build());
            let details = AccountDetails::builder().set_review_details(review).build();
            state(&GetAccountOutput::builder().production_access_enabled(out).details(details).build())
        };
        assert!(of(false, None).1);
        assert!(!of(true, None).1);
        assert_eq!(
            of(false, Some(ReviewStatus::Pending)),
            ("AWS is reviewing the last request (case-7)".to_owned(), false)
        );
        assert!(of(false, Some(ReviewStatus::Denied)).1);
        assert!(of(false, Some(ReviewStatus::Failed)).1);
    }

    #[test]
    fn the_description_fits() {
        assert!(USE_CASE.chars().count() <= USE_CASE_MAX);
    }
}
