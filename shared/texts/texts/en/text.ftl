# Text messages. Segments are paid for: the words of en, de, fr and es are GSM-7 only.

first = { $shop } would love your honest review: { $link } Reply STOP to end.
reminder = A reminder: { $shop } would still love your honest review: { $link } Reply STOP to end.
# Stands for a name that no phone's cheap alphabet can spell.
some-shop = A shop you know
