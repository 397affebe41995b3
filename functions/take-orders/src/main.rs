//! `take-orders` on Lambda.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    edge::lambda::events(take_orders::start, take_orders::handle).await
}
