subject-first-order = Was halten Sie von Ihrer Bestellung bei { $shop }?
subject-first-order-named = { $name }, was halten Sie von Ihrer Bestellung bei { $shop }?
subject-first-shop = Was halten Sie von { $shop }?
subject-first-shop-named = { $name }, was halten Sie von { $shop }?
subject-reminder-order = Zur Erinnerung: Was halten Sie von Ihrer Bestellung bei { $shop }?
subject-reminder-shop = Zur Erinnerung: Was halten Sie von { $shop }?
subject-new-link = Ihr neuer Bewertungslink von { $shop }

preheader = Gut oder schlecht, ein paar Sätze genügen.
preheader-one = { $title }: gut oder schlecht, ein paar Sätze genügen.
preheader-more = { $title } und { $more } weitere: gut oder schlecht, ein paar Sätze genügen.

greeting = Guten Tag,
greeting-named = Guten Tag { $name },

opening-first-order = vielen Dank für Ihre Bestellung bei { $shop }. Was halten Sie davon? Wir würden es gern in Ihren eigenen Worten lesen:
opening-first-shop = vielen Dank, dass Sie Kundin oder Kunde von { $shop } sind. Wie war es? Wir würden es gern in Ihren eigenen Worten lesen.
opening-reminder-order = vor einiger Zeit haben wir Ihnen wegen Ihrer Bestellung bei { $shop } geschrieben. Wenn Sie eine Minute finden, würden wir immer noch gern lesen, was Sie davon halten:
opening-reminder-shop = vor einiger Zeit haben wir Ihnen geschrieben: Wie war es bei { $shop }? Wenn Sie eine Minute finden, würden wir es immer noch gern lesen.
opening-new-link-order = hier ist der neue Link, um den Sie gebeten haben. Er zeigt, was Sie noch nicht bewertet haben:
opening-new-link-shop = hier ist der neue Link, um den Sie gebeten haben.

more = und { $more } weitere
button = Bewertung schreiben
button-link = Bewertung schreiben:
closing = Zwei Minuten und ein paar ehrliche Sätze genügen, ganz gleich, was Sie denken. Der Link gehört nur Ihnen und gilt bis zum { $day }.
reason = Sie erhalten diese E-Mail, weil Sie bei { $shop } eingekauft haben.
unsubscribe = Keine Bewertungsanfragen mehr erhalten
unsubscribe-link = Keine Bewertungsanfragen mehr erhalten:
