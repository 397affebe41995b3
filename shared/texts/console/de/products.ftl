## Products and locations

nav-products = Produkte
products-heading = Produkte
products-text = Was Ihr Shop beschrieben oder eine Bestellung genannt hat. Jedes Produkt führt zu seinen Bewertungen.
products-nothing = Noch keine Produkte. Sie kommen mit Bestellungen, aus einem verbundenen Shop oder über die API.
products-incomplete = Unvollständige
products-all = Alle Produkte
products-incomplete-text = Google und Meta können Bewertungen eines Produkts ohne Seite nicht verwenden und finden es nur über einen Strichcode (GTIN), über Herstellernummer und Marke oder über Ihre Artikelnummer (SKU). Ergänzen Sie, was fehlt, in Ihrem Shopsystem, das es dann hierher sendet, oder über die API: Das Produkt verschwindet aus dieser Liste.
products-no-page = Keine Seite
products-no-number = Kein Strichcode, keine Nummer
products-complete = Nichts fehlt: Jedes Produkt hat eine Seite und lässt sich finden.
products-none-here = Unter diesen Produkten fehlt nichts.
products-average = { $average } von 5
products-published = { $count ->
        [one] { $count } veröffentlichte Bewertung
       *[other] { $count } veröffentlichte Bewertungen
    }
locations-heading = Standorte
locations-text = Orte, die unter eigenem Namen fragen. Der erste Name ist der, den Kunden sehen.
