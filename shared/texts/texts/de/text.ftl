first = { $shop } freut sich über Ihre ehrliche Bewertung: { $link } Abmelden: mit STOP antworten.
reminder = Zur Erinnerung: { $shop } freut sich noch immer über Ihre ehrliche Bewertung: { $link } Abmelden: mit STOP antworten.
some-shop = Ein Ihnen bekanntes Geschäft
