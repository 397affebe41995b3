feeds-heading = Google und Meta
feeds-about = Sterne in Google Shopping und in den Shops von Meta
feeds-text = Dateien Ihrer veröffentlichten Bewertungen, die Google und Meta abrufen.
feeds-files = Die Dateien
feeds-test = Vom Testmodus werden keine Dateien erstellt.
feeds-first = Die ersten Dateien entstehen, sobald hinter einer veröffentlichten Bewertung ein bekannter Kauf steht.
feeds-made = { $count ->
        [one] Erstellt { $ago }, mit { $count } Bewertung
       *[other] Erstellt { $ago }, mit { $count } Bewertungen
    }
feeds-address = Adresse für { $name }
feeds-fetched = Zuletzt abgerufen { $ago }
feeds-not-fetched = Noch nicht abgerufen
feeds-paste = Fügen Sie im Google Merchant Center eine Quelle für Produktbewertungen hinzu, wählen Sie den Abruf einer Datei und fügen Sie die Adresse ein. Google prüft sie, was einige Wochen dauert. Neue Dateien entstehen jede Nacht und spätestens eine Stunde, nachdem eine Bewertung zurückgehalten oder gelöscht wurde.
feeds-formulas = Öffnen Sie die Datei für Meta nicht in einer Tabellenkalkulation: Ein Name oder Text, der mit =, +, - oder @ beginnt, wäre dort eine Formel. Die Datei mit allen Bewertungen unter Dateien können Sie gefahrlos öffnen.
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
feeds-pages-about = { $some } von { $all } haben eine. Bewertungen der anderen fehlen in den Dateien.
feeds-domain = Die Seiten liegen auf Ihrer eigenen Domain
feeds-domain-about = Es muss die Domain sein, die Google von Ihnen kennt, nicht myshopify.com.
feeds-ids = Jedes Produkt lässt sich finden
feeds-ids-about = { $some } von { $all } haben einen Strichcode (GTIN), Herstellernummer und Marke oder Ihre Artikelnummer (SKU) wie in Ihren Produktdaten.
