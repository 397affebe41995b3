//! The form that starts an import: the file's format, the system whose product numbers it has, and how many reviews the
//! old system showed.

use domain::import::{DateOrder, HalfStars, ImportFormat, ImportOptions, SaidBefore};
use domain::values::ShopSystem;
use edge::body::{Fields, whole};

use crate::viewer::Viewer;

pub(super) struct MoveForm {
    /// The reason for which the form is shown again.
    pub wrong: Option<&'static str>,
    pub formats: Vec<Choice>,
    pub platforms: Vec<Choice>,
    pub dates: Vec<Choice>,
    pub half_stars: Vec<Choice>,
    pub old_reviews: String,
    pub old_average: String,
}

/// An option of a select.
pub(super) struct Choice {
    pub word: &'static str,
    pub called: String,
    pub is_chosen: bool,
}

impl MoveForm {
    /// Whether the optional fields are shown: if they have values, or one is invalid.
    pub(super) fn is_detailed(&self) -> bool {
        let mut choices = [&self.dates, &self.half_stars].into_iter().flat_map(|choices| choices.iter().skip(1));
        let has_counts = !self.old_reviews.is_empty() || !self.old_average.is_empty();
        choices.any(|choice| choice.is_chosen) || has_counts || self.wrong == Some("files-old-wrong")
    }

    pub(super) fn new(viewer: &Viewer, refused: Option<(&Fields, &'static str)>) -> Self {
        let typed = |name| refused.map_or("", |(fields, _)| fields.text(name));
        let choices = |name: &'static str, words: &[&'static str]| {
            let choice = |word: &&'static str| Choice {
                word,
                called: viewer
                    .texts
                    .say(&format!("files-{name}-{}", if word.is_empty() { "auto" } else { word }))
                    .to_string(),
                is_chosen: typed(name) == *word,
            };
            [""].iter().chain(words).map(choice).collect::<Vec<_>>()
        };
        Self {
            wrong: refused.map(|(_, wrong)| wrong),
            // `generic`, the last format, is missing because it needs `columns`, which only the API reads.
            formats: choices("format", &ImportFormat::WORDS[..ImportFormat::WORDS.len() - 1]),
            platforms: choices("platform", &ShopSystem::WORDS),
            dates: choices("dates", &DateOrder::WORDS),
            half_stars: choices("half_stars", &[HalfStars::Up, HalfStars::Down].map(HalfStars::as_str)),
            old_reviews: typed("old_reviews").to_owned(),
            old_average: typed("old_average").to_owned(),
        }
    }
}

/// The format that a form names: `None` if it is unknown, `Some(None)` if the headings decide.
#[expect(clippy::option_option, reason = "unknown and unnamed are two things")]
pub(super) fn format(fields: &Fields) -> Option<Option<ImportFormat>> {
    match fields.find("format") {
        None | Some("" | "auto") => Some(None),
        Some(word) => ImportFormat::parse(word).map(Some),
    }
}

/// The options for the file.
/// Errors: The id of the text that says what is wrong.
pub(super) fn options(fields: &Fields) -> Result<ImportOptions, &'static str> {
    let (reviews, average) = (fields.text("old_reviews").trim(), fields.text("old_average").trim());
    let reviews = if reviews.is_empty() { None } else { Some(whole(reviews).ok_or("files-old-wrong")?) };
    let average_hundredths =
        if average.is_empty() { None } else { Some(hundredths(average).ok_or("files-old-wrong")?) };
    Ok(ImportOptions {
        platform: ShopSystem::parse(fields.text("platform")),
        dates: DateOrder::parse(fields.text("dates")),
        half_stars: HalfStars::parse(fields.text("half_stars")).unwrap_or_default(),
        said: reviews.map(|reviews| SaidBefore { reviews: u64::from(reviews), average_hundredths }),
        ..ImportOptions::default()
    })
}

/// An average such as `4.7` or `4,72` in hundredths.
fn hundredths(text: &str) -> Option<u32> {
    let text = text.replace(',', ".");
    let (whole_stars, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let is_short = fraction.len() <= 2 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let fraction: u32 = format!("{fraction:0<2}").parse().ok().filter(|_| is_short)?;
    let average = whole(whole_stars)?.checked_mul(100)?.checked_add(fraction)?;
    (100..=500).contains(&average).then_some(average)
}
