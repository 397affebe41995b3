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
fault-empty_file = Die Datei hat keine Zeile. Wählen Sie eine mit Überschriften und Bewertungen.
fault-missing_column = Ergänzen Sie diese Spalte, oder geben Sie das System an, dessen Überschriften die Datei hat.
fault-row_too_long = Die Zeile hat mehr als 128 KiB. Suchen Sie ein Anführungszeichen ohne sein Gegenstück.
fault-not_utf8 = Speichern Sie die Datei in UTF-8.
fault-too_many_cells = Die Zeile hat mehr Felder, als es Überschriften gibt. Setzen Sie Felder mit Kommas in Anführungszeichen.
fault-invalid_json = Die Zeile muss ein JSON-Objekt sein.
fault-invalid_platform = Schreiben Sie eines von: betterreviews, okendo, judgeme, yotpo, loox, wix.
fault-invalid_external_review_id = Höchstens 128 Zeichen, in einer Zeile.
fault-invalid_product_id = Die Kennung eines Artikels wie „shopify-7125386199075“, oder seine Nummer in Shopify.
fault-invalid_rating = Eine ganze Zahl von 1 bis 5.
fault-invalid_title = Höchstens 200 Zeichen, in einer Zeile.
fault-invalid_body = Höchstens 5.000 Zeichen, ohne Steuerzeichen.
fault-invalid_name = Höchstens 100 Zeichen, in einer Zeile.
fault-invalid_created_at = Eine vergangene Zeit wie 2026-11-20T06:00:00Z, oder ein Tag wie 2026-11-20.
fault-invalid_reply = Höchstens 10.000 Zeichen, ohne Steuerzeichen. Ihre Zeiten müssen vergangen sein.
fault-invalid_language = Eine der Sprachen der Kundenseite, oder nichts.
fault-invalid_photo_urls = Höchstens 10 Adressen.
fault-duplicate = Diese Bewertung ist bekannt: an ihrer Kennung, oder an Artikel, Name, Sternen, Text und Tag.
fault-erased = Die Daten der Person mit dieser Adresse wurden gelöscht. Nehmen Sie die Zeile aus der Datei.
fault-file_gone = Die Datei wurde gelöscht, bevor alles gelesen war. Importieren Sie sie noch einmal: Bekanntes wird ausgelassen.
fault-file_changed = Während des Lesens wurde eine andere Datei hochgeladen. Importieren Sie sie noch einmal: Bekanntes wird ausgelassen.
fault-photos_not_imported = Die Bewertung kam ohne diese Fotos: Jede Adresse muss mit https:// und dem Namen eines Servers beginnen.

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
