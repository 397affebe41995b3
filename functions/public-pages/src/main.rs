//! `public-pages` on Lambda.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    edge::lambda::http(public_pages::routes).await
}
