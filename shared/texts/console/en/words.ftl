## Own words

words-heading = Your own words
words-text = What your messages say, by message and language. A field that you leave empty says our words.
words-message = Message
words-language = Language
words-choose = Open
words-request = Request
words-reminder_1 = First reminder
words-reminder_2 = Second reminder
words-reminder_3 = Third reminder
words-sms = Text message (SMS)
words-renewal = New link that a customer asked for
words-is-ours = Our words
words-placeholders = You can use { "{name}" } for the customer’s first name, { "{product}" } for the product’s title, { "{shop}" } for your shop’s name and { "{days}" } for the days that the link still works. A text with one that is unknown for a customer is replaced by ours.
words-ours = Ours: { $text }
words-ours-none = We say nothing here.
words-show = Preview
words-shown = Preview of the message
words-segments = { $count ->
        [one] Billed as one SMS.
       *[other] Billed as { $count } SMS.
    }
words-test = Email me what is saved
words-tested = The email is on its way. Its links lead nowhere.
words-test-nobody = Nobody would get it: no member has the address that the settings name for emails about the shop itself.
words-test-suppressed = Your address gets no emails of this shop: lift its suppression first.
words-test-held = No email leaves: too many of the shop’s emails bounced or were marked as spam. Release them first, or wait.
words-test-paused = No email leaves: the operator has paused sending.
words-test-too-many = 20 tests left within this hour. Try again in the next one.
words-test-mode = This is test data: no email leaves.
words-reset = Back to our words
words-reset-done = This message says our words again.
word-subject = Subject
word-subject-wrong = Please write 1 to 120 characters on one line, with no braces but those of the four placeholders.
word-heading = Heading
word-heading-wrong = Please write 1 to 120 characters on one line, with no braces but those of the four placeholders.
word-opening = First sentences
word-opening-wrong = Please write at most 600 characters, with no braces but those of the four placeholders.
word-sign_off = Last words
word-sign_off-wrong = Please write at most 300 characters, with no braces but those of the four placeholders.
word-sms-opening = Words before the link
word-sms-opening-wrong = Please write at most 120 characters on one line, with { "{shop}" } among them. With the link they have to fit into two SMS.
