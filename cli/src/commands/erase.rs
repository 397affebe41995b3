//! `afterword erase`.

use clap::Args;
use serde_json::json;

use crate::admin::Admin;
use crate::args::Target;
use crate::failure::Failure;
use crate::output::{Output, field};
use crate::shop::{ShopName, about};

/// A person to erase
#[derive(Args)]
#[group(skip)]
pub struct Erase {
    /// The shop, with .test for its test mode
    shop: ShopName,
    #[command(flatten)]
    person: Person,
}

/// The person's address
#[derive(Args)]
#[group(required = true, multiple = false)]
struct Person {
    /// Their email address
    #[arg(long)]
    email: Option<String>,
    /// Their phone number, with its country code
    #[arg(long)]
    phone: Option<String>,
}

impl Erase {
    pub async fn run(self, target: &Target, output: Output) -> Result<(), Failure> {
        let Self { shop, person: Person { email, phone } } = self;
        let input = about(Some(&shop), json!({"email": email, "phone": phone}));
        let answer = Admin::connect(target).await?.call("erase", input).await?;
        output.answer(&answer, |answer| {
            format!("The erasure has begun. {} says when it is done.", field(answer, "look_at"))
        });
        Ok(())
    }
}
