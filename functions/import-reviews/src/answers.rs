//! The shop's answers that a file has as comments on reviews, in rows of their own.
//!
//! An answer may stand long after its review, so the file is read once before a run's first row.

use std::collections::HashSet;

use crate::layouts::Field;
use crate::row::{Answers, Reader};
use crate::rows::Rows;
use crate::run::{Halt, ImportRun};

/// The bytes of a file in which answers are searched: about 40,000 reviews. Each run searches them.
const SEARCHED_BYTES_MAX: u64 = 20 * 1024 * 1024;

/// The first answer to each review of the file; none if the format has no comments on reviews.
/// Errors: Storage failures.
pub(crate) async fn answers(run: &mut ImportRun<'_>, reader: &Reader) -> Result<Answers, Halt> {
    let (mut answers, mut reviews) = (Answers::new(), HashSet::new());
    if !reader.known.layout.headings.iter().any(|(field, _)| *field == Field::Parent) {
        return Ok(answers);
    }
    let line = run.job.line;
    let mut rows = Rows::open(run, (0, 1)).await?;
    // The search is short, and no later run continues it.
    run.began_at = u64::MAX;
    loop {
        match rows.next(run).await {
            Ok(Some((at, cells))) => {
                let cells = cells.unwrap_or_default();
                match cells.comments_on() {
                    Some(review) => {
                        if let Some(answer) = reader.answer(&cells, &run.insiders) {
                            answers.entry(review.to_owned()).or_insert(answer);
                        }
                    }
                    None => reviews.extend(cells.get(Field::ExternalId).map(|(_, id)| id.trim().to_owned())),
                }
                if at.next > SEARCHED_BYTES_MAX {
                    break;
                }
            }
            // The run meets the same fault again in its place, and reports it.
            Ok(None) | Err(Halt::Unreadable(..)) => break,
            Err(halt) => return Err(halt),
        }
    }
    (run.job.line, run.began_at) = (line, run.job.offset);
    answers.retain(|review, _| reviews.contains(review));
    Ok(answers)
}
