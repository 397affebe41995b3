## Today

nav-today = Today
today-heading = { $count ->
        [one] { $count } review waits for you
       *[other] { $count } reviews wait for you
    }
today-heading-none = No review waits for you
today-text = What needs a person. Everything else runs by itself.
today-needs = Needs a person
today-order = Nothing here is sorted by stars
today-nothing = Nothing right now.
today-waiting = { $count ->
        [one] { $count } review waits for a decision
       *[other] { $count } reviews wait for a decision
    }
today-waiting-text = What waits is seen by nobody but you.
today-edits = { $count ->
        [one] { $count } change of a published review waits
       *[other] { $count } changes of published reviews wait
    }
today-oldest = The oldest came { $ago }.
today-decide = Decide
today-look = Look
today-longest = Waits longest
today-all = All that wait
today-written = What people wrote
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
percent = { $number } %
today-average = Average of all stars
today-average-of = { $count ->
        [0] no reviews yet
        [one] { $count } review, none left out
       *[other] { $count } reviews, none left out
    }
today-decided = Time to a decision
today-decided-about = Half of all decisions came sooner.
today-decided-none = No decision yet
today-hours = { $count ->
        [0] under an hour
        [one] { $count } hour
       *[other] { $count } hours
    }
today-data = A customer asks for their data
today-data-text = Your shop’s system passed it on. Download the file and hand it over: the law usually gives you 30 days.
today-silent = { $system } is silent
today-silent-text = Nothing has arrived from { $system } for much longer than usual. Please check there that its webhooks are switched on.
today-refused = { $count ->
        [one] { $count } call of { $system } could not be read
       *[other] { $count } calls of { $system } could not be read
    }
today-refused-text = Nobody is asked because of them. The page of the connection lists them.
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
today-held = Your emails are held
today-held-bounces = Too many of the last ones bounced. They leave again once that is better.
today-held-complaints = Too many of the last ones were marked as spam. They leave again once that is better.
today-first-days = As many of your emails left today as may
today-first-days-text = Your shop is new: { $most } may leave today, and about twice as many each day while reports are good. The others follow by themselves.
today-address = Your emails name no postal address
today-address-text = Many countries require one in every email of this kind. Please type your shop’s postal address in the settings.
today-paused = Sending is paused
today-paused-text = Nothing leaves to customers until somebody ends it.
today-paused-until = Nothing leaves to customers until { $at }. What is due then leaves in order.
today-failed = { $count ->
        [one] { $count } request failed in the last 24 hours
       *[other] { $count } requests failed in the last 24 hours
    }
today-failed-text = The page of each request says why.
