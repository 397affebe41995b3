## Prüfprotokoll

audit-heading = Prüfprotokoll
audit-about = Was getan wurde, von wem und wann. Jede Bewertung hat außerdem einen eigenen Verlauf.
audit-when = Wann
audit-who = Wer
audit-what = Was
audit-change = Vorher → nachher
audit-member = ein früheres Mitglied, { $id }
audit-key = API-Schlüssel { $id }
audit-guest = jemand, der sich mit einem Link angemeldet hat
audit-sign_in = Angemeldet
audit-console_link = Link in die Konsole erstellt
audit-invite_member = Mitglied eingeladen
audit-decline_invitation = Einladung abgelehnt
audit-change_member = Rolle eines Mitglieds geändert
audit-remove_member = Mitglied entfernt
audit-sign_out_everywhere = Jemanden überall abgemeldet
audit-create_key = API-Schlüssel erstellt
audit-revoke_key = API-Schlüssel widerrufen
audit-change_settings = Einstellungen geändert
audit-change_text = Text einer Nachricht geändert
audit-change_sender = Eigenen Absender geändert
audit-use_sender = E-Mails kommen vom eigenen Absender
audit-lose_sender = Die Einträge des eigenen Absenders sind weg
audit-create_webhook = Webhook erstellt
audit-change_webhook = Webhook geändert
audit-rotate_webhook_secret = Secret eines Webhooks ersetzt
audit-disable_webhook = Fehlschlagenden Webhook abgeschaltet
audit-delete_webhook = Webhook gelöscht
audit-connect_system = Shop verbunden
audit-change_connection = Verbindung geändert
audit-add_system_webhooks = Webhooks im System des Shops anlegen lassen
audit-move_connection = Neue Adresse des Shops übernommen
audit-disconnect_system = Shop getrennt
audit-show_stars = Sterne in Listen und Suche des Themes eingeschaltet
audit-take_stars_away = Sterne aus Listen und Suche des Themes entfernen lassen
audit-app_uninstalled = Die App wurde im Shopsystem entfernt
audit-shop_redacted = Das Shopsystem verlangte die Löschung seiner Bestellungen
audit-release_hold = Ausgesetzte E-Mails freigegeben
audit-ask_about_orders = Zu früheren Bestellungen gefragt
audit-import_reviews = Bewertungen importiert
audit-try_import = Import ausprobiert
audit-undo_import = Import rückgängig gemacht
audit-answer_import_products = Produkte in Importdateien zugeordnet
audit-group_product = Geändert, welche Produkte zusammen gezeigt werden
audit-erase_customer = Daten einer Person gelöscht
audit-export_customer = Daten einer Person exportiert
audit-create_shop = Shop eingerichtet
audit-rotate = Hauptschlüssel des Shops geändert
audit-pause = Versand pausiert
audit-resume = Versand fortgesetzt
audit-show_link = Link einer Person angezeigt
audit-show_messages = Nachrichten einer Anfrage angezeigt
audit-take_customer_file = Daten einer Person heruntergeladen
audit-take_reviews = Alle Bewertungen heruntergeladen
audit-suppress = Nachrichten an einen Kunden gestoppt
audit-lift_suppression = Sperre einer Adresse aufgehoben
audit-end_shop = Shop beendet
audit-restore_shop = Ende des Shops zurückgenommen
audit-export_shop = Alle Dateien des Shops angefordert
audit-download_shop_files = Dateien des Shops aufgelistet
audit-download_shop_file = Datei des Shops geholt
audit-lift_cap = Grenze der ersten Tage aufgehoben
audit-lift_stop = Textnachrichten wieder zugelassen

## Verbindungen

connections-text = Verbinden Sie Ihren Shop, und wir bitten nach jeder Bestellung um eine Bewertung.
sys-none = Nicht verbunden
sys-none-about = Dauert etwa fünf Minuten.
sys-own-about = Für jeden anderen Shop: Ein Programm schreibt seine Bestellungen, und die Käufer werden nach Ihren Regeln gefragt.
sys-own-lines = Ein Programm mit einem Schlüssel schreibt jede Bestellung neu, sobald sich etwas an ihr ändert. Bis dahin wird niemand gefragt.
sys-active = Verbunden
sys-waiting = Wartet auf den ersten Aufruf
sys-silent = Keine Aufrufe
sys-off = Aus
sys-off-about = Die App wurde aus Ihrem Shop entfernt. Verbinden Sie ihn erneut, damit ab dann wieder zu seinen Bestellungen gefragt wird.
sys-last = Letzter Aufruf { $ago }.
sys-no-call = Noch ist nichts gekommen: Ändern Sie zum Ausprobieren eine Bestellung in Ihrem Shop.
sys-forged = { $count ->
        [one] Ein Aufruf war { $ago } mit einem anderen Secret signiert und wurde abgelehnt. Vergleichen Sie das Secret in den Webhooks Ihres Shops mit diesem: Es endet auf { $hint }.
       *[other] { $count } Aufrufe waren mit einem anderen Secret signiert und wurden abgelehnt, der letzte { $ago }. Vergleichen Sie das Secret in den Webhooks Ihres Shops mit diesem: Es endet auf { $hint }.
    }
sys-connect = Verbinden
sys-connected = Verbunden. Die übrigen Schritte stehen unten.
sys-disconnected = Getrennt. Bereits geplante Anfragen werden noch gesendet.
sys-rotated = Das Secret ist ersetzt. Das bisherige gilt noch zwei Stunden.
sys-rotated-recently = Nicht ersetzt: Das vorherige Secret gilt noch. Ab { $until } lässt es sich wieder ersetzen.
sys-hooks = Webhooks anlegen lassen
sys-hand = Webhooks von Hand anlegen
sys-hooks-about = Afterword legt die Webhooks über eine App Ihres Shops an. Erstellen Sie im Dev Dashboard von Shopify eine App mit den Berechtigungen read_orders, read_fulfillments und read_products, und installieren Sie sie in Ihrem Shop. Wenn Sie die App deinstallieren, enden die Webhooks. Auch Ihre Produkte werden über die App gelesen. Afterword behält die Client-ID und das Client-Secret, mit dem Shopify die Aufrufe signiert. Löschen Sie Webhooks, die Sie von Hand angelegt haben: Sie werden mit einem anderen Secret signiert.
sys-approved = Ihr Shop ist verbunden.
sys-hooks-add = Webhooks anlegen
sys-hooks-done = Webhooks in Ihrem Shop
sys-hooks-added = Angelegt
sys-hooks-present = Schon vorhanden
sys-hooks-refused = Abgelehnt
sys-hooks-some = Shopify hat einige abgelehnt. Prüfen Sie, ob die App die Berechtigungen read_orders, read_fulfillments und read_products hat und ob ihre neueste Version installiert ist. Legen Sie die Webhooks dann noch einmal an.
read-heading = Produkte Ihres Shops
read-goes-on = Gelesene Produkte: { $products }. Es geht im Hintergrund weiter.
read-waits = Bisher gelesene Produkte: { $products }. Ihr Shop hat den nächsten Teil nicht herausgegeben. Afterword fragt einen Tag lang erneut.
read-done = Gelesene Produkte: { $products }.
read-given-up = Gelesene Produkte: { $products }. Ihr Shop hat den Rest einen Tag lang nicht herausgegeben. Legen Sie die Webhooks noch einmal an, um neu zu beginnen.
read-denied = Die App darf keine Produkte lesen; jedes kommt daher erst an, wenn es sich ändert. Geben Sie der App die Berechtigung read_products, installieren Sie ihre neueste Version und legen Sie die Webhooks noch einmal an.
read-cut = Ihr Shop hat mehr als { $products } Produkte. Die neuesten werden gelesen; die anderen kommen an, wenn sie geändert oder bestellt werden.
sys-domain = Domain Ihres Shops bei Shopify
sys-domain-about = Sie endet auf .myshopify.com und steht im Shopify-Admin unter Einstellungen, Domains.
sys-domain-wrong = Bitte geben Sie die Domain ein, die auf .myshopify.com endet.
sys-app = Client-ID
sys-app-about = Sie steht im Dev Dashboard in den Einstellungen Ihrer App.
sys-app-wrong = Bitte geben Sie die Client-ID der App ein.
sys-client_secret = Client-Secret
sys-client_secret-about = Es steht unter der Client-ID.
sys-client_secret-wrong = Bitte geben Sie das Client-Secret der App ein: 8 bis 200 Zeichen ohne Leerzeichen.
sys-shop-not_public = Diese Adresse ist nicht im Internet, deshalb ruft Afterword sie nicht auf.
sys-shop-not_connected = Unter dieser Adresse antwortet niemand. Bitte prüfen Sie die Adresse und ob ihr Zertifikat gültig ist.
sys-shop-timed_out = Ihr Shop hat nicht rechtzeitig geantwortet.
sys-shop-redirected = Diese Domain führt zu einer anderen. Bitte geben Sie die Domain ein, die im Shopify-Admin unter Einstellungen, Domains steht und auf .myshopify.com endet.
sys-shop-no_api = Shopify hat keinen Shop mit dieser Domain.
sys-shop-key_refused = Shopify hat die App abgelehnt. Bitte kopieren Sie Client-ID und Client-Secret noch einmal, und prüfen Sie, ob die App in diesem Shop installiert ist.
sys-shop-not_allowed = Die App darf das nicht. Bitte geben Sie ihr die Berechtigungen read_orders, read_fulfillments und read_products, und installieren Sie ihre neueste Version.
sys-shop-failed = Ihr Shop hat mit einem Fehler geantwortet.
sys-first = Öffnen Sie im Shopify-Admin Einstellungen, Benachrichtigungen, Webhooks. Ganz unten steht das Secret, mit dem Ihre Webhooks signiert werden. Kopieren Sie es in dieses Feld.
sys-paste = Öffnen Sie im Shopify-Admin Einstellungen, Benachrichtigungen, Webhooks, und legen Sie für jedes Ereignis unten einen Webhook an: Format JSON und diese Adresse.
sys-url = Adresse zum Einfügen
sys-topic-orders-create = Bestellung erstellt
sys-topic-orders-updated = Bestellung aktualisiert
sys-topic-orders-delete = Bestellung gelöscht
sys-topic-fulfillments-update = Fulfillment aktualisiert
sys-topic-products-create = Produkt erstellt
sys-topic-products-update = Produkt aktualisiert
sys-topic-products-delete = Produkt gelöscht
sys-topic-app-uninstalled = App deinstalliert
sys-privacy = Löschungen und Auskünfte von Shopify
sys-privacy-last = Zuletzt kam eine Anfrage { $ago }.
sys-privacy-never = Noch keine Anfrage ist gekommen.
sys-privacy-hand = Wenn jemand von Ihnen Löschung oder Auskunft verlangt, sagt Shopify das nur Apps, nicht den Webhooks der Verwaltung. Solange keine App Ihres Shops dafür eingerichtet ist, erledigen Sie es bitte von Hand: Öffnen Sie die Person unter Kunden.
sys-privacy-app = Ihre App dafür einrichten
sys-privacy-app-about = Fügen Sie diese Zeilen als eigenen Block in die Datei shopify.app.toml Ihrer App ein, und veröffentlichen Sie die App mit Shopifys CLI. Oder geben Sie die Adresse im Dev Dashboard in den Einstellungen Ihrer App bei den Compliance-Webhooks ein. Es muss die App sein, deren Client-Secret hier verwendet wird.
sys-privacy-lines = Zeilen für shopify.app.toml
sys-secret = Secret
sys-secret-hint = Ihr Shop signiert seine Aufrufe mit einem Secret, das auf { $hint } endet.
sys-rotate = Secret ersetzen …
sys-rotate-about = Das bisherige Secret gilt noch zwei Stunden. Tragen Sie in dieser Zeit das neue in Ihrem Shop ein.
sys-rotate-yes = Ersetzen
sys-disconnect = Trennen …
sys-disconnect-about = Es werden keine Aufrufe mehr angenommen, also wird zu neuen Bestellungen nicht gefragt. Bereits geplante Anfragen werden noch gesendet. Sterne in den Listen eines Shopify-Themes werden entfernt: Lassen Sie die App in Ihrem Shop, solange unter „Produkte“, „In Ihrem Shop“ steht, dass noch welche übrig sind.
sys-disconnect-yes = Ja, trennen
sys-rules = Zu welchen Bestellungen gefragt wird, und wann
sys-rules-about = Eine geänderte Regel gilt innerhalb von zwei Minuten, auch für wartende Bestellungen.
sys-exceptions = { $count ->
        [0] Ausnahmen: keine
       *[other] Ausnahmen: { $count }
    }
sys-secret-wrong = Bitte geben Sie das Secret so ein, wie Ihr Shop es zeigt: 8 bis 200 Zeichen ohne Leerzeichen.
sys-ask_days_after = Tage bis zur ersten Nachricht
sys-ask_days_after-about = Viele Paketdienste melden nie eine Zustellung: Dann fragen wir 30 Tage nach dem Versand.
woo-ask_days_after = Tage nach dem Abschluss der Bestellung
sys-after = Gezählt ab
sys-after-delivered = Zustellung
sys-after-fulfilled = Versand
sys-incentivized = Diese Kunden bekommen etwas für eine Bewertung
sys-incentivized-about = Ganz gleich, mit wie vielen Sternen: Eine Belohnung nur für gute Bewertungen ist verboten. Die Bewertungen weisen darauf hin, wo immer sie zu sehen sind.
sys-countries = Nur Bestellungen in diese Länder
sys-countries-about = Je zwei Buchstaben, zum Beispiel DE, AT. Leer: alle Länder.
sys-countries-wrong = Bitte geben Sie für jedes Land zwei Buchstaben ein, zum Beispiel DE, AT.
sys-tags_excluded = Bestellungen mit diesen Tags auslassen
sys-tags_excluded-about = Trennen Sie sie mit Kommas.
sys-tags_excluded-wrong = Bitte geben Sie höchstens 50 Tags ein.
sys-products_excluded = Diese Produkte auslassen
sys-products_excluded-about = IDs, SKUs, Produkttypen oder Tags, wie Ihr Shop sie schreibt, mit Kommas getrennt. Nach den anderen Produkten einer Bestellung wird gefragt.
sys-products_excluded-wrong = Bitte geben Sie höchstens 200 Produkte ein.
sys-consent = Wer gefragt wird
sys-consent-any = Alle, die gekauft haben
sys-consent-marketing = Nur Kunden, die Werbung zugestimmt haben
orders-tab = Aus Bestellungen
orders-about = Was aus jeder Bestellung wird, die das System Ihres Shops gemeldet hat, die neuesten zuerst.
orders-soon = { $count ->
        [0] In den nächsten sieben Tagen wird niemand gefragt
        [one] In den nächsten sieben Tagen wird eine Person gefragt
       *[other] In den nächsten sieben Tagen werden { $count } Personen gefragt
    }
orders-not = Nicht gefragt, bei Bestellungen der letzten 30 Tage:
orders-none = Noch ist keine Bestellung gekommen.
orders-change = Ändern
orders-ask = Jetzt fragen
orders-stop = Nicht fragen
orders-rule = zur Regel
order-stop-done = Zu dieser Bestellung wird niemand gefragt.
asks-heading = Wer demnächst gefragt wird
asks-first = Die erste E-Mail geht frühestens am { $at } hinaus. Nach jetzigem Stand { $count ->
        [one] wird eine Person
       *[other] werden { $count } Personen
    } gefragt.
asks-none = Die erste E-Mail geht frühestens hinaus, { $days ->
        [0] sobald eine Bestellung zählt
        [one] einen Tag nachdem eine Bestellung zählt
       *[other] { $days } Tage nachdem eine Bestellung zählt
    }. Noch ist keine Bestellung gekommen, zu der gefragt wird.
asks-list = Jede Bestellung ansehen
asks-pause = Pausieren, bis ich nachgesehen habe
asks-paused = 30 Tage lang wird nichts gesendet, außer Sie setzen den Versand unter „Einstellungen“, „Versand pausieren“ früher fort.
asks-soon = Nach diesen Regeln können E-Mails schon in wenigen Minuten hinausgehen. Möchten Sie sich zuerst die Liste ansehen?
asks-soon-yes = Speichern und senden lassen
orders-earlier = Auch zu früheren Bestellungen fragen
orders-earlier-days = Die letzten { $days } Tage: { $count ->
        [one] eine weitere Bestellung
       *[other] { $count } weitere Bestellungen
    }
orders-earlier-about = Von den Bestellungen, die Ihr Shop gemeldet hat und die vor dem Verbinden versandt oder abgeschlossen wurden. Wer die Ware schon lange genug hat, wird sofort gefragt.
orders-earlier-pause = Fragen, und pausieren, bis ich nachgesehen habe
orders-earlier-ask = Fragen
orders-earlier-done = Die Anfragen zu diesen Bestellungen werden innerhalb von zwei Minuten geplant.
order-will = Wird am { $at } gefragt.
order-will-some = Wird am { $at } zu { $count } von { $of } Produkten gefragt.
order-asked = Gefragt am { $at }.
order-opened = Gefragt am { $at }, Link geöffnet.
order-reviewed = Gefragt am { $at }, bewertet: { $stars }
order-not = Nicht gefragt: { $reason }.
order-not-yet = Wartet: { $reason }.
sys-reason-not_shipped = noch nicht versandt oder abgeschlossen
sys-reason-test_order = eine Testbestellung
sys-reason-in_store = in einem Laden verkauft
sys-reason-no_email = keine E-Mail-Adresse
sys-reason-excluded_tag = hat ein Tag, das Sie auslassen
sys-reason-excluded_product = hat nur Produkte, die Sie auslassen
sys-reason-relay_address = eine Adresse eines Marktplatzes
sys-reason-no_consent = hat Werbung nicht zugestimmt
sys-reason-other_country = in ein Land, in dem Sie nicht fragen
sys-reason-nothing_to_review = kein Produkt zu bewerten
sys-reason-before_since = vor dem Verbinden versandt oder abgeschlossen
sys-reason-too_old = mehr als 180 Tage vor Versand oder Abschluss bestellt
sys-reason-too_late = zu lange her
sys-reason-asked_already = schon gefragt
sys-reason-asked_before = nach diesen Produkten wird mit einer anderen Bestellung gefragt
sys-reason-suppressed = abgemeldet, oder E-Mails an die Adresse kommen nicht an
sys-reason-works_for_shop = arbeitet für Sie
sys-reason-another_request = hat schon eine Anfrage
sys-reason-cancelled_by_shop = Sie haben so entschieden
sys-reason-order_not_seen = erst Teile der Bestellung gemeldet
sys-reason-cancelled = die Bestellung wurde storniert
sys-reason-refunded = die Bestellung wurde erstattet
sys-reason-deleted = die Bestellung wurde gelöscht
sys-reason-not_asking = die App wurde aus Ihrem Shop entfernt
sys-reason-anonymised = Ihr Shop hat die Kundendaten entfernt
connect-heading = Ihren Shop verbinden
connect-about = Dieser Shop möchte mit { $shop } verbunden werden.
connect-sent = Das sendet er an Afterword
connect-orders = Bestellungen mit Namen und Adressen der Käuferinnen und Käufer
connect-products = Produkte
connect-reviews = die Bewertungen, die er schon hat, wenn Sie das möchten
connect-ends = Damit endet die Verbindung mit { $place }.
connect-yours = Fahren Sie nur fort, wenn das Ihr Shop ist und Sie dort auf Verbinden gedrückt haben.
connect-cancel = Abbrechen
connect-wrong = Diese Adresse ist nicht vollständig. Öffnen Sie in WordPress WooCommerce, Afterword, und drücken Sie noch einmal auf Verbinden.
woo-step-upload = Öffnen Sie in WordPress Plugins, Plugin hinzufügen, Plugin hochladen. Laden Sie die Datei hoch, und aktivieren Sie das Plug-in.
woo-step-connect = Drücken Sie auf der Seite, die dann erscheint, auf Verbinden.
woo-download = Plug-in herunterladen
woo-environment = Diese Website sendet ihre Bestellungen. Ihre Umgebung in WordPress: { $environment }
woo-other = Auch { $home } ({ $environment }) ruft mit dem Schlüssel dieses Shops auf, zuletzt { $ago }. Nichts davon wird angenommen. Ist es eine Kopie Ihres Shops, brauchen Sie nichts zu tun.
woo-moved = Der Shop ist umgezogen: diese Adresse übernehmen
woo-moved-done = Die Adresse ist übernommen. Bestellungen kommen jetzt von dort.

## Kunden

nav-customers = Kunden
customers-none = Noch niemand. Kunden kommen mit ihrer ersten Bestellung.
customer-unnamed = Ohne Namen
customer-since = seit { $day }
customer-asked = gefragt am { $day }
customer-stopped = Erhält keine Nachrichten
customer-company = Firma
customer-address = Adresse
customer-signed-up = Registriert
customer-notes = Notizen
customer-may-ask = Darf gefragt werden
customer-may-ask-yes = Ja
customer-may-ask-no = Nein
customer-stop-manual = Sie haben am { $day } alle Nachrichten gestoppt.
customer-stop-bounced = Am { $day } kam eine Nachricht endgültig zurück.
customer-stop-unsubscribed = Hat sich am { $day } abgemeldet.
customer-stop-stopped = Hat am { $day } mit STOP geantwortet.
customer-stop-complained = Hat am { $day } eine Nachricht als Spam markiert.
customer-stop-erased = Die Daten wurden am { $day } gelöscht.
customer-stop = Nicht mehr fragen
customer-stop-done = { $name } erhält keine Nachrichten mehr.
customer-stop-theirs = Was die Person selbst entschieden hat, kann nur sie zurücknehmen.
customer-resume = Wieder fragen
customer-resume-done = { $name } darf wieder gefragt werden.
customer-resume-none = Nichts geändert: { $name } lässt sich von hier aus nicht wieder fragen.
customer-basis-order = Hat bei Ihnen gekauft: Bestellung { $order }, { $day }.
customer-basis-agreed = Hat in { $system } Werbung zugestimmt, Stand { $day }.
customer-basis-not-agreed = Hat in { $system } Werbung nicht zugestimmt, Stand { $day }.
customer-charges = Zahlungen
customer-charge = Eine Zahlung
customer-first-message = Erste Nachricht per { $by }
customer-reminder = Erinnerung { $number } per { $by }
customer-message-sent = gesendet am { $at }
customer-message-delivered = gesendet am { $at }, zugestellt
customer-message-returned = gesendet am { $at }, nicht angekommen
customer-message-failed = fehlgeschlagen am { $at }
customer-message-skipped = nicht gesendet, entschieden am { $at }
customer-message-unconfirmed = vielleicht gesendet, nie bestätigt, { $at }
customer-message-planned = geplant für { $at }
customer-data = Daten dieser Person
customer-data-text = Ein Export ist eine Datei mit allem, was über diese Person gespeichert ist. Sie lässt sich 24 Stunden lang herunterladen.
customer-export = Exportieren
customer-erase = Löschen …
customer-erase-heading = { $name } löschen?
customer-erase-text = Das lässt sich nicht rückgängig machen. Entfernt werden:
customer-lost-person = Name, Adressen, Nummern und Notizen
customer-lost-more = Es gibt mehr, als hier gezählt wurde.
customer-erase-after = Es bleiben: ein verschlüsselter Fingerabdruck der Adressen, damit niemand der Person noch einmal schreibt, und Zahlen in Ihren Statistiken.
customer-erase-reviews = Bewertungen dieser Person
customer-erase-delete = Löschen
customer-erase-anonymise = Sterne und Text behalten, ohne Namen, Fotos und Antwort
customer-erase-sure = Mir ist klar, dass sich das nicht rückgängig machen lässt.
customer-erase-choose = Wählen Sie, was mit den Bewertungen geschieht. Es wurde nichts gelöscht.
customer-erase-tick = Setzen Sie das Häkchen, um zu löschen.
customer-erase-button = Endgültig löschen
customer-back = Zurück zur Person
receipt-export = Export
receipt-erasure = Löschung
receipt-running = In Arbeit. Das dauert etwa eine Minute.
receipt-removing = Die Daten werden gelöscht.
receipt-removed = Alles, was gefunden wurde, ist gelöscht. Was in der nächsten halben Minute noch ankommt, wird auch gelöscht.
receipt-exported = Die Datei ist fertig. Wer diesen Link hat, kann die Datei 24 Stunden lang öffnen.
receipt-over = Erledigt, und die 24 Stunden sind vorbei: Die Datei lässt sich nicht mehr herunterladen.
receipt-erased = Erledigt. Über diese Person ist nichts mehr gespeichert.
receipt-failed = Etwas ist schiefgegangen. Es wird noch einmal versucht, und der Betreiber sieht es.
receipt-download = Herunterladen
receipt-number = Beleg
receipt-requests = { $count ->
        [one] { $count } Anfrage
       *[other] { $count } Anfragen
    }
receipt-messages = { $count ->
        [one] { $count } Nachricht
       *[other] { $count } Nachrichten
    }
receipt-reviews = { $count ->
        [one] { $count } Bewertung
       *[other] { $count } Bewertungen
    }
receipt-orders = { $count ->
        [one] { $count } Bestellung
       *[other] { $count } Bestellungen
    }
receipt-charges = { $count ->
        [one] { $count } Zahlung
       *[other] { $count } Zahlungen
    }

## Orders of the time before

earlier-heading = Zu früheren Bestellungen fragen
earlier-link = Frühere Bestellungen
earlier-about = Für Kunden, die gekauft haben, bevor Sie hier begonnen haben. Nichts wird gesendet, bevor Sie bestätigen, wie viele es sind.
earlier-rows = Bestellungen, eine pro Zeile
earlier-file = Datei öffnen
earlier-rows-about = Fügen Sie Zellen einer Tabelle oder Zeilen einer CSV-Datei ein, höchstens { $count }. Die erste Zeile nennt die Spalten: email und order, und falls vorhanden name, date (etwa 2026-11-03), products und language.
earlier-days = Tage von der Bestellung bis zur E-Mail
earlier-days-about = Von 0 bis 89. Zu Bestellungen, die älter sind oder kein Datum haben, wird sofort gefragt.
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

## Google's file

way-google = Google
feeds-text = Eine Datei Ihrer veröffentlichten Bewertungen, die Google abruft.
feeds-files = Die Datei
feeds-test = Vom Testmodus wird keine Datei erstellt.
feeds-first = Die erste Datei entsteht, sobald hinter einer veröffentlichten Bewertung ein bekannter Kauf steht.
feeds-made = { $count ->
        [one] Erstellt { $ago }, mit { $count } Bewertung
       *[other] Erstellt { $ago }, mit { $count } Bewertungen
    }
feeds-address = Adresse für Google
feeds-fetched = Zuletzt abgerufen { $ago }
feeds-not-fetched = Noch nicht abgerufen
feeds-paste = Fügen Sie im Google Merchant Center eine Quelle für Produktbewertungen hinzu, wählen Sie den Abruf einer Datei und fügen Sie die Adresse ein. Google prüft sie, was einige Wochen dauert. Eine neue Datei entsteht jede Nacht und spätestens eine Stunde, nachdem eine Bewertung zurückgehalten oder gelöscht wurde.
feeds-wants = Was Google verlangt
feeds-wants-about = Von den Produkten werden die ersten 100 angesehen.
feeds-met = Erfüllt
feeds-missing = Fehlt
feeds-all = Alle Bewertungen sind öffentlich
feeds-all-about = Google will jede Bewertung, gleich mit wie vielen Sternen. Bewertungen müssen öffentlich gezeigt werden.
feeds-many = Mindestens 50 Bewertungen
feeds-many-about = { $count ->
        [one] Es gibt { $count }. Bewertungen ohne Text zählen nicht.
       *[other] Es gibt { $count }. Bewertungen ohne Text zählen nicht.
    }
feeds-pages = Jedes Produkt hat eine Seite
feeds-pages-about = { $some } von { $all } haben eine. Bewertungen der anderen fehlen in der Datei.
feeds-domain = Die Seiten liegen auf Ihrer eigenen Domain
feeds-domain-about = Es muss die Domain sein, die Google von Ihnen kennt, nicht myshopify.com.
feeds-ids = Jedes Produkt lässt sich finden
feeds-ids-about = { $some } von { $all } haben einen Strichcode (GTIN), Herstellernummer und Marke oder Ihre Artikelnummer (SKU) wie in Ihren Produktdaten.

## Dateien

files-import = Bewertungen importieren
files-import-about = Eine Datei bis 100 MB, so wie das andere System sie ausgibt. Bewertungen, die schon hier sind, werden ausgelassen; Sie können eine Datei also gefahrlos zweimal importieren.
files-format = Woher stammt die Datei?
files-try = Erst ausprobieren
files-do = Endgültig importieren
files-kinds-about = Ein Probelauf liest jede Zeile und sagt, was ein Import tun würde. Gespeichert wird nichts.
files-export = Ihre Bewertungen als Datei
files-export-about = Alle, öffentlich oder nicht, als Tabelle (CSV). Darin steht auch, was Kunden über sich geschrieben haben: Bewahren Sie die Datei sicher auf.
files-download = Bewertungen herunterladen
files-parts = Ohne JavaScript enthält die Datei die ältesten 5.000 Bewertungen.
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
files-rows = { $count ->
        [one] { $count } Bewertung gelesen
       *[other] { $count } Bewertungen gelesen
    }
files-would = { $count ->
        [one] { $count } Bewertung würde importiert
       *[other] { $count } Bewertungen würden importiert
    }
files-imported = { $count ->
        [one] { $count } Bewertung importiert
       *[other] { $count } Bewertungen importiert
    }
files-skipped = { $count ->
        [one] { $count } Zeile ausgelassen
       *[other] { $count } Zeilen ausgelassen
    }
files-to-reviews = Zu den Bewertungen
files-for-good = Jetzt endgültig importieren
files-for-good-shop = Endgültig: Drücken Sie in WordPress unter WooCommerce, Afterword auf „Bewertungen umziehen“.
files-faults = Zeile für Zeile
files-faults-about = Die ersten 20 von jeder Art.
files-row = Bewertung Nr.
files-line = Zeile
files-what = Was zu tun ist
files-move = Umziehen
files-move-about = Alle Bewertungen aus einem anderen System, an einem Tag. Bis zum letzten Schritt lässt sich alles rückgängig machen.
files-imports = Ihre Importe
files-report-show = Bericht
files-steps = Ein ganzer Umzug, Schritt für Schritt
files-step-1 = Verbinden Sie den Shop, damit Produkte und Bestellungen bekannt sind, und pausieren Sie den Versand.
files-step-2 = Exportieren Sie alles aus dem alten System und probieren Sie die Datei unten aus. Gespeichert wird nichts.
files-step-3 = Importieren Sie dieselbe Datei endgültig. Was dort öffentlich war, ist es hier; was verborgen war, wird zurückgehalten.
files-step-4 = Stellen Sie unsere Bewertungen auf einer verborgenen Seite neben die alten und vergleichen Sie.
files-step-5 = Schalten Sie die Sterne des alten Systems für Suchmaschinen aus und unsere ein.
files-step-6 = Setzen Sie den Versand fort. Wer ein Produkt dort bewertet hat, wird von Ihrem Shop nicht noch einmal danach gefragt.
files-format-auto = An den Überschriften erkennen
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
files-answered = Gespeichert. Probieren oder importieren Sie dieselbe Datei jetzt noch einmal.
files-answer-wrong = „{ $name }“: Bitte geben Sie eine ID wie shopify-7125386199075, @shop oder - ein.
files-products = Produkt für Produkt
files-undescribed = Zeilen zu Produkten, die Ihr Shop hier nicht beschrieben hat: { $count }. Prüfen Sie ihre Nummern: Ist eine falsch, stehen ihre Bewertungen auf keiner Seite Ihres Shops.
files-note = Hinweis:
files-undo = Diesen Import rückgängig machen
files-undo-about = Entfernt alle seine Bewertungen wieder, solange über keine entschieden und keine beantwortet wurde. Danach können Sie die Datei noch einmal importieren.
files-undo-stuck = Wenn sich innerhalb von zehn Minuten nichts ändert, drücken Sie den Knopf noch einmal.
files-undo-touched = Nicht rückgängig gemacht. Bewertungen, über die seither entschieden wurde oder die beantwortet oder geändert wurden: { $count }
refused-nothing_to_undo = Es gibt nichts rückgängig zu machen.
files-undoing = Die Bewertungen dieses Imports werden entfernt.
files-undone = Rückgängig gemacht. Sie können die Datei noch einmal importieren.
files-try-failed = Die Datei ließ sich nicht bis zum Ende lesen. Gespeichert wurde nichts.
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
fault-beyond_five_stars = Mehrere Bewertungen haben Werte von 6 bis 10, Sterne enden bei fünf. Rechnen Sie alle Werte in Sterne um, und importieren Sie die Datei noch einmal.
fault-too_many_open_quotes = 100 Zeilen haben ein Anführungszeichen, das nicht geschlossen wird. Exportieren Sie die Datei noch einmal.
fault-open_quote = Ein Anführungszeichen in dieser Zeile wird nicht geschlossen. Gelesen wurde ab der nächsten Zeile weiter.
fault-made_product = Kein Produkt hat diese Adresse, deshalb wurde eines angelegt. Es wird eins mit dem Produkt, das mit dieser Adresse kommt.
fault-unknown_product = Sie haben kein Produkt mit dieser ID, Adresse oder Nummer. Geben Sie unten an, welches es ist.
fault-left_out = Sie haben gewählt, die Bewertungen dieses Produkts auszulassen.
fault-ambiguous_date = Tag und Monat könnten vertauscht sein. Geben Sie an, was vorn steht.
fault-comment_on_review = Das ist ein Kommentar zu einer Bewertung, keine Bewertung. Auf die Bewertung können Sie hier antworten.
fault-invalid_reply_date = Das Datum der Antwort ist nicht lesbar. Die Antwort hat das heutige.
fault-half_stars = Ein halber Stern wurde aufgerundet.
fault-read_month_first = Mit dem Monat vorn gelesen. Wenn das für alle Daten stimmt, geben Sie es an.
fault-unknown_fact = Weggelassen: Keiner Ihrer Fakten hat diese Antwort. Sie können drei haben. Wählen Sie unter „Einstellungen, Fakten“, welche, machen Sie diesen Import rückgängig, wenn er keine Probe war, und importieren Sie die Datei noch einmal.
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
everything-fetch = Alles auf einmal, auch die Fotos: Laden Sie everything.txt herunter, und führen Sie dies im selben Ordner aus
everything-make = Dateien erstellen
data-keep = Wie lange Daten bleiben

## In your shop

way-in-shop = In Ihrem Shop
in-shop-lines = Zeilen zum Einfügen
in-shop-lines-about = Wählen Sie Ihr System. In den Zeilen muss nichts ersetzt werden.
in-shop-shopify = Öffnen Sie im Theme-Editor die Produktvorlage und fügen Sie dies in einen Block „Custom Liquid“ unter dem Titel ein, für die Sterne.
in-shop-shopify-list = Fügen Sie dies in einen Abschnitt „Custom Liquid“ unter dem Produkt ein, für die Bewertungen.
in-shop-wix = Fügen Sie der Produktseite „Code einbetten“, „Benutzerdefiniertes Element“ hinzu, mit dem Tag-Namen afterword-reviews, der ID reviews und dieser Server-URL.
in-shop-wix-code = Fügen Sie dies in den Code der Seite ein.
in-shop-html = Fügen Sie diese Zeilen in die Seite dieses Artikels ein. Auf der Seite eines anderen Artikels steht dessen ID.
stars = Sterne in Listen und Suche des Themes
stars-about = Produktkarten, Suche und Empfehlungen der meisten Themes zeigen Sterne, wenn zwei Felder eines Produkts sie angeben: reviews.rating und reviews.rating_count. Afterword schreibt beide über Ihre App, die dafür die Berechtigung write_products braucht, und hält sie höchstens zehn Minuten hinter Ihren öffentlichen Seiten. Auch andere Apps können sie schreiben, und die letzte gewinnt: Schalten Sie deren Sterne zuerst aus.
stars-no-app = Um Sterne in Listen und Suche des Themes zu zeigen, verbinden Sie Ihren Shop unter „Einstellungen“, „Bestellungen“, „Shopify“ mit der Client-ID Ihrer eigenen App.
stars-scope = Ihre App darf keine Produkte schreiben. Geben Sie ihr im Dev Dashboard von Shopify zusätzlich die Berechtigung write_products, veröffentlichen Sie das als neue Version, und stimmen Sie dieser in Ihrem Shop zu.
stars-show = Sterne in Listen und Suche zeigen
stars-take-away = Sterne entfernen
stars-on-done = Ihre Produkte bekommen jetzt ihre Sterne: Bei 4.000 Produkten dauert das etwa eine Minute.
stars-off-done = Die Sterne werden entfernt: Bei 4.000 Produkten dauert das etwa eine Minute. Lassen Sie die App in Ihrem Shop, bis keine mehr übrig sind.
stars-on = Produkte mit Sternen: { $count }.
stars-as-of = Zuletzt geschrieben { $ago }.
stars-waiting = { $count ->
        [0] Ihre Produkte bekommen jetzt ihre Sterne.
       *[other] Noch zu schreiben: { $count }.
    }
stars-leave = Produkte, bei denen unsere Sterne noch zu entfernen sind: { $count }. Lassen Sie die App in Ihrem Shop, bis keine mehr übrig sind.
stars-again = Afterword versucht es einen Tag lang erneut.
stars-given-up = Afterword hat es einen Tag lang versucht. Es versucht es wieder, wenn sich eine Zahl oder die Verbindung ändert. Bis dahin bleibt in Ihrem Shop, was geschrieben wurde.
stars-refused = Shopify nimmt für { $count } Ihrer Produkte keine Sterne an, vielleicht weil sie gelöscht sind: { $products }.
stars-others = Auch eine andere App schreibt diese Felder: Bei „{ $product }“ stand dort { $ago } der Wert { $average } ({ $count }), der nicht von uns ist. Schalten Sie die Sterne dieser App aus.
in-shop-qr = QR-Code
in-shop-qr-about = Er führt zu der Seite, auf der Ihre Kunden schreiben können: für die Theke oder ein Paket. Eine solche Bewertung wartet immer auf Sie.
in-shop-qr-save = Als SVG speichern
in-shop-seen = Gesehen auf { $host } { $ago }.
in-shop-reads = Abrufe in den letzten 24 Stunden: mindestens { $count }.
in-shop-unseen = Noch hat keine Seite Ihres Shops Bewertungen gezeigt.
in-shop-plug-in = Ihr Plug-in zeigt Sterne und Bewertungen
in-shop-plug-in-about = Es braucht keine Zeilen: Sterne, Reiter und Daten für Suchmaschinen sind da, sobald es aktiv ist.

## API-Schlüssel

keys-page = API-Schlüssel
keys-about = Mit einem Schlüssel kann ein Programm von Ihnen tun, was Sie hier tun können. Geben Sie jedem Programm einen eigenen Schlüssel.
refused-too_many_keys = Ein Shop hat höchstens 20 Schlüssel. Widerrufen Sie einen, der nicht mehr benutzt wird.
secret-copy = Kopieren Sie dies jetzt
secret-once = Es wird nur hier gezeigt. Bewahren Sie es dort auf, wo nur Ihr Programm es lesen kann.
key-made = erstellt am { $day }
key-used = zuletzt benutzt am { $day }
key-unused = nie benutzt
key-ends = läuft ab am { $day }
key-endless = läuft nie ab
key-may = Was er darf
key-other = Eine andere API
key-revoke = Widerrufen …
key-revoke-about = Das Programm, das ihn benutzt, wird ab seinem nächsten Aufruf abgewiesen. Das lässt sich nicht rückgängig machen.
key-revoke-yes = Ja, widerrufen
key-revoked = Widerrufen. Der nächste Aufruf wird abgewiesen.
key-new = Neuer Schlüssel
key-make = Schlüssel erstellen
key-name = Name
key-dialect = Bestimmt für
key-dialect-betterreviews = Unsere eigene API oder Programme für BetterReviews
key-dialect-amino = Programme für Amino
key-dialect-moregoodreviews = Programme für More Good Reviews
key-dialect-wix = Programme für Wix
key-scopes = Darf
key-scopes-about = Kreuzen Sie nichts an, um die üblichen Rechte zu vergeben.
key-scopes-requests-read = Anfragen lesen
key-scopes-requests-write = Anfragen erstellen, senden und abbrechen
key-scopes-catalog-read = Produkte und Bestellungen lesen
key-scopes-catalog-write = Produkte und Bestellungen ändern
key-scopes-settings-read = Einstellungen lesen
key-scopes-settings-write = Einstellungen ändern
key-scopes-suppressions-read = Lesen, wer keine Nachrichten erhält
key-scopes-suppressions-write = Bestimmen, wer keine Nachrichten erhält
key-scopes-reviews-read = Bewertungen lesen
key-scopes-reviews-moderate = Bewertungen veröffentlichen, zurückhalten und beantworten
key-scopes-reviews-write = Bewertungen entfernen und importieren
key-scopes-webhooks-manage = Webhooks
key-scopes-customers-read = Kunden lesen
key-scopes-customers-write = Kunden ändern
key-scopes-privacy-manage = Daten einer Person exportieren und löschen
key-scopes-keys-manage = Schlüssel erstellen und widerrufen
key-scopes-members-manage = Mitglieder einladen und entfernen
key-scopes-audit-read = Das Prüfprotokoll lesen
key-scopes-integrations-manage = Shopify und WooCommerce verbinden
key-scopes-SCOPE-DC-REVIEWS-MANAGE-REVIEWS = Wix: alle Aufrufe für Bewertungen
key-scopes-SCOPE-DC_REVIEWS-MANAGE-REVIEW_REQUESTS = Wix: alle Aufrufe für Bewertungsanfragen
key-expires_at = Läuft ab
key-expires_at-about = Leer: ein Schlüssel, der nie abläuft.
key-expires_at-wrong = Bitte geben Sie einen Tag und eine Uhrzeit in der Zukunft ein.

## Mitglieder

members-told = E-Mails über Bewertungen
members-told-at_once = Sofort, höchstens eine pro Stunde
members-told-each_morning = Jeden Morgen um 8
members-told-mondays = Montags um 8
members-told-never = Nie
members-none = Noch keine Mitglieder. Laden Sie unten das erste ein.
member-invited = { $ago } eingeladen, noch nicht angenommen
member-joined = dabei seit { $day }
member-role = Rolle
member-change = Rolle ändern
member-remove = Entfernen
member-remove-sure = { $email } entfernen? Die Person wird sofort abgemeldet.
member-remove-yes = Ja, entfernen
member-sign-out = Aus diesem Shop abmelden
member-sign-out-own = Überall abmelden, in allen Shops
member-guests = Links ohne E-Mail
member-guests-text = Der Betreiber oder ein Programm von Ihnen kann diese Konsole mit einem Link ohne E-Mail öffnen. Dieser Knopf beendet alle solchen Sitzungen und die Schlüssel, die darin erstellt wurden.
invite-heading = Mitglied einladen
invite-button = Einladung senden
role-owner-about = Alles, auch Mitglieder, Schlüssel und Einstellungen
role-moderator-about = Bewertungen, Antworten, Anfragen
role-reader-about = Nur lesen
member-invite-done = Eingeladen. Die E-Mail ist unterwegs.
member-change-done = Die Rolle wurde geändert.
member-remove-done = Entfernt. Die Person wird sofort abgemeldet.
member-sign-out-done = In diesem Shop abgemeldet.
refused-member_exists = Diese Person ist schon Mitglied oder eingeladen.
member-no-role = Bitte wählen Sie eine Rolle.
refused-too_many_members = Ein Shop hat höchstens 50 Mitglieder.
refused-last_owner = Ein Shop braucht einen Inhaber. Machen Sie zuerst ein anderes Mitglied zum Inhaber.

## Numbers

nav-numbers = Zahlen
numbers-about = Anfragen vom { $from } bis zum { $to } (UTC), und was aus ihnen geworden ist.
numbers-none = Zahlen kommen mit Ihrer ersten Anfrage. Probieren Sie es an sich selbst aus: Nichts davon wird gezählt.
numbers-periods = Zeitraum
numbers-period-28 = Letzte 28 Tage
numbers-period-this-month = Dieser Monat
numbers-period-last-month = Letzter Monat
numbers-period-90 = Letzte 90 Tage
numbers-so-far = { $sent ->
        [one] { $reviewed } von { $sent } gesendeten Anfrage führte zu einer Bewertung.
       *[other] { $reviewed } von { $sent } gesendeten Anfragen führten zu einer Bewertung.
    }
numbers-before = { $days ->
        [one] Am Tag davor: { $reviewed } von { $sent }.
       *[other] In den { $days } Tagen davor: { $reviewed } von { $sent }.
    }
numbers-funnel = Von der Anfrage zur Bewertung
numbers-of-sent = Von den gesendeten
numbers-created = Erstellt
numbers-sent = Gesendet
numbers-sent-about = Die übrigen warten auf ihre Zeit, wurden von Ihnen selbst verschickt oder sind gescheitert.
numbers-opened = Geöffnet
numbers-opened-about = Der Link wurde geöffnet. Manche Mailsysteme öffnen Links zur Prüfung; auch das zählt.
numbers-engaged = Begonnen
numbers-completed = Bewertet
numbers-shared = { $count ->
        [one] { $count } weitere wurde über einen Link bewertet, den Sie selbst verschickt haben.
       *[other] { $count } weitere wurden über Links bewertet, die Sie selbst verschickt haben.
    }
numbers-days = Gesendet und bewertet, nach Tagen
numbers-days-about = Von den Anfragen eines Tages: wie viele gesendet und wie viele davon seither bewertet wurden
numbers-day-tip = { $day }: { $sent } gesendet, { $reviewed } bewertet
numbers-chart = Die Zahlen stehen in der Tabelle darunter.
numbers-table = Die Zahlen als Tabelle
numbers-day = Tag
numbers-not-sent = Warum Nachrichten nicht gesendet wurden oder zurückkamen
numbers-not-sent-about = Eine Anfrage kann mehrere Nachrichten haben: per E-Mail, per SMS und als Erinnerung.
numbers-not-sent-from = Gezählt seit dem { $from }.
numbers-example = Eine davon
numbers-not-sent-all = Fehlgeschlagene Anfragen
numbers-not-sent-none = Alle Nachrichten wurden gesendet, und keine kam zurück.
numbers-returned = Rückläufer und Beschwerden
numbers-returned-none = Es wurde noch keine E-Mail gesendet.
numbers-line = Amazon greift ein ab
numbers-count = E-Mails
numbers-part = Anteil
numbers-bounced = Zurück
numbers-complained = Als Spam markiert
numbers-stars-about = Alle Bewertungen. Die nicht öffentlichen warten, sind zurückgehalten oder wurden gelöscht.
numbers-submitted = Abge{ "\u00AD" }geben
numbers-published = Öffent{ "\u00AD" }lich
numbers-returned-of = { $count ->
        [one] Von der letzten E-Mail
       *[other] Von den letzten { $count } E-Mails
    }
numbers-facts-before = Vorher
numbers-facts-changed = Produkte, deren Antworten sich am meisten geändert haben

## Products and locations

nav-products = Produkte
products-text = Was Ihr Shop beschrieben oder eine Bestellung genannt hat. Jedes Produkt führt zu seinen Bewertungen.
products-nothing = Noch keine Produkte. Sie kommen mit Bestellungen, aus einem verbundenen Shop oder über die API.
products-incomplete = Unvollständige
products-incomplete-text = Google kann Bewertungen eines Produkts ohne Seite nicht verwenden und findet es nur über einen Strichcode (GTIN), über Herstellernummer und Marke oder über Ihre Artikelnummer (SKU). Ergänzen Sie, was fehlt, in Ihrem Shopsystem, das es dann hierher sendet, oder über die API: Das Produkt verschwindet aus dieser Liste.
products-no-page = Keine Seite
products-no-number = Kein Strichcode, keine Nummer
products-none-here = Unter diesen Produkten fehlt nichts.
products-average = { $average } von 5
products-published = { $count ->
        [one] { $count } veröffentlichte Bewertung
       *[other] { $count } veröffentlichte Bewertungen
    }
product-title = Titel des Produkts
product-title-text = Weder das System Ihres Shops noch ein Programm hat dieses Produkt bisher beschrieben. E-Mails, die Bewertungsseite und Ihr Shop zeigen den Titel, den Sie hier eingeben, bis das geschieht.
product-title-wrong = Ein Titel hat 1 bis 255 Zeichen.
product-title-give = Dem Produkt einen Titel geben
product-title-done = Der Titel ist jetzt: { $title }
product-title-described = Das System Ihres Shops oder ein Programm hat dieses Produkt beschrieben: Ändern Sie den Titel dort.
product-ask = Nach Bewertungen fragen
product-ask-about = Ohne Häkchen wird niemand nach diesem Produkt gefragt. Seine Bewertungen bleiben, und nach den anderen Produkten einer Bestellung wird gefragt. Das geht vor dem, was das System Ihres Shops sagt.
product-ask-on = Kunden werden nach diesem Produkt gefragt.
product-ask-off = Nach diesem Produkt wird niemand mehr gefragt.
product-not-asked = Ohne Nachfrage
product-reviews = Alle Bewertungen dazu
product-months = Sterne im Lauf der Zeit
product-months-cut = Aus den neuesten { $count } Bewertungen, seit { $day }
product-months-most = Bewertungen, höchstens { $count } im Monat
product-month = Monat
product-month-stars = Sterne im Schnitt
product-together = Zusammen gezeigt mit
product-together-about = Größen, Farben, Sprachen oder Einträge eines Produkts: Die Seiten aller zeigen die Bewertungen aller und eine Zahl. Verschiedene Produkte zusammenzulegen führt Käuferinnen und Käufer in die Irre. Ihre Wahl hier geht vor dem, was das System Ihres Shops sagt.
product-together-number = { $average } aus { $count }
product-together-none = keine Bewertungen
product-together-becomes = { $before } wird { $after }
product-together-find = Weiteres Produkt suchen
product-together-partial = Das ist nicht der ganze Katalog: Eine ganze Produkt-ID findet jedes andere Produkt.
product-together-add = Hinzufügen
product-together-added = { $title } wird jetzt mit dabei gezeigt.
refused-group_full = Höchstens 90 Produkte können eins sein.
product-together-take = Herausnehmen
product-together-taken = { $title } wird jetzt allein gezeigt.
product-together-leave = Allein zeigen
product-together-alone = Das System Ihres Shops sagt, dass dieses Produkt zu { $title } gehört. Sie haben gewählt, dass es allein gezeigt wird.
product-together-follow = Dem System folgen
product-together-followed = { $title }: Das System Ihres Shops entscheidet wieder.

## Anfragen

nav-requests = Anfragen
customers-find = Name, E-Mail oder Bestellung
customers-find-about = Geben Sie Wörter eines Namens ein oder die vollständige Adresse, Nummer oder Bestellnummer. Sie sind verschlüsselt gespeichert, deshalb lassen sich Teile von Wörtern nicht suchen.
customers-find-wrong = Das ist weder eine E-Mail-Adresse noch eine Telefonnummer noch eine Bestellnummer. Nummern aus anderen Ländern beginnen mit + und der Ländervorwahl.
customers-find-name = Niemand mit dem Namen „{ $typed }“ wurde gefunden. Namen werden nach ganzen Wörtern gefunden, und nur von Kunden, die hinzukamen, seit Namen gesucht werden können. Für andere geben Sie die ganze E-Mail-Adresse, Telefonnummer oder Bestellnummer ein.
customers-everyone = Alle
customers-failed-today = In den letzten 24 Stunden gescheitert
requests-send-all = Alle senden …
requests-send-all-text = Alle noch nicht gesendeten Anfragen, auch die auf weiteren Seiten: die neuesten 100 auf einmal.
requests-send-all-sure = Bis zu 100 jetzt senden
requests-send-more = Es gibt noch mehr: Senden Sie noch einmal alle.
requests-send-done = { $count ->
        [one] { $count } Anfrage wird gesendet.
       *[other] { $count } Anfragen werden gesendet.
    }
requests-send-refused = { $count ->
        [one] { $count } ließ sich nicht senden: Ihre Seite sagt, warum.
       *[other] { $count } ließen sich nicht senden: Ihre Seiten sagen, warum.
    }
requests-partial = Nichts unter den letzten 500. Vielleicht gibt es ältere: Suchen Sie mit „Weiter“ weiter.
request-products = { $count ->
        [one] { $count } Produkt
       *[other] { $count } Produkte
    }
request-products-more = { $count ->
        [one] { $product } und { $count } weiteres
       *[other] { $product } und { $count } weitere
    }
request-planned = wird gesendet am { $at }
request-no-order = Ohne Bestellung
request-status-manual = Nicht gesendet
request-status-scheduled = Geplant
request-status-sending = Wird gesendet
request-status-sent = Gesendet
request-status-completed = Bewertet
request-status-cancelled = Abgebrochen
request-status-expired = Abgelaufen
request-status-failed = Fehlgeschlagen
request-waits = Sie wartet: Der Anbieter nimmt gerade keine Nachrichten an, später wieder.
request-by-email = E-Mail
request-by-sms = SMS
request-life = Was geschah
request-why = Kurz gesagt
request-soon = Als Nächstes
request-link-ends = Der Link läuft ab. Bewertungen bleiben.
request-messages-show = Nachrichten zeigen
request-messages = Nachrichten
request-messages-text = So, wie sie gesendet wurden. Sie werden aus den gespeicherten Daten neu erstellt und zeigen daher auch spätere Änderungen der Einstellungen.
request-message-sent = { $by }, gesendet am { $at }
request-message-delivered = zugestellt am { $at }
request-message-failed = nicht angekommen
request-person = Person
request-person-gone = Name und Adresse sind nicht mehr gespeichert.
request-person-all = Alles über diese Person
request-phone = Telefon
request-items = Gefragt wird nach
request-reviewed = bewertet am { $day }
request-back = Zurück zur Anfrage
request-link = Link zum Kopieren
request-link-text = Wer ihn hat, kann im Namen dieser Person bewerten. Geben Sie ihn nur an sie weiter.
request-link-gone = Der Link funktioniert nicht mehr.
request-send = Jetzt senden
request-send-done = Wird gesendet.
request-cancel = Abbrechen …
request-cancel-text = Der Link funktioniert dann nicht mehr, und nichts wird mehr gesendet. Bewertungen bleiben. Das lässt sich nicht rückgängig machen.
request-cancel-sure = Anfrage abbrechen
request-cancel-done = Abgebrochen. Der Link funktioniert nicht mehr.
refused-already_sent = Nicht noch einmal gesendet: Die erste Nachricht ist schon gesendet.
refused-already_completed = Nicht gesendet: Alles ist bewertet.
refused-request_cancelled = Nicht gesendet: Die Anfrage ist abgebrochen.
refused-request_expired = Nicht gesendet: Der Link ist abgelaufen.
refused-request_failed = Nicht gesendet: Die Nachricht ist endgültig fehlgeschlagen. Der Grund steht unten.
refused-request_stopped = Nicht gesendet: Eine Regel hat die Nachricht gestoppt. Der Grund steht unten.
refused-no_recipient = Nicht gesendet: Es gibt weder eine E-Mail-Adresse noch eine Telefonnummer.

## Bewertungen

nav-reviews = Bewertungen
reviews-text = Die älteste wartende Bewertung steht zuerst. Kunden sehen sie noch nicht.
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
reviews-unanswered = Ohne Antwort
reviews-of-shop = Der Shop selbst
reviews-nothing-waiting = Keine Bewertungen warten auf eine Entscheidung.
reviews-nothing-all = Noch keine Bewertungen.
reviews-nothing-found = Keine Bewertung passt.
reviews-all-answered = Alle beantwortet.
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
review-reported-about = Halten Sie die Bewertung unten zurück, oder lassen Sie sie stehen. Wer eine Adresse angegeben hat, bekommt Ihre Entscheidung und den Grund in wenigen Minuten per E-Mail.
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
review-verified-order = Bestätigter Kauf
review-verified-request = Nach einer Bestellung erbeten
review-verified-claimed = Kauf bestätigt von { $system }
review-verified-none = Nicht bestätigt
review-incentivized = Hat etwas dafür bekommen
review-public = Öffentlich ansehen
review-written = geschrieben { $time }
review-edited = geändert { $time }
review-experienced = Datum der Erfahrung: { $month }
review-order = Bestellung { $order }
review-is-submitted = Wartet auf eine Entscheidung. Nur Sie sehen sie.
review-is-published = Veröffentlicht
review-is-withheld = Zurückgehalten
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
review-by-member = Ein Mitglied des Shops
review-by-mail = { $who }, über einen Link in einer E-Mail
review-by-rule = Eine Regel

## Was ein Klick getan hat

review-done-published = { $author }: veröffentlicht.
review-done-withheld = { $author }: zurückgehalten.
review-done-withheld-notification = { $author }: zurückgehalten. Der Grund wird in wenigen Minuten per E-Mail gesendet.
review-done-edit-dropped = { $author }: Änderung abgelehnt. Die öffentliche Fassung bleibt.
review-done-replied = { $author }: beantwortet.
review-done-kept = { $author }: bleibt öffentlich.
review-done-replied-notification = { $author }: beantwortet. Die Antwort wird in wenigen Minuten per E-Mail gesendet.
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
        [one] { $count } Bewertung zurückgehalten. Der Grund wird in wenigen Minuten per E-Mail gesendet.
       *[other] { $count } Bewertungen zurückgehalten. Der Grund wird in wenigen Minuten per E-Mail gesendet.
    }
reviews-done-undone = { $count ->
        [one] { $count } Bewertung ist wie zuvor.
       *[other] { $count } Bewertungen sind wie zuvor.
    }
reviews-done-left = { $count ->
        [one] { $count } blieb, wie sie ist: Sie hat sich inzwischen geändert, oder es ist zu spät.
       *[other] { $count } blieben, wie sie sind: Sie haben sich inzwischen geändert, oder es ist zu spät.
    }
reviews-done-stopped = Dann ist etwas schiefgegangen. Die übrigen sind unverändert: Bitte versuchen Sie es noch einmal.
review-changed = Jemand hat diese Bewertung inzwischen geändert, oder zum Zurücknehmen ist es zu spät. So ist sie jetzt; von Ihnen wurde nichts gespeichert.
review-wrong-reason = Bitte wählen Sie einen Grund.
review-wrong-note = Eine Notiz ist eine Zeile mit höchstens 500 Zeichen. Es wurde nichts gespeichert.
review-wrong-reply = Eine Antwort braucht 1 bis 10.000 Zeichen.
review-wrong-kept = Bitte sagen Sie, warum sie stehen bleibt, in einer Zeile mit höchstens 500 Zeichen.

## The own sender

sender-heading = Eigener Absender
sender-about = Ihre E-Mails an Kunden kommen von einer Adresse Ihrer eigenen Domain, damit Mailprogramme Ihren Namen zeigen und ihm vertrauen. Sie brauchen Zugang zum DNS Ihrer Domain.
sender-test_mode = Im Testmodus wird nichts gesendet, darum gibt es keinen Absender einzurichten.
sender-records = Tragen Sie diese vier Einträge im DNS von { $domain } ein. Der erste sagt, dass die Domain Ihnen gehört, und die anderen erlauben, die E-Mails in Ihrem Namen zu signieren. Sonst ändern sie nichts an Ihrer Website und Ihren Postfächern.
sender-name = Name ({ $type })
sender-value = Wert
sender-wait = Nach den Einträgen wird alle paar Minuten gesucht, später alle paar Stunden. DNS kann bis zu drei Tage brauchen. Bis sie gefunden sind, gehen Ihre E-Mails wie bisher hinaus. Lassen Sie die Einträge stehen: Auch ohne sie gehen Ihre E-Mails wie bisher hinaus.
sender-remove = Diese Adresse nicht mehr nutzen
sender-removed = Ihre E-Mails gehen wie bisher hinaus. Sie können die Einträge aus Ihrem DNS löschen.
sender-address = Domain oder Adresse
sender-address-about = Zum Beispiel bewertungen@ihr-shop.de. Auch Antworten kommen dorthin, wenn Sie in den Einstellungen keine andere Adresse dafür angeben.
sender-save = Einträge zeigen
sender-making = Die Einträge werden gerade erzeugt. Bitte kommen Sie in fünf Minuten wieder.
sender-asked = Die Einträge von { $domain } sind noch nicht gefunden.
sender-stands = Ihre E-Mails kommen von { $address }.
sender-lost = Die Einträge von { $domain } werden nicht mehr gefunden. Bis sie wieder da sind, gehen Ihre E-Mails wie bisher hinaus.
sender-taken = Diese Domain oder eine über oder unter ihr ist hier schon in Gebrauch. Wenn sie Ihnen gehört, fragen Sie bitte Ihren Betreiber.
sender-invalid = Bitte geben Sie eine Domain oder eine Adresse ein.
sender-mailbox = Diese Domain gehört einem Anbieter von Postfächern. Bitte nehmen Sie eine eigene.
sender-operators = Diese Domain gehört Ihrem Betreiber. Bitte nehmen Sie eine eigene.
sender-too_many = Sie haben eben mehrere Domains aufgegeben. Bitte versuchen Sie es in zehn Minuten noch einmal.

## Einstellungen

nav-settings = Einstellungen
settings-text = Uhrzeiten gelten in der Zeitzone { $zone }.
settings-owners = Nur Inhaber können Einstellungen ändern. Sie können sie hier lesen.
settings-parts = Teile
settings-saved = Gespeichert: { $names }.
settings-same = Keine Änderungen zum Speichern.
field-wrong = Das lässt sich nicht verwenden. Bitte ändern Sie es.
field-wrong-url = Bitte geben Sie eine Adresse ein, die mit https:// beginnt.
field-wrong-email = Bitte geben Sie eine E-Mail-Adresse ein.
field-wrong-line = Bitte schreiben Sie 1 bis { $most } Zeichen in einer Zeile.
field-wrong-number = Bitte geben Sie eine Zahl von { $least } bis { $most } ein.
field-leads-elsewhere = Bitte entfernen Sie Telefonnummern, Konten, Links und E-Mail-Adressen. Bleiben dürfen nur die Ihrer Kontaktseite, Ihrer Datenschutzerklärung, der Domain Ihres Shops und Ihrer Antwortadresse: Speichern Sie diese zuerst in den Einstellungen.

set-moderation = Wenn jemand eine Bewertung schreibt
set-moderation-publish = Sofort veröffentlichen
set-moderation-publish-about = Bewertungen mit einer Telefonnummer, einer E-Mail-Adresse oder einer Website warten trotzdem auf Sie.
set-moderation-hold = Warten lassen, bis wir sie gelesen haben
set-moderation-hold-about = Sie wartet auf der Seite „Bewertungen“, bis Sie sie veröffentlichen oder zurückhalten.
set-public_display = Veröffentlichte Bewertungen öffentlich zeigen
set-ai_questions = Eine KI stellt Fragen auf der Kundenseite
set-ai_questions-about = Nur wenn Ihr Betreiber ein Modell eingerichtet hat. Sie fragt nach dem Produkt, liest die Antworten und schlägt höchstens den Anfang einer Antwort vor; sie sieht weder Namen noch Adresse noch Sterne. Sonst werden fertige Fragen gestellt.
set-incentives = Was Bewertende für eine Bewertung bekommen
set-incentives-about = Zum Beispiel: 5 % auf die nächste Bestellung. Es steht auf Ihrer Vertrauensseite. Lassen Sie das Feld leer, wenn sie nichts bekommen.
set-facts = Fakten
settings-facts-about = Fragen zu Produkten, die Kunden neben Sternen und Worten mit einem Tippen beantworten. Lesende sehen die Antworten als Balken, sobald fünf Kunden geantwortet haben. Drei oder fünf Antworten sind eine Reihenfolge, von der ersten bis zur letzten. Wenn Sie eine Frage oder Antwort umformulieren, bleibt, was angetippt wurde. Um etwas anderes zu fragen, leeren Sie zuerst die alten Worte und speichern Sie.
set-facts-wrong = Bitte geben Sie jeder Frage zwei bis fünf verschiedene Antworten. Haben zwei Fragen dieselben Worte, brauchen sie dieselben Antworten und verschiedene Arten oder Schlagwörter.
set-facts-question = Frage
set-facts-answer = Antwort
set-facts-label = Nur zu Produkten dieser Art oder mit diesem Schlagwort
in-shop-look = Wie sie aussehen

settings-pause-heading = Versand pausieren
settings-pause-about = Ihre Kunden erhalten keine E-Mail, keine SMS und keine Erinnerung. Was fällig wird, wird danach der Reihe nach gesendet.
settings-pause-save = Pausieren
settings-paused = Der Versand ist pausiert bis { $until }.
settings-resume = Fortsetzen
settings-due = { $count ->
        [0] Noch ist nichts fällig.
        [one] Eine Nachricht ist inzwischen fällig.
       *[other] { $count } Nachrichten sind inzwischen fällig.
    }
settings-leave = { $hours ->
        [one] Sobald Sie den Versand fortsetzen, wird alles innerhalb einer Stunde gesendet.
       *[other] Sobald Sie den Versand fortsetzen, wird alles innerhalb von { $hours } Stunden gesendet.
    }
settings-resumed = Der Versand läuft wieder.
settings-operator-pause = Der Betreiber dieses Dienstes hat Ihren Versand pausiert. Nur der Betreiber kann ihn fortsetzen.
set-paused_until = Pausieren bis
set-paused_until-wrong = Bitte geben Sie Tag und Uhrzeit ein.

settings-hours-heading = Sendezeiten
settings-hours-about = Wann Nachrichten gesendet werden dürfen. Was außerhalb dieser Zeiten fällig wird, wartet auf die nächsten.
set-send_window = Nachrichten senden
set-send_window-any = Jederzeit
set-send_window-only = Nur zu diesen Zeiten
set-send_window-from = Von
set-send_window-to = Bis
set-send_window-monday = Mo
set-send_window-tuesday = Di
set-send_window-wednesday = Mi
set-send_window-thursday = Do
set-send_window-friday = Fr
set-send_window-saturday = Sa
set-send_window-sunday = So
set-send_window-time_zone = Zeitzone
set-send_window-about = In der Zeitzone der Kundin oder des Kunden, wo sie bekannt ist, sonst in der Ihres Shops.
set-send_window-wrong = Bitte geben Sie zwei Uhrzeiten an, die mindestens eine Stunde auseinanderliegen, und mindestens einen Tag.

settings-look-heading = Ihr Shop
save = Speichern
set-shop_name = Name
set-logo_url = Adresse Ihres Logos
set-logo_url-about = Ein Bild, das mindestens 96 Pixel hoch ist. Leer: nur Ihr Name ist zu sehen.
set-color = Farbe von Links und Knöpfen
set-color-own = Unsere eigene Farbe
set-color-about = Wo sie schwer zu lesen wäre, wird sie dunkler oder heller. Ohne eigene Farbe ist sie dunkelgrün.
set-language = Sprache
set-country = Land
set-country-none = Nicht angegeben
set-country-wrong = Bitte wählen Sie ein Land.
set-shop_address = Postanschrift
place-text = Ihr Land schlägt das Übrige vor.
place-zone-usual = Die bevölkerungsreichste
place-language-usual = Die des Landes, falls möglich
place-hours = Sobald Sie gespeichert haben, gehen Nachrichten von 9:00 bis 20:00 Uhr in dieser Zeitzone hinaus, und eine Erinnerung folgt.
place-saved = Gespeichert.
place-hours-saved = Gespeichert. Nachrichten gehen von { $from } bis { $to } Uhr hinaus ({ $zone }).

settings-requests-heading = Anfragen und Erinnerungen
set-default_reminders = Erinnerungen nach der ersten Nachricht
set-reminder_days = Tage von der ersten Nachricht bis zu den Erinnerungen
set-reminder_days-about = Drei Tage, zum Beispiel 3, 7, 14. Wer bewertet hat, erhält keine Erinnerung mehr.
set-reminder_days-wrong = Bitte geben Sie drei aufsteigende Zahlen von 1 bis 60 ein, zum Beispiel 3, 7, 14.
set-ask_once = Wenn jemand dasselbe Produkt noch einmal kauft
set-ask_once-integrations = Bei Bestellungen von Shopify oder WooCommerce nicht noch einmal fragen
set-ask_once-integrations-about = Anfragen Ihrer eigenen Programme fragen trotzdem noch einmal.
set-ask_once-never = Zu jeder Bestellung fragen
set-ask_once-never-about = Dasselbe Produkt lässt sich zu jeder Bestellung einmal bewerten.

settings-replies-about = Bis zu fünf. Wenn Sie eine Bewertung beantworten, fügt ein Klick oder eine der Tasten 1 bis 5 sie ein; vor dem Senden können Sie sie ändern.
set-saved_replies = Gespeicherte Antworten
set-saved_replies-about = { "{name}" } wird zum Vornamen der Person, { "{product}" } zum Produkt und { "{shop}" } zu Ihrem Shop. Fehlt der Bewertung der Name oder das Produkt, wird die Antwort nicht angeboten.
set-saved_replies-wrong = Jeder Text hat höchstens 500 Zeichen. Geschweifte Klammern stehen nur in { "{name}" }, { "{product}" } und { "{shop}" }.
set-keep_months = Monate, nach denen alte Daten gelöscht werden
set-keep_months-about = 6 bis 120; leer: alles behalten. Ältere Bestellungen, Anfragen und Nachrichten werden gelöscht, und mit ihnen ihre Kunden, wenn nichts Neueres zu ihnen gehört. Veröffentlichte Bewertungen und Abmeldungen bleiben.

settings-contact-heading = Kontakt
set-reply_to = Antworten auf E-Mails gehen an
set-reply_to-about = Alle Kunden sehen diese Adresse.
set-contact_url = Ihre Kontaktseite
set-contact_url-about = Verlinkt in E-Mails und auf der Bewertungsseite.
set-privacy_url = Ihre Datenschutzerklärung
set-storefront_url = Die eigene Domain Ihres Shops
set-storefront_url-about = Die Adresse, die Kunden kennen, etwa https://fern.example. Sie ersetzt myshopify.com überall, wo Produkte verlinkt sind.
set-storefront_url-wrong = Bitte geben Sie eine Adresse ein, die mit https:// beginnt, ohne Pfad und nicht bei myshopify.com.
set-owner_email = E-Mails über den Shop selbst gehen an
set-owner_email-about = Zum Beispiel, wenn ein Webhook abgeschaltet wird oder Bewertungen eingegangen sind. Kunden sehen sie nie.

## Das Ende des Shops

end-heading = Diesen Shop schließen
end-about = Von da an erhalten Kunden keine Nachrichten, und API-Schlüssel, Links und Seiten funktionieren nicht mehr, auch die des Testmodus. 30 Tage lang kann eine Inhaberin oder ein Inhaber sich anmelden und ihn wieder öffnen. Danach wird alles vernichtet, was über den Shop gespeichert ist. Nehmen Sie vorher Ihre Daten mit: Sie finden sie oben.
end-about-test = Nur der Testmodus wird geschlossen: Seine API-Schlüssel und Links funktionieren nicht mehr. 30 Tage lang kann eine Inhaberin oder ein Inhaber sich anmelden und ihn wieder öffnen. Danach wird alles vernichtet, was über ihn gespeichert ist.
end-type = Geben Sie zur Bestätigung die ID des Shops ein: { $shop }
end-button = Shop schließen
end-wrong = Es wurde nichts geändert: Ihre Eingabe ist nicht die ID des Shops, { $shop }.
shop-ended-heading = { $shop } ist geschlossen
shop-ended-text = Kunden erhalten keine Nachrichten, und API-Schlüssel, Links und Seiten funktionieren nicht. Bis { $until } kann eine Inhaberin oder ein Inhaber ihn wieder öffnen. Danach wird alles vernichtet, was über den Shop gespeichert ist.
shop-ended-ask = Nur eine Inhaberin oder ein Inhaber kann ihn wieder öffnen: Bitten Sie jemanden mit dieser Rolle, sich anzumelden.
shop-ended-restore = Shop wieder öffnen
shop-ended-restored = Der Shop ist wieder offen: API-Schlüssel, Links und Seiten funktionieren wieder, und was wartete, wird gesendet.

## Der Rahmen jeder Seite

skip = Zum Inhalt springen
nav-label = Seiten
way-data = Ihre Daten
way-developers = Entwickler
way-orders = Bestellungen
way-products = Alle Produkte
way-settings = Allgemein
way-team = Team
way-you = Sie
in-shop-public = Veröffentlichte Bewertungen
in-shop-trust = Vertrauensseite
in-shop-not-public = Ihre Bewertungen werden nicht öffentlich gezeigt: Dies sind Testdaten, oder Sie haben es in den Einstellungen ausgeschaltet.
you-language = Ihre Sprache
help-heading = Wenn etwas nicht funktioniert
help-not-sent = Jemand hat keine Nachricht erhalten
help-not-sent-text = Suchen Sie in „Kunden“ nach der vollständigen E-Mail-Adresse. Die Seite der Anfrage sagt, was geschah, warum, und was als Nächstes kommt.
help-held-text = Zu viele E-Mails kamen zurück oder wurden als Spam markiert, und weiteres Senden würde Ihrer Domain schaden. Entfernen Sie Adressen, die es nicht gibt, aus Ihrem Shop. Sobald kaum noch etwas zurückkommt, läuft der Versand von selbst wieder an; „Heute“ zeigt es an, solange er ausgesetzt ist. Wenn es eilt, kann ein Inhaber die E-Mails dort freigeben, einmal in 7 Tagen; danach wenden Sie sich an den Betreiber dieses Dienstes.
help-webhook = Ein Webhook schlägt fehl
help-webhook-text = Ihr Endpunkt muss mit einem Status von 200 bis 299 antworten. Ereignisse bleiben drei Tage lang erhalten und werden der Reihe nach gesendet, sobald er wieder funktioniert. „Einstellungen“, „Entwickler“ zeigt jede Antwort.
test-data = Testdaten
role-owner = Inhaber
role-moderator = Moderator
role-reader = Leser
guest = Mit einem Link angemeldet
sign-out = Abmelden
nav-shops = Ihre Shops
undo = Rückgängig
seconds = s
search = Suchen
copy = Kopieren
copied = Kopiert
fields-choose = Auswählen …
next-page = Weiter
first-page = Zurück zum Anfang
nothing-here = Hier ist noch nichts.
failed = Das hat den Server nicht erreicht. Bitte versuchen Sie es noch einmal.
waiting-count = { $count ->
        [one] { $count } wartet
       *[other] { $count } warten
    }

## Zeiten

ago-now = gerade eben
ago-minutes = { $count ->
        [one] vor { $count } Minute
       *[other] vor { $count } Minuten
    }
ago-hours = { $count ->
        [one] vor { $count } Stunde
       *[other] vor { $count } Stunden
    }
ago-days = { $count ->
        [one] vor { $count } Tag
       *[other] vor { $count } Tagen
    }
at-time = { $day }, { $time } Uhr

## Tastatur

keys-heading = Tastenkürzel
keys-move = Weiter und zurück
keys-mark = Eine Bewertung markieren; a und w gelten dann für alle markierten
keys-help = Diese Liste
close = Schließen

## Wenn etwas nicht funktioniert

not-found-heading = Seite nicht gefunden
not-found-text = Die Adresse stimmt nicht, oder die Seite gibt es nicht mehr.
forbidden-heading = Nicht erlaubt
forbidden-text = Ihre Rolle erlaubt das nicht. Inhaber können Rollen unter „Einstellungen“, „Team“ ändern.
guest-heading = Nur dieser Shop
guest-text = Sie haben sich über einen Link angemeldet, ohne E-Mail-Adresse. Darum ist nicht bekannt, welche anderen Shops Ihnen gehören. Unter „Einstellungen“, „Team“ können Sie Ihre Adresse einladen und sich danach mit ihr anmelden.
origin-heading = Nicht von dieser Seite gesendet
origin-text = Das Formular kam nicht aus dieser Konsole, deshalb wurde nichts geändert. Bitte öffnen Sie die Seite noch einmal und versuchen Sie es erneut.
conflict-heading = Inzwischen geändert
conflict-text = Jemand anderes hat das geändert, nachdem Sie es geöffnet hatten. So ist es jetzt.
failure-heading = Etwas ist schiefgegangen
failure-text = Es wurde nichts geändert. Bitte versuchen Sie es gleich noch einmal.
too-many-heading = Zu viele E-Mails
too-many-text = Für diese Adresse wurden zu viele Links angefordert. In einem Browser, in dem Sie sich schon einmal angemeldet haben, geht es weiterhin; sonst versuchen Sie es bitte in einer Stunde wieder.
back-home = Zurück zur Konsole

## Lange Arbeiten

progress-of = { $done } von { $all }.
progress-so-far = Bisher: { $what }.
progress-left = { $minutes ->
        [0] Noch weniger als eine Minute.
        [1] Noch etwa eine Minute.
       *[other] Noch etwa { $minutes } Minuten.
    }
progress-again = Aktualisieren

## Anmelden

sign-in-text = Geben Sie Ihre E-Mail-Adresse ein, und wir senden Ihnen einen Link.
sign-in-email = E-Mail
sign-in-ask = Link per E-Mail senden
sign-in-bad-email = Bitte prüfen Sie die Adresse.
waiting-heading = Sehen Sie in Ihrem Postfach nach
waiting-text = Wenn { $email } sich anmelden darf, ist eine E-Mail mit einem Link unterwegs. Der Link funktioniert 15 Minuten lang.
waiting-still = Vorerst keine weiteren E-Mails. Der Link, den wir { $ago } gesendet haben, funktioniert noch.
waiting-here = Öffnen Sie den Link in diesem Browser, um sich hier anzumelden.
waiting-elsewhere = Den Link auf einem anderen Gerät geöffnet?
waiting-code = Code
waiting-code-text = Dort zeigt er einen Code aus acht Buchstaben. Geben Sie ihn hier ein.
waiting-again = Noch einmal senden
waiting-other = Andere Adresse verwenden
wrong-code = Dieser Code funktioniert nicht. Nach fünf Versuchen brauchen Sie einen neuen Link.
link-heading = Bei der Konsole anmelden
link-text = Klicken Sie auf den Knopf, um sich anzumelden.
link-guest-text = Der Knopf meldet Sie bei { $shop } an. Ihre Rolle dort: { $role }. Fahren Sie nur fort, wenn Sie wissen, von wem der Link kommt.
link-guest-left = Sie werden dann in diesem Browser bei { $shop } abgemeldet.
link-owner-text = Geben Sie Ihre E-Mail-Adresse ein, und wir schicken Ihnen einen Link. Er macht Sie zum Inhaber von { $shop }. Fahren Sie nur fort, wenn Sie wissen, von wem diese Seite kommt.
link-without = Ohne E-Mail anmelden
link-without-text = Einmal, als Inhaber. Wenn diese Sitzung endet, lässt Sie nur ein neuer Link oder eine Einladung wieder herein.
code-heading = Ihr Code
code-text = Sie wollten sich in einem anderen Browser anmelden. Geben Sie diesen Code in das Fenster ein, das dort wartet.
code-warning = Geben Sie diesen Code niemals weiter. Wenn Sie sich nicht anmelden wollten, schließen Sie diese Seite.
over-text = Er wurde schon benutzt, oder seine 15 Minuten sind vorbei. Bitte fordern Sie einen neuen an.
signed-out-heading = Sie sind abgemeldet
ended-heading = Bitte melden Sie sich noch einmal an
ended-text = Ihre Sitzung ist zu Ende, deshalb wurde nichts gespeichert.
ended-written = Was Sie geschrieben haben: Kopieren Sie es, bevor Sie weitergehen

## Die Shops einer Person

shops-text = Shops und Einladungen für { $email }.
shops-none = Sie gehören noch zu keinem Shop, und niemand hat Sie eingeladen. Bitten Sie die Inhaberin oder den Inhaber eines Shops um eine Einladung.
shops-invited = Eingeladen als: { $role }
shops-here = Sie sind hier
shops-test = Testmodus
shops-accept = Einladung annehmen
shops-decline = Ablehnen

## E-Mails an Mitglieder

email-sign-in-subject = Anmelden bei { $shop }
email-sign-in-text = Dieser Link funktioniert einmal, 15 Minuten lang, in dem Browser, in dem Sie ihn angefordert haben. In jedem anderen Browser zeigt er einen Code für das wartende Fenster.
email-sign-in-button = Anmelden
email-sign-in-end = Wenn Sie ihn nicht angefordert haben, können Sie diese E-Mail ignorieren: Ohne sie kann sich niemand anmelden.
email-sign-in-reason = Sie erhalten diese E-Mail, weil { $email } auf der Anmeldeseite eingegeben wurde.
email-invitation-subject = Sie sind zu { $shop } eingeladen
email-invitation-text = { $shop } lädt Sie ein, bei den Bewertungen mitzuarbeiten. Melden Sie sich mit { $email } an und nehmen Sie die Einladung an. Ein Passwort brauchen Sie nicht.
email-invitation-button = Einladung ansehen
email-invitation-end = Wenn Sie { $shop } nicht kennen, können Sie diese E-Mail ignorieren: Nichts geschieht, bevor Sie annehmen.
email-invitation-reason = Sie erhalten diese E-Mail, weil jemand bei { $shop } { $email } eingegeben hat.
email-reviews-subject = { $count ->
        [one] Eine Bewertung für { $shop }
       *[other] { $count } Bewertungen für { $shop }
    }
email-reviews-heading = { $count ->
        [one] Eine Bewertung zu lesen
       *[other] { $count } Bewertungen zu lesen
    }
email-reviews-week = Letzte Woche: { $asked } gefragt, { $wrote } haben geschrieben, { $waiting } warten auf Ihre Entscheidung.
email-reviews-public = Öffentlich
email-reviews-answered = Beantwortet
email-reviews-waits = Wartet auf Ihre Entscheidung: { $why }
email-reviews-edit-waits = Öffentlich. Eine Änderung wartet auf Ihre Entscheidung: { $why }
review-answer = Antworten
email-reviews-more = { $more ->
        [one] Und { $more } weitere.
       *[other] Und { $more } weitere.
    }
email-reviews-reason = Sie erhalten diese E-Mail, weil Sie Mitglied der Konsole von { $shop } sind. Antworten auf diese E-Mail erreichen niemanden: Drücken Sie unter einer Bewertung auf „Antworten“ oder „Öffnen“.
email-reviews-choose = Wählen Sie unter „Einstellungen“, „Team“, wann sie kommen, oder beenden Sie diese E-Mails:
email-reviews-owner = Sie erhalten diese E-Mail, weil jemand { $email } in den Einstellungen von { $shop } als Adresse des Inhabers eingetragen hat. Antworten auf diese E-Mail erreichen niemanden.
email-reviews-join = Werden Sie Mitglied der Konsole, um zu wählen, wann diese E-Mails kommen, und um von hier aus zu antworten. Wenn Sie { $shop } nicht kennen oder keine mehr möchten, beenden Sie sie:
email-data-subject = Eine Kundin oder ein Kunde von { $shop } möchte die eigenen Daten
email-data-heading = Jemand möchte die eigenen Daten
email-data-text = Jemand hat über Ihr Shopsystem gefragt, welche eigenen Daten gespeichert sind. Die Datei ist fertig. Das Gesetz gibt Ihnen meist 30 Tage, um sie zu übergeben.
email-data-button = Datei herunterladen
email-data-end = Sie können sie 30 Tage lang herunterladen. Wenn sie dann nicht mehr da ist, erstellt die Seite sie neu.

email-connected-subject = WooCommerce ist mit { $shop } verbunden
email-connected-heading = Ihr Shop ist verbunden
email-connected-text = Jemand mit der Rolle Inhaber von { $shop } in Afterword hat einen WooCommerce-Shop verbunden. Ab jetzt sendet er seine Bestellungen, mit Namen und Adressen der Käuferinnen und Käufer, und seine Produkte.
email-connection = Verbindung öffnen
email-connected-end = Wenn das niemand von Ihnen war, trennen Sie den Shop dort, und sehen Sie nach, wer Mitglied ist.
email-redacted-subject = Die Shopify-Bestellungen von { $shop } werden in 48 Stunden gelöscht
email-redacted-heading = Shopify verlangt die Löschung Ihrer Bestellungen
email-redacted-text = Shopify hat uns aufgefordert, die gemeldeten Bestellungen von { $shop } und die Daten ihrer Käuferinnen und Käufer zu löschen. Das geschieht zwei Tage, nachdem eine App deinstalliert wurde. Niemand wird mehr um eine Bewertung gebeten. In 48 Stunden beginnt die Löschung und lässt sich dann nicht mehr zurücknehmen. Wenn Sie das nicht wollen, verbinden Sie Shopify bis dahin neu.
email-redacted-end = Veröffentlichte Bewertungen behalten ihren Wortlaut. Wenn Sie Shopify verlassen haben, brauchen Sie nichts zu tun.

email-reported-subject = Eine Bewertung für { $shop } wurde gemeldet
email-reported-heading = Eine Bewertung wurde gemeldet
email-reported-text = Jemand sagt, dass mit einer veröffentlichten Bewertung etwas nicht stimmt. Bitte sehen Sie sie an und entscheiden Sie, ob sie bleibt. In manchen Ländern verlangt das Gesetz eine baldige Antwort.
email-reported-button = Bewertung ansehen
email-reported-end = Die Bewertung ist weiterhin öffentlich. Wird sie noch einmal gemeldet, sagen wir es Ihnen.
email-owner = Sie erhalten diese E-Mail, weil { $email } in den Einstellungen von { $shop } als Adresse der Inhaberin oder des Inhabers steht.

## Heute

nav-today = Heute
today-heading = { $count ->
        [one] { $count } Bewertung wartet auf Sie
       *[other] { $count } Bewertungen warten auf Sie
    }
today-heading-none = Keine Bewertung wartet auf Sie
today-welcome = { $count ->
        [one] Willkommen: noch { $count } Schritt bis zur ersten Bewertung
       *[other] Willkommen: noch { $count } Schritte bis zur ersten Bewertung
    }
today-text = Nur, was Sie braucht. Alles andere läuft von selbst.
today-needs = Zu erledigen
today-nothing = Gerade nichts.
begin-heading = Hier beginnen
begin-done = erledigt
begin-next = Weiter: { $step }
begin-some-done = { $done } von { $count } erledigt
begin-sign-in = Laden Sie sich selbst als Inhaber ein
begin-sign-in-about = Der Link, über den Sie gekommen sind, läuft ab. Mit eigener Anmeldung kommen Sie immer zurück.
begin-orders = Bestellungen hereinholen
begin-orders-about = Verbinden Sie Shopify, WooCommerce oder ein eigenes Programm, dann folgt auf jede Bestellung eine Anfrage. Oder fügen Sie frühere Bestellungen ein.
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
begin-show-about = Das Plug-in für WooCommerce, oder wenige Zeilen für Shopify, Wix oder HTML.
begin-move = Frühere Bewertungen mitbringen
begin-move-about = Aus Judge.me, Loox, Yotpo und anderen, als Datei. Eine Probe sagt zuerst, was geschähe.
begin-orders-waits = { $system } ist verbunden
begin-orders-waits-about = Wartet auf die erste Bestellung.
today-first = Die erste Nachricht wird am { $at } gesendet.
today-first-in-shop = { $count ->
        [one] Ihre erste Bewertung ist in Ihrem Shop.
       *[other] Ihre ersten { $count } Bewertungen sind in Ihrem Shop.
    }
today-first-public = { $count ->
        [one] Ihre erste Bewertung ist öffentlich.
       *[other] Ihre ersten { $count } Bewertungen sind öffentlich.
    }
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
today-longest = Wartet am längsten
today-all = Alle wartenden Bewertungen
today-written = Neueste Bewertungen
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
        [0] noch keine öffentlichen Bewertungen
       *[other] { $count } öffentlich
    }
today-data-text = Die Anfrage kam über Ihr Shopsystem. Laden Sie die Datei herunter und übergeben Sie sie: Das Gesetz gibt Ihnen meist 30 Tage.
today-redacted = Die Bestellungen von { $system } werden gelöscht
today-redacted-text = { $system } hat das verlangt. Wenn Sie das nicht wollen, verbinden Sie { $system } bis { $at } neu.
today-silent = Von { $system } kommt nichts mehr an
today-silent-text = Seit viel längerer Zeit als üblich kam von { $system } nichts an. Bitte prüfen Sie dort, ob die Webhooks eingeschaltet sind oder das Afterword-Plugin verbunden ist.
today-forged = Die Aufrufe von { $system } werden abgelehnt
today-forged-text = Sie sind mit einem anderen Secret signiert. Legen Sie auf der Seite der Verbindung die Webhooks noch einmal an, oder ersetzen Sie das Secret.
today-missing = Bestellungen seit { $at } können fehlen.
today-refused = { $count ->
        [one] { $count } Aufruf von { $system } wurde abgelehnt
       *[other] { $count } Aufrufe von { $system } wurden abgelehnt
    }
today-refused-text = Aus ihnen wurden keine Anfragen. Die API nennt den Grund: /api/v1/integrations/{ $path }/deliveries.
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

## Webhooks

hooks-about = Wir rufen Ihren eigenen Server auf, wenn etwas geschieht, zum Beispiel wenn eine Bewertung veröffentlicht wird.
refused-too_many_webhooks = Ein Shop hat höchstens 10 Webhooks. Löschen Sie einen, der nicht mehr benutzt wird.
hook-page = Webhook
hook-count = { $count ->
        [one] { $count } Ereignis
       *[other] { $count } Ereignisse
    }
hook-works = Funktioniert
hook-works-about = Zuletzt schlug kein Aufruf fehl.
hook-uncalled = Noch kein Aufruf
hook-uncalled-about = Es ist noch nichts geschehen, worüber er aufgerufen wird. Ein Test zeigt, ob er funktioniert.
hook-fails = Schlägt fehl
hook-fails-about = Der erste Aufruf schlug { $ago } fehl. Die Ereignisse warten drei Tage lang.
hook-new = Neuer Webhook
hook-make = Webhook erstellen
hook-url = Adresse
hook-url-about = Die Adresse Ihres Servers: Sie beginnt mit https://.
hook-url-wrong = Bitte geben Sie eine Adresse ein, die mit https:// und dem Namen eines öffentlichen Hosts beginnt.
hook-events = Ereignisse
hook-events-about = Kreuzen Sie nichts an, um alle zu erhalten, auch die späterer Versionen.
hook-events-wrong = Bitte kreuzen Sie an, welche Ereignisse gesendet werden sollen.
hook-events-review-submitted = Eine Bewertung wurde geschrieben
hook-events-review-updated = Eine Bewertung wurde geändert
hook-events-review-published = Eine Bewertung wurde veröffentlicht
hook-events-review-withheld = Eine Bewertung wurde zurückgehalten
hook-events-review-replied = Eine Bewertung wurde beantwortet
hook-events-review-deleted = Eine Bewertung wurde gelöscht
hook-events-request-scheduled = Eine Nachricht wurde geplant
hook-events-request-completed = Alles wurde bewertet
hook-events-request-expired = Ein Link ist abgelaufen
hook-events-request-cancelled = Eine Anfrage wurde abgebrochen
hook-events-message-sent = Eine Nachricht wurde gesendet
hook-events-message-delivered = Eine Nachricht wurde zugestellt
hook-events-message-failed = Eine Nachricht ist fehlgeschlagen
hook-events-message-skipped = Eine Nachricht wurde durch eine Regel gestoppt
hook-events-customer-suppressed = Jemand erhält keine Nachrichten mehr
hook-events-customer-erased = Die Daten einer Person wurden gelöscht
hook-events-deliverability-held = Ihr E-Mail-Versand ist ausgesetzt
hook-events-deliverability-released = Ihre E-Mails werden wieder gesendet
hook-events-webhook-test = Test
hook-include = Mitsenden
hook-include-review = Die ganze Bewertung mit dem angezeigten Namen
hook-include_imports = Auch über importierte Bewertungen
hook-include_imports-about = Sonst meldet eine Datei mit alten Bewertungen nichts.
hook-status = Zustand
hook-status-enabled = An
hook-status-enabled-about = Das startet auch einen neu, der fehlgeschlagen ist.
hook-status-disabled = Aus
hook-status-disabled-about = Was geschieht, während er aus ist, wird später nicht gesendet.
hook-change = Adresse und Ereignisse
hook-foreign = Er erhält Ereignisse der API von More Good Reviews und lässt sich nur dort ändern: { $events }.
hook-secret = Signiert jeden Aufruf, nach den Regeln von Standard Webhooks.
hook-rotate-about = 24 Stunden lang werden Aufrufe mit beiden Secrets signiert. Tragen Sie in dieser Zeit das neue in Ihrem Server ein.
hook-end = Löschen …
hook-end-about = Sein Protokoll wird gelöscht, und noch nicht zugestellte Ereignisse werden nie zugestellt.
hook-end-yes = Ja, löschen
hook-ended = Gelöscht. Er wird nicht mehr aufgerufen.
hook-rotated-recently = Nicht ersetzt: Drei frühere Secrets gelten noch. Ab { $until } lässt es sich wieder ersetzen.
hook-log = Letzte Aufrufe
hook-pending = Wartet
hook-delivered = Zugestellt
hook-failed = Fehlgeschlagen
hook-next = nächster Versuch { $at }
hook-attempts = { $count ->
        [one] { $count } Versuch
       *[other] { $count } Versuche
    }
hook-again = Erneut senden
hook-test = Test senden
hook-sent = Wird gesendet. Die Antwort erscheint hier.
hook-not-sent = Nichts wurde gesendet, denn der Webhook ist aus.
hook-error-address_not_public = der Host hat keine öffentliche Adresse
hook-error-connection_failed = keine Verbindung
hook-error-connection_broken = die Verbindung brach ab
hook-error-timeout = keine rechtzeitige Antwort

## Was aus einer Anfrage wurde, und warum

why-email = E-Mail
why-sms = SMS
why-reminder-email = Erinnerung { $number } per E-Mail
why-reminder-sms = Erinnerung { $number } per SMS
why-provider-email = der E-Mail-Dienst
why-provider-sms = der SMS-Dienst
why-when = { $day } um { $time }
why-on = (am { $at })
why-until = , bis { $at }
why-words = : { $words }
why-times = { $count }-mal, zuletzt am { $at }
why-later-at-once = sofort
why-later-seconds = { $count } s später
why-later-minutes = { $count } Minuten später
why-later-hours = { $count } Stunden später
why-later-days = { $count } Tage später
why-item = Produkt { $number }
why-an-item = ein Produkt
why-by-shop = der Shop
why-by-operator = der Betreiber
why-by-somebody = jemand

why-none-cancelled = Es war keine Nachricht geplant: Der Shop gibt den Link selbst weiter und hat die Anfrage am { $at } abgebrochen.
why-none-reviewed = Es war keine Nachricht geplant: Der Shop gibt den Link selbst weiter; am { $at } war alles bewertet.
why-none-expired = Es war keine Nachricht geplant: Der Shop gibt den Link selbst weiter; er ist am { $at } abgelaufen.
why-none = Es war keine Nachricht geplant: Der Shop gibt den Link selbst weiter.
why-after-reviewed = Am { $at } war alles bewertet.
why-after-cancelled = Der Shop hat die Anfrage am { $at } abgebrochen.
why-after-opened = Der Link wurde zuerst am { $at } geöffnet.

why-delivered = { $it }: { $provider } hat sie am { $at } angenommen; zugestellt { $later }.
why-complained = { $it }: { $provider } hat sie am { $at } angenommen; am { $reported } wurde sie als Spam markiert, deshalb erhält diese Person nichts mehr.
why-sent = { $it }: { $provider } hat sie am { $at } angenommen; ein Bericht darüber ist noch nicht gekommen.
why-counted = { $it }: war am { $at } fällig, in einer Zeit, die bei einer Wiederherstellung der Daten verloren ging. Ob sie gesendet wurde, weiß niemand; sie zählt als gesendet.
why-delayed = { $it }: { $provider } hat sie am { $at } angenommen; seit dem { $reported } nimmt der Server der Empfängeradresse sie nicht an.
why-soft_bounced = { $it }: { $provider } hat sie am { $at } angenommen; am { $reported } kam sie aus einem Grund zurück, der vergehen kann, etwa einem vollen Postfach.
why-test_mode = { $it }: am { $at } abgefangen, denn im Testmodus wird nichts gesendet.
why-sending = { $it }: wird seit dem { $claimed } gesendet.
why-outcome_unknown = { $it }: am { $claimed } übergeben; die Antwort ging verloren ({ $provider }).
why-scheduled = { $it }: wird am { $leaves } gesendet.
why-postponed = { $it }: wird am { $leaves } gesendet. Die Bestellung war noch nicht angekommen, und um eine weitere Woche wurde gebeten.
why-waiting_for_window = { $it }: wird am { $leaves } gesendet, wenn die Sendezeiten des Shops beginnen.
why-waiting_for_cap = { $it }: wird am { $leaves } gesendet, wenn die Grenzen des Shops dieser Person wieder eine Nachricht erlauben.
why-first_days = { $it }: wird am { $leaves } gesendet. Der Shop ist neu und hat die Grenze seiner E-Mails für heute erreicht.
why-no_address = { $it }: wartet auf eine Postanschrift, denn weder der Shop noch der Betreiber hat eine angegeben. Der nächste Versuch ist am { $leaves }.
why-due = { $it }: fällig seit dem { $due }.
why-paused = Noch nicht gesendet: Der Versand ist pausiert ({ $by }).
why-paused-until = Noch nicht gesendet: Der Versand ist bis { $until } pausiert ({ $by }).
why-held = Noch nicht gesendet: Der E-Mail-Versand des Shops ist seit dem { $since } ausgesetzt. Grund: { $reason }.
why-provider_refuses = Noch nicht gesendet: Seit dem { $since } nimmt { $provider } keine Nachrichten an{ $words }.
why-provider_refused = { $message }: noch nicht gesendet, { $provider } hat sie nicht angenommen{ $words }.
why-bounced = { $it }: { $provider } hat sie am { $at } angenommen; am { $reported } kam sie zurück. Die Adresse oder Nummer gibt es nicht, oder sie nimmt nichts an.
why-rejected = { $it }: { $provider } hat sie am { $at } angenommen; am { $reported } wurde sie abgelehnt, meist wegen ihres Inhalts.
why-suppressed_by_provider = { $it }: { $provider } hat sie am { $at } angenommen und nicht gesendet, weil die Adresse auf der dortigen Sperrliste steht.
why-refused = { $it }: { $provider } hat sie am { $at } endgültig abgelehnt: { $words }.
why-unconfirmed = { $it }: am { $claimed } übergeben; weder Antwort noch Bericht kam ({ $provider }), sie kann also angekommen sein.
why-skipped = { $it }: am { $at } nicht gesendet. Grund: { $reason }.
why-skips = { $it }: fällig am { $due }, wird aber nicht gesendet. Grund: { $reason }.
why-skips-now = { $it }: wird nicht gesendet. Grund: { $reason }.
why-expired = { $it }: nicht gesendet, weil der Link am { $expires } abgelaufen ist.

why-because-cancelled = Der Shop hat die Anfrage abgebrochen
why-because-expired = Der Link ist abgelaufen
why-because-erased = Die Daten der Person wurden gelöscht oder waren zu alt, um gespeichert zu bleiben
why-because-unsubscribed = Die Person hat sich abgemeldet
why-because-suppressed_bounce = Eine frühere Nachricht an dieselbe Adresse oder Nummer kam endgültig zurück
why-because-suppressed_complaint = Die Person hat eine frühere Nachricht als Spam markiert
why-because-stopped = Die Nummer hat mit STOP geantwortet
why-because-suppressed_by_shop = Der Shop hat die Adresse oder Nummer selbst gesperrt
why-because-reviewed = Die Person hat schon eine Bewertung geschrieben
why-because-order_cancelled = Die Bestellung wurde storniert
why-because-order_refunded = Die Bestellung, oder alles, wonach die Nachricht fragt, wurde erstattet
why-because-spend_cap = Die SMS des Shops für diesen Monat sind verbraucht
why-because-window_closed = Der Link läuft ab, bevor die Sendezeiten des Shops wieder beginnen
why-because-capped = Die Person hat so viele Nachrichten erhalten, wie die Grenzen des Shops erlauben, und der Link läuft ab, bevor sie eine weitere erlauben
why-because-first_days = Der Shop ist neu und hat die Tagesgrenze seiner E-Mails erreicht, und der Link läuft ab, bevor eine weitere gesendet werden darf
why-because-no_address = Bis der Link abläuft, ist keine Postanschrift angegeben
why-because-bounced = Adresse oder Nummer gibt es nicht
why-because-rejected = Wegen des Inhalts abgelehnt
why-because-suppressed_by_provider = Auf der Sperrliste des Anbieters
why-because-refused = Vom Anbieter abgelehnt
why-because-unconfirmed = Ob sie gesendet wurde, ist unbekannt
why-because-rule = Eine Regel hat die Nachricht gestoppt
why-held-bounces = Zu viele der letzten E-Mails kamen zurück
why-held-complaints = Zu viele der letzten E-Mails wurden als Spam markiert
why-held-rates = Zu viele Rückläufer oder Beschwerden

why-next-reports = Der Anbieter versucht es noch einige Stunden und meldet dann das Ergebnis.
why-next-leaves = { $it }: wird gesendet, wenn bis dahin nichts sie stoppt.
why-next-due = { $it }: wird in wenigen Minuten gesendet, oder so schnell, wie { $provider } es erlaubt, falls mehr fällig ist.
why-next-paused-until = { $message }: wird gesendet, sobald die Pause von selbst endet.
why-next-paused = { $message }: wird gesendet, sobald der Versand fortgesetzt wird.
why-next-held = { $message }: wird innerhalb einer Stunde gesendet, nachdem der Versand wieder läuft; das kann von selbst geschehen.
why-next-refused = { $it }: wird wieder versucht, bis { $provider } sie annimmt.
why-next-given-up = { $message }: Wenn { $provider } bis dahin nichts berichtet, wird sie nicht noch einmal versucht.
why-next-once-more = { $message }: Wenn { $provider } bis dahin nichts berichtet, wird sie noch einmal versucht.
why-next-skipped = { $it }: wird ausgelassen.

why-line-created-call = Das Programm des Shops hat um eine Bewertung gebeten.
why-line-created-visitor = Jemand hat diesen Link auf der Seite des Shops angefordert. Der Shop hatte nicht gefragt.
why-line-created-system = { $system } hat eine Bestellung gemeldet, deshalb wird um eine Bewertung gebeten.
why-line-created-file = Ein Mitglied hat mit einer Datei von Bestellungen um eine Bewertung gebeten.
why-line-created-test = Ein Test eines Mitglieds, nicht gezählt
why-line-scheduled = { $it }: geplant.
why-line-send_asked = Der Shop wollte die Nachricht sofort senden{ $times }.
why-line-claimed = { $message }: zum Senden genommen{ $times }.
why-line-sent = { $message }: vom Anbieter angenommen.
why-line-captured = { $it }: abgefangen, denn im Testmodus wird nichts gesendet.
why-line-throttled = { $it }: gebremst{ $times }{ $words }.
why-line-outcome_unknown = { $message }: Die Antwort des Anbieters ging verloren.
why-line-unconfirmed = { $message }: Auch ein Bericht kam nicht; sie wird nicht noch einmal versucht.
why-line-failed = { $message }: vom Anbieter endgültig abgelehnt{ $words }.
why-line-skipped = { $it }: nicht gesendet. Grund: { $reason }.
why-line-opened = Jemand hat den Link geöffnet.
why-line-engaged = Eine Bewertung wurde begonnen.
why-line-reviewed = Bewertet: { $item }.
why-line-review_edited = Bewertung geändert: { $item }{ $times }.
why-line-completed = Alles ist bewertet.
why-line-cancelled = Der Shop hat die Anfrage abgebrochen.
why-line-expired = Der Link ist abgelaufen.
why-line-new_link_asked = Ein neuer Link wurde angefordert.
why-line-postponed = Die Bestellung ist noch nicht angekommen: Eine Woche lang wird keine Nachricht gesendet.
why-line-delivered = { $it }: zugestellt.
why-line-delayed = { $message }: Der Server der Empfängeradresse nimmt sie noch nicht an.
why-line-soft_bounced = { $it }: zurückgekommen aus einem Grund, der vergehen kann.
why-line-bounced = { $it }: endgültig zurückgekommen.
why-line-complained = { $message }: als Spam markiert.
why-line-rejected = { $it }: abgelehnt, nachdem der Anbieter sie angenommen hatte.
why-line-suppressed_by_provider = { $message }: vom Anbieter angenommen und nicht gesendet, weil die Adresse auf dessen Sperrliste steht.
why-line-paused = { $it }: gewartet{ $times }. Der Versand war pausiert ({ $by }){ $until }.
why-line-held = Die E-Mail hat gewartet{ $times }, weil der E-Mail-Versand des Shops ausgesetzt war. Grund: { $reason }.
why-line-deferred-send_window = { $it }: wartet auf die Sendezeiten des Shops{ $times }{ $until }.
why-line-deferred-person_cap = { $it }: wartet, weil die Person so viele Nachrichten erhalten hat, wie die Grenzen des Shops erlauben{ $times }{ $until }.
why-line-deferred-first_days = { $it }: wartet, weil der Shop neu ist und die Tagesgrenze seiner E-Mails erreicht hat{ $times }{ $until }.
why-line-deferred-no_address = { $it }: wartet, weil es keine Postanschrift gibt{ $times }{ $until }.
why-line-deferred = { $it }: wartet wegen einer Regel des Shops{ $times }{ $until }.

why-nobody-address = Zu dieser Adresse wurde keine Anfrage gefunden, und nichts hält Nachrichten an sie auf: Der Shop hat dort nicht gefragt, oder das ist mehr als ein Jahr her.
why-nobody-number = Zu dieser Nummer wurde keine Anfrage gefunden, und nichts hält Nachrichten an sie auf: Der Shop hat dort nicht gefragt, oder das ist mehr als ein Jahr her.
why-stopped-address = Zu dieser Adresse wurde keine Anfrage gefunden. Keine Nachricht würde sie erreichen. Grund seit dem { $since }: { $reason }.
why-stopped-number = Zu dieser Nummer wurde keine Anfrage gefunden. Keine Nachricht würde sie erreichen. Grund seit dem { $since }: { $reason }.
why-order-unknown = Zu dieser Bestellung wurde keine Anfrage gefunden, und der Shop hat uns die Bestellung nicht gemeldet.
why-order-waits = Zu dieser Bestellung wurde keine Anfrage gefunden. Der Shop hat sie als { $status } gemeldet: Eine Bestellung allein fragt niemanden, also wartet sie auf einen Aufruf, der um eine Bewertung bittet.
why-order-over = Zu dieser Bestellung wurde keine Anfrage gefunden. Der Shop hat sie als { $status } gemeldet: Solange das so ist, wird keine Nachricht zu ihr gesendet.
why-order-pending = noch nicht bezahlt
why-order-placed = aufgegeben
why-order-fulfilled = versandt
why-order-delivered = zugestellt
why-order-failed = nicht bezahlt, weil die Zahlung fehlschlug
why-order-cancelled = storniert
why-order-refunded = erstattet
why-order-deleted = gelöscht

## Eigene Texte

way-words = Ihre eigenen Texte
words-text = Was Ihre Nachrichten sagen, je Nachricht und Sprache. Lassen Sie ein Feld leer, um unseren Text zu verwenden.
words-message = Nachricht
words-request = Anfrage
words-reminder_1 = Erste Erinnerung
words-reminder_2 = Zweite Erinnerung
words-reminder_3 = Dritte Erinnerung
words-sms = SMS
words-renewal = Neuer Link, von einer Person angefordert
words-placeholders = Sie können { "{name}" } für den Vornamen, { "{product}" } für den Namen des Produkts, { "{shop}" } für den Namen Ihres Shops und { "{days}" } für die Zahl der Tage verwenden, die der Link noch funktioniert. Ist etwas davon bei einer Person unbekannt, steht dort unser Text.
words-insert = Einfügen:
words-unknown = Einen Platzhalter { $typed } gibt es nicht. Die vier sind { "{name}" }, { "{product}" }, { "{shop}" } und { "{days}" }.
words-ours = Unser Text: { $text }
words-show = Vorschau
words-shown = Vorschau der Nachricht
words-segments = { $count ->
        [one] Wird als eine SMS berechnet.
       *[other] Wird als { $count } SMS berechnet.
    }
words-reset = Unseren Text verwenden
words-reset-done = Unser Text ist wieder da.
word-subject = Betreff
word-subject-wrong = Bitte schreiben Sie 1 bis 120 Zeichen in einer Zeile; geschweifte Klammern nur in den vier Platzhaltern.
word-opening = Erste Sätze
word-opening-wrong = Bitte schreiben Sie höchstens 600 Zeichen; geschweifte Klammern nur in den vier Platzhaltern.
word-sms-opening = Text vor dem Link
word-sms-opening-wrong = Bitte schreiben Sie höchstens 120 Zeichen in einer Zeile, darunter { "{shop}" }. Mit dem Link müssen sie in zwei SMS passen.

## Pages behind the links of emails about reviews

mail-queue = { $count ->
        [one] Noch { $count } Bewertung dieser E-Mail
       *[other] Noch { $count } Bewertungen dieser E-Mail
    }
mail-own-words = Oder in Ihren eigenen Worten
mail-answer = Antwort senden
mail-skip = Zur nächsten
mail-open = In der Konsole öffnen
mail-team = Einstellungen, Team öffnen
mail-done-answer = Ihre Antwort ist öffentlich.
mail-done-publish = Die Bewertung ist veröffentlicht.
mail-done-withhold = Sie ist zurückgehalten.
mail-last = Das war die letzte dieser E-Mail. In der Konsole können Sie es noch eine Minute lang rückgängig machen.
mail-unknown = Dieser Link funktioniert nicht
mail-unknown-text = Vielleicht fehlt ein Teil. Öffnen Sie ihn noch einmal aus der E-Mail, oder machen Sie in der Konsole weiter.
mail-foreign = Dieser Link gehört jemand anderem
mail-foreign-text = In diesem Browser ist jemand anderes angemeldet. Melden Sie sich dort ab, oder machen Sie in der Konsole weiter.
mail-left = Dieser Link funktioniert nicht mehr
mail-left-text = Die Person, an die er ging, hat den Shop verlassen oder sich überall abgemeldet, oder der Shop ist geschlossen.
mail-role = Ihre Rolle hat sich geändert
mail-role-text = Sie dürfen nicht mehr über Bewertungen entscheiden. In der Konsole können Sie sie weiterhin lesen.
mail-old = Dieser Link ist zu alt
mail-old-text = Links in diesen E-Mails funktionieren sieben Tage lang. Machen Sie in der Konsole weiter.
mail-changed = Nichts wurde getan
mail-changed-text = Dieser Link wurde schon benutzt, oder jemand hat die Bewertung seit der E-Mail geändert.
mail-stop = Keine E-Mails mehr über Bewertungen?
mail-stop-button = Keine dieser E-Mails mehr
mail-stopped = Sie erhalten keine E-Mails mehr über Bewertungen
mail-stopped-text = Um sie wieder zu erhalten, wählen Sie unter „Einstellungen“, „Team“, wann.
