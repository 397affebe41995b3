//! Erases a person's data.

use app::privacy::{person_at, start};
use domain::customer::CustomerKey;
use domain::privacy::{PrivacyKind, ReviewsChoice};
use domain::review::Actor;
use domain::values::{EmailAddress, Guid, Phone};
use serde::Deserialize;
use serde_json::{Value, json};
use store::privacy::PrivacyJob;

use crate::call::Call;
use crate::failure::Failure;

/// The person whose data a shop erases. Exactly one of `email` and `phone` is given.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Erase {
    tenant: String,
    mode: String,
    email: Option<String>,
    /// With country code.
    phone: Option<String>,
}

impl Erase {
    pub(crate) async fn run(self, call: &Call<'_>) -> Result<Value, Failure> {
        let Self { tenant, mode, email, phone } = self;
        let address = match (email, phone) {
            (Some(email), None) => CustomerKey::Email(EmailAddress::parse(&email)?),
            (None, Some(phone)) => CustomerKey::Phone(Phone::parse(&phone)?),
            _ => return Err(Failure::Invalid("Name the person either by `email` or by `phone`.".to_owned())),
        };
        let (tenant, record) = call.shop(&tenant, &mode).await?;
        let (parts, reviews) = (call.parts, ReviewsChoice::Delete);
        let person = person_at(&address, &*parts.vault.tenant(&tenant, &record.root, call.now).await?);
        let receipt = Guid::random(parts.random.bytes());
        let job = PrivacyJob::new(receipt, PrivacyKind::Erase, person, reviews, Actor::System, call.now);
        let entry =
            call.operator.entry("erase", receipt, [Value::Null, json!({"reviews": reviews.as_str()})], call.now);
        start(&parts.store, &parts.privacy, &tenant, &job, &entry).await?;
        // The call of the shop's API that shows the progress.
        let look_at = format!("GET /api/v1/privacy/{receipt}");
        Ok(json!({"receipt": receipt.to_string(), "status": job.status.as_str(), "look_at": look_at}))
    }
}
