use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::review::{Brought, ExternalId, Platform, ReviewText};
use crate::values::{NumberPlans, RequestId, Verification};

const CLEAN: &str = "It holds two cups.";
const CONTACT: &str = "Write to jane@example.com.";

pub(super) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

pub(super) fn version(stars: u8, text: &str) -> Version {
    let words = Words { text: ReviewText::parse(text).unwrap(), ..Words::default() };
    Version { rating: Rating::new(stars).unwrap(), taps: Vec::new(), words }
}

pub(super) fn submit(text: &str, moderation: Moderation) -> (Review, Vec<LedgerEntry>) {
    submitted(version(4, text), moderation)
}

fn submitted(version: Version, moderation: Moderation) -> (Review, Vec<LedgerEntry>) {
    Review::submit(written(version), under(moderation), at(0))
}

pub(super) fn under(moderation: Moderation) -> Checks<'static> {
    Checks { moderation, plans: NumberPlans::default(), is_insider: false }
}

fn written(version: Version) -> NewReview {
    NewReview {
        id: ReviewId::new(1).unwrap(),
        origin: Origin::Hub { request: RequestId::new(1).unwrap(), item: 0 },
        author: None,
        product: None,
        language: None,
        verification: Verification::None,
        incentivized: false,
        experienced_at: None,
        visitor: false,
        version,
    }
}

fn edit(review: &mut Review, stars: u8, text: &str, second: i64) -> Result<Vec<LedgerEntry>, NotDone> {
    review.edit(Actor::Customer, version(stars, text), vec![], under(Moderation::Publish), at(second))
}

fn by() -> Actor {
    Actor::Member("m1".to_owned())
}

fn because(reason: WithholdReason) -> Withholding {
    Withholding { reason, note: None }
}

pub(super) fn words(ledger: &[LedgerEntry]) -> Vec<&'static str> {
    ledger.iter().map(|line| line.what.as_str()).collect()
}

fn text(review: &Review) -> &str {
    review.content.words.as_ref().unwrap().text.as_str()
}

#[test]
fn what_an_insider_writes_is_withheld_and_nobody_can_publish_it() {
    let own = Checks { is_insider: true, ..under(Moderation::Hold) };
    let (submitted, first) = Review::submit(written(version(4, CONTACT)), own, at(0));
    let mut edited = submit(CLEAN, Moderation::Publish).0;
    let ledger = edited.edit(Actor::Customer, version(5, CLEAN), vec![], own, at(0)).unwrap();
    for (mut review, ledger) in [(submitted, first), (edited, ledger)] {
        let passed = ledger.last().unwrap();
        assert_eq!((passed.what, passed.rule, passed.reason), (LedgerKind::Withheld, Some(HoldRule::Insider), None));
        assert_eq!((review.state, review.reason, review.held_by()), (ReviewState::Withheld, None, None));
        assert_eq!(review.approve(by(), None, at(1)), Err(NotDone::OfInsider));
        assert_eq!(review.withhold(by(), because(WithholdReason::Fake), at(1)), Ok(vec![]));
        let photo = ReviewPhoto { slot: 0, id: PhotoId::new(1), size: None };
        review.add_photo(photo, Moderation::Publish, at(2)).unwrap();
        let ledger = review.remove_photo(photo.id, at(3)).unwrap();
        assert_eq!((ledger[1].rule, review.state), (Some(HoldRule::Insider), ReviewState::Withheld));
        // The author works for the shop no more.
        edit(&mut review, 3, CLEAN, 4).unwrap();
        assert_eq!((review.is_insiders, review.held_by()), (false, Some(HoldRule::EditOfWithheld)));
    }
}

#[test]
fn a_withheld_review_waits_again_after_every_edit() {
    let (mut review, _) = submit(CLEAN, Moderation::Publish);
    review.withhold(by(), because(WithholdReason::Abusive), at(1)).unwrap();
    for better in ["Better words.", "Still better words."] {
        edit(&mut review, 4, better, 2).unwrap();
        assert_eq!((review.state, review.held_by()), (ReviewState::Submitted, Some(HoldRule::EditOfWithheld)));
        assert_eq!((text(&review), review.reason), (better, None));
    }
    review.approve(by(), None, at(3)).unwrap();
    assert_eq!(review.state, ReviewState::Published);
}

#[test]
fn what_follows_a_review_that_ended_undecided_withheld_or_removed_waits() {
    let again =
        |ended: &Review| Review::submit_again(written(version(4, CLEAN)), ended, under(Moderation::Publish), at(9)).0;
    type End = fn(&mut Review);
    let ends: [(End, ReviewState); 4] = [
        (|review| drop(review.withdraw(at(1))), ReviewState::Published),
        (|review| drop(review.remove(by(), WithholdReason::Fake, at(1))), ReviewState::Submitted),
        (
            |review| {
                review.withhold(by(), because(WithholdReason::Fake), at(1)).unwrap();
                review.withdraw(at(2));
            },
            ReviewState::Submitted,
        ),
        (
            |review| {
                edit(review, 4, CONTACT, 1).unwrap();
                review.withdraw(at(2));
            },
            ReviewState::Submitted,
        ),
    ];
    for (number, (end, state)) in ends.into_iter().enumerate() {
        let (mut review, _) = submit(CLEAN, Moderation::Publish);
        for time in 0..2 {
            end(&mut review);
            review = again(&review);
            assert_eq!(review.state, state, "{number}, {time}");
        }
        review.approve(by(), None, at(10)).unwrap();
        review.withdraw(at(11));
        assert_eq!(again(&review).state, state, "{number}");
    }
}

#[test]
fn the_first_decision_is_that_of_a_rule_or_of_the_shop_and_stays_the_first() {
    let (published, _) = submit(CLEAN, Moderation::Publish);
    assert_eq!(published.first_decided_at, Some(at(0)));

    let (waiting, _) = submit(CLEAN, Moderation::Hold);
    assert_eq!((waiting.first_decided_at, waiting.decision_hours()), (None, None));
    let mut withheld = waiting.clone();
    withheld.withhold(by(), because(WithholdReason::Fake), at(7_000)).unwrap();
    withheld.edit(Actor::Customer, version(4, "Other words."), vec![], under(Moderation::Hold), at(8_000)).unwrap();
    withheld.approve(by(), None, at(90_000)).unwrap();
    assert_eq!((withheld.first_decided_at, withheld.decision_hours().unwrap().get()), (Some(at(7_000)), 2));

    let mut removed = waiting.clone();
    removed.remove(by(), WithholdReason::Fake, at(60));
    let mut withdrawn = waiting;
    withdrawn.withdraw(at(60));
    assert_eq!((removed.first_decided_at, withdrawn.first_decided_at), (Some(at(60)), None), "a decision of the shop");
}

#[test]
fn a_waiting_review_whose_contact_data_is_taken_out_is_published() {
    let (mut review, _) = submit(CONTACT, Moderation::Publish);
    edit(&mut review, 4, CLEAN, 1).unwrap();
    assert_eq!(review.state, ReviewState::Published);

    let (mut review, _) = submit(CLEAN, Moderation::Hold);
    edit(&mut review, 4, "Other words.", 1).unwrap();
    assert_eq!(review.state, ReviewState::Submitted, "the shop decides about those from before");
}

#[test]
fn a_decision_that_changes_nothing_writes_nothing_and_a_new_reason_does() {
    let (mut review, _) = submit(CLEAN, Moderation::Publish);
    assert_eq!(review.approve(by(), None, at(1)), Ok(vec![]));
    let ledger = review.withhold(by(), because(WithholdReason::Fake), at(2)).unwrap();
    assert_eq!(ledger[0].reason, Some(WithholdReason::Fake));
    let revision = review.revision;
    assert_eq!(review.withhold(by(), because(WithholdReason::Fake), at(3)), Ok(vec![]));
    assert_eq!(review.revision, revision);
    assert_eq!(review.withhold(by(), because(WithholdReason::Unlawful), at(4)).unwrap().len(), 1);
    assert_eq!((review.reason, review.revision), (Some(WithholdReason::Unlawful), revision + 1));
}

#[test]
fn an_answer_is_one_and_keeps_its_first_time() {
    let (mut review, _) = submit(CLEAN, Moderation::Publish);
    let reply = |text| ReplyText::parse(text).unwrap();
    assert_eq!(words(&review.reply(by(), reply("Thanks!"), at(1)).unwrap()), ["replied"]);
    assert_eq!(review.reply(by(), reply(" Thanks! "), at(2)), Ok(vec![]));
    review.reply(by(), reply("Thank you!"), at(3)).unwrap();
    let ShopReply { created_at, updated_at, .. } = review.content.reply.clone().unwrap();
    assert_eq!((created_at, updated_at), (at(1), at(3)));
    assert_eq!(words(&review.remove_reply(by(), at(4)).unwrap()), ["reply_removed"]);
    assert_eq!(review.remove_reply(by(), at(5)), Ok(vec![]));
}

#[test]
fn what_has_ended_has_no_words_and_nothing_leads_out_of_it() {
    let ends: [fn(&mut Review) -> Vec<LedgerEntry>; 3] = [
        |review| review.remove(by(), WithholdReason::Unlawful, at(1)),
        |review| review.withdraw(at(1)),
        |review| review.erase(by(), at(1)),
    ];
    for end in ends {
        let (mut review, _) = submit(CLEAN, Moderation::Publish);
        review.reply(by(), ReplyText::parse("Thanks!").unwrap(), at(1)).unwrap();
        edit(&mut review, 1, CONTACT, 1).unwrap();
        assert_eq!(end(&mut review).len(), 1);
        assert_eq!((&review.content.words, &review.content.pending_edit, &review.content.reply), (&None, &None, &None));
        assert_eq!((review.rating.stars(), review.state.is_final()), (4, true));
        assert_eq!(end(&mut review), vec![], "again");
        let ended = review.clone();
        assert!(edit(&mut review, 4, CLEAN, 2).is_err());
        assert_eq!(review.approve(by(), None, at(2)), Err(NotDone::Gone));
        assert_eq!(review.withhold(by(), because(WithholdReason::Fake), at(2)), Err(NotDone::Gone));
        assert_eq!(review.remove_reply(by(), at(2)), Err(NotDone::Gone));
        assert_eq!(review, ended);
    }
}

#[derive(Debug, Clone)]
enum Act {
    Edit(&'static str, Moderation),
    Approve,
    Withhold(WithholdReason),
    DropEdit,
    Reply(&'static str),
    RemoveReply,
    Remove,
    Withdraw,
}

fn act() -> impl Strategy<Value = Act> {
    let moderation = select(Moderation::ALL.to_vec());
    prop_oneof![
        6 => (select(vec![CLEAN, CONTACT, "Fine.", "Better."]), moderation).prop_map(|(text, m)| Act::Edit(text, m)),
        4 => Just(Act::Approve),
        4 => select(WithholdReason::NAMED.to_vec()).prop_map(Act::Withhold),
        2 => Just(Act::DropEdit),
        2 => select(vec!["Thanks!", "Sorry."]).prop_map(Act::Reply),
        1 => Just(Act::RemoveReply),
        1 => Just(Act::Remove),
        1 => Just(Act::Withdraw),
    ]
}

/// Plays a history; the versions have these stars in turn.
fn live(moderation: Moderation, acts: &[Act], stars: &[u8]) -> (Review, Vec<Result<Vec<LedgerEntry>, NotDone>>) {
    let mut stars = stars.iter().copied().cycle();
    let mut next = |text| version(stars.next().unwrap(), text);
    let (mut review, ledger) = submitted(next(CLEAN), moderation);
    let mut ledgers = vec![Ok(ledger)];
    for (second, act) in (1..).zip(acts) {
        let now = at(second);
        ledgers.push(match act {
            Act::Edit(text, moderation) => review.edit(Actor::Customer, next(text), vec![], under(*moderation), now),
            Act::Approve => review.approve(by(), None, now),
            Act::Withhold(reason) => review.withhold(by(), because(*reason), now),
            Act::DropEdit => review.drop_edit(by(), because(WithholdReason::Unspecified), now),
            Act::Reply(text) => review.reply(by(), ReplyText::parse(text).unwrap(), now),
            Act::RemoveReply => review.remove_reply(by(), now),
            Act::Remove => Ok(review.remove(by(), WithholdReason::Unspecified, now)),
            Act::Withdraw => Ok(review.withdraw(now)),
        });
    }
    (review, ledgers)
}

fn but_stars(review: &Review) -> ReviewFields {
    let mut fields = review.fields().clone();
    fields.rating = Rating::new(1).unwrap();
    if let Some(edit) = &mut fields.content.pending_edit {
        edit.rating = fields.rating;
    }
    fields
}

proptest! {
    #[test]
    fn other_stars_change_nothing_but_the_stars(
        moderation in select(Moderation::ALL.to_vec()),
        acts in prop::collection::vec(act(), 0..30),
        stars in prop::collection::vec(1..=5u8, 1..30),
        others in Just((1..=5u8).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        // Maps each number of stars to another number, so that an edit that changes nothing does so in both histories.
        let mapped: Vec<_> = stars.iter().map(|stars| others[usize::from(stars - 1)]).collect();
        let (one, one_ledger) = live(moderation, &acts, &stars);
        let (other, other_ledger) = live(moderation, &acts, &mapped);
        prop_assert_eq!(but_stars(&one), but_stars(&other));
        prop_assert_eq!(one_ledger, other_ledger);
    }

    #[test]
    fn a_review_is_whole_after_any_history(
        moderation in select(Moderation::ALL.to_vec()),
        acts in prop::collection::vec(act(), 0..30),
    ) {
        let (review, ledgers) = live(moderation, &acts, &[1, 2, 3, 4, 5]);
        let lines: Vec<_> = ledgers.into_iter().filter_map(Result::ok).flatten().collect();
        prop_assert_eq!(review.first_lines(), (review.revision == 1).then(|| lines.clone()));
        prop_assert_eq!(review.content.words.is_none(), review.state.is_final());
        prop_assert_eq!(review.reason.is_some(), review.state == ReviewState::Withheld);
        let edit_waits = review.state == ReviewState::Published && review.has_pending_edit();
        prop_assert_eq!(review.held_by().is_some(), review.state == ReviewState::Submitted || edit_waits);
        let published = lines.iter().filter(|line| line.what == LedgerKind::Published).count();
        prop_assert_eq!(review.publish_count() as usize, published);
        prop_assert_eq!(lines.last().unwrap().revision, review.revision);
        prop_assert!(lines.windows(2).all(|pair| pair[0].revision <= pair[1].revision && pair[0].at <= pair[1].at));
    }
}

/// A review that was written at 10 and imported at 100, with the shop's answer.
fn import(text: &str, moderation: Moderation, was_hidden: bool, is_product_hidden: bool) -> (Review, Vec<LedgerEntry>) {
    let new = NewReview {
        id: ReviewId::new(1).unwrap(),
        origin: Origin::Import { platform: Platform::Okendo, from_shop: false },
        author: None,
        product: None,
        language: None,
        verification: Verification::Claimed,
        incentivized: false,
        experienced_at: None,
        visitor: false,
        version: version(1, text),
    };
    let reply = ShopReply { text: ReplyText::parse("Thanks.").unwrap(), created_at: at(20), updated_at: at(20) };
    let external_id = Some(ExternalId::parse(" r-1 ").unwrap());
    let brought =
        Brought { external_id, written_at: at(10), edited_at: None, was_hidden, is_product_hidden, reply: Some(reply) };
    Review::import(new, brought, by(), under(moderation), at(100))
}

#[test]
fn a_review_that_waited_for_its_product_appears_with_it_unless_another_rule_holds_it() {
    for (text, at_import, at_appearance, then, rule) in [
        (CLEAN, Moderation::Publish, Moderation::Publish, ReviewState::Published, None),
        (CLEAN, Moderation::Publish, Moderation::Hold, ReviewState::Submitted, Some(HoldRule::Moderation)),
        (CLEAN, Moderation::Hold, Moderation::Publish, ReviewState::Submitted, Some(HoldRule::Moderation)),
        (CONTACT, Moderation::Publish, Moderation::Publish, ReviewState::Submitted, Some(HoldRule::ContactData)),
    ] {
        let (mut review, _) = import(text, at_import, false, true);
        let waited = review.held_by() == Some(HoldRule::ProductHidden);
        assert_eq!(waited, text == CLEAN && at_import == Moderation::Publish);
        assert_eq!((review.state, review.decision_due_at().is_none()), (ReviewState::Submitted, waited));
        let ledger = review.appear(under(at_appearance), at(200));
        assert_eq!((review.state, review.held_by(), ledger.len()), (then, rule, usize::from(waited)));
        assert!(review.is_as_imported());
        assert!(review.appear(under(at_appearance), at(300)).is_empty());
        review.reply(by(), ReplyText::parse("Thanks!").unwrap(), at(400)).unwrap();
        assert!(!review.is_as_imported());
    }
}

#[test]
fn a_review_that_is_taken_over_is_as_old_as_it_is_and_brings_its_answer_and_what_was_hidden_is_withheld() {
    for (text, moderation, was_hidden, state, rule) in [
        (CLEAN, Moderation::Publish, false, ReviewState::Published, None),
        (CONTACT, Moderation::Publish, false, ReviewState::Submitted, Some(HoldRule::ContactData)),
        (CLEAN, Moderation::Hold, false, ReviewState::Submitted, Some(HoldRule::Moderation)),
        (CLEAN, Moderation::Publish, true, ReviewState::Withheld, None),
        (CONTACT, Moderation::Hold, true, ReviewState::Withheld, None),
    ] {
        let (review, ledger) = import(text, moderation, was_hidden, false);
        assert_eq!((review.state, review.held_by(), review.verification), (state, rule, Verification::Claimed));
        let reason = was_hidden.then_some(WithholdReason::EarlierSystem);
        assert_eq!((review.reason, review.decision_due_at().is_some()), (reason, rule.is_some()));
        assert_eq!((review.created_at, review.updated_at, review.revision), (at(10), at(100), 1));
        assert_eq!(review.content.external_id.as_ref().unwrap().as_str(), "r-1");
        assert_eq!(review.content.reply.as_ref().unwrap().created_at, at(20));
        let decided = if rule.is_some() { "held" } else { state.as_str() };
        assert_eq!((words(&ledger), ledger[1].reason), (vec!["imported", decided, "replied"], reason));
        assert!(ledger.iter().all(|line| line.revision == 1 && line.at == at(100)));
        assert_eq!((review.place(), review.origin.as_str()), (ReviewPlace::Own(review.id), "import"));
        assert_eq!(review.first_lines(), None, "only the ledger says who imported it");
        assert_eq!((&ledger[0].by, &ledger[1].by), (&by(), &Actor::System));
        let mut gone = review.clone();
        gone.erase(by(), at(200));
        assert_eq!(gone.content.external_id, None);
    }
}
