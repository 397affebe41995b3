//! A review's item as it is read: opened with the shop's keys, or without what anybody wrote.

use domain::{
    DisplayName, ExternalId, Guid, Headline, Language, Origin, ProductId, Rating, ReplyText, Review, ReviewFields,
    ReviewId, ReviewPhoto, ReviewPlace, ReviewText, Saves, ShopReply, Undo, Version, Words,
};
use serde_bytes::ByteBuf;
use vault::TenantKeys;

use super::{
    ChangesPart, EDIT, EditPart, Names, ReplyPart, ReviewItem, SealedParts, SealedReview, SealedWords, UndoPart, WORDS,
};
use crate::review::photos::PhotoPart;
use crate::table::{Attributes, Error, SK, from_item, instant, keys, known};

impl SealedReview {
    pub(crate) fn from_item(item: Attributes) -> Result<Self, Error> {
        let sk = item.get(SK).and_then(|sk| sk.as_s().ok());
        Ok(Self { place: keys::parse_review_sk(sk.ok_or_else(unreadable)?)?, item: from_item(item)? })
    }

    /// The parts that are sealed.
    pub(super) fn parts(&self) -> SealedParts {
        let ReviewItem { text, headline, display_name, edit, reply, external_id, .. } = &self.item;
        let (headline, display_name) = (headline.clone(), display_name.clone());
        let words = text.clone().map(|text| SealedWords { text, headline, display_name });
        SealedParts { words, edit: edit.clone(), reply: reply.clone(), external_id: external_id.clone() }
    }

    /// Whether the shop answered it.
    pub(super) const fn is_replied(&self) -> bool {
        self.item.reply.is_some()
    }

    /// The review without what anybody wrote: its words, an edit of them, its answer and its id elsewhere are missing.
    ///
    /// # Errors
    /// [`Error::Unreadable`].
    pub fn unopened(&self) -> Result<Review, Error> {
        Ok(Review::restore(self.fields()?))
    }

    /// The review in clear.
    ///
    /// # Errors
    /// [`Error::Unreadable`] if it was not sealed with these keys.
    pub fn open(self, keys: &TenantKeys) -> Result<Review, Error> {
        let mut fields = self.fields()?;
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
        let external_id = stored.external_id.map(|id| Ok::<_, Error>(ExternalId::parse(&open("external_id", &id)?)?));
        fields.words = words.map(|words| open_words(&words, WORDS)).transpose()?;
        fields.pending_edit = edit.transpose()?;
        fields.reply = reply.transpose()?;
        fields.external_id = external_id.transpose()?;
        let undo = stored.undo.map(|UndoPart { until, before, letter_waits }| {
            let before = Self { place, item: *before }.open(keys)?;
            Ok::<_, Error>(Undo { until: instant(until)?, before: Box::new(before.fields().clone()), letter_waits })
        });
        fields.undo = undo.transpose()?;
        Ok(Review::restore(fields))
    }

    /// The fields that are not sealed.
    fn fields(&self) -> Result<ReviewFields, Error> {
        let Self { place, item: stored } = self;
        let origin = match (*place, stored.platform.as_deref().map(known).transpose()?) {
            (ReviewPlace::Item(request, item), _) => Origin::Hub { request, item },
            (ReviewPlace::Own(_), Some(platform)) => Origin::Import { platform },
            (ReviewPlace::Own(_), None) => Origin::Api { app: guid(stored.app.as_deref())? },
        };
        let changes = stored.changes.as_ref().map(|ChangesPart { day, count }| {
            Ok::<_, Error>(Saves { day: day.parse().map_err(|_| unreadable())?, count: *count })
        });
        Ok(ReviewFields {
            id: ReviewId::new(stored.id).ok_or_else(unreadable)?,
            origin,
            external_id: None,
            author: guid(stored.author.as_deref())?,
            product: ProductId::named(&stored.product)?,
            language: stored.language.as_deref().and_then(Language::find),
            verification: known(&stored.verification)?,
            state: known(&stored.state)?,
            rating: stars(stored.rating)?,
            words: None,
            photos: photos(&stored.photos)?,
            pending_edit: None,
            pending_photos: stored.edit_photos.as_deref().map(photos).transpose()?,
            reply: None,
            was_replied: stored.was_replied,
            held_by: stored.held_by.as_deref().map(known).transpose()?,
            held_since: stored.held_since.map(instant).transpose()?,
            reason: stored.reason.as_deref().map(known).transpose()?,
            is_decided_by_hand: stored.by_hand,
            returns_held: stored.returns_held,
            changes: changes.transpose()?,
            created_at: instant(stored.created_at)?,
            first_decided_at: stored.first_decided_at.map(instant).transpose()?,
            published_at: stored.published_at.map(instant).transpose()?,
            updated_at: instant(stored.updated_at)?,
            publish_count: stored.publish_count,
            revision: stored.revision,
            undo: None,
        })
    }
}

fn photos(stored: &[PhotoPart]) -> Result<Vec<ReviewPhoto>, Error> {
    stored.iter().map(PhotoPart::read).collect()
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
