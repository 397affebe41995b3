//! Turns a row's cells into a review. A fault in stars, date, product or platform prevents the review; other faults become notes.
//! A row that comments on a review is skipped.

use std::collections::HashMap;
use std::sync::Arc;

use domain::import::{ImportFault, ImportOptions};
use domain::review::{
    DisplayName, ExternalId, Fact, Facts, Headline, IMPORTED_PHOTOS_MAX, Platform, Rating, ReplyText, ReviewText,
    ShopReply, Tap, Version, Words,
};
use domain::values::{EmailAddress, Language};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use members::Insiders;
use store::import::FileSearch;

use crate::facts::taps;
use crate::headings::{Cells, Known, OF_PRODUCT, seems_status};
use crate::layouts::{Field, PLAIN};
use crate::products::Named;
use crate::text::{addresses, cut, plain};
use crate::time::Times;

/// The words for yes in files, in lower case.
const YES: [&str; 4] = ["true", "yes", "1", "y"];
/// The words for no in files, in lower case.
const NO: [&str; 4] = ["false", "no", "0", "n"];
/// The number of the user who set up a WordPress site.
const FIRST_USER: &str = "1";
/// The most columns of a row about which notes say that no fact has the answer. The notes of 100 rows are one item, which
/// holds at most 400 KB (a limit of DynamoDB).
const UNKNOWN_FACTS_MAX: usize = 10;
/// The longest question in such a note, in characters.
const QUESTION_CHARACTERS_MAX: usize = 60;

#[derive(Debug)]
pub struct ReadRow {
    pub named: Named,
    /// The heading of the column that names the product.
    pub product_column: Option<Arc<str>>,
    /// Whether it is the shop's answer to a review of the file, which comes with that review.
    pub is_answer: bool,
    /// The faults that do not prevent the review.
    pub notes: Vec<RowFault>,
    /// The review.
    /// Errors: All faults that prevent the review, each with its heading.
    pub row: Result<ImportRow, Vec<RowFault>>,
}

/// A row of a file: a review that was written in another system.
#[derive(Debug, Clone)]
pub struct ImportRow {
    /// The system in which the review was written.
    pub platform: Platform,
    pub external_id: Option<ExternalId>,
    /// The review's language, if the file names it.
    pub language: Option<Language>,
    /// Whether that system did not show the review.
    pub was_hidden: bool,
    /// Whether the file says that the product is not public.
    pub is_product_hidden: bool,
    /// Whether that system says that it knows of the purchase.
    pub is_claimed: bool,
    /// Stars, taps, headline, text and shown name.
    pub version: Version,
    pub written_at: Timestamp,
    /// When its author last changed it, if that was later.
    pub edited_at: Option<Timestamp>,
    /// The UTC day on which its author got what it is about, if the file says it.
    pub experienced_at: Option<Date>,
    pub reply: Option<ShopReply>,
    /// The author's address. Its digest leads an erasure to the review.
    pub email: Option<EmailAddress>,
    /// Whether the author was rewarded for the review.
    pub incentivized: bool,
    /// The addresses of the photos, at most [`domain::review::IMPORTED_PHOTOS_MAX`].
    pub photos: Vec<String>,
    /// The heading of the column with these addresses.
    pub photos_column: Option<Arc<str>>,
}

/// A fault of a row, with the column's heading; `None` if the fault is about the whole row.
pub type RowFault = (Option<Arc<str>>, ImportFault);

/// The answer to each review by the review's id, with the answer's own id.
pub(crate) type Answers = HashMap<String, (String, ShopReply)>;

/// The settings with which a file's rows are read.
pub(crate) struct Reader {
    pub(crate) known: Known,
    pub(crate) options: ImportOptions,
    /// What the file's dates prove about the order of day and month.
    pub(crate) proof: FileSearch,
    /// The shop's answers in rows of their own.
    pub(crate) answers: Answers,
    /// What the shop asks beside stars and words.
    pub(crate) facts: Option<Facts>,
    /// When the import was created. A later time in the file is invalid.
    pub(crate) asked_at: Timestamp,
}

impl Reader {
    pub(crate) fn read(&self, cells: &Cells) -> ReadRow {
        let mut parser = Parser { reader: self, cells, faults: Vec::new(), notes: Vec::new() };
        let row = parser.row();
        let named = parser.named();
        let mut names = OF_PRODUCT.into_iter().chain([Field::ProductUrl, Field::ProductTitle]);
        let product_column = names.find_map(|field| cells.get(field)).map(|(heading, _)| Arc::clone(heading));
        let product_column = product_column.or_else(|| self.known.product_heading());
        let answer = cells.comments_on().and_then(|review| self.answers.get(review));
        let is_answer =
            answer.is_some_and(|(id, _)| cells.get(Field::ExternalId).is_some_and(|(_, own)| own.trim() == id));
        let Parser { faults, mut notes, .. } = parser;
        if cells.is_windows_1252 {
            notes.push((None, ImportFault::Windows1252));
        }
        let row = row.filter(|_| faults.is_empty()).ok_or(faults);
        ReadRow { named, product_column, is_answer, notes, row }
    }

    /// The shop's answer that a comment on a review is, after the comment's id: a public one by a member of the shop or by the user
    /// who set up the shop's site.
    pub(crate) fn answer(&self, cells: &Cells, insiders: &Insiders) -> Option<(String, ShopReply)> {
        let mut parser = Parser { reader: self, cells, faults: Vec::new(), notes: Vec::new() };
        let (_, id) = cells.get(Field::ExternalId)?;
        let is_by_shop =
            parser.says(Field::User, &[FIRST_USER]) || parser.email().is_some_and(|email| insiders.has(&email));
        let (_, said) = cells.get(Field::Body).filter(|_| is_by_shop && parser.is_public())?;
        let created_at = parser.time(Field::WrittenAt)?;
        let text = ReplyText::parse(&parser.plain(said)).ok()?;
        let reply = ShopReply { text, created_at, updated_at: created_at };
        Some((id.trim().to_owned(), reply))
    }
}

struct Parser<'a> {
    reader: &'a Reader,
    cells: &'a Cells,
    faults: Vec<RowFault>,
    notes: Vec<RowFault>,
}

impl Parser<'_> {
    fn row(&mut self) -> Option<ImportRow> {
        if self.cells.comments_on().is_some() {
            self.fault(Field::Parent, ImportFault::CommentOnReview);
        }
        let platform = self.platform();
        let external_id = self.external_id();
        let rating = self.rating();
        let written_at = self.time(Field::WrittenAt);
        let edited_at = self.said_time(Field::EditedAt);
        let experienced_at = self.said_time(Field::ExperiencedAt);
        let words = self.words();
        let language = self.language();
        let reply = self.reply();
        let photos = self.photos();
        let taps = self.taps();
        let (rating, written_at) = rating.zip(written_at)?;
        Some(ImportRow {
            platform,
            external_id,
            language,
            was_hidden: !self.is_public(),
            is_product_hidden: self.cells.get(Field::ProductStatus).is_some()
                && !self.says(Field::ProductStatus, &["publish"]),
            is_claimed: self.is_claimed(),
            version: Version { rating, taps, words },
            written_at,
            // Some systems repeat the first date.
            edited_at: edited_at.filter(|edited_at| *edited_at > written_at),
            experienced_at: experienced_at.map(|at| at.to_zoned_datetime(TimeZone::UTC).date()),
            reply,
            email: self.email(),
            incentivized: self.says(Field::Incentivized, &YES),
            photos,
            photos_column: self.cells.get(Field::Photos).map(|(heading, _)| Arc::clone(heading)),
        })
    }

    /// The author's address. A malformed one is ignored without a note, because no part of the review depends on it.
    fn email(&self) -> Option<EmailAddress> {
        self.cells.get(Field::Email).and_then(|(_, email)| EmailAddress::parse(email.trim()).ok())
    }

    fn named(&self) -> Named {
        let layout = self.reader.known.layout;
        if self.reader.options.is_of_shop {
            return Named { is_of_shop: true, is_ours: layout.is_ours, ..Named::default() };
        }
        let text = |field| self.cells.get(field).map(|(_, text)| text.trim().to_owned());
        let title = text(Field::ProductTitle).map(|title| self.plain(&title));
        let id = text(Field::Product);
        let is_of_shop = self.cells.get(Field::Kind).is_some_and(|(_, kind)| kind.trim() == "site_review");
        let mut named = Named {
            is_of_shop: is_of_shop || id.is_some() && id.as_deref() == layout.shop,
            is_ours: layout.is_ours,
            id,
            handle: text(Field::Handle),
            sku: text(Field::Sku),
            title,
            url: text(Field::ProductUrl),
        };
        named.is_of_shop |= layout.rates_shops && named.names().is_empty();
        named
    }

    /// Whether the other system shows the review: every column about this must have the system's word for public. If the file has
    /// no such column, all reviews count as shown.
    fn is_public(&self) -> bool {
        // Objects of one file may have different keys: one may lack the status, or only some may have a key that seems to be it.
        let Cells { unread, .. } = self.cells;
        let Known { layout, has_status, .. } = self.reader.known;
        let is_unsaid = has_status && !layout.is_ours;
        if self.cells.all(Field::Status).next().is_none() && (is_unsaid || unread.iter().any(|key| seems_status(key))) {
            return false;
        }
        self.cells.all(Field::Status).all(|(column, word)| {
            // The words of a column that the call named are not the system's.
            let public = if column.is_named { PLAIN.public } else { layout.public };
            public.contains(&&*word.trim().to_ascii_lowercase())
        })
    }

    /// Whether the other system says that it knows of the purchase.
    fn is_claimed(&self) -> bool {
        self.cells.get(Field::Verified).is_some_and(|(_, word)| {
            let word = word.trim().to_ascii_lowercase().replace([' ', '-'], "_");
            YES.contains(&&*word) || matches!(&*word, "verified_buyer" | "verified_purchase" | "buyer" | "verified")
        })
    }

    fn platform(&mut self) -> Platform {
        let said = self.cells.get(Field::Platform).map(|(_, word)| Platform::parse(word));
        if said == Some(None) {
            self.fault(Field::Platform, ImportFault::Platform);
        }
        said.flatten().unwrap_or(self.reader.known.layout.platform)
    }

    fn external_id(&mut self) -> Option<ExternalId> {
        let (heading, id) = self.cells.get(Field::ExternalId)?;
        let parsed = ExternalId::parse(id).ok();
        if parsed.is_none() {
            self.notes.push((Some(Arc::clone(heading)), ImportFault::ExternalId));
        }
        parsed
    }

    /// Reads `1` to `5` stars, also as `5.0`, `5,00`, `5/5`, `5 Stars`, `Rated 5 out of 5`, `5 von 5 Sternen`, `FIVE` or `★★★★★`.
    /// Half stars are rounded up.
    fn rating(&mut self) -> Option<Rating> {
        let said = self.cells.get(Field::Rating).map(|(_, text)| text.trim()).unwrap_or_default();
        let halves = halves(said);
        let rating = halves.and_then(|halves| Rating::new(halves.div_ceil(2)));
        match rating {
            None => self.fault(Field::Rating, ImportFault::Rating),
            Some(_) if halves.is_some_and(|halves| halves % 2 == 1) => self.note(Field::Rating, ImportFault::HalfStars),
            Some(_) => {}
        }
        rating
    }

    fn time(&mut self, field: Field) -> Option<Timestamp> {
        let said = self.cells.get(field).map_or("", |(_, text)| text);
        match self.times().parse(said) {
            Ok(at) => {
                if self.times().is_month_first(said) {
                    self.note(field, ImportFault::MonthFirst);
                }
                Some(at)
            }
            Err(fault) => {
                self.fault(field, fault);
                None
            }
        }
    }

    /// A time that the row need not have.
    fn said_time(&mut self, field: Field) -> Option<Timestamp> {
        self.cells.get(field).is_some().then(|| self.time(field)).flatten()
    }

    fn words(&mut self) -> Words {
        let headline =
            self.line(Field::Title, ImportFault::Title, Headline::CHARACTERS_MAX, |text| Headline::parse(text).ok());
        let name = self.line(Field::Name, ImportFault::Name, DisplayName::IMPORTED_CHARACTERS_MAX, |text| {
            DisplayName::imported(text).ok()
        });
        let body = self.cells.get(Field::Body).map(|(_, text)| self.plain(text)).unwrap_or_default();
        let text = ReviewText::parse(&body).unwrap_or_else(|_| {
            self.note(Field::Body, ImportFault::Body);
            ReviewText::parse(&cut(&body, ReviewText::CHARACTERS_MAX)).unwrap_or_default()
        });
        Words { headline: headline.flatten(), text, display_name: name.flatten() }
    }

    /// A field of one line. A line that is too long is cut.
    fn line<T>(
        &mut self,
        field: Field,
        fault: ImportFault,
        characters_max: usize,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let (_, text) = self.cells.joined(field)?;
        let text = self.plain(&text);
        if let Some(line) = parse(&text) {
            return Some(line);
        }
        self.note(field, fault);
        parse(&cut(&text, characters_max))
    }

    fn language(&mut self) -> Option<Language> {
        let (_, text) = self.cells.get(Field::Language)?;
        let language = Language::find(text);
        if language.is_none() {
            self.note(Field::Language, ImportFault::Language);
        }
        language
    }

    /// The shop's answer, if the other system shows it. An answer without a date gets the import's time.
    fn reply(&mut self) -> Option<ShopReply> {
        if self.says(Field::ReplyIsPublic, &NO) {
            return None;
        }
        let Some((_, said)) = self.cells.get(Field::Reply) else {
            let (_, id) = self.cells.get(Field::ExternalId)?;
            return self.reader.answers.get(id.trim()).map(|(_, reply)| reply.clone());
        };
        let said = self.plain(said);
        let text = ReplyText::parse(&said).ok().or_else(|| {
            self.note(Field::Reply, ImportFault::Reply);
            ReplyText::parse(&cut(&said, ReplyText::CHARACTERS_MAX)).ok()
        })?;
        let created_at = self.reply_time(Field::RepliedAt).unwrap_or(self.reader.asked_at);
        let updated_at = self.reply_time(Field::ReplyUpdatedAt).unwrap_or(created_at);
        Some(ShopReply { text, created_at, updated_at })
    }

    fn reply_time(&mut self, field: Field) -> Option<Timestamp> {
        let (_, text) = self.cells.get(field)?;
        let at = self.times().parse(text).ok();
        match at {
            None => self.note(field, ImportFault::ReplyTime),
            Some(_) if self.times().is_month_first(text) => self.note(field, ImportFault::MonthFirst),
            Some(_) => {}
        }
        at
    }

    fn photos(&mut self) -> Vec<String> {
        let Some((_, list)) = self.cells.joined(Field::Photos) else { return Vec::new() };
        // Addresses in Afterword's export have spaces between them.
        let ours = || list.split_whitespace().map(ToOwned::to_owned).collect();
        let mut photos = if self.reader.known.layout.is_ours { ours() } else { addresses(&list) };
        if photos.len() > IMPORTED_PHOTOS_MAX {
            self.note(Field::Photos, ImportFault::Photos);
            photos.truncate(IMPORTED_PHOTOS_MAX);
        }
        photos
    }

    /// What the author tapped. If several columns are about a fact, the first with an answer of the fact counts.
    fn taps(&mut self) -> Vec<Tap> {
        let facts: &[Fact] = self.reader.facts.as_ref().map(Facts::all).unwrap_or_default();
        let (mut tapped, mut unknown) = (Vec::<Tap>::new(), Vec::<Arc<str>>::new());
        for (column, text) in self.cells.all(Field::Facts) {
            let found = taps(facts, &column.heading, &self.plain(text));
            if found.contains(&None) {
                unknown.push(Arc::from(cut(&column.heading, QUESTION_CHARACTERS_MAX)));
            }
            for tap in found.into_iter().flatten() {
                if tapped.iter().all(|known| known.fact != tap.fact) {
                    tapped.push(tap);
                }
            }
        }
        let unknown = unknown.into_iter().take(UNKNOWN_FACTS_MAX);
        self.notes.extend(unknown.map(|heading| (Some(heading), ImportFault::UnknownFact)));
        tapped.sort_by(|one, other| one.fact.cmp(&other.fact));
        tapped
    }

    fn times(&self) -> Times {
        let Reader { known, options, proof, answers: _, facts: _, asked_at } = self.reader;
        Times { said: options.dates, proof: *proof, usual: known.layout.dates, latest: *asked_at }
    }

    /// A text of another system as plain text. Afterword's own files contain plain text, which stays unchanged.
    fn plain(&self, text: &str) -> String {
        if self.reader.known.layout.is_ours { text.to_owned() } else { plain(text) }
    }

    /// Whether a cell contains one of these words.
    fn says(&self, field: Field, words: &[&str]) -> bool {
        self.cells.get(field).is_some_and(|(_, cell)| words.iter().any(|word| cell.trim().eq_ignore_ascii_case(word)))
    }

    fn fault(&mut self, field: Field, fault: ImportFault) {
        self.faults.push((Some(self.heading(field)), fault));
    }

    fn note(&mut self, field: Field, fault: ImportFault) {
        self.notes.push((Some(self.heading(field)), fault));
    }

    /// The heading of the cell that has text for a field; without such a cell, the format's heading.
    fn heading(&self, field: Field) -> Arc<str> {
        let said = self.cells.get(field).map(|(heading, _)| Arc::clone(heading));
        said.unwrap_or_else(|| self.reader.known.heading(field))
    }
}

/// The numbers of stars as words.
const WORDS: [&str; 5] = ["one", "two", "three", "four", "five"];

/// The number of half stars, 0 to 10; `None` if the text is not a number of whole or half stars.
fn halves(text: &str) -> Option<u8> {
    // A variation selector makes a star an emoji.
    let text = text.to_lowercase().replace('\u{fe0f}', "");
    let is_full = |c: char| matches!(c, '★' | '⭐' | '*');
    let full = text.chars().filter(|c| is_full(*c)).count();
    if full > 0 && text.chars().all(|c| is_full(c) || c == '☆') {
        return u8::try_from(full * 2).ok().filter(|halves| *halves <= 10);
    }
    let number = text.strip_prefix("rated ").unwrap_or(&text);
    let without = |number, ends: &[&str]| ends.iter().find_map(|end| str::strip_suffix(number, end)).unwrap_or(number);
    let number =
        without(number, &["stars", "star", "sternen", "sterne", "stern", "★", "⭐", "*"]).trim_end_matches([' ', '-']);
    let number = without(number, &["out of 5", "von 5", "/5", "/ 5"]).trim_end().replace(',', ".");
    if let Some(stars) = WORDS.iter().position(|word| *word == number) {
        return u8::try_from(stars * 2 + 2).ok();
    }
    let (whole, fraction) = number.split_once('.').unwrap_or((&number, "0"));
    let fraction = match fraction.strip_prefix('5') {
        _ if fraction.is_empty() => return None,
        Some(zeros) if zeros.bytes().all(|byte| byte == b'0') => 1,
        None if fraction.bytes().all(|byte| byte == b'0') => 0,
        Some(_) | None => return None,
    };
    let stars = Some(whole).filter(|whole| whole.len() == 1)?.parse::<u8>().ok().filter(|stars| *stars <= 5)?;
    Some(stars * 2 + fraction)
}
