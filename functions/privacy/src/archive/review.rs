//! Reviews, drafts and photos.

use domain::message::ReportPlace;
use domain::review::{
    ExternalId, LedgerEntry, ModelTurn, Origin, PhotoPlace, ReaderReport, Review, ReviewContent, ReviewDraft,
    ReviewFields, ReviewPlace, ShopReply, Size, Tap, Turn, TypedForm, Undo, Version, Words,
};
use domain::values::{EmailAddress, Guid, RequestId, ReviewId};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{joined, text, time};

pub(super) fn review(review: &Review, ledger: &[LedgerEntry]) -> Value {
    let ReviewFields {
        id,
        origin,
        author,
        product,
        language,
        verification,
        incentivized,
        experienced_at,
        visitor,
        state,
        rating,
        taps,
        content: ReviewContent { words: written, pending_edit, reply, external_id },
        photos: _,         // a list of their own
        pending_photos: _, // in that list, too
        was_replied: _,    // the history says it
        held,
        is_insiders,
        reason,
        is_decided_by_hand: _, // the history says it
        returns_held: _,       // the history says it
        has_appeared: _,       // the history says it
        changes: _,            // the history says it
        created_at,
        edited,
        first_decided_at,
        published,
        updated_at,
        revision: _, // counts changes
        undo,
        version: _, // counts writes
    } = &**review;
    let about = json!({
        "id": id.get(),
        "uuid": id.guid().to_string(),
        "product_id": product.as_ref().map(|product| product.as_str()),
        "language": language.map(|language| language.as_str()),
        "state": state.as_str(),
        "rating": rating.stars(),
        "facts": said(taps),
        "verification": verification.as_str(),
        "insider": is_insiders,
        "incentivized": incentivized,
        "experienced_at": experienced_at,
        "unasked": visitor,
    });
    let decided = json!({
        "pending_edit": pending_edit.as_ref().map(edit),
        "before_decision": undo.as_ref().map(replaced),
        "held_by": held.map(|held| held.by.as_str()),
        "held_since": held.map(|held| time(held.since)),
        "reason": reason.map(|reason| reason.as_str()),
        "created_at": time(*created_at),
        "edited_at": edited.at.map(time),
        "unpublished_edit_at": edited.unpublished_at.map(time),
        "updated_at": time(*updated_at),
        "first_decided_at": first_decided_at.map(time),
        "published_at": published.map(|published| time(published.last_at)),
        "history": ledger.iter().map(line).collect::<Vec<_>>(),
    });
    let came_from = came_from(*origin, *author, external_id.as_ref());
    joined([words(written.as_ref()), about, came_from, answer(reply.as_ref()), decided])
}

fn came_from(origin: Origin, author: Option<Guid>, external_id: Option<&ExternalId>) -> Value {
    json!({
        "origin": origin.as_str(),
        "platform": origin.platform().as_str(),
        "external_review_id": external_id.map(ExternalId::as_str),
        "author_id": author.map(|author| author.to_string()),
        "request_id": origin.request().map(RequestId::get),
        "item": item(origin),
    })
}

const fn item(origin: Origin) -> Option<usize> {
    match origin {
        Origin::Hub { request: _ /* beside it */, item } => Some(item),
        Origin::Import { platform: _ /* beside it */, from_shop: _ /* seen in no file */ } => None,
    }
}

fn answer(reply: Option<&ShopReply>) -> Value {
    let reply = reply.map(|ShopReply { text, created_at, updated_at }| (text.as_str(), created_at, updated_at));
    json!({
        "reply": reply.map(|(text, _, _)| text),
        "replied_at": reply.map(|(_, created_at, _)| time(*created_at)),
        "reply_updated_at": reply.map(|(_, _, updated_at)| time(*updated_at)),
    })
}

/// Each answer with its question.
fn said(taps: &[Tap]) -> Vec<Value> {
    let said = |Tap { fact: _, answer: _, question, text }: &Tap| json!({"question": question, "answer": text});
    taps.iter().map(said).collect()
}

fn edit(Version { rating, taps, words: edited }: &Version) -> Value {
    let mut shown = words(Some(edited));
    shown["facts"] = said(taps).into();
    shown["rating"] = rating.stars().into();
    shown
}

/// The state that the last decision replaced.
fn replaced(Undo { until: _ /* for a minute */, before, notification_waits: _ /* nobody's data */ }: &Undo) -> Value {
    let before = &before.content;
    let mut replaced = words(before.words.as_ref());
    replaced["pending_edit"] = words(before.pending_edit.as_ref().map(|edit| &edit.words));
    replaced["reply"] = before.reply.as_ref().map(|reply| reply.text.as_str()).into();
    replaced
}

fn words(words: Option<&Words>) -> Value {
    let (headline, text, display_name) = match words {
        Some(Words { headline, text, display_name }) => (headline.as_ref(), Some(text), display_name.as_ref()),
        None => (None, None, None),
    };
    json!({
        "headline": headline.map(|headline| headline.as_str()),
        "text": text.map(|text| text.as_str()),
        "display_name": display_name.map(|name| name.as_str()),
    })
}

/// An entry of a review's history. It leaves out which of the shop's people acted, because that is not the author's
/// data.
fn line(entry: &LedgerEntry) -> Value {
    let LedgerEntry { at, what, by, reason, rule, note, revision: _ /* counts changes */ } = entry;
    json!({
        "at": time(*at),
        "what": what.as_str(),
        "by": by.as_str(),
        "reason": reason.map(|reason| reason.as_str()),
        "rule": rule.map(|rule| rule.as_str()),
        "note": note,
    })
}

/// A report by a reader who left an address.
pub(super) fn report(ReportPlace { review, number: _ /* its place */ }: ReportPlace, report: &ReaderReport) -> Value {
    let ReaderReport { at, reason, words, email, language, id: _ /* of the emails */, told_at } = report;
    json!({
        "review_id": review.get(),
        "at": time(*at),
        "reason": reason.as_str(),
        "words": words,
        "email": email.as_ref().map(EmailAddress::as_typed),
        "language": language.map(|language| language.as_str()),
        "decision_sent_at": told_at.map(time),
    })
}

pub(super) fn draft(request: RequestId, draft: &ReviewDraft) -> Value {
    let ReviewDraft {
        item,
        turns,
        model_turns,
        form: TypedForm { headline, text: typed, rating, display_name, other_name, filled_with, taps },
        saves,
    } = draft;
    let answers = turns.iter().map(|Turn { number, answer, mark, language }| {
        let asked = model_turns.iter().find(|ModelTurn { number: asked, question: _ }| asked == number);
        let question = asked.and_then(|ModelTurn { number: _, question }| question.as_ref());
        json!({
            "number": number,
            "question": question.map(|question| question.as_str()),
            "answer": answer.as_ref().map(|answer| answer.as_str()),
            "mark": mark.as_str(),
            "language": language.as_str(),
        })
    });
    json!({
        "request_id": request.get(),
        "item": item,
        "rating": rating.map(|rating| rating.stars()),
        "tapped": taps.iter().map(text).collect::<Vec<_>>(),
        "headline": headline,
        "text": typed,
        "suggested_text": filled_with,
        "display_name": display_name,
        "other_name": other_name,
        "answers": answers.collect::<Vec<_>>(),
        "saved_on": saves.map(|saves| text(saves.day)),
    })
}

pub(super) fn photo(place: &PhotoPlace, id: Option<ReviewId>, at: Timestamp, shown: Option<(Size, String)>) -> Value {
    let PhotoPlace { tenant: _, review, slot: _, photo: _ /* its file is at the URL */ } = place;
    let (request, item) = match review {
        ReviewPlace::Item(request, item) => (Some(request.get()), Some(item)),
        ReviewPlace::Own(_ /* the review's id */) => (None, None),
    };
    let (size, url) = shown.unzip();
    let (width, height) = size.map(|Size { width, height }| (width, height)).unzip();
    json!({
        "request_id": request,
        "item": item,
        "review_id": id.map(ReviewId::get),
        "url": url,
        "width": width,
        "height": height,
        "created_at": time(at),
    })
}
