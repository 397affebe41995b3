feeds-heading = Google
feeds-about = Sterne in Google Shopping
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
