## Orders of the time before

earlier-heading = Zu früheren Bestellungen fragen
earlier-link = Frühere Bestellungen
earlier-about = Für Kunden, die gekauft haben, bevor Sie hier begonnen haben. Nichts wird gesendet, bevor Sie bestätigen, wie viele es sind.
earlier-rows = Bestellungen, eine pro Zeile
earlier-file = Datei öffnen
earlier-rows-about = Fügen Sie Zellen einer Tabelle oder Zeilen einer CSV-Datei ein, höchstens { $count }. Die erste Zeile nennt die Spalten: email und order, und falls vorhanden name, date (etwa 2026-11-03), products und language.
earlier-days = Tage von der Bestellung bis zur E-Mail
earlier-days-about = Von 0 bis 89. Zu Bestellungen, die älter sind oder kein Datum haben, wird sofort gefragt.
earlier-days-wrong = Bitte geben Sie eine Zahl von 0 bis 89 ein.
earlier-try = Ansehen, was passieren würde
earlier-would = { $count ->
        [0] Zu keiner Bestellung würde gefragt.
        [one] Zu 1 Bestellung würde gefragt.
       *[other] Zu { $count } Bestellungen würde gefragt.
    }
earlier-due = Die erste E-Mail ist am { $first } fällig, die letzte am { $last }.
earlier-due-one = Die E-Mails sind am { $first } fällig.
earlier-before = { $count ->
        [one] Zu 1 Zeile wurde schon gefragt.
       *[other] Zu { $count } Zeilen wurde schon gefragt.
    }
earlier-insiders = { $count ->
        [one] 1 Zeile betrifft eine Person, die für Sie arbeitet.
       *[other] { $count } Zeilen betreffen Personen, die für Sie arbeiten.
    }
earlier-unasked = { $count ->
        [one] 1 Zeile hat nur Produkte, nach denen niemand gefragt wird.
       *[other] { $count } Zeilen haben nur Produkte, nach denen niemand gefragt wird.
    }
earlier-suppressed = { $count ->
        [one] 1 Zeile betrifft eine Person, die keine E-Mails bekommt: abgemeldet, unzustellbar oder gestoppt.
       *[other] { $count } Zeilen betreffen Personen, die keine E-Mails bekommen: abgemeldet, unzustellbar oder gestoppt.
    }
earlier-wrong = { $count ->
        [one] 1 Zeile ist nicht lesbar.
       *[other] { $count } Zeilen sind nicht lesbar.
    }
earlier-wrong-email = Das ist keine E-Mail-Adresse.
earlier-wrong-order = Die Bestellnummer fehlt oder ist zu lang.
earlier-wrong-name = Der Name ist zu lang.
earlier-wrong-date = Das Datum muss so aussehen: 2026-11-03.
earlier-wrong-products = Eine Produkt-ID muss so aussehen: shopify-7125386199075.
earlier-wrong-language = Die Sprache muss so aussehen: en oder de-AT.
earlier-ask = { $count ->
        [one] Zu 1 Bestellung fragen
       *[other] Zu { $count } Bestellungen fragen
    }
earlier-done = { $count ->
        [one] Zu 1 Bestellung wird gefragt.
       *[other] Zu { $count } Bestellungen wird gefragt.
    }
earlier-changed = Seither hat sich etwas geändert. Das würde jetzt passieren.
earlier-missing = In der ersten Zeile fehlt die Spalte „{ $column }“.
earlier-no-rows = Unter der ersten Zeile steht keine weitere.
earlier-too-many = Das sind mehr als { $count } Zeilen. Bitte in Teilen einfügen.
