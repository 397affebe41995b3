//! Runs one process until it requests more work, and counts its instructions.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context, bail, ensure};
use app::clock::Clock;
use local::runtime_api::{Answer, Function, RuntimeApi};
use serde_json::Value;

pub(crate) type Env = [(String, String)];

/// A process that has used no processor time for this long is idle.
const IDLE: Duration = Duration::from_millis(200);

/// User instructions from the start of `binary` until it has handled `events` and requests more, including the dynamic
/// loader's. `callgrind_annotate` reads from `out` which functions they belong to.
///
/// Valgrind gives the same number within a hundredth at every run. It hides the processor's SHA extensions, so
/// signatures are hashed in software here.
pub(crate) async fn instructions(binary: &Path, env: &Env, events: &[Value], out: &Path) -> anyhow::Result<u64> {
    let mut valgrind = Command::new("/usr/bin/valgrind");
    valgrind
        .arg("--tool=callgrind")
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(binary)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let api = RuntimeApi::start(Clock::system())?;
    let function = Function::start(valgrind, binary, env.iter().cloned(), &api)
        .context("valgrind counts the instructions; is it installed?")?;
    // The process already requests work while it opens its first connection. An event during this time would open
    // another one.
    api.asked(1).await?;
    idle(function.id()).await?;
    feed(&api, events).await?;
    idle(function.id()).await?;
    // After a signal that it can catch, valgrind writes its counts.
    let ended = Command::new("kill").args(["-TERM", &function.id().to_string()]).status()?;
    ensure!(ended.success(), "cannot end process {}", function.id());
    function.wait()?;
    let counts = fs::read_to_string(out)?;
    let total = counts.lines().find_map(|line| line.strip_prefix("totals: "));
    Ok(total.context("callgrind wrote no totals")?.trim().parse()?)
}

async fn idle(id: u32) -> anyhow::Result<()> {
    let mut before = ticks(&id.to_string())?;
    loop {
        tokio::time::sleep(IDLE).await;
        let now = ticks(&id.to_string())?;
        if now == before {
            return Ok(());
        }
        before = now;
    }
}

fn ticks(process: &str) -> anyhow::Result<[u64; 4]> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The times come after the process' name, which is in brackets ("proc_pid_stat(5)").
    let (_, behind_name) = stat.rsplit_once(')').context("the kernel reports no times")?;
    let fields: Vec<u64> = behind_name.split_whitespace().skip(11).take(4).map(str::parse).collect::<Result<_, _>>()?;
    fields.try_into().ok().context("the kernel reports other times")
}

/// Sends events to the process. Each must succeed, because a rejected event would cost too little.
async fn feed(api: &RuntimeApi, events: &[Value]) -> anyhow::Result<()> {
    for (index, event) in events.iter().enumerate() {
        match api.invoke(event.clone()).await? {
            Answer::Response(answer) if failed(&answer) => bail!("the event failed: {answer}"),
            Answer::Response(_) => api.asked(index + 2).await?,
            Answer::Error(error) => bail!("the function failed: {error}"),
        }
    }
    Ok(())
}

/// Whether an answer is an HTTP error, or a batch with a failed message.
fn failed(answer: &Value) -> bool {
    let status = answer.get("statusCode").and_then(Value::as_u64);
    let left = answer.get("batchItemFailures").and_then(Value::as_array);
    status.is_some_and(|status| status >= 400) || left.is_some_and(|left| !left.is_empty())
}
