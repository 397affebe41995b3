//! Imports reviews from a file in the bucket. `reviews-api` and `console` record an import, and S3's event about the file starts
//! this function. A run that cannot finish the file queues the next run.

mod decide;
mod decode;
mod headings;
mod json;
mod products;
mod purchase;
mod row;
mod rows;
mod run;
mod text;
mod time;
mod undo;
mod wire;
mod write;

use app::error::Error;
use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use domain::import::ImportFormat;
use edge::aws::StartError;
use edge::batch::each_message;
use edge::env::Env;

use crate::row::Reader;
use crate::rows::Rows;
use crate::run::{Halt, ImportRun, ImportWork, Opened};
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

async fn run(parts: &Parts, body: String) -> Result<(), Error> {
    let task = ImportMessage::parse(&body)?;
    let mut run = match parts.open(&task).await? {
        Opened::Nothing => return Ok(()),
        Opened::Undo(undo) => return undo.run().await,
        Opened::Decide(decide) => return decide.run().await,
        Opened::Run(run) => run,
    };
    match read(&mut run).await {
        Ok(()) => run.finish().await,
        Err(Halt::Later) => Ok(()),
        Err(Halt::Unreadable(column, fault)) => run.fail(column.as_deref(), fault).await,
        Err(Halt::Failed(error)) => Err(error),
    }
}

async fn read(run: &mut ImportRun<'_>) -> Result<(), Halt> {
    let mut rows = Rows::open(run).await?;
    let format = run.format().unwrap_or(ImportFormat::Generic);
    run.read_products(format).await?;
    let (known, options, asked_at) = (rows.known().clone(), run.options().clone(), run.asked_at());
    let reader = Reader { format, known: &known, options: &options, asked_at };
    while let Some((at, cells)) = rows.next(run).await? {
        if let Ok(cells) = &cells {
            run.note_unread(&cells.unread);
        }
        run.take(at, cells.map(|cells| reader.read(&cells))).await?;
    }
    Ok(())
}
