//! `cargo dev`, and a release's file `afterword-dev-…`.

use std::process::ExitCode;

// Nothing else is here: to make the file, `.ci/release --profile dev` compiles this again, over the library.
fn main() -> ExitCode {
    local::dev::main()
}
