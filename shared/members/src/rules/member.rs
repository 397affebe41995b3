//! The people who use a shop's console.

use domain::values::value::UNSAID;
use domain::values::{Language, MemberId, MemberRefusal, Tenant, ms};
use domain::words;
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use serde::{Deserialize, Serialize};

pub const MEMBERS_MAX: usize = 50;

words! {
    pub enum Role {
        /// May do everything, including managing members and keys.
        Owner = "owner",
        /// May decide about reviews, reply to them, and send and cancel requests.
        Moderator = "moderator",
        /// May only read.
        Reader = "reader",
    }
}

domain::reads_word! { Role, UNSAID; }

words! {
    /// When a member gets an email about reviews.
    pub enum NotificationPreference {
        /// Within minutes, at most once an hour.
        AtOnce = "at_once",
        EachMorning = "each_morning",
        /// On the morning of each Monday.
        Mondays = "mondays",
        Never = "never",
    }
}

/// How long an invitation can be accepted. Until then, the stored address belongs to somebody who has agreed to
/// nothing.
pub const INVITATION_ENDS_AFTER: SignedDuration = SignedDuration::from_hours(14 * 24);

/// The time between two emails to a member who is notified at once.
const TOLD_AGAIN_AFTER: SignedDuration = SignedDuration::from_hours(1);
/// When a morning's emails begin to leave, in the shop's zone.
const MORNING: Time = Time::constant(8, 0, 0, 0);
/// Over how many seconds the shops' emails of a morning are spread, so that those of thousands of shops in one zone do not stand before
/// the emails to customers.
const MORNING_S: u32 = 900;

/// A shop's own moment of the morning, by the checksum of its id.
pub fn morning_of(Tenant { id, .. }: &Tenant) -> Time {
    let second = crc32fast::hash(id.as_str().as_bytes()) % MORNING_S;
    MORNING.wrapping_add(SignedDuration::from_secs(second.into()))
}

impl NotificationPreference {
    /// When a member is told of what happened at `since`; `told_at` is the time of the last email, `morning` the shop's.
    pub fn due_at(
        self,
        since: Timestamp,
        told_at: Option<Timestamp>,
        (morning, zone): (Time, &TimeZone),
        now: Timestamp,
    ) -> Option<Timestamp> {
        match self {
            Self::Never => None,
            Self::AtOnce => {
                let again_at = told_at.and_then(|at| at.checked_add(TOLD_AGAIN_AFTER).ok());
                Some(again_at.map_or(since, |at| at.max(since)))
            }
            Self::EachMorning | Self::Mondays => {
                let today = now.to_zoned_datetime(zone.clone()).date();
                let is_one = |day: &Date| self == Self::EachMorning || day.weekday() == Weekday::Monday;
                let mut days = (0..=7).filter_map(|days| today.checked_add(days.days()).ok()).filter(is_one);
                days.find_map(|day| {
                    let at = day.to_datetime(morning).to_zoned_datetime(zone.clone()).ok()?.timestamp();
                    Some(at).filter(|at| *at > now)
                })
            }
        }
    }
}

impl Member {
    /// When the member is told of reviews. Unless they chose otherwise, only owners are.
    pub fn notification_preference(&self) -> NotificationPreference {
        match self.notifications {
            _ if self.joined_at.is_none() => NotificationPreference::Never,
            Some(chosen) => chosen,
            None if self.role == Role::Owner => NotificationPreference::EachMorning,
            None => NotificationPreference::Never,
        }
    }
}

impl Member {
    pub(crate) fn invited(id: MemberId, role: Role, identity: MemberIdentity, now: Timestamp) -> Self {
        Self {
            id,
            role,
            identities: vec![identity],
            invited_at: now,
            joined_at: None,
            epoch: 0,
            signed_out_at: None,
            language: None,
            notifications: None,
        }
    }

    pub fn sign_out(&mut self, now: Timestamp) {
        self.epoch += 1;
        self.signed_out_at = Some(now);
    }

    /// Whether the member is an owner. An invited owner is none yet.
    pub fn is_owner(&self) -> bool {
        self.role == Role::Owner && self.joined_at.is_some()
    }

    /// Whether the invitation has expired without being accepted.
    pub fn is_lapsed(&self, now: Timestamp) -> bool {
        self.joined_at.is_none() && now.duration_since(self.invited_at) >= INVITATION_ENDS_AFTER
    }
}

impl Role {
    pub const fn includes(self, needed: Self) -> bool {
        self.rank() >= needed.rank()
    }

    const fn rank(self) -> u8 {
        match self {
            Self::Owner => 3,
            Self::Moderator => 2,
            Self::Reader => 1,
        }
    }
}

/// A way in which a member proves who they are: an email address, or a subject at an OpenID provider.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MemberIdentity {
    /// Who confirms the identity: [`EMAIL`](Self::EMAIL), or the URL of an OpenID provider.
    pub issuer: String,
    /// The blind index of the address or subject, made with the service's key.
    pub index: String,
}

impl MemberIdentity {
    /// The issuer of email addresses, which we verify ourselves.
    pub const EMAIL: &str = "email";

    pub fn email(index: String) -> Self {
        Self { issuer: Self::EMAIL.to_owned(), index }
    }
}

/// A person who uses a shop's console.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub id: MemberId,
    pub role: Role,
    pub identities: Vec<MemberIdentity>,
    #[serde(with = "ms::required")]
    pub invited_at: Timestamp,
    /// When the member accepted the invitation; `None` before that. Until then, they have no access.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub joined_at: Option<Timestamp>,
    /// How often the member was signed out everywhere. Sessions with a lower number have ended.
    pub epoch: u32,
    /// When the member was last signed out everywhere. A session in another shop that began before does not lead into
    /// this shop.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub signed_out_at: Option<Timestamp>,
    /// The language in which the member reads the console; `None` before the first sign-in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// When the member wants emails about reviews; `None` until they choose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notifications: Option<NotificationPreference>,
}

pub fn may_join(members: &[&Member], identity: &MemberIdentity) -> Result<(), MemberRefusal> {
    if members.iter().any(|member| member.identities.contains(identity)) {
        return Err(MemberRefusal::Twice);
    }
    if members.len() >= MEMBERS_MAX { Err(MemberRefusal::TooMany) } else { Ok(()) }
}

/// Whether a member may get this role, or be removed (`None`). A shop's last owner stays; an invited owner does not count yet.
pub fn may_become(members: &[&Member], id: &MemberId, role: Option<Role>) -> Result<(), MemberRefusal> {
    let member = members.iter().find(|member| member.id == *id).ok_or(MemberRefusal::Unknown)?;
    let is_last = member.is_owner() && members.iter().filter(|member| member.is_owner()).count() == 1;
    if is_last && role != Some(Role::Owner) { Err(MemberRefusal::LastOwner) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(number: u8, role: Role) -> Member {
        Member {
            id: MemberId::random([number; 6]),
            role,
            identities: vec![MemberIdentity::email(number.to_string())],
            invited_at: Timestamp::UNIX_EPOCH,
            joined_at: Some(Timestamp::UNIX_EPOCH),
            epoch: 0,
            signed_out_at: None,
            language: None,
            notifications: None,
        }
    }

    #[test]
    fn a_member_is_told_once_an_hour_or_in_the_morning_or_on_mondays_or_not_at_all() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let now = at("2026-03-28T06:59:00Z");
        let due = |preference: NotificationPreference, told_at, now| {
            preference.due_at(at("2026-03-28T06:50:00Z"), told_at, (MORNING, &zone), now)
        };
        assert_eq!(due(NotificationPreference::AtOnce, None, now), Some(at("2026-03-28T06:50:00Z")));
        assert_eq!(
            due(NotificationPreference::AtOnce, Some(at("2026-03-28T06:30:00Z")), now),
            Some(at("2026-03-28T07:30:00Z"))
        );
        assert_eq!(due(NotificationPreference::EachMorning, None, now), Some(at("2026-03-28T07:00:00Z")));
        // The clocks go forward that night.
        assert_eq!(
            due(NotificationPreference::EachMorning, None, at("2026-03-28T07:00:00Z")),
            Some(at("2026-03-29T06:00:00Z"))
        );
        assert_eq!(due(NotificationPreference::Mondays, None, now), Some(at("2026-03-30T06:00:00Z")));
        assert_eq!(
            due(NotificationPreference::Mondays, None, at("2026-03-30T06:00:00Z")),
            Some(at("2026-04-06T06:00:00Z"))
        );
        assert_eq!(due(NotificationPreference::Never, None, now), None);
        let [owner, moderator, reader] = [Role::Owner, Role::Moderator, Role::Reader].map(|role| member(1, role));
        assert_eq!(
            [&owner, &moderator, &reader].map(Member::notification_preference),
            [NotificationPreference::EachMorning, NotificationPreference::Never, NotificationPreference::Never]
        );
        assert_eq!(
            Member { notifications: Some(NotificationPreference::AtOnce), ..reader }.notification_preference(),
            NotificationPreference::AtOnce
        );
        assert_eq!(
            Member { joined_at: None, notifications: Some(NotificationPreference::AtOnce), ..owner }
                .notification_preference(),
            NotificationPreference::Never
        );
    }

    #[test]
    fn shops_are_told_within_a_quarter_of_an_hour_and_not_all_at_once() {
        let tenant = |n: u32| Tenant::parse(&format!("shop-{n}"), "live").unwrap();
        let mut mornings: Vec<_> = (0..1_000).map(|n| morning_of(&tenant(n))).collect();
        mornings.sort_unstable();
        mornings.dedup();
        assert!(mornings[0] >= MORNING && mornings[mornings.len() - 1] < Time::constant(8, 15, 0, 0));
        assert!(mornings.len() > 500, "of 1,000 shops: {}", mornings.len());
        assert_eq!(morning_of(&tenant(7)), morning_of(&tenant(7)));
    }

    #[test]
    fn nobody_is_a_member_twice_and_an_owner_remains() {
        let [owner, reader] = [member(1, Role::Owner), member(2, Role::Reader)];
        let invited = Member { joined_at: None, ..member(3, Role::Owner) };
        assert_eq!(may_become(&[&owner, &invited], &owner.id, None), Err(MemberRefusal::LastOwner));
        assert_eq!(may_become(&[&owner, &invited], &invited.id, None), Ok(()));
        let both = [&owner, &reader];
        assert_eq!(may_join(&both, &MemberIdentity::email("3".to_owned())), Ok(()));
        assert_eq!(may_join(&both, &owner.identities[0]), Err(MemberRefusal::Twice));
        assert_eq!(may_become(&both, &owner.id, Some(Role::Reader)), Err(MemberRefusal::LastOwner));
        assert_eq!(may_become(&both, &owner.id, None), Err(MemberRefusal::LastOwner));
        assert_eq!(may_become(&both, &reader.id, Some(Role::Owner)), Ok(()));
        assert_eq!(may_become(&both, &reader.id, None), Ok(()));
        assert_eq!(may_become(&both, &MemberId::random([9; 6]), None), Err(MemberRefusal::Unknown));
        assert_eq!(MemberId::parse(&owner.id.to_string()), Ok(owner.id));
    }
}
