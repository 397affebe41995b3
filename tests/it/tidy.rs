//! House rules: one name for a function everywhere, crates that know only those below, and the few
//! things that each have one place.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use local::{RECEIVES_MAX, VISIBILITY_S};
use serde_json::Value;
use yaml_rust2::Yaml;

use crate::template::{self, functions, resources, root, text_of};

/// The layers of crates: each knows the layers before its own, and of its own layer only itself.
const LAYERS: [&[&str]; 11] = [
    &["domain"],
    &["texts"],
    &["vault"],
    &["store"],
    &["app"],
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
const KEYS: &[&str] = &[
    "shared/store/src/table/keys.rs",
    "shared/store/src/table/keys/console.rs",
    "shared/store/src/table/keys/due.rs",
    "shared/store/src/table/keys/imports.rs",
    "shared/store/src/table/keys/integrations.rs",
    "shared/store/src/table/keys/operator.rs",
    "shared/store/src/table/keys/outcomes.rs",
    "shared/store/src/table/keys/person.rs",
    "shared/store/src/table/keys/webhooks.rs",
];

/// Words of each dialect's JSON that are no words of another's, nor of the domain's.
const DIALECTS: [(&str, &[&str]); 5] = [
    ("functions/create-request", &["skip_email"]),
    ("functions/invitations-api", &["review_url", "\"order_ref\""]),
    ("functions/beacon-api", &["reminders_count", "first_page_url", "has_subscription\"", "location_slug\""]),
    ("functions/wix-api", &["catalogItemId", "contactId", "applicationError", "fieldViolations", "cursorPaging"]),
    ("shared/edge", &["duplicate_request"]),
];
/// The files and folders that know a dialect's shapes; the OpenAPI document is made of them.
const SHAPES: [&str; 4] = ["wire", "error", "openapi", "native"];

const MAIN_LINES_MAX: usize = 40;
const FILE_LINES_MAX: usize = 400;

#[test]
fn a_function_has_one_name_everywhere() {
    let folders = set(folders("functions"));
    let declared = functions();
    assert_eq!(set(declared.iter().map(|function| function.binary.clone())), folders, "template.yaml");
    for function in declared {
        assert_eq!(function.folder, format!("functions/{}", function.binary), "CodeUri");
        assert_eq!(kebab(&function.resource), function.binary, "the resource's name");
    }
    let binaries = packages().into_iter().filter(|package| package.folder.starts_with("functions/"));
    let binaries: Vec<_> = binaries.map(|package| (package.folder, package.name, package.binaries)).collect();
    let expected = folders.iter().map(|name| (format!("functions/{name}"), name.clone(), vec![name.clone()]));
    assert_eq!(set(binaries), set(expected), "folder, crate and binaries");
    let events = files(&root().join("events"), "json");
    assert_eq!(
        set(events.iter().map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())),
        folders,
        "events/"
    );
}

#[test]
fn template_routes_are_the_routers_routes() {
    // HEAD is its GET, and $default is where everything else falls.
    let ours = edge::ROUTES.iter().map(|route| (route.key(), route.function.to_owned()));
    let integrations = resources("AWS::ApiGatewayV2::Integration");
    let function_of = |target: &str| {
        let name = target.strip_prefix("integrations/${").and_then(|name| name.strip_suffix('}'));
        let (_, integration) = integrations.iter().find(|(found, _)| Some(found.as_str()) == name).unwrap();
        kebab(text_of(&integration["Properties"]["IntegrationUri"]).strip_suffix(".Alias").unwrap())
    };
    let theirs = resources("AWS::ApiGatewayV2::Route").into_iter().map(|(_, route)| {
        let properties = &route["Properties"];
        (text_of(&properties["RouteKey"]), function_of(&text_of(&properties["Target"])))
    });
    let (ours, theirs) = (set(ours), set(theirs));
    let twin = |(key, function): &(String, String)| {
        let get = key.strip_prefix("HEAD ").map(|path| format!("GET {path}"));
        key == "$default" || get.is_some_and(|get| ours.contains(&(get, function.clone())))
    };
    assert_eq!(set(theirs.into_iter().filter(|route| !twin(route))), ours);
}

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
fn head_reaches_the_function_of_its_get() {
    let routes = resources("AWS::ApiGatewayV2::Route");
    let routes = routes.iter().map(|(_, route)| {
        let property = |name: &str| text_of(&route["Properties"][name]);
        (property("RouteKey"), property("Target"))
    });
    let routes: BTreeMap<_, _> = routes.collect();
    // API Gateway prefers a route of the method to one of ANY, and both to the default.
    let target = |method: &str, path: &str| {
        let fits = |key: &str| {
            let route = edge::ROUTES.iter().find(|route| key == format!("ANY {}", route.path));
            route.is_some_and(|route| route.matches(path))
        };
        let any = || routes.iter().find(|(key, _)| fits(key)).map(|(_, target)| target);
        routes.get(&format!("{method} {path}")).or_else(any).unwrap_or(&routes["$default"])
    };
    for key in routes.keys() {
        if let Some(path) = key.strip_prefix("GET ") {
            assert_eq!(target("HEAD", path), target("GET", path), "HEAD {path}");
        }
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
fn the_list_of_functions_is_whole() {
    let listed = local::functions::crate_names().map(|name| name.replace('_', "-"));
    assert_eq!(set(listed), set(folders("functions")));
}

#[test]
fn main_files_are_short() {
    for name in folders("functions") {
        let path = root().join("functions").join(name).join("src/main.rs");
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines < MAIN_LINES_MAX, "{} has {lines} lines", path.display());
    }
}

#[test]
fn no_file_is_long() {
    for (path, text) in sources(&["functions", "shared"]) {
        let lines = text.lines().count();
        assert!(lines <= FILE_LINES_MAX, "{path} has {lines} lines");
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
fn a_dialects_shapes_are_in_its_own_wire_and_error_files() {
    for (path, text) in sources(&["functions", "shared"]) {
        for (home, words) in DIALECTS {
            let shapes = path.strip_prefix(home).and_then(|path| path.strip_prefix("/src/"));
            let allowed = shapes.is_some_and(|path| SHAPES.contains(&path.split(['.', '/']).next().unwrap()));
            let found = words.iter().find(|word| text.contains(**word));
            assert!(found.is_none() || allowed, "{path} knows {found:?} of {home}");
        }
    }
    for (home, words) in DIALECTS {
        let texts: String = sources(&[home]).into_iter().map(|(_, text)| text).collect();
        for word in words {
            assert!(texts.contains(word), "{home} has no {word}");
        }
    }
}

#[test]
fn key_separators_are_in_one_place() {
    // What local/ asks the table for, it asks from below.
    occur_only_in(KEYS, &["functions", "shared"], |text| {
        let separates = |literal: &str| {
            let bare = literal.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
            bare.len() < literal.len() && bare.starts_with('#') && (bare.len() == 1 || bare.starts_with("#{"))
        };
        text.split('"').find(|literal| separates(literal))
    });
}

#[test]
fn every_test_is_run() {
    // A crate without tests says `test = false`, which saves a link of the whole SDK; a test added later would be silent.
    for package in packages() {
        for (path, text) in sources(&[&format!("{}/src", package.folder)]) {
            let binary = path.ends_with("/main.rs") || path.contains("/bin/");
            assert!(!text.contains("#[cfg(test)]") || (package.tests && !binary), "{path}: its Cargo.toml skips tests");
            let example = ["/// ```", "//! ```"].iter().any(|fence| text.contains(fence));
            assert!(!example || package.doctests, "{path}: its Cargo.toml skips examples");
        }
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
pub(crate) struct Package {
    name: String,
    pub(crate) folder: String,
    binaries: Vec<String>,
    /// Whether `cargo test` runs its library's tests.
    tests: bool,
    /// Whether it runs the examples in its comments.
    doctests: bool,
    /// The crate's dependencies of every kind.
    knows: Vec<String>,
}

pub(crate) fn packages() -> Vec<Package> {
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
        let targets = package["targets"].as_array().unwrap();
        let binaries = targets.iter().filter(|target| target["kind"][0] == "bin").map(|target| text(&target["name"]));
        let library = targets.iter().find(|target| target["kind"][0] == "lib");
        // A crate that is a program alone has its tests there.
        let tested = library.or_else(|| targets.iter().find(|target| target["kind"][0] == "bin"));
        Package {
            name: text(&package["name"]),
            folder: manifest.parent().unwrap().strip_prefix(&base).unwrap().display().to_string(),
            binaries: binaries.collect(),
            tests: tested.is_some_and(|target| target["test"] == true),
            doctests: library.is_some_and(|library| library["doctest"] == true),
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

pub(crate) fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = entries.flat_map(|path| if path.is_dir() { files(&path, extension) } else { vec![path] });
    below.filter(|path| path.extension().is_some_and(|found| found == extension)).collect()
}

fn folders(parent: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(parent)).unwrap().map(|entry| entry.unwrap());
    entries.filter(|entry| entry.path().is_dir()).map(|entry| entry.file_name().into_string().unwrap()).collect()
}

/// `SendRequest` as `send-request`.
fn kebab(camel: &str) -> String {
    let words = camel.chars().flat_map(|letter| {
        let hyphen = letter.is_ascii_uppercase().then_some('-');
        hyphen.into_iter().chain([letter.to_ascii_lowercase()])
    });
    words.collect::<String>().trim_start_matches('-').to_owned()
}

fn set<T: Ord>(names: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    names.into_iter().collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
