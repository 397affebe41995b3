//! The invariants of a life as its clients can check them: with the answers, the sent messages, and the requests in the
//! API.

use domain::message::EVIDENCE_WAIT;
use jiff::civil::Time;

use super::{
    client::{Asked, Clients, Halt, Kind, Outcome},
    files, hosts,
    life::{Events, Life, Rules, SKEW_MAX, WINDOW},
    notifications,
    timeline::{Shown, label, show},
};
use crate::support::*;

/// A message is sent at most this long after its claim, because then its sender is ended.
const SENDER_ENDS: SignedDuration = SignedDuration::from_secs(30);
/// The wait for evidence begins with the claim, and the message is sent later.
const AGAIN_AFTER: SignedDuration = SignedDuration::from_secs(EVIDENCE_WAIT.as_secs() - SENDER_ENDS.as_secs());
/// The shortest time between two messages of a request by one channel.
const APART: SignedDuration = SignedDuration::from_hours(1);
/// A wake-up may be this much too early.
const EARLY: SignedDuration = SignedDuration::from_secs(60);

/// When a check is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Everything due is done, but reminders may still follow.
    Settled,
    /// Nothing more will happen.
    Over,
}

pub fn check(life: &mut Life, moment: Moment) -> Vec<String> {
    let shops = life.shops.clone();
    let wrong = shops.iter().flat_map(|clients| {
        let wrong = check_shop(life, clients, moment);
        wrong.into_iter().map(|wrong| format!("{}: {wrong}", clients.shop.tenant.id.as_str()))
    });
    wrong.collect()
}

fn check_shop(life: &mut Life, clients: &Clients, moment: Moment) -> Vec<String> {
    let mut wrong = Vec::new();
    let (asked, mails) = (clients.facts.borrow().asked.clone(), clients.inbox());
    let mut ids: BTreeMap<u64, Option<usize>> =
        mails.iter().filter_map(local::request_of).map(|id| (id, None)).collect();
    ids.extend(asked.iter().enumerate().filter_map(|(number, asked)| Some((asked.id?, Some(number)))));
    let (mut first, mut all_shown) = (BTreeMap::new(), Vec::new());
    for (id, number) in ids {
        let asked = number.map(|number| &asked[number]);
        let mails: Vec<_> = mails.iter().filter(|mail| local::request_of(mail) == Some(id)).collect();
        let shown = match show(life, clients, id) {
            Ok(shown) => Some(shown),
            Err(status) => {
                let erased = asked.map_or(Outcome::Asked, |asked| asked.erased);
                if status != 404 || erased == Outcome::NotAsked {
                    wrong.push(format!("{id} is lost: {status}"));
                }
                None
            }
        };
        let mut found = doubled(&mails, life);
        found.extend(at_once(&mails));
        if let Some(shown) = &shown {
            first.extend(counted_from(shown, &mails).map(|at| (id, (mails[0].to.clone(), at))));
            found.extend(explained(shown, &mails, asked, clients, moment));
        }
        if let Some(asked) = asked {
            found.extend(kept(asked, shown.as_ref(), &mails, life));
            found.extend(shown.iter().flat_map(|shown| reasoned(asked, shown, clients)));
            found.extend(shown.iter().flat_map(|shown| claimed_after_stop(asked, shown, clients, life)));
            found.extend(outside_the_window(asked, &mails, clients, life));
        }
        let timeline = shown
            .iter()
            .flat_map(|shown| &shown.entries)
            .map(|entry| format!("{} {} {:?}", entry.at, entry.what, entry.message));
        let seen = format!(
            "{} {:?} {:?}",
            shown.as_ref().map_or("erased", |shown| &shown.status),
            timeline.collect::<Vec<_>>(),
            mails.iter().map(|mail| mail.sent_at).collect::<Vec<_>>()
        );
        wrong.extend(found.into_iter().map(|wrong| format!("{moment:?}: {id}: {wrong}; {seen}; {asked:?}")));
        all_shown.extend(asked.cloned().zip(shown));
    }
    wrong.extend(stopped(clients, &mails));
    wrong.extend(during_the_pause(clients, &mails, life));
    wrong.extend(over_the_cap(clients, &first, life));
    if moment == Moment::Over {
        wrong.extend(guarded(life, clients));
        wrong.extend(rated(life, clients));
        wrong.extend(hosts::check(&life.hosts, clients, &all_shown));
        wrong.extend(notifications::check(life, clients, &mails, &all_shown));
        wrong.extend(files::check(life, clients));
    }
    wrong
}

/// A message is sent twice only if it is a first email whose answer and event were lost: then it is sent once more, 15
/// minutes later.
fn doubled(mails: &[&Mail], life: &Life) -> Vec<String> {
    let mut by_step: BTreeMap<&str, Vec<&Mail>> = BTreeMap::new();
    mails.iter().for_each(|mail| by_step.entry(&mail.tags["step"]).or_default().push(mail));
    let is_wrong = |step: &str, mails: &[&Mail]| {
        mails.len() > 1 && (step != "0" || mails[0].channel != "email" || !is_documented(mails, life))
    };
    let wrong = by_step.into_iter().filter(|(step, mails)| is_wrong(step, mails));
    wrong.map(|(step, mails)| format!("message {step} left {} times", mails.len())).collect()
}

/// Nobody gets two messages of one request by one channel within an hour. [`doubled`] checks messages that were sent
/// twice.
fn at_once(mails: &[&Mail]) -> Vec<String> {
    let is_soon = |(first, second): &(&Mail, &Mail)| {
        let gap = second.sent_at.duration_since(first.sent_at).abs();
        first.channel == second.channel && first.tags["step"] != second.tags["step"] && gap < APART
    };
    let before = |place: usize| mails[..place].iter().map(move |first| (*first, mails[place]));
    let soon = (0..mails.len()).flat_map(before).filter(is_soon);
    soon.map(|(first, second)| format!("two messages left at {} and {}", first.sent_at, second.sent_at)).collect()
}

/// Whether an email was sent once, or once more when its answer and its event were lost.
pub fn is_documented(mails: &[&Mail], life: &Life) -> bool {
    match mails {
        [_] => true,
        [first, second] => {
            let events_come = life.plan.events == Events::Prompt && life.plan.faults == 0;
            !events_come && second.sent_at.duration_since(first.sent_at) >= AGAIN_AFTER
        }
        _ => false,
    }
}

/// The timeline alone explains each message that was sent, each that was not, and what will follow.
fn explained(shown: &Shown, mails: &[&Mail], asked: Option<&Asked>, clients: &Clients, moment: Moment) -> Vec<String> {
    let mut wrong = Vec::new();
    // A request that was never acknowledged may be of any kind, so only its first message is checked.
    let kind = asked.map_or(Kind::Native { delay_days: 0 }, |asked| asked.kind);
    let is_open = !matches!(shown.status.as_str(), "cancelled" | "completed" | "expired" | "failed");
    let labels = shown.labels(kind);
    // No reminder follows a message that may not have arrived.
    let mut reached: BTreeSet<&str> = kind.channels().iter().copied().collect();
    for reminder in 0..=kind.reminders() {
        for &channel in kind.channels() {
            let message = label(reminder, channel);
            let count = |whats: &[&str]| shown.count(&message, whats);
            let (sent, is_stopped) = (count(&["sent"]), count(&["failed", "skipped"]) > 0);
            let step = labels.iter().position(|label| *label == message).map(|step| step.to_string());
            let left = mails.iter().filter(|mail| Some(&mail.tags["step"]) == step.as_ref()).count();
            let mut say = |what: &str| wrong.push(format!("{message}: {what}"));
            if left > count(&["sent", "outcome_unknown", "unconfirmed"]) {
                say("it left, and nothing says so");
            }
            if sent > 1 || sent > left {
                say("`sent` is not true");
            }
            if left > count(&["claimed"]) {
                say("it left without a claim");
            }
            if shown.is_claimed_after_its_end(&message) {
                say("it was claimed after its end");
            }
            let is_settled = sent + count(&["unconfirmed"]) > 0 || is_stopped;
            // The request's own time is its first message's.
            let is_to_come = match step.as_deref() {
                Some("0") => shown.scheduled_at + SignedDuration::from_hours(2) > clients.shop.now(),
                _ => moment == Moment::Settled && count(&["scheduled", "deferred"]) > 0,
            };
            if is_open && reached.contains(channel) && !is_settled && !is_to_come {
                say("nothing says why it did not leave, or when it will");
            }
            if sent == 0 {
                reached.remove(channel);
            }
            if !is_settled && is_to_come {
                // The next messages are planned after this one was sent.
                reached.clear();
            }
        }
    }
    if asked.is_some()
        && !mails.iter().all(|mail| mail.tags["step"].parse().is_ok_and(|step: usize| step < labels.len()))
    {
        wrong.push("a message left of which nothing is said".to_owned());
    }
    wrong
}

fn kept(asked: &Asked, shown: Option<&Shown>, mails: &[&Mail], life: &Life) -> Vec<String> {
    let mut wrong = Vec::new();
    let is = |statuses: &[&str]| shown.is_none_or(|shown| statuses.contains(&&*shown.status));
    for (outcome, is_kept, lost, what) in [
        (asked.cancelled, is(&["cancelled"]), "it is not cancelled", "cancel"),
        (asked.erased, shown.is_none(), "it is not erased", "erasure"),
        (asked.reviewed, is(&["completed", "cancelled"]), "its review is lost", "review"),
    ] {
        let Outcome::Acknowledged(at) = outcome else { continue };
        wrong.extend((!is_kept).then(|| lost.to_owned()));
        if mails.iter().any(|mail| mail.sent_at > at + SENDER_ENDS) {
            wrong.push(format!("a message left after the {what}"));
        }
    }
    let promised = match asked.kind {
        Kind::Native { delay_days } if asked.sent_now == Outcome::NotAsked => {
            asked.at + SignedDuration::from_hours(24 * i64::from(delay_days))
        }
        _ => asked.at,
    };
    if mails.iter().any(|mail| mail.sent_at + EARLY + tolerance(life) < promised) {
        wrong.push("a message left before its time".to_owned());
    }
    wrong
}

/// How much two functions' clocks may differ.
fn tolerance(life: &Life) -> SignedDuration {
    if life.plan.skewed { SKEW_MAX + SKEW_MAX } else { SignedDuration::ZERO }
}

/// No message to an address is claimed after the address was stopped. The times in the timeline come from the
/// functions' clocks.
fn claimed_after_stop(asked: &Asked, shown: &Shown, clients: &Clients, life: &Life) -> Vec<String> {
    if life.plan.skewed {
        return Vec::new();
    }
    let channel = if asked.address.contains('@') { "email" } else { "sms" };
    let facts = clients.facts.borrow();
    let stopped_at = facts.stopped.iter().filter_map(|(address, outcome)| match outcome {
        Outcome::Acknowledged(at) if *address == asked.address => Some(*at),
        _ => None,
    });
    let Some(stopped_at) = stopped_at.min() else { return Vec::new() };
    let claims = shown.entries.iter().filter(|entry| entry.what == "claimed" && entry.at > stopped_at);
    let wrong = claims.filter_map(|entry| entry.message.as_ref()).filter(|message| message.ends_with(channel));
    wrong.map(|message| format!("{message}: it was claimed after its address was stopped")).collect()
}

/// Messages are sent while the shop's window is open, unless somebody requested one now.
fn outside_the_window(asked: &Asked, mails: &[&Mail], clients: &Clients, life: &Life) -> Vec<String> {
    if clients.rules != Rules::Window || asked.sent_now != Outcome::NotAsked {
        return Vec::new();
    }
    let tolerance = tolerance(life);
    let of_day = |time: &str| time.parse::<Time>().unwrap().duration_since(Time::midnight());
    // A message that is at most a minute late is sent even if the window has closed.
    let (opens, closes) = (of_day(WINDOW.0), of_day(WINDOW.1) + EARLY + SENDER_ENDS);
    let is_inside = |mail: &&&Mail| {
        let of_day = SignedDuration::from_secs(mail.sent_at.as_second().rem_euclid(DAY.as_secs()));
        (opens - EARLY - tolerance..=closes + tolerance).contains(&of_day)
    };
    let wrong = mails.iter().filter(|mail| !is_inside(mail));
    wrong.map(|mail| format!("a message left at {}, outside the window", mail.sent_at)).collect()
}

/// The first try of a sent request's first message. It counts from this time.
fn counted_from(shown: &Shown, mails: &[&Mail]) -> Option<Timestamp> {
    mails.iter().find(|mail| mail.tags["step"] == "0")?;
    shown.entries.iter().find(|entry| entry.what == "claimed").map(|entry| entry.at)
}

/// An address gets one first message in 30 days, unless somebody requests another one now.
fn over_the_cap(clients: &Clients, first: &BTreeMap<u64, (String, Timestamp)>, life: &Life) -> Vec<String> {
    if clients.rules != Rules::Cap {
        return Vec::new();
    }
    let asked = &clients.facts.borrow().asked;
    let is_asked_now = |id| asked.iter().any(|asked| asked.id == Some(id) && asked.sent_now != Outcome::NotAsked);
    let month = DAY * 30 - EARLY - tolerance(life);
    let mut wrong = Vec::new();
    for (id, (address, at)) in first {
        // If two claims have the same time, the one that was requested now may have been the second.
        let is_before = |(other, (to, before)): (&u64, &(String, Timestamp))| {
            let is_first = before < at || (before == at && !is_asked_now(*other));
            other != id && to == address && is_first && at.duration_since(*before) < month
        };
        if !is_asked_now(*id) && first.iter().any(is_before) {
            wrong.push(format!("{id}: a first message left to {address} over its cap"));
        }
    }
    wrong
}

/// A reason for not sending a message is true: somebody caused it.
fn reasoned(asked: &Asked, shown: &Shown, clients: &Clients) -> Vec<String> {
    let stops = clients.facts.borrow().stopped.iter().any(|(address, _)| *address == asked.address);
    let is_true = |reason: &str| match reason {
        "cancelled" => asked.cancelled != Outcome::NotAsked,
        "unsubscribed" | "manual" => stops,
        "bounced" => asked.address.starts_with("bounce"),
        "nothing_left" | "reviewed" => asked.reviewed != Outcome::NotAsked,
        _ => false,
    };
    let reasons = shown.entries.iter().filter_map(|entry| entry.reason.as_deref());
    reasons.filter(|reason| !is_true(reason)).map(|reason| format!("{reason} is not why it did not leave")).collect()
}

/// No message leaves to an address that was stopped, and a record outside the table says that it was.
fn stopped(clients: &Clients, mails: &[Mail]) -> Vec<String> {
    let facts = clients.facts.borrow();
    let stops = facts.stopped.iter().filter_map(|(address, outcome)| match outcome {
        Outcome::Acknowledged(at) => Some((address, *at)),
        Outcome::NotAsked | Outcome::Asked => None,
    });
    let addresses: BTreeSet<_> = stops.clone().map(|(address, _)| address.to_lowercase()).collect();
    let folder = format!("erasures/decisions/{}/", clients.shop.tenant);
    let records = clients.shop.world.aws().objects();
    let records = records.iter().filter_map(|key| key.strip_prefix(&folder)?.split('/').next());
    let records: BTreeSet<_> = records.filter(|index| *index != "ended").collect();
    let unrecorded = (records.len() < addresses.len())
        .then(|| format!("the addresses {addresses:?} were stopped, and there are only the records {records:?}"));
    let late = |(address, at): (&String, Timestamp)| {
        // The law asks for the reasons of a decision, whoever unsubscribed.
        let is_stopped = |mail: &Mail| mail.sent_at > at + SENDER_ENDS && !is_letter(mail, "withheld");
        mails.iter().any(|mail| mail.to == *address && is_stopped(mail)).then(|| address.clone())
    };
    let late = stops.filter_map(late).map(|address| format!("a message left to {address}, which was stopped"));
    late.chain(unrecorded).collect()
}

fn is_letter(mail: &Mail, kind: &str) -> bool {
    mail.tags.get("letter").is_some_and(|letter| letter.split('-').next() == Some(kind))
}

/// Nothing is sent while the shop has paused sending or has ended, except to its owners about its end, and no email during a suspension.
fn during_the_pause(clients: &Clients, mails: &[Mail], life: &Life) -> Vec<String> {
    let facts = clients.facts.borrow();
    let mut wrong = Vec::new();
    let all: &[&str] = &["email", "sms"];
    for (why, channels) in [("pause", all), ("suspension", &["email"]), ("end", all)] {
        let Some(&Halt { outcome: Outcome::Acknowledged(at), until, ended_at }) = facts.halts.get(why) else {
            continue;
        };
        let until = ended_at.map_or(until, |ended_at| until.min(ended_at)) - tolerance(life);
        let during = |mail: &&Mail| mail.sent_at > at + SENDER_ENDS && mail.sent_at < until && !is_letter(mail, "end");
        let wrongly = mails.iter().filter(|mail| channels.contains(&&*mail.channel)).filter(during);
        wrong.extend(wrongly.map(|mail| format!("a message left at {}, during the pause", mail.sent_at)));
    }
    wrong
}

/// Each order has at most one request that is not cancelled, failed or expired.
fn guarded(life: &mut Life, clients: &Clients) -> Vec<String> {
    let listed = life.executor.run(clients.shop.get("/api/v1/review-requests")).json();
    let mut orders = BTreeSet::new();
    let rows = listed["requests"].list().iter();
    let open = rows.filter(|row| !matches!(row["status"].as_str(), Some("cancelled" | "failed" | "expired")));
    let orders_of = open.filter_map(|row| row["order_id"].as_str()).filter(|order| !order.is_empty());
    orders_of
        .filter(|order| !orders.insert(order.to_string()))
        .map(|order| format!("{order} has two requests"))
        .collect()
}

/// What anybody reads of a shop's rating follows from its list of reviews.
fn rated(life: &mut Life, clients: &Clients) -> Option<String> {
    let listed = life.executor.run(clients.shop.get("/api/v1/reviews?limit=100")).json();
    let published = listed["reviews"].list().iter().filter(|review| review["status"] == "approved");
    let published: Vec<_> = published.collect();
    let count = u32::try_from(published.len()).unwrap();
    let stars: u64 = published.iter().map(|review| review["rating"].as_u64().unwrap()).sum();
    let tenths = (u32::try_from(stars).unwrap() * 20 + count).checked_div(count * 2).unwrap_or_default();
    let path = format!("/p/{}/@all.json", clients.shop.tenant.id.as_str());
    let shown = life.executor.run(clients.shop.call("GET", path).without_key().send()).json();
    let rating = (&shown["rating"]["average"], &shown["rating"]["count"], &shown["total"]);
    let right = (&json!(f64::from(tenths) / 10.0), &json!(count), &json!(count));
    (rating != right).then(|| format!("the rating is {rating:?}, and its reviews make {right:?}"))
}
