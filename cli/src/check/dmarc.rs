//! The DMARC policy of the domain from which emails are sent.

use std::net::SocketAddr;
use std::time::Duration;

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::RData;

use super::finding::{Check, Finding};
use super::identity::Sender;
use super::read::{Read, Unread};

/// The timeout of one DNS question; a resolver may need three.
const TIMEOUT: Duration = Duration::from_secs(4);

/// The record that applies: its name and its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    name: String,
    records: Vec<String>,
}

/// Finds the policy of a domain, or of the nearest domain above it that has one.
pub async fn policy(host: &str, resolver: Option<SocketAddr>) -> Read<Option<Policy>> {
    let unread = |error: NetError| Unread::new("dns:TXT", None, format!("_dmarc.{host}: {error}"));
    let resolver = resolve_with(resolver).map_err(unread)?;
    let mut domain = host;
    loop {
        let name = format!("_dmarc.{domain}");
        let records: Vec<String> = match resolver.txt_lookup(format!("{name}.")).await {
            Ok(lookup) => lookup.answers().iter().filter_map(|record| text(&record.data)).collect(),
            Err(error) if error.is_no_records_found() => Vec::new(),
            Err(error) => return Err(unread(error)),
        };
        let records: Vec<String> =
            records.into_iter().filter(|record: &String| record.starts_with("v=DMARC1")).collect();
        if !records.is_empty() {
            return Ok(Some(Policy { name, records }));
        }
        // A top-level domain has no policy for the domains below it.
        match domain.split_once('.') {
            Some((_, parent)) if parent.contains('.') => domain = parent,
            _ => return Ok(None),
        }
    }
}

fn resolve_with(server: Option<SocketAddr>) -> Result<TokioResolver, NetError> {
    let mut builder = match server {
        None => TokioResolver::builder_tokio()?,
        Some(server) => {
            let mut connection = ConnectionConfig::udp();
            connection.port = server.port();
            let server = NameServerConfig::new(server.ip(), true, vec![connection]);
            let config = ResolverConfig::from_name_servers(vec![server]);
            TokioResolver::builder_with_config(config, TokioRuntimeProvider::default())
        }
    };
    builder.options_mut().timeout = TIMEOUT;
    builder.build()
}

fn text(data: &RData) -> Option<String> {
    let RData::TXT(text) = data else { return None };
    Some(text.txt_data.iter().map(|part| String::from_utf8_lossy(part)).collect())
}

pub fn finding(policy: &Read<Option<Policy>>, from: Sender) -> Finding {
    let (check, host) = (Check::Dmarc, from.host());
    let add = format!("In its DNS: _dmarc.{host} TXT \"v=DMARC1; p=none; rua=mailto:postmaster@{host}\"");
    let Policy { name, records } = match policy {
        Err(unread) => return Finding::unknown(check, unread),
        Ok(None) => {
            let seen = format!("{host} has no DMARC record: Gmail and Yahoo refuse who sends much without one");
            return Finding::warn(check, seen, add);
        }
        Ok(Some(policy)) => policy,
    };
    let [record] = &records[..] else {
        return Finding::fail(
            check,
            format!("{name} has {} records, so none counts", records.len()),
            "Leave one of them in the DNS",
        );
    };
    let tag = |wanted: &str| {
        let mut tags = record.split(';').filter_map(|part| part.split_once('='));
        tags.find(|(tag, _)| tag.trim() == wanted).map(|(_, value)| value.trim())
    };
    if !matches!(tag("p"), Some("none" | "quarantine" | "reject")) {
        return Finding::fail(check, format!("{name} has no policy that counts: {record}"), add);
    }
    if tag("adkim") == Some("s") && host != from.domain {
        let seen = format!("{name} asks for signatures of {host} itself (adkim=s), and SES signs for {}", from.domain);
        return Finding::fail(
            check,
            seen,
            "Remove adkim=s in the DNS, or verify that domain in SES and deploy with it as MailDomain",
        );
    }
    Finding::pass(check, format!("{name}: {record}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::finding::Status;

    const FROM: Sender = Sender { address: "reviews@mail.example.com", domain: "example.com" };

    fn status(records: &[&str]) -> Status {
        let records = records.iter().map(|record| (*record).to_owned()).collect();
        finding(&Ok(Some(Policy { name: "_dmarc.example.com".to_owned(), records })), FROM).status
    }

    #[test]
    fn one_record_with_a_policy_counts() {
        assert_eq!(status(&["v=DMARC1; p=none"]), Status::Pass);
        assert_eq!(status(&["v=DMARC1;p=reject;adkim=r"]), Status::Pass);
        assert_eq!(status(&["v=DMARC1; p=reject; adkim=s"]), Status::Fail);
        assert_eq!(status(&["v=DMARC1; p=nothing"]), Status::Fail);
        assert_eq!(status(&["v=DMARC1; rua=mailto:a@example.com"]), Status::Fail);
        assert_eq!(status(&["v=DMARC1; p=none", "v=DMARC1; p=reject"]), Status::Fail);
        assert_eq!(finding(&Ok(None), FROM).status, Status::Warn);
        assert_eq!(finding(&Err(Unread::new("dns:TXT", None, "no answer")), FROM).status, Status::Unknown);
        let strict =
            Policy { name: "_dmarc.example.com".to_owned(), records: vec!["v=DMARC1; p=none; adkim=s".to_owned()] };
        let same = Sender { address: "reviews@example.com", ..FROM };
        assert_eq!(finding(&Ok(Some(strict)), same).status, Status::Pass);
    }
}
