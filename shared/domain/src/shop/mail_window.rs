//! A shop's last 1,000 emails: how many bounced or were marked as spam, and when that holds the shop's emails back.
//!
//! SES reviews an account, with all its shops, at 5 % bounces or 0.1 % complaints, and pauses it at 10 % and 0.5 %
//! (its sending review process). A shop is held before it brings the account there.

use jiff::Timestamp;

use crate::word::words;

/// How many of a shop's last emails are looked at.
pub const LAST_MAILS: u64 = 1_000;

/// Below this many emails a few bad addresses would decide: five bounces are more than 4 % of a hundred.
const MAILS_MIN: u32 = 100;
/// One complaint is more than 0.08 % of fewer than 1,250 emails, so in the whole of the last 1,000 it holds the shop.
/// Of fewer emails it says nothing about a rate that small: then it takes two.
const MAILS_FULL: u32 = 900;

/// How many of some emails bounced for good or were marked as spam.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MailCounts {
    /// Emails that the provider accepted.
    pub sent: u32,
    /// Hard bounces.
    pub bounced: u32,
    /// Complaints.
    pub complained: u32,
}

words! {
    /// Why a shop's emails are held.
    pub enum HoldReason {
        Bounces = "bounces",
        Complaints = "complaints",
    }
}

/// A shop whose emails are held until somebody releases them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hold {
    /// Since when.
    pub since: Timestamp,
    /// Why.
    pub reason: HoldReason,
}

words! {
    /// A shop's emails that are remembered one by one, in addition to the number that left.
    pub enum MailMark {
        /// One bounced for good.
        Bounced = "bounced",
        /// One was marked as spam.
        Complained = "complained",
        /// The shop was released: what was before counts no more.
        Released = "released",
    }
}

impl MailCounts {
    /// Counts the marks of a shop's last [`LAST_MAILS`] emails, or of those since it was released. `sent` is the number
    /// of emails that ever left; each mark, oldest first, has the number that had left before it.
    #[must_use]
    pub fn of_last(sent: u64, marks: impl IntoIterator<Item = (u64, MailMark)>) -> Self {
        let (mut counts, mut first) = (Self::default(), sent.saturating_sub(LAST_MAILS));
        for (before, mark) in marks {
            match mark {
                MailMark::Bounced => counts.bounced += 1,
                MailMark::Complained => counts.complained += 1,
                MailMark::Foreign(_) => {}
                MailMark::Released => (counts, first) = (Self::default(), first.max(before)),
            }
        }
        Self { sent: u32::try_from(sent.saturating_sub(first)).unwrap_or(u32::MAX), ..counts }
    }

    /// Why the shop must be held: more than 4 % bounced, or more than 0.08 % complained.
    #[must_use]
    pub fn hold_reason(self) -> Option<HoldReason> {
        let Self { sent, bounced, complained } = self;
        if sent < MAILS_MIN {
            return None;
        }
        if u64::from(bounced) * 100 > u64::from(sent) * 4 {
            return Some(HoldReason::Bounces);
        }
        let shows_a_rate = sent >= MAILS_FULL || complained >= 2;
        (shows_a_rate && u64::from(complained) * 10_000 > u64::from(sent) * 8).then_some(HoldReason::Complaints)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shop_is_held_beyond_4_percent_bounces_and_008_percent_complaints() {
        for (sent, bounced, complained, expected) in [
            (1_000, 40, 0, None),
            (1_000, 41, 0, Some(HoldReason::Bounces)),
            (100, 4, 0, None),
            (100, 5, 0, Some(HoldReason::Bounces)),
            (99, 99, 99, None),
            (1_000, 0, 1, Some(HoldReason::Complaints)),
            (899, 0, 1, None),
            (100, 0, 2, Some(HoldReason::Complaints)),
            (1_000, 0, 0, None),
        ] {
            let counts = MailCounts { sent, bounced, complained };
            assert_eq!(counts.hold_reason(), expected, "{counts:?}");
        }
    }

    #[test]
    fn the_last_1000_emails_count_and_none_before_a_release() {
        let counts = |sent, bounced, complained| MailCounts { sent, bounced, complained };
        let marks = [(5, MailMark::Bounced), (70, MailMark::Complained), (70, MailMark::Bounced)];
        assert_eq!(MailCounts::of_last(0, []), MailCounts::default());
        assert_eq!(MailCounts::of_last(80, marks), counts(80, 2, 1));
        assert_eq!(MailCounts::of_last(5_000, [(4_500, MailMark::Bounced)]), counts(1_000, 1, 0));
        let released = [(5, MailMark::Bounced), (60, MailMark::Released), (70, MailMark::Complained)];
        assert_eq!(MailCounts::of_last(80, released), counts(20, 0, 1));
        assert_eq!(MailCounts::of_last(60, released[..2].iter().copied()), MailCounts::default());
    }
}
