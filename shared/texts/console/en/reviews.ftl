## Reviews

reviews-heading = Reviews
reviews-text = What waits comes in the order in which it came, whatever its stars. Only you see it.
reviews-which = Which reviews
reviews-tab-waiting = To decide
reviews-tab-published = Published
reviews-tab-withheld = Withheld
reviews-tab-all = All
reviews-words = Words, a name
reviews-product = Product
reviews-all-products = All products
reviews-stars = Stars
reviews-all-stars = All stars
reviews-of-shop = The shop itself
reviews-nothing-waiting = No review waits for a decision.
reviews-nothing-published = No review is published yet.
reviews-nothing-withheld = No review is withheld.
reviews-nothing-all = No reviews yet.
reviews-nothing-found = No review matches.
reviews-cut = There are too many reviews to look at all of them at once. Next goes on with the search.

## A review

review-heading = { $author } about { $product }
review-anonymous = Anonymous
review-back = All reviews
review-previous = Previous
review-place = { $place } of { $count } to decide.
review-open = Open
review-publish = Publish
review-publish-edit = Publish the change
review-withhold = Withhold
review-withhold-letter = Withhold and email the author
review-withhold-more = Withhold …
review-withhold-why = Withhold it, and say why
review-withhold-about = The author learns the reason and can change the review. An opinion about the product is no reason.
review-drop-edit = Reject the change
review-drop-edit-why = Reject the change, and say why
review-decide = Decide
review-waits = Waits:
review-withheld-for = Withheld:
review-reason = Reason
review-note = Note for the history, which only the shop sees
review-has-edit = A change waits
review-edit-heading = The change that waits
review-photos = { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
review-photo = Photo { $number }
review-verified = verified
review-verified-order = Verified purchase
review-verified-request = Asked after an order
review-verified-none = Not verified
review-written = written { $time }
review-order = Order { $order }
review-is-waiting = Waits for a decision. Only you see it.
review-is-published = Published
review-is-withheld = Withheld
review-is-other = Unknown state
review-rule-contact_data = Names a phone number, an address or a website
review-names-phone = Names a phone number
review-names-email = Names an email address
review-names-website = Names a website
review-names-account = Names an account of a network
review-rule-moderation = Every review waits for a decision
review-rule-edit_of_withheld = Changed after it was withheld
review-reason-confidential = A secret
review-reason-abusive = Insults
review-reason-personal_data = Personal data
review-reason-discriminatory = Against people
review-reason-misleading = Clearly false
review-reason-fake = Fake
review-reason-unrelated = Off topic
review-reason-unlawful = Unlawful
review-reason-unspecified = No reason given
review-reply = Your answer, shown below the review
review-reply-button = Answer
review-reply-change = Change the answer
review-reply-remove = Remove the answer
review-reply-letter = The author gets the first answer by email, a minute later at the earliest.
review-history = History
review-request = Request { $id }, created { $day }.
review-request-link = Show the request
review-was-submitted = Written
review-was-held = Waits
review-was-edited = Changed
review-was-published = Published
review-was-withheld = Withheld
review-was-edit_dropped = Change rejected
review-was-replied = Answered
review-was-reply_removed = Answer removed
review-was-undone = Taken back
review-was-imported = Imported
review-was-removed = Removed
review-was-withdrawn = Withdrawn
review-was-erased = Erased
review-by-author = The author
review-by-key = API key { $id }
review-by-member = A member of the shop
review-by-rule = By a rule

## What a click did

review-done-published = { $author }: published.
review-done-withheld = { $author }: withheld.
review-done-withheld-letter = { $author }: withheld, and told why by email in a minute.
review-done-edit-dropped = { $author }: change rejected. What was public stays so.
review-done-replied = { $author }: answered.
review-done-replied-letter = { $author }: answered, and told by email in a minute.
review-done-reply-removed = { $author }: answer removed.
review-done-undone = { $author }: taken back. Everything is as it was.
review-changed = Somebody changed this review meanwhile. Here is how it is now; nothing of yours was saved.
review-too-late = It is too late to take this back. Here is how it is now.
review-wrong-reason = Please choose a reason.
review-wrong-note = A note is one line of at most 500 characters. Nothing was saved.
review-wrong-reply = An answer needs 1 to 10,000 characters.
