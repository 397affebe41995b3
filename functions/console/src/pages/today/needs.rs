//! The matters that need a person besides reviews: what fails, and what is held back. Each leads to a page that says what to do.

use domain::{HoldReason, Webhook};
use members::Role;
use store::Today;

use super::number;
use crate::pages::{more, settings, webhooks};
use crate::viewer::Viewer;

/// Something that needs a person.
pub(super) struct Need {
    pub icon: &'static str,
    /// The class of its colors.
    pub color: &'static str,
    pub heading: String,
    pub text: String,
    pub since: Option<String>,
    /// The page on which something can be done, or which says what.
    pub page: &'static str,
}

/// Failing webhooks, the hold on emails, a new shop's full day, the pause, failed messages.
pub(super) fn needs(viewer: &Viewer, today: &Today) -> Vec<Need> {
    let mut needs: Vec<_> = today.webhooks.iter().filter_map(|webhook| fails(viewer, webhook)).collect();
    let texts = viewer.texts;
    if let Some(hold) = today.hold {
        let text = match hold.reason {
            HoldReason::Bounces => "today-held-bounces",
            HoldReason::Complaints => "today-held-complaints",
        };
        needs.push(Need {
            icon: "send",
            color: "r",
            heading: texts.say("today-held").to_string(),
            text: texts.say(text).to_string(),
            since: Some(viewer.ago(hold.since)),
            page: more::HELP_HOLD,
        });
    }
    if let Some(day) = today.mail_day.filter(|day| viewer.shop.in_first_days && day.is_full()) {
        needs.push(Need {
            icon: "send",
            color: "w0",
            heading: texts.say("today-first-days").to_string(),
            text: texts.say("today-first-days-text").count("most", number(day.most)).to_string(),
            since: None,
            page: "/console/requests?status=scheduled",
        });
    }
    if let Some(pause) = viewer.shop.pause(None, viewer.now) {
        let until = pause.until.map(|until| viewer.day_and_time(until));
        let text = match &until {
            Some(until) => texts.say("today-paused-until").words("at", until).to_string(),
            None => texts.say("today-paused-text").to_string(),
        };
        needs.push(Need {
            icon: "send",
            color: "w0",
            heading: texts.say("today-paused").to_string(),
            text,
            since: None,
            page: settings::PAUSE,
        });
    }
    let failed: u64 = today.failures.values().map(|failed| failed.count).sum();
    if failed > 0 {
        needs.push(Need {
            icon: "send",
            color: "w0",
            heading: texts.say("today-failed").count("count", number(failed)).to_string(),
            text: texts.say("today-failed-text").to_string(),
            since: None,
            page: "/console/requests?status=failed",
        });
    }
    needs
}

/// A webhook that fails or is off.
fn fails(viewer: &Viewer, webhook: &Webhook) -> Option<Need> {
    let (heading, text) = match (webhook.is_enabled, webhook.failing_since) {
        (true, None) => return None,
        (true, Some(_)) => ("today-webhook-fails", "today-webhook-fails-text"),
        (false, _) => ("today-webhook-off", "today-webhook-off-text"),
    };
    Some(Need {
        icon: "plug",
        color: "r",
        heading: viewer.texts.say(heading).to_string(),
        text: viewer.texts.say(text).with("url", webhook.url.as_str()).to_string(),
        since: webhook.failing_since.map(|at| viewer.ago(at)),
        page: if viewer.may(Role::Owner) { webhooks::HERE } else { more::HELP_WEBHOOK },
    })
}
