//! `resume-sending` on Lambda.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_runtime::Error> {
    edge::lambda::events(resume_sending::start, resume_sending::handle).await
}
