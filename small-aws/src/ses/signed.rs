//! Emails as a mailbox provider gets them: signed by Easy DKIM in the name of the sender's domain
//! (<https://docs.aws.amazon.com/ses/latest/dg/send-email-authentication-dkim-easy.html>), and by SES in its own.

use std::fmt::Write as _;
use std::sync::OnceLock;

use aws_lc_rs::{
    digest,
    encoding::{AsDer as _, PublicKeyX509Der},
    rand::SystemRandom,
    rsa::{KeyPair, KeySize},
    signature::{KeyPair as _, RSA_PKCS1_SHA256},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{FEEDBACK_IDS, MailAccount, identities::ZONE};
use crate::{inbox::Mail, names::REGION, wire::bare};

/// The selector of SES' own signature.
pub const SES_SELECTOR: &str = "224i4yxa5dv7c2xz3womw6peuasteono";
const OWN_DOMAIN: &str = "amazonses.com";
/// The most characters in a line of base64.
const LINE: usize = 76;

/// The keys of a domain, which SES makes with the identity. SES has three, to change them; here they are one.
#[derive(Default)]
pub(super) struct DkimKey(OnceLock<Option<KeyPair>>);

impl DkimKey {
    fn pair(&self) -> Option<&KeyPair> {
        self.0.get_or_init(|| KeyPair::generate(KeySize::Rsa2048).ok()).as_ref()
    }

    /// The text at the end of the CNAME records (RFC 6376, section 3.6.1).
    fn text(&self) -> Option<String> {
        let der: PublicKeyX509Der<'_> = self.pair()?.public_key().as_der().ok()?;
        Some(format!("p={}", STANDARD.encode(der.as_ref())))
    }

    /// The header of a signature over these headers and the body (relaxed, simple).
    #[expect(clippy::disallowed_methods, reason = "this kind of signature draws no random number")]
    fn sign(&self, selector: &str, domain: &str, headers: &[(&str, String)], body: &str) -> Option<String> {
        let names: Vec<_> = headers.iter().map(|(name, _)| *name).collect();
        let hash = STANDARD.encode(digest::digest(&digest::SHA256, body.as_bytes()));
        let (names, algorithm) = (names.join(":"), "v=1; a=rsa-sha256; q=dns/txt; c=relaxed/simple");
        let value = format!("{algorithm};\r\n\ts={selector}; d={domain};\r\n\th={names};\r\n\tbh={hash};\r\n\tb=");
        let mut text: String = headers.iter().map(|(name, value)| relaxed(name, value) + "\r\n").collect();
        text += &relaxed("dkim-signature", &value);
        let pair = self.pair()?;
        let mut signature = vec![0; pair.public_modulus_len()];
        pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text.as_bytes(), &mut signature).ok()?;
        Some(format!("DKIM-Signature: {value}{}\r\n", STANDARD.encode(signature)))
    }
}

/// A header in the relaxed form (RFC 6376, section 3.4.2).
fn relaxed(name: &str, value: &str) -> String {
    format!("{}:{}", name.to_ascii_lowercase(), value.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Lines of base64.
fn encoded(text: &str) -> String {
    let encoded = STANDARD.encode(text).into_bytes();
    encoded.chunks(LINE).fold(String::new(), |mut lines, line| {
        let _ = write!(lines, "{}\r\n", String::from_utf8_lossy(line));
        lines
    })
}

fn body(mail: &Mail, boundary: &str) -> String {
    let part = |kind: &str, text: &str| {
        let head = format!("Content-Type: text/{kind}; charset=UTF-8\r\nContent-Transfer-Encoding: base64");
        format!("--{boundary}\r\n{head}\r\n\r\n{}\r\n", encoded(text))
    };
    let parts = [("plain", &mail.text), ("html", &mail.html)];
    let parts = parts.into_iter().filter_map(|(kind, text)| Some(part(kind, text.as_deref()?)));
    parts.collect::<String>() + &format!("--{boundary}--\r\n")
}

fn subject(text: &str) -> String {
    let words = |text: &str| format!("=?UTF-8?B?{}?=", STANDARD.encode(text));
    if text.is_ascii() {
        return text.to_owned();
    }
    // An encoded word has at most 75 characters (RFC 2047), of which 12 are its frame: 11 characters of up to 4 bytes.
    let characters: Vec<_> = text.chars().collect();
    characters.chunks(11).map(|some| words(&some.iter().collect::<String>())).collect::<Vec<_>>().join("\r\n ")
}

/// The header by which mailbox providers count complaints
/// (<https://docs.aws.amazon.com/ses/latest/dg/event-publishing-send-email.html>).
fn feedback_id(mail: &Mail) -> String {
    let own = FEEDBACK_IDS.iter().filter_map(|name| mail.tags.get(*name));
    let own: String = own.map(|value| format!("{value}:")).collect();
    format!("{own}1.{REGION}.small:AmazonSES")
}

impl MailAccount {
    /// The email as a mailbox provider gets it. SES signs every header in the name of the domain; its own signature also has
    /// `Feedback-ID`, as in <https://lore.kernel.org/all/20211224192548.19963-1-lkft@linaro.org/raw>.
    pub(crate) fn delivered(&self, mail: &Mail) -> Option<String> {
        let boundary = format!("part-{}", mail.id);
        let date = mail.sent_at.strftime("%a, %d %b %Y %H:%M:%S +0000").to_string();
        let mut headers =
            vec![("From", mail.from.clone()), ("To", mail.to.clone()), ("Subject", subject(&mail.subject))];
        headers.extend(mail.headers.iter().map(|(name, value)| (name.as_str(), value.clone())));
        headers.extend([
            ("MIME-Version", "1.0".to_owned()),
            ("Content-Type", format!("multipart/alternative; boundary=\"{boundary}\"")),
            ("Message-ID", format!("<{}@{REGION}.amazonses.com>", mail.id)),
            ("Date", date),
        ]);
        let body = body(mail, &boundary);
        let (name, _) = self.identity_of(bare(&mail.from))?;
        let (selector, key) = self.identities.key(name)?;
        let own = key.sign(&selector, name, &headers, &body)?;
        headers.push(("Feedback-ID", feedback_id(mail)));
        let of_ses = self.identities.own_key.sign(SES_SELECTOR, OWN_DOMAIN, &headers, &body)?;
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        Some(format!("{own}{of_ses}{headers}\r\n{body}"))
    }

    /// The text at this name of SES' own DNS, to which a domain's CNAME records lead.
    pub(crate) fn dns_text(&self, name: &str) -> Option<String> {
        if name == format!("{SES_SELECTOR}._domainkey.{OWN_DOMAIN}") {
            return self.identities.own_key.text();
        }
        self.identities.key_of(name.strip_suffix(&format!(".{ZONE}"))?)?.text()
    }
}
