## Dateien

files-page = Dateien
files-about = Holen Sie Bewertungen aus einem anderen System, oder nehmen Sie Ihre mit.
files-import = Bewertungen importieren
files-import-about = Eine Datei bis 100 MB, so wie das andere System sie ausgibt. Bewertungen, die schon hier sind, werden ausgelassen; Sie können eine Datei also gefahrlos zweimal importieren.
files-format = Woher stammt die Datei?
files-format-wrong = Bitte geben Sie an, woher die Datei stammt.
files-format-afterword = Afterword
files-format-afterword-about = eine Datei von dieser Seite, aus diesem oder einem anderen Shop
files-format-okendo = Okendo
files-format-judgeme = Judge.me
files-format-yotpo = Yotpo
files-format-loox = Loox
files-try = Erst ausprobieren
files-do = Endgültig importieren
files-kinds-about = Ein Probelauf liest jede Zeile und sagt, was ein Import tun würde. Gespeichert wird nichts.
files-export = Ihre Bewertungen als Datei
files-export-about = Alle, öffentlich oder nicht, als Tabelle (CSV). Darin steht auch, was Kunden über sich geschrieben haben: Bewahren Sie die Datei sicher auf.
files-download = Bewertungen herunterladen
files-parts = Ohne JavaScript enthält die Datei die ältesten 5.000 Bewertungen.
files-all = Dateien
files-heading-try = Probelauf mit einer Datei aus { $system }
files-heading-do = Import aus { $system }
files-heading-try-any = Probelauf
files-heading-do-any = Import
files-choose = Datei auswählen
files-choose-about = CSV oder JSON, bis 100 MB. Das Hochladen beginnt mit dem Klick.
files-upload = Hochladen
files-upload-over = Die Stunde zum Hochladen ist vorbei. Bitte beginnen Sie von vorn.
files-again = Von vorn beginnen
files-arrived = Die Datei ist angekommen und wird gleich gelesen.
files-running = Die Datei wird gelesen.
files-progress = { $rows } von etwa { $all } Zeilen.
files-tried = Gespeichert wurde nichts. Das würde ein Import tun:
files-done = Fertig.
files-failed = Die Datei ließ sich nicht bis zum Ende lesen. Was bis dahin importiert wurde, bleibt.
files-rows =
    { $count ->
        [one] { $count } Bewertung gelesen
       *[other] { $count } Bewertungen gelesen
    }
files-would =
    { $count ->
        [one] { $count } Bewertung würde importiert
       *[other] { $count } Bewertungen würden importiert
    }
files-imported =
    { $count ->
        [one] { $count } Bewertung importiert
       *[other] { $count } Bewertungen importiert
    }
files-skipped =
    { $count ->
        [one] { $count } Zeile ausgelassen
       *[other] { $count } Zeilen ausgelassen
    }
files-to-reviews = Zu den Bewertungen
files-for-good = Jetzt endgültig importieren
files-for-good-about = Wählen Sie dieselbe Datei noch einmal aus.
files-faults = Zeile für Zeile
files-faults-about = Die ersten 20 von jeder Art.
files-row = Bewertung Nr.
files-line = Zeile
files-column = Spalte
files-what = Was zu tun ist
files-move = Umziehen
files-move-about = Alle Bewertungen aus einem anderen System, an einem Tag. Bis zum letzten Schritt lässt sich alles rückgängig machen.
files-step-1 = Verbinden Sie den Shop, damit Produkte und Bestellungen bekannt sind, und pausieren Sie den Versand.
files-step-2 = Exportieren Sie alles aus dem alten System und probieren Sie die Datei unten aus. Gespeichert wird nichts.
files-step-2-from = Dateien von Judge.me, Loox, Yotpo, Okendo, Stamped, Shopify Product Reviews, WooCommerce, CusRev und WebToffee werden erkannt; die Hilfe des jeweiligen Systems sagt, wo sein Export ist.
files-step-3 = Importieren Sie dieselbe Datei endgültig. Was dort öffentlich war, ist es hier; was verborgen war, wird zurückgehalten.
files-step-4 = Stellen Sie unsere Bewertungen auf einer verborgenen Seite neben die alten und vergleichen Sie.
files-step-5 = Schalten Sie die Sterne des alten Systems für Suchmaschinen aus und unsere ein.
files-step-6 = Setzen Sie den Versand fort. Wer ein Produkt dort bewertet hat, wird von Ihrem Shop nicht noch einmal danach gefragt.
files-format-auto = An den Überschriften erkennen
files-format-stamped = Stamped
files-format-spr = Shopify Product Reviews
files-format-woocommerce = WooCommerce
files-format-cusrev = CusRev
files-format-webtoffee = WebToffee
files-format-generic = ein anderes System
files-platform = Wessen Produktnummern enthält die Datei?
files-platform-auto = Die des verbundenen Shops
files-platform-choose = Bitte wählen
files-platform-shopify = Die von Shopify
files-platform-woocommerce = Die von WooCommerce
files-platform-needed = Bitte geben Sie an, wessen Produktnummern die Datei enthält: Es ist nicht genau ein Shop verbunden.
files-product-shop = In allen Bewertungen geht es um den Shop selbst
files-dates = Datumsangaben wie 03/02/2025
files-dates-auto = Sagen, welche Zeilen sie haben
files-dates-day_first = Der Tag steht vorn
files-dates-month_first = Der Monat steht vorn
files-public = Öffentlich: { $count }
files-waiting = Warten: { $count }
files-contact-data = Davon mit Kontaktdaten im Text: { $count }
files-hidden = Zurückgehalten, weil das frühere System sie nicht zeigte: { $count }
files-answers = Ihre Antworten, die mit ihren Bewertungen kamen: { $count }
files-removed = Wieder entfernt: { $count }
files-kept = Behalten, weil darüber entschieden wurde oder sie beantwortet oder geändert wurden: { $count }
files-reasons = Warum Zeilen ausgelassen wurden
files-notes = Was gekürzt wurde oder fehlt
files-unread = Nicht gelesene Spalten: { $columns }
files-report = Bericht als Tabelle herunterladen
files-unknown = Produkte, die Sie nicht haben
files-unknown-about = Ihre Bewertungen wurden ausgelassen. Geben Sie an, welches Produkt gemeint ist: seine ID hier, @shop für den Shop selbst oder - zum Auslassen. Importieren Sie die Datei dann noch einmal.
files-answer = Speichern
files-answered = Gespeichert. Probieren oder importieren Sie dieselbe Datei jetzt noch einmal.
files-answer-wrong = „{ $name }“: Bitte geben Sie eine ID wie shopify-7125386199075, @shop oder - ein.
files-products = Produkt für Produkt
files-undescribed = Zeilen zu Produkten, die Ihr Shop hier nicht beschrieben hat: { $count }. Prüfen Sie ihre Nummern: Ist eine falsch, stehen ihre Bewertungen auf keiner Seite Ihres Shops.
files-note = Hinweis:
files-undo = Diesen Import rückgängig machen
files-undo-about = Entfernt alle seine Bewertungen wieder, solange über keine entschieden und keine beantwortet wurde. Danach können Sie die Datei noch einmal importieren.
files-undo-stuck = Wenn sich innerhalb von zehn Minuten nichts ändert, drücken Sie den Knopf noch einmal.
files-undo-touched = Nicht rückgängig gemacht. Bewertungen, über die seither entschieden wurde oder die beantwortet oder geändert wurden: { $count }
files-undo-nothing = Es gibt nichts rückgängig zu machen.
files-undoing = Die Bewertungen dieses Imports werden entfernt.
files-undone = Rückgängig gemacht. Sie können die Datei noch einmal importieren.
files-try-failed = Die Datei ließ sich nicht bis zum Ende lesen. Gespeichert wurde nichts.
files-other-system = Von vorn beginnen
files-try-again = Diese Datei noch einmal probieren
files-again-about = Die Datei bleibt einen Tag lang hier, und was Sie gewählt haben, gilt weiter. Nichts wird noch einmal hochgeladen.
files-again-choose = Bitte wählen Sie eines davon.
fault-empty_file = Die Datei hat keine Zeilen. Wählen Sie eine mit Überschriften und Bewertungen.
fault-missing_column = Ergänzen Sie diese Spalte in den Überschriften, oder wählen Sie das System, dessen Überschriften die Datei hat.
fault-missing_product = Die Datei hat keine Spalte für Produkte. Ergänzen Sie sie in den Überschriften, oder importieren Sie alles als Bewertungen des Shops selbst.
fault-row_too_long = Die Zeile hat mehr als 128 KiB. Suchen Sie ein Anführungszeichen, das nicht geschlossen wird.
fault-not_utf8 = Speichern Sie die Datei in UTF-8: In Excel heißt das „CSV UTF-8“, andere Programme fragen nach dem Zeichensatz.
fault-too_many_cells = Die Zeile hat mehr Felder, als es Überschriften gibt. Setzen Sie Felder mit Kommas in Anführungszeichen.
fault-invalid_json = Die Zeile muss ein JSON-Objekt sein.
fault-invalid_platform = Schreiben Sie eines von: betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = Die ID wurde weggelassen: Sie darf höchstens 128 Zeichen in einer Zeile haben.
fault-invalid_product_id = Schreiben Sie eine Produkt-ID wie „shopify-7125386199075“ oder ihre Nummer.
fault-invalid_rating = Schreiben Sie eine ganze Zahl von 1 bis 5.
fault-invalid_title = Die Überschrift wurde auf 200 Zeichen in einer Zeile gekürzt.
fault-invalid_body = Der Text wurde auf 5.000 Zeichen gekürzt.
fault-invalid_name = Der Name wurde auf 100 Zeichen in einer Zeile gekürzt.
fault-invalid_created_at = Schreiben Sie eine vergangene Zeit wie 2026-11-20T06:00:00Z oder einen Tag wie 2026-11-20.
fault-invalid_reply = Die Antwort wurde auf 10.000 Zeichen gekürzt.
fault-invalid_language = Die Sprache wurde weggelassen: Die Kundenseite gibt es nicht in ihr.
fault-invalid_photo_urls = Nur die ersten 10 Fotos wurden importiert.
fault-duplicate = Diese Bewertung ist schon hier: mit derselben ID oder mit demselben Produkt, Namen, Text, Tag und derselben Adresse und Sternezahl.
fault-erased = Die Daten dieser Person wurden gelöscht. Entfernen Sie die Zeile aus der Datei.
fault-undo_incomplete = Einige Bewertungen dieses Imports wurden nicht gefunden und sind noch hier. Machen Sie ihn noch einmal rückgängig, und halten Sie die übrigen unter Bewertungen zurück.
fault-file_gone = Die Datei wurde gelöscht, bevor sie ganz gelesen war. Importieren Sie sie noch einmal: Was schon hier ist, wird ausgelassen.
fault-file_changed = Während des Lesens wurde eine andere Datei hochgeladen. Importieren Sie sie noch einmal: Was schon hier ist, wird ausgelassen.
fault-photos_not_imported = Die Bewertung wurde ohne diese Fotos importiert: Jede Adresse muss mit https:// und dem Namen eines Servers beginnen.
fault-not_text = Das ist eine Arbeitsmappe oder ein Archiv. Speichern Sie die Datei als CSV, oder entpacken Sie sie zuerst.
fault-unknown_format = Kein System, das wir kennen, hat diese Überschriften. Geben Sie an, woher die Datei stammt.
fault-platform_needed = Die Datei nennt Produkte mit Nummern. Geben Sie an, ob es die von Shopify oder die von WooCommerce sind.
fault-broken_list = Ein Objekt der JSON-Liste ist beschädigt, endet nicht oder hat mehr als 128 KiB. Exportieren Sie die Datei noch einmal: Bewertungen, die schon hier sind, werden ausgelassen.
fault-unread_status = Diese Spalte sagt anscheinend, welche Bewertungen öffentlich waren, würde aber nicht gelesen. Wählen Sie das System, aus dem die Datei stammt, oder löschen Sie die Spalte, falls sie etwas anderes bedeutet.
fault-too_many_open_quotes = 100 Zeilen haben ein Anführungszeichen, das nicht geschlossen wird. Exportieren Sie die Datei noch einmal.
fault-open_quote = Ein Anführungszeichen in dieser Zeile wird nicht geschlossen. Gelesen wurde ab der nächsten Zeile weiter.
fault-unknown_product = Sie haben kein Produkt mit dieser ID, Adresse oder Nummer. Geben Sie unten an, welches es ist.
fault-left_out = Sie haben gewählt, die Bewertungen dieses Produkts auszulassen.
fault-ambiguous_date = Tag und Monat könnten vertauscht sein. Geben Sie an, was vorn steht.
fault-comment_on_review = Das ist ein Kommentar zu einer Bewertung, keine Bewertung. Auf die Bewertung können Sie hier antworten.
fault-invalid_reply_date = Das Datum der Antwort ist nicht lesbar. Die Antwort hat das heutige.
fault-half_stars = Ein halber Stern wurde aufgerundet.
fault-read_month_first = Mit dem Monat vorn gelesen. Wenn das für alle Daten stimmt, geben Sie es an.
fault-read_as_windows_1252 = Nicht in UTF-8, also als Windows-1252 gelesen. Bitte prüfen Sie die Umlaute.

## Everything that the shop has

everything = Alles als Dateien
everything-about = Alles, was über den Shop gespeichert ist, als JSON Lines: Einstellungen, Produkte, Kunden, Bestellungen, Anfragen, Nachrichten, Bewertungen, Sperren und das Prüfprotokoll. Die Dateien enthalten personenbezogene Daten aller Kunden: Bewahren Sie sie sicher auf. Sie werden nach einem Tag gelöscht, und wenn die Daten einer Person gelöscht werden.
everything-made = Angefordert am { $asked }. Die Dateien können bis { $gone } heruntergeladen werden.
everything-running = Angefordert am { $asked }. Die Dateien werden gerade erstellt.
everything-lines = { $count ->
        [one] { $count } Zeile
       *[other] { $count } Zeilen
    }
everything-make = Dateien erstellen
