//! `afterword completions` and `afterword man`: what a shell and the program `man` read about this program.

use std::io;
use std::path::PathBuf;

use clap::CommandFactory as _;
use clap_complete::Shell;
use serde_json::json;

use super::Args as CommandLine;
use crate::failure::{Failure, Kind};
use crate::output::{Output, print};

pub fn completions(shell: Shell) {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut CommandLine::command(), "afterword", &mut script);
    print(String::from_utf8_lossy(&script).trim_end());
}

pub fn pages(folder: Option<PathBuf>, output: Output) -> Result<(), Failure> {
    let Some(folder) = folder else {
        let mut page = Vec::new();
        let written = clap_mangen::Man::new(CommandLine::command()).render(&mut page);
        written.map_err(|error| failed("the page", &error))?;
        print(String::from_utf8_lossy(&page).trim_end());
        return Ok(());
    };
    let shown = folder.display().to_string();
    let written = std::fs::create_dir_all(&folder);
    let written = written.and_then(|()| clap_mangen::generate_to(CommandLine::command(), &folder));
    written.map_err(|error| failed(&shown, &error))?;
    output.answer(&json!({"folder": shown}), |_| format!("The pages are in {shown}."));
    Ok(())
}

fn failed(what: &str, error: &io::Error) -> Failure {
    Failure::new(Kind::Refused, format!("Cannot write {what}.")).because(error)
}
