## Bewertungen

nav-reviews = Bewertungen
reviews-heading = Bewertungen
reviews-text = Die älteste wartende Bewertung steht zuerst, gleich mit wie vielen Sternen. Kunden sehen sie noch nicht.
reviews-which = Welche Bewertungen
reviews-tab-waiting = Zu entscheiden
reviews-tab-published = Veröffentlicht
reviews-tab-withheld = Zurückgehalten
reviews-tab-all = Alle
reviews-words = Text oder Name
reviews-product = Produkt
reviews-all-products = Alle Produkte
reviews-stars = Sterne
reviews-all-stars = Alle Sterne
reviews-why = Warum sie wartet
reviews-all-reasons = Alle Gründe
reviews-all-replies = Mit oder ohne Antwort
reviews-unanswered = Ohne Antwort
reviews-of-shop = Der Shop selbst
reviews-nothing-waiting = Keine Bewertungen warten auf eine Entscheidung.
reviews-nothing-published = Noch ist keine Bewertung veröffentlicht.
reviews-nothing-withheld = Keine Bewertungen sind zurückgehalten.
reviews-nothing-all = Noch keine Bewertungen.
reviews-nothing-found = Keine Bewertung passt.
reviews-cut = Es sind zu viele Bewertungen, um alle auf einmal zu durchsuchen. „Weiter“ setzt die Suche fort.
reviews-mark = Markieren
reviews-marked = Markiert:
reviews-unmark = Aufheben
reviews-none-marked = Es war nichts markiert.
reviews-marked-about = Ein Grund für alle. Eine Meinung über das Produkt ist kein Grund.

## Eine Bewertung

review-heading = { $author } zu { $product }
review-anonymous = Anonym
review-back = Alle Bewertungen
review-previous = Zurück
review-place = { $place } von { $count } zu entscheiden.
review-open = Öffnen
review-publish = Veröffentlichen
review-publish-edit = Änderung veröffentlichen
review-withhold = Zurückhalten
review-withhold-notification = Zurückhalten und mitteilen
review-withhold-more = Zurückhalten …
review-withhold-why = Zurückhalten und den Grund nennen
review-withhold-other = Den Grund ändern
review-explain = Den Grund nachtragen
review-explain-button = Grund speichern und mitteilen
review-reported = Von Leserinnen oder Lesern gemeldet
review-reported-about = Halten Sie die Bewertung unten zurück, oder lassen Sie sie stehen. Wer eine Adresse angegeben hat, bekommt Ihre Entscheidung und den Grund in einer Minute per E-Mail.
review-keep-why = Warum sie stehen bleibt
review-keep = Bewertung stehen lassen
review-withhold-about = Wer die Bewertung geschrieben hat, erfährt den Grund und kann sie ändern. Eine Meinung über das Produkt ist kein Grund.
review-drop-edit = Änderung ablehnen
review-drop-edit-why = Änderung ablehnen und den Grund nennen
review-decide = Entscheiden
review-waits = Wartet:
review-withheld-for = Zurückgehalten:
review-reason = Grund
review-note = Notiz für den Verlauf, die nur der Shop sieht
review-has-edit = Änderung wartet
review-edit-heading = Die wartende Änderung
review-photos = { $count ->
        [one] { $count } Foto
       *[other] { $count } Fotos
    }
review-photo = Foto { $number }
review-verified = bestätigt
review-verified-order = Bestätigter Kauf
review-verified-request = Nach einer Bestellung erbeten
review-verified-claimed = Kauf bestätigt von { $system }
review-verified-none = Nicht bestätigt
review-incentivized = Hat etwas dafür bekommen
review-public = Öffentlich ansehen
review-written = geschrieben { $time }
review-edited = geändert { $time }
review-experienced = erhalten im { $month }
review-order = Bestellung { $order }
review-is-waiting = Wartet auf eine Entscheidung. Nur Sie sehen sie.
review-is-published = Veröffentlicht
review-is-withheld = Zurückgehalten
review-is-other = Unbekannter Stand
review-rule-contact_data = Enthält eine Telefonnummer, eine Adresse oder eine Website
review-names-phone = Enthält eine Telefonnummer
review-names-email = Enthält eine E-Mail-Adresse
review-names-website = Enthält eine Website
review-names-account = Nennt ein Konto in einem sozialen Netzwerk
review-rule-moderation = Jede Bewertung wartet auf eine Entscheidung
review-rule-edit_of_withheld = Geändert, nachdem sie zurückgehalten wurde
review-rule-visitor = Niemand hat darum gebeten
review-rule-product_hidden = Erscheint, sobald ihr Produkt veröffentlicht ist
review-rule-insider = Ist von jemandem, der für den Shop arbeitet
review-reason-confidential = Vertrauliches
review-reason-abusive = Beleidigungen
review-reason-personal_data = Personenbezogene Daten
review-reason-discriminatory = Diskriminierend
review-reason-misleading = Eindeutig falsch
review-reason-fake = Gefälscht
review-reason-unrelated = Anderes Thema
review-reason-unlawful = Gesetzwidrig
review-reason-unspecified = Kein Grund genannt
review-reason-earlier_system = Das frühere System zeigte sie nicht
review-reply = Ihre Antwort, sichtbar unter der Bewertung
review-reply-button = Antworten
review-reply-change = Antwort ändern
review-reply-remove = Antwort entfernen
review-reply-before-edit = Neben dieser Antwort steht für alle, dass sie vor der Änderung der Bewertung geschrieben wurde. Wenn Sie die Antwort ändern, entfällt das.
review-reply-notification = Ihre erste Antwort geht frühestens nach einer Minute auch per E-Mail an die Person, die bewertet hat.
review-history = Verlauf
review-request = Anfrage { $id }, erstellt am { $day }.
review-request-link = Anfrage zeigen
review-was-submitted = Geschrieben
review-was-held = Wartet
review-was-edited = Geändert
review-was-published = Veröffentlicht
review-was-withheld = Zurückgehalten
review-was-edit_dropped = Änderung abgelehnt
review-was-replied = Beantwortet
review-was-reply_removed = Antwort entfernt
review-was-undone = Rückgängig gemacht
review-was-unverified = Kein bestätigter Kauf mehr: Die Bestellung wurde storniert, erstattet oder nicht bezahlt
review-was-imported = Importiert
review-was-removed = Entfernt
review-was-withdrawn = Zurückgezogen
review-was-erased = Gelöscht
review-was-reported = Gemeldet
review-was-kept = Bleibt öffentlich
review-by-reader = Leserin oder Leser
review-by-reader-told = Hat eine Adresse angegeben und bekommt die Entscheidung per E-Mail
review-reported-unlawful = Verstößt gegen das Recht
review-reported-fake = Nicht echt
review-reported-abusive = Beleidigt oder droht
review-reported-personal_data = Verrät etwas Privates über eine Person
review-reported-other = Etwas anderes
review-by-author = Bewertende Person
review-by-key = API-Schlüssel { $id }
review-by-member = Ein Mitglied des Shops
review-by-rule = Eine Regel

## Was ein Klick getan hat

review-done-published = { $author }: veröffentlicht.
review-done-withheld = { $author }: zurückgehalten.
review-done-withheld-notification = { $author }: zurückgehalten. Der Grund wird in einer Minute per E-Mail gesendet.
review-done-edit-dropped = { $author }: Änderung abgelehnt. Die öffentliche Fassung bleibt.
review-done-replied = { $author }: beantwortet.
review-done-kept = { $author }: bleibt öffentlich.
review-done-replied-notification = { $author }: beantwortet. Die Antwort wird in einer Minute per E-Mail gesendet.
review-done-reply-removed = { $author }: Antwort entfernt.
review-done-undone = { $author }: rückgängig gemacht. Alles ist wie zuvor.
reviews-done-published = { $count ->
        [one] { $count } Bewertung veröffentlicht.
       *[other] { $count } Bewertungen veröffentlicht.
    }
reviews-done-withheld = { $count ->
        [one] { $count } Bewertung zurückgehalten.
       *[other] { $count } Bewertungen zurückgehalten.
    }
reviews-done-withheld-notification = { $count ->
        [one] { $count } Bewertung zurückgehalten. Der Grund wird in einer Minute per E-Mail gesendet.
       *[other] { $count } Bewertungen zurückgehalten. Der Grund wird in einer Minute per E-Mail gesendet.
    }
reviews-done-undone = { $count ->
        [one] { $count } Bewertung ist wie zuvor.
       *[other] { $count } Bewertungen sind wie zuvor.
    }
reviews-done-left = { $count ->
        [one] { $count } blieb, wie sie ist, weil sie sich inzwischen geändert hat.
       *[other] { $count } blieben, wie sie sind, weil sie sich inzwischen geändert haben.
    }
reviews-undo-left = Die übrigen bleiben, wie sie sind: Sie haben sich seitdem geändert, oder es ist zu spät.
reviews-done-stopped = Dann ist etwas schiefgegangen. Die übrigen sind unverändert: Bitte versuchen Sie es noch einmal.
review-changed = Jemand hat diese Bewertung inzwischen geändert. So ist sie jetzt; von Ihnen wurde nichts gespeichert.
review-too-late = Das lässt sich nicht mehr rückgängig machen. So ist sie jetzt.
review-wrong-reason = Bitte wählen Sie einen Grund.
review-wrong-note = Eine Notiz ist eine Zeile mit höchstens 500 Zeichen. Es wurde nichts gespeichert.
review-wrong-reply = Eine Antwort braucht 1 bis 10.000 Zeichen.
review-wrong-kept = Bitte sagen Sie, warum sie stehen bleibt, in einer Zeile mit höchstens 500 Zeichen.
