//! A request's message while sending is paused.

use jiff::Timestamp;

use crate::message::{EntryKind, SendingPause};
use crate::request::Request;

impl Request {
    /// Makes the message wait for the end of a pause. After the pause, it leaves like any late message, even if a
    /// person had asked to send it now. Returns whether the pause is new in the timeline.
    pub fn paused(&mut self, pause: SendingPause, now: Timestamp) -> bool {
        let Some(step) = self.0.steps.last_mut() else { return false };
        step.at_once = false;
        let detail = step.detail(&pause.detail());
        let last = self.timeline.entries().last();
        let is_news = last.is_none_or(|last| last.kind != EntryKind::Paused || last.detail.as_ref() != Some(&detail));
        if is_news {
            self.0.timeline.note_with(now, EntryKind::Paused, detail);
        }
        is_news
    }

    /// Whether the last event about the message is a pause or a suspension that delays it.
    pub fn is_kept_back(&self) -> bool {
        matches!(self.last_about_message(), Some(EntryKind::Paused | EntryKind::Held))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Pauser;
    use crate::request::messages::tests::{ask, at, owed, send};
    use crate::shop::{ShopRules, SuspensionReason};
    use crate::values::Channel;

    fn pause(until: i64) -> SendingPause {
        SendingPause { by: Pauser::Shop, until: Some(at(until)) }
    }

    #[test]
    fn it_is_noted_once_for_each_pause_and_a_person_who_asked_for_it_now_waits_too() {
        let mut request = ask(&[Channel::Email], 1);
        request.send_now(None, None, at(0)).unwrap();
        assert!(request.paused(pause(2), at(0)) && !request.step().unwrap().at_once);
        assert!(!request.paused(pause(2), at(1)), "that is known");
        assert!(request.paused(pause(3), at(1)), "it lasts longer");
        let entries = request.timeline.entries();
        assert_eq!(entries.len(), 3, "it is one entry: {entries:?}");
        assert_eq!(entries[2].detail.as_deref(), Some("shop until 1970-01-04T00:00:00Z"));
        request.opened(at(1));
        assert!(request.is_kept_back(), "the customer came by another way");
        request.claim(7, at(3));
        assert!(!request.is_kept_back());
        assert_eq!(request.step().unwrap().due_at, at(3), "it is late since the pause ended");
    }

    #[test]
    fn a_message_that_a_suspension_kept_back_is_late_only_since_its_release() {
        let mut request = ask(&[Channel::Email], 1);
        request.held(SuspensionReason::Bounces, at(0));
        assert!(request.is_kept_back());
        request.claim(7, at(16));
        assert!(!request.is_kept_back());
        assert_eq!(request.step().unwrap().due_at, at(16));
    }

    #[test]
    fn reminders_keep_their_gaps_after_a_pause() {
        let mut request = ask(&[Channel::Email, Channel::Sms], 3);
        send(&mut request, at(0));
        send(&mut request, at(0));
        assert_eq!(owed(&request), Some((Channel::Email, 1, 3)));
        assert!(request.paused(pause(20), at(3)));
        assert_eq!(request.timeline.entries().last().unwrap().detail.as_deref().unwrap().split(" until ").next(), {
            Some("reminder 1 by email: shop")
        });
        for (channel, number, day) in [(Channel::Email, 1, 20), (Channel::Sms, 1, 20), (Channel::Email, 2, 24)] {
            send(&mut request, at(day));
            assert_eq!(request.steps.iter().rev().nth(1).map(|step| (step.channel, step.reminder)), {
                Some((channel, number))
            });
        }
        assert_eq!(owed(&request), Some((Channel::Sms, 2, 24)));
        send(&mut request, at(24));
        assert_eq!(owed(&request), Some((Channel::Email, 3, 31)), "a week after the second, as without the pause");
        let on_time = request.verdict(false, None, None, &ShopRules::default(), at(31));
        assert_eq!(on_time, crate::message::Verdict::Send);
    }
}
