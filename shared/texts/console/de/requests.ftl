## Anfragen

nav-requests = Anfragen
requests-heading = Anfragen
requests-text = Suchen Sie eine Person oder eine Bestellung und sehen Sie, warum etwas gesendet wurde oder nicht.
requests-find = Name, E-Mail oder Bestellung
requests-find-about = Geben Sie Wörter eines Namens ein oder die vollständige Adresse, Nummer oder Bestellnummer. Sie sind verschlüsselt gespeichert, deshalb lassen sich Teile von Wörtern nicht suchen.
requests-find-wrong = Das ist weder eine E-Mail-Adresse noch eine Telefonnummer noch eine Bestellnummer. Nummern aus anderen Ländern beginnen mit + und der Ländervorwahl.
requests-find-name = Niemand mit dem Namen „{ $typed }“ wurde gefunden. Namen werden nach ganzen Wörtern gefunden, und nur von Kunden, die hinzukamen, seit Namen gesucht werden können. Für andere geben Sie die ganze E-Mail-Adresse, Telefonnummer oder Bestellnummer ein.
requests-which = Welche Anfragen
requests-all = Alle
requests-stuck = Hängen fest
requests-failed-today = In den letzten 24 Stunden gescheitert
requests-back = Alle Anfragen
requests-customer = Person öffnen
requests-select = Auswählen
requests-none-selected = Es war nichts ausgewählt.
requests-send-selected = Ausgewählte jetzt senden
requests-send-all = Alle senden …
requests-send-all-text = Alle noch nicht gesendeten Anfragen, auch die auf weiteren Seiten: die neuesten 100 auf einmal.
requests-send-all-sure = Bis zu 100 jetzt senden
requests-send-more = Es gibt noch mehr: Senden Sie noch einmal alle.
requests-send-done = { $count ->
        [one] { $count } Anfrage wird gesendet.
       *[other] { $count } Anfragen werden gesendet.
    }
requests-send-refused = { $count ->
        [one] { $count } ließ sich nicht senden: Ihre Seite sagt, warum.
       *[other] { $count } ließen sich nicht senden: Ihre Seiten sagen, warum.
    }
requests-send-stopped = { $count ->
        [one] { $count } Anfrage wird gesendet. Dann ist etwas schiefgegangen: Bitte senden Sie die übrigen noch einmal.
       *[other] { $count } Anfragen werden gesendet. Dann ist etwas schiefgegangen: Bitte senden Sie die übrigen noch einmal.
    }
requests-partial = Nichts unter den letzten 500. Vielleicht gibt es ältere: Suchen Sie mit „Weiter“ weiter.
request-products = { $count ->
        [one] { $count } Produkt
       *[other] { $count } Produkte
    }
request-products-more = { $count ->
        [one] { $product } und { $count } weiteres
       *[other] { $product } und { $count } weitere
    }
request-row = { $day } · { $products }
request-planned = wird gesendet am { $at }
request-no-order = Ohne Bestellung
request-status-manual = Nur Link
request-status-scheduled = Geplant
request-status-sending = Wird gesendet
request-status-sent = Gesendet
request-status-completed = Bewertet
request-status-cancelled = Abgebrochen
request-status-expired = Abgelaufen
request-status-failed = Fehlgeschlagen
request-waits = Sie wartet: Der Anbieter nimmt gerade keine Nachrichten an, später wieder.
request-heading = Anfrage an { $name } zu { $order }
request-heading-name = Anfrage an { $name }
request-heading-order = Anfrage zu { $order }
request-heading-none = Anfrage ohne Bestellung
request-api-betterreviews = unsere eigene API
request-api-amino = die API von Amino
request-api-moregoodreviews = die API von More Good Reviews
request-api-wix = die API von Wix
request-by-email = E-Mail
request-by-sms = SMS
request-life = Was geschah
request-why = Kurz gesagt
request-soon = Als Nächstes
request-link-ends = Der Link läuft ab. Bewertungen bleiben.
request-messages-show = Nachrichten zeigen
request-messages = Nachrichten
request-messages-text = So, wie sie gesendet wurden. Sie werden aus den gespeicherten Daten neu erstellt und zeigen daher auch spätere Änderungen der Einstellungen.
request-message-sent = { $by }, gesendet am { $at }
request-message-delivered = zugestellt am { $at }
request-message-failed = nicht angekommen
request-person = Person
request-person-gone = Name und Adresse sind nicht mehr gespeichert.
request-person-all = Alles über diese Person
request-name = Name
request-email = E-Mail
request-phone = Telefon
request-language = Sprache
request-items = Gefragt wird nach
request-reviewed = bewertet am { $day }
request-back = Zurück zur Anfrage
request-link = Link zum Kopieren
request-link-label = Der persönliche Link
request-link-text = Wer ihn hat, kann im Namen dieser Person bewerten. Geben Sie ihn nur an sie weiter.
request-link-gone = Der Link funktioniert nicht mehr.
request-send = Jetzt senden
request-send-done = Wird gesendet.
request-cancel = Abbrechen …
request-cancel-text = Der Link funktioniert dann nicht mehr, und nichts wird mehr gesendet. Bewertungen bleiben. Das lässt sich nicht rückgängig machen.
request-cancel-sure = Anfrage abbrechen
request-cancel-done = Abgebrochen. Der Link funktioniert nicht mehr.
request-not-sendable-sent = Nicht noch einmal gesendet: Die erste Nachricht ist schon gesendet.
request-not-sendable-completed = Nicht gesendet: Alles ist bewertet.
request-not-sendable-cancelled = Nicht gesendet: Die Anfrage ist abgebrochen.
request-not-sendable-expired = Nicht gesendet: Der Link ist abgelaufen.
request-not-sendable-failed = Nicht gesendet: Die Nachricht ist endgültig fehlgeschlagen. Der Grund steht unten.
request-not-sendable-skipped = Nicht gesendet: Eine Regel hat die Nachricht gestoppt. Der Grund steht unten.
request-not-sendable-no-recipient = Nicht gesendet: Es gibt weder eine E-Mail-Adresse noch eine Telefonnummer.
