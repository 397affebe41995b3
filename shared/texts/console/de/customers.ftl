## Kunden

nav-customers = Kunden
customers-heading = Kunden
customers-text = Alle, die Ihr Shop kennt, die Neuesten zuerst: Kundschaft und alle, die Sie um eine Bewertung gebeten haben.
customers-all = Alle Kunden
customer-unnamed = Ohne Namen
customer-since = seit { $day }
customer-asked = gefragt am { $day }
customer-stopped = Erhält nichts
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
customer-more-requests = Alle Anfragen dieser Person
customer-orders = Bestellungen
customer-charges = Zahlungen
customer-charge = Eine Zahlung
customer-first-message = Erste Nachricht per { $by }
customer-reminder = Erinnerung { $number } per { $by }
customer-message-sent = gesendet am { $at }
customer-message-delivered = gesendet am { $at }, zugestellt
customer-message-returned = gesendet am { $at }, nicht angekommen
customer-message-failed = fehlgeschlagen am { $at }
customer-message-skipped = nicht gesendet, entschieden am { $at }
customer-message-unconfirmed = gesendet oder nicht: nie bestätigt, { $at }
customer-message-planned = geplant für { $at }
customer-data = Daten dieser Person
customer-data-text = Ein Export ist eine Datei mit allem, was über diese Person gespeichert ist. Sie lässt sich 24 Stunden lang herunterladen.
customer-export = Exportieren
customer-erase = Löschen …
customer-erase-heading = { $name } löschen?
customer-erase-text = Das lässt sich nicht rückgängig machen. Entfernt werden:
customer-lost-person = Name, Adressen, Nummern und Notizen
customer-lost-requests = { $count ->
        [one] { $count } Anfrage: Ihr Link funktioniert nicht mehr
       *[other] { $count } Anfragen: Ihre Links funktionieren nicht mehr
    }
customer-lost-messages = { $count ->
        [one] { $count } Nachricht in der Liste der Nachrichten
       *[other] { $count } Nachrichten in der Liste der Nachrichten
    }
customer-lost-reviews = { $count ->
        [one] { $count } Bewertung, oder der Name daran
       *[other] { $count } Bewertungen, oder die Namen daran
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
customer-erase-after = Es bleiben verschlüsselte Prüfwerte der Adressen, damit niemand der Person noch einmal schreibt, und Zahlen in Ihren Statistiken.
customer-erase-reviews = Bewertungen dieser Person
customer-erase-delete = Löschen
customer-erase-anonymise = Sterne und Text behalten, ohne Namen, Fotos und Antwort
customer-erase-sure = Ich weiß, dass sich das nicht rückgängig machen lässt.
customer-erase-choose = Wählen Sie, was mit den Bewertungen geschieht. Es wurde nichts gelöscht.
customer-erase-tick = Setzen Sie das Häkchen, um zu löschen.
customer-erase-button = Endgültig löschen
customer-back = Zurück zur Person
receipt-export = Export
receipt-erasure = Löschung
receipt-running = Das läuft gerade und dauert etwa eine Minute.
receipt-exported = Fertig. Wer diese Adresse der Datei kennt, kann sie 24 Stunden lang lesen.
receipt-over = Fertig. Die 24 Stunden zum Herunterladen sind vorbei.
receipt-erased = Fertig. Über diese Person ist nichts mehr gespeichert.
receipt-failed = Etwas ist schiefgegangen. Es wird noch einmal versucht, und der Betreiber sieht es.
receipt-download = Herunterladen
receipt-again = Noch einmal nachsehen
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
