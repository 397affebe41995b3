//! The JSON of exports and erasures.

use app::idempotency::Reply;
use app::privacy::DataSubject;
use domain::customer::CustomerKey;
use domain::privacy::{PersonCounts, PrivacyKind, PrivacyStatus, ReviewsChoice};
use domain::values::value::{Kind, Maybe, Text, UNSAID};
use domain::values::{CustomerId, EmailAddress, Guid, Invalid, Phone};
use edge::error::Error;
use edge::shown::{OneOf, Time, Url, Uuid};
use store::privacy::PrivacyJob;
use store::privacy::shop_export::{ExportFile, ShopExport};

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

pub(crate) fn accepted(job: &PrivacyJob) -> Result<Reply, app::error::Error> {
    Reply::json(202, &PrivacyReceipt::new(job))
}

/// The receipt in a path. A malformed receipt is answered like an unknown one.
pub(crate) fn receipt(segment: &str) -> Result<Guid, app::error::Error> {
    Guid::parse(segment).map_err(|_| app::error::Error::NotFound)
}

edge::shown! {
    /// The receipt of an accepted call.
    pub(crate) struct PrivacyReceipt(job: &PrivacyJob) {
        /// Always `true`.
        ok: bool = true;
        /// `GET /api/v1/privacy/{receipt}` shows the progress.
        receipt: Uuid = job.receipt;
        status: OneOf<PrivacyStatus> = job.status;
    }

    /// An export or erasure.
    pub(crate) struct PrivacyStatusBody as PrivacyStatus ((job, download): (&PrivacyJob, Option<String>)) {
        receipt: Uuid = job.receipt;
        kind: OneOf<PrivacyKind> = job.kind;
        status: OneOf<PrivacyStatus> = job.status;
        requested_at: Time = job.requested_at;
        finished_at: Option<Time> = job.finished_at;
        /// The person's records by kind; all 0 until Afterword has searched for them.
        counts: PrivacyCounts = job.counts.unwrap_or_default();
        /// The URL of the export, which works for 24 hours; `null` unless a finished export can be downloaded.
        download_url: Option<Url> = download;
    }

    /// A person's records by kind.
    struct PrivacyCounts(counts: PersonCounts) {
        customers: u64 = counts.customers;
        requests: u64 = counts.requests;
        messages: u64 = counts.messages;
        reviews: u64 = counts.reviews;
        drafts: u64 = counts.drafts;
        problems: u64 = counts.problems;
        photos: u64 = counts.photos;
        orders: u64 = counts.orders;
        charges: u64 = counts.charges;
        suppressions: u64 = counts.suppressions;
        deliveries: u64 = counts.deliveries;
    }

    /// An export of all the shop's data.
    pub(crate) struct ShopExportBody as ShopExport ((export, files): (&ShopExport, Vec<(ExportFile, String)>)) {
        receipt: Uuid = export.receipt;
        status: OneOf<PrivacyStatus> =
            if export.finished_at.is_some() { PrivacyStatus::Done } else { PrivacyStatus::Running };
        requested_at: Time = export.asked_at;
        finished_at: Option<Time> = export.finished_at;
        /// Empty until the export is done.
        files: Vec<ShopFileBody> = files;
    }

    /// A file of JSON Lines.
    struct ShopFileBody as ShopFile ((file, url): (ExportFile, String)) {
        /// The file's name, which tells the kind of data, such as `reviews.jsonl`. A second file of the same kind is
        /// `reviews-002.jsonl`.
        name: String = file.name;
        /// The number of lines in the file.
        rows: u64 = file.rows;
        /// Works for 15 minutes.
        url: Url = url;
    }
}
