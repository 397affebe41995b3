## Dateien

files-page = Dateien
files-about = Holen Sie Bewertungen aus einem anderen System, oder nehmen Sie Ihre mit.
files-import = Bewertungen importieren
files-import-about = Eine Datei bis 100 MB, so wie das andere System sie ausgibt. Was schon bekannt ist, wird ausgelassen: Eine Datei darf zweimal kommen.
files-format = Woher stammt die Datei?
files-format-wrong = Bitte geben Sie an, woher die Datei stammt.
files-format-afterword = Afterword
files-format-afterword-about = eine Datei von dieser Seite, aus diesem oder einem anderen Shop
files-format-okendo = Okendo
files-format-judgeme = Judge.me
files-format-yotpo = Yotpo
files-format-loox = Loox
files-try = Erst probieren
files-do = Endgültig importieren
files-kinds-about = Eine Probe liest jede Zeile und sagt, was geschehen würde. Gespeichert wird nichts.
files-export = Ihre Bewertungen als Datei
files-export-about = Alle, öffentlich oder nicht, als Tabelle (CSV). Was Kunden über sich geschrieben haben, steht darin: Bewahren Sie sie gut auf.
files-download = Bewertungen herunterladen
files-parts = Ohne JavaScript enthält die Datei die ältesten 5.000 Bewertungen.
files-all = Dateien
files-heading-try = Probe mit einer Datei aus { $system }
files-heading-do = Import aus { $system }
files-choose = Datei auswählen
files-choose-about = CSV oder Zeilen aus JSON, bis 100 MB. Das Hochladen beginnt mit dem Klick.
files-upload = Hochladen
files-upload-over = Die Stunde zum Hochladen ist vorbei. Beginnen Sie noch einmal.
files-again = Noch einmal beginnen
files-arrived = Die Datei ist angekommen und wird gleich gelesen.
files-running = Die Datei wird gelesen.
files-look = Noch einmal nachsehen
files-tried = Gespeichert wurde nichts. Ein Import würde dies tun:
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
files-faults-about = Von jeder Art die ersten 20.
files-line = Zeile
files-column = Spalte
files-what = Was zu tun ist
files-move = Umziehen
files-move-about = Alle Bewertungen eines anderen Systems, an einem Tag. Bis zum letzten Schritt lässt sich alles zurücknehmen.
files-step-1 = Verbinden Sie den Shop und pausieren Sie den Versand, damit Artikel und Bestellungen bekannt sind.
files-step-2 = Exportieren Sie alles aus dem alten System und probieren Sie die Datei hier aus. Gespeichert wird nichts.
files-step-3 = Importieren Sie dieselbe Datei endgültig. Was dort öffentlich war, ist es hier; was verborgen war, wartet auf Sie.
files-step-4 = Stellen Sie unsere Bewertungen auf einer verborgenen Seite neben die alten und vergleichen Sie.
files-step-5 = Schalten Sie die Sterne des alten Systems für Suchmaschinen aus und unsere ein.
files-step-6 = Beenden Sie die Pause. Wer einen Artikel dort bewertet hat, wird von Ihrem Shop nicht noch einmal gefragt.
files-format-auto = Die Überschriften sagen es
files-format-stamped = Stamped
files-format-spr = Shopify Product Reviews
files-format-woocommerce = WooCommerce
files-format-cusrev = CusRev
files-format-webtoffee = WebToffee
files-format-generic = ein anderes System
files-platform = Wessen Artikelnummern enthält sie?
files-platform-auto = die des verbundenen Shops
files-platform-shopify = die von Shopify
files-platform-woocommerce = die von WooCommerce
files-platform-needed = Bitte geben Sie an, wessen Artikelnummern die Datei hat: Es ist nicht genau ein Shop verbunden.
files-dates = Daten wie 03/02/2025
files-dates-auto = sagen, welche Zeilen sie haben
files-dates-day_first = der Tag steht vorn
files-dates-month_first = der Monat steht vorn
files-old = Was das alte System zeigt
files-old-about = Sie dürfen das leer lassen. Dann merkt niemand, wenn die Datei weniger enthält als das alte System.
files-old-reviews = Öffentliche Bewertungen
files-old-average = Durchschnitt, etwa 4,72
files-old-wrong = Bitte geben Sie die Zahl der Bewertungen in Ziffern an und einen Durchschnitt von 1 bis 5 mit höchstens zwei Nachkommastellen.
files-public = Öffentlich: { $count }
files-waiting = Warten auf Sie: { $count }
files-hidden = Davon im alten System verborgen: { $count }
files-explained = 0 ungeklärt: Jede Bewertung hat ihren Grund.
files-unexplained = Ungeklärt: { $count }
files-compare = Vorher und nachher
files-compare-who = Laut
files-compare-reviews = Öffentliche Bewertungen
files-compare-average = Durchschnitt
files-compare-said = altem System
files-compare-file = Datei
files-compare-here = Ihren Seiten hier
files-reasons = Warum Zeilen ausgelassen wurden
files-notes = Was gekürzt oder ohne einen Teil kam
files-unread = Nicht gelesene Spalten: { $columns }
files-report = Bericht als Tabelle
files-unknown = Artikel, die Sie nicht haben
files-unknown-about = Ihre Bewertungen wurden ausgelassen. Geben Sie an, welcher Artikel gemeint ist: seine Kennung hier, @shop für den Shop selbst, oder - zum Auslassen. Importieren Sie die Datei dann noch einmal.
files-answer = Speichern
files-answered = Gespeichert. Probieren oder importieren Sie dieselbe Datei jetzt noch einmal.
files-answer-wrong = „{ $name }“: Bitte geben Sie eine Kennung wie shopify-7125386199075 an, @shop oder -.
files-products = Artikel für Artikel
files-product = Artikel
files-there = Dort
files-here = Hier
files-waits = Wartet
files-note = Hinweis:
files-undo = Diesen Import zurücknehmen
files-undo-about = Nimmt alle seine Bewertungen wieder heraus, solange niemand über eine entschieden oder eine beantwortet hat. Die Datei kann noch einmal kommen.
files-undo-touched = Nicht zurückgenommen. Bewertungen, die seither entschieden, beantwortet oder geändert wurden: { $count }
files-undo-nothing = Es gibt nichts zurückzunehmen.
files-undoing = Die Bewertungen dieses Imports werden herausgenommen.
files-undone = Zurückgenommen. Die Datei kann noch einmal kommen.
files-try-failed = Die Datei ließ sich nicht bis zum Ende lesen. Gespeichert wurde nichts.
files-other-system = Noch einmal beginnen
fault-empty_file = Die Datei hat keine Zeile. Wählen Sie eine mit Überschriften und Bewertungen.
fault-missing_column = Ergänzen Sie diese Spalte, oder geben Sie das System an, dessen Überschriften die Datei hat.
fault-row_too_long = Die Zeile hat mehr als 128 KiB. Suchen Sie ein Anführungszeichen ohne sein Gegenstück.
fault-not_utf8 = Speichern Sie die Datei in UTF-8.
fault-too_many_cells = Die Zeile hat mehr Felder, als es Überschriften gibt. Setzen Sie Felder mit Kommas in Anführungszeichen.
fault-invalid_json = Die Zeile muss ein JSON-Objekt sein.
fault-invalid_platform = Schreiben Sie eines von: betterreviews, okendo, judgeme, yotpo, loox, wix, stamped, shopify, woocommerce, other.
fault-invalid_external_review_id = Die Kennung wurde ausgelassen: höchstens 128 Zeichen, in einer Zeile.
fault-invalid_product_id = Die Kennung eines Artikels wie „shopify-7125386199075“, oder seine Nummer.
fault-invalid_rating = Eine ganze Zahl von 1 bis 5.
fault-invalid_title = Die Überschrift wurde auf 200 Zeichen in einer Zeile gekürzt.
fault-invalid_body = Der Text wurde auf 5.000 Zeichen gekürzt, ohne Steuerzeichen.
fault-invalid_name = Der Name wurde auf 100 Zeichen in einer Zeile gekürzt.
fault-invalid_created_at = Eine vergangene Zeit wie 2026-11-20T06:00:00Z, oder ein Tag wie 2026-11-20.
fault-invalid_reply = Die Antwort wurde auf 10.000 Zeichen gekürzt, ohne Steuerzeichen.
fault-invalid_language = Die Sprache wurde ausgelassen: Die Kundenseite hat sie nicht.
fault-invalid_photo_urls = Nur die ersten 10 Fotos kamen.
fault-duplicate = Diese Bewertung ist bekannt: an ihrer Kennung, oder an Artikel, Name, Sternen, Text, Tag und Adresse.
fault-erased = Die Daten der Person mit dieser Adresse wurden gelöscht. Nehmen Sie die Zeile aus der Datei.
fault-file_gone = Die Datei wurde gelöscht, bevor alles gelesen war. Importieren Sie sie noch einmal: Bekanntes wird ausgelassen.
fault-file_changed = Während des Lesens wurde eine andere Datei hochgeladen. Importieren Sie sie noch einmal: Bekanntes wird ausgelassen.
fault-photos_not_imported = Die Bewertung kam ohne diese Fotos: Jede Adresse muss mit https:// und dem Namen eines Servers beginnen.
fault-not_text = Das ist eine Arbeitsmappe oder ein Archiv. Speichern Sie sie als CSV, oder entpacken Sie es zuerst.
fault-unknown_format = Kein System, das wir kennen, hat diese Überschriften. Geben Sie an, woher die Datei stammt.
fault-platform_needed = Die Datei nennt Artikel mit Nummern. Geben Sie an, ob es die von Shopify oder die von WooCommerce sind.
fault-too_many_open_quotes = 100 Zeilen haben ein Anführungszeichen ohne sein Gegenstück. Exportieren Sie die Datei noch einmal.
fault-open_quote = Ein Anführungszeichen in dieser Zeile hat kein Gegenstück. Gelesen wurde ab der nächsten Zeile weiter.
fault-unknown_product = Sie haben keinen Artikel mit dieser Kennung, Adresse oder Nummer. Geben Sie unten an, welcher es ist.
fault-left_out = Sie haben angegeben, dass die Bewertungen dieses Artikels ausgelassen werden.
fault-ambiguous_date = Tag und Monat könnten vertauscht sein. Geben Sie an, was vorn steht.
fault-comment_on_review = Ein Kommentar zu einer Bewertung und keine Bewertung. Beantworten Sie die Bewertung hier.
fault-invalid_reply_date = Das Datum der Antwort ist nicht lesbar. Die Antwort hat das heutige.
fault-half_stars = Ein halber Stern wurde gerundet.
fault-read_month_first = Mit dem Monat vorn gelesen. Wenn alle Daten so sind, geben Sie es an.
fault-read_as_windows_1252 = Nicht in UTF-8, gelesen als Windows-1252. Sehen Sie sich die Umlaute an.

## Everything that the shop has

everything = Alles als Dateien
everything-about = Alles, was über den Shop gespeichert ist, als JSON Lines: Einstellungen, Produkte, Kunden, Bestellungen, Anfragen, Nachrichten, Bewertungen, Sperren und was getan wurde. Die Dateien sind personenbezogene Daten aller Kunden: Bewahren Sie sie gut auf. Sie werden nach einem Tag gelöscht, und wenn jemandes Daten gelöscht werden.
everything-made = Angefordert am { $asked }. Die Dateien können bis { $gone } heruntergeladen werden.
everything-running = Angefordert am { $asked }. Die Dateien entstehen gerade.
everything-lines = { $count ->
        [one] { $count } Zeile
       *[other] { $count } Zeilen
    }
everything-look = Noch einmal nachsehen
everything-make = Dateien erstellen
