## The frame of every page

skip = Skip to the content
nav-label = Pages
nav-more = More
more-heading = More
more-pages = Pages
more-in-public = In public
more-account = Your account
more-public = Published reviews
more-public-text = As everyone sees them
more-trust = Trust page
more-trust-text = How you publish reviews, for everyone to read
more-not-public = Your reviews are not shown in public: this is test data, or you switched that off in Settings.
more-language = Your language
more-language-none = The shop’s language
more-notifications = Email me when reviews wait
more-notifications-at_once = At once, at most one an hour
more-notifications-daily = In the morning, if there are new ones
more-notifications-never = Never
help-heading = If something isn’t working
help-not-sent = A customer got no message
help-not-sent-text = Search for the whole email address in Requests. The page of the request says what happened, why, and what comes next.
help-paused = Sending is paused
help-paused-text = Settings shows until when, and lets you resume what you paused yourself. If the operator of this service paused sending, only the operator can resume it.
help-held = Your emails are suspended
help-held-text = Too many emails bounced or were marked as spam, and sending more would harm your domain. Remove addresses that don’t exist from your shop. Sending resumes by itself once hardly any come back; until then, Today says so. If it can’t wait, an owner can release the emails there, once in 7 days; after that, ask the operator of this service.
help-webhook = A webhook is failing
help-webhook-text = Your endpoint has to answer with a status from 200 to 299. Events are kept for three days and sent in order once it works again. Connections, Webhooks shows every answer.
test-data = Test data
role-owner = Owner
role-moderator = Moderator
role-reader = Reader
guest = Signed in with a link
sign-out = Sign out
nav-shops = Your shops
undo = Undo
seconds = s
search = Search
copy = Copy
copied = Copied
fields-choose = Choose …
next-page = Next
first-page = Back to the start
nothing-here = Nothing here yet.
failed = This did not reach the server. Please try again.
waiting-count = { $count } waiting

## Times

ago-now = just now
ago-minutes = { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
ago-hours = { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
ago-days = { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
at-time = { $day }, { $time }

## Keyboard

keys-heading = Keyboard shortcuts
keys-move = Next and previous
keys-publish = Publish
keys-withhold = Withhold
keys-mark = Mark a review; a and w then decide about all marked ones
keys-reply = Reply
keys-undo = Undo
keys-search = Search
keys-help = This list
close = Close

## When something does not work

not-found-heading = Page not found
not-found-text = The address is wrong, or the page no longer exists.
forbidden-heading = Not allowed
forbidden-text = Your role does not allow this. An owner can change roles on the Members page.
guest-heading = Only this shop
guest-text = You signed in by a link, without an email address, so no other shop is known to be yours. On the page Members you can invite your address, and then sign in with it.
origin-heading = Not sent from this page
origin-text = The form was not sent from this console, so nothing was changed. Please open the page again and retry.
conflict-heading = Changed in the meantime
conflict-text = Somebody else changed this after you opened it. This is how it is now.
failure-heading = Something went wrong
failure-text = Nothing was changed. Please try again in a moment.
too-many-heading = Too many emails
too-many-text = Too many links were requested for this address. You can still ask for one in a browser where you have signed in before; elsewhere, please try again in an hour.
back-home = Back to the console

## Long work

progress-of = { $done } of { $all }.
progress-so-far = So far: { $what }.
progress-left = { $minutes ->
        [0] Less than a minute left.
        [1] About a minute left.
       *[other] About { $minutes } minutes left.
    }
progress-again = Refresh
