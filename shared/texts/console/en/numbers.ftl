## Numbers

nav-numbers = Numbers
numbers-about = Requests made from { $from } to { $to }, by UTC days. What was sent, opened and reviewed later counts with its request.
numbers-funnel = From request to review
numbers-created = Made
numbers-sent = Sent
numbers-opened = Opened
numbers-opened-about = The link was followed. Some mail systems follow links to check them, and count, too.
numbers-engaged = Begun
numbers-completed = Reviewed
numbers-days = Sent and reviewed, by day
numbers-table = The numbers
numbers-day = Day
numbers-not-sent = Why messages did not leave, or came back
numbers-not-sent-all = Failed requests
numbers-not-sent-none = Every message left, and none came back.
numbers-returned = Bounces and complaints
numbers-line = SES reviews the account from
numbers-count = Emails
numbers-part = Part
numbers-bounced = Came back
numbers-complained = Marked as spam
numbers-stars = Stars
numbers-stars-about = All reviews. What is submitted and not public waits, is withheld or has ended.
numbers-submitted = Submitted
numbers-published = Public
numbers-decided = Half decided within
numbers-returned-of = { $count ->
        [one] Of the last email
       *[other] Of the last { $count } emails
    }
numbers-why-bounced = The address or number does not exist
numbers-why-rejected = Refused for its content
numbers-why-suppressed_by_provider = On the provider's list of bad addresses
numbers-why-refused = Refused by the provider
numbers-why-unconfirmed = Whether it left is not known
numbers-why-suppressed_bounce = Came back before
numbers-why-suppressed_complaint = Marked as spam before
numbers-why-suppressed_by_shop = Stopped by the shop
numbers-why-unsubscribed = Unsubscribed
numbers-why-stopped = Replied STOP
numbers-why-erased = Erased
numbers-why-order_cancelled = The order was cancelled
numbers-why-order_refunded = The order was refunded
numbers-why-spend_cap = The month's budget for SMS was used up
numbers-why-capped = The person got enough messages
numbers-why-asked_before = Asked before
numbers-why-window_closed = The send window stayed closed
numbers-why-cancelled = The request was cancelled
numbers-why-expired = The link had expired
numbers-why-reviewed = Everything was reviewed
numbers-why-no_channel = No address or number
numbers-by = By API and by channel
numbers-soon = How soon people review
numbers-soon-about = Requests of 90 days, up to the end of yesterday. A younger request counts for as long as it has been out.
numbers-soon-by = { $count ->
        [one] { $part } review within a day of the first message.
       *[other] { $part } review within { $count } days of the first message.
    }
numbers-since = Days since the first message
numbers-at-risk = Without a review until then
numbers-reviewed-by = Reviewed by then
numbers-delay = Does it help to wait longer?
numbers-delay-about = What was reviewed within 14 days of the first message, and the range that chance leaves (95 %).
numbers-wait = Sent after
numbers-wait-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
numbers-range = { $part } ({ $low } to { $high })
numbers-not-enough = Not enough yet
