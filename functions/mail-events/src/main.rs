//! `mail-events` on Lambda.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    edge::lambda::events(mail_events::start, mail_events::handle).await
}
