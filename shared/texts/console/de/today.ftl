## Heute

nav-today = Heute
today-heading = { $count ->
        [one] { $count } Bewertung wartet auf Sie
       *[other] { $count } Bewertungen warten auf Sie
    }
today-heading-none = Keine Bewertung wartet auf Sie
today-text = Was einen Menschen braucht. Alles andere läuft von selbst.
today-needs = Braucht einen Menschen
today-order = Nichts ist hier nach Sternen sortiert
today-nothing = Gerade nichts.
begin-heading = Hier beginnen
begin-done = erledigt
begin-sign-in = Laden Sie sich selbst als Inhaber ein
begin-sign-in-about = Der Link, über den Sie gekommen sind, läuft ab. Mit eigener Anmeldung kommen Sie immer zurück.
begin-orders = Bestellungen hereinholen
begin-orders-about = Verbinden Sie Shopify oder WooCommerce, dann folgt auf jede Bestellung eine Anfrage. Oder fügen Sie frühere Bestellungen ein.
begin-look = Farbe und Logo wählen
begin-look-about = E-Mails und Bewertungsseite sehen dann aus wie Ihr Shop.
begin-try = Schicken Sie sich die erste E-Mail selbst
begin-try-about = Auf der Seite „Ihre eigenen Texte“ schickt Ihnen „Gespeichertes per E-Mail an mich“ die E-Mail, wie Ihre Kundschaft sie bekommt.
today-first = Die erste Nachricht wird am { $at } gesendet.
today-waiting = { $count ->
        [one] { $count } Bewertung wartet auf eine Entscheidung
       *[other] { $count } Bewertungen warten auf eine Entscheidung
    }
today-waiting-text = Was wartet, sieht niemand außer Ihnen.
today-edits = { $count ->
        [one] { $count } Änderung einer veröffentlichten Bewertung wartet
       *[other] { $count } Änderungen veröffentlichter Bewertungen warten
    }
today-oldest = Die älteste kam { $ago }.
today-decide = Entscheiden
today-look = Ansehen
today-longest = Warten am längsten
today-all = Alle, die warten
today-written = Was geschrieben wurde
today-all-written = Alle Bewertungen
today-figures = Die letzten 28 Tage
today-sent = Gesendete Anfragen in 28 Tagen
today-sent-before = { $count } in den 28 Tagen davor
today-reviewed = Bewertet
today-reviewed-people = { $count ->
        [one] von { $count } Person
       *[other] von { $count } Personen
    }
percent = { $number } %
today-average = Durchschnitt aller Sterne
today-average-of = { $count ->
        [0] noch keine Bewertungen
        [one] { $count } Bewertung, keine ausgelassen
       *[other] { $count } Bewertungen, keine ausgelassen
    }
today-decided = Bis zur Entscheidung
today-decided-about = bei der Hälfte ging es schneller
today-hours = { $count ->
        [0] sofort
       *[other] { $count } Std.
    }
today-data = Jemand möchte die eigenen Daten
today-data-text = Ihr Shopsystem hat es gemeldet. Laden Sie die Datei herunter und übergeben Sie sie: Das Gesetz gibt Ihnen meist 30 Tage.
today-silent = Von { $system } kommt nichts mehr an
today-silent-text = Seit viel längerer Zeit als üblich kam von { $system } nichts an. Bitte prüfen Sie dort, ob die Webhooks eingeschaltet sind.
today-refused = { $count ->
        [one] { $count } Aufruf von { $system } war nicht lesbar
       *[other] { $count } Aufrufe von { $system } waren nicht lesbar
    }
today-refused-text = Ihretwegen wird niemand gefragt. Die Seite der Verbindung listet sie auf.
today-webhook-fails = Ein Webhook schlägt fehl
today-webhook-fails-text = { $url } antwortet nicht. Die Ereignisse warten und werden gesendet, sobald er wieder funktioniert.
today-webhook-off = Ein Webhook ist abgeschaltet
today-webhook-off-text = { $url } erhält keine Ereignisse.
today-held = Ihr E-Mail-Versand ist ausgesetzt
today-held-bounces = Zu viele der letzten E-Mails kamen zurück. Sobald das besser ist, gehen wieder welche hinaus.
today-held-complaints = Zu viele der letzten E-Mails wurden als Spam markiert. Sobald das besser ist, gehen wieder welche hinaus.
today-first-days = Heute gingen so viele E-Mails hinaus, wie dürfen
today-first-days-text = Ihr Shop ist neu: Heute dürfen { $most } hinaus, und an jedem Tag etwa doppelt so viele, solange die Rückmeldungen gut sind. Die übrigen folgen von selbst.
today-address = Ihre E-Mails nennen keine Postanschrift
today-address-text = Viele Länder verlangen sie in jeder E-Mail dieser Art. Bitte tragen Sie die Postanschrift Ihres Shops in den Einstellungen ein.
today-paused = Der Versand ist pausiert
today-paused-text = Nichts geht an Kunden hinaus, bis jemand das beendet.
today-paused-until = Bis { $at } geht nichts an Kunden hinaus. Was dann fällig ist, geht der Reihe nach hinaus.
today-failed = { $count ->
        [one] { $count } Nachricht ist in den letzten 24 Stunden fehlgeschlagen
       *[other] { $count } Nachrichten sind in den letzten 24 Stunden fehlgeschlagen
    }
today-failed-text = Die Seite jeder Anfrage sagt, warum.
