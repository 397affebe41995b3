## Products and locations

nav-products = Produkte
products-heading = Produkte
products-text = Was Ihr Shop beschrieben oder eine Bestellung genannt hat. Jedes Produkt führt zu seinen Bewertungen.
products-nothing = Noch keine Produkte. Sie kommen mit Bestellungen, aus einem verbundenen Shop oder über die API.
products-average = { $average } von 5
products-published = { $count ->
        [one] { $count } veröffentlichte Bewertung
       *[other] { $count } veröffentlichte Bewertungen
    }
locations-heading = Standorte
locations-text = Orte, die unter eigenem Namen fragen. Der erste Name ist der, den Kunden sehen.
