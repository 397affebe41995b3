//! `send-request` on Lambda.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    edge::lambda::events(send_request::start, send_request::handle).await
}
