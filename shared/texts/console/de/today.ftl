## Heute

nav-today = Heute
today-heading = { $count ->
        [one] { $count } Bewertung wartet auf Sie
       *[other] { $count } Bewertungen warten auf Sie
    }
today-heading-none = Keine Bewertung wartet auf Sie
today-welcome = Willkommen: { $count } Schritte bis zur ersten Bewertung
today-text = Nur, was Sie braucht. Alles andere läuft von selbst.
today-needs = Zu erledigen
today-order = Nie nach Sternen sortiert
today-nothing = Gerade nichts.
begin-heading = Hier beginnen
begin-done = erledigt
begin-next = Weiter: { $step }
begin-some-done = { $done } von { $count } erledigt
begin-sign-in = Laden Sie sich selbst als Inhaber ein
begin-sign-in-about = Der Link, über den Sie gekommen sind, läuft ab. Mit eigener Anmeldung kommen Sie immer zurück.
begin-orders = Bestellungen hereinholen
begin-orders-about = Verbinden Sie Shopify oder WooCommerce, dann folgt auf jede Bestellung eine Anfrage. Oder fügen Sie frühere Bestellungen ein.
begin-place = Sagen Sie, wo Sie sind
begin-place-about = Ihr Land bestimmt Zeitzone, Sprache und Sendezeiten. E-Mails nennen Ihre Anschrift und verlinken Ihre Datenschutzerklärung.
begin-look = Farbe und Logo wählen
begin-look-about = E-Mails und Bewertungsseite sehen dann aus wie Ihr Shop.
begin-try = Probieren Sie es selbst aus
begin-try-about = Sie bekommen eine echte E-Mail zu einem Ihrer Produkte und bewerten es auf der Seite, die Kunden sehen. Nichts davon wird gezählt oder gezeigt.
begin-try-button = An mich senden
begin-try-sent = Unterwegs an { $address }. Öffnen Sie den Link und senden Sie eine Bewertung: Nichts davon wird gezählt oder gezeigt.
begin-try-nobody = Niemand würde sie bekommen: Kein Mitglied hat die Adresse, die in den Einstellungen für E-Mails über den Shop selbst steht.
begin-try-suppressed = Ihre Adresse bekommt keine E-Mails dieses Shops: Heben Sie zuerst ihre Sperre auf.
begin-try-held = Es werden keine E-Mails gesendet: Zu viele E-Mails des Shops kamen zurück oder wurden als Spam markiert. Bitte warten Sie, bis der Versand wieder läuft.
begin-try-paused = Es werden keine E-Mails gesendet: Der Betreiber hat den Versand pausiert.
begin-try-too-many = Sie haben in dieser Stunde 20 Tests gesendet. Bitte versuchen Sie es in der nächsten noch einmal.
begin-show = Zeigen Sie Bewertungen in Ihrem Shop
begin-show-about = Wenige Zeilen für Shopify, WooCommerce, Wix oder HTML, mit Ihren Kennungen.
today-first = Die erste Nachricht wird am { $at } gesendet.
today-waiting = { $count ->
        [one] { $count } Bewertung braucht eine Entscheidung
       *[other] { $count } Bewertungen brauchen eine Entscheidung
    }
today-waiting-text = Bis Sie entscheiden, sehen nur Sie, was geschrieben wurde.
today-reported = { $count ->
        [one] Eine Bewertung wurde gemeldet
       *[other] { $count } Bewertungen wurden gemeldet
    }
today-reported-text = Entscheiden Sie, ob sie stehen bleibt. Wer eine Adresse angegeben hat, erfährt Ihre Entscheidung und den Grund.
today-unexplained = { $count ->
        [one] Eine Bewertung wurde ohne Grund zurückgehalten
       *[other] { $count } Bewertungen wurden ohne Grund zurückgehalten
    }
today-unexplained-text = Tragen Sie den Grund nach. Wer sie geschrieben hat, bekommt ihn per E-Mail.
today-edits = { $count ->
        [one] { $count } Änderung einer veröffentlichten Bewertung wartet
       *[other] { $count } Änderungen veröffentlichter Bewertungen warten
    }
today-oldest = Die älteste kam { $ago }.
today-decide = Entscheiden
today-look = Ansehen
today-longest = Wartet am längsten
today-all = Alle wartenden Bewertungen
today-written = Neueste Bewertungen
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
today-average = Durchschnitt
today-average-of = { $count ->
        [0] noch keine Bewertungen
        [one] { $count } Bewertung, keine ausgelassen
       *[other] { $count } Bewertungen, keine ausgelassen
    }
today-data = Jemand möchte die eigenen Daten
today-data-text = Die Anfrage kam über Ihr Shopsystem. Laden Sie die Datei herunter und übergeben Sie sie: Das Gesetz gibt Ihnen meist 30 Tage.
today-redacted = Die Bestellungen von { $system } werden gelöscht
today-redacted-text = { $system } hat das verlangt. Wenn Sie das nicht wollen, verbinden Sie { $system } bis { $at } neu.
today-silent = Von { $system } kommt nichts mehr an
today-silent-text = Seit viel längerer Zeit als üblich kam von { $system } nichts an. Bitte prüfen Sie dort, ob die Webhooks eingeschaltet sind oder das Afterword-Plugin verbunden ist.
today-forged = Die Aufrufe von { $system } werden abgelehnt
today-forged-text = Sie sind mit einem anderen Secret signiert. Legen Sie auf der Seite der Verbindung die Webhooks noch einmal an, oder ersetzen Sie das Secret.
today-quiet = Von { $system } kommen keine Aufrufe mehr
today-quiet-text = Seit drei Tagen kam kein Aufruf, obwohl jeden Tag welche kamen. Bitte prüfen Sie dort, ob die Webhooks eingeschaltet sind oder das Afterword-Plugin verbunden ist.
today-missing = Bestellungen seit { $at } können fehlen.
today-refused = { $count ->
        [one] { $count } Aufruf von { $system } wurde abgelehnt
       *[other] { $count } Aufrufe von { $system } wurden abgelehnt
    }
today-refused-text = Aus ihnen wurden keine Anfragen. Die Seite der Verbindung listet sie auf.
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
today-held-bounces = Zu viele der letzten E-Mails kamen zurück. Nach jetzigem Stand läuft der Versand am { $at } von selbst wieder an.
today-held-complaints = Zu viele der letzten E-Mails wurden als Spam markiert. Nach jetzigem Stand läuft der Versand am { $at } von selbst wieder an.
today-release = E-Mails freigeben …
today-release-text = Finden Sie zuerst heraus, woher diese Adressen kommen, und entfernen Sie sie aus Ihrem Shop. Die wartenden E-Mails werden dann der Reihe nach gesendet. Das geht einmal in 7 Tagen. Kommen wieder zu viele zurück, ist der Versand beim nächsten Mal doppelt so lange ausgesetzt.
today-release-sure = E-Mails freigeben
today-release-done = Ihre E-Mails werden wieder gesendet, die erste binnen zehn Minuten.
today-release-none = Ihr E-Mail-Versand ist nicht ausgesetzt.
today-release-from = Ab { $at } können Sie sie selbst freigeben.
today-first-days = Die E-Mails für heute sind aufgebraucht
today-first-days-text = Ihr Shop ist neu: Heute kann er { $most } E-Mails senden, und jeden Tag etwa doppelt so viele, solange wenige zurückkommen. Die übrigen folgen von selbst.
today-address = Ihren E-Mails fehlt eine Postanschrift
today-address-text = Viele Länder verlangen sie in jeder E-Mail dieser Art. Bitte tragen Sie die Postanschrift Ihres Shops in den Einstellungen ein.
today-no-address = Ihre E-Mails warten auf eine Postanschrift
today-no-address-text = Viele Länder verlangen sie in jeder E-Mail dieser Art. Ihre E-Mails werden innerhalb von vier Stunden gesendet, nachdem Sie die Postanschrift Ihres Shops in den Einstellungen eingetragen haben.
today-no-privacy = Ihre E-Mails verlinken keine Datenschutzerklärung
today-no-privacy-text = Gesetze wie die DSGVO verlangen, dass Sie Kunden sagen, wie Sie ihre Daten nutzen. Bitte tragen Sie die Adresse Ihrer Datenschutzerklärung in den Einstellungen ein.
today-storefront = Produkte sind bei myshopify.com verlinkt
today-storefront-text = Kunden und Suchmaschinen kennen Ihren Shop unter seiner eigenen Domain. Bitte tragen Sie deren Adresse in den Einstellungen ein.
today-paused = Der Versand ist pausiert
today-paused-text = Kunden erhalten keine Nachrichten, bis der Versand fortgesetzt wird.
today-paused-until = Bis { $at } erhalten Kunden keine Nachrichten. Was bis dahin fällig wird, wird danach der Reihe nach gesendet.
today-failed = { $count ->
        [one] { $count } Anfrage ist in den letzten 24 Stunden gescheitert
       *[other] { $count } Anfragen sind in den letzten 24 Stunden gescheitert
    }
today-failed-text = Die Seite jeder Anfrage sagt, warum.
