//! SES v2: `SendEmail` with its errors, `GetAccount`, identities and `DeleteSuppressedDestination`.

mod events;
mod identities;
mod standing;
mod suppressed;

use std::{collections::BTreeMap, iter};

use bytes::Bytes;
use dynoxide::Database;
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};

pub use self::events::MailEvent;
use self::events::{life_of, local_part};
use self::identities::Identities;
pub(super) use self::standing::MailRate;
pub use self::standing::MailStanding;
use self::suppressed::REASONS;
pub(super) use self::suppressed::SuppressedAddresses;
use super::{
    event_bridge::EventBridge,
    inbox::{Inbox, Mail},
    stack::EmailSettings,
    wire::{self, Call, Refusal, Service},
};

const MESSAGE_BYTES_MAX: usize = 40 * 1024 * 1024;
/// SES' limits on recipients, headers, tags, and an address' bytes.
const RECIPIENTS_MAX: usize = 50;
const HEADERS_MAX: usize = 15;
const HEADER_NAME_MAX: usize = 126;
const HEADER_VALUE_MAX: usize = 995;
const HEADER_BOTH_MAX: usize = 996;
const TAGS_MAX: usize = 50;
const TAG_MAX: usize = 256;
const ADDRESS_MAX: usize = 320;

/// The time for which the quota of a day counts.
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// The quota of a day, unless a test sets another one.
const A_DAY: u32 = 50_000;
/// Tags that become parts of the header `Feedback-ID`
/// (<https://docs.aws.amazon.com/ses/latest/dg/event-publishing-send-email.html>).
const FEEDBACK_IDS: [&str; 2] = ["ses:feedback-id-a", "ses:feedback-id-b"];

/// For each action that does not send email, SES accepts one call a second from the whole account
/// (<https://docs.aws.amazon.com/ses/latest/dg/quotas.html>, "Quotas related to the Amazon SES API").
const CALLS_EVERY: SignedDuration = SignedDuration::from_secs(1);

/// Headers that SES writes itself from the other fields.
const RESERVED_HEADERS: [&str; 12] = [
    "bcc",
    "cc",
    "content-disposition",
    "content-type",
    "date",
    "from",
    "message-id",
    "mime-version",
    "reply-to",
    "return-path",
    "subject",
    "to",
];

/// SES' account. At the start it has no identity and cannot send.
pub(super) struct MailAccount {
    pub(super) identities: Identities,
    pub(super) standing: MailStanding,
    /// Whether the events of emails and SMS are lost, because SES and EventBridge do not guarantee their delivery.
    pub(super) loses_events: bool,
    pub(super) settings: EmailSettings,
    pub(super) suppressed: SuppressedAddresses,
    /// The last call of each action that does not send.
    called_at: BTreeMap<String, Timestamp>,
    /// SES' token bucket; `None` if SES accepts any number at the same time.
    pub(super) rate: Option<MailRate>,
    /// The quota of emails in 24 hours.
    pub(super) a_day: u32,
}

impl MailAccount {
    pub(super) fn open(db: &Database, settings: &EmailSettings) -> anyhow::Result<Self> {
        Ok(Self {
            identities: Identities::default(),
            standing: MailStanding::default(),
            loses_events: false,
            settings: settings.clone(),
            suppressed: SuppressedAddresses::open(db)?,
            called_at: BTreeMap::new(),
            rate: None,
            a_day: A_DAY,
        })
    }

    /// Updates the suppression list after an event about an email of the configuration set.
    pub(super) fn note(&self, mail: &Mail, event: MailEvent, at: Timestamp) -> dynoxide::Result<()> {
        self.suppressed.note(&mail.to, event, &self.settings.suppressed_reasons, at)
    }

    /// The quota, of which so many emails are used in the last 24 hours.
    fn quota(&self, used: usize) -> Value {
        let rate = self.rate.as_ref().map_or(MailRate::USUAL, |rate| rate.a_second);
        json!({
            "DedicatedIpAutoWarmupEnabled": false,
            "EnforcementStatus": if matches!(self.standing, MailStanding::Enforced(_)) { "SHUTDOWN" } else { "HEALTHY" },
            "ProductionAccessEnabled": self.standing != MailStanding::Sandbox,
            "SendQuota": {"Max24HourSend": f64::from(self.a_day), "MaxSendRate": rate, "SentLast24Hours": used as f64},
            "SendingEnabled": !matches!(self.standing, MailStanding::Paused | MailStanding::Enforced(_)),
        })
    }

    /// Rejects a call that comes too soon after the previous one.
    pub(super) fn take_call(&mut self, operation: &str, now: Timestamp) -> Result<(), Refusal> {
        if operation == "SendEmail" {
            return Ok(());
        }
        if self.called_at.get(operation).is_some_and(|at| now.duration_since(*at).abs() < CALLS_EVERY) {
            return Err(Refusal::throttled(Service::Ses));
        }
        self.called_at.insert(operation.to_owned(), now);
        Ok(())
    }

    /// The identity that SES uses for an address, and whether it is verified: the address' own identity if it exists,
    /// else the nearest domain's (<https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html>).
    pub(super) fn identity_of(&self, address: &str) -> Option<(&String, bool)> {
        let domain = address.rsplit_once('@').map_or(address, |(_, domain)| domain);
        let domains = iter::successors(Some(domain), |domain| domain.split_once('.').map(|(_, above)| above));
        let mut names = iter::once(address).chain(domains);
        names.find_map(|name| self.identities.find(name))
    }
}

/// Answers a call to SES v2, and accepts an email where SES would.
pub(super) fn answer(
    inbox: &Inbox,
    bus: &EventBridge,
    call: &Call,
    body: &Bytes,
    account: &mut MailAccount,
    now: Timestamp,
    id: String,
) -> Result<Value, Refusal> {
    if call.operation == "GetAccount" {
        let used = inbox.0.lock().values().filter(|mail| mail.channel == "email" && now - mail.sent_at < DAY).count();
        return Ok(account.quota(used));
    }
    if call.operation == "CreateEmailIdentity" {
        return account.identities.create(body);
    }
    if call.operation != "SendEmail" {
        return Err(Refusal::unknown(call));
    }
    if body.len() > MESSAGE_BYTES_MAX {
        return Err(rejected(format!("Message length is more than {MESSAGE_BYTES_MAX} bytes.")));
    }
    let input: SendEmail = wire::parse(body)?;
    check(&input, account)?;
    account.rate.as_mut().map_or(Ok(()), |rate| rate.take(now))?;
    // Event destinations and the reasons to suppress belong to a configuration set.
    let EmailSettings { configuration_set: set, suppressed_reasons } = &account.settings;
    let is_of_set = input.configuration_set_name.as_ref() == Some(set);
    let reasons = if is_of_set { suppressed_reasons } else { &REASONS.map(str::to_owned).to_vec() };
    let mail = input.into_mail(&id, now);
    let suppressed = account.suppressed.event_for(&mail.to, reasons, now);
    // A suppressed email reaches nobody, but SES accepts it.
    inbox.add(mail.clone())?;
    for (at, event) in life_of(&mail, suppressed) {
        account.suppressed.note(&mail.to, event, reasons, at)?;
        if is_of_set && !account.loses_events {
            bus.publish(&format!("{id}-{event:?}"), &event.about(&mail, at, set), now, at)?;
        }
    }
    Ok(json!({"MessageId": id}))
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SendEmail {
    from_email_address: Option<String>,
    #[serde(default)]
    destination: Destination,
    #[serde(default)]
    reply_to_addresses: Vec<String>,
    content: EmailContent,
    #[serde(default)]
    email_tags: Vec<Pair>,
    configuration_set_name: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Destination {
    to_addresses: Vec<String>,
    cc_addresses: Vec<String>,
    bcc_addresses: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct EmailContent {
    simple: Option<Simple>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Simple {
    subject: Text,
    body: Body,
    #[serde(default)]
    headers: Vec<Pair>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Body {
    text: Option<Text>,
    html: Option<Text>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Text {
    data: String,
    charset: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Pair {
    name: String,
    value: String,
}

impl SendEmail {
    fn recipients(&self) -> impl Iterator<Item = &String> {
        let Destination { to_addresses, cc_addresses, bcc_addresses } = &self.destination;
        to_addresses.iter().chain(cc_addresses).chain(bcc_addresses)
    }

    fn into_mail(self, id: &str, sent_at: Timestamp) -> Mail {
        let to = self.recipients().cloned().collect::<Vec<_>>().join(", ");
        let map = |pairs: Vec<Pair>| -> BTreeMap<_, _> {
            pairs.into_iter().map(|Pair { name, value }| (name, value)).collect()
        };
        let (subject, body, headers) = match self.content.simple {
            Some(Simple { subject, body, headers }) => (subject.data, body, headers),
            None => (String::new(), Body { text: None, html: None }, Vec::new()),
        };
        let mut headers = map(headers);
        if !self.reply_to_addresses.is_empty() {
            headers.insert("Reply-To".to_owned(), self.reply_to_addresses.join(", "));
        }
        Mail {
            id: id.to_owned(),
            channel: "email".to_owned(),
            to,
            from: self.from_email_address.unwrap_or_default(),
            subject,
            html: body.html.map(|part| part.data),
            text: body.text.map(|part| part.data),
            headers,
            tags: map(self.email_tags),
            sent_at,
        }
    }
}

/// Rejects what SES rejects, and plays the errors for `throttle@`, `reject@` and `refuse@`.
fn check(input: &SendEmail, account: &MailAccount) -> Result<(), Refusal> {
    let recipients = input.recipients().count();
    if !(1..=RECIPIENTS_MAX).contains(&recipients) {
        return Err(bad(format!("an email has 1 to {RECIPIENTS_MAX} recipients")));
    }
    let from = input.from_email_address.as_deref().ok_or_else(|| bad("no FromEmailAddress"))?;
    let sender = address(from)?;
    for reply_to in &input.reply_to_addresses {
        address(reply_to)?;
    }
    let simple = input.content.simple.as_ref();
    check_content(simple.ok_or_else(|| bad("the small AWS knows only Simple content"))?)?;
    check_tags(&input.email_tags)?;
    if from.len() > ADDRESS_MAX {
        return Err(bad(format!("FromEmailAddress is longer than {ADDRESS_MAX} bytes")));
    }
    account.check(sender, input.recipients())?;
    for recipient in input.recipients() {
        match local_part(address(recipient)?) {
            "throttle" => return Err(Refusal::throttled(Service::Ses)),
            "reject" => return Err(rejected("the recipient asked for a rejection")),
            // Stands for a reason that nobody has seen yet.
            "refuse" => return Err(rejected("Transaction failed")),
            _ => {}
        }
    }
    Ok(())
}

/// The address in `a@b` or `Name <a@b>`. SES accepts only ASCII; other names arrive as encoded words.
fn address(text: &str) -> Result<&str, Refusal> {
    let malformed = || bad(format!("{text:?} is no address"));
    let address = match text.strip_suffix('>') {
        Some(text) => text.rsplit_once('<').ok_or_else(malformed)?.1,
        None => text,
    };
    let (local, domain) = address.rsplit_once('@').ok_or_else(malformed)?;
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"<>(),;:\\\"[]@".contains(&byte);
    let label = |label: &str| {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        !label.is_empty() && label.bytes().all(allowed)
    };
    let good = !local.is_empty()
        && local.bytes().all(plain)
        && domain.contains('.')
        && domain.split('.').all(label)
        && address.len() <= ADDRESS_MAX
        && text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if good { Ok(address) } else { Err(malformed()) }
}

fn check_content(simple: &Simple) -> Result<(), Refusal> {
    let Simple { subject, body, headers } = simple;
    if body.text.is_none() && body.html.is_none() {
        return Err(bad("an email has an HTML or a text part"));
    }
    for part in [Some(subject), body.text.as_ref(), body.html.as_ref()].into_iter().flatten() {
        // SES treats a text without a charset as 7-bit ASCII, and garbles other characters.
        if part.charset.is_none() && !part.data.is_ascii() {
            return Err(bad("text outside ASCII needs a Charset"));
        }
    }
    if subject.data.contains(['\r', '\n']) {
        return Err(bad("a subject is one line"));
    }
    if headers.len() > HEADERS_MAX {
        return Err(bad(format!("an email has at most {HEADERS_MAX} headers")));
    }
    headers.iter().try_for_each(check_header)
}

fn check_header(Pair { name, value }: &Pair) -> Result<(), Refusal> {
    let named =
        (1..=HEADER_NAME_MAX).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_graphic() && byte != b':');
    if !named || RESERVED_HEADERS.contains(&name.to_ascii_lowercase().as_str()) {
        return Err(bad(format!("{name:?} is no header name that SES takes")));
    }
    let valued = value.len() <= HEADER_VALUE_MAX
        && name.len() + value.len() <= HEADER_BOTH_MAX
        && value.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if valued { Ok(()) } else { Err(bad(format!("SES does not take that value of {name}"))) }
}

fn check_tags(tags: &[Pair]) -> Result<(), Refusal> {
    let word = |text: &str| {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
        (1..=TAG_MAX).contains(&text.len()) && text.bytes().all(allowed)
    };
    let named = |tag: &Pair| FEEDBACK_IDS.contains(&&*tag.name) || word(&tag.name);
    let good = tags.len() <= TAGS_MAX && tags.iter().all(|tag| named(tag) && word(&tag.value));
    if good { Ok(()) } else { Err(bad("tags are words of letters, digits, _ and -")) }
}

fn bad(message: impl Into<String>) -> Refusal {
    Refusal::bad("BadRequestException", message)
}

fn rejected(message: impl Into<String>) -> Refusal {
    Refusal::new(StatusCode::BAD_REQUEST, "MessageRejected", message)
}
