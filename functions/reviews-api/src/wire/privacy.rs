//! The JSON of exports and erasures.

use app::idempotency::Reply;
use app::privacy::DataSubject;
use domain::customer::CustomerKey;
use domain::privacy::{PersonCounts, PrivacyKind, PrivacyStatus, ReviewsChoice};
use domain::values::value::{Kind, Maybe, Text, UNSAID};
use domain::values::{CustomerId, EmailAddress, Guid, Invalid, Phone};
use edge::error::Error;
use edge::native::seconds;
use edge::openapi::words_of;
use serde::Serialize;
use store::privacy::PrivacyJob;
use store::privacy::shop_export::{ExportFile, ShopExport};
use utoipa::ToSchema;

const SUBJECT_RULE: &str = "Give exactly one of `email`, `phone` (with its country code, such as +491711234567) and `customer_id` (a customer's `id` or contact id).";

edge::input! {
    /// The person to export, by exactly one of these fields.
    pub(crate) struct SubjectInput {
        email: Maybe<EmailAddress>, as email(), at "subject", or SUBJECT_RULE;
        /// With country code.
        phone: Maybe<Phone>, at "subject", or SUBJECT_RULE;
        /// The customer's id in More Good Reviews' API, or the contact's id in Wix'.
        customer_id: Maybe<CustomerGuid>, at "subject", or SUBJECT_RULE;
    }
}

impl SubjectInput {
    /// Errors: [`Error::Field`] unless exactly one field is given.
    pub(crate) fn parse(self) -> Result<DataSubject, Error> {
        subject(self.email?, self.phone?, self.customer_id?)
    }
}

edge::input! {
    /// The person to erase, by exactly one of `email`, `phone` and `customer_id`.
    pub(crate) struct EraseInput {
        email: Maybe<EmailAddress>, as email(), at "subject", or SUBJECT_RULE;
        /// With country code.
        phone: Maybe<Phone>, at "subject", or SUBJECT_RULE;
        /// The customer's id in More Good Reviews' API, or the contact's id in Wix'.
        customer_id: Maybe<CustomerGuid>, at "subject", or SUBJECT_RULE;
        // With `anonymise`, the stars and words of the person's reviews stay, without name, photos and answer.
        reviews: Option<ReviewsChoice>, or "`reviews` must be \"delete\" or \"anonymise\"; omit it for \"delete\".";
    }
}

impl EraseInput {
    pub(crate) fn parse(self) -> Result<(DataSubject, ReviewsChoice), Error> {
        let subject = subject(self.email?, self.phone?, self.customer_id?)?;
        Ok((subject, self.reviews?.unwrap_or(ReviewsChoice::Delete)))
    }
}

fn email() -> Kind {
    Kind::Text(Text { format: Some("email"), ..Text::default() })
}

/// A customer's id as the APIs show it.
enum CustomerGuid {}

domain::reads_text! {
    CustomerGuid: CustomerId = |id| Guid::parse(id).ok().and_then(CustomerId::from_guid).ok_or(UNSAID),
        Text { format: Some("uuid"), ..Text::default() };
}

fn subject(
    email: Option<EmailAddress>,
    phone: Option<Phone>,
    customer: Option<CustomerId>,
) -> Result<DataSubject, Error> {
    match (email, phone, customer) {
        (Some(email), None, None) => Ok(DataSubject::Address(CustomerKey::Email(email))),
        (None, Some(phone), None) => Ok(DataSubject::Address(CustomerKey::Phone(phone))),
        (None, None, Some(id)) => Ok(DataSubject::Customer(id)),
        _ => Err(Error::field("subject")(Invalid(SUBJECT_RULE))),
    }
}

/// The receipt of an accepted call.
#[derive(Serialize, ToSchema)]
pub(crate) struct PrivacyReceipt {
    /// Always `true`.
    ok: bool,
    /// `GET /api/v1/privacy/{receipt}` shows the progress.
    #[schema(format = "uuid")]
    receipt: String,
    #[schema(schema_with = words_of::<PrivacyStatus>)]
    status: &'static str,
}

pub(crate) fn accepted(job: &PrivacyJob) -> Result<Reply, app::error::Error> {
    Reply::json(202, &PrivacyReceipt { ok: true, receipt: job.receipt.to_string(), status: job.status.as_str() })
}

/// The receipt in a path. A malformed receipt is answered like an unknown one.
pub(crate) fn receipt(segment: &str) -> Result<Guid, app::error::Error> {
    Guid::parse(segment).map_err(|_| app::error::Error::NotFound)
}

/// An export or erasure.
#[derive(Serialize, ToSchema)]
#[schema(as = PrivacyStatus)]
pub(crate) struct PrivacyStatusBody {
    #[schema(format = "uuid")]
    receipt: String,
    #[schema(schema_with = words_of::<PrivacyKind>)]
    kind: &'static str,
    #[schema(schema_with = words_of::<PrivacyStatus>)]
    status: &'static str,
    #[schema(format = DateTime)]
    requested_at: String,
    #[schema(required, format = DateTime)]
    finished_at: Option<String>,
    /// The person's records by kind; all 0 until Afterword has searched for them.
    counts: PrivacyCounts,
    /// The URL of the export, which works for 24 hours; `null` unless a finished export can be downloaded.
    #[schema(required, format = "uri")]
    download_url: Option<String>,
}

/// A person's records by kind.
#[derive(Serialize, ToSchema)]
struct PrivacyCounts {
    customers: u64,
    requests: u64,
    messages: u64,
    reviews: u64,
    drafts: u64,
    problems: u64,
    photos: u64,
    orders: u64,
    charges: u64,
    suppressions: u64,
    deliveries: u64,
}

impl PrivacyStatusBody {
    pub(crate) fn new(job: &PrivacyJob, download_url: Option<String>) -> Self {
        let PersonCounts {
            customers,
            requests,
            messages,
            reviews,
            drafts,
            problems,
            photos,
            orders,
            charges,
            suppressions,
            deliveries,
        } = job.counts.unwrap_or_default();
        Self {
            receipt: job.receipt.to_string(),
            kind: job.kind.as_str(),
            status: job.status.as_str(),
            requested_at: seconds(job.requested_at),
            finished_at: job.finished_at.map(seconds),
            counts: PrivacyCounts {
                customers,
                requests,
                messages,
                reviews,
                drafts,
                problems,
                photos,
                orders,
                charges,
                suppressions,
                deliveries,
            },
            download_url,
        }
    }
}

/// An export of all the shop's data.
#[derive(Serialize, ToSchema)]
#[schema(as = ShopExport)]
pub(crate) struct ShopExportBody {
    #[schema(format = "uuid")]
    receipt: String,
    #[schema(schema_with = words_of::<PrivacyStatus>)]
    status: &'static str,
    #[schema(format = DateTime)]
    requested_at: String,
    #[schema(required, format = DateTime)]
    finished_at: Option<String>,
    /// Empty until the export is done.
    files: Vec<ShopFileBody>,
}

/// A file of JSON Lines.
#[derive(Serialize, ToSchema)]
#[schema(as = ShopFile)]
struct ShopFileBody {
    /// The file's name, which tells the kind of data, such as `reviews.jsonl`. A second file of the same kind is
    /// `reviews-002.jsonl`.
    name: String,
    /// The number of lines in the file.
    rows: u64,
    /// Works for 15 minutes.
    #[schema(format = "uri")]
    url: String,
}

impl ShopExportBody {
    pub(crate) fn new(export: &ShopExport, files: Vec<(ExportFile, String)>) -> Self {
        let status = match export.finished_at {
            Some(_) => PrivacyStatus::Done,
            None => PrivacyStatus::Running,
        };
        let file = |(ExportFile { name, rows }, url)| ShopFileBody { name, rows, url };
        Self {
            receipt: export.receipt.to_string(),
            status: status.as_str(),
            requested_at: seconds(export.asked_at),
            finished_at: export.finished_at.map(seconds),
            files: files.into_iter().map(file).collect(),
        }
    }
}
