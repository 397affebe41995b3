//! A shop's last 1,000 emails: how many bounced or were marked as spam, and when that holds the shop's emails back.
//!
//! SES reviews an account, with all its shops, at 5 % bounces or 0.1 % complaints, and pauses it at 10 % and 0.5 %
//! (its sending review process). A shop is held before it brings the account there.

use jiff::Timestamp;

/// How many windows a shop's emails are spread over, so that concurrent reports rarely change the same one.
pub const MAIL_WINDOWS: u64 = 10;
/// Emails in a slot of a window, and slots in a window: ten windows hold 1,000 emails, and forget ten at a time.
const SLOT_MAILS: u32 = 10;
const SLOTS: usize = 10;

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

/// Why a shop's emails are held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum HoldReason {
    Bounces,
    Complaints,
}

/// A shop whose emails are held until somebody releases them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hold {
    /// Since when.
    pub since: Timestamp,
    /// Why.
    pub reason: HoldReason,
}

/// One of the [`MAIL_WINDOWS`] windows over a shop's last emails.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MailWindow(Vec<MailCounts>);

impl HoldReason {
    /// The word in the table and in the timeline.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bounces => "bounces",
            Self::Complaints => "complaints",
        }
    }

    /// The reason with this word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Bounces, Self::Complaints].into_iter().find(|reason| reason.as_str() == word)
    }
}

impl MailWindow {
    /// The window with these slots, oldest first, as read from the table.
    #[must_use]
    pub fn stored(slots: Vec<MailCounts>) -> Self {
        Self(slots)
    }

    /// Its slots, oldest first.
    #[must_use]
    pub fn slots(&self) -> &[MailCounts] {
        &self.0
    }

    /// Adds what was learned about an email, and forgets the oldest ones.
    pub fn add(&mut self, MailCounts { sent, bounced, complained }: MailCounts) {
        if self.0.last().is_none_or(|slot| slot.sent + sent > SLOT_MAILS) {
            self.0.push(MailCounts::default());
        }
        if self.0.len() > SLOTS {
            self.0.remove(0);
        }
        if let Some(slot) = self.0.last_mut() {
            slot.sent += sent;
            slot.bounced += bounced;
            slot.complained += complained;
        }
    }
}

impl MailCounts {
    /// The sum over a shop's windows.
    #[must_use]
    pub fn sum<'a>(windows: impl IntoIterator<Item = &'a MailWindow>) -> Self {
        windows.into_iter().flat_map(|window| &window.0).fold(Self::default(), |sum, slot| Self {
            sent: sum.sent + slot.sent,
            bounced: sum.bounced + slot.bounced,
            complained: sum.complained + slot.complained,
        })
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

    const SENT: MailCounts = MailCounts { sent: 1, bounced: 0, complained: 0 };
    const BOUNCED: MailCounts = MailCounts { sent: 0, bounced: 1, complained: 0 };

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
    fn ten_windows_hold_the_last_1000_emails() {
        let mut windows = vec![MailWindow::default(); usize::try_from(MAIL_WINDOWS).unwrap()];
        windows.iter_mut().for_each(|window| window.add(BOUNCED));
        for mail in 1..=5_000_u32 {
            let window = usize::try_from(mail).unwrap() % windows.len();
            windows[window].add(SENT);
            let sent = MailCounts::sum(&windows).sent;
            assert!((mail.min(900)..=mail.min(1_000)).contains(&sent), "{mail}: {sent}");
        }
        assert_eq!(MailCounts::sum(&windows).bounced, 0, "what lies behind them is forgotten");
        assert!(windows.iter().all(|window| window.slots().len() <= SLOTS));
    }
}
