## Reviews

nav-reviews = Reviews
reviews-heading = Reviews
reviews-text = Waiting reviews come oldest first, whatever their stars. Customers can’t see them yet.
reviews-which = Which reviews
reviews-tab-waiting = To decide
reviews-tab-published = Published
reviews-tab-withheld = Withheld
reviews-tab-all = All
reviews-words = Words or a name
reviews-product = Product
reviews-all-products = All products
reviews-stars = Stars
reviews-all-stars = All stars
reviews-why = Why it waits
reviews-all-reasons = All reasons
reviews-all-replies = With or without a reply
reviews-unanswered = Without a reply
reviews-of-shop = The shop itself
reviews-nothing-waiting = No reviews are waiting for a decision.
reviews-nothing-published = No reviews are published yet.
reviews-nothing-withheld = No reviews are withheld.
reviews-nothing-all = No reviews yet.
reviews-nothing-found = No reviews match.
reviews-cut = There are too many reviews to search in one go. Next continues the search.
reviews-mark = Mark
reviews-marked = Marked:
reviews-unmark = Unmark
reviews-none-marked = Nothing was marked.
reviews-marked-about = One reason for all of them. An opinion about the product is not a reason.

## A review

review-heading = { $author } on { $product }
review-anonymous = Anonymous
review-back = All reviews
review-previous = Previous
review-place = { $place } of { $count } to decide.
review-open = Open
review-publish = Publish
review-publish-edit = Publish the change
review-withhold = Withhold
review-withhold-notification = Withhold and email the author
review-withhold-more = Withhold …
review-withhold-why = Withhold it and say why
review-withhold-other = Change the reason
review-explain = Say why it is withheld
review-explain-button = Save the reason and email the author
review-reported = Reported by readers
review-reported-about = Withhold the review below, or keep it. Readers who left an address get your decision and its reason by email in a minute.
review-keep-why = Why it stays
review-keep = Keep the review
review-withhold-about = The author learns the reason and can change the review. An opinion about the product is not a reason.
review-drop-edit = Reject the change
review-drop-edit-why = Reject the change and say why
review-decide = Decide
review-waits = Waiting:
review-withheld-for = Withheld:
review-reason = Reason
review-note = Note for the history, seen only by the shop
review-has-edit = A change is waiting
review-edit-heading = The waiting change
review-photos = { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
review-photo = Photo { $number }
review-verified = verified
review-verified-order = Verified purchase
review-verified-request = Asked after an order
review-verified-claimed = Purchase confirmed by { $system }
review-verified-none = Not verified
review-incentivized = Got something in return
review-public = See it in public
review-written = written { $time }
review-edited = edited { $time }
review-experienced = received in { $month }
review-order = Order { $order }
review-is-waiting = Waiting for a decision. Only you can see it.
review-is-published = Published
review-is-withheld = Withheld
review-is-other = Unknown state
review-rule-contact_data = Contains a phone number, an address or a website
review-names-phone = Contains a phone number
review-names-email = Contains an email address
review-names-website = Contains a website
review-names-account = Names a social media account
review-rule-moderation = Every review waits for a decision
review-rule-edit_of_withheld = Changed after it was withheld
review-rule-visitor = Nobody asked for it
review-rule-product_hidden = Appears as soon as its product is published
review-rule-insider = The author works for the shop
review-reason-confidential = Confidential
review-reason-abusive = Insults
review-reason-personal_data = Personal data
review-reason-discriminatory = Discriminatory
review-reason-misleading = Clearly false
review-reason-fake = Fake
review-reason-unrelated = Off topic
review-reason-unlawful = Unlawful
review-reason-unspecified = No reason given
review-reason-earlier_system = The earlier system did not show it
review-reply = Your reply, shown below the review
review-reply-button = Reply
review-reply-change = Change the reply
review-reply-remove = Remove the reply
review-reply-before-edit = Readers see beside this reply that it was written before the review was edited. It no longer says so once you change the reply.
review-reply-notification = The author gets your first reply by email, after a minute at the earliest.
review-history = History
review-request = Request { $id }, created { $day }.
review-request-link = Show the request
review-was-submitted = Written
review-was-held = Waiting
review-was-edited = Changed
review-was-published = Published
review-was-withheld = Withheld
review-was-edit_dropped = Change rejected
review-was-replied = Replied
review-was-reply_removed = Reply removed
review-was-undone = Undone
review-was-unverified = No longer a verified purchase: the order was cancelled, refunded or not paid
review-was-imported = Imported
review-was-removed = Removed
review-was-withdrawn = Withdrawn
review-was-erased = Erased
review-was-reported = Reported by a reader
review-was-kept = Kept
review-by-reader = A reader
review-by-reader-told = Left an address and gets the decision by email
review-reported-unlawful = Breaks the law
review-reported-fake = Not genuine
review-reported-abusive = Insults or threatens
review-reported-personal_data = Says something private about a person
review-reported-other = Something else
review-by-author = The author
review-by-key = API key { $id }
review-by-member = A member of the shop
review-by-rule = A rule

## What a click did

review-done-published = { $author }: published.
review-done-withheld = { $author }: withheld.
review-done-withheld-notification = { $author }: withheld. The reason goes out by email in a minute.
review-done-edit-dropped = { $author }: change rejected. The public version stays.
review-done-replied = { $author }: replied.
review-done-kept = { $author }: kept.
review-done-replied-notification = { $author }: replied. Your reply goes out by email in a minute.
review-done-reply-removed = { $author }: reply removed.
review-done-undone = { $author }: undone. Everything is as it was.
reviews-done-published = { $count ->
        [one] { $count } review published.
       *[other] { $count } reviews published.
    }
reviews-done-withheld = { $count ->
        [one] { $count } review withheld.
       *[other] { $count } reviews withheld.
    }
reviews-done-withheld-notification = { $count ->
        [one] { $count } review withheld. The reason goes out by email in a minute.
       *[other] { $count } reviews withheld. The reason goes out by email in a minute.
    }
reviews-done-undone = { $count ->
        [one] { $count } review is as it was.
       *[other] { $count } reviews are as they were.
    }
reviews-done-left = { $count ->
        [one] { $count } stayed as it is, because it changed in the meantime.
       *[other] { $count } stayed as they are, because they changed in the meantime.
    }
reviews-undo-left = The others stay as they are: they changed since, or it is too late.
reviews-done-stopped = Then something went wrong. The others are as they were: please try again.
review-changed = Somebody changed this review in the meantime. This is how it is now; nothing of yours was saved.
review-too-late = It is too late to undo this. This is how it is now.
review-wrong-reason = Please choose a reason.
review-wrong-note = A note is one line of at most 500 characters. Nothing was saved.
review-wrong-reply = A reply needs 1 to 10,000 characters.
review-wrong-kept = Please say why it stays, on one line of at most 500 characters.
