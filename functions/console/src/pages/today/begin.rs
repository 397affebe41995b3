//! The list of what a new shop has to do before it gets reviews. Steps are ticked automatically, and the list
//! disappears when all are done.

use app::error::Error;
use domain::values::ShopSystem;
use members::Role;

use super::trial;
use crate::failure::Failure;
use crate::pages::{connections, members as people, settings};
use crate::parts::Parts;
use crate::use_cases::TodaysPage;
use crate::viewer::Viewer;

pub(super) struct Step {
    pub is_done: bool,
    /// What has come of the step so far, in sentences.
    pub notes: Vec<String>,
    pub how: &'static NextStep,
}

/// How to do a step: on a page or, for an action, at once with a button.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NextStep {
    /// The id of the step's text; the text `<id>-about` says why the step is needed, and `<id>-button` names the action.
    pub text: &'static str,
    pub path: &'static str,
    pub is_action: bool,
}

const fn page(text: &'static str, path: &'static str) -> NextStep {
    NextStep { text, path, is_action: false }
}

pub(crate) static SIGN_IN: NextStep = page("begin-sign-in", people::HERE);
pub(crate) static PLACE: NextStep = page("begin-place", settings::PLACE);
pub(crate) static ORDERS: NextStep = page("begin-orders", connections::HERE);
pub(crate) static LOOK: NextStep = page("begin-look", settings::LOOK);
pub(crate) static TRY: NextStep = NextStep { text: "begin-try", path: trial::PATH, is_action: true };
/// For a guest who came by the operator's link and has no address yet.
static TRY_AS_MEMBER: NextStep = page("begin-try", people::HERE);
static SHOW: NextStep = page("begin-show", settings::IN_SHOP);

impl NextStep {
    pub(crate) fn find(text: &str) -> Option<&'static Self> {
        [&SIGN_IN, &PLACE, &ORDERS, &LOOK, &TRY, &SHOW].into_iter().find(|step| step.text == text)
    }

    /// The systems to each of which a button leads, instead of the path.
    pub(crate) fn systems(&self) -> &'static [ShopSystem] {
        if *self == ORDERS { &ShopSystem::ALL } else { &[] }
    }

    pub(crate) fn about(&self) -> String {
        format!("{}-about", self.text)
    }

    /// The id of what the step's button says.
    pub(crate) fn label(&self) -> String {
        format!("{}{}", self.text, if self.is_action { "-button" } else { "" })
    }

    /// The next step to do after this one, for the message about this one; `None` if nothing is left.
    pub(crate) async fn after(&self, parts: &Parts, viewer: &Viewer) -> Result<Option<&'static Self>, Failure> {
        let read = TodaysPage::read(&parts.console.store, viewer, viewer.now).await?;
        let steps = find(parts, viewer, &read).await?;
        let place = steps.iter().position(|step| step.how.text == self.text).unwrap_or_default();
        let later = steps.iter().cycle().skip(place).take(steps.len());
        let mut left = later.filter(|step| !step.is_done && step.how.text != self.text);
        Ok(left.next().map(|step| step.how))
    }
}

/// The steps for a new shop; empty for a shop that has done all of them, and for people who may not do them.
pub(super) async fn find(parts: &Parts, viewer: &Viewer, page: &TodaysPage) -> Result<Vec<Step>, Failure> {
    parts.console.links.read(viewer.now).await.map_err(Error::from)?;
    Ok(steps(viewer, page, parts.console.links.postal_address().as_deref()))
}

fn steps(viewer: &Viewer, page: &TodaysPage, operators_address: Option<&str>) -> Vec<Step> {
    let shop = &viewer.shop.shop;
    let has_reviews = viewer.reviews.live.listed(|_| true) > 0;
    let step = |how, is_done| Step { how, is_done, notes: Vec::new() };
    let read = page.readings.iter().flat_map(|(system, reading)| connections::sentences(viewer, *system, reading));
    let was_tried = viewer.shop.was_tried || page.has_sent() || has_reviews;
    let was_called = page.systems.iter().any(|system| system.was_called);
    let orders = step(&ORDERS, was_called || page.has_requests());
    let mut steps = vec![
        step(&SIGN_IN, viewer.id.is_some()),
        Step { notes: read.collect(), ..orders },
        step(&LOOK, shop.color.is_some() || shop.logo.is_some()),
        step(if viewer.id.is_some() { &TRY } else { &TRY_AS_MEMBER }, was_tried),
    ];
    if viewer.shop.needs_address {
        // A shop that grew up without a country is not asked.
        let has_country = viewer.shop.rules.country.is_some() || !viewer.shop.in_first_days;
        steps.insert(1, step(&PLACE, has_country && !viewer.shop.lacks_address(operators_address)));
    }
    let is_new = viewer.shop.in_first_days || steps.iter().any(|step| !step.is_done);
    if !is_new || !viewer.may(Role::Owner) {
        return Vec::new();
    }
    steps.push(step(&SHOW, page.today.seen_in_shop.is_some()));
    if steps.iter().all(|step| step.is_done) { Vec::new() } else { steps }
}
