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

subject-withheld = Ihre Bewertung für { $shop } wird nicht gezeigt
withheld-opening-product = { $shop } hat entschieden, Ihre Bewertung von { $title } nicht zu zeigen.
withheld-opening-shop = { $shop } hat entschieden, Ihre Bewertung nicht zu zeigen.
withheld-confidential = Der Grund: Sie enthält vertrauliche Informationen.
withheld-abusive = Der Grund: Sie enthält Beleidigungen oder Drohungen.
withheld-personal_data = Der Grund: Sie enthält personenbezogene Daten von jemandem.
withheld-discriminatory = Der Grund: Sie ist diskriminierend.
withheld-misleading = Der Grund: Sie ist falsch oder irreführend.
withheld-fake = Der Grund: Sie scheint nicht auf einer wirklichen Erfahrung zu beruhen.
withheld-unrelated = Der Grund: Sie handelt nicht von dem, was bewertet wurde.
withheld-unlawful = Der Grund: Sie enthält etwas Rechtswidriges.
withheld-unspecified = Einen Grund hat der Shop nicht genannt.
withheld-change = Sie können Ihre Bewertung bis zum { $day } ändern. Danach wartet sie, bis { $shop } sie noch einmal angesehen hat.
withheld-closed = Der Link zu Ihrer Bewertung funktioniert nicht mehr, deshalb lässt sie sich dort nicht mehr ändern.
withheld-button = Bewertung ändern
withheld-button-link = Bewertung ändern:
subject-replied = { $shop } hat auf Ihre Bewertung geantwortet
replied-opening-product = { $shop } hat auf Ihre Bewertung von { $title } geantwortet:
replied-opening-shop = { $shop } hat auf Ihre Bewertung geantwortet:
replied-button = Bewertung ansehen
replied-button-link = Bewertung ansehen:
reason-review = Sie erhalten diese E-Mail, weil Sie eine Bewertung für { $shop } geschrieben haben.

subject-webhook = Ein Webhook von { $shop } ist abgeschaltet
webhook-failed = seit dem { $day } konnten wir diesem Webhook nichts zustellen, deshalb ist er abgeschaltet:
webhook-gone = dieser Webhook hat geantwortet, dass es ihn nicht mehr gibt (410), deshalb ist er abgeschaltet:
webhook-fix = { $shop } erfährt nicht, was geschieht, bis Sie ihn wieder einschalten. Beheben Sie den Fehler, schalten Sie den Webhook { $id } über die API ein und lassen Sie sich das Verpasste noch einmal senden: Das Protokoll enthält alles aus den letzten 30 Tagen.
subject-waiting = Bewertungen von { $shop } warten auf Sie
waiting-opening = mindestens eine Bewertung wartet seit mehr als 10 Tagen darauf, dass { $shop } über sie entscheidet.
waiting-decide = Bitte veröffentlichen Sie, was wartet, oder halten Sie es zurück: Es sind die Bewertungen mit dem Status „pending“. Bis dahin sieht niemand, was geschrieben wurde.
reason-owner = Sie erhalten diese E-Mail, weil dies die Adresse der Inhaberin oder des Inhabers in den Einstellungen von { $shop } ist.
