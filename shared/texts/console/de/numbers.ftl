## Numbers

nav-numbers = Zahlen
numbers-about = Anfragen vom { $from } bis zum { $to }, nach Tagen in UTC. Was später gesendet, geöffnet und bewertet wurde, zählt bei seiner Anfrage.
numbers-funnel = Von der Anfrage zur Bewertung
numbers-created = Erstellt
numbers-sent = Gesendet
numbers-opened = Geöffnet
numbers-opened-about = Der Link wurde geöffnet. Manche Mailsysteme öffnen Links zur Prüfung; auch das zählt.
numbers-engaged = Begonnen
numbers-completed = Bewertet
numbers-days = Gesendet und bewertet, nach Tagen
numbers-table = Die Zahlen
numbers-day = Tag
numbers-not-sent = Warum Nachrichten nicht gesendet wurden oder zurückkamen
numbers-not-sent-all = Fehlgeschlagene Anfragen
numbers-not-sent-none = Alle Nachrichten wurden gesendet, und keine kam zurück.
numbers-returned = Rückläufer und Beschwerden
numbers-line = Amazon schreitet ein ab
numbers-count = E-Mails
numbers-part = Anteil
numbers-bounced = Zurück
numbers-complained = Als Spam markiert
numbers-stars = Sterne
numbers-stars-about = Alle Bewertungen. Was nicht öffentlich ist, wartet, ist zurückgehalten oder gelöscht.
numbers-submitted = Abge{ "\u00AD" }geben
numbers-published = Öffent{ "\u00AD" }lich
numbers-decided = Zur Hälfte ent{ "\u00AD" }schieden binnen
numbers-returned-of = { $count ->
        [one] Von der letzten E-Mail
       *[other] Von den letzten { $count } E-Mails
    }
numbers-why-bounced = Adresse oder Nummer gibt es nicht
numbers-why-rejected = Wegen des Inhalts abgelehnt
numbers-why-suppressed_by_provider = Auf der Sperrliste des Anbieters
numbers-why-refused = Vom Anbieter abgelehnt
numbers-why-unconfirmed = Ob sie gesendet wurde, ist unbekannt
numbers-why-suppressed_bounce = Kam früher zurück
numbers-why-suppressed_complaint = Früher als Spam markiert
numbers-why-suppressed_by_shop = Vom Shop gestoppt
numbers-why-unsubscribed = Abgemeldet
numbers-why-stopped = STOP geantwortet
numbers-why-erased = Gelöscht
numbers-why-order_cancelled = Die Bestellung wurde storniert
numbers-why-order_refunded = Die Bestellung wurde erstattet
numbers-why-spend_cap = Das Monatsbudget für SMS war verbraucht
numbers-why-capped = Die Person bekam genug Nachrichten
numbers-why-asked_before = Schon einmal gefragt
numbers-why-window_closed = Keine Sendezeiten, bevor der Link ablief
numbers-why-cancelled = Die Anfrage wurde abgebrochen
numbers-why-expired = Der Link war abgelaufen
numbers-why-reviewed = Alles war bewertet
numbers-why-no_channel = Keine Adresse oder Nummer
numbers-by = Nach API und Kanal
numbers-soon = Wie schnell bewertet wird
numbers-soon-about = Anfragen der letzten 90 Tage, bis gestern Abend. Eine neuere Anfrage zählt nur für die Tage, seit sie gesendet wurde.
numbers-soon-by = { $count ->
        [one] { $part } haben binnen eines Tages nach der ersten Nachricht bewertet.
       *[other] { $part } haben binnen { $count } Tagen nach der ersten Nachricht bewertet.
    }
numbers-since = Tage seit der ersten Nachricht
numbers-at-risk = Davor nicht bewertet
numbers-reviewed-by = Bis dahin bewertet
numbers-delay = Lohnt es sich, länger zu warten?
numbers-delay-about = Wie viele binnen 14 Tagen nach der ersten Nachricht bewertet haben, und wie weit das Zufall sein kann (95 %).
numbers-wait = Gesendet nach
numbers-wait-days = { $count ->
        [one] { $count } Tag
       *[other] { $count } Tagen
    }
numbers-range = { $part } ({ $low } bis { $high })
numbers-not-enough = Noch nicht genug Anfragen
