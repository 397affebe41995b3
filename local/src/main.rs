//! `cargo dev`.

use std::process::ExitCode;

use clap::Parser as _;
use local::dev::{Args, run};

// One thread, because a function on Lambda has one.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run(Args::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[expect(clippy::print_stderr, reason = "one line for the person at the terminal")]
            {
                eprintln!("{error:#}");
            }
            ExitCode::FAILURE
        }
    }
}
