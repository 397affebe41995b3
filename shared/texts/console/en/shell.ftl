## The frame of every page

skip = Skip to the content
nav-label = Pages
nav-more = More
more-heading = More
more-pages = Pages
more-public = Published reviews
more-public-text = As everybody sees them
more-trust = Trust page
more-trust-text = How you decide, for everybody to read
more-not-public = Your reviews are not shown in public: this is test data, or you switched that off in Settings.
more-language = Your language
more-language-none = The shop's
more-notifications = Email me when reviews wait
more-notifications-at_once = At once, one an hour at most
more-notifications-daily = In the morning, if some are new
more-notifications-never = Never
help-heading = When something does not work
help-not-sent = Somebody got no message
help-not-sent-text = Search the whole email address in Requests. The request says what happened, why, and what is next.
help-paused = Sending is paused
help-paused-text = Settings show until when, and end your own pause. A pause by the operator is ended by the operator.
help-held = Your emails are held
help-held-text = Too many emails came back or were marked as spam, and sending on would harm your domain. Remove addresses that do not exist from your shop; then the operator, or once a week POST /api/v1/deliverability/release, lets emails leave again.
help-webhook = A webhook fails
help-webhook-text = Your endpoint has to answer with a status of 200 to 299. Nothing is lost for three days: repair it, and what waits is sent in order. Connections, Webhooks shows each answer.
test-data = Test data
role-owner = Owner
role-moderator = Moderator
role-reader = Reader
guest = Signed in by a link
sign-out = Sign out
nav-shops = Your shops
undo = Undo
seconds = s
search = Search
next-page = Next
first-page = Back to the start
nothing-here = Nothing here yet.
failed = This did not reach the server. Please try again.
waiting-count = { $count ->
        [one] { $count } waits
       *[other] { $count } wait
    }

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

keys-heading = Keys
keys-move = Next and previous
keys-publish = Publish
keys-withhold = Withhold
keys-reply = Reply
keys-undo = Undo
keys-search = Search
keys-help = These keys
close = Close

## When something does not work

not-found-heading = Page not found
not-found-text = The address is wrong, or what it showed is gone.
forbidden-heading = Not allowed
forbidden-text = Your role does not allow this. An owner can change roles on the page Members.
guest-heading = Only this shop
guest-text = You signed in by a link, without an email address, so no other shop is known to be yours. On the page Members you can invite your address, and then sign in with it.
origin-heading = Not sent from this page
origin-text = The form did not come from this console, so nothing was changed. Open the page again and retry.
conflict-heading = Changed meanwhile
conflict-text = Somebody else changed this after you opened it. Here is how it is now.
failure-heading = Something went wrong
failure-text = Nothing was changed. Please try again in a moment.
too-many-heading = Too many emails
too-many-text = Too many links were asked for with this address. It still works in a browser in which you signed in before; in others, try again in an hour.
back-home = Back to the console
