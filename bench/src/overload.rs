//! Figures R21 and R22: more emails due than the provider takes at a time, and a provider that takes none for three days.
//!
//! The functions run in this process, against the small AWS with the bucket of tokens by which SES throttles, at a clock that
//! stands still while they do. With fewer emails the provider is as much slower, so that everything takes as many seconds.

use std::{fmt, path::Path};

use anyhow::{Context as _, ensure};
use jiff::{SignedDuration, Timestamp};
use local::{Work, template};
use serde_json::json;
use small_aws::MailStanding;

use crate::{
    cost,
    meter::{ByteMonths, Meter, Usage},
    table::line,
    tls::Identity,
    world::World,
};

/// The emails that the figures are about, and those that SES takes in a second.
const MAILS_DUE: f64 = 50_000.0;
const MAILS_WAITING: f64 = 100_000.0;
const A_SECOND: f64 = 14.0;
/// The tokens in the bucket: those of a second.
const AT_ONCE: u32 = 14;
/// The part of the provider's rate that is used at least.
const USED_MIN: f64 = 0.9;
const WAKE_UPS_MAX: f64 = 3.0;
/// Dollars a day.
const WAITING_MAX: f64 = 5.0;
/// How late a message is at most that nobody has to know of, and how much later the alarm may begin and end.
const LATE_S: i64 = 1_800;
const ALARM_WITHIN_S: i64 = 600;
/// From the end of the pause until the first run of `reconcile` that knows of it has woken all.
const WOKEN_WITHIN_S: f64 = 600.0;

const START: Timestamp = Timestamp::constant(1_795_154_400, 0);
const DAY: SignedDuration = SignedDuration::from_hours(24);
const TICK: SignedDuration = SignedDuration::from_mins(5);
const DAYS: i32 = 3;
/// Runs of `reconcile` after which a backlog is given up.
const RUNS_MAX: usize = 12 * 12;

/// A backlog and how it was drained.
#[derive(Debug)]
pub struct Overload {
    mails: usize,
    took_s: f64,
    least_s: f64,
    wake_ups: f64,
    /// From the instant at which all was due: when the alarm began and ended, and when the last email left.
    alarm_s: Option<(i64, i64)>,
    last_left_s: i64,
}

/// Lets so many emails be due at once.
///
/// # Errors
///
/// The shop cannot be made, or not everything leaves.
pub async fn overload(scratch: &Path, mails: usize) -> anyhow::Result<Overload> {
    let world = &World::frozen(START, &Identity::generate()?, scratch).await?;
    let mut meter = begin(world, mails).await?;
    let (aws, a_second) = (world.system().aws(), A_SECOND * mails as f64 / MAILS_DUE);
    aws.limit_mails(Some((a_second, AT_ONCE)));
    meter.pass(DAY - TICK).await?;
    meter.look().await?;
    let due_at = aws.clock().now() + TICK;
    let mut late_s = Vec::new();
    while aws.inbox().len() <= mails {
        ensure!(late_s.len() < RUNS_MAX, "{} of {mails} emails left in half a day", aws.inbox().len() - 1);
        late_s.push(run(world, &mut meter).await?);
    }
    let last_left = aws.inbox().iter().map(|mail| mail.sent_at).max().context("emails left")?;
    let wake_ups = meter.look().await?.messages as f64 / mails as f64;
    // The alarm looks back.
    for _ in 0..12 {
        late_s.push(run(world, &mut meter).await?);
    }
    let alarms = alarms(&late_s)?;
    let at = |run: Option<usize>| run.and_then(|run| i64::try_from(run).ok()).map(|run| run * TICK.as_secs());
    let alarm_s = at(alarms.iter().position(|is_on| *is_on)).zip(at(alarms.iter().rposition(|is_on| *is_on)));
    let last_left_s = last_left.duration_since(due_at).as_secs();
    Ok(Overload {
        mails,
        took_s: last_left.duration_since(due_at).as_secs_f64(),
        least_s: mails as f64 / a_second,
        wake_ups,
        alarm_s,
        last_left_s,
    })
}

/// A shop whose emails, so many, are due in a day, with one request that everything is warm for. No report of SES comes.
async fn begin(world: &World, mails: usize) -> anyhow::Result<Meter<'_>> {
    world.system().aws().lose_mail_events(true);
    let mut meter = Meter::of(world)?;
    meter.pass(TICK).await?;
    for number in 0..mails {
        world.create(&json!({"delay_days": 1})).await?;
        // A millisecond has 4,096 ids.
        if number % 1_000 == 999 {
            world.pass(SignedDuration::from_millis(1))?;
        }
    }
    Ok(meter)
}

/// Five minutes and a run of `reconcile`, which says how late the oldest message is.
async fn run(world: &World, meter: &mut Meter<'_>) -> anyhow::Result<i64> {
    meter.pass(TICK).await?;
    let parts = reconcile::start(&world.system().env_of("reconcile"))?;
    let report = reconcile::handle(parts, json!({})).await.map_err(|error| anyhow::anyhow!(error))?;
    Ok(report.oldest_late_s)
}

/// Whether the alarm rings after each run, by what the template says.
fn alarms(late_s: &[i64]) -> anyhow::Result<Vec<bool>> {
    let alarms = template::resources("AWS::CloudWatch::Alarm");
    let alarm = alarms.iter().find(|(name, _)| name == "SendLateAlarm").context("the template has the alarm")?.1;
    let number = |name: &str| alarm["Properties"][name].as_i64().context("the alarm looks back");
    let (back, threshold) = (usize::try_from(number("EvaluationPeriods")?)?, number("Threshold")?);
    let look = |end: usize| late_s.iter().take(end + 1).rev().take(back).any(|late_s| *late_s > threshold);
    Ok((0..late_s.len()).map(look).collect())
}

impl Overload {
    /// The goals that are missed, in sentences.
    #[must_use]
    pub fn missed(&self) -> Vec<String> {
        let Self { took_s, least_s, wake_ups, alarm_s, last_left_s, .. } = *self;
        let mut missed = Vec::new();
        if took_s > least_s / USED_MIN {
            missed.push(format!("{:.0} % of the provider's rate are used", least_s / took_s * 100.0));
        }
        if wake_ups > WAKE_UPS_MAX {
            missed.push(format!("an email takes {wake_ups:.2} wake-ups"));
        }
        // The metric's look back is a part of the alarm's end.
        let is_right = alarm_s.map_or(last_left_s <= LATE_S, |(begun_s, ended_s)| {
            (LATE_S..=LATE_S + ALARM_WITHIN_S).contains(&begun_s) && ended_s <= last_left_s + 2 * ALARM_WITHIN_S
        });
        if !is_right {
            missed.push(format!(
                "the alarm rings {alarm_s:?} s after the messages were due, and the last left after {last_left_s} s"
            ));
        }
        missed
    }
}

impl fmt::Display for Overload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { mails, took_s, least_s, wake_ups, alarm_s, .. } = self;
        line(f, "overload", ["", "goal"].into_iter())?;
        line(f, "emails due at once", [&*mails.to_string()].into_iter())?;
        let used = format!("{:.1} %", least_s / took_s * 100.0);
        line(f, "of the provider's rate", [&*used, &format!("≥ {:.0} %", USED_MIN * 100.0)].into_iter())?;
        line(f, "minutes", [&*format!("{:.0}", took_s / 60.0), &format!("{:.0}", least_s / 60.0)].into_iter())?;
        line(f, "wake-ups an email", [&*format!("{wake_ups:.2}"), &format!("≤ {WAKE_UPS_MAX}")].into_iter())?;
        let (begun, ended) = alarm_s.unwrap_or_default();
        line(f, "alarm, minutes", [&*format!("{}–{}", begun / 60, ended / 60), "from 30"].into_iter())
    }
}

/// Emails that waited for three days.
#[derive(Debug)]
pub struct Waiting {
    mails: usize,
    /// Dollars a day, for as many as the figure is about.
    a_day: f64,
    wake_ups: f64,
    took_s: f64,
    least_s: f64,
    dead: usize,
}

/// Lets so many emails wait for three days.
///
/// # Errors
///
/// The shop cannot be made, or not everything leaves.
pub async fn waiting(scratch: &Path, mails: usize) -> anyhow::Result<Waiting> {
    let world = &World::frozen(START, &Identity::generate()?, scratch).await?;
    let mut meter = begin(world, mails).await?;
    let (aws, a_second) = (world.system().aws(), A_SECOND * mails as f64 / MAILS_WAITING);
    aws.set_mail_standing(MailStanding::Paused);
    meter.pass(DAY - TICK).await?;
    meter.look().await?;
    let days = DAY * DAYS;
    for _ in 0..days.as_secs() / TICK.as_secs() {
        meter.pass(TICK).await?;
        meter.reconcile().await;
    }
    // What is stored is stored whether it waits or not.
    let usage = Usage { stored: ByteMonths::default(), ..meter.look().await? };
    aws.set_mail_standing(MailStanding::Production);
    aws.limit_mails(Some((a_second, AT_ONCE)));
    let ended_at = aws.clock().now();
    let mut runs = 0;
    while aws.inbox().len() <= mails {
        ensure!(runs < RUNS_MAX, "{} of {mails} emails left in half a day", aws.inbox().len() - 1);
        runs += 1;
        run(world, &mut meter).await?;
    }
    let last_left = aws.inbox().iter().map(|mail| mail.sent_at).max().context("emails left")?;
    Ok(Waiting {
        mails,
        // As if runs of `reconcile` and tries grew with the emails, too.
        a_day: cost::of_usage(&usage, MAILS_WAITING / mails as f64)? / f64::from(DAYS),
        wake_ups: usage.messages as f64 / mails as f64,
        took_s: last_left.duration_since(ended_at).as_secs_f64(),
        least_s: mails as f64 / a_second,
        dead: aws.queue(Work::Sends)?.dead().len(),
    })
}

impl Waiting {
    /// The goals that are missed, in sentences.
    #[must_use]
    pub fn missed(&self) -> Vec<String> {
        let Self { mails: _, a_day, wake_ups: _, took_s, least_s, dead } = *self;
        let mut missed = Vec::new();
        if a_day > WAITING_MAX {
            missed.push(format!("100,000 emails that wait cost {a_day:.1} USD a day"));
        }
        if took_s - WOKEN_WITHIN_S > least_s / USED_MIN {
            missed.push(format!("what waited left in {took_s:.0} s instead of {least_s:.0} s"));
        }
        if dead > 0 {
            missed.push(format!("{dead} dead letters"));
        }
        missed
    }
}

impl fmt::Display for Waiting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { mails, a_day, wake_ups, took_s, least_s, dead } = self;
        line(f, "waiting for three days", ["", "goal"].into_iter())?;
        line(f, "emails", [&*mails.to_string()].into_iter())?;
        line(f, "USD a day, 100,000 emails", [&*format!("{a_day:.2}"), &format!("≤ {WAITING_MAX}")].into_iter())?;
        line(f, "wake-ups an email", [&*format!("{wake_ups:.2}")].into_iter())?;
        line(
            f,
            "minutes to drain",
            [&*format!("{:.0}", took_s / 60.0), &format!("{:.0}", least_s / 60.0)].into_iter(),
        )?;
        line(f, "dead letters", [&*dead.to_string(), "0"].into_iter())
    }
}
