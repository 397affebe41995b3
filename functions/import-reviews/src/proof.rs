//! Finds out by a file's own dates whether the day or the month comes first in the dates that allow both orders.
//!
//! The proof may be in the last row, so the whole file is read once before the first such date is imported. A file without such
//! dates is read once only.

use domain::import::ImportOptions;
use store::import::{DateProof, DateSearch};

use crate::headings::Cells;
use crate::layouts::Field;
use crate::rows::Rows;
use crate::run::{Halt, ImportRun};
use crate::time::{is_ambiguous, prove};

/// Begins the search if a row has the file's first date that allows both orders, and the call does not say the order.
pub(crate) fn begin(search: &mut Option<DateSearch>, options: &ImportOptions, cells: &Cells) {
    if options.dates.is_none() && search.is_none() && dates(cells).any(is_ambiguous) {
        *search = Some(DateSearch { next: Some((0, 1)), ..DateSearch::default() });
    }
}

/// What the file's dates prove; nothing before the search began.
/// Errors: [`Halt::Later`] if the run's time ends before the search; storage failures.
pub(crate) async fn proof(run: &mut ImportRun<'_>) -> Result<DateProof, Halt> {
    let Some(DateSearch { mut proof, next }) = run.job.dates else { return Ok(DateProof::default()) };
    let Some(from) = next else { return Ok(proof) };
    let line = run.job.line;
    let mut rows = Rows::open(run, from).await?;
    run.began_at = from.0;
    while !(proof.day_first && proof.month_first) {
        match rows.next(run).await {
            Ok(Some((_, cells))) => {
                cells.iter().flat_map(dates).for_each(|date| prove(&mut proof, date));
                run.job.dates = Some(DateSearch { proof, next });
            }
            // The run meets the same fault again in its place, and reports it.
            Ok(None) | Err(Halt::Unreadable(..)) => break,
            Err(halt) => return Err(halt),
        }
    }
    run.job.dates = Some(DateSearch { proof, next: None });
    (run.job.line, run.began_at) = (line, run.job.offset);
    Ok(proof)
}

fn dates(cells: &Cells) -> impl Iterator<Item = &str> {
    let fields = [Field::WrittenAt, Field::RepliedAt, Field::ReplyUpdatedAt];
    fields.into_iter().filter_map(|field| cells.get(field)).map(|(_, date)| date)
}
