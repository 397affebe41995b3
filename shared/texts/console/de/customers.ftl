## Kunden

nav-customers = Kunden
customers-heading = Kunden
customers-text = Alle, die Ihr Shop kennt, die neuesten zuerst, und was über sie gespeichert ist.
customers-all = Alle Kunden
customers-day = Beginnen am
customers-show = Anzeigen
customer-unnamed = Ohne Namen
customer-since = seit { $day }
customer-asked = gefragt am { $day }
customer-trial = Test
customer-stopped = Erhält keine Nachrichten
customer-company = Firma
customer-address = Adresse
customer-signed-up = Registriert
customer-notes = Notizen
customer-may-ask = Darf gefragt werden
customer-may-ask-yes = Ja
customer-may-ask-no = Nein
customer-stop-manual = Sie haben am { $day } alle Nachrichten gestoppt.
customer-stop-bounced = Am { $day } kam eine Nachricht endgültig zurück.
customer-stop-unsubscribed = Hat sich am { $day } abgemeldet.
customer-stop-stopped = Hat am { $day } mit STOP geantwortet.
customer-stop-complained = Hat am { $day } eine Nachricht als Spam markiert.
customer-stop-erased = Die Daten wurden am { $day } gelöscht.
customer-stop = Nicht mehr fragen
customer-stop-done = { $name } erhält keine Nachrichten mehr.
customer-stop-theirs = Was die Person selbst entschieden hat, kann nur sie zurücknehmen.
customer-resume = Wieder fragen
customer-resume-done = { $name } darf wieder gefragt werden.
customer-resume-none = Nichts geändert: { $name } lässt sich von hier aus nicht wieder fragen.
customer-basis-order = Hat bei Ihnen gekauft: Bestellung { $order }, { $day }.
customer-basis-agreed = Hat in { $system } Werbung zugestimmt, Stand { $day }.
customer-basis-not-agreed = Hat in { $system } Werbung nicht zugestimmt, Stand { $day }.
customer-more-requests = Alle Anfragen dieser Person
customer-orders = Bestellungen
customer-order-placed = bestellt
customer-order-fulfilled = versandt
customer-order-delivered = zugestellt
customer-order-cancelled = storniert
customer-order-refunded = erstattet
customer-charges = Zahlungen
customer-charge = Eine Zahlung
customer-first-message = Erste Nachricht per { $by }
customer-reminder = Erinnerung { $number } per { $by }
customer-message-sent = gesendet am { $at }
customer-message-delivered = gesendet am { $at }, zugestellt
customer-message-returned = gesendet am { $at }, nicht angekommen
customer-message-failed = fehlgeschlagen am { $at }
customer-message-skipped = nicht gesendet, entschieden am { $at }
customer-message-unconfirmed = vielleicht gesendet, nie bestätigt, { $at }
customer-message-planned = geplant für { $at }
customer-data = Daten dieser Person
customer-data-text = Ein Export ist eine Datei mit allem, was über diese Person gespeichert ist. Sie lässt sich 24 Stunden lang herunterladen.
customer-export = Exportieren
customer-erase = Löschen …
customer-erase-heading = { $name } löschen?
customer-erase-text = Das lässt sich nicht rückgängig machen. Entfernt werden:
customer-lost-person = Name, Adressen, Nummern und Notizen
customer-lost-requests = { $count ->
        [one] { $count } Anfrage: ihr Link funktioniert nicht mehr
       *[other] { $count } Anfragen: ihre Links funktionieren nicht mehr
    }
customer-lost-messages = { $count ->
        [one] { $count } Nachricht in der Liste der Nachrichten
       *[other] { $count } Nachrichten in der Liste der Nachrichten
    }
customer-lost-reviews = { $count ->
        [one] { $count } Bewertung oder nur der Name daran: Wählen Sie unten
       *[other] { $count } Bewertungen oder nur die Namen daran: Wählen Sie unten
    }
customer-lost-orders = { $count ->
        [one] { $count } Bestellung
       *[other] { $count } Bestellungen
    }
customer-lost-orders-at-least = { $count } Bestellungen oder mehr
customer-lost-charges = { $count ->
        [one] { $count } Zahlung
       *[other] { $count } Zahlungen
    }
customer-erase-after = Es bleiben: ein verschlüsselter Fingerabdruck der Adressen, damit niemand der Person noch einmal schreibt, und Zahlen in Ihren Statistiken.
customer-erase-reviews = Bewertungen dieser Person
customer-erase-delete = Löschen
customer-erase-anonymise = Sterne und Text behalten, ohne Namen, Fotos und Antwort
customer-erase-sure = Mir ist klar, dass sich das nicht rückgängig machen lässt.
customer-erase-choose = Wählen Sie, was mit den Bewertungen geschieht. Es wurde nichts gelöscht.
customer-erase-tick = Setzen Sie das Häkchen, um zu löschen.
customer-erase-button = Endgültig löschen
customer-back = Zurück zur Person
receipt-export = Export
receipt-erasure = Löschung
receipt-running = In Arbeit. Das dauert etwa eine Minute.
receipt-removing = Die Daten werden gelöscht.
receipt-removed = Alles, was gefunden wurde, ist gelöscht. Was in der nächsten halben Minute noch ankommt, wird auch gelöscht.
receipt-exported = Die Datei ist fertig. Wer diesen Link hat, kann die Datei 24 Stunden lang öffnen.
receipt-over = Erledigt, und die 24 Stunden sind vorbei: Die Datei lässt sich nicht mehr herunterladen.
receipt-erased = Erledigt. Über diese Person ist nichts mehr gespeichert.
receipt-failed = Etwas ist schiefgegangen. Es wird noch einmal versucht, und der Betreiber sieht es.
receipt-download = Herunterladen
receipt-number = Beleg
receipt-requests = { $count ->
        [one] { $count } Anfrage
       *[other] { $count } Anfragen
    }
receipt-messages = { $count ->
        [one] { $count } Nachricht
       *[other] { $count } Nachrichten
    }
receipt-reviews = { $count ->
        [one] { $count } Bewertung
       *[other] { $count } Bewertungen
    }
receipt-photos = { $count ->
        [one] { $count } Foto
       *[other] { $count } Fotos
    }
receipt-orders = { $count ->
        [one] { $count } Bestellung
       *[other] { $count } Bestellungen
    }
receipt-charges = { $count ->
        [one] { $count } Zahlung
       *[other] { $count } Zahlungen
    }
