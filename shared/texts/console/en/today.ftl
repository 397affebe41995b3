## Today

nav-today = Today
today-heading = { $count ->
        [one] { $count } review is waiting for you
       *[other] { $count } reviews are waiting for you
    }
today-heading-none = No reviews are waiting for you
today-welcome = Welcome: { $count } steps to your first review
today-text = Only what needs you. The rest runs on its own.
today-needs = For you
today-order = Never sorted by stars
today-nothing = Nothing right now.
begin-heading = Begin here
begin-done = done
begin-next = Next: { $step }
begin-some-done = { $done } of { $count } done
begin-sign-in = Invite yourself as an owner
begin-sign-in-about = The link you came by ends. With your own sign-in you can always come back.
begin-orders = Bring in orders
begin-orders-about = Connect Shopify or WooCommerce, and every order is followed up. Or paste earlier orders.
begin-place = Say where you are
begin-place-about = Your country sets time zone, language and sending hours. Emails name your address and link to your privacy policy.
begin-look = Choose your color and logo
begin-look-about = Emails and the review page then look like your shop.
begin-try = Try it on yourself
begin-try-about = You get a real email about one of your products, and review it on the page that customers see. Nothing of it is counted or shown.
begin-try-button = Send me one
begin-try-sent = On its way to { $address }. Open its link and send a review: nothing of it is counted or shown.
begin-try-nobody = Nobody would get it: no member has the address that Settings name for emails about the shop itself.
begin-try-suppressed = Your address gets no emails from this shop: lift its suppression first.
begin-try-held = No emails are being sent: too many of the shop’s emails bounced or were marked as spam. Please wait until sending resumes.
begin-try-paused = No emails are being sent: the operator has paused sending.
begin-try-too-many = You have sent 20 tests within this hour. Please try again in the next one.
begin-show = Show reviews in your shop
begin-show-about = A few lines for Shopify, WooCommerce, Wix or plain HTML, with your IDs in place.
today-first = The first message leaves on { $at }.
today-waiting = { $count ->
        [one] { $count } review needs a decision
       *[other] { $count } reviews need a decision
    }
today-waiting-text = Until you decide, only you can see what was written.
today-reported = { $count ->
        [one] Readers reported a review
       *[other] Readers reported { $count } reviews
    }
today-reported-text = Decide whether it stays. Readers who left an address learn your decision and its reason.
today-unexplained = { $count ->
        [one] A review was withheld without a reason
       *[other] { $count } reviews were withheld without a reason
    }
today-unexplained-text = Say why. The author gets the reason by email.
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
today-reviewed = Reviewed, of those sent
today-reviewed-of = { $count ->
        [one] { $count } of { $sent } requests
       *[other] { $count } of { $sent } requests
    }
today-reviewed-none = Known once a request was sent.
percent = { $number }%
today-average = Average rating
today-average-of = { $count ->
        [0] no reviews yet
        [one] { $count } review, none left out
       *[other] { $count } reviews, none left out
    }
today-data = A customer asks for their data
today-data-text = The request came through your shop system. Download the file and hand it over: the law usually gives you 30 days.
today-redacted = The orders from { $system } will be erased
today-redacted-text = { $system } asked for it. If you do not want it, connect { $system } again before { $at }.
today-silent = { $system } has gone quiet
today-silent-text = Nothing has arrived from { $system } for much longer than usual. Please check there that its webhooks are on, or that the Afterword plug-in is connected.
today-forged = The calls from { $system } are refused
today-forged-text = They are signed with another secret. On the page of the connection, add the webhooks again or replace the secret.
today-quiet = { $system } makes no calls any more
today-quiet-text = No call has come for three days, although calls came every day. Please check there that its webhooks are on, or that the Afterword plug-in is connected.
today-missing = Orders since { $at } may be missing.
today-refused = { $count ->
        [one] { $count } call from { $system } was refused
       *[other] { $count } calls from { $system } were refused
    }
today-refused-text = No requests were made from them. The page of the connection lists them.
today-webhook-fails = { $count ->
        [one] A webhook fails
       *[other] { $count } webhooks fail
    }
today-webhook-fails-text = { $count ->
        [one] { $url } does not answer. Its events wait, and are sent once it works again.
       *[other] { $url } do not answer. Their events wait, and are sent once they work again.
    }
today-webhook-off = { $count ->
        [one] A webhook is off
       *[other] { $count } webhooks are off
    }
today-webhook-off-text = { $count ->
        [one] { $url } gets no events.
       *[other] { $url } get no events.
    }
today-held = Your emails are suspended
today-held-bounces = Too many recent emails bounced. As things stand, sending resumes by itself on { $at }.
today-held-complaints = Too many recent emails were marked as spam. As things stand, sending resumes by itself on { $at }.
today-release = Release the emails …
today-release-text = First find out where these addresses came from, and remove them from your shop. The waiting emails then leave in order. You can do this once in 7 days. If too many come back again, the next suspension lasts twice as long.
today-release-sure = Release the emails
today-release-done = Your emails leave again, the first within ten minutes.
today-release-none = Your emails are not suspended.
today-release-from = You can release them yourself from { $at } on.
today-first-days = Today’s email limit is reached
today-first-days-text = Your shop is new: it can send { $most } emails today, and about twice as many each day as long as few come back. The rest follow by themselves.
today-address = Your emails have no postal address
today-address-text = Many countries require one in every email of this kind. Please add your shop’s postal address in Settings.
today-no-address = Your emails wait for a postal address
today-no-address-text = Many countries require one in every email of this kind. Your emails leave within four hours after you add your shop’s postal address in Settings.
today-no-privacy = Your emails link to no privacy policy
today-no-privacy-text = Laws such as the GDPR require you to tell customers how you use their data. Please add the address of your privacy policy in Settings.
today-storefront = Products are linked at myshopify.com
today-storefront-text = Customers and search engines know your shop by its own domain. Please type its address in the settings.
today-paused = Sending is paused
today-paused-text = Customers get no messages until sending is resumed.
today-paused-until = Customers get no messages until { $at }. What is due by then is sent afterwards, in order.
today-failed = { $count ->
        [one] { $count } request failed in the last 24 hours
       *[other] { $count } requests failed in the last 24 hours
    }
today-failed-text = The page of each request says why.
