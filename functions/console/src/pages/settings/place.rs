//! *Say where you are*: the country of a new shop, from which time zone, language, sending hours and a reminder follow, its postal
//! address, and its privacy policy.

use domain::values::Language;
use edge::body::Fields;
use serde_json::{Map, Value, json};

use super::parts::setting;
use crate::fields::{Refused, Shown};
use crate::language::own_name;
use crate::parts::Viewer;
use crate::ui::country::{Proposal, countries, proposal};

/// The first card of the settings.
pub(super) struct PlaceForm {
    pub countries: Vec<CountryChoice>,
    pub country: String,
    /// The time zones of the chosen country, with the shop's own. Before a country is chosen, those of countries with several, below
    /// their names.
    pub zones: Vec<(&'static str, Vec<String>)>,
    pub zone: String,
    pub languages: Vec<(&'static str, &'static str)>,
    pub language: String,
    pub address: Shown,
    pub privacy: Shown,
    /// Whether the country, and the time zone, is invalid.
    pub wrong: [bool; 2],
}

pub(super) struct CountryChoice {
    pub code: &'static str,
    pub name: &'static str,
    pub proposal: Option<Proposal>,
}

impl PlaceForm {
    /// The card with the settings of now or, after an error, with what was typed.
    pub(super) fn new(viewer: &Viewer, now: &Value, typed: Option<Refused<'_>>) -> Self {
        let form = viewer.form("set");
        let text = |name: &str, now: &Value| match typed {
            Some(refused) => refused.fields.text(name).to_owned(),
            None => now.as_str().unwrap_or_default().to_owned(),
        };
        let wrong = ["country", "send_window"].map(|name| typed.is_some_and(|typed| typed.name == name));
        let country = text("country", &now["country"]);
        let zone = text("time_zone", &now["send_window"]["time_zone"]);
        let choice = |(code, name)| CountryChoice { code, name, proposal: proposal(code) };
        let countries: Vec<_> = countries(viewer.texts).into_iter().map(choice).collect();
        let zones_of = |choice: &CountryChoice| {
            let zones = choice.proposal.as_ref()?.zones.iter().map(|zone| (*zone).to_owned());
            Some((choice.name, zones.collect::<Vec<_>>()))
        };
        let own = countries.iter().find(|choice| choice.code == country).and_then(zones_of);
        let mut zones = match own {
            Some(own) => vec![own],
            None => countries.iter().filter_map(zones_of).filter(|(_, zones)| zones.len() > 1).collect(),
        };
        // A shop may keep the hours of another country.
        if !zone.is_empty() && !zones.iter().any(|(_, zones)| zones.contains(&zone)) {
            zones.insert(0, ("", vec![zone.clone()]));
        }
        Self {
            country,
            zones,
            zone,
            languages: Language::ALL.map(|language| (language.as_str(), own_name(language))).to_vec(),
            language: text("language", &now["language"]),
            address: setting("shop_address").show(&form, &now["shop_address"], typed),
            privacy: setting("privacy_url").show(&form, &now["privacy_url"], typed),
            countries,
            wrong,
        }
    }
}

/// The API's input for a form: what was left to the country comes from its proposal.
pub(super) fn input(fields: &Fields, now: &Value) -> Map<String, Value> {
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

/// What is said once the input was saved.
pub(super) fn said(viewer: &Viewer, input: &Map<String, Value>) -> String {
    // A window that is never closed has no hours to name.
    input.get("send_window").filter(|window| window["from"] != window["to"]).map_or_else(
        || viewer.texts.say("place-saved").to_string(),
        |window| {
            let part = |name: &str| window[name].as_str().unwrap_or_default();
            let said = viewer.texts.say("place-hours-saved").words("from", part("from")).words("to", part("to"));
            said.words("zone", part("time_zone")).to_string()
        },
    )
}
