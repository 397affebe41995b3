# The customer's page. A message is plain text: markup stays in the templates.

## The list of products

hub-title = Your review
hub-title-wrong = Please check your review
hub-question = How is it?
hub-question-named = How is it, { $name }?
hub-question-shop = How was { $shop }?
hub-question-shop-named = How was { $shop }, { $name }?
hub-opening = Good or bad, it helps the next person choose.
wrong-heading = Your review is not sent yet
wrong-kept = Everything you typed is still there.
thanks = Thank you. That helps.
thanks-named = Thank you, { $name }. That helps.
thanks-all = { $total ->
        [2] Both reviews are in.
       *[other] All { $total } reviews are in.
    }
thanks-until = { $done ->
        [1] You can change it here until { $day }.
       *[other] You can change them here until { $day }.
    }
progress = { $number } of { $total } products
postpone-offer = { $total ->
        [1] Not arrived yet?
       *[other] Something hasn’t arrived yet?
    } We’ll ask again in a week.
postpone-button = Ask me in a week
link-is-yours = This is your personal link from { $shop }. Whoever has it can write here for you, so keep it to yourself. It works until { $day }.
stop-offer = Rather not be asked? This stops all emails and texts in which { $shop } asks for reviews.
stop-button = Stop asking me

## A product and its form

item-changed = changed on { $day }
item-changes-unsent = changes not sent yet
item-edit = Edit
item-edit-named = Edit your review of { $title }
item-begun = Begun, not sent yet
rating-label = Your rating
stars = { $count ->
        [one] { $count } star
       *[other] { $count } stars
    }
headline-label = Headline
headline-add = Add a headline
text-label = What should others know?
text-left = { $count } characters left
text-hint-taken = Made of your own answers: change whatever you like. Up to 5,000 characters.
send = Send review
save = Save changes
questions-begin = Not sure what to write?
questions-go-on = Go on with the questions
questions-change = Change my answers
offer-hint = Your answers, not in your review yet:
offer-add = Add them to my review
name-label = Name shown with your review
name-shown-as = Shown as
name-anonymous = Anonymous
name-another = Another name
name-field = The name to show
public-line = Everyone sees your stars, words, photos and this name. Never your email or order.

## What is wrong with a field

fault-rating = Please choose 1 to 5 stars.
fault-headline = Please use at most 200 characters for the headline, on one line.
fault-text-missing = Please write a few words about it.
fault-text-too-long = Please shorten your review to 5,000 characters.
fault-text-characters = Please remove the control characters from your review.
fault-name = Please use at most 60 characters for the name, on one line.
fault-name-missing = Please type the name to show, or choose Anonymous.
fault-too-often = It was saved very often today, so this change is not saved. What you typed is still here: you can send it now, or save again tomorrow.
fault-answer-too-long = Please shorten your answer to 1,000 characters.
fault-answer-characters = Please remove the control characters from your answer.

## The questions, one a page

chat-title-wrong = Please check your answer
chat-heading = A few questions about { $title }
chat-by-ai = You are talking to an AI. It asks up to { $total } questions, and reads your answers for that; it writes nothing for you. Skip what you like: your answers, in your own words, become a draft that you can change before you send it.
chat-by-guide = { $total } quick questions. Your answers become a draft you can edit.
chat-progress = Question { $number } of { $total }
chat-earlier = Your answers so far
chat-skipped = Skipped
chat-change = Change
chat-change-named = Change your answer to: { $question }
chat-chips = Ready answers: a tap sends one
chat-hint = A few words will do.
chat-hint-chips = Tap an answer, or write your own. A few words will do.
chat-next = Next
chat-last = See my draft
chat-skip = Skip
chat-leave = Write it myself

## Pages that say one thing

expired-heading = Link Expired
expired-why = Review links stop working after a while. You can ask for a new one that shows what you have not reviewed yet.
expired-button = Send me a new link
expired-where = We’ll email it to you.
renewed-heading = Check your email
renewed-what = If a new link can be sent, it is on its way to the address that the shop has for you. It should be there within a few minutes; a look into the spam folder can help.
renewed-again = A new link can be asked for once a day.
cancelled-heading = This link is no longer available
cancelled-why = The shop has withdrawn this invitation, so there is nothing left for you to do here. Reviews that you have already written stay as they are.
postponed-heading = Thank you for telling us
postponed-again = We will ask you again on { $day }. Until then you will hear nothing from us about this.
postponed-never = We will not write to you about this again. When it has arrived, the link you have opens the same page.
postponed-sooner = It came sooner? Review it
postponed-link = Your link works all the time, until { $day }. If your order seems to be lost, please ask { $shop } about it.
reviewed-heading = There is nothing to wait for
reviewed-why = You have reviewed something already, so you will not be reminded. What has yet to arrive can be reviewed whenever it is there.
reviewed-back = Back to your page
withdraw = Take my review back
withdraw-heading = Take your review back?
withdraw-why = Your words, your name and your photos are deleted at once, and nobody can read them any more. You can write another review for as long as this link works.
withdraw-sure = Yes, delete my review
withdraw-back = No, keep it
unsubscribe-heading = Stop asking you for reviews?
unsubscribe-what = { $shop } will not ask you for reviews again, by email or by text message. Messages about your orders are not affected.
unsubscribe-button = Unsubscribe
unsubscribe-hint = Nothing has changed yet. If you would rather be asked, just close this page.
unsubscribed-heading = You are unsubscribed
unsubscribed-hint = A message that was being sent at this very moment may still reach you.
unsubscribed-undo = I changed my mind: ask me again
resubscribed-heading = You will be asked again
resubscribed-what = { $shop } may ask you for reviews again.
unknown-heading = Page not found
unknown-why = There is nothing at this address. If it came in an email, open it from there again: a link that was copied by hand is easily cut short.
not-allowed-heading = This page cannot be opened that way
not-allowed-why = Please open the link in your email again and go on from there.
trouble-heading = Something went wrong
trouble-why = This is our fault, not yours. Please try again in a minute. If you were sending a review, go back first: your browser usually keeps what you typed.

## What the scripts say

script-saved = Draft saved
script-unsaved = Not saved yet
script-failed = That did not go through. Nothing is lost: what you typed is still here. Please try again in a moment.
script-question-comes = The next question comes, one moment
script-draft-comes = Your draft comes next, one moment

## Photos

photos = Photos
photos-hint = Up to 5. We remove location and date.
photo-add = Add photos
photo-alt = Your photo { $number } of { $title }
photo-remove = Remove
photo-remove-number = Remove photo { $number }
photo-expected = A photo is being uploaded or looked at. Load the page again in a moment.
photo-sending = Photo { $n } of { $of } is being sent…
photo-checking = Sent. It is being looked at…
photo-not-read = This file could not be read as a photo: { $file }.
photo-not-sent = The photo was not sent. Please try again.
photo-too-many = A review has room for 5 photos: the others were left out.
photo-unreadable = This file could not be read as a photo. Please choose a JPEG, PNG or WebP picture; a screenshot of it works, too.
photo-too-large = This file has more than 10 MB. Please choose a smaller one.
photo-too-many-pixels = This photo has more than 50 megapixels, or one side longer than 20,000 pixels. Please choose a smaller one.
upload-hint = Choose a JPEG, PNG or WebP picture of up to 10 MB. Everyone can see it with your review. We keep the picture alone: not where or when it was taken.
upload-file = Your photo
upload-send = Upload
upload-back = Back without a photo
photos-full = There are 5 photos already
photos-full-hint = A review has room for 5. Remove one, and you can add another.
photos-full-back = Back to your review

## Reviews on the shop’s own page

published-heading = Reviews of { $title }
published-none = Nobody has reviewed this yet.
published-average = { $average } out of 5
published-count = { $count ->
        [one] { $count } review
       *[other] { $count } reviews
    }
published-order = Verified purchase
published-request = Asked by the shop after an order
published-imported = Written elsewhere
published-photo = Photo { $number } of this review
published-reply = Answer from { $shop }
published-pages = Pages of reviews
published-page = Page { $number } of { $total }
published-newer = Newer reviews
published-older = Older reviews

## How a shop decides about reviews

trust-heading = How { $shop } publishes reviews
trust-publish = Reviews are public at once. Only one that contains an email address, a phone number or a web address waits for the shop.
trust-hold = Every review waits until the shop has looked at it.
trust-edit = A review that was withheld and then changed waits, too.
trust-reasons = The shop may withhold a review for these reasons only. What somebody thinks of a product is none of them.
trust-confidential = It gives away a secret
trust-abusive = It insults or harasses
trust-personal_data = It contains personal data
trust-discriminatory = It discriminates against people
trust-misleading = It says something clearly false
trust-fake = There are good grounds to think that it is fake
trust-unrelated = It is about something else
trust-unlawful = The law forbids it
trust-unspecified = The shop named no reason
trust-order = Reviews are shown newest first.
trust-incentives = What reviewers get, in the shop’s words:
trust-verified = Of the published reviews { $order } are of a verified purchase, { $request } were asked for after an order, and { $none } are neither.
trust-numbers = Reviews in numbers
trust-stars = Stars
trust-all = All
trust-submitted = Submitted
trust-published = Published
trust-withheld = Withheld
trust-removed = Removed
trust-hours = Hours until half of them were decided
trust-others = { $waiting } wait for the shop, { $withdrawn } were taken back by their authors, { $imported } were written elsewhere.
trust-oldest = Days for which the oldest waiting review has waited: { $days }
trust-few = So that nobody is singled out, 1 to 4 reviews are shown as “1–4”.
