## Numbers

nav-numbers = Numbers
numbers-about = Requests created from { $from } to { $to }, by days in UTC. What was sent, opened and reviewed later counts with its request.
numbers-funnel = From request to review
numbers-created = Created
numbers-sent = Sent
numbers-opened = Opened
numbers-opened-about = The link was opened. Some mail systems open links to check them, and these count, too.
numbers-engaged = Started
numbers-completed = Reviewed
numbers-days = Sent and reviewed, by day
numbers-table = The numbers
numbers-day = Day
numbers-not-sent = Why messages were not sent, or came back
numbers-not-sent-all = Failed requests
numbers-not-sent-none = Every message was sent, and none came back.
numbers-returned = Bounces and complaints
numbers-line = Amazon steps in above
numbers-count = Emails
numbers-part = Share
numbers-bounced = Came back
numbers-complained = Marked as spam
numbers-stars = Stars
numbers-stars-about = All reviews. The rest is waiting, withheld or deleted.
numbers-submitted = Submitted
numbers-published = Public
numbers-decided = Half decided within
numbers-returned-of = { $count ->
        [one] Of the last email
       *[other] Of the last { $count } emails
    }
numbers-why-bounced = The address or number does not exist
numbers-why-rejected = Refused for its content
numbers-why-suppressed_by_provider = On the provider’s list of bad addresses
numbers-why-refused = Refused by the provider
numbers-why-unconfirmed = Not known whether it was sent
numbers-why-suppressed_bounce = Came back before
numbers-why-suppressed_complaint = Marked as spam before
numbers-why-suppressed_by_shop = Stopped by the shop
numbers-why-unsubscribed = Unsubscribed
numbers-why-stopped = Replied STOP
numbers-why-erased = Erased
numbers-why-order_cancelled = The order was cancelled
numbers-why-order_refunded = The order was refunded
numbers-why-spend_cap = The month’s SMS budget was used up
numbers-why-capped = The customer already got enough messages
numbers-why-asked_before = Already asked
numbers-why-window_closed = No sending hours before the link expired
numbers-why-cancelled = The request was cancelled
numbers-why-expired = The link had expired
numbers-why-reviewed = Everything was reviewed
numbers-why-no_channel = No address or number
numbers-by = By API and by channel
numbers-soon = How soon people review
numbers-soon-about = Requests of the last 90 days, up to the end of yesterday. A newer request counts only for the days since it was sent.
numbers-soon-by = { $count ->
        [one] { $part } reviewed within a day of the first message.
       *[other] { $part } reviewed within { $count } days of the first message.
    }
numbers-since = Days since the first message
numbers-at-risk = Not reviewed before that day
numbers-reviewed-by = Reviewed by then
numbers-delay = Does it help to wait longer?
numbers-delay-about = How many reviewed within 14 days of the first message, and how far that may be chance (95%).
numbers-wait = Sent after
numbers-wait-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
numbers-range = { $part } ({ $low } to { $high })
numbers-not-enough = Not enough requests yet
