//! Not a test: the last lines of `cargo test`, which say what was left out on this machine and how to get it.

use std::process::ExitCode;

use left_out::{Tool, nothing_may_be_left_out};

const RULE: &str = "==============================================================================";

#[expect(clippy::print_stdout, reason = "the end of the test runner's report")]
fn main() -> ExitCode {
    let lacking = Tool::ALL.map(|tool| (tool, tool.missing().join(", ")));
    let lacking: Vec<_> = lacking.iter().filter(|(_, missing)| !missing.is_empty()).collect();
    // nextest asks every test binary for its list of tests.
    if lacking.is_empty() || std::env::args().any(|argument| argument == "--list") {
        return ExitCode::SUCCESS;
    }
    println!("\n{RULE}");
    for (tool, missing) in lacking {
        let tests = match tool {
            Tool::Browser => "the tests in a browser",
            Tool::Lighthouse => "the test with Lighthouse",
            Tool::Curl => "the test of the documents' commands",
            Tool::Sam => "the test of the expanded template",
        };
        println!("LEFT OUT: {tests}. Missing: {missing}");
    }
    println!("Install what is missing with `.ci/tools`, then repeat `cargo test`.\n{RULE}\n");
    if nothing_may_be_left_out() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
