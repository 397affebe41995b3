//! `wix-api` on Lambda.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    edge::lambda::http(wix_api::routes).await
}
