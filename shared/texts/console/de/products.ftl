## Products and locations

nav-products = Produkte
products-heading = Produkte
products-text = Was der Shop beschrieben oder eine Bestellung genannt hat. Jedes Produkt führt zu seinen Bewertungen.
products-nothing = Noch ist kein Produkt bekannt. Produkte kommen mit Bestellungen, aus einem verbundenen Shopsystem oder über die API.
products-average = { $average } von 5
products-published = { $count ->
        [one] { $count } veröffentlichte Bewertung
       *[other] { $count } veröffentlichte Bewertungen
    }
locations-heading = Standorte
locations-text = Orte, die unter eigenem Namen fragen; zuerst der Name, den Kunden sehen.
