//! `shop-api` on Lambda.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    edge::lambda::http(shop_api::routes).await
}
