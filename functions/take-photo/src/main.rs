//! `take-photo` on Lambda.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    edge::lambda::events(take_photo::start, take_photo::handle).await
}
