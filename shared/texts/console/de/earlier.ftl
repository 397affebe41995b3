## Orders of the time before

earlier-heading = Nach früheren Bestellungen fragen
earlier-link = Frühere Bestellungen
earlier-about = Für Kunden, die vor Ihrer Zeit hier gekauft haben. Nichts wird gesendet, bevor Sie eine Zahl bestätigen.
earlier-rows = Bestellungen, eine in jeder Zeile
earlier-rows-about = Fügen Sie Zellen einer Tabelle oder Zeilen einer CSV-Datei ein, höchstens { $count }. Die erste Zeile nennt die Spalten: email und order, und falls vorhanden name, date (etwa 2026-11-03), products und language.
earlier-days = Tage von der Bestellung bis zur E-Mail
earlier-days-about = Von 0 bis 89. Nach einer Bestellung, die älter ist oder kein Datum hat, wird sofort gefragt.
earlier-days-wrong = Bitte eine Zahl von 0 bis 89.
earlier-try = Ansehen, was geschähe
earlier-would = { $count ->
        [0] Nach keiner Bestellung würde gefragt.
        [one] Nach 1 Bestellung würde gefragt.
       *[other] Nach { $count } Bestellungen würde gefragt.
    }
earlier-due = Die erste E-Mail ist am { $first } fällig, die letzte am { $last }.
earlier-due-one = Die E-Mails sind am { $first } fällig.
earlier-before = { $count ->
        [one] 1 Zeile betrifft etwas, wonach schon gefragt wurde.
       *[other] { $count } Zeilen betreffen etwas, wonach schon gefragt wurde.
    }
earlier-insiders = { $count ->
        [one] 1 Zeile betrifft eine Person, die für Sie arbeitet.
       *[other] { $count } Zeilen betreffen Personen, die für Sie arbeiten.
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
earlier-wrong-date = Das Datum ist nicht wie 2026-11-03 geschrieben.
earlier-wrong-products = Eine Produkt-ID ist nicht wie shopify-7125386199075 geschrieben.
earlier-wrong-language = Die Sprache ist nicht wie en oder de-AT geschrieben.
earlier-ask = { $count ->
        [one] Nach 1 Bestellung fragen
       *[other] Nach { $count } Bestellungen fragen
    }
earlier-done = { $count ->
        [one] Nach 1 Bestellung wird gefragt.
       *[other] Nach { $count } Bestellungen wird gefragt.
    }
earlier-changed = Seither hat sich etwas geändert. Jetzt geschähe dies.
earlier-missing = Die erste Zeile nennt keine Spalte „{ $column }“.
earlier-no-rows = Unter der ersten Zeile steht nichts.
earlier-too-many = Das sind mehr als { $count } Zeilen. Bitte in Teilen einfügen.
