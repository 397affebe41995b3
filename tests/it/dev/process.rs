//! The real `cargo dev` as a process on free ports, with its data in a folder, called over HTTP.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};

use crate::support::*;
use axum::{body::Bytes, http::Request};
use http_body_util::Full;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};

use crate::deployment::bootstrap::BINARIES;

pub type Http = Client<HttpConnector, Full<Bytes>>;

pub fn http() -> Http {
    Client::builder(TokioExecutor::new()).build_http()
}

/// A folder for one test, deleted at the test's end.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("afterword-{name}-{}", std::process::id()));
        // A run that was killed may have left a folder with this name.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).unwrap();
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A killed program may still write. Its files are in /tmp.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A child process that ends with its test: dropping it is a kill -9.
pub struct Process(Child);

impl Process {
    /// Starts the command and returns its output. The output must not be dropped before the command has written all of
    /// it.
    pub fn start(command: &mut Command) -> std::io::Result<(Self, BufReader<ChildStdout>)> {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let output = BufReader::new(child.stdout.take().unwrap());
        Ok((Self(child), output))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Both fail only if the process has already ended and was waited for.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A running `cargo dev`. Dropping it is a kill -9.
pub struct Dev {
    _process: Process,
    _output: BufReader<ChildStdout>,
    pub caller: Caller,
}

/// A client of the process, with the demo shop's key.
#[derive(Clone)]
pub struct Caller {
    http: Http,
    pub base_url: String,
    pub key: String,
}

impl Dev {
    /// Starts the process with this data and waits until it answers.
    pub fn start(folder: &Folder) -> Self {
        Self::with(folder, &[])
    }

    /// The same, with more options.
    pub fn with(folder: &Folder, more: &[&str]) -> Self {
        let log = File::options().append(true).create(true).open(folder.path().join("log")).unwrap();
        Self::logging(folder, &[&["--log=warn"], more].concat(), log)
    }

    /// The same, with its log there.
    pub fn logging(folder: &Folder, more: &[&str], log: impl Into<Stdio>) -> Self {
        let data = folder.path().join("data");
        let mut command = Command::new(&BINARIES["local"]);
        let options = ["--port=0", "--dynamodb-port=0", "--without-samples", "--data"];
        command.args(options).arg(&data).args(more).stderr(log);
        let (process, mut output) = Process::start(&mut command).unwrap();
        let mut greeting = String::new();
        output.read_line(&mut greeting).unwrap();
        let base_url = greeting.strip_prefix("Afterword runs at ").and_then(|rest| rest.split(',').next());
        let base_url =
            base_url.unwrap_or_else(|| panic!("{greeting}{:?}", fs::read_to_string(folder.path().join("log"))));
        let demo: Value = serde_json::from_slice(&fs::read(data.join("demo.json")).unwrap()).unwrap();
        assert_eq!(demo["base_url"], base_url);
        let key = demo["keys"]["api"].owned();
        let caller = Caller { http: http(), base_url: base_url.to_owned(), key };
        Self { _process: process, _output: output, caller }
    }
}

impl Caller {
    pub fn with_key(&self, key: &str) -> Self {
        Self { key: key.to_owned(), ..self.clone() }
    }

    /// Makes a call; an error if the process is killed meanwhile. A body that is no JSON is returned as text.
    pub async fn try_call(&self, method: &str, path: &str, body: Option<Value>) -> anyhow::Result<(u16, Value)> {
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.base_url))
            .header("authorization", format!("Bearer {}", self.key))
            .header("content-type", "application/json");
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        let (head, body) = self.http.request(request.body(body.into())?).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        let body = serde_json::from_slice(&body).unwrap_or_else(|_| String::from_utf8_lossy(&body).into());
        Ok((head.status.as_u16(), body))
    }

    pub async fn call(&self, method: &str, path: &str, body: Option<Value>) -> (u16, Value) {
        self.try_call(method, path, body).await.unwrap()
    }

    pub async fn get(&self, path: &str) -> Value {
        let (status, body) = self.call("GET", path, None).await;
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    pub async fn create(&self, fields: Value) -> Value {
        let (status, body) = self.call("POST", "/api/v1/review-requests/send", Some(fields)).await;
        assert_eq!(status, 201, "{body}");
        body
    }

    pub async fn advance(&self, seconds: u64) {
        let (status, body) = self.call("POST", "/local/clock", Some(json!({"advance_seconds": seconds}))).await;
        assert_eq!(status, 200, "{body}");
    }

    pub async fn inbox(&self) -> Vec<Value> {
        self.get("/local/inbox.json").await.list().clone()
    }

    pub async fn timeline(&self, id: u64) -> Vec<Value> {
        let body = self.get(&format!("/api/v1/review-requests/{id}/timeline")).await;
        body["timeline"].list().clone()
    }
}
