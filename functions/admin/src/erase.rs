//! Erases a person's data, after it said how much there is, and shows how far that is.

use app::privacy::{person_at, start, stored_about};
use domain::customer::CustomerKey;
use domain::privacy::{PersonCounts, PrivacyKind, ReviewsChoice};
use domain::review::Actor;
use domain::values::{EmailAddress, Guid, Phone, Tenant};
use edge::native::seconds;
use serde_json::{Value, json};
use store::privacy::PrivacyJob;
use vault::TenantKeys;

use crate::call::Call;
use crate::failure::Failure;

pub(crate) async fn erase(
    call: &Call<'_>,
    shop: String,
    email: Option<String>,
    phone: Option<String>,
    only_count: bool,
) -> Result<Value, Failure> {
    let address = match (email, phone) {
        (Some(email), None) => CustomerKey::Email(EmailAddress::parse(&email)?),
        (None, Some(phone)) => CustomerKey::Phone(Phone::parse(&phone)?),
        _ => return Err(Failure::Invalid("Name the person either by `email` or by `phone`.".to_owned())),
    };
    let (tenant, record) = call.shop(&shop).await?;
    let (parts, reviews) = (call.parts, ReviewsChoice::Delete);
    let keys = parts.vault.tenant(&tenant, &record.root, call.now).await?;
    if only_count {
        return counted(call, &tenant, &keys, &address).await;
    }
    let receipt = Guid::random(parts.random.bytes());
    let person = person_at(&address, &keys);
    let job = PrivacyJob::new(receipt, PrivacyKind::Erase, person, reviews, Actor::System, call.now);
    let entry = call.operator.entry("erase", receipt, [Value::Null, json!({"reviews": reviews.as_str()})], call.now);
    start(&parts.store, &parts.privacy, &tenant, &job, &entry).await?;
    Ok(json!({"receipt": receipt.to_string(), "status": job.status.as_str()}))
}

async fn counted(call: &Call<'_>, tenant: &Tenant, keys: &TenantKeys, address: &CustomerKey) -> Result<Value, Failure> {
    let (store, index) = (&call.parts.store, keys.recipient_index(address));
    let customer = match store.customer_at(tenant, address.channel(), &index).await? {
        Some(id) => store.customer(tenant, id, keys).await?,
        None => None,
    };
    let (counts, has_more) = match customer {
        Some(customer) => stored_about(store, tenant, keys, &customer).await?,
        // Reviews from a file may have an address that no customer has.
        None => {
            let reviews = store.imported_reviews(tenant, &index).await?.len();
            (PersonCounts { reviews: reviews.try_into().unwrap_or(u64::MAX), ..PersonCounts::default() }, false)
        }
    };
    Ok(json!({"found": counts, "has_more": has_more}))
}

pub(crate) async fn erasure(call: &Call<'_>, shop: String, receipt: String) -> Result<Value, Failure> {
    let (tenant, _) = call.shop(&shop).await?;
    let job = match Guid::parse(&receipt) {
        Ok(receipt) => call.parts.store.one::<PrivacyJob>(&tenant, receipt).await?,
        Err(_) => None,
    };
    let unknown = || Failure::NotFound("The shop has no erasure with this receipt, or it was a year ago.".to_owned());
    let job = job.filter(|job| job.kind == PrivacyKind::Erase).ok_or_else(unknown)?;
    let found = job.counts.or_else(|| Some(job.progress.as_ref()?.counts));
    Ok(json!({
        "receipt": job.receipt.to_string(),
        "status": job.status.as_str(),
        "requested_at": seconds(job.requested_at),
        "finished_at": job.finished_at.map(seconds),
        "found": found,
    }))
}
