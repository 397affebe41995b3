//! House rules: crates that know only those below, and the few things that each have one place.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use local::{RECEIVES_MAX, VISIBILITY_S};
use serde_json::Value;
use yaml_rust2::Yaml;

use crate::template::{self, resources, root, text_of};

/// The layers of crates: each knows the layers before its own, and of its own layer only itself.
const LAYERS: [&[&str]; 12] = [
    &["domain"],
    &["texts"],
    &["vault"],
    &["store"],
    &["app"],
    &["integrations", "members"],
    &["edge"],
    &["functions/*"],
    &["small-aws"],
    &["local"],
    &["tests/left-out"],
    &["tests", "bench", "bench/hello"],
];
/// The files in which the time is read, and those in which bytes are drawn: the product's for the one, the product's
/// and the small AWS's own for the other.
const CLOCK: &[&str] = &["shared/app/src/clock.rs"];
const CHANCE: &[&str] = &["shared/vault/src/random.rs", "small-aws/src/small_aws.rs"];
/// The folder in which keys are made.
const KEYS: &str = "shared/store/src/table/keys";

#[test]
fn forms_guesses_and_searches_have_throttles_of_their_own() {
    let routes = resources("AWS::ApiGatewayV2::Route");
    let key = |route: &Yaml| text_of(&route["Properties"]["RouteKey"]);
    let [(_, stage)] = &resources("AWS::ApiGatewayV2::Stage")[..] else { panic!("one stage") };
    let settings = stage["Properties"]["RouteSettings"].as_hash().unwrap();
    let defaults = template::parameters();
    let default = |name: &str| {
        let (_, value) = defaults.iter().find(|(parameter, _)| parameter == name).unwrap();
        value.as_ref().unwrap().parse::<i64>().unwrap()
    };
    let (rate, burst) = (default("ThrottleRate"), default("ThrottleBurst"));
    let mut throttled = BTreeSet::new();
    for (route, limits) in settings {
        // A route's settings hide the stage's, and CloudFormation writes them with the stage.
        assert!((1..rate).contains(&limits["ThrottlingRateLimit"].as_i64().unwrap()), "{route:?}");
        assert!((1..burst).contains(&limits["ThrottlingBurstLimit"].as_i64().unwrap()), "{route:?}");
        let (name, _) = routes.iter().find(|(_, declared)| key(declared) == text_of(route)).unwrap();
        assert!(stage["DependsOn"].as_vec().unwrap().iter().any(|first| text_of(first) == *name), "{name}");
        throttled.insert(text_of(route));
    }
    let forms = edge::ROUTES.iter().filter(|route| route.function == "hub" && route.method == "POST");
    let forms = forms.map(|route| format!("{} {}", route.method, route.path));
    let searches = [
        "POST /reviews/v2/review-requests/query",
        "POST /reviews/v2/review-requests/count",
        "POST /reviews/v1/reviews/query",
        "POST /_api/reviews/v1/reviews/query",
        "POST /reviews/v1/reviews/count",
        "POST /_api/reviews/v1/reviews/count",
        "POST /reviews/v1/bulk/reviews/create",
        "POST /reviews/v1/bulk/reviews/delete",
        "POST /reviews/v1/bulk/reviews/moderate",
    ];
    // HEAD of a code is among the other methods.
    let guessed = ["GET /r/{code}", "ANY /r/{proxy+}"].map(str::to_owned);
    let asked = edge::ROUTES.iter().filter(|route| route.method == "OPTIONS");
    let public = asked.map(|route| format!("GET {}", route.path));
    for route in forms.chain(searches.map(str::to_owned)).chain(guessed).chain(public) {
        assert!(throttled.contains(&route), "{route}");
    }
}

#[test]
fn the_small_aws_keeps_messages_as_the_template_says() {
    let queues = resources("AWS::SQS::Queue");
    for polled in ["SendQueue", "MailEventsQueue", "PrivacyQueue", "ImportQueue"] {
        let (_, queue) = queues.iter().find(|(name, _)| name == polled).unwrap();
        let properties = &queue["Properties"];
        assert_eq!(properties["VisibilityTimeout"].as_i64(), Some(VISIBILITY_S));
        assert_eq!(properties["RedrivePolicy"]["maxReceiveCount"].as_i64(), Some(RECEIVES_MAX.into()));
    }
}

#[test]
fn crates_know_only_those_below() {
    let packages = packages();
    let layer = |folder: &str| {
        let name = folder.strip_prefix("shared/").unwrap_or(folder);
        let name = if name.starts_with("functions/") { "functions/*" } else { name };
        LAYERS.iter().position(|layer| layer.contains(&name)).unwrap_or_else(|| panic!("{folder} is in no layer"))
    };
    for package in &packages {
        for known in packages.iter().filter(|other| package.knows.contains(&other.name)) {
            assert!(layer(&known.folder) < layer(&package.folder), "{} knows {}", package.folder, known.folder);
        }
    }
}

#[test]
fn time_and_chance_have_one_place_each() {
    let clock = ["Timestamp::now", "SystemTime::now", "Zoned::now"];
    let chance = ["rand::", "SystemRandom", "getrandom", "RandomState"];
    for (names, allowed) in [(&clock[..], CLOCK), (&chance, CHANCE)] {
        occur_only_in(allowed, &["functions", "shared", "small-aws", "local"], |text| {
            names.iter().find(|name| text.contains(**name)).copied()
        });
    }
}

#[test]
fn key_separators_are_in_one_place() {
    // What local/ asks the table for, it asks from below.
    for (path, text) in sources(&["functions", "shared"]) {
        let separates = |literal: &str| {
            let bare = literal.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
            bare.len() < literal.len() && bare.starts_with('#') && (bare.len() == 1 || bare.starts_with("#{"))
        };
        let found = text.split('"').find(|literal| separates(literal));
        assert!(found.is_none() || path.starts_with(KEYS), "{path} has {found:?}");
    }
}

fn occur_only_in(allowed: &[&str], folders: &[&str], find: impl Fn(&str) -> Option<&str>) {
    for (path, text) in sources(folders) {
        let found = find(&text);
        assert!(found.is_none() || allowed.contains(&path.as_str()), "{path} has {found:?}");
    }
    for path in allowed {
        assert!(find(&fs::read_to_string(root().join(path)).unwrap()).is_some(), "{path} is allowed for nothing");
    }
}

/// A crate of the workspace.
struct Package {
    name: String,
    folder: String,
    /// The crate's dependencies of every kind.
    knows: Vec<String>,
}

fn packages() -> Vec<Package> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version=1", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let names =
        |list: &Value| -> Vec<String> { list.as_array().unwrap().iter().map(|entry| text(&entry["name"])).collect() };
    let base = text(&metadata["workspace_root"]);
    let packages = metadata["packages"].as_array().unwrap().iter().map(|package| {
        let manifest = PathBuf::from(text(&package["manifest_path"]));
        Package {
            name: text(&package["name"]),
            folder: manifest.parent().unwrap().strip_prefix(&base).unwrap().display().to_string(),
            knows: names(&package["dependencies"]),
        }
    });
    packages.collect()
}

#[test]
fn every_message_that_is_said_exists() {
    let english = fs::read_to_string(root().join("shared/texts/languages/en.ftl")).unwrap();
    let console = files(&root().join("shared/texts/console/en"), "ftl");
    let texts = console.iter().map(|path| fs::read_to_string(path).unwrap());
    let english = std::iter::once(english).chain(texts).collect::<Vec<_>>().join("\n");
    let ids: BTreeSet<_> = english.lines().filter_map(|line| line.split_once(" = ")).map(|(id, _)| id).collect();
    let paths = ["rs", "html", "txt"].iter().flat_map(|extension| {
        ["functions", "shared/app"].iter().flat_map(|folder| files(&root().join(folder), extension))
    });
    let mut said = 0;
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        for id in text.split("say(\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            said += 1;
            assert!(ids.contains(id), "{}: there is no message {id}", path.display());
        }
    }
    assert!(said > 150, "{said}");
}

/// The Rust files below these folders: path from the root, and text.
fn sources(folders: &[&str]) -> Vec<(String, String)> {
    let root = root().canonicalize().unwrap();
    let paths = folders.iter().flat_map(|folder| files(&root.join(folder), "rs"));
    paths
        .map(|path| (path.strip_prefix(&root).unwrap().display().to_string(), fs::read_to_string(&path).unwrap()))
        .collect()
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = entries.flat_map(|path| if path.is_dir() { files(&path, extension) } else { vec![path] });
    below.filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
