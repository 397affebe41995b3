### English

### Words

# On the page and in emails.

day = { $day } { $month ->
        [january] January
        [february] February
        [march] March
        [april] April
        [may] May
        [june] June
        [july] July
        [august] August
        [september] September
        [october] October
        [november] November
       *[december] December
    } { $year }
month = { $month ->
        [january] January
        [february] February
        [march] March
        [april] April
        [may] May
        [june] June
        [july] July
        [august] August
        [september] September
        [october] October
        [november] November
       *[december] December
    } { $year }

# A product that the shop never described.
product = Product { $id }
# The product of a preview, while the shop has none.
example-product = Example product
# The same, as an item of a request, by its place.
item = Item { $number } of your order
stars = { $count ->
        [one] { $count } star
       *[other] { $count } stars
    }
decimal = { $whole }.{ $tenths }
withheld-opening-shop = { $shop } decided not to show your review.
withheld-change = You can change your review until { $day }. { $shop } then looks at it again before it is shown.
withheld-insider = You work for { $shop }, so your review is not shown.

### Page

# The customer's page. A message is plain text: markup stays in the templates.

## The list of products

hub-title = Your review
hub-title-wrong = Please check your review
hub-question = How is it?
hub-question-named = How is it, { $name }?
hub-questions = How are they?
hub-questions-named = How are they, { $name }?
hub-question-shop = How did { $shop } do?
hub-question-shop-named = How did { $shop } do, { $name }?
hub-opening = Good or bad, it helps the next person choose.
hub-trial = This is a test: you see what your customers see, and nothing of it is counted or shown.
wrong-heading = Your review is not sent yet
wrong-kept = Everything you typed is still there.
thanks = Thank you.
thanks-named = Thank you, { $name }.
thanks-all = { $total ->
        [1] Your review is in.
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
link-is-yours = This is your personal link from { $shop }. Anyone who has it can write here for you, so keep it to yourself. It works until { $day }.
stop-offer = Rather not be asked? This stops all emails and texts in which { $shop } asks for reviews.
stop-button = Stop asking me
stopped = { $shop } will not ask you for reviews again.
contact-shop = Is there something { $shop } should put right? Tell them directly
privacy = How { $shop } handles your data

## A product and its form

item-changed = changed on { $day }
held-moderation = { $shop } reads your review first. Then everyone can see it.
held-phone = { $shop } reads it first, because it names a phone number. Without the number, everyone sees it at once.
held-email = { $shop } reads it first, because it names an email address. Without the address, everyone sees it at once.
held-website = { $shop } reads it first, because it names a website. Without the website, everyone sees it at once.
held-account = { $shop } reads it first, because it names a social media account. Without the account, everyone sees it at once.
shown-heading = What others see
shown-now = Everyone can see it now.
shown-by-shop = { $shop } can show it now.
shown-earlier = Until then, everyone sees your earlier version.
item-changes-unsent = changes not sent yet
item-edit = Edit
item-edit-named = Edit your review of { $title }
item-see = See it in the shop
item-begun = Started, not sent yet
rating-label = Your rating
headline-label = Headline
text-label = What should others know?
optional = (optional)
text-left = { $count } characters left
text-hint-taken = Put together from your answers: change whatever you like. Up to 5,000 characters.
send = Send review
save = Save changes
cancel = Cancel
questions-begin = Ask me four questions
questions-begin-ai = Let an AI ask me
questions-go-on = Continue with the questions
questions-change = Change my answers
fragments-hint = These answers are short. Finish them, or leave them as they are.
offer-hint = Your answers, not in your review yet:
offer-add = Add them to my review
name-label = Name shown with your review
fact-none = No answer
name-shown-as = As
name-anonymous = Anonymous
name-another = Another name
name-field = The name to show
public-line = Everyone sees your stars, answers, words, photos and this name. Never your email or order.

## What is wrong with a field

fault-rating = Please choose 1 to 5 stars.
fault-headline = Please use at most 200 characters for the headline, on one line.
fault-text-too-long = Please shorten your review to 5,000 characters.
fault-name = Please use at most 60 characters for the name, on one line.
fault-name-missing = Please type the name to show, or choose Anonymous.
fault-too-often = This review was saved very often today, so this change is not saved. What you typed is still here: you can send it now, or save it again tomorrow.
fault-changed-too-often = You changed this review very often today, so this change is not saved. What you typed is still here: please send it again tomorrow.
fault-answer-too-long = Please shorten your answer to 1,000 characters.

## The questions, one a page

chat-title-wrong = Please check your answer
chat-asked-by-ai = Asked by an AI.
chat-by-ai = An AI asks up to { $total } questions, and offers at most how an answer begins. You write; skip what you like.
chat-by-guide = { $total } quick questions. Your answers become a draft you can edit.
chat-progress = Question { $number } of { $total }
chat-earlier = Your answers so far
chat-skipped = Skipped
chat-change = Change
chat-change-named = Change your answer to: { $question }
chat-chips = Ready answers and beginnings
chat-hint = A few words will do.
chat-hint-chips = Type on, or tap what fits.
chat-photo = A photo helps most. Add one?
chat-next = Next
chat-last = See my draft
chat-skip = Skip
chat-enough = That’s enough, show my text
chat-leave = Back to the form

## What is wrong with the order

problem-heading = Something is wrong with my order
problem-title-wrong = Please check your message
problem-label = What is wrong?
problem-hint = { $shop } gets your words by email, with your name, the order and what you bought, and can get in touch with you. Your review does not depend on it. Up to 1,000 characters.
problem-button = Send to the shop
problem-back = Go on with my review
problem-missing = Please write what is wrong.
problem-too-long = Please shorten your message to 1,000 characters.
problem-too-often = { $shop } has already got three messages from you today, so this one is not sent. What you typed is still here: please send it again tomorrow.
problem-unreachable = { $shop } cannot be reached by email at the moment, so your message is not sent. What you typed is still here.
problem-contact = Write to { $shop } directly
problem-sent = Your message is on its way to { $shop }, who can get in touch with you. Your review is a separate matter: go on with it whenever you like.
problem-told = You wrote to { $shop } on { $day } that something is wrong.
problem-trial = This is a test, so your message is not sent to { $shop }.

## Pages that say one thing

expired-heading = Link Expired
expired-why = Review links stop working after a while. You can ask for a new one for what you have not reviewed yet. Reviews that you have sent stay; to change one, please write to { $shop }.
expired-button = Send me a new link
expired-where = We’ll email it to you.
renewed-heading = Check your email
renewed-what = If a new link can be sent, it is on its way to the address that the shop has for you. It should arrive within a few minutes; please look in your spam folder, too.
renewed-again = You can ask for a new link once a day.
cancelled-heading = This link is no longer available
cancelled-why = The shop has withdrawn this invitation, so there is nothing left for you to do here. Reviews you have already written stay as they are.
postponed-heading = Thank you for telling us
postponed-again = We will ask you again on { $day }. Until then you won’t hear from us about this.
postponed-never = When it has arrived, you can use the same link to open the page.
postponed-sooner = It came sooner? Review it
postponed-link = Your link keeps working until { $day }. If your order seems to be lost, please ask { $shop } about it.
reviewed-heading = There is nothing to wait for
reviewed-why = You have already reviewed something, so we won’t remind you. You can review the rest whenever it arrives.
reviewed-back = Back to your page
withdraw = Take my review back
withdraw-heading = Take your review back?
withdraw-why = Your words, your name and your photos are deleted for good. You can write another review for as long as this link works.
withdraw-sure = Delete my review
withdraw-back = Keep it
withdrawn = Your review of { $title } has been deleted.
report-heading = Report a review
report-why = What is wrong with it?
report-unlawful = It breaks the law
report-fake = It is not genuine
report-abusive = It insults or threatens
report-personal_data = It says something private about a person
report-other = Something else
report-words = In your own words
report-button = Report
report-hint = { $shop } reads your report and decides. Nobody learns who you are unless you say so.
report-email = If you leave an address, you get a confirmation, and later the decision of { $shop } with its reason. It is deleted after a year.
reported-heading = Thank you
reported-what = { $shop } has your report and will decide about the review.
reported-receipt = If { $email } may get emails from us, a confirmation arrives soon.
report-too-many = Too many reports have come in. Please write to { $shop } directly.
write-how = Enter the email address that the shop has for you, and we’ll send you a link to rate it and write.
write-email = Email address
write-who = { $shop } sees your address and reads your review before it is public. Nobody else sees your address.
write-button = Send me the link
write-fault = Please enter an email address, such as jane@example.com.
write-sent = If the shop knows { $email } and may write to it, the link arrives within a minute.
write-spam = Not there? Look in your spam folder, or try again in an hour.
write-too-many = Many links were requested over your internet connection, so we cannot send another one now. Please try again later, or use another connection, such as your phone’s.

unsubscribe-heading = Stop asking you for reviews?
unsubscribe-what = { $shop } will not ask you for reviews again, by email or by text message. Messages about your orders are not affected.
unsubscribe-button = Unsubscribe
unsubscribe-hint = Nothing has changed yet. To keep getting these messages, just close this page.
unsubscribed-heading = You are unsubscribed
unsubscribed-hint = A message that was just being sent may still reach you.
unsubscribed-undo = I changed my mind: ask me again
resubscribed-heading = You will be asked again
resubscribed-what = { $shop } may ask you for reviews again.
unknown-heading = Page not found
unknown-why = There is nothing at this address. If it came in an email, please open it from there again: links copied by hand are easily cut short.
not-allowed-heading = This page cannot be opened that way
not-allowed-why = Please open the link in your email again and continue from there.
failure-heading = Something went wrong
failure-why = This is our fault, not yours. Please try again in a minute. If you were sending a review, go back first: your browser usually keeps what you typed.

## What the scripts say

script-saved = Draft saved
script-unsaved = Not saved yet
script-failed = That did not go through. Nothing is lost: what you typed is still here. Please try again in a moment.
script-question-comes = The next question is coming, one moment
script-draft-comes = Your draft is coming, one moment

## Photos

photos = Photos
photos-hint = Up to 5. We remove location and date.
photo-add = Add photos
photo-alt = Your photo { $number } of { $title }
photo-remove-number = Remove photo { $number }
photo-expected = A photo is being uploaded or checked. Load the page again in a moment.
photo-sending = Photo { $n } of { $of } is being sent…
photo-checking = Sent. Checking it…
photo-not-read = This file could not be read as a photo: { $file }. Please choose a JPEG, PNG or WebP picture.
photo-not-sent = The photo was not sent. Please try again.
photo-too-many = A review has room for 5 photos, so the others were left out.
photo-unreadable = This file could not be read as a photo. Please choose a JPEG, PNG or WebP picture; a screenshot of it works, too.
photo-too-large = This file is larger than 10 MB. Please choose a smaller one.
photo-too-many-pixels = This photo has more than 50 megapixels, or one side longer than 20,000 pixels. Please choose a smaller one.
upload-hint = Choose a JPEG, PNG or WebP picture of up to 10 MB. Everyone can see it with your review. We keep only the picture: not where or when it was taken.
upload-file = Your photo
upload-send = Upload
upload-back = Back without a photo
photos-full = There are 5 photos already
photos-full-hint = A review has room for 5. Remove one, and you can add another.
photos-too-often = Photos were added very often today
photos-too-often-hint = Your photos and words are still here. You can add more photos tomorrow.
photos-full-back = Back to your review

## Reviews on the shop’s own page

published-heading = Reviews of { $title }
published-none = Nobody has reviewed this yet.
published-average = { $average } out of 5
published-count = { $count ->
        [one] { $count } review
       *[other] { $count } reviews
    }
published-of = of { $n }
published-order = Verified purchase
published-request = Asked after an order
published-claimed = Purchase confirmed by { $system }
published-incentivized = Got something in return
published-rewarded = { $count ->
        [one] { $count } of them got something in return
       *[other] { $count } of them got something in return
    }
published-experienced = Received in { $month }
published-experience = Date of experience: { $month }
published-edited = Edited on { $date }
published-imported = Written elsewhere
published-report = Report
published-photo = Photo { $number } of this review
published-photo-of = Photo { $number } of { $total }
published-reply = Reply from { $shop }
published-reply-before-edit = Written before the review was edited
published-pages = Pages of reviews
published-page = Page { $number } of { $total }
published-newer = Newer reviews
published-older = Older reviews
published-newest = Newest first
published-highest = Highest rating
published-lowest = Lowest rating
published-all = All reviews
published-filter = { $stars } ★: { $n }
published-sort = Order
published-with-photos = With photos
published-no-hits = No reviews like that
published-of-newest = Of the newest { $n } reviews
published-showing = Showing { $shown } of { $n }
published-more = More reviews
published-whole = Read more
published-claimed = Purchase confirmed by { $system }
published-unknown = Purchase not known
published-close = Close
published-previous = Previous
published-next = Next
published-write = Write a review
published-failed = That did not load. Try again.

## How a shop decides about reviews

trust-heading = How { $shop } publishes reviews
trust-publish = Reviews are public at once. Only those that contain an email address, a phone number or a web address wait for the shop.
trust-hold = Every review waits until the shop has read it.
trust-edit = A review that was withheld and then changed waits, too.
trust-visitor = A review by somebody whom the shop did not ask always waits for the shop.
trust-insider = A review from the address of somebody who manages this shop’s reviews is never shown; others who work for the shop may write none.
trust-reasons = The shop may withhold a review for these reasons only. An opinion about a product is not one of them.
trust-confidential = It gives away confidential information
trust-abusive = It insults or harasses
trust-personal_data = It contains personal data
trust-discriminatory = It discriminates against people
trust-misleading = It says something clearly false
trust-fake = There are good reasons to believe that it is fake
trust-unrelated = It is about something else
trust-unlawful = The law forbids it
trust-unspecified = The shop gave no reason
trust-earlier_system = The earlier system did not show it
trust-order = Reviews are shown newest first.
trust-mean = The average is the mean of all published reviews. No review weighs more than another.
trust-groups = Sizes, colours, languages and listings of one product may share their reviews and the average. Each review then says what it was written about.
trust-kept = A published review stays until its author takes it back, the author’s data is erased, or the shop removes it for one of the reasons below.
trust-challenge = If a review is withheld, its author gets an email with the reason, and can change the review or object to the shop.
trust-report = Anybody can report a published review. The shop then decides again.
trust-genuine = Reviews must be genuine. Fake, bought and traded reviews are forbidden, and the shop removes those that it learns of.
trust-consequence = A removed review counts in no average, and its author is told the reason.
trust-rewards = A reward for a review may not depend on its stars.
trust-refunded = Nobody is asked about what they got their money back for.
trust-incentives = What reviewers get, in the shop’s words:
trust-no-incentives = The shop names nothing that reviewers get in return.
trust-marks = What the marks mean, and how many published reviews have them
trust-none = none
trust-of = { $count ->
        [0] none of { $all }
       *[other] { $count } of { $all }
    }
trust-mark-order = The shop’s system has a paid order with this product.
trust-mark-request = The shop named an order when it asked. That order was not checked here.
trust-mark-claimed = The shop’s or another system says so. It was not checked here.
trust-mark-unknown = No order is known.
trust-mark-incentivized = The author was given something, whatever the stars.
trust-mark-imported = It comes from another review service and keeps its date.
trust-numbers = Reviews in numbers
trust-stars = Stars
trust-all = All
trust-submitted = Submitted
trust-published = Published
trust-withheld = Withheld
trust-removed = Removed
trust-decided = How soon half of them were published or withheld
trust-hours = { $hours ->
        [0] at once
        [1] within the hour
       *[other] within { $hours } hours
    }
trust-days = within { $days } days
trust-undecided = fewer than five decided so far
trust-slowest = The slowest of all
trust-longer = after more than half a year
trust-waiting = { $count ->
        [0] No review waits for the shop.
        [one] { $count } review waits for the shop.
       *[other] { $count } reviews wait for the shop.
    }
trust-oldest = { $days ->
        [0] The oldest has waited less than a day.
        [one] The oldest has waited { $days } day.
       *[other] The oldest has waited { $days } days.
    }
trust-withdrawn = { $count ->
        [0] None was taken back by its author.
        [one] { $count } was taken back by its author.
       *[other] { $count } were taken back by their authors.
    }
trust-elsewhere = { $count ->
        [0] None was written elsewhere.
        [one] { $count } was written elsewhere.
       *[other] { $count } were written elsewhere.
    }
trust-from-shop = { $count ->
        [one] { $count } comes from the shop’s own system and was not checked here.
       *[other] { $count } come from the shop’s own system and were not checked here.
    }
trust-few = So that nobody is singled out, 1 to 4 reviews are shown as “1–4”.

### Email

# The email that asks for reviews. Subjects are one line of plain text. The heading is the first email's subject,
# and the question in those of its reminders, after a sentence of their own.

heading-product = How’s the { $title }?
heading-product-named = How’s the { $title }, { $name }?
# For a product whose title is too long for a heading.
heading-it = How is it?
heading-it-named = How is it, { $name }?
heading-order = How’s your order from { $shop }?
heading-order-named = How’s your order from { $shop }, { $name }?
heading-shop = How did { $shop } do?
heading-shop-named = How did { $shop } do, { $name }?
subject-first-reminder = Got a minute? { $question }
subject-next-reminder = We’d still like to know. { $question }
subject-last-reminder = One last time: { $question }
subject-new-link = Your new review link from { $shop }

preheader-more = { $title } and { $more } more. Good or bad, it helps the next person choose.

opening-first = Good or bad, it helps the next person choose.
opening-first-reminder = You may have missed our first email. Good or bad, a few words help.
opening-next-reminder = One minute is enough: your stars and a sentence, whatever you think.
opening-last-reminder = This is our last reminder. We won’t ask about this again.
opening-new-link-order = Here is the new link you asked for. It shows what you have not reviewed yet.
opening-new-link-shop = Here is the new link you asked for.

# The opening with what to tap, above the stars: of a first email, and of all others.
lead-first = Tap a star to start. { $opening }
lead = { $opening } Tap a star to start.
more = and { $more } more
button = Write your review
# The same above a link in plain text.
button-link = Write your review:
not-arrived = { $total ->
        [1] It hasn’t arrived yet
       *[other] Something hasn’t arrived yet
    }
closing = This link is yours alone and works until { $day }.
reason-ordered = You’re receiving this because you ordered from { $shop }.
reason-customer = You’re receiving this because you’re a customer of { $shop }.
subject-asked = Your link to write a review for { $shop }
asked-opening = You asked for a link to write about { $title }.
asked-ignore = If that was not you, you can ignore this email.
reason-asked = You’re receiving this because somebody entered your address on a page of { $shop }.
objection = You can object to these emails at any time, at no cost:
unsubscribe = Unsubscribe from review emails
contact = Contact { $shop }
privacy = Privacy policy

# Notifications to the author of a review.

subject-withheld = Your review for { $shop } is not shown
heading-withheld = Your review is not shown
withheld-opening-product = { $shop } decided not to show your review of { $title }.
withheld-confidential = The reason: it contains confidential information.
withheld-abusive = The reason: it contains insults or threats.
withheld-personal_data = The reason: it contains somebody’s personal data.
withheld-discriminatory = The reason: it is discriminatory.
withheld-misleading = The reason: it is false or misleading.
withheld-fake = The reason: it does not seem to come from a real experience.
withheld-unrelated = The reason: it is not about what was reviewed.
withheld-unlawful = The reason: it contains something unlawful.
withheld-unspecified = The shop gave no reason.
withheld-closed = The link to your review no longer works, so you can no longer change it there.
withheld-button = Change your review
decision-ground-law = { $shop } holds that the law does not allow this content.
decision-ground-rule = { $shop } has the rule not to show reviews for this reason, however many stars they give.
decision-day = { $shop } decided this on { $day }.
decision-scope = The decision applies everywhere, until { $shop } decides otherwise.
redress-reply = If you disagree, tell { $shop }: just reply to this email.
redress-write = If you disagree, write to { $shop }. How to reach them is at the end of this email.
redress-ask-reply = To learn the reason, or if you disagree, ask { $shop }: just reply to this email.
redress-ask-write = To learn the reason, or if you disagree, write to { $shop }. How to reach them is at the end of this email.
redress-outside = You may also be able to turn to a court or to an out-of-court body that settles disputes. Which one depends on the country you live in.
subject-dropped = Your change to a review for { $shop } is not shown
heading-dropped = Your change is not shown
dropped-opening-product = { $shop } decided not to show the change to your review of { $title }. The earlier version stays:
dropped-opening-shop = { $shop } decided not to show the change to your review. The earlier version stays:
subject-removed = Your review for { $shop } was removed
heading-removed = Your review was removed
removed-opening-product = { $shop } removed your review of { $title } for good.
removed-opening-shop = { $shop } removed your review for good.
subject-replied = { $shop } replied to your review
heading-replied = { $shop } replied to you
replied-own-product = You wrote about { $title }:
replied-own-shop = You wrote about { $shop }:
replied-answer = { $shop } replied:
replied-button = See your review
reason-review = You’re receiving this because you wrote a review for { $shop }.
subject-report-received = { $shop } has your report
heading-report-received = Your report has arrived
report-received = You reported a review of { $title } on { $day }.
report-received-next = { $shop } reads your report and decides. You will get another email then.
subject-report-decided = The decision of { $shop } about your report
heading-report-decided = A decision about your report
report-decided = On { $day } you reported a review of { $title }.
report-kept = { $shop } decided that the review stays public. The reason:
report-ended = { $shop } decided that the review is no longer public.
report-gone = The review is no longer public, although { $shop } did not decide about it.
reason-reported = You’re receiving this because somebody entered your address when reporting a review on a page of { $shop }.

# Notifications to the owner of a shop.

subject-webhook = A webhook of { $shop } is switched off
heading-webhook = A webhook is switched off
webhook-failed = We have not been able to deliver anything to this webhook since { $day }, so it is switched off:
webhook-gone = This webhook’s server answered that the address is gone for good (410), so it is switched off:
webhook-fix = Until it is switched on again, { $shop } misses what happens. The person who set it up can fix the address and switch the webhook on again in the console. Its log there keeps the last 30 days, and each call can be sent again.
subject-held = The emails of { $shop } are suspended
heading-held = Your emails are suspended
held-bounces = { $count } of the last { $sent } emails of { $shop } went to addresses that do not exist. So no emails of { $shop } are being sent for now.
held-complaints = { $count } of the last { $sent } emails of { $shop } were marked as spam. So no emails of { $shop } are being sent for now.
held-fix = Please find out where these addresses come from, and ask only people who bought from { $shop }. If hardly any more come back, the waiting emails are sent automatically on { $day }. Each time this happens again, it takes longer.
subject-silent = No orders from { $system } are reaching { $shop }
heading-silent = No orders are coming from { $system }
silent-since = The last order of { $shop } came from { $system } on { $day }. That is much longer ago than usual.
silent-fix = Please check in { $system } that it still reports orders: its webhooks are switched on, or the Afterword plug-in is connected. Until orders arrive again, their buyers are not asked for reviews.
heading-sender = Your emails no longer leave from your own address
sender-lost = The DNS records of { $domain } are gone or changed. So the emails of { $shop } leave from the usual address again. None was lost.
sender-fix = Please add the records again. As soon as they are found, emails leave from your own address again.
subject-ended = { $shop } is closed: everything is destroyed on { $day }
heading-ended = { $shop } is closed
ended-by-owner = An owner closed it in the console on { $day }.
ended-by-operator = The operator of this review service closed it on { $day }.
ended-by-nobody = It was closed on { $day }.
ended-now = Customers get no messages, and API keys, links and pages do not work.
ended-undo = Until { $day } an owner can open the console and reopen the shop. After that, everything that is stored about it is destroyed, and nobody can bring it back. If you cannot sign in, please ask the operator of this review service before then.
heading-restored = { $shop } is open again
restored-now = The closing was taken back: API keys, links and pages work again, and messages that waited are sent.
reason-ended = You’re receiving this because you are an owner of { $shop }.
console-button = Open the console
reason-owner = You’re receiving this because this is the owner’s address in the settings of { $shop }.
# At the end of emails to somebody of the shop.
no-replies = Replies to this email reach nobody: press its button.

# The email to the shop about a problem with an order.

heading-problem-order = Something is wrong with order { $order }
heading-problem = Something is wrong with an order from { $shop }
problem-wrote-named = { $name } wrote to { $shop } on the page for reviews:
problem-wrote = A customer wrote to { $shop } on the page for reviews:
problem-about = This is about: { $titles }
problem-answer = Reply to this email to answer. Your reply goes to { $email }.
problem-answer-phone = There is no email address for an answer. The customer’s phone number is { $phone }.
reason-problem = You’re receiving this because this is the address to which { $shop } gets messages about problems with orders.

### SMS

# Text messages. Segments are paid for: where a language's letters allow it, the words are GSM-7 only, and short enough
# for one segment of 160 characters with a link and a name.

first = { $shop } would love your honest review: { $link } Reply STOP to end.
reminder = Reminder: { $shop } would love your honest review: { $link } Reply STOP to end.
# Stands for a name that no phone's cheap alphabet can spell.
some-shop = A shop you know

### Questions

# The question guide: each question with its ready answers (`chip-`), for and against, and with beginnings for the
# customer to finish (`start-`). A ready answer is a sentence that stands for itself in a review, without its full stop.
# One that leads to another question has that question's name: `chip-gift` to `product-2-gift` and `product-4-gift`.

product-1 = How do you use it?
    .chip-1 = I use it every day
    .chip-2 = I use it now and then
    .chip-hardly = I haven’t used it much yet
    .chip-gift = It was a gift
    .start-1 = I use it for …
    .start-2 = I use it when …
    .start-3 = I bought it because …
product-2 = What do you like about it?
    .chip-1 = It’s well made
    .chip-2 = It’s easy to use
    .chip-3 = It’s good value
    .chip-nothing = There isn’t much I like
    .start-1 = I like that …
    .start-2 = I like the …
    .start-3 = Compared with my last one …
product-2-gift = How did it go down?
    .chip-1 = It went down very well
    .chip-2 = It gets used a lot
    .chip-nothing = It wasn’t the right thing
    .start-1 = They said that …
    .start-2 = I chose it because …
product-2-hardly = What was your first impression?
    .chip-1 = It looks well made
    .chip-2 = It looks easy to use
    .chip-3 = It’s not what I expected
    .chip-nothing = There isn’t much I like so far
    .start-1 = At first glance, it …
    .start-2 = I haven’t used it more because …
product-3 = What could be better?
    .chip-1 = I’d change nothing
    .chip-2 = It could be sturdier
    .chip-3 = It isn’t as described
    .chip-4 = It’s too expensive
    .start-1 = It would be better if …
    .start-2 = I wish …
    .start-3 = For me, it’s …
product-3-nothing = What went wrong?
    .chip-1 = It broke
    .chip-2 = It isn’t as described
    .chip-3 = It doesn’t do what I need
    .chip-4 = The quality isn’t good enough
    .start-1 = I expected …
    .start-2 = It would be better if …
product-4 = Would you recommend it, and to whom?
    .chip-1 = I’d recommend it to anyone
    .chip-2 = I’d recommend it to some people
    .chip-3 = I wouldn’t recommend it
    .start-1 = I’d give it to …
    .start-2 = It suits …
    .start-3 = It isn’t for …
product-4-gift = Would you give it again?
    .chip-1 = I’d give it again
    .chip-2 = I might give it again
    .chip-3 = I wouldn’t give it again
    .start-1 = I’d give it again to …
    .start-2 = I wouldn’t give it again because …
product-4-nothing = What would have put it right?
    .chip-1 = A replacement would have helped
    .chip-2 = A refund would have helped
    .chip-3 = A quick answer would have helped
    .chip-4 = Nothing would have helped
    .start-1 = It would have helped if …
    .start-2 = I’d have been happy with …

shop-1 = What brought you to this shop?
    .chip-1 = I needed something specific
    .chip-2 = I was looking for a gift
    .chip-3 = I come here regularly
    .start-1 = I was looking for …
    .start-2 = I came here because …
shop-2 = What went well?
    .chip-1 = It was quick
    .chip-2 = It was easy
    .chip-3 = The people were friendly
    .chip-nothing = Not much went well
    .start-1 = I liked that …
    .start-2 = I liked the …
    .start-3 = Compared with other shops …
shop-3 = What could be better?
    .chip-1 = I’d change nothing
    .chip-2 = It took too long
    .chip-3 = It was too expensive
    .chip-4 = My questions went unanswered
    .start-1 = It would be better if …
    .start-2 = I wish …
shop-3-nothing = What went wrong?
    .chip-1 = It took too long
    .chip-2 = It was too expensive
    .chip-3 = My questions went unanswered
    .chip-4 = I didn’t get what I ordered
    .start-1 = I expected …
    .start-2 = It would be better if …
shop-4 = Would you come back?
    .chip-1 = I’d come back
    .chip-2 = I might come back
    .chip-3 = I wouldn’t come back
    .start-1 = I’d come back for …
    .start-2 = I’d come back if …
    .start-3 = I wouldn’t come back because …
shop-4-nothing = What would have put it right?
    .chip-1 = A quick answer would have helped
    .chip-2 = A refund would have helped
    .chip-3 = An apology would have helped
    .chip-4 = Nothing would have helped
    .start-1 = It would have helped if …
    .start-2 = I’d have been happy with …

# Facts that a shop may take as they are: a question of at most 60 characters, and answers of at most 24, in order.
fact-fit = How does it fit?
    .answer-1 = Runs small
    .answer-2 = True to size
    .answer-3 = Runs large
fact-value = Is it worth its price?
    .answer-1 = Too expensive
    .answer-2 = Fair
    .answer-3 = Great value
fact-ease = How easy is it to use?
    .answer-1 = Difficult
    .answer-2 = All right
    .answer-3 = Easy

# What an answer may lose on its way into the draft, separated by bars. `fillers` mean nothing anywhere, `openers` at the
# start of a clause; those with a comma need it, those with words in parentheses need one of them behind it, and such a
# filler begins a sentence. An answer of nothing but `yes-no` or `nothing` is asked about. The full stop after
# `abbreviations` ends no sentence.
fillers = um | umm | uhm | uh | uhh | er | erm | hm | hmm | so yeah | I mean (not/it’s/it is/it was/they/there)
openers = well, | so, | okay, (so/well/um/i/it’s) | ok, (so/well/um/i/it’s) | I mean | you know, | anyway, | I’d say, | yeah, | yeah sure, | yeah so, | yep, | yes, (for)
yes-no = yes | yeah | yep | yup | sure | yes please | no | nope | nah | not really | maybe | of course | yeah sure
nothing = n/a | na | nothing | none | idk | don’t know | I don’t know | no idea | dunno
abbreviations = approx | etc | vs | incl | excl | max | min | no | nr | dr | mr | mrs | ms | st
