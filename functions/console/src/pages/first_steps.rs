//! Which first steps a shop has done. They are ticked automatically, and their list disappears when all are done.

use domain::values::ShopSystem;
use integrations::PlugIn;

use crate::form::Failure;
use crate::parts::{Parts, Viewer};
use crate::steps::{LOOK, MOVE, NextStep, ORDERS, PLACE, SHOW, SIGN_IN, TRY, TRY_AS_MEMBER};
use crate::use_cases::TodaysPage;

pub(crate) struct Step {
    pub is_done: bool,
    /// A connected system whose first call has not come, while the step waits for that.
    pub waits: Option<ShopSystem>,
    pub how: &'static NextStep,
}

/// The next step to do after this one, for the message about this one; `None` if nothing is left.
pub(crate) async fn after(
    this: &NextStep,
    parts: &Parts,
    viewer: &Viewer,
) -> Result<Option<&'static NextStep>, Failure> {
    let read = TodaysPage::read(&parts.console.store, viewer, viewer.now).await?;
    let steps = find(parts, viewer, &read).await?;
    let place = steps.iter().position(|step| step.how.text == this.text).unwrap_or_default();
    let later = steps.iter().cycle().skip(place).take(steps.len());
    let mut left = later.filter(|step| !step.is_done && step.waits.is_none() && step.how.text != this.text);
    Ok(left.next().map(|step| step.how))
}

/// The steps for a new shop; empty for a shop that has done all of them, and for people who may not do them.
pub(crate) async fn find(parts: &Parts, viewer: &Viewer, page: &TodaysPage) -> Result<Vec<Step>, Failure> {
    parts.console.links.read(viewer.now).await?;
    Ok(steps(viewer, page, parts.console.links.postal_address().as_deref()))
}

fn steps(viewer: &Viewer, page: &TodaysPage, operators_address: Option<&str>) -> Vec<Step> {
    let shop = &viewer.shop.shop;
    let has_reviews = viewer.reviews.listed(|_| true) > 0;
    let step = |how, is_done| Step { how, is_done, waits: None };
    let was_tried = viewer.shop.was_tried || page.has_sent() || has_reviews;
    let has_orders = page.has_requests() || page.systems.iter().any(|system| system.was_called);
    let mut steps = vec![
        step(&SIGN_IN, viewer.id.is_some()),
        Step {
            waits: page.systems.first().filter(|_| !has_orders).map(|found| found.system),
            ..step(&ORDERS, has_orders)
        },
        step(&LOOK, shop.color.is_some() || shop.logo.is_some()),
        step(if viewer.id.is_some() { &TRY } else { &TRY_AS_MEMBER }, was_tried),
    ];
    if viewer.shop.needs_address {
        // A shop that grew up without a country and a privacy policy is not asked here.
        let is_told = viewer.shop.rules.country.is_some() && shop.privacy_url.is_some() || !viewer.shop.in_first_days;
        steps.insert(1, step(&PLACE, is_told && !viewer.shop.lacks_address(operators_address)));
    }
    let is_new = viewer.shop.in_first_days || steps.iter().any(|step| !step.is_done);
    if !is_new || !viewer.is_owner() {
        return Vec::new();
    }
    // WooCommerce's plug-in shows them without being told.
    let has_plug_in = page.systems.iter().any(|connected| connected.system == PlugIn::SYSTEM);
    steps.push(step(&SHOW, has_plug_in || page.today.seen_in_shop.is_some()));
    // Only a shop that had reviews elsewhere has something to bring.
    steps.push(step(&MOVE, has_reviews));
    if steps.iter().all(|step| step.is_done) { Vec::new() } else { steps }
}
