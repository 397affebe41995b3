//! `/review/accessibility`, to which `/accessibility` leads: which barriers our tests look for on these pages, known limits, and
//! whom to tell about a barrier (Directive (EU) 2019/882, Annex V).
//!
//! Whoever changes what `tests/browser` looks at changes these texts, too.

use askama::Template;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use domain::shop::Shop;
use domain::values::{HttpsUrl, Mode, Tenant, TenantId};
use edge::body::Fields;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use store::shop::TenantRecord;
use texts::Texts;

use crate::failure::Served;
use crate::language::{Preferred, texts_and_theme};
use crate::parts::SharedParts;
use crate::respond::with_logo;
use crate::theme::Theme;

const VERSION: &str = env!("CARGO_PKG_VERSION");
/// When the released commit was made, in Unix seconds: `.ci/release` sets it. Other builds have no date.
const RELEASED_S: Option<&str> = option_env!("SOURCE_DATE_EPOCH");
/// What was tested, and what is known to be missing, by their texts.
const TESTED: [&str; 4] = ["access-axe", "access-languages", "access-size", "access-keys"];
const LIMITS: [&str; 4] = ["access-limit-people", "access-limit-photos", "access-limit-shop", "access-limit-mail"];

#[derive(Template)]
#[template(path = "accessibility.html")]
struct AccessibilityPage<'a> {
    texts: Texts,
    papers: Texts,
    theme: Theme<'a>,
    /// The shop to which the statement's reader may turn.
    shop_name: Option<&'a str>,
    contact_url: Option<&'a str>,
    version: String,
}

/// The accessibility statement
///
/// Says which tests looked for barriers on the pages for customers and readers, what is known to be missing, and whom to tell.
#[utoipa::path(
    get, path = "/review/accessibility", operation_id = "showAccessibility",
    params(("shop" = Option<String>, Query, description = "The id of a shop that shows its reviews, to which a reader may turn.")),
    responses((status = 200, body = String, content_type = "text/html", description = "The statement.")),
)]
pub(crate) async fn show(parts: SharedParts, preferred: Preferred, RawQuery(query): RawQuery) -> Served {
    let query = Fields::of_query(query.as_deref());
    let record = match TenantId::parse(query.text("shop")) {
        Ok(id) => {
            let tenant = Tenant { id, mode: Mode::Live };
            let record = parts.hub.store.tenant(&tenant).await?;
            record.and_then(TenantRecord::living).filter(|record| record.shows_reviews(&tenant))
        }
        Err(_) => None,
    };
    let shop = record.as_ref().map(|record| &record.shop);
    let Preferred(language) = preferred;
    let (texts, theme) =
        shop.map_or_else(|| (Texts::page(language), Theme::default()), |shop| texts_and_theme(preferred, shop));
    let papers = Texts::papers(texts.language());
    let page = AccessibilityPage {
        texts,
        papers,
        theme,
        shop_name: shop.map(|shop| shop.name.as_str()),
        contact_url: shop.and_then(|shop: &Shop| shop.contact_url.as_ref()).map(HttpsUrl::as_str),
        version: version(papers, RELEASED_S),
    };
    Ok(with_logo(StatusCode::OK, &page, theme))
}

/// Which version the statement is about, and of which day if it is a release.
fn version(papers: Texts, released_s: Option<&str>) -> String {
    let released = released_s.and_then(|seconds| Timestamp::from_second(seconds.parse().ok()?).ok());
    let Some(released) = released else { return papers.say("access-version").words("version", VERSION).to_string() };
    let day = released.to_zoned_datetime(TimeZone::UTC).date();
    let day = papers.day(day.year(), day.month(), day.day());
    papers.say("access-released").words("version", VERSION).words("day", &day).to_string()
}

#[cfg(test)]
mod tests {
    use domain::values::Language;

    use super::*;

    #[test]
    fn a_release_has_its_commits_day() {
        let said = |released| version(Texts::papers(Language::English), released);
        assert!(said(Some("1795737600")).contains(&format!("Afterword {VERSION} of 27 November 2026")));
        assert!(said(None).contains(&format!("Afterword {VERSION} and")));
    }
}
