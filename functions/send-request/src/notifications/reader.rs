//! Readers' reports of reviews: the owner is told about them, the readers get a receipt and are told what was decided.

use std::collections::HashSet;

use app::message::mail::{Block, Mail, NotificationMail, day, mailed, texts};
use domain::message::{Notification, NotificationName, ReportPlace};
use domain::order::Product;
use domain::review::{ReaderReport, ReportOutcome, ReviewState, report_outcomes};
use domain::shop::Shop;
use domain::values::{EmailAddress, ReviewId};
use jiff::{SignedDuration, Timestamp};
use store::review::owed::Owed;
use store::table::CommitError;

use crate::fate::{Fate, Stop};
use crate::notifications::author::{redress, withheld_because};
use crate::notifications::{About, Draft};

/// A review's reports with what ended them.
struct Reports {
    all: Vec<(ReportPlace, ReaderReport)>,
    outcomes: Vec<ReportOutcome>,
    is_public: bool,
}

impl Reports {
    fn outcome(&self, report: &ReaderReport) -> Option<&ReportOutcome> {
        report.outcome(&self.outcomes, self.is_public)
    }
}

impl About<'_> {
    /// The look at all reports of a review, after which its owner gets an email if a decision is still owed.
    pub(super) async fn about_reports(&self, review: ReviewId) -> Result<Draft, Stop> {
        if !self.settle_reports(review).await? {
            return Err(Fate::Settled("decided").into());
        }
        match self.notification.owner_from().filter(|from| *from > self.now) {
            Some(from) => Err(Fate::Wait(from).into()),
            None => self.to_owner().await,
        }
    }

    /// Orders the emails to readers about whose reports the shop decided. Returns whether it still owes a decision about a report.
    async fn settle_reports(&self, review: ReviewId) -> Result<bool, Stop> {
        let (tenant, now) = (self.tenant, self.now);
        let reports = self.reports(review).await?;
        let (mut told, mut open_since) = (HashSet::new(), None::<Timestamp>);
        for (place, report) in &reports.all {
            let Some(outcome) = reports.outcome(report) else {
                open_since.get_or_insert(report.at);
                continue;
            };
            // Whoever reported a review twice is told once.
            let (Some(id), Some(email), None) = (report.id, &report.email, report.told_at) else { continue };
            if told.insert((email.mailbox(), outcome.at())) {
                let email = Notification::new(NotificationName::ToReader(id), now);
                let email = Notification { report: Some(*place), ..email };
                let mut transaction = self.store.transaction(tenant);
                transaction.tell_reader(*place, &email, now);
                match transaction.commit().await {
                    // Another run has ordered it, or the report is gone.
                    Err(CommitError::Refused(_)) => {}
                    done => {
                        done?;
                        self.queue.wake_notification(tenant, email.name, SignedDuration::ZERO).await;
                    }
                }
            }
        }
        if self.store.owes_decision(tenant, review).await? != open_since.is_some() {
            let mut transaction = self.store.transaction(tenant);
            match open_since {
                Some(since) => transaction.owe(review, Owed::Decision, since),
                None => transaction.settle(review, Owed::Decision),
            }
            transaction.commit().await?;
        }
        Ok(open_since.is_some())
    }

    async fn reports(&self, review: ReviewId) -> Result<Reports, Stop> {
        let Self { store, tenant, keys, .. } = *self;
        let all = store.reader_reports(tenant, review, keys).await?;
        let ledger = store.ledger(tenant, review, keys).await?;
        let kept = store.kept(tenant, review, keys).await?;
        // A review that has ended has no row.
        let row = store.review_row(tenant, review).await?;
        let is_public = row.is_some_and(|row| row.state == ReviewState::Published);
        Ok(Reports { all, outcomes: report_outcomes(&ledger, &kept), is_public })
    }

    /// The receipt to a reader or, once that was ordered, the decision.
    pub(super) async fn to_reader(&self) -> Result<Draft, Stop> {
        let place = self.notification.report.ok_or(Fate::Gone)?;
        let report = self.store.reader_report(self.tenant, place, self.keys).await?.ok_or(Fate::Gone)?;
        let to = report.email.clone().ok_or(Fate::Gone)?;
        let reports = self.reports(place.review).await?;
        let outcome = reports.outcome(&report).filter(|_| report.told_at.is_some());
        let product = self.reported_product(place.review).await?;
        let shop = self.shown(&self.record.shop).with_language(report.language);
        let mail = answer(&shop, &to, product.as_ref(), report.at, outcome)?;
        Ok(Draft::new(to, mail))
    }

    async fn reported_product(&self, id: ReviewId) -> Result<Option<Product>, Stop> {
        let Some(row) = self.store.review_row(self.tenant, id).await? else { return Ok(None) };
        Ok(self.store.products(self.tenant, &row.product).await?.pop())
    }
}

/// The email to a reader who reported a review of `product`, or of the shop itself, at `reported_at`: the receipt or, with an outcome, the
/// decision (Art. 16(4) and (5)). It has nothing that the reader wrote, because somebody else may have typed the address.
fn answer(
    shop: &Shop,
    to: &EmailAddress,
    product: Option<&Product>,
    reported_at: Timestamp,
    outcome: Option<&ReportOutcome>,
) -> Result<Mail, Stop> {
    let texts = texts(shop);
    let on = day(texts, reported_at);
    let title = mailed(product).map_or(shop.name.as_str(), |product| product.title.as_str());
    let say = |id: &str| texts.say(id).with("shop", &shop.name).with("title", title).words("day", &on).to_string();
    let kind = if outcome.is_some() { "decided" } else { "received" };
    let what = say(&format!("report-{kind}"));
    let mut mail = NotificationMail {
        subject: say(&format!("subject-report-{kind}")),
        heading: say(&format!("heading-report-{kind}")),
        preheader: what.clone(),
        body: vec![Block::Text(what)],
        ..NotificationMail::new(shop, say("reason-reported"))
    };
    match outcome {
        None => mail.body.push(Block::Text(say("report-received-next"))),
        Some(ReportOutcome::Kept(kept)) => {
            mail.body.push(Block::Text(say("report-kept")));
            mail.body.extend(kept.reason.clone().map(Block::Written));
        }
        Some(ended @ ReportOutcome::Ended(entry)) => {
            mail.body.push(Block::Text(say(if ended.is_by_shop() { "report-ended" } else { "report-gone" })));
            mail.body.extend(entry.reason.map(|reason| Block::Text(say(withheld_because(reason)))));
        }
    }
    if let Some(outcome) = outcome.filter(|outcome| outcome.is_by_shop()) {
        mail.below.extend(redress(texts, shop, outcome.reason()));
    }
    Ok(mail.to_customer(shop, to, None)?)
}
