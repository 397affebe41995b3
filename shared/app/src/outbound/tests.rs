//! Nothing that a shop names leads into our own network. All receivers are on loopback.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use aws_smithy_async::rt::sleep::TokioSleep;
use domain::values::Reach;

use super::*;

const WITHIN: Duration = Duration::from_secs(5);

/// A name server that gives one answer to the first question, and another answer to every later one.
#[derive(Debug, Clone)]
struct Names {
    first: &'static [&'static str],
    later: &'static [&'static str],
    asked: Arc<AtomicUsize>,
}

impl Names {
    fn always(answer: &'static [&'static str]) -> Self {
        Self { first: answer, later: answer, asked: Arc::default() }
    }
}

impl ResolveDns for Names {
    fn resolve_dns<'a>(&'a self, _name: &'a str) -> DnsFuture<'a> {
        let is_first = self.asked.fetch_add(1, Ordering::SeqCst) == 0;
        let answer = if is_first { self.first } else { self.later };
        DnsFuture::ready(Ok(answer.iter().map(|address| address.parse().unwrap()).collect()))
    }
}

/// A host that gives the same answer to every connection, and counts connections.
struct Host {
    port: u16,
    connections: Arc<AtomicUsize>,
}

impl Host {
    fn answering(address: Ipv4Addr, port: u16, answer: String) -> Self {
        let listener = TcpListener::bind((address, port)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let connections = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&connections);
        thread::spawn(move || {
            for stream in listener.incoming() {
                counted.fetch_add(1, Ordering::SeqCst);
                let (mut stream, mut bytes) = (stream.unwrap(), [0; 4_096]);
                let _ = stream.read(&mut bytes);
                let _ = stream.write_all(answer.as_bytes());
            }
        });
        Self { port, connections }
    }

    fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }
}

fn ok(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len())
}

fn sdk() -> SdkConfig {
    SdkConfig::builder().sleep_impl(TokioSleep::new()).build()
}

/// `http` replaces `https`, so that the hosts need no certificates. Only the name and the port matter here.
fn named(port: u16) -> String {
    format!("http://hooks.example:{port}/")
}

async fn post(outbound: &Outbound, url: &str) -> Result<u16, CallError> {
    let sent = outbound.send("POST", url, &[], Bytes::from_static(b"{}"));
    outbound.within(WITHIN, sent).await.map(|answer| answer.status().as_u16())
}

#[tokio::test]
async fn a_name_with_any_address_that_is_not_public_is_not_called() {
    let host = Host::answering(Ipv4Addr::LOCALHOST, 0, ok(""));
    for answer in [
        &["127.0.0.1"] as &[&str],
        &["1.1.1.1", "127.0.0.1"],
        &["127.0.0.1", "1.1.1.1"],
        &["::ffff:127.0.0.1"],
        &["169.254.169.254"],
    ] {
        let outbound = Outbound::guarded(&sdk(), Names::always(answer), is_public);
        assert_eq!(post(&outbound, &named(host.port)).await, Err(CallError::NotPublic), "{answer:?}");
    }
    assert_eq!(host.connections(), 0);
}

async fn get(outbound: &Outbound, url: &str, bytes_max: usize) -> Result<Response<Bytes>, CallError> {
    read(outbound.send("GET", url, &[], Bytes::new()), bytes_max).await
}

/// The machine's resolver reads a host that looks like a number as an address.
#[tokio::test]
async fn decimal_octal_and_hexadecimal_addresses_are_not_called() {
    let host = Host::answering(Ipv4Addr::LOCALHOST, 0, ok(""));
    let outbound = Outbound::new(&sdk());
    for name in ["2130706433", "017700000001", "0x7f000001", "0x7f.1", "127.1", "0177.0.0.01", "localhost"] {
        let url = format!("http://{name}:{}/", host.port);
        let answer = post(&outbound, &url).await;
        assert!(matches!(answer, Err(CallError::NotPublic | CallError::NotConnected)), "{name}: {answer:?}");
        assert!(RemoteUrl::parse(&url.replacen("http", "https", 1), Reach::Local).is_err(), "{name}");
    }
    assert_eq!(host.connections(), 0);
}

/// Stands for the internet: another address of this machine.
fn is_other(address: IpAddr) -> bool {
    address == IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2))
}

#[tokio::test]
async fn a_name_that_changes_its_mind_is_called_where_it_was_checked() {
    let host = Host::answering(Ipv4Addr::new(127, 0, 0, 2), 0, ok(""));
    let inside = Host::answering(Ipv4Addr::LOCALHOST, host.port, ok(""));
    let names = Names { later: &["127.0.0.1"], ..Names::always(&["127.0.0.2"]) };
    let outbound = Outbound::guarded(&sdk(), names.clone(), is_other);
    assert_eq!(post(&outbound, &named(host.port)).await, Ok(200));
    assert_eq!(names.asked.load(Ordering::SeqCst), 1, "the checked address is the one that is called");
    // The connection is not used again, so the next call resolves the name again, and is refused.
    assert_eq!(post(&outbound, &named(host.port)).await, Err(CallError::NotPublic));
    assert_eq!((host.connections(), inside.connections()), (1, 0));
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let inside = Host::answering(Ipv4Addr::LOCALHOST, 0, ok(""));
    for status in [301, 302, 303, 307, 308] {
        let to = format!("http://127.0.0.1:{}/", inside.port);
        let answer =
            format!("HTTP/1.1 {status} Moved\r\nlocation: {to}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        let host = Host::answering(Ipv4Addr::new(127, 0, 0, 2), 0, answer);
        let outbound = Outbound::guarded(&sdk(), Names::always(&["127.0.0.2"]), is_other);
        assert_eq!(post(&outbound, &named(host.port)).await, Ok(status));
        assert_eq!(get(&outbound, &named(host.port), 9).await.unwrap().status(), status);
    }
    assert_eq!(inside.connections(), 0);
}

#[tokio::test]
async fn a_file_is_read_up_to_its_bound() {
    let host = Host::answering(Ipv4Addr::new(127, 0, 0, 2), 0, ok("0123456789"));
    let outbound = Outbound::guarded(&sdk(), Names::always(&["127.0.0.2"]), is_other);
    let got = get(&outbound, &named(host.port), 10).await.unwrap();
    assert_eq!(got.into_body(), Bytes::from_static(b"0123456789"));
    assert_eq!(get(&outbound, &named(host.port), 9).await.unwrap_err(), CallError::TooLong);
}

#[tokio::test]
async fn a_host_that_says_nothing_is_left_and_one_that_does_not_listen_is_no_connection() {
    let listener = TcpListener::bind((Ipv4Addr::new(127, 0, 0, 2), 0)).unwrap();
    let url = named(listener.local_addr().unwrap().port());
    let outbound = Outbound::guarded(&sdk(), Names::always(&["127.0.0.2"]), is_other);
    let answer = outbound.within(Duration::ZERO, outbound.send("POST", &url, &[], Bytes::new())).await;
    assert_eq!(answer.map(drop), Err(CallError::TimedOut));
    drop(listener);
    assert_eq!(post(&outbound, &url).await, Err(CallError::NotConnected));
}
