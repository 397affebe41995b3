//! One decision about several reviews that were marked in a list. The form contains the revision of each that its page showed;
//! a review that somebody changed since stays as it is and is counted.

use std::collections::BTreeMap;

use app::review::Verdict;
use domain::values::ReviewId;
use edge::body::Fields;

use super::decide::withholding;
use super::query::ListQuery;
use super::show::is_reachable;
use crate::click::Click;
use crate::form::{Flash, Served};
use crate::parts::{Parts, Viewer};
use crate::use_cases::{DecidedSeveral, MARKED_MAX, decide_several};

/// What the names of the fields of marked reviews start with, before the id. The value is the revision.
const MARKED: &str = "r-";
const UNDO: &str = "/console/reviews/marked/undo";

pub(crate) async fn publish(Click { parts, viewer, fields, .. }: Click) -> Served {
    let said = |_: &DecidedSeveral| "reviews-done-published";
    decide(&parts, &viewer, &fields, &Verdict::Publish(None), said).await
}

pub(crate) async fn withhold(Click { parts, viewer, fields, .. }: Click) -> Served {
    let withholding = match withholding(&fields) {
        Ok(withholding) => withholding,
        Err(wrong) => return Ok(viewer.done(wrong.as_str(), &list(&fields).path())),
    };
    let said = |several: &DecidedSeveral| match several.done.iter().any(is_reachable) {
        true => "reviews-done-withheld-notification",
        false => "reviews-done-withheld",
    };
    decide(&parts, &viewer, &fields, &Verdict::Withhold(withholding), said).await
}

pub(crate) async fn undo(Click { parts, viewer, fields, .. }: Click) -> Served {
    decide(&parts, &viewer, &fields, &Verdict::Undo, |_| "reviews-done-undone").await
}

fn list(fields: &Fields) -> ListQuery {
    ListQuery::read(&Fields::of_query(fields.find("list")))
}

/// The marked reviews, each with its revision. What is no review of ours is ignored.
fn marked(fields: &Fields) -> Vec<(ReviewId, u32)> {
    let read = |(id, revision): (&str, &str)| Some((ReviewId::parse(id).ok()?, revision.parse().ok()?));
    let marked: BTreeMap<_, _> = fields.starting(MARKED).filter_map(read).collect();
    marked.into_iter().take(MARKED_MAX).collect()
}

/// Redirects to the list. The message says how many were decided about and how many were not, and offers to undo the decision.
async fn decide(
    parts: &Parts,
    viewer: &Viewer,
    fields: &Fields,
    verdict: &Verdict,
    said: impl FnOnce(&DecidedSeveral) -> &'static str,
) -> Served {
    let (texts, list, marked) = (viewer.texts, list(fields), marked(fields));
    if marked.is_empty() {
        return Ok(Flash::new(texts.say("reviews-none-marked")).then(&list.path()));
    }
    let several = decide_several(&parts.moderate, &viewer.caller(), &marked, verdict, viewer.now).await?;
    let done = (!several.done.is_empty()).then(|| texts.say(said(&several)).count("count", several.done.len()));
    let left = (several.left > 0).then(|| texts.say("reviews-done-left").count("count", several.left));
    let stopped = several.is_stopped.then(|| texts.say("reviews-done-stopped"));
    let text: Vec<_> = [done, left, stopped].into_iter().flatten().map(|said| said.to_string()).collect();
    let mut flash = Flash::new(text.join(" "));
    let undone = several.done.iter().filter_map(|review| Some((review, review.undo.as_ref()?.until)));
    if let Some(until) = undone.clone().map(|(_, until)| until).min() {
        let fields = undone.map(|(review, _)| (format!("{MARKED}{}", review.id), review.revision.to_string()));
        let fields: Vec<_> = fields.chain([("list".to_owned(), list.write())]).collect();
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        flash = flash.with_undo(UNDO, &fields, Some(until));
    }
    Ok(flash.then(&list.path()))
}
