### Dutch

### Words

day = { $day } { $month ->
        [january] januari
        [february] februari
        [march] maart
        [april] april
        [may] mei
        [june] juni
        [july] juli
        [august] augustus
        [september] september
        [october] oktober
        [november] november
       *[december] december
    } { $year }
month = { $month ->
        [january] januari
        [february] februari
        [march] maart
        [april] april
        [may] mei
        [june] juni
        [july] juli
        [august] augustus
        [september] september
        [october] oktober
        [november] november
       *[december] december
    } { $year }

product = Product { $id }
example-product = Voorbeeldproduct
item = Artikel { $number } van je bestelling

stars = { $count ->
        [one] { $count } ster
       *[other] { $count } sterren
    }
decimal = { $whole },{ $tenths }
withheld-opening-shop = { $shop } heeft besloten je review niet te tonen.
withheld-change = Je kunt je review tot { $day } aanpassen. { $shop } kijkt er dan opnieuw naar voordat die wordt getoond.
withheld-insider = Je werkt voor { $shop }. Daarom wordt je review niet getoond.

### Page

hub-title = Je review
hub-title-wrong = Kijk je review nog even na
hub-question = Hoe bevalt het?
hub-question-named = Hoe bevalt het, { $name }?
hub-questions = Hoe bevallen ze?
hub-questions-named = Hoe bevallen ze, { $name }?
hub-question-shop = Hoe was het bij { $shop }?
hub-question-shop-named = Hoe was het bij { $shop }, { $name }?
hub-opening = Goed of slecht: je helpt anderen kiezen.
hub-trial = Dit is een test: je ziet wat je klanten zien, en niets ervan wordt geteld of getoond.
wrong-heading = Je review is nog niet verstuurd
wrong-kept = Alles wat je hebt getypt, staat er nog.
thanks = Dank je wel.
thanks-named = Dank je wel, { $name }.
thanks-all = { $total ->
        [1] Je review is binnen.
        [2] Allebei je reviews zijn binnen.
       *[other] Al je { $total } reviews zijn binnen.
    }
thanks-until = { $done ->
        [1] Je kunt je review hier tot { $day } aanpassen.
       *[other] Je kunt je reviews hier tot { $day } aanpassen.
    }
progress = Product { $number } van { $total }
postpone-offer = { $total ->
        [1] Nog niet aangekomen?
       *[other] Is er nog iets niet aangekomen?
    } We vragen het over een week opnieuw.
postpone-button = Vraag het over een week
link-is-yours = Dit is je persoonlijke link van { $shop }. Wie hem heeft, kan hier namens jou schrijven, dus houd hem voor jezelf. Hij werkt tot { $day }.
stop-offer = Liever geen verzoeken meer? Hiermee stoppen alle e-mails en sms’jes waarin { $shop } om reviews vraagt.
stop-button = Niet meer vragen
stopped = { $shop } vraagt je niet meer om reviews.
contact-shop = Is er iets wat { $shop } moet rechtzetten? Laat het direct weten
privacy = Hoe { $shop } met je gegevens omgaat

item-changed = aangepast op { $day }
held-moderation = { $shop } leest je review eerst. Daarna kan iedereen hem zien.
held-phone = { $shop } leest hem eerst, omdat er een telefoonnummer in staat. Zonder het nummer ziet iedereen hem meteen.
held-email = { $shop } leest hem eerst, omdat er een e-mailadres in staat. Zonder het adres ziet iedereen hem meteen.
held-website = { $shop } leest hem eerst, omdat er een website in staat. Zonder de website ziet iedereen hem meteen.
held-account = { $shop } leest hem eerst, omdat er een account van een sociaal netwerk in staat. Zonder het account ziet iedereen hem meteen.
shown-heading = Wat anderen zien
shown-now = Iedereen kan hem nu zien.
shown-by-shop = { $shop } kan hem nu tonen.
shown-earlier = Tot dan ziet iedereen je vorige versie.
item-changes-unsent = aanpassingen nog niet verstuurd
item-edit = Aanpassen
item-edit-named = Je review van { $title } aanpassen
item-see = Bekijk in de winkel
item-begun = Begonnen, nog niet verstuurd
rating-label = Je beoordeling
headline-label = Titel
text-label = Wat moeten anderen weten?
optional = (niet verplicht)
text-left = Nog { $count } tekens
text-hint-taken = Samengesteld uit je eigen antwoorden: pas aan wat je wilt. Maximaal 5.000 tekens.
send = Review versturen
save = Wijzigingen opslaan
cancel = Annuleren
questions-begin = Stel me vier vragen
questions-begin-ai = Laat een AI mij vragen stellen
questions-go-on = Verder met de vragen
questions-change = Mijn antwoorden aanpassen
fragments-hint = Deze antwoorden zijn kort. Vul ze aan of laat ze zo.
offer-hint = Je antwoorden, nog niet in je review:
offer-add = Aan mijn review toevoegen
name-label = Naam bij je review
fact-none = Geen antwoord
name-shown-as = Als
name-anonymous = Anoniem
name-another = Een andere naam
name-field = De naam die anderen zien
public-line = Iedereen ziet je sterren, antwoorden, tekst, foto’s en deze naam. Nooit je e-mailadres of bestelling.

fault-rating = Kies 1 tot 5 sterren.
fault-headline = Gebruik voor de titel hooguit 200 tekens, op één regel.
fault-text-too-long = Kort je review in tot 5.000 tekens.
fault-name = Gebruik voor de naam hooguit 60 tekens, op één regel.
fault-name-missing = Typ de naam die anderen zien, of kies ‘Anoniem’.
fault-too-often = Je review is vandaag al heel vaak opgeslagen, daarom is deze wijziging niet bewaard. Wat je hebt getypt, staat er nog: je kunt het nu versturen of morgen weer opslaan.
fault-changed-too-often = Je hebt deze review vandaag al heel vaak aangepast, daarom is deze wijziging niet opgeslagen. Wat je hebt getypt, staat er nog: verstuur het morgen opnieuw.
fault-answer-too-long = Kort je antwoord in tot 1.000 tekens.

chat-title-wrong = Kijk je antwoord nog even na
chat-asked-by-ai = Dit vraagt een AI.
chat-by-ai = Een AI stelt hooguit { $total ->
        [one] { $total } vraag
       *[other] { $total } vragen
    } en geeft hoogstens het begin van een antwoord. Jij schrijft; sla over wat je wilt.
chat-by-guide = { $total ->
        [one] { $total } korte vraag.
       *[other] { $total } korte vragen.
    } Je antwoorden worden een concept dat je kunt aanpassen.
chat-progress = Vraag { $number } van { $total }
chat-earlier = Je antwoorden tot nu toe
chat-skipped = Overgeslagen
chat-change = Aanpassen
chat-change-named = Je antwoord op deze vraag aanpassen: { $question }
chat-chips = Kant-en-klare antwoorden en zinnen om af te maken
chat-hint = Een paar woorden zijn genoeg.
chat-hint-chips = Typ verder of tik aan wat past.
chat-photo = Een foto helpt het meest. Wil je er een toevoegen?
chat-next = Volgende
chat-last = Mijn concept bekijken
chat-skip = Overslaan
chat-enough = Dit is genoeg, toon mijn tekst
chat-leave = Terug naar het formulier

problem-heading = Er is iets mis met mijn bestelling
problem-title-wrong = Kijk je bericht nog even na
problem-label = Wat is er mis?
problem-hint = { $shop } krijgt je woorden per e-mail, met je naam, de bestelling en wat je hebt gekocht, en kan contact met je opnemen. Je review hangt er niet van af. Maximaal 1.000 tekens.
problem-button = Naar de winkel sturen
problem-back = Verder met mijn review
problem-missing = Schrijf wat er mis is.
problem-too-long = Kort je bericht in tot 1.000 tekens.
problem-too-often = { $shop } heeft vandaag al drie berichten van je gekregen, daarom is dit bericht niet verstuurd. Wat je hebt getypt, staat er nog: verstuur het morgen opnieuw.
problem-unreachable = { $shop } is op dit moment niet per e-mail te bereiken, daarom is je bericht niet verstuurd. Wat je hebt getypt, staat er nog.
problem-contact = Schrijf { $shop } rechtstreeks
problem-sent = Je bericht is onderweg naar { $shop }. De winkel kan contact met je opnemen. Je review staat daar los van: ga ermee verder wanneer je wilt.
problem-told = Je hebt { $shop } op { $day } laten weten dat er iets mis is.
problem-trial = Dit is een test, daarom wordt je bericht niet naar { $shop } gestuurd.

expired-heading = Deze link is verlopen
expired-why = Reviewlinks werken maar een tijdje. Je kunt een nieuwe aanvragen voor wat je nog niet hebt beoordeeld. Verstuurde reviews blijven staan; wil je er een wijzigen, schrijf dan naar { $shop }.
expired-button = Stuur me een nieuwe link
expired-where = We sturen hem naar je e-mailadres.
renewed-heading = Kijk in je mailbox
renewed-what = Als er een nieuwe link verstuurd kan worden, is die onderweg naar het adres dat de winkel van je heeft. Hij is er binnen een paar minuten; kijk anders ook even in de spammap.
renewed-again = Je kunt één keer per dag een nieuwe link aanvragen.
cancelled-heading = Deze link is niet meer beschikbaar
cancelled-why = De winkel heeft deze uitnodiging ingetrokken, dus je hoeft hier niets meer te doen. Reviews die je al hebt geschreven, blijven zoals ze zijn.
postponed-heading = Bedankt dat je het laat weten
postponed-again = We vragen het je opnieuw op { $day }. Tot dan hoor je hierover niets van ons.
postponed-never = Zodra alles er is, opent je link dezelfde pagina.
postponed-sooner = Toch eerder gekomen? Schrijf je review
postponed-link = Je link werkt tot { $day }. Lijkt je bestelling zoek, vraag het dan aan { $shop }.
reviewed-heading = Er is niets om op te wachten
reviewed-why = Je hebt al iets beoordeeld, dus je krijgt geen herinnering. Wat nog moet komen, kun je beoordelen zodra het er is.
reviewed-back = Terug naar je pagina
withdraw = Mijn review intrekken
withdraw-heading = Je review intrekken?
withdraw-why = Je tekst, je naam en je foto’s worden definitief verwijderd. Zolang deze link werkt, kun je een nieuwe review schrijven.
withdraw-sure = Mijn review verwijderen
withdraw-back = Laten staan
withdrawn = Je review van { $title } is verwijderd.
report-heading = Een review melden
report-why = Wat is er mis mee?
report-unlawful = De review is in strijd met de wet
report-fake = De review is niet echt
report-abusive = De review beledigt of bedreigt iemand
report-personal_data = De review verraadt iets persoonlijks over iemand
report-other = Iets anders
report-words = In je eigen woorden
report-button = Melden
report-hint = { $shop } leest je melding en beslist. Niemand komt te weten wie je bent, tenzij je het zelf schrijft.
report-email = Als je een adres achterlaat, krijg je een bevestiging en later de beslissing van { $shop } met de reden. Het adres wordt na een jaar gewist.
reported-heading = Dank je wel
reported-what = { $shop } heeft je melding en beslist over de review.
reported-receipt = Als { $email } e-mails van ons mag krijgen, komt er snel een bevestiging.
report-too-many = Er zijn te veel meldingen binnengekomen. Neem rechtstreeks contact op met { $shop }.
write-how = Vul het e-mailadres in dat de winkel van je heeft, dan sturen we je een link om sterren te geven en te schrijven.
write-email = E-mailadres
write-who = { $shop } ziet je adres en leest je review voordat die openbaar wordt. Verder ziet niemand je adres.
write-button = Stuur me de link
write-fault = Vul een e-mailadres in, bijvoorbeeld jane@example.com.
write-sent = Als de winkel { $email } kent en daarheen mag schrijven, komt de link binnen een minuut.
write-spam = Niets gekregen? Kijk in je spammap of probeer het over een uur opnieuw.
write-too-many = Via je internetverbinding zijn veel links gevraagd, dus we kunnen er nu geen meer sturen. Probeer het later opnieuw of gebruik een andere verbinding, zoals die van je telefoon.

unsubscribe-heading = Niet meer om reviews vragen?
unsubscribe-what = { $shop } vraagt je dan niet meer om reviews, niet per e-mail en niet per sms. Berichten over je bestellingen blijven komen.
unsubscribe-button = Afmelden
unsubscribe-hint = Er is nog niets veranderd. Mogen we het toch blijven vragen? Sluit dan gewoon deze pagina.
unsubscribed-heading = Je bent afgemeld
unsubscribed-hint = Een bericht dat net op dit moment werd verstuurd, kan je nog bereiken.
unsubscribed-undo = Vraag het me toch weer
resubscribed-heading = We vragen het je weer
resubscribed-what = { $shop } mag je weer om reviews vragen.
unknown-heading = Pagina niet gevonden
unknown-why = Op dit adres staat niets. Kwam het uit een e-mail, open het dan daar opnieuw: een link die met de hand is gekopieerd, wordt al snel afgekapt.
not-allowed-heading = Zo kan deze pagina niet worden geopend
not-allowed-why = Open de link in je e-mail opnieuw en ga vanaf daar verder.
failure-heading = Er ging iets mis
failure-why = Dat ligt aan ons, niet aan jou. Probeer het over een minuut opnieuw. Was je een review aan het versturen, ga dan eerst terug: je browser bewaart meestal wat je hebt getypt.

## Wat de scripts zeggen

script-saved = Concept opgeslagen
script-unsaved = Nog niet opgeslagen
script-failed = Dat is niet gelukt. Er is niets verloren: wat je hebt getypt, staat er nog. Probeer het zo nog eens.
script-question-comes = Een moment, de volgende vraag komt eraan
script-draft-comes = Een moment, je concept komt eraan

## Foto’s

photos = Foto’s
photos-hint = Maximaal 5. We verwijderen plaats en datum.
photo-add = Foto’s toevoegen
photo-alt = Je foto { $number } van { $title }
photo-remove-number = Foto { $number } verwijderen
photo-expected = Een foto wordt geüpload of gecontroleerd. Laad de pagina zo opnieuw.
photo-sending = Foto { $n } van { $of } wordt verstuurd…
photo-checking = Verstuurd. We controleren de foto…
photo-not-read = Dit bestand kan niet als foto worden gelezen: { $file }. Kies een afbeelding in JPEG, PNG of WebP.
photo-not-sent = De foto is niet verstuurd. Probeer het opnieuw.
photo-too-many = In een review is plaats voor 5 foto’s: de andere zijn weggelaten.
photo-unreadable = Dit bestand kan niet als foto worden gelezen. Kies een afbeelding in JPEG, PNG of WebP; een schermafbeelding ervan mag ook.
photo-too-large = Dit bestand is groter dan 10 MB. Kies een kleiner bestand.
photo-too-many-pixels = Deze foto heeft meer dan 50 megapixels, of één zijde is langer dan 20.000 pixels. Kies een kleinere.
upload-hint = Kies een afbeelding in JPEG, PNG of WebP van hooguit 10 MB. Iedereen kan die bij je review zien. We bewaren alleen de afbeelding zelf: niet waar of wanneer die is gemaakt.
upload-file = Je foto
upload-send = Uploaden
upload-back = Terug zonder foto
photos-full = Er zijn al 5 foto’s
photos-full-hint = In een review is plaats voor 5. Verwijder er een, dan kun je een andere toevoegen.
photos-too-often = Er zijn vandaag heel vaak foto’s toegevoegd
photos-too-often-hint = Je foto’s en je tekst staan er nog. Morgen kun je weer foto’s toevoegen.
photos-full-back = Terug naar je review

## Reviews op de pagina van de winkel

published-heading = Reviews van { $title }
published-none = Er zijn nog geen reviews.
published-average = { $average } van de 5
published-count = { $count ->
        [one] { $count } review
       *[other] { $count } reviews
    }
published-of = van { $n }
published-order = Geverifieerde aankoop
published-request = Gevraagd na een bestelling
published-claimed = Aankoop bevestigd door { $system }
published-incentivized = Kreeg er iets voor terug
published-rewarded = { $count ->
        [one] { $count } schrijver kreeg er iets voor terug
       *[other] { $count } schrijvers kregen er iets voor terug
    }
published-experienced = Ontvangen in { $month }
published-experience = Datum van de ervaring: { $month }
published-edited = Bewerkt op { $date }
published-imported = Elders geschreven
published-report = Melden
published-photo = Foto { $number } bij deze review
published-photo-of = Foto { $number } van { $total }
published-reply = Antwoord van { $shop }
published-reply-before-edit = Geschreven voordat de review werd bewerkt
published-pages = Pagina’s met reviews
published-page = Pagina { $number } van { $total }
published-newer = Nieuwere reviews
published-older = Oudere reviews
published-newest = Nieuwste eerst
published-highest = Hoogste beoordeling
published-lowest = Laagste beoordeling
published-all = Alle reviews
published-filter = { $stars } ★: { $n }
published-sort = Volgorde
published-with-photos = Met foto’s
published-no-hits = Geen reviews van dit soort
published-of-newest = Van de nieuwste { $n } reviews
published-showing = { $shown } van { $n } getoond
published-more = Meer reviews
published-whole = Lees meer
published-claimed = Aankoop bevestigd door { $system }
published-unknown = Aankoop niet bekend
published-close = Sluiten
published-previous = Vorige
published-next = Volgende
published-write = Schrijf een review
published-failed = Laden is niet gelukt. Probeer het opnieuw.

## Hoe een winkel over reviews beslist

trust-heading = Hoe { $shop } reviews publiceert
trust-publish = Reviews zijn meteen openbaar. Alleen een review met een e-mailadres, telefoonnummer of webadres wacht op een besluit van de winkel.
trust-hold = Elke review wacht tot de winkel die heeft gelezen.
trust-edit = Ook een review die werd tegengehouden en daarna is aangepast, wacht.
trust-visitor = Een review van iemand die de winkel niet heeft gevraagd, wacht altijd op de winkel.
trust-insider = Een review vanaf het adres van iemand die de reviews van deze winkel beheert, wordt nooit getoond; anderen die voor de winkel werken, mogen er geen schrijven.
trust-reasons = De winkel mag een review alleen om deze redenen tegenhouden. Een mening over een product hoort daar niet bij.
trust-confidential = De review verklapt iets vertrouwelijks
trust-abusive = De review beledigt of valt iemand lastig
trust-personal_data = De review bevat persoonsgegevens
trust-discriminatory = De review discrimineert mensen
trust-misleading = De review zegt iets wat duidelijk niet klopt
trust-fake = Er zijn goede redenen om te denken dat de review nep is
trust-unrelated = De review gaat over iets anders
trust-unlawful = De wet verbiedt de review
trust-unspecified = De winkel gaf geen reden
trust-earlier_system = Het vorige systeem toonde de review niet
trust-order = De nieuwste reviews staan bovenaan.
trust-mean = Het gemiddelde is het rekenkundig gemiddelde van alle gepubliceerde reviews. Geen review weegt zwaarder dan een andere.
trust-groups = Maten, kleuren, talen en vermeldingen van één product kunnen hun reviews en het gemiddelde delen. Elke review vermeldt dan waarover die is geschreven.
trust-kept = Een gepubliceerde review blijft staan tot de schrijver die intrekt, de gegevens van de schrijver worden gewist of de winkel de review om een van de redenen hieronder verwijdert.
trust-challenge = Wordt een review tegengehouden, dan krijgt de schrijver een e-mail met de reden en kan die de review aanpassen of bezwaar maken bij de winkel.
trust-report = Iedereen kan een gepubliceerde review melden. Daarna beslist de winkel opnieuw.
trust-genuine = Reviews moeten echt zijn. Valse, gekochte en geruilde reviews zijn verboden, en de winkel verwijdert elke review waarvan dat blijkt.
trust-consequence = Een verwijderde review telt in geen enkel gemiddelde mee, en de schrijver hoort de reden.
trust-rewards = Voor een review mag alleen iets worden gegeven als dat niet van de sterren afhangt.
trust-refunded = Wie zijn geld terugkreeg, wordt niet om een review van die aankoop gevraagd.
trust-incentives = Wat schrijvers van reviews krijgen, in de woorden van de winkel:
trust-no-incentives = De winkel noemt niets wat schrijvers van reviews ervoor terugkrijgen.
trust-marks = Wat de aanduidingen betekenen en hoeveel gepubliceerde reviews ze hebben
trust-none = geen
trust-of = { $count ->
        [0] geen van { $all }
       *[other] { $count } van { $all }
    }
trust-mark-order = Het systeem van de winkel heeft een betaalde bestelling met dit product.
trust-mark-request = De winkel noemde een bestelling bij de vraag. Die bestelling is hier niet gecontroleerd.
trust-mark-claimed = Dat zegt het systeem van de winkel of een ander systeem. Het is hier niet gecontroleerd.
trust-mark-unknown = Er is geen bestelling bekend.
trust-mark-incentivized = De schrijver kreeg er iets voor, hoeveel sterren het ook werden.
trust-mark-imported = Komt van een andere reviewdienst en houdt zijn datum.
trust-numbers = Reviews in cijfers
trust-stars = Sterren
trust-all = Alle
trust-submitted = Ingestuurd
trust-published = Gepubliceerd
trust-withheld = Tegengehouden
trust-removed = Verwijderd
trust-decided = Hoe snel de eerste helft werd gepubliceerd of tegengehouden
trust-hours = { $hours ->
        [0] meteen
        [1] binnen een uur
       *[other] binnen { $hours } uur
    }
trust-days = binnen { $days } dagen
trust-undecided = tot nu toe over minder dan vijf beslist
trust-slowest = De traagste van allemaal
trust-longer = na meer dan een half jaar
trust-waiting = { $count ->
        [0] Er wacht geen review op een besluit van de winkel.
        [one] { $count } review wacht op een besluit van de winkel.
       *[other] { $count } reviews wachten op een besluit van de winkel.
    }
trust-oldest = { $days ->
        [0] De oudste wacht nog geen dag.
        [one] De oudste wacht al { $days } dag.
       *[other] De oudste wacht al { $days } dagen.
    }
trust-withdrawn = { $count ->
        [0] Geen enkele is ingetrokken door de schrijver.
        [one] { $count } is ingetrokken door de schrijver.
       *[other] { $count } zijn ingetrokken door de schrijvers.
    }
trust-elsewhere = { $count ->
        [0] Geen enkele is elders geschreven.
        [one] { $count } is elders geschreven.
       *[other] { $count } zijn elders geschreven.
    }
trust-from-shop = { $count ->
        [one] { $count } komt uit het eigen systeem van de winkel en is hier niet gecontroleerd.
       *[other] { $count } komen uit het eigen systeem van de winkel en zijn hier niet gecontroleerd.
    }
trust-few = Zodat niemand te herkennen is, staan 1 tot 4 reviews er als ‘1–4’.

### Email

heading-product = Hoe bevalt ‘{ $title }’?
heading-product-named = Hoe bevalt ‘{ $title }’, { $name }?
heading-it = Hoe bevalt het?
heading-it-named = Hoe bevalt het, { $name }?
heading-order = Hoe bevalt je bestelling bij { $shop }?
heading-order-named = Hoe bevalt je bestelling bij { $shop }, { $name }?
heading-shop = Hoe was het bij { $shop }?
heading-shop-named = Hoe was het bij { $shop }, { $name }?
subject-first-reminder = Heb je een minuutje? { $question }
subject-next-reminder = We zijn nog steeds benieuwd. { $question }
subject-last-reminder = We vragen het nog één keer. { $question }
subject-new-link = Je nieuwe reviewlink van { $shop }

preheader-more = { $title } en nog { $more }. Goed of slecht: je helpt anderen kiezen.

opening-first = Goed of slecht: je helpt anderen kiezen.
opening-first-reminder = Misschien heb je onze eerste e-mail gemist. Goed of slecht: een paar woorden helpen al.
opening-next-reminder = Eén minuut is genoeg: je sterren en een zin, wat je er ook van vindt.
opening-last-reminder = Dit is onze laatste herinnering. Daarna vragen we er niet meer naar.
opening-new-link-order = Hier is de nieuwe link die je hebt aangevraagd. Je vindt er alles wat je nog niet hebt beoordeeld.
opening-new-link-shop = Hier is de nieuwe link die je hebt aangevraagd.

lead-first = Tik op een ster om te beginnen. { $opening }
lead = { $opening } Tik op een ster om te beginnen.
more = en nog { $more }
button = Schrijf je review
button-link = Schrijf je review:
not-arrived = { $total ->
        [1] Het is nog niet aangekomen
       *[other] Er is nog iets niet aangekomen
    }
closing = Deze link is alleen van jou en werkt tot { $day }.
reason-ordered = Je krijgt deze e-mail omdat je bij { $shop } hebt besteld.
reason-customer = Je krijgt deze e-mail omdat je klant bent bij { $shop }.
subject-asked = Je link om een review te schrijven voor { $shop }
asked-opening = Je vroeg om een link om over { $title } te schrijven.
asked-ignore = Was jij dat niet, dan kun je deze e-mail negeren.
reason-asked = Je krijgt deze e-mail omdat iemand je adres heeft ingevuld op een pagina van { $shop }.
objection = Je kunt op elk moment kosteloos bezwaar maken tegen deze e-mails:
unsubscribe = Afmelden voor e-mails over reviews
contact = Contact met { $shop }
privacy = Privacybeleid

subject-withheld = Je review voor { $shop } wordt niet getoond
heading-withheld = Je review wordt niet getoond
withheld-opening-product = { $shop } heeft besloten je review van { $title } niet te tonen.
withheld-confidential = De reden: de review bevat vertrouwelijke informatie.
withheld-abusive = De reden: de review bevat beledigingen of bedreigingen.
withheld-personal_data = De reden: de review bevat iemands persoonsgegevens.
withheld-discriminatory = De reden: de review is discriminerend.
withheld-misleading = De reden: de review is onjuist of misleidend.
withheld-fake = De reden: de review lijkt niet op een echte ervaring te berusten.
withheld-unrelated = De reden: de review gaat niet over wat er te beoordelen was.
withheld-unlawful = De reden: de review bevat iets wat in strijd is met de wet.
withheld-unspecified = De winkel gaf geen reden.
withheld-closed = De link naar je review werkt niet meer, dus daar kun je hem niet meer aanpassen.
withheld-button = Review aanpassen
decision-ground-law = { $shop } vindt dat de wet deze inhoud niet toestaat.
decision-ground-rule = { $shop } heeft de regel om reviews om deze reden niet te tonen, hoeveel sterren ze ook geven.
decision-day = { $shop } heeft dit op { $day } besloten.
decision-scope = Het besluit geldt overal, tot { $shop } anders besluit.
redress-reply = Ben je het er niet mee eens? Laat het { $shop } weten: beantwoord gewoon deze e-mail.
redress-write = Ben je het er niet mee eens? Schrijf naar { $shop }. Onder aan deze e-mail staat hoe.
redress-ask-reply = Wil je de reden weten of ben je het er niet mee eens? Vraag het { $shop }: beantwoord gewoon deze e-mail.
redress-ask-write = Wil je de reden weten of ben je het er niet mee eens? Schrijf naar { $shop }. Onder aan deze e-mail staat hoe.
redress-outside = Misschien kun je ook terecht bij een rechter of bij een instantie die geschillen buiten de rechter om oplost. Welke dat is, hangt af van het land waarin je woont.
subject-dropped = Je wijziging van een review voor { $shop } wordt niet getoond
heading-dropped = Je wijziging wordt niet getoond
dropped-opening-product = { $shop } heeft besloten de wijziging van je review van { $title } niet te tonen. De eerdere versie blijft:
dropped-opening-shop = { $shop } heeft besloten de wijziging van je review niet te tonen. De eerdere versie blijft:
subject-removed = Je review voor { $shop } is verwijderd
heading-removed = Je review is verwijderd
removed-opening-product = { $shop } heeft je review van { $title } definitief verwijderd.
removed-opening-shop = { $shop } heeft je review definitief verwijderd.
subject-replied = { $shop } heeft op je review gereageerd
heading-replied = { $shop } heeft je geantwoord
replied-own-product = Je schreef over ‘{ $title }’:
replied-own-shop = Je schreef over { $shop }:
replied-answer = { $shop } antwoordt:
replied-button = Review bekijken
reason-review = Je krijgt deze e-mail omdat je een review voor { $shop } hebt geschreven.
subject-report-received = { $shop } heeft je melding
heading-report-received = Je melding is aangekomen
report-received = Je hebt op { $day } een review van { $title } gemeld.
report-received-next = { $shop } leest je melding en beslist. Dan krijg je nog een e-mail.
subject-report-decided = De beslissing van { $shop } over je melding
heading-report-decided = Een beslissing over je melding
report-decided = Op { $day } heb je een review van { $title } gemeld.
report-kept = { $shop } heeft besloten dat de review openbaar blijft. De reden:
report-ended = { $shop } heeft besloten dat de review niet meer openbaar is.
report-gone = De review is niet meer openbaar, zonder dat { $shop } erover heeft beslist.
reason-reported = Je krijgt deze e-mail omdat iemand je adres heeft ingevuld bij het melden van een review op een pagina van { $shop }.

subject-webhook = Een webhook van { $shop } is uitgeschakeld
heading-webhook = Een webhook is uitgeschakeld
webhook-failed = Sinds { $day } konden we niets meer bij deze webhook afleveren, daarom is hij uitgeschakeld:
webhook-gone = De server van deze webhook antwoordde dat het adres niet meer bestaat (410), daarom is hij uitgeschakeld:
webhook-fix = Zolang de webhook niet weer aanstaat, mist { $shop } wat er gebeurt. Wie hem heeft ingesteld, kan het adres herstellen en de webhook in de console weer aanzetten. Het logboek daar gaat 30 dagen terug, en elke aanroep kan opnieuw worden verstuurd.
subject-held = De e-mails van { $shop } worden tegengehouden
heading-held = Je e-mails worden tegengehouden
held-bounces = { $count } van de laatste { $sent } e-mails van { $shop } gingen naar adressen die niet bestaan. Daarom verstuurt { $shop } voorlopig geen e-mails.
held-complaints = { $count } van de laatste { $sent } e-mails van { $shop } zijn als spam gemarkeerd. Daarom verstuurt { $shop } voorlopig geen e-mails.
held-fix = Ga na waar deze adressen vandaan komen en vraag alleen een review aan mensen die iets bij { $shop } hebben gekocht. Komt er bijna niets meer terug, dan worden de wachtende e-mails op { $day } automatisch verstuurd. Elke volgende keer duurt dat langer.
subject-silent = Er komen geen bestellingen van { $system } binnen bij { $shop }
heading-silent = Er komen geen bestellingen van { $system } binnen
silent-since = De laatste bestelling van { $shop } kwam op { $day } van { $system }. Dat is veel langer geleden dan gewoonlijk.
silent-fix = Kijk in { $system } na of bestellingen nog worden gemeld: of de webhooks aanstaan of de plug-in van Afterword verbonden is. Zolang er geen bestellingen binnenkomen, worden er geen reviews over gevraagd.
heading-sender = Uw e-mails komen niet meer van uw eigen adres
sender-lost = De DNS-records van { $domain } ontbreken of zijn veranderd. Daarom komen de e-mails van { $shop } weer van het gewone adres. Er is niets verloren gegaan.
sender-fix = Voeg de records weer toe. Zodra ze gevonden zijn, komen de e-mails weer van uw eigen adres.
subject-ended = { $shop } is gesloten: op { $day } wordt alles vernietigd
heading-ended = { $shop } is gesloten
ended-by-owner = Een eigenaar heeft de winkel op { $day } in de console gesloten.
ended-by-operator = De beheerder van deze reviewdienst heeft de winkel op { $day } gesloten.
ended-by-nobody = De winkel is op { $day } gesloten.
ended-now = Klanten krijgen geen berichten, en API-sleutels, links en pagina’s werken niet.
ended-undo = Tot { $day } kan een eigenaar de console openen en de winkel heropenen. Daarna wordt alles vernietigd wat erover is opgeslagen, en kan niemand het terughalen. Kun je niet inloggen, vraag het dan voor die tijd aan de beheerder van deze reviewdienst.
heading-restored = { $shop } is weer open
restored-now = De sluiting is teruggedraaid: API-sleutels, links en pagina’s werken weer, en berichten die wachtten worden verzonden.
reason-ended = Je krijgt deze e-mail omdat je eigenaar bent van { $shop }.
console-button = Console openen
reason-owner = Je krijgt deze e-mail omdat dit het adres van de eigenaar is in de instellingen van { $shop }.
no-replies = Antwoorden op deze e-mail bereiken niemand: klik op de knop erin.
heading-problem-order = Er is iets mis met bestelling { $order }
heading-problem = Er is iets mis met een bestelling bij { $shop }
problem-wrote-named = { $name } schreef aan { $shop } op de pagina voor reviews:
problem-wrote = Een klant schreef aan { $shop } op de pagina voor reviews:
problem-about = Het gaat om: { $titles }
problem-answer = Beantwoord deze e-mail: je antwoord gaat naar { $email }.
problem-answer-phone = Er is geen e-mailadres voor een antwoord. Het telefoonnummer is { $phone }.
reason-problem = Je krijgt deze e-mail omdat { $shop } op dit adres berichten over problemen met bestellingen krijgt.

### SMS

first = { $shop } hoort graag je eerlijke mening: { $link } Afmelden: antwoord STOP.
reminder = Herinnering: { $shop } hoort graag je eerlijke mening: { $link } Afmelden: antwoord STOP.
some-shop = Een winkel die je kent

### Questions

product-1 = Hoe gebruik je het?
    .chip-1 = Ik gebruik het elke dag
    .chip-2 = Ik gebruik het af en toe
    .chip-hardly = Ik heb het nog niet veel gebruikt
    .chip-gift = Het was een cadeau
    .start-1 = Ik gebruik het voor …
    .start-2 = Ik gebruik het als …
    .start-3 = Ik heb het gekocht omdat …
product-2 = Wat vind je er goed aan?
    .chip-1 = Het is goed gemaakt
    .chip-2 = Het is makkelijk in gebruik
    .chip-3 = Het is zijn geld waard
    .chip-nothing = Er is weinig wat me bevalt
    .start-1 = Het bevalt me dat …
    .start-2 = Wat me bevalt is …
    .start-3 = Vergeleken met mijn vorige …
product-2-gift = Viel het cadeau in de smaak?
    .chip-1 = Het viel erg in de smaak
    .chip-2 = Het wordt veel gebruikt
    .chip-nothing = Het was niet het juiste cadeau
    .start-1 = Ik hoorde dat …
    .start-2 = Ik heb het gekozen omdat …
product-2-hardly = Wat was je eerste indruk?
    .chip-1 = Het lijkt goed gemaakt
    .chip-2 = Het lijkt makkelijk in gebruik
    .chip-3 = Het is niet wat ik had verwacht
    .chip-nothing = Tot nu toe is er weinig wat me bevalt
    .start-1 = Op het eerste gezicht lijkt het …
    .start-2 = Ik heb het nog niet vaker gebruikt omdat …
product-3 = Wat kan er beter?
    .chip-1 = Ik zou niets veranderen
    .chip-2 = Het zou steviger kunnen
    .chip-3 = Het is niet zoals beschreven
    .chip-4 = Het is te duur
    .start-1 = Het zou beter zijn als …
    .start-2 = Ik had graag gezien dat …
    .start-3 = Voor mij is het …
product-3-nothing = Wat ging er mis?
    .chip-1 = Het ging kapot
    .chip-2 = Het is niet zoals beschreven
    .chip-3 = Het doet niet wat ik nodig heb
    .chip-4 = De kwaliteit is niet goed genoeg
    .start-1 = Ik verwachtte …
    .start-2 = Het zou beter zijn als …
product-4 = Zou je het aanraden, en aan wie?
    .chip-1 = Ik zou het iedereen aanraden
    .chip-2 = Ik zou het aanraden, maar niet aan iedereen
    .chip-3 = Ik zou het niet aanraden
    .start-1 = Het is iets voor …
    .start-2 = Het past bij …
    .start-3 = Het is niets voor …
product-4-gift = Zou je het weer cadeau geven?
    .chip-1 = Ik zou het weer cadeau geven
    .chip-2 = Misschien zou ik het weer cadeau geven
    .chip-3 = Ik zou het niet weer cadeau geven
    .start-1 = Ik zou het weer cadeau geven aan …
    .start-2 = Ik zou het niet weer geven omdat …
product-4-nothing = Wat had het goedgemaakt?
    .chip-1 = Een nieuw exemplaar had geholpen
    .chip-2 = Mijn geld terug had geholpen
    .chip-3 = Een snel antwoord had geholpen
    .chip-4 = Niets had geholpen
    .start-1 = Het had geholpen als …
    .start-2 = Ik was al tevreden geweest met …

shop-1 = Wat bracht je naar deze winkel?
    .chip-1 = Ik had iets specifieks nodig
    .chip-2 = Ik zocht een cadeau
    .chip-3 = Ik kom hier regelmatig
    .start-1 = Ik was op zoek naar …
    .start-2 = Ik kwam hier omdat …
shop-2 = Wat ging er goed?
    .chip-1 = Het ging snel
    .chip-2 = Het was makkelijk
    .chip-3 = De medewerkers waren vriendelijk
    .chip-nothing = Er ging niet veel goed
    .start-1 = Het beviel me dat …
    .start-2 = Wat me beviel was …
    .start-3 = Vergeleken met andere winkels …
shop-3 = Wat kan er beter?
    .chip-1 = Ik zou niets veranderen
    .chip-2 = Het duurde te lang
    .chip-3 = Het was te duur
    .chip-4 = Mijn vragen bleven onbeantwoord
    .start-1 = Het zou beter zijn als …
    .start-2 = Ik had graag gezien dat …
shop-3-nothing = Wat ging er mis?
    .chip-1 = Het duurde te lang
    .chip-2 = Het was te duur
    .chip-3 = Mijn vragen bleven onbeantwoord
    .chip-4 = Ik kreeg niet wat ik had besteld
    .start-1 = Ik verwachtte …
    .start-2 = Het zou beter zijn als …
shop-4 = Zou je terugkomen?
    .chip-1 = Ik zou terugkomen
    .chip-2 = Misschien kom ik terug
    .chip-3 = Ik zou niet terugkomen
    .start-1 = Ik zou terugkomen voor …
    .start-2 = Ik zou terugkomen als …
    .start-3 = Ik zou niet terugkomen omdat …
shop-4-nothing = Wat had het goedgemaakt?
    .chip-1 = Een snel antwoord had geholpen
    .chip-2 = Mijn geld terug had geholpen
    .chip-3 = Excuses hadden geholpen
    .chip-4 = Niets had geholpen
    .start-1 = Het had geholpen als …
    .start-2 = Ik was al tevreden geweest met …

fact-fit = Hoe valt het uit?
    .answer-1 = Valt klein uit
    .answer-2 = Past precies
    .answer-3 = Valt groot uit
fact-value = Is het zijn prijs waard?
    .answer-1 = Te duur
    .answer-2 = Redelijk
    .answer-3 = Zeer goede prijs
fact-ease = Hoe makkelijk is het te gebruiken?
    .answer-1 = Moeilijk
    .answer-2 = Gaat wel
    .answer-3 = Makkelijk

fillers = eh | ehh | ehm | uh | uhh | uhm | uhmm | euh | euhm | hm | hmm | mmm | ik bedoel (niet/het is/het was)
openers = nou, | nou ja, | tja, | tsja, | nja, | mja, | mwah, | ach, | enfin, | nou kijk, | hoe dan ook, | dus, | ja nou, | kijk, | weet je, | ik bedoel, | zeg maar, | laat ik zeggen, | nou (de/het) | ik zou zeggen, | ja, (voor)
yes-no = ja | ja hoor | jazeker | ja zeker | zeker | zeker wel | jawel | jep | yep | jup | absoluut | natuurlijk | ja natuurlijk | tuurlijk | dat denk ik wel | ik denk het wel | nee | nee hoor | neu | nope | niet echt | eigenlijk niet | zeker niet | helemaal niet | dat denk ik niet | ik denk het niet | misschien | misschien wel | mwah | ligt eraan | hangt ervan af
# “n.v.t.” is three clauses.
nothing = niets | niks | geen | nvt | n | v | t | n/a | weet niet | zou het niet weten | ik zou het niet weten | weet ik niet | ik weet het niet | geen idee | geen mening
abbreviations = ca | bijv | bv | etc | enz | evt | incl | excl | max | min | nr | ong | tel | dhr | mevr | mw | dr | resp
