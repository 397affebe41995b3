//! `set-up-shop` on Lambda.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    edge::lambda::events(set_up_shop::start, set_up_shop::handle).await
}
