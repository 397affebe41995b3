//! Runs a document's commands against the local system, in the machine's own `sh` and `curl`.

use std::{
    fs,
    net::Ipv4Addr,
    process::{Command, Output},
};

use crate::support::*;
use local::{Options, demo::Demo, front};
use tokio::{net::TcpListener, task::JoinHandle};

use super::{
    markdown::{Block, Document},
    shape::{Ids, render},
};
use crate::dev::process::Folder;

/// The address of `cargo dev` in the documents.
const DOCUMENTED_URL: &str = "http://127.0.0.1:3000";
const START: &str = "2026-11-20T07:41:50.844Z";
/// The shortest time of a command in that world, and the milliseconds at which the next command starts.
const STEP: [SignedDuration; 2] = [SignedDuration::from_secs(1), SignedDuration::from_millis(844)];

/// The beginnings of blocks that are not run here, each with the reason.
const NOT_RUN: &[(&str, &[&str])] = &[
    ("what is called here is the same system", &["cargo dev"]),
    ("`cli::` runs the program", &["cargo run --bin afterword"]),
    ("`.ci/release` starts the file, and the image's program", &["chmod +x afterword-dev", "docker load"]),
    ("installs from package registries", &[".ci/tools", "npm install", "pip install"]),
    ("needs an AWS account", &["sam ", "afterword ", "aws ", "set -C", "T=", "ARN=", "while read", "run() {", "run "]),
    ("compiles for most of an hour", &[".ci/release"]),
    ("runs this test, or after it", &["cargo test", ".ci/run", ".ci/deploy", "cargo figures"]),
];

/// The local system with its demo shop, which listens as `cargo dev` does, with a clock that moves once after each
/// command. Commands run in its folder.
pub struct Local {
    world: World,
    folder: Folder,
    server: JoinHandle<()>,
    /// All earlier blocks that only set variables, which later blocks may use.
    variables: String,
}

impl Drop for Local {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl Local {
    pub async fn start(name: &str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let world = World::open(Options {
            data: None,
            base_url: format!("http://{}", listener.local_addr().unwrap()),
            clock: MovableClock::frozen(START.parse().unwrap()),
            random: seeded_random(1),
            has_model: false,
            shop_rate: None,
        })
        .unwrap();
        let folder = Folder::new(&format!("docs-{}", name.replace('/', "-")));
        let data = folder.path().join(".afterword");
        fs::create_dir(&data).unwrap();
        let demo = Demo::set_up(&world, Some(&data), (Ipv4Addr::LOCALHOST, 8000).into()).await.unwrap();
        // curl has no other settings than those in a document.
        fs::write(folder.path().join(".curlrc"), "silent\nshow-error\n").unwrap();
        tick(&world).await;
        let router = front::router(&world, &demo);
        let server = tokio::spawn(async { axum::serve(listener, router).await.unwrap() });
        Self { world, folder, server, variables: String::new() }
    }

    /// Runs a block as written, except for the port, and then everything that became due.
    async fn run(&mut self, script: &str, ids: &Ids) -> Output {
        let script = ids.in_command(script).replace(DOCUMENTED_URL, self.world.base_url());
        let mut shell = Command::new("sh");
        shell.args(["-euc", &format!("{}{script}", self.variables)]).current_dir(self.folder.path());
        shell.env("HOME", self.folder.path()).env("no_proxy", "127.0.0.1");
        let output = tokio::task::spawn_blocking(move || shell.output()).await.unwrap().expect("sh");
        tick(&self.world).await;
        if is_assignment(&script) {
            self.variables.push_str(&script);
        }
        output
    }
}

/// Lets a moment pass, and runs what is due.
async fn tick(world: &World) {
    let [second, rest] = STEP;
    world.advance(second).await.unwrap();
    world.aws().move_clock(world.env().clock.now() + rest).unwrap();
}

#[derive(Default)]
pub struct Replay {
    /// Problems that cannot be solved by writing today's answers into the documents.
    pub problems: Vec<String>,
    /// Answers that differ from the documented ones.
    pub differences: Vec<String>,
    pub text: String,
}

/// Runs a document's commands on a system that other documents may have used before.
pub async fn replay(document: &Document, local: &mut Local) -> Replay {
    let Replay { mut problems, mut differences, mut text, .. } = Replay::default();
    let (mut ids, mut copied) = (Ids::default(), 0);
    let blocks = document.blocks();
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.language == "sh") {
        let script = &document.text[block.content.clone()];
        let place = format!("{}:{}", document.path, block.line);
        if NOT_RUN.iter().any(|(_, starts)| starts.iter().any(|start| script.starts_with(start))) {
            if script.contains("curl") {
                problems.push(format!("{place}: has a `curl` that is not run"));
            }
            continue;
        }
        let output = local.run(script, &ids).await;
        if !output.status.success() {
            problems.push(format!("{place}: failed: {}", String::from_utf8_lossy(&output.stderr)));
            continue;
        }
        let printed = String::from_utf8(output.stdout).unwrap().replace(local.world.base_url(), DOCUMENTED_URL);
        let answer = blocks.get(index + 1).filter(|next| next.language == "json");
        match (printed.trim().is_empty(), answer) {
            (true, None) => {}
            (true, Some(_)) => problems.push(format!("{place}: prints nothing, and has an answer")),
            (false, None) => problems.push(format!("{place}: has no `json` block behind it for {printed}")),
            (false, Some(answer)) => match answered(&printed, answer, document, &mut ids) {
                Ok((found, rendered)) => {
                    differences.extend(found.iter().map(|difference| format!("{place}: {difference}")));
                    text.push_str(&document.text[copied..answer.content.start]);
                    text.push_str(&rendered);
                    copied = answer.content.end;
                }
                Err(error) => problems.push(format!("{place}: {error}: {printed}")),
            },
        }
    }
    text.push_str(&document.text[copied..]);
    Replay { problems, differences, text }
}

fn answered(
    printed: &str,
    answer: &Block,
    document: &Document,
    ids: &mut Ids,
) -> serde_json::Result<(Vec<String>, String)> {
    let real: Value = serde_json::from_str(printed)?;
    let documented = serde_json::from_str(&document.text[answer.content.clone()]).unwrap_or(Value::Null);
    let differences = ids.differences(&documented, &real);
    Ok((differences, render(&ids.documented(&documented, &real))))
}

fn is_assignment(script: &str) -> bool {
    script.lines().all(|line| {
        let name = line.split_once('=').map_or("", |(name, _)| name);
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_')
    })
}
