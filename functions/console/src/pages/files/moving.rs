//! The form that starts an import: the file's format, the system whose product numbers it has, and how many reviews the
//! old system showed.

use app::import::SaidOfFile;
use domain::import::{DateOrder, HalfStars, ImportFault, ImportFormat, ImportOptions, SaidBefore};
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

/// `generic`, the last format, is missing because it needs `columns`, which only the API reads.
const FORMATS: &[&str] = ImportFormat::WORDS.split_at(ImportFormat::WORDS.len() - 1).0;

impl Choice {
    fn all(viewer: &Viewer, name: &str, words: &[&'static str], typed: &str) -> Vec<Self> {
        let choice = |word: &&'static str| Self {
            word,
            called: viewer.texts.say(&format!("files-{name}-{word}")).to_string(),
            is_chosen: typed == *word,
        };
        words.iter().map(choice).collect()
    }

    /// The first choice of a select, which names nothing.
    fn none(viewer: &Viewer, name: &str, end: &str) -> Self {
        Self { word: "", called: viewer.texts.say(&format!("files-{name}-{end}")).to_string(), is_chosen: false }
    }
}

/// What a kept file's import asks for: the name of the field, and its choices.
pub(super) fn asked(viewer: &Viewer, fault: ImportFault) -> (&'static str, Vec<Choice>) {
    match fault {
        ImportFault::PlatformNeeded => ("platform", Choice::all(viewer, "platform", &ShopSystem::WORDS, "")),
        _ => ("format", Choice::all(viewer, "format", FORMATS, "")),
    }
}

/// The answer to what an import asked for; `None` without one.
pub(super) fn answer(fields: &Fields) -> Option<SaidOfFile> {
    let format = ImportFormat::parse(fields.text("format")).map(SaidOfFile::Format);
    format.or_else(|| ShopSystem::parse(fields.text("platform")).map(SaidOfFile::Platform))
}

impl MoveForm {
    /// Whether the optional fields are shown: if they have values, or one is invalid.
    pub(super) fn is_detailed(&self) -> bool {
        let mut choices = [&self.dates, &self.half_stars].into_iter().flat_map(|choices| choices.iter().skip(1));
        let has_counts = !self.old_reviews.is_empty() || !self.old_average.is_empty();
        choices.any(|choice| choice.is_chosen) || has_counts || self.wrong == Some("files-old-wrong")
    }

    /// The form of a shop that is connected with this system, if with exactly one.
    pub(super) fn new(
        viewer: &Viewer,
        connected: Option<ShopSystem>,
        refused: Option<(&Fields, &'static str)>,
    ) -> Self {
        let typed = |name| refused.map_or("", |(fields, _)| fields.text(name));
        let with =
            |none, name, words| [none].into_iter().chain(Choice::all(viewer, name, words, typed(name))).collect();
        let choices = |name, words| with(Choice::none(viewer, name, "auto"), name, words);
        // Without exactly one connection, somebody has to choose.
        let platform = if connected.is_some() { "auto" } else { "choose" };
        Self {
            wrong: refused.map(|(_, wrong)| wrong),
            formats: choices("format", FORMATS),
            platforms: with(Choice::none(viewer, "platform", platform), "platform", &ShopSystem::WORDS),
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
