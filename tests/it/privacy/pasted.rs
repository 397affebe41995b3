//! The commands of `docs/operate.md`, "After a restore", pasted into a shell. The AWS CLI calls the world's bucket and queue; all else
//! that would be stopped, restored or started is only noted.

use std::fs;
use std::net::Ipv4Addr;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};

use local::{PHOTOS_BUCKET, TABLE, deployed_name};
use small_aws::{CREDENTIALS, REGION};

use crate::deployment::template::{functions, resources};
use crate::dev::process::Folder;
use crate::repository::docs::markdown::Document;
use crate::support::*;

/// In place of the programs `aws` and `afterword`.
const PROGRAM: &str = r#"#!/bin/sh
echo "${0##*/} $*" >>"$CALLS"
case "$1 $*" in
  s3api*|sqs*) PATH=$ELSEWHERE exec aws --endpoint-url "$ENDPOINT" "$@" ;;
  *AWS::Lambda::EventSourceMapping*) printf %s "$MAPPINGS" ;;
  *AWS::Lambda::Function*) printf %s "$FUNCTIONS" ;;
  *get-function-concurrency*) echo None ;;
  *create-backup*) echo arn:of-the-backup ;;
esac
"#;

/// Pastes all commands into this shell, which restore the table to this moment, and returns the calls of `aws` and `afterword`, sorted:
/// some run at the same time.
pub async fn into_shell(shop: &Shop, shell: &'static [&'static str], to: Timestamp) -> Vec<String> {
    let page = Document::read("docs/operate.md").text;
    let section = page.split("\n## ").find(|section| section.starts_with("After a restore\n")).unwrap();
    let page = Document { path: String::new(), text: section.to_owned() };
    let commands = page.blocks().into_iter().filter(|block| block.language == "sh");
    let commands: Vec<_> = commands.map(|block| &page.text[block.content]).collect();
    let day = (to - DAY).to_string();
    let [example, chosen] = [("2026-11-20T07:40:00Z", "2026-11-19"), (&*to.to_string(), &day[..10])]
        .map(|(to, day)| format!("T={to} DAY={day}\n"));
    let commands = commands.concat().replacen(&example, &chosen, 1);
    assert!(commands.contains(&chosen), "the page's example is another one: {commands}");

    let (endpoint, _aws) = shop.aws().listen((Ipv4Addr::LOCALHOST, 0).into()).await.unwrap();
    let folder = Folder::new(&format!("pasted-{}", shell[0]));
    let at = |name: &str| folder.path().join(name).display().to_string();
    fs::create_dir(at("programs")).unwrap();
    for name in ["programs/aws", "programs/afterword"] {
        fs::write(at(name), PROGRAM).unwrap();
        fs::set_permissions(at(name), fs::Permissions::from_mode(0o755)).unwrap();
    }
    fs::write(at("commands"), commands).unwrap();
    let elsewhere = std::env::var("PATH").unwrap();
    let mapping = |(name, _): (String, _)| format!("{name}\tid-of-{name}\n");
    let function = |binary: &str| format!("Of{binary}\t{}\n", deployed_name(binary));
    let mut pasted = Command::new(shell[0]);
    pasted.args(&shell[1..]).current_dir(folder.path()).stdin(fs::File::open(at("commands")).unwrap());
    pasted.stdout(Stdio::null()).stderr(Stdio::null());
    pasted.env("PATH", format!("{}:{elsewhere}", at("programs"))).env("ELSEWHERE", elsewhere).env("CALLS", at("calls"));
    pasted.env("ENDPOINT", format!("http://{endpoint}")).env("no_proxy", "127.0.0.1").env("AWS_DEFAULT_REGION", REGION);
    pasted.env("AWS_ACCESS_KEY_ID", CREDENTIALS.0).env("AWS_SECRET_ACCESS_KEY", CREDENTIALS.1);
    pasted.env("MAPPINGS", resources("AWS::Lambda::EventSourceMapping").into_iter().map(mapping).collect::<String>());
    pasted.env("FUNCTIONS", functions().iter().map(|declared| function(&declared.binary)).collect::<String>());
    pasted.env("TABLE", TABLE).env("BUCKET", PHOTOS_BUCKET).env("QUEUE", Work::Privacy.url());
    let ended = tokio::task::spawn_blocking(move || pasted.status()).await.unwrap().expect("the shell runs");
    assert!(ended.success(), "{ended}");
    let calls = fs::read_to_string(at("calls")).unwrap();
    let mut calls: Vec<_> = calls.lines().map(str::to_owned).collect();
    calls.sort();
    calls
}
