//! `cargo dev`: the system in one process, for one developer.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    process::ExitCode,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use anyhow::Context as _;
use app::clock::Clock;
use clap::Parser;
use jiff::{SignedDuration, Timestamp};
use small_aws::MovableClock;
use tokio::net::TcpListener;
use tokio::signal::{
    ctrl_c,
    unix::{SignalKind, signal},
};
use tokio::sync::watch;
use tokio::time::sleep;
use tracing::Level;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::{FilterExt as _, Targets, dynamic_filter_fn};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{Layer as _, fmt};
use vault::Random;

use crate::demo::{Demo, samples::HISTORY_DAYS};
use crate::model::ModelServer;
use crate::{Options, World, front, functions};

/// How long a call may take after Ctrl-C or SIGTERM.
const STOP_WITHIN: Duration = Duration::from_secs(5);
/// The most calls a second that the parameter `ShopRate` allows.
const SHOP_RATE_MAX: i64 = 10_000;
/// The environment variable with the key of the model's server.
const MODEL_KEY: &str = "AFTERWORD_MODEL_KEY";
/// Whether only warnings are logged. Nobody reads about the hundreds of calls for the samples.
static IS_QUIET: AtomicBool = AtomicBool::new(false);
/// Our libraries; `--log` sets the log level of these and of the functions.
const LIBRARIES: [&str; 8] = ["app", "edge", "integrations", "local", "members", "small_aws", "store", "vault"];

/// Afterword on this machine: the functions, a small AWS that answers them, an inbox, and a clock that can be moved.
/// `cargo dev` is the same program, compiled from the sources
#[derive(Parser)]
#[command(name = "afterword-dev", bin_name = "afterword-dev", version)]
struct Args {
    /// Port of the API, the hub and the pages on 127.0.0.1; 0 takes any free one
    #[arg(long, default_value_t = 3000)]
    port: u16,
    /// Listen on all addresses of this machine, as a container must whose port is published. Whoever reaches the port can
    /// read and change everything. Links still lead to 127.0.0.1
    #[arg(long)]
    all_addresses: bool,
    /// Folder for all data
    #[arg(long, default_value = ".afterword", conflicts_with = "memory")]
    data: PathBuf,
    /// Hold all data in memory and forget it at the end
    #[arg(long)]
    memory: bool,
    /// Refuse a shop's calls with its API keys beyond so many a second, as ShopRate does on AWS: 429 with Retry-After.
    /// They are counted over ten seconds, from the 21st call of a function on
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=SHOP_RATE_MAX))]
    shop_rate: Option<u32>,
    /// Ask customers by a model: the base of a server that speaks OpenAI's chat completions, such as
    /// http://127.0.0.1:11434/v1; its key, if it needs one, is in AFTERWORD_MODEL_KEY
    #[arg(long, value_name = "URL", value_parser = base_of_api)]
    model: Option<String>,
    /// Name of the model; else the server's first
    #[arg(long, value_name = "NAME", requires = "model")]
    model_name: Option<String>,
    /// Make the demo shop without its samples: four weeks of requests and reviews
    #[arg(long)]
    without_samples: bool,
    /// Begin at this instant, with a clock that moves only when it is moved, as the documents' pictures do
    #[arg(long, value_name = "TIME", requires = "without_samples")]
    frozen_at: Option<Timestamp>,
    /// Port of the table, for `aws dynamodb --endpoint-url`; 0 takes any free one
    #[arg(long, default_value_t = 8000)]
    dynamodb_port: u16,
    /// Level of the functions' log on standard error: off, error, warn, info, debug or trace
    #[arg(long, default_value = "info")]
    log: LevelFilter,
}

fn base_of_api(url: &str) -> Result<String, &'static str> {
    let is_base = |url: &str| url.starts_with("http://") || url.starts_with("https://");
    is_base(url).then(|| url.trim_end_matches('/').to_owned()).ok_or("it must start with http:// or https://")
}

/// The program.
// One thread, because a function on Lambda has one.
#[tokio::main(flavor = "current_thread")]
pub async fn main() -> ExitCode {
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

/// Runs until Ctrl-C or SIGTERM.
async fn run(args: Args) -> anyhow::Result<()> {
    log_to_stderr(args.log);
    let data = (!args.memory).then_some(args.data);
    let address = if args.all_addresses { Ipv4Addr::UNSPECIFIED } else { Ipv4Addr::LOCALHOST };
    let listener = TcpListener::bind((address, args.port)).await;
    let listener = listener.with_context(|| port_refused(args.port, "--port"))?;
    let port = listener.local_addr()?.port();
    let system = Clock::system();
    // A new shop begins before the samples' history, and the clock then moves to the present.
    let is_new = data.as_deref().is_none_or(|folder| !World::is_in(folder));
    let past = if is_new && !args.without_samples { i64::from(HISTORY_DAYS) * 24 } else { 0 };
    let machine = system.clone();
    let model = match args.model {
        Some(url) => Some(ModelServer::find(&url, args.model_name, std::env::var(MODEL_KEY).ok()).await),
        None => None,
    };
    let world = World::open(Options {
        data: data.clone(),
        // The address and not `localhost`, because another program may use that name's IPv6 port.
        base_url: format!("http://{}:{port}", Ipv4Addr::LOCALHOST),
        clock: match args.frozen_at {
            Some(at) => MovableClock::frozen(at),
            None => MovableClock::following(move || machine.now(), SignedDuration::from_hours(-past)),
        },
        random: Random::system(),
        has_model: model.is_some(),
        shop_rate: args.shop_rate,
    })?;
    if let Some(model) = model.clone() {
        world.aws().set_model_server(move |converse| model.clone().answer(converse));
    }
    let table = world.aws().listen(SocketAddr::from((Ipv4Addr::LOCALHOST, args.dynamodb_port))).await;
    let (table, _) = table.with_context(|| port_refused(args.dynamodb_port, "--dynamodb-port"))?;
    let demo = Demo::set_up(&world, data.as_deref(), table).await?;
    if !args.without_samples {
        add_samples(&demo, &world, &system).await?;
    }
    greet(&world, &demo, data.as_deref().map(|data| data.display().to_string()), model.as_ref());
    serve(listener, &world, &demo).await
}

/// Adds the samples, and moves the clock to the present.
async fn add_samples(demo: &Demo, world: &World, system: &Clock) -> anyhow::Result<()> {
    IS_QUIET.store(true, Ordering::Relaxed);
    let added = demo.add_samples(world, system.now()).await;
    IS_QUIET.store(false, Ordering::Relaxed);
    if let Err(error) = added {
        tracing::error!(%error, "the samples are not complete");
    }
    world.aws().move_clock(system.now())
}

async fn serve(listener: TcpListener, world: &World, demo: &Demo) -> anyhow::Result<()> {
    let (stop, stopping) = watch::channel(false);
    let stopped = || {
        let mut stopping = stopping.clone();
        async move {
            // An error means that the sender no longer exists, which is also a reason to stop.
            let _ = stopping.wait_for(|stop| *stop).await;
        }
    };
    let front = axum::serve(listener, front::router(world, demo)).with_graceful_shutdown(stopped());
    let both = async { tokio::join!(front.into_future(), world.run_until(stopped())).0 };
    let patience = async {
        let asked = end_is_asked().await;
        stop.send_replace(true);
        sleep(STOP_WITHIN).await;
        asked
    };
    tokio::select! {
        served = both => Ok(served?),
        asked = patience => Ok(asked?),
    }
}

/// Waits for Ctrl-C or for SIGTERM, which stops a container. Without a handler, a container's first process does not
/// notice SIGTERM.
async fn end_is_asked() -> io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = ctrl_c() => interrupted,
        _ = terminate.recv() => Ok(()),
    }
}

fn log_to_stderr(level: LevelFilter) {
    let ours = functions::crate_names().chain(LIBRARIES);
    let targets =
        Targets::new().with_default(level.min(LevelFilter::WARN)).with_targets(ours.map(|name| (name, level)));
    // The lines have no time, because it would be the machine's and not the moved clock's.
    let is_heard = dynamic_filter_fn(|line, _| *line.level() <= Level::WARN || !IS_QUIET.load(Ordering::Relaxed));
    let lines = fmt::layer().without_time().with_writer(io::stderr).with_filter(targets.and(is_heard));
    tracing_subscriber::registry().with(lines).init();
}

fn port_refused(port: u16, option: &str) -> String {
    format!("port {port} is not available: choose another with {option}, or {option} 0 for any free one")
}

#[expect(clippy::print_stdout, reason = "a command-line program says where everything is")]
fn greet(world: &World, demo: &Demo, data: Option<String>, model: Option<&ModelServer>) {
    let base_url = &demo.base_url;
    let data = match data {
        Some(data) => format!("data in {data}, keys in {data}/demo.json"),
        None => "data in memory until it stops".to_owned(),
    };
    println!("Afterword runs at {base_url}, {data}\n");
    println!("  overview      {base_url}/local, with a command for each API");
    println!("  shop          {base_url}/local/shop, with stars and reviews in its pages");
    println!("  inbox         {base_url}/local/inbox");
    println!("  console       {base_url}/console, sign in as {}: the link is in the inbox", crate::demo::OWNER);
    println!("  clock         {base_url}/local/clock, now {:.0}", world.aws().clock().now());
    println!("  table         {} in DynamoDB at {}", demo.dynamodb.table, demo.dynamodb.endpoint);
    println!("  API key       {}", demo.keys.api);
    println!("  to test       {}, which sends no email", demo.keys.api_test);
    if let Some(ModelServer { name, url, .. }) = model {
        println!("  questions     by {name} at {url}");
    }
}
