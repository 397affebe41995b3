//! The list of what a new shop has to do before it gets reviews. Steps are ticked automatically, and the list
//! disappears when all are done.

use members::Role;

use super::trial;
use crate::pages::{connections, members as people, settings};
use crate::use_cases::TodaysPage;
use crate::viewer::Viewer;

pub(super) struct Step {
    /// The id of the step's text; the text `<id>-about` says why the step is needed.
    pub text: &'static str,
    pub is_done: bool,
    /// What has come of the step so far, in sentences.
    pub notes: Vec<String>,
    pub how: How,
}

pub(super) enum How {
    Page(&'static str),
    /// At once, with a button; its text is `<step>-button`.
    Action(&'static str),
}

impl Step {
    pub fn about(&self) -> String {
        format!("{}-about", self.text)
    }

    pub fn button(&self) -> String {
        format!("{}-button", self.text)
    }
}

/// The steps for a new shop; empty for a shop that has done all of them, and for people who may not do them.
pub(super) fn steps(viewer: &Viewer, page: &TodaysPage, operators_address: Option<&str>) -> Vec<Step> {
    let shop = &viewer.shop.shop;
    let has_reviews = viewer.reviews.live.listed(|_| true) > 0;
    let step = |text, is_done, path| Step { text, is_done, notes: Vec::new(), how: How::Page(path) };
    let read = page.readings.iter().flat_map(|(system, reading)| connections::sentences(viewer, *system, reading));
    let was_tried = viewer.shop.was_tried || page.has_sent() || has_reviews;
    // A guest who came by the operator's link has no address yet.
    let how = if viewer.id.is_some() { How::Action(trial::PATH) } else { How::Page(people::HERE) };
    let mut steps = vec![
        step("begin-sign-in", viewer.id.is_some(), people::HERE),
        Step {
            notes: read.collect(),
            ..step(
                "begin-orders",
                page.systems.iter().any(|system| system.was_called) || page.has_requests(),
                connections::HERE,
            )
        },
        step("begin-look", shop.color.is_some() || shop.logo.is_some(), settings::LOOK),
        Step { text: "begin-try", is_done: was_tried, notes: Vec::new(), how },
    ];
    if viewer.shop.needs_address {
        steps.insert(2, step("begin-address", !viewer.shop.lacks_address(operators_address), settings::LOOK));
    }
    let is_new = viewer.shop.in_first_days || steps.iter().any(|step| !step.is_done);
    if !is_new || !viewer.may(Role::Owner) {
        return Vec::new();
    }
    steps.push(step("begin-show", page.today.seen_in_shop.is_some(), settings::IN_SHOP));
    if steps.iter().all(|step| step.is_done) { Vec::new() } else { steps }
}
