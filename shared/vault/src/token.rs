//! Tokens, which give access to a customer's page.
//!
//! A token contains its request, so it is not stored: `version and flags 1 | request 7 | index 16, for each recipient |
//! tenant 1–32 | HMAC 16`, base64url. The HMAC rejects forged tokens without a read. Every use of a token reads the
//! request, which says when the link ends. An email's unsubscribe link has the same content under another label, and
//! gives no access to the page.

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::values::{Channel, Mode, RequestId, Tenant, TenantId};

use crate::ServiceKeys;
use crate::keys::{INDEX_BYTES, LinkKeys};

const VERSION: u8 = 2 << 3;
const TEST: u8 = 1;
const EMAIL: u8 = 1 << 1;
const SMS: u8 = 1 << 2;
/// An id is below 2^53.
const REQUEST_BYTES: usize = 7;
const MAC_BYTES: usize = 16;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Access to the customer's page.
    Hub,
    Unsubscribe,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub tenant: Tenant,
    /// The request, which the shop may have removed.
    pub request: RequestId,
    /// The blind indexes of the address and the number for the request's messages, email first.
    pub recipients: Vec<(Channel, String)>,
}

impl Token {
    /// Repairs a token from a link that a mail system damaged: something was appended, such as `?utm_source=x`, `.` or
    /// `>`, or the `3D` of quoted-printable was put in front. No token begins with `3D`, because each begins with the
    /// version.
    pub fn undamaged(text: &str) -> &str {
        let text = text.strip_prefix("3D").unwrap_or(text);
        let is_foreign = |character: char| !(character.is_ascii_alphanumeric() || matches!(character, '-' | '_'));
        text.find(is_foreign).map_or(text, |end| &text[..end])
    }

    /// Parses a token from a link, even a damaged one. `None` if it was not made with these keys for this purpose.
    pub fn parse(token: &str, purpose: Purpose, keys: &ServiceKeys) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(Self::undamaged(token)).ok()?;
        let (signed, mac) = bytes.split_at_checked(bytes.len().checked_sub(MAC_BYTES)?)?;
        let is_ours = keys.all().any(|keys| {
            let expected = hmac::sign(key(purpose, keys), signed);
            aws_lc_rs::constant_time::verify_slices_are_equal(&expected.as_ref()[..MAC_BYTES], mac).is_ok()
        });
        if !is_ours {
            return None;
        }
        let (&head, rest) = signed.split_first()?;
        if head & !(TEST | EMAIL | SMS) != VERSION {
            return None;
        }
        let (id, mut rest) = rest.split_first_chunk::<REQUEST_BYTES>()?;
        let id = id.iter().fold(0, |id, &byte| id << 8 | u64::from(byte));
        let mut recipients = Vec::new();
        for (channel, flag) in [(Channel::Email, EMAIL), (Channel::Sms, SMS)] {
            if head & flag != 0 {
                let (index, tail) = rest.split_first_chunk::<INDEX_BYTES>()?;
                recipients.push((channel, URL_SAFE_NO_PAD.encode(index)));
                rest = tail;
            }
        }
        let mode = if head & TEST == 0 { Mode::Live } else { Mode::Test };
        let tenant = Tenant { id: TenantId::parse(str::from_utf8(rest).ok()?).ok()?, mode };
        Some(Self { tenant, request: RequestId::new(id)?, recipients })
    }

    /// The token as it is in a link: at least 38 characters, depending on the number of recipients and the tenant's id.
    pub fn encode(&self, purpose: Purpose, keys: &ServiceKeys) -> String {
        let Self { tenant, request, recipients } = self;
        let test = if tenant.mode == Mode::Test { TEST } else { 0 };
        let mut bytes = vec![VERSION | test];
        bytes.extend_from_slice(&request.get().to_be_bytes()[u64::BITS as usize / 8 - REQUEST_BYTES..]);
        for (wanted, flag) in [(Channel::Email, EMAIL), (Channel::Sms, SMS)] {
            let index = recipients.iter().find(|(channel, _)| *channel == wanted);
            let index = index.and_then(|(_, index)| URL_SAFE_NO_PAD.decode(index).ok());
            if let Some(index) = index.filter(|index| index.len() == INDEX_BYTES) {
                bytes[0] |= flag;
                bytes.extend(index);
            }
        }
        bytes.extend_from_slice(tenant.id.as_str().as_bytes());
        let mac = hmac::sign(key(purpose, &keys.links), &bytes);
        bytes.extend_from_slice(&mac.as_ref()[..MAC_BYTES]);
        URL_SAFE_NO_PAD.encode(bytes)
    }
}

fn key(purpose: Purpose, keys: &LinkKeys) -> &hmac::Key {
    match purpose {
        Purpose::Hub => &keys.hub,
        Purpose::Unsubscribe => &keys.unsubscribe,
    }
}

#[cfg(test)]
mod tests {
    use domain::values::{EmailAddress, Phone};

    use super::*;
    use crate::TenantKeys;

    fn keys(root: u8) -> ServiceKeys {
        ServiceKeys::derive(&[root; 32]).unwrap()
    }

    fn token(tenant: &str, request: u64, email: Option<&str>, phone: Option<&str>) -> Token {
        let tenant: Tenant = tenant.parse().unwrap();
        let keys = TenantKeys::derive(&tenant, &[7; 32]).unwrap();
        let email = email.map(|email| (Channel::Email, keys.email_index(&EmailAddress::parse(email).unwrap())));
        let phone = phone.map(|phone| (Channel::Sms, keys.phone_index(&Phone::parse(phone).unwrap())));
        let recipients = email.into_iter().chain(phone).collect();
        Token { tenant, request: RequestId::new(request).unwrap(), recipients }
    }

    #[test]
    fn a_token_reads_back_for_its_own_purpose_only() {
        let longest = format!("{}.live", "a".repeat(TenantId::LENGTH_MAX));
        for token in [
            token("a.live", 1, None, None),
            token("shop-1.test", RequestId::MAX, Some("jane@example.com"), None),
            token("shop-1.live", 243_592_850_820_055, None, Some("+491711234567")),
            token(&longest, 243_592_850_820_055, Some("jane@example.com"), Some("+491711234567")),
        ] {
            let encoded = token.encode(Purpose::Hub, &keys(3));
            assert_eq!(Token::parse(&encoded, Purpose::Hub, &keys(3)), Some(token.clone()));
            assert_eq!(Token::parse(&encoded, Purpose::Unsubscribe, &keys(3)), None);
            assert_eq!(Token::parse(&encoded, Purpose::Hub, &keys(4)), None);
            let other = token.encode(Purpose::Unsubscribe, &keys(3));
            assert_eq!(Token::parse(&other, Purpose::Unsubscribe, &keys(3)), Some(token));
            assert!((34..=128).contains(&encoded.len()), "{encoded}");
        }
    }

    #[test]
    fn a_damaged_token_is_rejected() {
        let encoded = token("shop-1.live", 7, Some("jane@example.com"), None).encode(Purpose::Hub, &keys(3));
        for index in 0..encoded.len() {
            let mut damaged = encoded.clone().into_bytes();
            damaged[index] = if damaged[index] == b'A' { b'B' } else { b'A' };
            let damaged = String::from_utf8(damaged).unwrap();
            assert_eq!(Token::parse(&damaged, Purpose::Hub, &keys(3)), None, "{index}");
        }
        for bad in ["", "abc", &encoded[1..], &encoded[4..], &format!("{encoded}A"), &format!("3D3D{encoded}")] {
            assert_eq!(Token::parse(bad, Purpose::Hub, &keys(3)), None);
        }
    }

    #[test]
    fn a_token_of_another_version_is_rejected() {
        let keys = keys(3);
        let encoded = token("shop-1.live", 7, None, None).encode(Purpose::Hub, &keys);
        let mut bytes = URL_SAFE_NO_PAD.decode(encoded).unwrap();
        bytes.truncate(bytes.len() - MAC_BYTES);
        bytes[0] += 1 << 3;
        let mac = hmac::sign(&keys.links.hub, &bytes);
        bytes.extend_from_slice(&mac.as_ref()[..MAC_BYTES]);
        assert_eq!(Token::parse(&URL_SAFE_NO_PAD.encode(bytes), Purpose::Hub, &keys), None);
    }
}
