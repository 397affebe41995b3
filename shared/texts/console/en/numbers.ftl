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
numbers-returned-of = { $count ->
        [one] Of the last email
       *[other] Of the last { $count } emails
    }
numbers-by = By channel
