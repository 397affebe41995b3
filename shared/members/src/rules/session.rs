//! Sign-ins and sessions of the console.

use domain::values::{MemberId, Tenant, ms};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;

/// How long a link or a code can sign somebody in.
pub const SIGN_IN_WITHIN: SignedDuration = SignedDuration::from_mins(15);
pub const CODE_TRIES_MAX: u32 = 5;
/// The most sign-in emails to an address in an hour that a browser can request if the address signed in there before.
/// Nobody else can use these up.
pub const SIGN_INS_OF_BROWSER_MAX: u32 = 6;
/// The most sign-in emails to an address in an hour that one network can request, from browsers in which the address
/// never signed in.
pub const SIGN_INS_OF_NETWORK_MAX: u32 = 5;
/// The most such emails from all networks together. Strangers can send no more to a person's inbox.
pub const SIGN_INS_OF_ADDRESS_MAX: u32 = 30;
pub const INVITATIONS_OF_SHOP_MAX: u32 = 60;
/// The most invitations by one shop to one address in an hour.
pub const INVITATIONS_OF_ADDRESS_MAX: u32 = 3;
pub const SESSION_IDLE_MAX: SignedDuration = SignedDuration::from_hours(12);
pub const SESSION_MAX: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How old the record of a session's last use may be. Clicks write at most once in this time.
pub const SESSION_SEEN_EVERY: SignedDuration = SignedDuration::from_mins(5);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInSubject {
    /// Somebody with an identity, by its blind index. The identity may be a member's.
    Identity(String),
    /// Somebody without an identity, whom the operator or an API client of the shop lets in.
    Guest {
        tenant: Tenant,
        /// The id of the API client's key, with which the guest's session ends; `None` if the operator made the link.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        key: Option<String>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    #[serde(skip)]
    pub id: String,
    pub of: SignInSubject,
    /// The shop that the person wants to enter; `None` if they named none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<Tenant>,
    /// The digest of the secret of the browser that requested it; `None` if the link works in any browser.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub browser: Option<String>,
    /// The digest of the link's secret.
    pub link: String,
    /// The digest of the code; `None` if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    pub tries: u32,
    #[serde(with = "ms::required")]
    pub expires_at: Timestamp,
    /// When the link or the code proved an address, after which the person chooses a shop; `None` before that.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub proved_at: Option<Timestamp>,
    /// When a session began with the sign-in; `None` before that.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub used_at: Option<Timestamp>,
    /// Whom the sign-in makes an owner of `shop`; `None` for members and guests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newcomer: Option<Newcomer>,
}

/// Somebody who typed an address behind the operator's link. Only who can read that address becomes a member, so a mistyped address
/// lets nobody in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Newcomer {
    /// The sign-in of the operator's link, which the new session uses up.
    pub link: String,
    /// The address, sealed with the shop's key.
    pub email: ByteBuf,
}

impl SignIn {
    /// Whether the sign-in can still begin a session.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.used_at.is_none() && now < self.expires_at
    }

    /// Whether the link and the code can still be used.
    pub fn takes_proof(&self, now: Timestamp) -> bool {
        self.is_open(now) && self.proved_at.is_none() && self.tries < CODE_TRIES_MAX
    }

    /// The end after another email. A newcomer's sign-in is not extended, because the operator's link was for a short time.
    pub fn until(&self, extended: Timestamp) -> Timestamp {
        if self.newcomer.is_some() { self.expires_at } else { extended }
    }

    /// Whether the link works in the browser with this digest: in the browser that requested it, or in any.
    pub fn is_bound_to(&self, browser: Option<&str>) -> bool {
        self.browser.as_deref().is_none_or(|own| browser == Some(own))
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The member; `None` for a guest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
    /// The sign-in of the link with which a guest came; `None` for a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The id of the key that made a guest's link, with which the session ends; `None` if no key did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// How often the member, or all guests, had been signed out everywhere when the session began. A session with a
    /// lower number than now has ended.
    pub epoch: u32,
    #[serde(with = "ms::required")]
    pub started_at: Timestamp,
    /// When its last use was recorded.
    #[serde(with = "ms::required")]
    pub seen_at: Timestamp,
}

impl Session {
    /// Whether the session has ended: idle for too long, or too old.
    pub fn is_over(&self, now: Timestamp) -> bool {
        now.duration_since(self.seen_at) >= SESSION_IDLE_MAX || now.duration_since(self.started_at) >= SESSION_MAX
    }

    /// Whether the use of the session must be recorded now.
    pub fn is_stale(&self, now: Timestamp) -> bool {
        now.duration_since(self.seen_at) >= SESSION_SEEN_EVERY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_after_12_idle_hours_and_after_30_days() {
        let at = |hours: i64| Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours);
        let session =
            |seen: i64| Session { member: None, link: None, key: None, epoch: 0, started_at: at(0), seen_at: at(seen) };
        assert!(!session(0).is_over(at(11)) && session(0).is_over(at(12)));
        assert!(!session(715).is_over(at(719)) && session(719).is_over(at(720)));
        assert!(!session(1).is_stale(at(1)) && session(1).is_stale(at(2)));
    }

    #[test]
    fn a_sign_in_is_bound_to_the_browser_that_asked() {
        let bound = SignIn {
            id: "1".to_owned(),
            of: SignInSubject::Identity("x".to_owned()),
            shop: None,
            browser: Some("b".to_owned()),
            link: "l".to_owned(),
            code: None,
            tries: 0,
            expires_at: Timestamp::UNIX_EPOCH + SIGN_IN_WITHIN,
            proved_at: None,
            used_at: None,
            newcomer: None,
        };
        assert!(bound.is_bound_to(Some("b")) && !bound.is_bound_to(Some("c")) && !bound.is_bound_to(None));
        assert!(bound.is_open(Timestamp::UNIX_EPOCH) && !bound.is_open(bound.expires_at));
        let guest = SignIn { browser: None, ..bound };
        assert!(guest.is_bound_to(None) && guest.is_bound_to(Some("c")));
    }
}
