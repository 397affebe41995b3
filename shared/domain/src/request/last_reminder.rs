//! Predicts whether a reminder is the last one, because the last one has other words.

use crate::message::Step;
use crate::request::{Request, days_after};
use crate::shop::ShopRules;

impl Request {
    /// Whether no reminder follows this one. If the customer then postpones the request, one more may still follow.
    pub fn is_last_reminder(&self, step: &Step, rules: &ShopRules) -> bool {
        let Some(sent_at) = self.first_sent_at().filter(|_| step.reminder < self.delivery.reminders.get()) else {
            return true;
        };
        let (day, next) = (rules.reminder_days.day(step.reminder), rules.reminder_days.day(step.reminder + 1));
        let planned = days_after(sent_at, next.into());
        // A postponed reminder delays the reminders after it.
        let moved = self.postponed_at.map(|_| days_after(step.due_at, next.saturating_sub(day).into()));
        self.is_expired(self.next_open(rules, moved.map_or(planned, |moved| moved.max(planned))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::messages::tests::{ask, at, owed, send};
    use crate::values::Channel;
    use Channel::{Email, Sms};

    /// Sends every message on its day, and compares each prediction with the reminder that is planned next.
    #[track_caller]
    fn check(mut request: Request, rules: &ShopRules, expected: &[(u8, bool)]) {
        let mut found = Vec::new();
        while let Some((_, number, day)) = owed(&request) {
            let step = request.step().unwrap().clone();
            if number > 0 {
                found.push((number, request.is_last_reminder(&step, rules)));
            }
            send(&mut request, at(day));
        }
        assert_eq!(found, expected);
        let last = found.iter().map(|&(number, _)| number).max();
        assert!(found.iter().all(|&(number, is_last)| is_last == (Some(number) == last)));
    }

    #[test]
    fn the_last_reminder_is_the_last_that_is_planned() {
        let rules = ShopRules::default();
        check(ask(&[Email], 0), &rules, &[]);
        check(ask(&[Email], 1), &rules, &[(1, true)]);
        check(ask(&[Email], 3), &rules, &[(1, false), (2, false), (3, true)]);
        check(ask(&[Email, Sms], 2), &rules, &[(1, false), (1, false), (2, true), (2, true)]);
    }

    #[test]
    fn a_reminder_after_the_links_end_does_not_follow() {
        let rules = ShopRules::default();
        let mut request = ask(&[Email], 3);
        request.0.expires_at = at(8);
        check(request.clone(), &rules, &[(1, false), (2, true)]);
        send(&mut request, at(0));
        request.postpone(&rules, at(0)).unwrap();
        check(request, &rules, &[(1, true)]);
    }

    #[test]
    fn the_one_that_a_postponed_request_adds_is_the_last() {
        let rules = ShopRules::default();
        let mut request = ask(&[Email], 0);
        send(&mut request, at(0));
        request.postpone(&rules, at(1)).unwrap();
        check(request, &rules, &[(1, true)]);
        let mut request = ask(&[Email], 2);
        send(&mut request, at(0));
        request.postpone(&rules, at(1)).unwrap();
        check(request, &rules, &[(1, false), (2, true)]);
    }
}
