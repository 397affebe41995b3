//! Processes the calls from shops' systems that `orders-in` recorded: merges what they say about an order, and plans,
//! moves or cancels the order's request. Also reads the products of a shop at Shopify that has just connected.

use app::error::Error;
use app::request::CancelRequest;
use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use edge::aws::StartError;
use edge::env::Env;
use edge::lambda::each_message;
use integrations::{OrderTask, ShopCalls, TakeOrders};

pub type Parts = TakeOrders;

pub fn start(env: &Env) -> Result<Parts, StartError> {
    let (store, vault) = (env.store()?, env.vault()?);
    let links = env.links(&store, &vault)?;
    let schedules = env.schedules()?;
    Ok(TakeOrders {
        vault,
        cancel: CancelRequest { store: store.clone(), schedules: schedules.group.clone() },
        create: env.create_request(links, Some(schedules))?,
        privacy: env.privacy_queue()?,
        orders: env.order_queue()?,
        random: env.random.clone(),
        clock: env.clock.clone(),
        calls: ShopCalls { outbound: env.outbound(), reach: env.reach() },
        store,
    })
}

pub async fn handle(parts: Parts, event: SqsEvent) -> Result<SqsBatchResponse, lambda_runtime::Error> {
    Ok(each_message(event, |body| run(&parts, body)).await)
}

async fn run(parts: &Parts, body: String) -> Result<(), Error> {
    let task: Result<OrderTask, _> = serde_json::from_str(&body);
    parts.run(&task.map_err(|_| Error::Internal("a message is not a task".to_owned()))?).await
}
