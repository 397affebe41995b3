//! *Say where you are*: the country of a new shop, from which time zone, language, sending hours and a reminder follow, its postal
//! address, and its privacy policy.

use askama::Template;
use axum::http::StatusCode;
use domain::values::{Invalid, Language};
use edge::body::Fields;
use edge::native::settings::SettingsInput;
use serde_json::{Map, Value, json};

use super::parts::URL;
use super::{PLACE, context, settings};
use crate::click::{Click, refusable};
use crate::fields::{Context, Kind, Shown, spec};
use crate::form::{Failure, Flash, Served};
use crate::language::own_name;
use crate::pages::first_steps;
use crate::parts::Viewer;
use crate::respond::{Shell, framed};
use crate::steps;
use crate::ui::country::{Proposal, countries, proposal};

#[derive(Template)]
#[template(path = "place.html")]
struct PlacePage {
    shell: Shell,
    countries: Vec<CountryChoice>,
    country: String,
    /// The time zones of the chosen country. Before a country is chosen, those of countries with several, below their names.
    zones: Vec<(&'static str, Vec<&'static str>)>,
    zone: String,
    languages: Vec<(&'static str, &'static str)>,
    language: String,
    address: Shown,
    privacy: Shown,
    /// What is wrong with the country and with the time zone.
    wrong: [Option<String>; 2],
}

impl PlacePage {
    fn is_it(&self, chosen: &str, word: &str) -> bool {
        chosen == word
    }
}

struct CountryChoice {
    code: &'static str,
    name: &'static str,
    proposal: Option<Proposal>,
}

fn view(viewer: &Viewer, refused: Option<(&Fields, &str, Invalid)>) -> Result<PlacePage, Failure> {
    let now = settings(viewer)?;
    let context = Context { rule: refused.map(|(.., rule)| rule), ..context(viewer) };
    let text = |name: &str, now: &Value| match refused {
        Some((fields, ..)) => fields.text(name).to_owned(),
        None => now.as_str().unwrap_or_default().to_owned(),
    };
    let typed = refused.map(|(fields, wrong, _)| (fields, wrong));
    let wrong = ["country", "send_window"]
        .map(|name| typed.filter(|(_, wrong)| *wrong == name).map(|_| context.wrong(name, "")));
    let country = text("country", &now["country"]);
    let countries: Vec<_> = countries(viewer.texts)
        .into_iter()
        .map(|(code, name)| CountryChoice { code, name, proposal: proposal(code) })
        .collect();
    let zones_of = |choice: &CountryChoice| Some((choice.name, choice.proposal.as_ref()?.zones.clone()));
    let own = countries.iter().find(|choice| choice.code == country).and_then(zones_of);
    let zones = match own {
        Some(own) => vec![own],
        None => countries.iter().filter_map(zones_of).filter(|(_, zones)| zones.len() > 1).collect(),
    };
    Ok(PlacePage {
        shell: viewer.shell("settings"),
        country,
        zones,
        zone: text("time_zone", &now["send_window"]["time_zone"]),
        languages: Language::ALL.map(|language| (language.as_str(), own_name(language))).to_vec(),
        language: text("language", &now["language"]),
        address: spec("shop_address", Kind::Line("text", 300)).show(&context, &now["shop_address"], typed),
        privacy: spec("privacy_url", URL).show(&context, &now["privacy_url"], typed),
        countries,
        wrong,
    })
}

pub(crate) async fn show(Click { viewer, .. }: Click) -> Served {
    let page = view(&viewer, None)?;
    Ok(framed(StatusCode::OK, &page, &page.shell))
}

/// The API's input for a form: what was left to the country comes from its proposal.
fn input(fields: &Fields, now: &Value) -> Map<String, Value> {
    let typed = |name| Some(fields.text(name).trim()).filter(|typed| !typed.is_empty());
    let country = typed("country").unwrap_or_default();
    let proposal = proposal(country);
    let zone = typed("time_zone").or_else(|| proposal.as_ref()?.zones.first().copied());
    let language = typed("language").or_else(|| proposal.as_ref()?.language);
    let mut input = Map::from_iter([
        ("country".to_owned(), json!(country)),
        ("shop_address".to_owned(), json!(typed("shop_address"))),
        ("privacy_url".to_owned(), json!(typed("privacy_url"))),
    ]);
    input.extend(language.map(|language| ("language".to_owned(), json!(language))));
    let mut window = now["send_window"].clone();
    if window.is_null() {
        window = json!({"from": "09:00", "to": "20:00"});
        // Somebody who already has hours also knows the reminders.
        input.insert("default_reminders".to_owned(), json!(1));
    }
    if let Some(zone) = zone {
        window["time_zone"] = json!(zone);
        input.insert("send_window".to_owned(), window);
    }
    input
}

pub(crate) async fn save(Click { parts, viewer, fields, .. }: Click) -> Served {
    let input = input(&fields, &settings(&viewer)?);
    let said = input.get("send_window").map_or_else(
        || viewer.texts.say("place-saved").to_string(),
        |window| {
            let part = |name: &str| window[name].as_str().unwrap_or_default();
            let said = viewer.texts.say("place-hours-saved").words("from", part("from")).words("to", part("to"));
            said.words("zone", part("time_zone")).to_string()
        },
    );
    let change = match refusable(edge::body::read::<SettingsInput>(input)?.parse(&viewer.shop))? {
        Ok(change) => change,
        Err((field, rule)) => {
            let page = view(&viewer, Some((&fields, field, rule)))?;
            return Ok(framed(StatusCode::UNPROCESSABLE_ENTITY, &page, &page.shell));
        }
    };
    parts.settings.change(&viewer.caller(), &change, viewer.now).await?;
    let next = first_steps::after(&steps::PLACE, &parts, &viewer).await?;
    Ok(Flash::new(said).with_next(next).then(PLACE))
}
