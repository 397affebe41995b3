//! Reads the whole file once before its first row: finds out by the file's own dates whether the day or the month comes first in
//! those that allow both orders, and refuses a file of ten points, of which only the bad reviews would be stars.

use std::sync::Arc;

use domain::import::ImportFault;
use store::import::FileSearch;

use crate::headings::Cells;
use crate::layouts::Field;
use crate::rows::Rows;
use crate::run::{Halt, ImportRun};
use crate::time::prove;

/// The number of ratings from 6 to 10 that no slip explains.
const BEYOND_FIVE: u32 = 2;

/// What the file says.
/// Errors: [`Halt::Later`] if the run's time ends before the search; [`Halt::Unreadable`] for a file of ten points; storage failures.
pub(crate) async fn search(run: &mut ImportRun<'_>) -> Result<FileSearch, Halt> {
    let mut search = run.job.search;
    if search.is_over {
        return Ok(search);
    }
    let line = run.job.line;
    let mut rows = Rows::open(run, search.next).await?;
    run.began_at = search.next.0;
    loop {
        match rows.next(run).await {
            Ok(Some((_, cells))) => {
                cells.iter().flat_map(dates).for_each(|date| prove(&mut search, date));
                if let Some(heading) = cells.iter().find_map(beyond_five_stars) {
                    search.beyond_five += 1;
                    if search.beyond_five == BEYOND_FIVE {
                        return Err(Halt::Unreadable(Some(heading), ImportFault::BeyondFiveStars));
                    }
                }
                run.job.search = search;
            }
            // The run meets the same fault again in its place, and reports it.
            Ok(None) | Err(Halt::Unreadable(..)) => break,
            Err(halt) => return Err(halt),
        }
    }
    search.is_over = true;
    (run.job.search, run.job.line, run.began_at) = (search, line, run.job.offset);
    Ok(search)
}

fn dates(cells: &Cells) -> impl Iterator<Item = &str> {
    let fields = [Field::WrittenAt, Field::RepliedAt, Field::ReplyUpdatedAt];
    fields.into_iter().filter_map(|field| cells.get(field)).map(|(_, date)| date)
}

/// The heading of a rating from 6 to 10.
fn beyond_five_stars(cells: &Cells) -> Option<Arc<str>> {
    let (heading, rating) = cells.get(Field::Rating)?;
    let rating: f64 = rating.trim().replace(',', ".").parse().ok()?;
    (6.0..=10.0).contains(&rating).then(|| Arc::clone(heading))
}
