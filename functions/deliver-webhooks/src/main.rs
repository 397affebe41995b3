//! `deliver-webhooks` on Lambda.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    edge::lambda::events(deliver_webhooks::start, deliver_webhooks::handle).await
}
