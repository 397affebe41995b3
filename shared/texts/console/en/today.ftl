## Today

nav-today = Today
today-heading = { $count ->
        [one] { $count } review is waiting for you
       *[other] { $count } reviews are waiting for you
    }
today-heading-none = No reviews are waiting for you
today-text = Only what needs you. The rest runs on its own.
today-needs = For you
today-order = Never sorted by stars
today-nothing = Nothing right now.
begin-heading = Begin here
begin-done = done
begin-sign-in = Invite yourself as an owner
begin-sign-in-about = The link you came by ends. With your own sign-in you can always come back.
begin-orders = Bring in orders
begin-orders-about = Connect Shopify or WooCommerce, and every order is followed up. Or paste earlier orders.
begin-look = Choose your color and logo
begin-look-about = Emails and the review page then look like your shop.
begin-try = Send yourself the first email
begin-try-about = On the page “Your own words”, “Email me what is saved” sends you the email as customers get it.
today-first = The first message leaves on { $at }.
today-waiting = { $count ->
        [one] { $count } review needs a decision
       *[other] { $count } reviews need a decision
    }
today-waiting-text = Until you decide, only you can see what was written.
today-edits = { $count ->
        [one] { $count } change to a published review is waiting
       *[other] { $count } changes to published reviews are waiting
    }
today-oldest = The oldest came { $ago }.
today-decide = Decide
today-look = View
today-longest = Waiting longest
today-all = All waiting reviews
today-written = Latest reviews
today-all-written = All reviews
today-figures = The last 28 days
today-sent = Requests sent in 28 days
today-sent-before = { $count } in the 28 days before
today-reviewed = Reviewed
today-reviewed-people = { $count ->
        [one] by { $count } person
       *[other] by { $count } people
    }
percent = { $number }%
today-average = Average rating
today-average-of = { $count ->
        [0] no reviews yet
        [one] { $count } review, none left out
       *[other] { $count } reviews, none left out
    }
today-decided = Typical time to a decision
today-decided-about = half of them took less
today-hours = { $count ->
        [0] at once
        [1] under an hour
       *[other] under { $count } h
    }
today-data = A customer asks for their data
today-data-text = The request came through your shop system. Download the file and hand it over: the law usually gives you 30 days.
today-silent = { $system } has gone quiet
today-silent-text = Nothing has arrived from { $system } for much longer than usual. Please check there that its webhooks are still switched on.
today-refused = { $count ->
        [one] { $count } call from { $system } could not be read
       *[other] { $count } calls from { $system } could not be read
    }
today-refused-text = No requests were made from them. The page of the connection lists them.
today-webhook-fails = A webhook is failing
today-webhook-fails-text = { $url } does not answer. Its events wait and are sent once it works again.
today-webhook-off = A webhook is off
today-webhook-off-text = { $url } gets no events.
today-held = Your emails are on hold
today-held-bounces = Too many recent emails bounced. Sending resumes once that gets better.
today-held-complaints = Too many recent emails were marked as spam. Sending resumes once that gets better.
today-first-days = Today’s email limit is reached
today-first-days-text = Your shop is new: it can send { $most } emails today, and about twice as many each day as long as few come back. The rest follow by themselves.
today-address = Your emails have no postal address
today-address-text = Many countries require one in every email of this kind. Please add your shop’s postal address in Settings.
today-paused = Sending is paused
today-paused-text = Customers get no messages until sending is resumed.
today-paused-until = Customers get no messages until { $at }. What is due by then is sent afterwards, in order.
today-failed = { $count ->
        [one] { $count } message failed in the last 24 hours
       *[other] { $count } messages failed in the last 24 hours
    }
today-failed-text = The page of each request says why.
