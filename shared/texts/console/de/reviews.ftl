## Bewertungen

reviews-heading = Bewertungen
reviews-text = Was wartet, steht in der Reihenfolge da, in der es kam, gleich mit wie vielen Sternen. Nur Sie sehen es.
reviews-which = Welche Bewertungen
reviews-tab-waiting = Zu entscheiden
reviews-tab-published = Veröffentlicht
reviews-tab-withheld = Zurückgehalten
reviews-tab-all = Alle
reviews-words = Text, Name
reviews-product = Artikel
reviews-all-products = Alle Artikel
reviews-stars = Sterne
reviews-all-stars = Alle Sterne
reviews-of-shop = Der Shop selbst
reviews-nothing-waiting = Keine Bewertung wartet auf eine Entscheidung.
reviews-nothing-published = Noch ist keine Bewertung veröffentlicht.
reviews-nothing-withheld = Keine Bewertung ist zurückgehalten.
reviews-nothing-all = Noch keine Bewertungen.
reviews-nothing-found = Keine Bewertung passt.
reviews-cut = Es sind zu viele Bewertungen, um alle auf einmal durchzusehen. „Weiter“ setzt die Suche fort.

## Eine Bewertung

review-heading = { $author } über { $product }
review-anonymous = Anonym
review-back = Alle Bewertungen
review-previous = Zurück
review-place = { $place } von { $count } zu entscheiden.
review-open = Öffnen
review-publish = Veröffentlichen
review-publish-edit = Änderung veröffentlichen
review-withhold = Zurückhalten
review-withhold-letter = Zurückhalten und per E-Mail mitteilen
review-withhold-more = Zurückhalten …
review-withhold-why = Zurückhalten und den Grund nennen
review-withhold-about = Die Person, die sie schrieb, erfährt den Grund und kann die Bewertung ändern. Eine Meinung über den Artikel ist kein Grund.
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
review-verified-none = Nicht bestätigt
review-written = geschrieben { $time }
review-order = Bestellung { $order }
review-is-waiting = Wartet auf eine Entscheidung. Nur Sie sehen sie.
review-is-published = Veröffentlicht
review-is-withheld = Zurückgehalten
review-is-other = Unbekannter Stand
review-rule-contact_data = Nennt eine Telefonnummer, eine Adresse oder eine Website
review-names-phone = Nennt eine Telefonnummer
review-names-email = Nennt eine E-Mail-Adresse
review-names-website = Nennt eine Website
review-names-account = Nennt ein Konto in einem Netzwerk
review-rule-moderation = Jede Bewertung wartet auf eine Entscheidung
review-rule-edit_of_withheld = Geändert, nachdem sie zurückgehalten wurde
review-reason-confidential = Ein Geheimnis
review-reason-abusive = Beleidigungen
review-reason-personal_data = Personenbezogene Daten
review-reason-discriminatory = Diskriminierend
review-reason-misleading = Eindeutig falsch
review-reason-fake = Gefälscht
review-reason-unrelated = Anderes Thema
review-reason-unlawful = Gesetzwidrig
review-reason-unspecified = Kein Grund genannt
review-reply = Ihre Antwort, unter der Bewertung zu sehen
review-reply-button = Antworten
review-reply-change = Antwort ändern
review-reply-remove = Antwort entfernen
review-reply-letter = Die erste Antwort geht frühestens nach einer Minute auch per E-Mail an die Person, die bewertet hat.
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
review-was-imported = Importiert
review-was-removed = Entfernt
review-was-withdrawn = Zurückgezogen
review-was-erased = Gelöscht
review-by-author = Wer sie schrieb
review-by-key = API-Schlüssel { $id }
review-by-member = Ein Mitglied des Shops
review-by-rule = Durch eine Regel

## Was ein Klick getan hat

review-done-published = { $author }: veröffentlicht.
review-done-withheld = { $author }: zurückgehalten.
review-done-withheld-letter = { $author }: zurückgehalten. In einer Minute geht der Grund per E-Mail hinaus.
review-done-edit-dropped = { $author }: Änderung abgelehnt. Was öffentlich war, bleibt es.
review-done-replied = { $author }: beantwortet.
review-done-replied-letter = { $author }: beantwortet. In einer Minute geht die Antwort per E-Mail hinaus.
review-done-reply-removed = { $author }: Antwort entfernt.
review-done-undone = { $author }: rückgängig gemacht. Alles ist wie zuvor.
review-changed = Jemand hat diese Bewertung inzwischen geändert. So ist sie jetzt; von Ihnen wurde nichts gespeichert.
review-too-late = Das lässt sich nicht mehr rückgängig machen. So ist sie jetzt.
review-wrong-reason = Bitte wählen Sie einen Grund.
review-wrong-note = Eine Notiz ist eine Zeile mit höchstens 500 Zeichen. Es wurde nichts gespeichert.
review-wrong-reply = Eine Antwort braucht 1 bis 10.000 Zeichen.
