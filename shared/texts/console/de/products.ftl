## Products and locations

nav-products = Produkte
products-heading = Produkte
products-text = Was Ihr Shop beschrieben oder eine Bestellung genannt hat. Jedes Produkt führt zu seinen Bewertungen.
products-nothing = Noch keine Produkte. Sie kommen mit Bestellungen, aus einem verbundenen Shop oder über die API.
products-incomplete = Unvollständige
products-all = Alle Produkte
products-incomplete-text = Google kann Bewertungen eines Produkts ohne Seite nicht verwenden und findet es nur über einen Strichcode (GTIN), über Herstellernummer und Marke oder über Ihre Artikelnummer (SKU). Ergänzen Sie, was fehlt, in Ihrem Shopsystem, das es dann hierher sendet, oder über die API: Das Produkt verschwindet aus dieser Liste.
products-no-page = Keine Seite
products-no-number = Kein Strichcode, keine Nummer
products-complete = Nichts fehlt: Jedes Produkt hat eine Seite und lässt sich finden.
products-none-here = Unter diesen Produkten fehlt nichts.
products-average = { $average } von 5
products-published = { $count ->
        [one] { $count } veröffentlichte Bewertung
       *[other] { $count } veröffentlichte Bewertungen
    }
product-title = Titel des Produkts
product-title-text = Weder das System Ihres Shops noch ein Programm hat dieses Produkt bisher beschrieben. E-Mails, die Bewertungsseite und Ihr Shop zeigen den Titel, den Sie hier eingeben, bis das geschieht.
product-title-wrong = Ein Titel hat 1 bis 255 Zeichen.
product-title-save = Speichern
product-title-give = Dem Produkt einen Titel geben
product-title-done = Der Titel ist jetzt: { $title }
product-title-described = Das System Ihres Shops oder ein Programm hat dieses Produkt beschrieben: Ändern Sie den Titel dort.
product-ask = Nach Bewertungen fragen
product-ask-about = Ohne Häkchen wird niemand nach diesem Produkt gefragt. Seine Bewertungen bleiben, und nach den anderen Produkten einer Bestellung wird gefragt. Das gilt für Bestellungen, die Ihr Shop von jetzt an meldet, und geht vor dem, was das System Ihres Shops sagt.
product-ask-on = Kunden werden nach diesem Produkt gefragt.
product-ask-off = Nach diesem Produkt wird niemand mehr gefragt.
product-not-asked = Ohne Nachfrage
locations-heading = Standorte
locations-text = Orte, die unter eigenem Namen fragen. Der erste Name ist der, den Kunden sehen.
product-reviews = Alle Bewertungen dazu
product-public = Öffentliche Seite
product-months = Sterne im Lauf der Zeit
product-months-cut = Aus den neuesten { $count } Bewertungen, seit { $day }
product-months-most = Bewertungen, höchstens { $count } im Monat
product-month = Monat
product-month-stars = Sterne im Schnitt
product-latest = Neueste Bewertungen
