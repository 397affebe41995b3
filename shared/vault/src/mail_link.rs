//! The tokens of links in emails to members of the console.
//!
//! A token contains all that its link is about, so it is not stored: `version and flags 1 | member 6 | for a link about a
//! review: review 7, since 6, sent at 6 | tenant 1–32 | HMAC 16`, base64url. The HMAC rejects forged tokens without a
//! read.

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::values::{MemberId, Mode, ReviewId, Tenant, TenantId};
use jiff::{SignedDuration, Timestamp};

use crate::{ServiceKeys, Token};

const VERSION: u8 = 1 << 2;
const TEST: u8 = 1;
const OF_REVIEW: u8 = 1 << 1;
const MAC_BYTES: usize = 16;
/// How long a link about a review works.
const WORKS_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A link of one member: about a review or, with `None`, one that ends such emails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailLink {
    pub tenant: Tenant,
    pub member: MemberId,
    pub about: Option<LinkAbout>,
}

/// The review of a link, and the email: after which time its reviews were new, and when it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkAbout {
    pub review: ReviewId,
    pub since: Timestamp,
    pub sent_at: Timestamp,
}

impl LinkAbout {
    pub fn works_at(&self, now: Timestamp) -> bool {
        now.duration_since(self.sent_at) < WORKS_FOR
    }
}

impl MailLink {
    /// Parses a token from a link, even a damaged one. `None` if it was not made with these keys.
    pub fn parse(token: &str, keys: &ServiceKeys) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(Token::undamaged(token)).ok()?;
        let (signed, mac) = bytes.split_at_checked(bytes.len().checked_sub(MAC_BYTES)?)?;
        let is_ours = keys.all().any(|keys| {
            let expected = hmac::sign(&keys.member_mail, signed);
            aws_lc_rs::constant_time::verify_slices_are_equal(&expected.as_ref()[..MAC_BYTES], mac).is_ok()
        });
        let (&head, rest) =
            signed.split_first().filter(|(head, _)| is_ours && **head & !(TEST | OF_REVIEW) == VERSION)?;
        let (member, mut rest) = rest.split_first_chunk()?;
        let mut about = None;
        if head & OF_REVIEW != 0 {
            let ([review, since, sent_at], tail) = (numbers(rest)?, &rest[NUMBERS.iter().sum::<usize>()..]);
            let at = |ms: u64| Timestamp::from_millisecond(i64::try_from(ms).ok()?).ok();
            about = Some(LinkAbout { review: ReviewId::new(review)?, since: at(since)?, sent_at: at(sent_at)? });
            rest = tail;
        }
        let mode = if head & TEST == 0 { Mode::Live } else { Mode::Test };
        let tenant = Tenant { id: TenantId::parse(str::from_utf8(rest).ok()?).ok()?, mode };
        Some(Self { tenant, member: MemberId::random(*member), about })
    }

    pub fn encode(&self, keys: &ServiceKeys) -> String {
        let Self { tenant, member, about } = self;
        let test = if tenant.mode == Mode::Test { TEST } else { 0 };
        let mut bytes = vec![VERSION | test | about.map_or(0, |_| OF_REVIEW)];
        bytes.extend(member.bytes());
        if let Some(LinkAbout { review, since, sent_at }) = about {
            let at = |at: &Timestamp| at.as_millisecond().unsigned_abs();
            for (number, size) in [review.get(), at(since), at(sent_at)].into_iter().zip(NUMBERS) {
                bytes.extend_from_slice(&number.to_be_bytes()[u64::BITS as usize / 8 - size..]);
            }
        }
        bytes.extend_from_slice(tenant.id.as_str().as_bytes());
        let mac = hmac::sign(&keys.links.member_mail, &bytes);
        bytes.extend_from_slice(&mac.as_ref()[..MAC_BYTES]);
        URL_SAFE_NO_PAD.encode(bytes)
    }
}

/// The bytes of a review's id, which is below 2^53, and of two times in milliseconds since 1970, until the year 10889.
const NUMBERS: [usize; 3] = [7, 6, 6];

fn numbers(mut bytes: &[u8]) -> Option<[u64; 3]> {
    let mut read = [0; 3];
    for (number, size) in read.iter_mut().zip(NUMBERS) {
        let (own, rest) = bytes.split_at_checked(size)?;
        (*number, bytes) = (own.iter().fold(0, |number, &byte| number << 8 | u64::from(byte)), rest);
    }
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_and_a_changed_one_does_not() {
        let keys = ServiceKeys::derive(&[3; 32]).unwrap();
        let at = |second| Timestamp::from_second(second).unwrap();
        let about = LinkAbout { review: ReviewId::LAST, since: at(0), sent_at: at(1_763_629_200) };
        let member = MemberId::random([9; 6]);
        for (tenant, about) in [("a.live", Some(about)), ("shop-1.test", Some(about)), ("shop-1.live", None)] {
            let link = MailLink { tenant: tenant.parse().unwrap(), member, about };
            let token = link.encode(&keys);
            assert_eq!(MailLink::parse(&token, &keys), Some(link));
            assert_eq!(MailLink::parse(&token, &ServiceKeys::derive(&[4; 32]).unwrap()), None);
            for index in 0..token.len() {
                let mut changed = token.clone().into_bytes();
                changed[index] = if changed[index] == b'A' { b'B' } else { b'A' };
                assert_eq!(MailLink::parse(str::from_utf8(&changed).unwrap(), &keys), None, "{index}");
            }
        }
        assert!(about.works_at(at(1_763_629_200 + 7 * 86_400 - 1)) && !about.works_at(at(1_763_629_200 + 7 * 86_400)));
    }
}
