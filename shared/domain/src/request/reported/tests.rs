use jiff::SignedDuration;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::request::Status;
use crate::request::messages::tests::{ask, at, owed, send};

const RULES: fn() -> ShopRules = ShopRules::default;

/// A report about the first message.
fn report(kind: ReportKind) -> MessageReport {
    MessageReport { step: 0, message_id: "id".to_owned(), accepted_at: at(0), kind, at: at(1) }
}

/// A request with a first message that was sent and a reminder that is pending.
fn sent(reminders: u8) -> Request {
    let mut request = ask(&[Channel::Email], reminders);
    send(&mut request, at(0));
    request
}

fn words(request: &Request) -> Vec<&'static str> {
    request.history().iter().map(|entry| entry.kind.as_str()).collect()
}

#[test]
fn a_report_settles_a_message_whose_outcome_is_unknown() {
    for kind in ReportKind::ALL {
        let mut request = ask(&[Channel::Email], 1);
        request.claim(7, at(0));
        request.outcome_unknown(at(0));
        let reported = request.reported(&report(kind), &RULES(), at(0)).unwrap();
        assert!(reported.settled && reported.counters.contains(&Counter::Sent), "{kind:?}");
        assert_eq!(request.sent_at(), Some(at(0)));
        assert!(!request.is_claimed_by(7), "its sender has nothing left to commit");
        assert_eq!(request.reported(&report(kind), &RULES(), at(2)), None, "a copy");
    }
}

#[test]
fn each_report_about_a_sent_message_has_its_effect() {
    for (kind, counters, status, is_reminded) in [
        (ReportKind::Delivered, &[][..], Status::Sent, true),
        (ReportKind::SoftBounced, &[], Status::Sent, true),
        (ReportKind::Delayed, &[], Status::Sent, true),
        (ReportKind::Complained, &[], Status::Sent, false),
        (ReportKind::Bounced, &[Counter::Failed], Status::Failed, false),
    ] {
        let mut request = sent(1);
        let reported = request.reported(&report(kind), &RULES(), at(1)).unwrap();
        assert!(reported.is_news, "{kind:?}");
        assert_eq!((&reported.counters[..], request.status(at(1))), (counters, status), "{kind:?}");
        assert_eq!(owed(&request), is_reminded.then_some((Channel::Email, 1, 3)), "{kind:?}");
        assert!(words(&request).contains(&kind.as_str()));
    }
    let mut rejected = sent(0);
    let reported = rejected.reported(&report(ReportKind::Rejected), &RULES(), at(1)).unwrap();
    assert_eq!(
        (&reported.counters[..], rejected.steps[0].reports.failure()),
        (&[Counter::Failed][..], Some("rejected"))
    );
    assert_eq!(sent(1).reported(&report(ReportKind::Accepted), &RULES(), at(1)), None, "no news");
    let of_another = MessageReport { step: 3, ..report(ReportKind::Bounced) };
    assert_eq!(sent(0).reported(&of_another, &RULES(), at(1)), None, "a message that is not there");
}

#[test]
fn a_delivery_that_is_heard_of_first_stands_after_its_message_in_the_timeline() {
    // The acceptance is reported two days late, and the claim's commit was lost.
    for [first, second] in
        [[ReportKind::Accepted, ReportKind::Delivered], [ReportKind::Delivered, ReportKind::Accepted]]
    {
        let mut request = ask(&[Channel::Email], 0);
        request.claim(7, at(0));
        request.reported(&report(first), &RULES(), at(2));
        request.reported(&report(second), &RULES(), at(3));
        assert_eq!(words(&request), ["created", "claimed", "sent", "delivered"]);
        assert_eq!(request.history()[2].at, at(0), "when it was accepted, and not when we heard of it");
    }
}

#[test]
fn a_report_that_comes_after_giving_up_settles_the_message_and_plans_its_reminder() {
    let mut request = ask(&[Channel::Email], 1);
    request.claim(7, at(0));
    request.unconfirmed(&RULES(), at(0));
    assert_eq!(request.status(at(0)), Status::Sending);
    assert!(request.reported(&report(ReportKind::Delivered), &RULES(), at(1)).unwrap().settled);
    assert_eq!((request.status(at(1)), owed(&request)), (Status::Sent, Some((Channel::Email, 1, 3))));
    assert_eq!(request.steps[0].delivered_at(), Some(at(1)));
}

#[test]
fn a_hard_bounce_skips_each_reminder_at_once() {
    let mut request = sent(2);
    request.reported(&report(ReportKind::Bounced), &RULES(), at(2)).unwrap();
    let skipped = ["bounced", "skipped", "scheduled", "skipped"];
    assert_eq!(words(&request), [&["created", "claimed", "sent", "scheduled"], &skipped[..]].concat());
}

#[test]
fn after_a_hard_bounce_the_other_channel_continues() {
    let mut request = ask(&[Channel::Email, Channel::Sms], 1);
    send(&mut request, at(0));
    assert!(request.reported(&report(ReportKind::Bounced), &RULES(), at(0)).unwrap().counters.is_empty());
    assert_eq!(owed(&request), Some((Channel::Sms, 0, 0)));
    send(&mut request, at(0));
    assert_eq!(owed(&request), Some((Channel::Sms, 1, 3)), "the reminder by email is skipped");
    assert_eq!(request.status(at(0)), Status::Sent);
}

/// Requests about which reports can come: claimed, given up, sent; by one channel and by two.
fn requests() -> Vec<Request> {
    let mut requests = Vec::new();
    for channels in [&[Channel::Email][..], &[Channel::Email, Channel::Sms]] {
        for reminders in [0, 1, 3] {
            let mut claimed = ask(channels, reminders);
            claimed.claim(7, at(0));
            let mut given_up = claimed.clone();
            given_up.unconfirmed(&RULES(), at(0));
            if channels.len() == 2 {
                given_up.claim(8, at(0));
            }
            let mut first_sent = ask(channels, reminders);
            send(&mut first_sent, at(0));
            let mut all_sent = first_sent.clone();
            if channels.len() == 2 {
                send(&mut all_sent, at(0));
            }
            requests.extend([claimed, given_up, first_sent, all_sent]);
        }
    }
    requests
}

prop_compose! {
    /// A report about one of two messages; a second attempt sent the later one.
    fn any_report()(
        step in 0_usize..3,
        second in any::<bool>(),
        kind in select(&ReportKind::ALL[..]),
        minutes in 0_i64..60,
    ) -> MessageReport {
        let after = |minutes| at(0).saturating_add(SignedDuration::from_mins(minutes)).unwrap();
        let accepted_at = after(if second { 15 } else { 0 });
        let message_id = format!("{step}-{second}");
        MessageReport { step, message_id, accepted_at, kind, at: after(15 + minutes) }
    }
}

proptest! {
    #[test]
    fn any_order_and_any_number_of_copies_of_any_reports_end_in_one_state(
        request in select(requests()),
        (reports, shuffled) in prop::collection::vec(any_report(), 1..8).prop_flat_map(|reports| {
            let copies = prop::collection::vec(select(reports.clone()), 0..8);
            let shuffled = copies.prop_map({
                let reports = reports.clone();
                move |copies| [reports.clone(), copies].concat()
            });
            (Just(reports), shuffled.prop_shuffle())
        }),
    ) {
        let now = at(1);
        let end = |reports: &[MessageReport]| {
            let mut ended = request.clone();
            let mut counted: Vec<_> = reports
                .iter()
                .filter_map(|report| ended.reported(report, &RULES(), now))
                .flat_map(|reported| reported.counters)
                .collect();
            counted.sort_unstable();
            (ended, counted)
        };
        prop_assert_eq!(end(&reports), end(&shuffled));
    }
}
