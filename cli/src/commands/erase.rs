//! `afterword erase`.

use std::io::{IsTerminal as _, stdin};

use clap::Args;
use serde_json::{Value, json};

use crate::admin::Admin;
use crate::args::Target;
use crate::failure::{Failure, Kind};
use crate::output::{Output, field};

/// The order in which counts are said.
const NAMES: [&str; 7] = ["requests", "messages", "reviews", "drafts", "photos", "orders", "charges"];

/// The erasure of a person's data
#[derive(Args)]
pub struct Erase {
    /// The shop, with .test for its test mode
    shop: String,
    #[command(flatten)]
    whom: Whom,
    /// Erase without a question
    #[arg(long, conflicts_with = "status")]
    yes: bool,
}

/// The person's address, or the erasure's receipt
#[derive(Args)]
#[group(required = true, multiple = false)]
struct Whom {
    /// Their email address
    #[arg(long)]
    email: Option<String>,
    /// Their phone number, with its country code
    #[arg(long)]
    phone: Option<String>,
    /// Show how far the erasure with this receipt is
    #[arg(long, value_name = "RECEIPT")]
    status: Option<String>,
}

impl Erase {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let Self { shop, whom: Whom { email, phone, status }, yes } = self;
        let admin = Admin::connect(target).await?;
        if let Some(receipt) = status {
            let answer = admin.call("erasure", json!({"shop": shop, "receipt": receipt})).await?;
            output.answer(&answer, state);
            return Ok(());
        }
        let erase = async |only_count| {
            let person = json!({"shop": shop, "email": email, "phone": phone, "only_count": only_count});
            admin.call("erase", person).await
        };
        if !yes {
            Output::note(&format!("{}\nNothing takes an erasure back.", found(&shop, &erase(true).await?)));
            ask()?;
        }
        let answer = erase(false).await?;
        output.answer(&answer, |answer| {
            let receipt = field(answer, "receipt");
            format!("The erasure has begun. How far it is: afterword erase {shop} --status {receipt}")
        });
        Ok(())
    }
}

/// Fails unless somebody says yes.
fn ask() -> Result<(), Failure> {
    if stdin().is_terminal() {
        Output::note("Erase it? Type yes:");
    }
    let mut said = String::new();
    match stdin().read_line(&mut said) {
        Ok(_) if said.trim() == "yes" => Ok(()),
        _ => Err(Failure::new(Kind::Usage, "Nothing is erased. Say yes, or add --yes in a script.")),
    }
}

fn found(shop: &str, answer: &Value) -> String {
    let counts = counted(&answer["found"]);
    if counts.is_empty() {
        return format!("{shop} knows no customer with this address. What else has it is erased, too.");
    }
    let more = if answer["has_more"] == true { "at least " } else { "" };
    format!("Of this person, {shop} has {more}{}, and what is about them.", counts.join(", "))
}

fn counted(found: &Value) -> Vec<String> {
    let count = |several: &str| match found[several].as_u64()? {
        0 => None,
        1 => Some(format!("1 {}", several.trim_end_matches('s'))),
        count => Some(format!("{count} {several}")),
    };
    NAMES.into_iter().filter_map(count).collect()
}

fn state(answer: &Value) -> String {
    let counts = counted(&answer["found"]);
    let counts = if counts.is_empty() { String::new() } else { format!(": {}", counts.join(", ")) };
    match (answer["status"].as_str(), answer["finished_at"].as_str()) {
        (Some("done"), Some(at)) => format!("Erased at {at}{counts}."),
        (Some("failed"), _) => {
            format!("It stopped{counts}. The dead letters of `privacy` continue it: docs/operate.md.")
        }
        _ => format!("It runs since {}{counts}.", field(answer, "requested_at")),
    }
}
