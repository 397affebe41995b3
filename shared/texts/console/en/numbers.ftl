## Numbers

nav-numbers = Numbers
numbers-about = Requests made from { $from } to { $to } (UTC), and what has become of them.
numbers-periods = Period
numbers-period = { $count ->
        [one] Last day
       *[other] Last { $count } days
    }
numbers-so-far = { $sent ->
        [one] { $reviewed } of { $sent } request that was sent led to a review.
       *[other] { $reviewed } of { $sent } requests that were sent led to a review.
    }
numbers-peak = { $count ->
        [0] Most reviews come on the day of the first message.
        [1] Most reviews come on the day after the first message.
       *[other] Most reviews come { $count } days after the first message.
    }
numbers-before = In the { $days } days before: { $reviewed } of { $sent }.
numbers-funnel = From request to review
numbers-requests = Requests
numbers-of-sent = Of those sent
numbers-created = Created
numbers-sent = Sent
numbers-sent-about = The others wait for their time, were shared by yourself, or failed.
numbers-opened = Opened
numbers-opened-about = The link was opened. Some mail systems open links to check them, and these count, too.
numbers-engaged = Started
numbers-completed = Reviewed
numbers-shared = { $count ->
        [one] { $count } more was reviewed by a link that you shared yourself.
       *[other] { $count } more were reviewed by links that you shared yourself.
    }
numbers-days = Sent and reviewed, by day
numbers-days-about = Of the requests made on a day: how many were sent, and how many of these were reviewed since
numbers-day-tip = { $day }: { $sent } sent, { $reviewed } reviewed
numbers-chart = The table below has the numbers.
numbers-table = The numbers in a table
numbers-day = Day
numbers-not-sent = Why messages were not sent, or came back
numbers-not-sent-about = One request can have several messages: by email, by SMS, and reminders.
numbers-not-sent-from = Counted since { $from }.
numbers-messages = Messages
numbers-example = One of them
numbers-not-sent-all = Failed requests
numbers-not-sent-none = Every message was sent, and none came back.
numbers-returned = Bounces and complaints
numbers-returned-none = No email was sent yet.
numbers-line = Amazon steps in from
numbers-count = Emails
numbers-part = Share
numbers-bounced = Came back
numbers-complained = Marked as spam
numbers-stars = Stars
numbers-stars-about = All reviews. Those that are not public wait, are withheld or were deleted.
numbers-submitted = Submitted
numbers-published = Public
numbers-decided = Half were decided within
numbers-returned-of = { $count ->
        [one] Of the last email
       *[other] Of the last { $count } emails
    }
numbers-by = By API and by channel
numbers-by-about = By API, requests that you shared yourself count, too.
numbers-soon = How soon people review
numbers-soon-about = Requests of the last 90 days, up to the end of yesterday. A newer request counts only for the days since it was sent.
numbers-soon-by = { $count ->
        [one] { $part } reviewed within a day of the first message.
       *[other] { $part } reviewed within { $count } days of the first message.
    }
numbers-curve = Share of the sent requests that have a review
numbers-curve-day = { $count ->
        [one] After one day
       *[other] After { $count } days
    }
numbers-soon-none = This is known once at least ten people have been asked for a day or longer.
numbers-at-risk = Not yet reviewed when the day began
numbers-reviewed-then = Reviewed on that day
numbers-reviewed-by = Reviewed by then
numbers-delay = Does it help to wait longer?
numbers-delay-about = How many were reviewed within 14 days of the first message. The range in brackets is what chance alone could make of it: if two ranges overlap, waiting longer made no sure difference.
numbers-wait = Sent after
numbers-wait-days = { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
numbers-range = { $part } ({ $low } to { $high })
numbers-not-enough = Known from 30 messages on
numbers-composed = Do the questions help?
numbers-composed-about = Reviews that customers wrote on your page. Customers choose for themselves whether to answer questions, so a difference can have other reasons.
numbers-composed-questions = From the questions
numbers-composed-form = In the form
numbers-composed-reviews = Reviews
numbers-composed-stars = Average stars
numbers-composed-words = Words
numbers-composed-minutes = Minutes from opening to sending
numbers-composed-how = “From the questions”: the customer sent the text suggested from the answers, changed or not. Of words and minutes, the table has the number in the middle: half of the reviews have less, half have more. Above 16, it is rounded up by an eighth at most.
numbers-composed-none = Not known yet
