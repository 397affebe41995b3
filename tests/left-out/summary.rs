//! Not a test: the last lines of `cargo test`, which say what was left out on this machine and how to get it, and what roles allow
//! that no test needed.

use std::fs;
use std::process::ExitCode;

use left_out::{Tool, nothing_may_be_left_out};

const RULE: &str = "==============================================================================";

#[expect(clippy::print_stdout, reason = "the end of the test runner's report")]
fn main() -> ExitCode {
    // nextest asks every test binary for its list of tests.
    if std::env::args().any(|argument| argument == "--list") {
        return ExitCode::SUCCESS;
    }
    let lacking: Vec<_> = Tool::ALL.into_iter().filter_map(|tool| Some((tool, tool.missing()?))).collect();
    let code = if lacking.is_empty() { no_spare() } else { ExitCode::SUCCESS };
    if nothing_may_be_left_out() && lacking.is_empty() {
        return code;
    }
    println!("\n{RULE}");
    for (tool, missing) in &lacking {
        let tests = match tool {
            Tool::Curl => "the test of the documents' commands",
            Tool::Operators => "the test of the commands after a restore",
        };
        println!("LEFT OUT: {tests}. Missing: {missing}");
    }
    if !lacking.is_empty() {
        println!("Install what is missing with `.ci/tools`, then repeat `cargo test`.");
    }
    println!("LEFT OUT: the tests in a browser, which are not cargo's. `npm test --prefix tests/browser` runs them.");
    println!("{RULE}\n");
    if nothing_may_be_left_out() { ExitCode::FAILURE } else { code }
}

/// Fails if roles allow what no test needed. `tests/it/deployment/permissions.rs` writes what they did, and whether all of them ran.
#[expect(clippy::print_stdout, reason = "the end of the test runner's report")]
fn no_spare() -> ExitCode {
    let did = fs::read_to_string(concat!(env!("CARGO_TARGET_TMPDIR"), "/actions")).unwrap_or_default();
    let Some(did) = did.strip_prefix("all\n").filter(|_| std::env::args().len() == 1) else { return ExitCode::SUCCESS };
    let lines = |of: &str| did.lines().filter_map(|line| line.strip_prefix(of)).map(str::to_owned).collect::<Vec<_>>();
    let needed = lines("needs ");
    let spare: Vec<_> = lines("allows ").into_iter().filter(|action| !needed.contains(action)).collect();
    if spare.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!(
        "\n{RULE}\nRoles allow what no test needed: take it out of `stack/functions.yaml`, or test what needs it."
    );
    spare.iter().for_each(|action| println!("  {action}"));
    println!("{RULE}\n");
    ExitCode::FAILURE
}
