## Own words

words-heading = Your own words
words-text = What your messages say, by message and language. Leave a field empty to use our text.
words-message = Message
words-language = Language
words-choose = Open
words-request = Request
words-reminder_1 = First reminder
words-reminder_2 = Second reminder
words-reminder_3 = Third reminder
words-sms = Text message (SMS)
words-renewal = New link requested by a customer
words-is-ours = Our text
words-placeholders = You can use { "{name}" } for the customer’s first name, { "{product}" } for the product’s title, { "{shop}" } for your shop’s name and { "{days}" } for the number of days that the link still works. If one of them is not known for a customer, our text is used instead.
words-insert = Insert:
words-unknown = There is no placeholder { $typed }. The four are { "{name}" }, { "{product}" }, { "{shop}" } and { "{days}" }.
words-ours = Ours: { $text }
words-show = Preview
words-shown = Preview of the message
words-segments = { $count ->
        [one] Billed as one SMS.
       *[other] Billed as { $count } SMS.
    }
words-reset = Use our text
words-reset-done = Our text is back.
word-subject = Subject
word-subject-wrong = Please write 1 to 120 characters on one line, with no braces except in the four placeholders.
word-opening = First sentences
word-opening-wrong = Please write at most 600 characters, with no braces except in the four placeholders.
word-sms-opening = Words before the link
word-sms-opening-wrong = Please write at most 120 characters on one line, with { "{shop}" } among them. Together with the link they have to fit into two SMS.
