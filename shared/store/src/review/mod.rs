//! Reviews as they are stored.

pub(crate) mod counters;
pub(crate) mod counting;
pub(crate) mod draft;
pub(crate) mod ledger;
pub(crate) mod list;
pub(crate) mod list_pages;
pub(crate) mod moderation_counters;
pub(crate) mod photo;
pub(crate) mod photo_changes;
pub(crate) mod photos;
pub(crate) mod request_reviews;
mod sealed;

use domain::{Origin, ProductId, Review, ReviewFields, ReviewPlace, Saves, ShopReply, Undo, Version, Words};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

use crate::review::photos::{PhotoPart, photo_list};
use crate::table::keys::DueKind;
use crate::table::{Part, Transaction, keys};

/// A review as stored: what anybody wrote is sealed.
pub struct SealedReview {
    place: ReviewPlace,
    item: ReviewItem,
}

#[derive(Serialize, Deserialize)]
struct ReviewItem {
    rating: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<ByteBuf>,
    display_name: Option<ByteBuf>,
    created_at: i64,
    updated_at: i64,
    id: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    app: Option<String>,
    /// Only of what an import brought.
    #[serde(skip_serializing_if = "Option::is_none")]
    platform: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<ByteBuf>,
    product: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    verification: String,
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<ByteBuf>,
    photos: Vec<PhotoPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edit: Option<EditPart>,
    /// The photos of a later version, if they are others.
    #[serde(skip_serializing_if = "Option::is_none")]
    edit_photos: Option<Vec<PhotoPart>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply: Option<ReplyPart>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    was_replied: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    held_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    held_since: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    by_hand: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    returns_held: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<ChangesPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_decided_at: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_at: Option<i64>,
    publish_count: u32,
    revision: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    undo: Option<UndoPart>,
    /// The keys of the index `due`, as long as the review waits: with the time at which it has waited too long.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
}

/// A later version that waits.
#[derive(Clone, Serialize, Deserialize)]
struct EditPart {
    rating: u8,
    text: ByteBuf,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<ByteBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_name: Option<ByteBuf>,
}

/// The item before a decision that can be taken back. It is sealed as the item is, to the same names.
#[derive(Serialize, Deserialize)]
struct UndoPart {
    until: i64,
    before: Box<ReviewItem>,
    #[serde(default)]
    letter_waits: bool,
}

/// How often its author changed it on a day.
#[derive(Serialize, Deserialize)]
struct ChangesPart {
    day: String,
    count: u32,
}

#[derive(Clone, Serialize, Deserialize)]
struct ReplyPart {
    text: ByteBuf,
    created_at: i64,
    updated_at: i64,
}

/// The words that anybody wrote, sealed.
#[derive(Clone)]
struct SealedParts {
    words: Option<SealedWords>,
    edit: Option<EditPart>,
    reply: Option<ReplyPart>,
    external_id: Option<ByteBuf>,
}

/// The sealed words of a version.
#[derive(Clone)]
struct SealedWords {
    text: ByteBuf,
    headline: Option<ByteBuf>,
    display_name: Option<ByteBuf>,
}

/// The names to which the words of a version are bound.
struct Names {
    text: &'static str,
    headline: &'static str,
    display_name: &'static str,
}

const WORDS: Names = Names { text: "text", headline: "headline", display_name: "display_name" };
const EDIT: Names = Names { text: "edit_text", headline: "edit_headline", display_name: "edit_display_name" };

impl ReviewItem {
    fn seal(review: &Review, keys: &TenantKeys, random: &Random) -> Result<Self, vault::Error> {
        let sk = keys::review_sk(review.place());
        let seal = |name: &str, plain: &str| keys.seal(&sk, name, plain, random).map(ByteBuf::from);
        let seal_words = |Words { headline, text, display_name }: &Words, names: Names| {
            let headline = headline.as_ref().map(|headline| seal(names.headline, headline.as_str()));
            let display_name = display_name.as_ref().map(|name| seal(names.display_name, name.as_str()));
            Ok::<_, vault::Error>(SealedWords {
                text: seal(names.text, text.as_str())?,
                headline: headline.transpose()?,
                display_name: display_name.transpose()?,
            })
        };
        let edit = review.pending_edit.as_ref().map(|Version { rating, words }| {
            let SealedWords { text, headline, display_name } = seal_words(words, EDIT)?;
            Ok::<_, vault::Error>(EditPart { rating: rating.stars(), text, headline, display_name })
        });
        let reply = review.reply.as_ref().map(|ShopReply { text, created_at, updated_at }| {
            Ok::<_, vault::Error>(ReplyPart {
                text: seal("reply", text.as_str())?,
                created_at: created_at.as_millisecond(),
                updated_at: updated_at.as_millisecond(),
            })
        });
        let sealed = SealedParts {
            words: review.words.as_ref().map(|words| seal_words(words, WORDS)).transpose()?,
            edit: edit.transpose()?,
            reply: reply.transpose()?,
            external_id: review.external_id.as_ref().map(|id| seal("external_id", id.as_str())).transpose()?,
        };
        let undo = review.undo.as_ref().map(|Undo { until, before, letter_waits }| {
            let before = Box::new(Self::seal(&Review::restore((**before).clone()), keys, random)?);
            Ok::<_, vault::Error>(UndoPart { until: until.as_millisecond(), before, letter_waits: *letter_waits })
        });
        Ok(Self { undo: undo.transpose()?, ..Self::new(review, sealed) })
    }

    /// The item of a review whose sealed parts are these.
    fn new(review: &Review, SealedParts { words, edit, reply, external_id }: SealedParts) -> Self {
        let ReviewFields {
            id,
            origin,
            external_id: _,
            author,
            product,
            language,
            verification,
            state,
            rating,
            words: _,
            photos,
            pending_edit: _,
            pending_photos,
            reply: _,
            was_replied,
            held_by,
            held_since,
            reason,
            is_decided_by_hand,
            returns_held,
            changes,
            created_at,
            first_decided_at,
            published_at,
            updated_at,
            publish_count,
            revision,
            undo: _, // sealed apart; gone with a change of photos
        } = review.fields();
        let (app, platform) = match *origin {
            Origin::Hub { request: _, item: _ /* both in the key */ } => (None, None),
            Origin::Api { app } => (app, None),
            Origin::Import { platform } => (None, Some(platform)),
        };
        let due_at = review.decision_due_at();
        let (text, headline, display_name) = match words {
            Some(SealedWords { text, headline, display_name }) => (Some(text), headline, display_name),
            None => (None, None, None),
        };
        Self {
            rating: rating.stars(),
            text,
            display_name,
            created_at: created_at.as_millisecond(),
            updated_at: updated_at.as_millisecond(),
            id: id.get(),
            author: author.map(|author| author.to_string()),
            app: app.map(|app| app.to_string()),
            platform: platform.map(|platform| platform.as_str().to_owned()),
            external_id,
            product: ProductId::name_of(product.as_ref()).to_owned(),
            language: language.map(|language| language.as_str().to_owned()),
            verification: verification.as_str().to_owned(),
            state: state.as_str().to_owned(),
            headline,
            photos: photos.iter().map(PhotoPart::new).collect(),
            edit,
            edit_photos: pending_photos.as_ref().map(|photos| photos.iter().map(PhotoPart::new).collect()),
            reply,
            was_replied: *was_replied,
            held_by: held_by.map(|rule| rule.as_str().to_owned()),
            held_since: held_since.map(|at| at.as_millisecond()),
            reason: reason.map(|reason| reason.as_str().to_owned()),
            by_hand: *is_decided_by_hand,
            returns_held: *returns_held,
            changes: changes.map(|Saves { day, count }| ChangesPart { day: day.to_string(), count }),
            first_decided_at: first_decided_at.map(|at| at.as_millisecond()),
            published_at: published_at.map(|at| at.as_millisecond()),
            publish_count: *publish_count,
            revision: *revision,
            undo: None,
            due_shard: due_at.map(|_| DueKind::Review.shard_name(id.get())),
            due_at: due_at.map(|at| at.as_millisecond()),
        }
    }
}

impl Transaction<'_> {
    /// Creates or replaces the item of a review, if nobody changed it since `before` was read.
    pub(crate) fn put_review(&mut self, before: Option<&Review>, review: &Review, keys: &TenantKeys) {
        match ReviewItem::seal(review, keys, &self.store.random) {
            Ok(item) => self.put_item(before, review, &item),
            Err(error) => self.failure = Some(error.into()),
        }
    }

    /// Replaces the item of a review that nobody opened, if nobody changed it since: what anybody wrote stays as it is.
    pub(crate) fn put_unopened(&mut self, sealed: &SealedReview, before: &Review, review: &Review) {
        self.put_item(Some(before), review, &ReviewItem::new(review, sealed.parts()));
    }

    fn put_item(&mut self, before: Option<&Review>, review: &Review, item: &ReviewItem) {
        let key = keys::review(self.tenant, review.place());
        match before {
            Some(before) => self.put(
                Part::Review,
                &key,
                item,
                "revision = :revision AND photos = :photos",
                [(":revision", crate::table::number(before.revision)), (":photos", photo_list(&before.photos))],
            ),
            None => self.put(Part::Review, &key, item, "attribute_not_exists(PK)", []),
        }
    }
}
