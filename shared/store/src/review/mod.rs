//! Reviews as they are stored.

pub(crate) mod counters;
pub(crate) mod counting;
pub(crate) mod draft;
pub(crate) mod ledger;
pub(crate) mod list;
pub(crate) mod moderation_counters;
pub(crate) mod photo;
pub(crate) mod photo_changes;
pub(crate) mod photos;
pub(crate) mod request_reviews;

use domain::{
    DisplayName, ExternalId, Guid, Headline, HoldRule, Origin, Platform, ProductId, Rating, ReplyText, Review,
    ReviewFields, ReviewId, ReviewPlace, ReviewState, ReviewText, Saves, ShopReply, Verification, Version,
    WithholdReason, Words,
};
use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use vault::{Random, TenantKeys};

use crate::request::{language_tag, read_language};
use crate::review::photos::{PhotoPart, PhotosOfReview, photo_list};
use crate::table::keys::DueKind;
use crate::table::{Attributes, Error, Part, SK, Transaction, from_item, instant, keys};

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
    /// The keys of the index `due`, as long as the review waits: with the time at which it has waited too long.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_shard: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<i64>,
}

/// A later version that waits.
#[derive(Serialize, Deserialize)]
struct EditPart {
    rating: u8,
    text: ByteBuf,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<ByteBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_name: Option<ByteBuf>,
}

/// How often its author changed it on a day.
#[derive(Serialize, Deserialize)]
struct ChangesPart {
    day: String,
    count: u32,
}

#[derive(Serialize, Deserialize)]
struct ReplyPart {
    text: ByteBuf,
    created_at: i64,
    updated_at: i64,
}

/// The sealed words of a version.
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
        let ReviewFields {
            id,
            origin,
            external_id,
            author,
            product,
            language,
            foreign_language,
            verification,
            state,
            rating,
            words,
            photos,
            pending_edit,
            reply,
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
        } = review.fields();
        let sk = keys::review_sk(review.place());
        let (app, platform) = match *origin {
            Origin::Hub { request: _, item: _ /* both in the key */ } => (None, None),
            Origin::Api { app } => (app, None),
            Origin::Import { platform } => (None, Some(platform)),
        };
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
        let edit = pending_edit.as_ref().map(|Version { rating, words }| {
            let SealedWords { text, headline, display_name } = seal_words(words, EDIT)?;
            Ok::<_, vault::Error>(EditPart { rating: rating.stars(), text, headline, display_name })
        });
        let reply = reply.as_ref().map(|ShopReply { text, created_at, updated_at }| {
            Ok::<_, vault::Error>(ReplyPart {
                text: seal("reply", text.as_str())?,
                created_at: created_at.as_millisecond(),
                updated_at: updated_at.as_millisecond(),
            })
        });
        let due_at = review.decision_due_at();
        let words = words.as_ref().map(|words| seal_words(words, WORDS)).transpose()?;
        let (text, headline, display_name) = match words {
            Some(SealedWords { text, headline, display_name }) => (Some(text), headline, display_name),
            None => (None, None, None),
        };
        Ok(Self {
            rating: rating.stars(),
            text,
            display_name,
            created_at: created_at.as_millisecond(),
            updated_at: updated_at.as_millisecond(),
            id: id.get(),
            author: author.map(|author| author.to_string()),
            app: app.map(|app| app.to_string()),
            platform: platform.map(|platform| platform.as_str().to_owned()),
            external_id: external_id.as_ref().map(|id| seal("external_id", id.as_str())).transpose()?,
            product: ProductId::name_of(product.as_ref()).to_owned(),
            language: language_tag(*language, *foreign_language),
            verification: verification.as_str().to_owned(),
            state: state.as_str().to_owned(),
            headline,
            photos: photos.iter().map(PhotoPart::new).collect(),
            edit: edit.transpose()?,
            reply: reply.transpose()?,
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
            due_shard: due_at.map(|_| DueKind::Review.shard_name(id.get())),
            due_at: due_at.map(|at| at.as_millisecond()),
        })
    }
}

impl SealedReview {
    pub(crate) fn from_item(item: Attributes) -> Result<Self, Error> {
        let sk = item.get(SK).and_then(|sk| sk.as_s().ok());
        Ok(Self { place: keys::parse_review_sk(sk.ok_or_else(unreadable)?)?, item: from_item(item)? })
    }

    /// The parts of the review that a change of its photos needs.
    ///
    /// # Errors
    /// [`Error::Unreadable`].
    pub fn photos(&self) -> Result<PhotosOfReview, Error> {
        let Self { place, item } = self;
        Ok(PhotosOfReview {
            place: *place,
            id: ReviewId::new(item.id).ok_or_else(unreadable)?,
            product: ProductId::named(&item.product)?,
            state: ReviewState::stored(&item.state),
            revision: item.revision,
            photos: item.photos.iter().map(PhotoPart::read).collect::<Result<_, _>>()?,
        })
    }

    /// The review in clear.
    ///
    /// # Errors
    /// [`Error::Unreadable`] if it was not sealed with these keys.
    pub fn open(self, keys: &TenantKeys) -> Result<Review, Error> {
        let Self { place, item: stored } = self;
        let sk = keys::review_sk(place);
        let open = |name: &str, sealed: &ByteBuf| keys.open(&sk, name, sealed).map_err(|_| unreadable());
        let open_words = |sealed: &SealedWords, names: Names| {
            let headline = sealed.headline.as_ref().map(|headline| open(names.headline, headline)).transpose()?;
            let display_name = sealed.display_name.as_ref().map(|name| open(names.display_name, name)).transpose()?;
            let headline = headline.map(|headline| Headline::parse(&headline)).transpose();
            let display_name = display_name.map(|name| DisplayName::imported(&name)).transpose();
            Ok::<_, Error>(Words {
                headline: headline.map_err(|_| unreadable())?.flatten(),
                text: ReviewText::imported(&open(names.text, &sealed.text)?).map_err(|_| unreadable())?,
                display_name: display_name.map_err(|_| unreadable())?.flatten(),
            })
        };
        let words =
            stored.text.map(|text| SealedWords { text, headline: stored.headline, display_name: stored.display_name });
        let edit = stored.edit.map(|EditPart { rating, text, headline, display_name }| {
            let words = open_words(&SealedWords { text, headline, display_name }, EDIT)?;
            Ok::<_, Error>(Version { rating: stars(rating)?, words })
        });
        let reply = stored.reply.map(|ReplyPart { text, created_at, updated_at }| {
            Ok::<_, Error>(ShopReply {
                text: ReplyText::parse(&open("reply", &text)?)?,
                created_at: instant(created_at)?,
                updated_at: instant(updated_at)?,
            })
        });
        let origin = match (place, stored.platform.as_deref().map(Platform::stored)) {
            (ReviewPlace::Item(request, item), _) => Origin::Hub { request, item },
            (ReviewPlace::Own(_), Some(platform)) => Origin::Import { platform },
            (ReviewPlace::Own(_), None) => Origin::Api { app: guid(stored.app.as_deref())? },
        };
        let external_id = stored.external_id.map(|id| Ok::<_, Error>(ExternalId::parse(&open("external_id", &id)?)?));
        let (language, foreign_language) = read_language(stored.language.as_deref());
        let changes = stored.changes.map(|ChangesPart { day, count }| {
            Ok::<_, Error>(Saves { day: day.parse().map_err(|_| unreadable())?, count })
        });
        Ok(Review::restore(ReviewFields {
            id: ReviewId::new(stored.id).ok_or_else(unreadable)?,
            origin,
            external_id: external_id.transpose()?,
            author: guid(stored.author.as_deref())?,
            product: ProductId::named(&stored.product)?,
            language,
            foreign_language,
            verification: Verification::stored(&stored.verification),
            state: ReviewState::stored(&stored.state),
            rating: stars(stored.rating)?,
            words: words.map(|words| open_words(&words, WORDS)).transpose()?,
            photos: stored.photos.iter().map(PhotoPart::read).collect::<Result<_, _>>()?,
            pending_edit: edit.transpose()?,
            reply: reply.transpose()?,
            was_replied: stored.was_replied,
            held_by: stored.held_by.as_deref().map(HoldRule::stored),
            held_since: stored.held_since.map(instant).transpose()?,
            reason: stored.reason.as_deref().map(WithholdReason::stored),
            is_decided_by_hand: stored.by_hand,
            returns_held: stored.returns_held,
            changes: changes.transpose()?,
            created_at: instant(stored.created_at)?,
            first_decided_at: stored.first_decided_at.map(instant).transpose()?,
            published_at: stored.published_at.map(instant).transpose()?,
            updated_at: instant(stored.updated_at)?,
            publish_count: stored.publish_count,
            revision: stored.revision,
        }))
    }
}

fn unreadable() -> Error {
    Error::Unreadable("a review".to_owned())
}

fn stars(rating: u8) -> Result<Rating, Error> {
    Rating::new(rating).ok_or_else(unreadable)
}

fn guid(text: Option<&str>) -> Result<Option<Guid>, Error> {
    text.map(|text| Guid::parse(text).map_err(|_| unreadable())).transpose()
}

impl Transaction<'_> {
    /// Creates or replaces the item of a review, if nobody changed it since `before` was read.
    pub(crate) fn put_review(&mut self, before: Option<&Review>, review: &Review, keys: &TenantKeys) {
        let key = keys::review(self.tenant, review.place());
        match ReviewItem::seal(review, keys, &self.store.random) {
            Ok(item) => match before {
                Some(before) => self.put(
                    Part::Review,
                    &key,
                    &item,
                    "revision = :revision AND photos = :photos",
                    [(":revision", crate::table::number(before.revision)), (":photos", photo_list(&before.photos))],
                ),
                None => self.put(Part::Review, &key, &item, "attribute_not_exists(PK)", []),
            },
            Err(error) => self.failure = Some(error.into()),
        }
    }
}
