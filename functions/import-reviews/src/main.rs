//! `import-reviews` on Lambda.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    edge::lambda::events(import_reviews::start, import_reviews::handle).await
}
