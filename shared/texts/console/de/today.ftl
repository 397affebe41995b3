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
today-reviewed = Bewertet, von den gesendeten
today-reviewed-of = { $count ->
        [one] { $count } von { $sent } Anfragen
       *[other] { $count } von { $sent } Anfragen
    }
today-reviewed-none = Bekannt, sobald eine Anfrage gesendet wurde.
percent = { $number } %
today-average = Durchschnitt aller Sterne
today-average-of = { $count ->
        [0] noch keine Bewertungen
        [one] { $count } Bewertung, keine ausgelassen
       *[other] { $count } Bewertungen, keine ausgelassen
    }
today-decided = Zeit bis zur Entscheidung
today-decided-about = Die Hälfte aller Entscheidungen kam früher.
today-decided-none = Noch keine Entscheidung
today-hours = { $count ->
        [0] unter einer Stunde
        [one] { $count } Stunde
       *[other] { $count } Stunden
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
today-webhook-fails = { $count ->
        [one] Ein Webhook schlägt fehl
       *[other] { $count } Webhooks schlagen fehl
    }
today-webhook-fails-text = { $count ->
        [one] { $url } antwortet nicht. Die Ereignisse warten und werden gesendet, sobald er wieder funktioniert.
       *[other] { $url } antworten nicht. Die Ereignisse warten und werden gesendet, sobald sie wieder funktionieren.
    }
today-webhook-off = { $count ->
        [one] Ein Webhook ist abgeschaltet
       *[other] { $count } Webhooks sind abgeschaltet
    }
today-webhook-off-text = { $count ->
        [one] { $url } erhält keine Ereignisse.
       *[other] { $url } erhalten keine Ereignisse.
    }
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
        [one] { $count } Anfrage ist in den letzten 24 Stunden gescheitert
       *[other] { $count } Anfragen sind in den letzten 24 Stunden gescheitert
    }
today-failed-text = Die Seite jeder Anfrage sagt, warum.
