//! Tools that some tests need beyond Rust. On a machine without them `cargo test` leaves these tests out and says so;
//! `.ci/run` refuses.

use std::{
    env,
    io::{self, Write as _},
    thread,
};

/// Set by `.ci/run`: a test whose tool is missing fails.
const NOTHING_LEFT_OUT: &str = "AFTERWORD_NOTHING_LEFT_OUT";

/// A tool that a test drives.
#[derive(Clone, Copy, Debug)]
pub enum Tool {
    /// curl, which the documents call.
    Curl,
    /// The AWS CLI and zsh, into which an operator pastes the documents' commands.
    Operators,
}

impl Tool {
    pub const ALL: [Self; 2] = [Self::Curl, Self::Operators];

    /// What this machine lacks for it.
    pub fn missing(self) -> Option<&'static str> {
        let (name, is_there) = match self {
            Self::Curl => ("curl", on_path("curl")),
            Self::Operators => ("aws and zsh", on_path("aws") && on_path("zsh")),
        };
        (!is_there).then_some(name)
    }
}

/// Whether the calling test is to return at once, because its tool is missing. Says so on the terminal.
///
/// # Panics
/// If nothing may be left out.
pub fn left_out(tool: Tool) -> bool {
    let Some(missing) = tool.missing() else { return false };
    assert!(!nothing_may_be_left_out(), "missing: {missing}; `.ci/tools` installs what the tests need");
    // Not `eprintln!`, whose output libtest hides unless the test fails. libtest names a test's thread after it.
    let line = format!("LEFT OUT {}: missing {missing}\n", thread::current().name().unwrap_or("a test"));
    // A closed terminal is no reason to fail.
    let _ = io::stderr().write_all(line.as_bytes());
    true
}

/// Whether this run has to include every test.
pub fn nothing_may_be_left_out() -> bool {
    env::var_os(NOTHING_LEFT_OUT).is_some()
}

fn on_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}
