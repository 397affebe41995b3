//! Imports reviews from a file in the bucket. `reviews-api` and `console` record an import, and S3's event about the file starts
//! this function. A run that cannot finish the file queues the next run.

mod answers;
mod decode;
mod facts;
mod headings;
mod json;
mod layouts;
mod products;
mod proof;
mod row;
mod rows;
mod run;
mod text;
mod time;
mod undo;
mod wire;
mod write;

use app::error::Error;
use app::import::parse_key;
use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use domain::import::ImportStatus;
use domain::review::Facts;
use edge::aws::StartError;
use edge::env::Env;
use edge::lambda::each_message;

use crate::row::{Answers, Reader};
use crate::rows::Rows;
use crate::run::{Halt, ImportRun, ImportWork};
use crate::undo::Undo;
use crate::wire::ImportMessage;

pub type Parts = ImportWork;

pub fn start(env: &Env) -> Result<Parts, StartError> {
    Ok(ImportWork {
        store: env.store()?,
        vault: env.vault()?,
        bucket: env.bucket()?,
        reach: env.reach(),
        queue: env.import_queue()?,
        photos: env.photo_queue()?,
        files: env.photo_files()?,
        clock: env.clock.clone(),
    })
}

pub async fn handle(parts: Parts, event: SqsEvent) -> Result<SqsBatchResponse, lambda_runtime::Error> {
    Ok(each_message(event, |body| run(&parts, body)).await)
}

async fn run(work: &ImportWork, body: String) -> Result<(), Error> {
    let task = &ImportMessage::parse(&body)?;
    let ((tenant, of_file), started) = (parse_key(&task.file)?, work.clock.now());
    let id = task.import.unwrap_or(of_file);
    let Some(mut job) = work.store.one::<store::import::ImportJob>(&tenant, id).await? else {
        // An operator restored the table to a time before this import. The bucket's lifecycle rule deletes the file.
        tracing::warn!(import = %id, "ignored a task of an unknown import");
        return Ok(());
    };
    if job.asks() || job.is_tried() {
        return Ok(());
    }
    if job.status.is_over() {
        return work.bucket.delete(&task.file, started).await;
    }
    let record = work.store.tenant(&tenant).await?.ok_or_else(|| Error::Internal("no such shop".to_owned()))?;
    if job.status == ImportStatus::Undoing {
        let undo = Undo { work, task, tenant, subscriptions: record.state.webhooks, job, started };
        return undo.run().await;
    }
    if job.status == ImportStatus::AwaitingUpload {
        job.status = ImportStatus::Running;
        if !work.store.save(&tenant, &mut job).await? {
            // Another run began the import.
            return Ok(());
        }
    }
    let mut run = work.begin(task, tenant, &record, job, started).await?;
    match read(&mut run, record.review_settings.facts).await {
        Ok(()) => run.finish().await,
        Err(Halt::Later) => Ok(()),
        Err(Halt::Unreadable(column, fault)) => run.fail(column.as_deref(), fault).await,
        Err(Halt::Failed(error)) => Err(error),
    }
}

async fn read(run: &mut ImportRun<'_>, facts: Option<Facts>) -> Result<(), Halt> {
    let mut rows = Rows::open(run, (run.job.offset, run.job.line)).await?;
    run.read_products().await?;
    let (proof, options) = (proof::search(run).await?, run.job.options.clone());
    let (known, asked_at) = (rows.known.clone(), run.job.asked_at);
    let mut reader = Reader { known, options, proof, answers: Answers::new(), facts, asked_at };
    reader.answers = answers::answers(run, &reader).await?;
    while let Some((at, cells)) = rows.next(run).await? {
        if let Ok(cells) = &cells {
            run.note_unread(&cells.unread);
        }
        run.take(at, cells.map(|cells| reader.read(&cells))).await?;
    }
    Ok(())
}
