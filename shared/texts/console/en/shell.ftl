## The frame of every page

skip = Skip to the content
nav-label = Pages
nav-today = Today
nav-reviews = Reviews
nav-requests = Requests
nav-customers = Customers
nav-products = Products
nav-orders = Orders
nav-locations = Locations
nav-sending = Sending
nav-integrations = Integrations
nav-privacy = Privacy
nav-members = Members
nav-audit = Audit
nav-settings = Settings
nav-more = More
more-heading = More
role-owner = Owner
role-moderator = Moderator
role-reader = Reader
role-unknown = No access
guest = Signed in by a link
sign-out = Sign out
undo = Undo
save = Save
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
origin-heading = Not sent from this page
origin-text = The form did not come from this console, so nothing was changed. Open the page again and retry.
conflict-heading = Changed meanwhile
conflict-text = Somebody else changed this after you opened it. Here is how it is now.
failure-heading = Something went wrong
failure-text = Nothing was changed. Please try again in a moment.
too-many-heading = Too many tries
too-many-text = Please wait an hour and try again.
back-home = Back to the console
