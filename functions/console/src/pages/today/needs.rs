//! What a person has to do besides reviews: failures, and reasons why messages are not sent. Each entry links to a page
//! that says what to do.

use std::borrow::Cow;

use domain::shop::SuspensionReason;
use domain::values::{Mode, is_at_shopify};
use domain::webhook::Webhook;
use integrations::SystemTrouble;
use jiff::Timestamp;
use store::review::owed::{Owed, OwedReview};
use store::today::Today;

use crate::pages::{connections, customers, developers, reviews, settings, you};
use crate::parts::Viewer;
use crate::use_cases::Held;

#[derive(Default)]
pub(super) struct Need {
    pub icon: &'static str,
    /// The class of the entry's colors.
    pub color: &'static str,
    pub heading: String,
    pub text: String,
    pub since: Option<String>,
    /// Where the person can act, or can read how.
    pub page: Cow<'static, str>,
    /// Whether the person may release the shop's emails here.
    pub may_release: bool,
}

/// What the shop owes to readers and authors of reviews, coming erasures, silent systems, systems with another secret, refused
/// keys and calls, customers who asked for their data, failing webhooks, the suspension of emails, a new shop's daily limit, the
/// pause, failed requests, a missing
/// postal address, and products at Shopify's own domain.
pub(super) fn needs(
    viewer: &Viewer,
    (today, owed): (&Today, &[OwedReview]),
    systems: &[SystemTrouble],
    held: Option<&Held>,
    operators_address: Option<&str>,
) -> Vec<Need> {
    // Only owners may see connections.
    let systems = systems.iter().filter(|_| viewer.is_owner()).flat_map(|trouble| troubled(viewer, trouble));
    let fail = today.webhooks.iter().filter(|webhook| webhook.is_enabled && webhook.failing_since.is_some());
    let off = today.webhooks.iter().filter(|webhook| !webhook.is_enabled);
    let webhooks = [silenced(viewer, fail, "today-webhook-fails"), silenced(viewer, off, "today-webhook-off")];
    let one =
        [held.map(|held| suspended(viewer, held)), full_day(viewer, today), paused(viewer), failed(viewer, today)];
    let owed = [Owed::Decision, Owed::Reason].map(|what| owes(viewer, what, owed));
    let first = owed.into_iter().chain(systems).chain([data_request(viewer, today)]);
    first.chain(webhooks).chain(one).flatten().chain(missing(viewer, today, operators_address)).collect()
}

impl Need {
    /// An entry with the text of this id and the one of `<id>-text`, both about this number of things.
    fn new(
        viewer: &Viewer,
        [icon, color, id]: [&'static str; 3],
        count: u64,
        page: impl Into<Cow<'static, str>>,
    ) -> Self {
        let say = |id: &str| viewer.texts.say(id).count("count", count).to_string();
        Self { icon, color, heading: say(id), text: say(&format!("{id}-text")), page: page.into(), ..Self::default() }
    }
}

/// Reported reviews about which nobody has decided, or reviews that were withheld without a reason. The entry leads to the first.
fn owes(viewer: &Viewer, what: Owed, owed: &[OwedReview]) -> Option<Need> {
    let owed: Vec<_> = owed.iter().filter(|owed| owed.what == what && viewer.is_moderator()).collect();
    let text = match what {
        Owed::Decision => "today-reported",
        Owed::Reason => "today-unexplained",
    };
    let first = owed.iter().min_by_key(|owed| owed.since)?;
    let need = Need::new(viewer, ["star", "r", text], owed.len() as u64, format!("{}/{}", reviews::HERE, first.review));
    Some(Need { since: Some(viewer.ago(first.since)), ..need })
}

/// A customer who requested their data through the shop's system.
fn data_request(viewer: &Viewer, today: &Today) -> Option<Need> {
    let asked = today.data_requests.first().filter(|_| viewer.is_owner())?;
    let page = format!("{}/receipts/{}", customers::HERE, asked.receipt);
    let need = Need::new(viewer, ["people", "r", "today-data"], 1, page);
    let heading = viewer.texts.say("email-data-heading").to_string();
    Some(Need { heading, since: Some(viewer.ago(asked.at)), ..need })
}

fn suspended(viewer: &Viewer, Held { suspension, ends_at, release_at }: &Held) -> Need {
    let text = match suspension.reason {
        SuspensionReason::Bounces => "today-held-bounces",
        SuspensionReason::Complaints => "today-held-complaints",
    };
    let text = viewer.texts.say(text).words("at", &viewer.day_and_time(*ends_at)).to_string();
    // If the suspension ends earlier, no release is needed.
    let later = release_at.filter(|at| viewer.is_owner() && at < ends_at).map(|at| viewer.day_and_time(at));
    let later = later.map(|at| viewer.texts.say("today-release-from").words("at", &at).to_string());
    Need {
        text: [Some(text), later].into_iter().flatten().collect::<Vec<_>>().join(" "),
        since: Some(viewer.ago(suspension.since)),
        may_release: viewer.is_owner() && release_at.is_none(),
        ..Need::new(viewer, ["send", "r", "hook-events-deliverability-held"], 1, you::HELP_SUSPENSION)
    }
}

/// A new shop that has used up its daily limit of emails.
fn full_day(viewer: &Viewer, today: &Today) -> Option<Need> {
    let day = today.mail_day.filter(|day| viewer.shop.in_first_days && day.is_full())?;
    let text = viewer.texts.say("today-first-days-text").count("most", day.most).to_string();
    let page = "/console/customers?status=scheduled";
    Some(Need { text, ..Need::new(viewer, ["send", "w0", "today-first-days"], 1, page) })
}

fn paused(viewer: &Viewer) -> Option<Need> {
    let until = viewer.shop.pause(None, viewer.now)?.until.map(|until| viewer.day_and_time(until));
    let need = Need::new(viewer, ["send", "w0", "today-paused"], 1, settings::PAUSE);
    let text = until.map(|until| viewer.texts.say("today-paused-until").words("at", &until).to_string());
    Some(Need { text: text.unwrap_or_else(|| need.text.clone()), ..need })
}

fn failed(viewer: &Viewer, today: &Today) -> Option<Need> {
    let count = today.failed_requests;
    (count > 0).then(|| Need::new(viewer, ["send", "w0", "today-failed"], count, customers::failed_today()))
}

/// What the shop's owner should fill in: a postal address, if neither the shop nor the operator gave one; a privacy policy to which
/// emails to customers could link; and a domain of the shop's that replaces Shopify's in products' addresses.
fn missing(viewer: &Viewer, today: &Today, operators_address: Option<&str>) -> impl Iterator<Item = Need> {
    let (shop, is_live) = (&viewer.shop.shop, viewer.tenant.mode == Mode::Live);
    let has_address = shop.address.is_some() || operators_address.is_some();
    let address = match viewer.shop.lacks_address(operators_address) {
        true => ["send", "r", "today-no-address"],
        false => ["send", "w0", "today-address"],
    };
    let mut urls = today.products.iter().filter_map(|product| product.url.as_ref());
    let lacks_storefront = shop.storefront.is_none() && urls.any(is_at_shopify);
    let all = [
        (is_live && !has_address, address, settings::PLACE),
        (is_live && shop.privacy_url.is_none(), ["send", "w0", "today-no-privacy"], settings::PLACE),
        (lacks_storefront, ["box", "w0", "today-storefront"], settings::CONTACT),
    ];
    let all = all.into_iter().filter(|(is_missing, ..)| *is_missing && viewer.is_owner());
    all.map(|(_, said, page)| Need::new(viewer, said, 1, page))
}

fn troubled(viewer: &Viewer, trouble: &SystemTrouble) -> [Option<Need>; 3] {
    let SystemTrouble { system, was_called: _, silent_since, forged, missing_since, refused, erased_at } = trouble;
    let texts = viewer.texts;
    let page = format!("{}/{}", connections::HERE, system.as_str());
    let erased = erased_at.map(|at| viewer.day_and_time(at)).unwrap_or_default();
    let need = |id: &str, since: Option<Timestamp>| {
        let say = |id: &str| {
            texts
                .say(id)
                .with("system", system.name())
                .count("count", refused.len())
                .words("at", &erased)
                .words("path", system.as_str())
                .to_string()
        };
        Need {
            icon: "plug",
            color: "r",
            heading: say(id),
            text: say(&format!("{id}-text")),
            since: since.map(|since| viewer.ago(since)),
            page: page.clone().into(),
            ..Need::default()
        }
    };
    let silence = match forged {
        Some(forged) => Some(need("today-forged", Some(forged.last_at))),
        None => silent_since.map(|since| need("today-silent", Some(since))),
    };
    let missing = missing_since.map(|at| viewer.day_and_time(at));
    let missing = missing.map(|at| texts.say("today-missing").words("at", &at).to_string());
    let silence = silence.map(|need| Need {
        text: [Some(need.text), missing].into_iter().flatten().collect::<Vec<_>>().join(" "),
        ..need
    });
    [
        erased_at.map(|_| need("today-redacted", None)),
        silence,
        refused.last().map(|since| need("today-refused", Some(*since))),
    ]
}

/// One entry for all endpoints that get no events for the same reason.
fn silenced<'a>(viewer: &Viewer, webhooks: impl Iterator<Item = &'a Webhook>, text: &'static str) -> Option<Need> {
    let webhooks: Vec<_> = webhooks.collect();
    let urls = webhooks.iter().map(|webhook| webhook.url.as_str()).collect::<Vec<_>>().join(", ");
    let page = if viewer.is_owner() { developers::HERE } else { you::HELP_WEBHOOK };
    let about = |id: &str| viewer.texts.say(id).with("url", &urls).count("count", webhooks.len()).to_string();
    (!webhooks.is_empty()).then(|| Need {
        text: about(&format!("{text}-text")),
        since: webhooks.iter().filter_map(|webhook| webhook.failing_since).min().map(|at| viewer.ago(at)),
        ..Need::new(viewer, ["plug", "r", text], webhooks.len() as u64, page)
    })
}
