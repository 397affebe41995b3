//! Decisions about all reviews of an import that wait. Each form contains the number that its page showed, so that nobody
//! decides about more or other reviews than they read about.

use std::sync::Arc;

use app::error::Error;
use axum::extract::State;
use axum::response::Response;
use domain::review::{ImportDecision, WithholdReason};
use domain::values::Guid;
use edge::http::Segment;
use store::import::ImportJob;

use super::HERE;
use crate::failure::Failure;
use crate::flash::Flash;
use crate::form::Form;
use crate::parts::Parts;
use crate::ui::progress::Progress;
use crate::viewer::Viewer;

/// How far the decision about all of an import is, on the page at this address; `None` if no decision is being done.
pub(crate) fn deciding(viewer: &Viewer, job: &ImportJob, again: String) -> Option<Progress> {
    let decided = job.decided.as_ref().filter(|decided| !decided.is_done)?;
    let waiting = waiting(viewer, job.id);
    let done = match decided.decision {
        ImportDecision::Publish | ImportDecision::Withhold(_) => decided.of.saturating_sub(waiting),
        ImportDecision::Undo => waiting,
    };
    let begun = Progress::begun(viewer, viewer.texts.say("reviews-import-running"), again);
    Some(begun.of(done, decided.of, None))
}

/// How many reviews of an import wait.
fn waiting(viewer: &Viewer, import: Guid) -> u64 {
    let mut counts = viewer.reviews.live.waiting_of_imports();
    counts.find(|(id, _)| *id == import).map_or(0, |(_, count)| count)
}

struct Click {
    parts: Arc<Parts>,
    viewer: Viewer,
    import: Guid,
}

impl Click {
    async fn new(parts: Arc<Parts>, viewer: Viewer, id: &str) -> Result<Self, Failure> {
        let import = Guid::parse(id).map_err(|_| Failure::NotFound)?;
        parts.imports.store.import(&viewer.tenant, import).await.map_err(Error::from)?.ok_or(Failure::NotFound)?;
        Ok(Self { parts, viewer, import })
    }

    fn count(&self) -> u64 {
        waiting(&self.viewer, self.import)
    }

    /// Begins the decision, if as many reviews wait as the page showed.
    async fn decide(&self, number: &str, decision: ImportDecision, text: &str) -> Result<Response, Failure> {
        let is_current = number.parse() == Ok(self.count());
        if !is_current || !self.begin(decision).await? {
            return Ok(self.say("reviews-import-changed"));
        }
        let said = self.viewer.texts.say(text).count("count", self.count());
        Ok(Flash::new(said).with_undo(format!("{HERE}/imports/{}/undo", self.import), &[]).then(HERE))
    }

    async fn begin(&self, decision: ImportDecision) -> Result<bool, Failure> {
        let Self { parts, viewer, import } = self;
        Ok(parts.imports.decide_all(&viewer.caller(), *import, decision, self.count(), viewer.now).await?)
    }

    fn say(&self, text: &str) -> Response {
        Flash::new(self.viewer.texts.say(text)).then(HERE)
    }
}

pub(crate) async fn publish(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Segment(id): Segment,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let click = Click::new(parts, viewer, &id).await?;
    click.decide(fields.text("number"), ImportDecision::Publish, "reviews-import-publishing").await
}

pub(crate) async fn withhold(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Segment(id): Segment,
    Form(fields): Form,
) -> Result<Response, Failure> {
    let click = Click::new(parts, viewer, &id).await?;
    let chosen = WithholdReason::NAMED.into_iter().find(|reason| reason.as_str() == fields.text("reason"));
    let Some(reason) = chosen else { return Ok(click.say("review-wrong-reason")) };
    click.decide(fields.text("number"), ImportDecision::Withhold(reason), "reviews-import-withholding").await
}

/// Undoes the decision. What somebody decided, answered or changed since stays.
pub(crate) async fn undo(
    State(parts): State<Arc<Parts>>,
    viewer: Viewer,
    Segment(id): Segment,
) -> Result<Response, Failure> {
    let click = Click::new(parts, viewer, &id).await?;
    let has_begun = click.begin(ImportDecision::Undo).await?;
    Ok(click.say(if has_begun { "reviews-import-undoing" } else { "reviews-import-changed" }))
}
