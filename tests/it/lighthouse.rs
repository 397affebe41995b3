//! Lighthouse's scores of the customer's pages on a phone, and the size of their first view.

use std::{
    fs,
    net::Ipv4Addr,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use axum::{Router, response::Html, routing::get};
use http_body_util::BodyExt as _;
use left_out::{LIGHTHOUSE, Tool, left_out};
use regex_lite::Regex;
use serde_json::{Value, json};
use tokio::{
    net::TcpListener,
    time::{Instant, sleep},
};

use crate::{
    browser::{DAY_S, mailed_link},
    process::{Dev, Folder, Process, http},
};

const PERFORMANCE: &str = "performance";
const CATEGORIES: [&str; 3] = [PERFORMANCE, "accessibility", "best-practices"];
const SCORE_MIN: f64 = 0.95;
const BYTES_MAX: f64 = 60_000.0;
/// The most attempts for one page: other work on the machine spoils a trace.
const TRIES: usize = 4;
const PATIENCE: Duration = Duration::from_secs(120);
const FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";
/// How many pages are looked at, unless `PAGES` says otherwise: each takes a quarter of a minute.
const PAGES: usize = 1;
/// Lighthouse's report on a page, or why it has none: on a busy machine Chromium's trace may lack its beginning, or take
/// too long.
async fn look(folder: &Folder, state: &str, url: &str) -> Result<Value, String> {
    // The scores say too little to fix what is wrong.
    let reports = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("lighthouse");
    fs::create_dir_all(&reports).unwrap();
    let report = reports.join(format!("{state}.json"));
    let _ = fs::remove_file(&report);
    let mut command = Command::new("node");
    command
        .arg(LIGHTHOUSE)
        .args([url, "--quiet", "--no-enable-error-reporting", "--ignore-status-code", "--output=json"])
        .arg(format!("--only-categories={}", CATEGORIES.join(",")))
        .arg(format!("--chrome-flags={FLAGS} --user-data-dir={}", folder.path().join("lighthouse").display()))
        .arg(format!("--output-path={}", report.display()))
        .env("CHROME_PATH", "chromium")
        .stderr(Stdio::inherit());
    let (mut process, output) =
        Process::start(&mut command).expect("node runs Lighthouse: `.ci/tools` says what it needs");
    let started = Instant::now();
    while !process.has_ended() {
        if started.elapsed() > PATIENCE {
            return Err("Lighthouse is stuck".to_owned());
        }
        sleep(Duration::from_millis(200)).await;
    }
    drop(output);
    let report = fs::read(&report).map_err(|error| format!("no report: {error}"))?;
    let report: Value = serde_json::from_slice(&report).map_err(|error| format!("half a report: {error}"))?;
    match report["runtimeError"]["code"].as_str() {
        None => Ok(report),
        Some(code) => Err(code.to_owned()),
    }
}

fn score(report: &Value, category: &str) -> f64 {
    report["categories"][category]["score"].as_f64().unwrap_or_default()
}

/// The categories in which a page misses its score, each with its failed audits.
fn missed(report: &Value, performance_min: f64) -> Vec<String> {
    let mut missed = Vec::new();
    for category in CATEGORIES {
        let min = if category == PERFORMANCE { performance_min } else { SCORE_MIN };
        let score = score(report, category);
        if score < min {
            let found = &report["categories"][category]["auditRefs"];
            let audits = found.as_array().unwrap().iter().map(|audit| &report["audits"][audit["id"].as_str().unwrap()]);
            let failed = audits.filter(|audit| audit["score"].as_f64().is_some_and(|score| score < 0.9));
            let failed: Vec<_> = failed.map(|audit| format!("{} {}", audit["id"], audit["displayValue"])).collect();
            missed.push(format!("{category} {score}: {}", failed.join(", ")));
        }
    }
    missed
}

#[tokio::test]
async fn every_page_is_fast_light_accessible_and_well_made() {
    if left_out(Tool::Lighthouse) {
        return;
    }
    let folder = Folder::new("lighthouse");
    let dev = Dev::start(&folder);
    let (link, old) = (mailed_link(&dev, "A", 0).await, mailed_link(&dev, "B", 0).await);
    let token = link.split_once("token=").unwrap().1.to_owned();
    let base_url = dev.caller.base_url.clone();
    let ids: Vec<_> = (1..=50).map(|number| format!("shopify-{number}")).collect();
    let fields = json!({"email": "jane@example.com", "skip_email": true, "product_ids": ids});
    let fifty = dev.caller.create(fields).await["hub_url"].as_str().unwrap().to_owned();
    let pages = [
        ("form", link.clone()),
        ("fifty-products", fifty),
        ("another-form", format!("{base_url}/review/hub?token={token}&item=1")),
        ("question", format!("{base_url}/review/hub/chat?token={token}&item=0")),
        ("unknown", format!("{base_url}/review/hub?token=cut-short")),
    ];
    let count = std::env::var("PAGES").map_or(PAGES, |count| count.parse().unwrap());
    for (state, url) in pages.iter().take(count) {
        check(&folder, state, url).await;
    }
    if count > pages.len() {
        dev.caller.advance(91 * DAY_S).await;
        check(&folder, "expired", &old).await;
    }
}

async fn check(folder: &Folder, state: &str, url: &str) {
    let mut attempts = Vec::new();
    while attempts.len() < TRIES {
        match attempt(folder, state, url).await {
            Ok(missed) if missed.is_empty() => return,
            Ok(missed) => attempts.extend(missed),
            Err(why) => attempts.push(why),
        }
    }
    panic!("{state}: {attempts:#?}");
}

/// One attempt: what the page misses, or why nobody knows.
async fn attempt(folder: &Folder, state: &str, url: &str) -> Result<Vec<String>, String> {
    let report = look(folder, state, url).await?;
    let requests = report["audits"]["network-requests"]["details"]["items"].as_array().unwrap();
    let bytes: f64 = requests.iter().filter_map(|request| request["transferSize"].as_f64()).sum();
    assert!(bytes > 0.0 && bytes <= BYTES_MAX, "{state}: {bytes} bytes");
    let host = url.split('/').nth(2).unwrap();
    let foreign: Vec<_> =
        requests.iter().map(|request| &request["url"]).filter(|url| !url.as_str().unwrap().contains(host)).collect();
    assert!(foreign.is_empty(), "{state}: {foreign:?}");
    let performance_min = match score(&report, PERFORMANCE) {
        enough if enough >= SCORE_MIN => SCORE_MIN,
        // A busy machine computes a page late. How late, the same page shows without what we add to it.
        _ => SCORE_MIN * score(&look(folder, "bare", &bare(url).await).await?, PERFORMANCE),
    };
    Ok(missed(&report, performance_min))
}

/// Serves the page without its style and scripts, and returns its address.
async fn bare(url: &str) -> String {
    let page = http().get(url.parse().unwrap()).await.unwrap().into_body().collect().await.unwrap().to_bytes();
    let ours = Regex::new("<link[^>]*>|<style.*?</style>|<script.*?</script>").unwrap();
    let page = ours.replace_all(str::from_utf8(&page).unwrap(), "").into_owned();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = Router::new().route("/", get(async || Html(page)));
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    format!("http://{address}/")
}
