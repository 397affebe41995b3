//! Imports reviews from a file in the bucket. `reviews-api` takes the calls; S3 reports the file, however it
//! came there; what does not fit into a run is queued again.

mod columns;
mod row;
mod rows;
mod run;
mod time;
mod wire;
mod write;

use app::error::Error;
use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use edge::aws::StartError;
use edge::batch::each_message;
use edge::env::Env;

use crate::rows::Rows;
use crate::run::{Halt, ImportRun, ImportWork};
use crate::wire::ImportMessage;

/// The handler's dependencies.
pub type Parts = ImportWork;

/// Builds what the handler uses.
///
/// # Errors
/// [`StartError`] names the setting that is missing.
pub fn start(env: &Env) -> Result<Parts, StartError> {
    Ok(ImportWork {
        store: env.store()?,
        vault: env.vault()?,
        bucket: env.bucket()?,
        reach: env.reach(),
        queue: env.import_queue()?,
        photos: env.photo_queue()?,
        clock: env.clock.clone(),
    })
}

/// Does a batch of tasks.
///
/// # Errors
/// None: the answer names the tasks that failed.
pub async fn handle(parts: Parts, event: SqsEvent) -> Result<SqsBatchResponse, lambda_runtime::Error> {
    Ok(each_message(event, |body| run(&parts, body)).await)
}

async fn run(parts: &Parts, body: String) -> Result<(), Error> {
    let task = ImportMessage::parse(&body)?;
    let Some(mut run) = parts.open(&task).await? else { return Ok(()) };
    match read(&mut run).await {
        Ok(()) => run.finish().await,
        Err(Halt::Later) => Ok(()),
        Err(Halt::Unreadable(column, fault)) => run.fail(column, fault).await,
        Err(Halt::Failed(error)) => Err(error),
    }
}

async fn read(run: &mut ImportRun<'_>) -> Result<(), Halt> {
    let mut rows = Rows::open(run).await?;
    while let Some((at, cells)) = rows.next(run).await? {
        let row = cells.map_err(|fault| vec![(None, fault)]);
        let row = row.and_then(|cells| row::parse(run.format(), &cells, run.asked_at()));
        run.take(at, row).await?;
    }
    Ok(())
}
