### Swedish

### Words

day = { $day } { $month ->
        [january] januari
        [february] februari
        [march] mars
        [april] april
        [may] maj
        [june] juni
        [july] juli
        [august] augusti
        [september] september
        [october] oktober
        [november] november
       *[december] december
    } { $year }
month = { $month ->
        [january] januari
        [february] februari
        [march] mars
        [april] april
        [may] maj
        [june] juni
        [july] juli
        [august] augusti
        [september] september
        [october] oktober
        [november] november
       *[december] december
    } { $year }

product = Produkt { $id }
example-product = Exempelprodukt
item = Vara { $number } i din beställning

stars = { $count ->
        [one] { $count } stjärna
       *[other] { $count } stjärnor
    }
decimal = { $whole },{ $tenths }
withheld-opening-shop = { $shop } har beslutat att inte visa ditt omdöme.
withheld-change = Du kan ändra ditt omdöme fram till den { $day }. { $shop } tittar då på det igen innan det visas.
withheld-insider = Du arbetar för { $shop }. Därför visas inte ditt omdöme.

### Page

hub-title = Ditt omdöme
hub-title-wrong = Kontrollera ditt omdöme
hub-question = Vad tycker du?
hub-question-named = Vad tycker du, { $name }?
hub-questions = Vad tycker du?
hub-questions-named = Vad tycker du, { $name }?
hub-question-shop = Hur var det hos { $shop }?
hub-question-shop-named = Hur var det hos { $shop }, { $name }?
hub-opening = Bra eller dåligt – det hjälper andra att välja.
hub-trial = Det här är ett test: du ser det som dina kunder ser, och inget av det räknas eller visas.
wrong-heading = Ditt omdöme är inte skickat än
wrong-kept = Allt du har skrivit finns kvar.
thanks = Tack så mycket.
thanks-named = Tack så mycket, { $name }.
thanks-all = { $total ->
        [1] Ditt omdöme är inskickat.
        [2] Båda omdömena är inskickade.
       *[other] Alla { $total } omdömen är inskickade.
    }
thanks-until = { $done ->
        [1] Du kan ändra ditt omdöme här fram till den { $day }.
       *[other] Du kan ändra dina omdömen här fram till den { $day }.
    }
progress = { $number } av { $total } produkter
postpone-offer = { $total ->
        [1] Inte framme än?
       *[other] Är något inte framme än?
    } Vi frågar igen om en vecka.
postpone-button = Fråga igen om en vecka
link-is-yours = Det här är din personliga länk från { $shop }. Den som har länken kan skriva här i ditt namn, så behåll den för dig själv. Den gäller till den { $day }.
stop-offer = Vill du hellre slippa frågan? Då skickar { $shop } inga fler mejl eller sms som ber om omdömen.
stop-button = Fråga mig inte mer
stopped = { $shop } kommer inte att be dig om omdömen igen.
contact-shop = Är det något { $shop } borde rätta till? Kontakta butiken direkt
privacy = Så hanterar { $shop } dina uppgifter

item-changed = ändrat den { $day }
held-moderation = { $shop } läser ditt omdöme först. Sedan kan alla se det.
held-phone = { $shop } läser det först, eftersom det innehåller ett telefonnummer. Utan numret ser alla det direkt.
held-email = { $shop } läser det först, eftersom det innehåller en mejladress. Utan adressen ser alla det direkt.
held-website = { $shop } läser det först, eftersom det nämner en webbplats. Utan webbplatsen ser alla det direkt.
held-account = { $shop } läser det först, eftersom det nämner ett konto i ett socialt nätverk. Utan kontot ser alla det direkt.
shown-heading = Det här ser andra
shown-now = Alla kan se det nu.
shown-by-shop = { $shop } kan visa det nu.
shown-earlier = Till dess ser alla din tidigare version.
item-changes-unsent = ändringarna är inte skickade än
item-edit = Ändra
item-edit-named = Ändra ditt omdöme om { $title }
item-see = Se den i butiken
item-begun = Påbörjat, inte skickat än
rating-label = Ditt betyg
headline-label = Rubrik
text-label = Vad bör andra veta?
optional = (valfritt)
text-left = { $count } tecken kvar
text-hint-taken = Bygger på dina egna svar: ändra vad du vill. Högst 5 000 tecken.
send = Skicka omdöme
save = Spara ändringar
cancel = Avbryt
questions-begin = Ställ fyra frågor till mig
questions-begin-ai = Låt en AI fråga mig
questions-go-on = Fortsätt med frågorna
questions-change = Ändra mina svar
fragments-hint = De här svaren är korta. Fyll på dem eller låt dem vara som de är.
offer-hint = Dina svar, ännu inte i ditt omdöme:
offer-add = Lägg till i mitt omdöme
name-label = Namn som visas med ditt omdöme
fact-none = Inget svar
name-shown-as = Som
name-anonymous = Anonym
name-another = Ett annat namn
name-field = Namnet som ska visas
public-line = Alla ser dina stjärnor, dina svar, din text, dina bilder och det här namnet. Aldrig din mejladress eller din beställning.

fault-rating = Välj 1 till 5 stjärnor.
fault-headline = Rubriken får ha högst 200 tecken, på en rad.
fault-text-too-long = Korta ditt omdöme till högst 5 000 tecken.
fault-name = Namnet får ha högst 60 tecken, på en rad.
fault-name-missing = Skriv namnet som ska visas eller välj Anonym.
fault-too-often = Ditt omdöme har redan sparats väldigt många gånger i dag, så den här ändringen är inte sparad. Det du skrev finns kvar här: du kan skicka det nu eller spara igen i morgon.
fault-changed-too-often = Du har ändrat ditt omdöme väldigt många gånger i dag, så den här ändringen är inte sparad. Det du skrev finns kvar här: skicka det igen i morgon.
fault-answer-too-long = Korta ditt svar till högst 1 000 tecken.

chat-title-wrong = Kontrollera ditt svar
chat-asked-by-ai = Frågan kommer från en AI.
chat-by-ai = En AI ställer upp till { $total } frågor och föreslår på sin höjd hur ett svar börjar. Det är du som skriver; hoppa över vad du vill.
chat-by-guide = { $total } snabba frågor. Dina svar blir ett utkast som du kan ändra.
chat-progress = Fråga { $number } av { $total }
chat-earlier = Dina svar hittills
chat-skipped = Överhoppad
chat-change = Ändra
chat-change-named = Ändra ditt svar på: { $question }
chat-chips = Färdiga svar och påbörjade meningar
chat-hint = Några ord räcker.
chat-hint-chips = Skriv vidare eller tryck på det som passar.
chat-photo = En bild hjälper mest. Vill du lägga till en?
chat-next = Nästa
chat-last = Visa mitt utkast
chat-skip = Hoppa över
chat-enough = Det räcker, visa min text
chat-leave = Tillbaka till formuläret

problem-heading = Något är fel med min beställning
problem-title-wrong = Kontrollera ditt meddelande
problem-label = Vad är fel?
problem-hint = { $shop } får dina ord i ett mejl, med ditt namn, beställningen och det du har köpt, och kan höra av sig till dig. Ditt omdöme beror inte på det. Högst 1 000 tecken.
problem-button = Skicka till butiken
problem-back = Fortsätt med mitt omdöme
problem-missing = Skriv vad som är fel.
problem-too-long = Korta ditt meddelande till högst 1 000 tecken.
problem-too-often = { $shop } har redan fått tre meddelanden från dig i dag, så det här är inte skickat. Det du skrev finns kvar här: skicka det igen i morgon.
problem-unreachable = { $shop } kan inte nås med mejl just nu, så ditt meddelande är inte skickat. Det du skrev finns kvar här.
problem-contact = Skriv direkt till { $shop }
problem-sent = Ditt meddelande är på väg till { $shop }, som kan höra av sig till dig. Ditt omdöme är en sak för sig: fortsätt med det när du vill.
problem-told = Du skrev till { $shop } den { $day } att något är fel.
problem-trial = Det här är ett test, så ditt meddelande skickas inte till { $shop }.

expired-heading = Länken har gått ut
expired-why = Länkar till omdömen slutar fungera efter ett tag. Du kan be om en ny för det du inte har lämnat omdöme om än. Omdömen som du har skickat finns kvar; skriv till { $shop } om du vill ändra ett.
expired-button = Skicka en ny länk
expired-where = Vi mejlar den till dig.
renewed-heading = Titta i din inkorg
renewed-what = Om en ny länk kan skickas är den på väg till adressen som butiken har till dig. Den bör komma inom några minuter; titta gärna i skräpposten också.
renewed-again = Du kan be om en ny länk en gång om dagen.
cancelled-heading = Den här länken gäller inte längre
cancelled-why = Butiken har dragit tillbaka inbjudan, så du behöver inte göra något mer här. Omdömen som du redan har skrivit finns kvar som de är.
postponed-heading = Tack för att du säger till
postponed-again = Vi frågar igen den { $day }. Fram till dess hör vi inte av oss om det här.
postponed-never = När allt har kommit fram leder länken du öppnade till samma sida.
postponed-sooner = Redan framme? Lämna omdöme
postponed-link = Din länk fungerar till den { $day }. Om din beställning verkar ha kommit bort, hör av dig till { $shop }.
reviewed-heading = Du behöver inte vänta
reviewed-why = Du har redan lämnat ett omdöme, så du får ingen påminnelse. Det som inte har kommit än kan du lämna omdöme om när det är framme.
reviewed-back = Tillbaka till din sida
withdraw = Ta tillbaka mitt omdöme
withdraw-heading = Vill du ta tillbaka ditt omdöme?
withdraw-why = Din text, ditt namn och dina bilder raderas för gott. Du kan skriva ett nytt omdöme så länge länken fungerar.
withdraw-sure = Radera mitt omdöme
withdraw-back = Behåll det
withdrawn = Ditt omdöme om { $title } är raderat.
report-heading = Anmäl ett omdöme
report-why = Vad är det för fel på det?
report-unlawful = Det bryter mot lagen
report-fake = Det är inte äkta
report-abusive = Det förolämpar eller hotar
report-personal_data = Det avslöjar något privat om en person
report-other = Något annat
report-words = Med dina egna ord
report-button = Anmäl
report-hint = { $shop } läser din anmälan och bestämmer. Ingen får veta vem du är om du inte skriver det.
report-email = Om du lämnar en adress får du en bekräftelse och senare beslutet från { $shop } med skälet. Adressen raderas efter ett år.
reported-heading = Tack
reported-what = { $shop } har fått din anmälan och tar ställning till omdömet.
reported-receipt = Om { $email } får ta emot e-post från oss kommer snart en bekräftelse.
report-too-many = För många anmälningar har kommit in. Skriv direkt till { $shop }.
write-how = Skriv e-postadressen som butiken har till dig så skickar vi en länk där du kan ge stjärnor och skriva.
write-email = E-postadress
write-who = { $shop } ser din adress och läser ditt omdöme innan det blir offentligt. Ingen annan ser din adress.
write-button = Skicka länken
write-fault = Skriv en e-postadress, till exempel jane@example.com.
write-sent = Om butiken känner till { $email } och får skriva dit kommer länken inom en minut.
write-spam = Kom den inte? Titta i skräpposten eller försök igen om en timme.
write-too-many = Många länkar har begärts via din internetanslutning, så vi kan inte skicka någon fler just nu. Försök igen senare eller använd en annan anslutning, till exempel telefonens.

unsubscribe-heading = Ska vi sluta be dig om omdömen?
unsubscribe-what = { $shop } kommer inte att be dig om omdömen igen, varken via mejl eller sms. Meddelanden om dina beställningar påverkas inte.
unsubscribe-button = Avregistrera mig
unsubscribe-hint = Inget har ändrats än. Vill du fortfarande få frågan är det bara att stänga sidan.
unsubscribed-heading = Du är avregistrerad
unsubscribed-hint = Ett meddelande som skickades i just detta ögonblick kan ändå nå dig.
unsubscribed-undo = Ångra – fråga mig igen
resubscribed-heading = Du får frågan igen
resubscribed-what = { $shop } får be dig om omdömen igen.
unknown-heading = Sidan hittades inte
unknown-why = Det finns inget på den här adressen. Om den stod i ett mejl, öppna den därifrån igen: en länk som kopieras för hand blir lätt avklippt.
not-allowed-heading = Sidan kan inte öppnas på det sättet
not-allowed-why = Öppna länken i ditt mejl igen och fortsätt därifrån.
failure-heading = Något gick fel
failure-why = Felet är vårt, inte ditt. Försök igen om en minut. Om du höll på att skicka ett omdöme, gå tillbaka först: webbläsaren brukar komma ihåg det du skrev.

script-saved = Utkastet är sparat
script-unsaved = Inte sparat än
script-failed = Det gick inte. Inget är förlorat: det du skrev finns kvar. Försök igen om en liten stund.
script-question-comes = Nästa fråga kommer strax
script-draft-comes = Ditt utkast kommer strax

photos = Bilder
photos-hint = Högst 5. Vi tar bort plats och datum.
photo-add = Lägg till bilder
photo-alt = Din bild { $number } av { $title }
photo-remove-number = Ta bort bild { $number }
photo-expected = En bild laddas upp eller kontrolleras. Ladda om sidan om en liten stund.
photo-sending = Bild { $n } av { $of } skickas…
photo-checking = Skickad. Bilden kontrolleras…
photo-not-read = Filen gick inte att läsa som bild: { $file }. Välj en bild i formatet JPEG, PNG eller WebP.
photo-not-sent = Bilden skickades inte. Försök igen.
photo-too-many = Ett omdöme rymmer 5 bilder: de övriga kom inte med.
photo-unreadable = Filen gick inte att läsa som bild. Välj en bild i formatet JPEG, PNG eller WebP; en skärmbild av den går också bra.
photo-too-large = Filen är större än 10 MB. Välj en mindre.
photo-too-many-pixels = Bilden har mer än 50 megapixel, eller en sida som är längre än 20 000 pixlar. Välj en mindre.
upload-hint = Välj en bild i formatet JPEG, PNG eller WebP, högst 10 MB. Alla kan se den med ditt omdöme. Vi sparar bara själva bilden, inte var eller när den togs.
upload-file = Din bild
upload-send = Ladda upp
upload-back = Tillbaka utan bild
photos-full = Det finns redan 5 bilder
photos-full-hint = Ett omdöme rymmer 5. Ta bort en, så kan du lägga till en annan.
photos-too-often = Bilder har lagts till väldigt många gånger i dag
photos-too-often-hint = Dina bilder och din text finns kvar här. I morgon kan du lägga till fler bilder.
photos-full-back = Tillbaka till ditt omdöme

published-heading = Omdömen om { $title }
published-none = Här finns inga omdömen än.
published-average = { $average } av 5
published-count = { $count ->
        [one] { $count } omdöme
       *[other] { $count } omdömen
    }
published-of = av { $n }
published-order = Verifierat köp
published-request = Efterfrågat efter en beställning
published-claimed = Köp bekräftat av { $system }
published-incentivized = Har fått något i gengäld
published-rewarded = { $count ->
        [one] { $count } av dem har fått något i gengäld
       *[other] { $count } av dem har fått något i gengäld
    }
published-experienced = Mottaget i { $month }
published-experience = Datum för upplevelsen: { $month }
published-edited = Redigerat den { $date }
published-imported = Skrivet på annat håll
published-report = Anmäl
published-photo = Bild { $number } till det här omdömet
published-photo-of = Bild { $number } av { $total }
published-reply = Svar från { $shop }
published-reply-before-edit = Skrivet innan omdömet redigerades
published-pages = Sidor med omdömen
published-page = Sida { $number } av { $total }
published-newer = Nyare omdömen
published-older = Äldre omdömen
published-newest = Nyaste först
published-highest = Högst betyg först
published-lowest = Lägst betyg först
published-all = Alla omdömen
published-filter = { $stars } ★: { $n }
published-sort = Ordning
published-with-photos = Med foton
published-no-hits = Inga sådana omdömen
published-of-newest = Bland de { $n } senaste omdömena
published-showing = Visar { $shown } av { $n }
published-more = Fler omdömen
published-whole = Läs mer
published-claimed = Köp bekräftat av { $system }
published-unknown = Köp inte känt
published-close = Stäng
published-previous = Föregående
published-next = Nästa
published-write = Skriv ett omdöme
published-failed = Det gick inte att läsa in. Försök igen.

trust-heading = Så publicerar { $shop } omdömen
trust-publish = Omdömen blir offentliga direkt. Bara de som innehåller en mejladress, ett telefonnummer eller en webbadress väntar på butiken.
trust-hold = Alla omdömen väntar tills butiken har läst dem.
trust-edit = Ett omdöme som har stoppats och sedan ändrats väntar också.
trust-visitor = Ett omdöme av någon som butiken inte har frågat väntar alltid på butiken.
trust-insider = Ett omdöme från adressen till någon som hanterar butikens omdömen visas aldrig; andra som arbetar för butiken får inte skriva några.
trust-reasons = Butiken får bara stoppa ett omdöme av de här skälen. En åsikt om en produkt är inte ett av dem.
trust-confidential = Det avslöjar konfidentiella uppgifter
trust-abusive = Det förolämpar eller trakasserar
trust-personal_data = Det innehåller personuppgifter
trust-discriminatory = Det diskriminerar människor
trust-misleading = Det påstår något som är uppenbart fel
trust-fake = Det finns goda skäl att tro att det är påhittat
trust-unrelated = Det handlar om något annat
trust-unlawful = Det är förbjudet enligt lag
trust-unspecified = Butiken angav inget skäl
trust-earlier_system = Det tidigare systemet visade det inte
trust-order = De nyaste omdömena visas först.
trust-mean = Genomsnittet är medelvärdet av alla publicerade omdömen. Inget omdöme väger tyngre än ett annat.
trust-groups = Storlekar, färger, språk och produktsidor för en och samma produkt kan dela omdömen och genomsnitt. Varje omdöme anger då vad det skrevs om.
trust-kept = Ett publicerat omdöme ligger kvar tills den som skrev det tar tillbaka det eller får sina uppgifter raderade, eller tills butiken tar bort det av något av skälen nedan.
trust-challenge = Om ett omdöme hålls tillbaka får den som skrev det ett mejl med skälet och kan ändra omdömet eller invända hos butiken.
trust-report = Vem som helst kan anmäla ett publicerat omdöme. Butiken beslutar då på nytt.
trust-genuine = Omdömen måste vara äkta. Falska, köpta och utbytta omdömen är förbjudna, och butiken tar bort dem som den får kännedom om.
trust-consequence = Ett borttaget omdöme räknas inte i något medelvärde, och den som skrev det får veta skälet.
trust-rewards = Något får ges för ett omdöme bara om det inte beror på stjärnorna.
trust-refunded = Den som har fått pengarna tillbaka ombeds inte att lämna ett omdöme om det köpet.
trust-incentives = Vad den som skriver ett omdöme får, med butikens egna ord:
trust-no-incentives = Butiken anger inte att de som skriver omdömen får något i gengäld.
trust-marks = Vad märkningarna betyder och hur många publicerade omdömen som har dem
trust-none = inget
trust-of = { $count ->
        [0] inget av { $all }
       *[other] { $count } av { $all }
    }
trust-mark-order = Butikens system har en betald beställning med produkten.
trust-mark-request = Butiken angav en beställning när den frågade. Beställningen har inte kontrollerats här.
trust-mark-claimed = Butikens eller ett annat system säger det. Det har inte kontrollerats här.
trust-mark-unknown = Ingen beställning är känd.
trust-mark-incentivized = Den som skrev det fick något, oavsett antalet stjärnor.
trust-mark-imported = Det kommer från en annan omdömestjänst och behåller sitt datum.
trust-numbers = Omdömen i siffror
trust-stars = Stjärnor
trust-all = Alla
trust-submitted = Inskickade
trust-published = Publicerade
trust-withheld = Stoppade
trust-removed = Borttagna
trust-decided = Hur snabbt hälften publicerades eller hölls tillbaka
trust-hours = { $hours ->
        [0] direkt
        [1] inom en timme
       *[other] inom { $hours } timmar
    }
trust-days = inom { $days } dagar
trust-undecided = färre än fem avgjorda hittills
trust-slowest = Det långsammaste av alla
trust-longer = efter mer än ett halvår
trust-waiting = { $count ->
        [0] Inga omdömen väntar på butiken.
        [one] { $count } omdöme väntar på butiken.
       *[other] { $count } omdömen väntar på butiken.
    }
trust-oldest = { $days ->
        [0] Det äldsta har väntat mindre än en dag.
        [one] Det äldsta har väntat { $days } dag.
       *[other] Det äldsta har väntat { $days } dagar.
    }
trust-withdrawn = { $count ->
        [0] Inget har tagits tillbaka av den som skrev.
        [one] { $count } har tagits tillbaka av den som skrev.
       *[other] { $count } har tagits tillbaka av dem som skrev.
    }
trust-elsewhere = { $count ->
        [0] Inget har skrivits på annat håll.
       *[other] { $count } har skrivits på annat håll.
    }
trust-from-shop = { $count } kommer från butikens eget system och har inte kontrollerats här.
trust-few = För att ingen ska kunna pekas ut visas 1 till 4 omdömen som ”1–4”.

### Email

heading-product = Vad tycker du om { $title }?
heading-product-named = Vad tycker du om { $title }, { $name }?
heading-it = Vad tycker du?
heading-it-named = Vad tycker du, { $name }?
heading-order = Vad tycker du om din beställning från { $shop }?
heading-order-named = Vad tycker du om din beställning från { $shop }, { $name }?
heading-shop = Hur var det hos { $shop }?
heading-shop-named = Hur var det hos { $shop }, { $name }?
subject-first-reminder = Har du en minut? { $question }
subject-next-reminder = Vi är fortfarande nyfikna. { $question }
subject-last-reminder = En sista gång: { $question }
subject-new-link = Din nya omdömeslänk från { $shop }

preheader-more = { $title } och { $more } till. Bra eller dåligt – det hjälper andra att välja.

opening-first = Bra eller dåligt – det hjälper andra att välja.
opening-first-reminder = Du kanske missade vårt första mejl. Bra eller dåligt – några ord hjälper.
opening-next-reminder = En minut räcker: dina stjärnor och en mening, vad du än tycker.
opening-last-reminder = Det här är vår sista påminnelse. Sedan frågar vi inte mer om det här.
opening-new-link-order = Här är den nya länken som du bad om. Den visar det du inte har lämnat omdöme om än.
opening-new-link-shop = Här är den nya länken som du bad om.

lead-first = Tryck på en stjärna för att börja. { $opening }
lead = { $opening } Tryck på en stjärna för att börja.
more = och { $more } till
button = Skriv ditt omdöme
button-link = Skriv ditt omdöme:
not-arrived = { $total ->
        [1] Inte framme än
       *[other] Något är inte framme än
    }
closing = Länken är bara din och gäller till den { $day }.
reason-ordered = Du får det här mejlet eftersom du har beställt från { $shop }.
reason-customer = Du får det här mejlet eftersom du är kund hos { $shop }.
subject-asked = Din länk för att skriva ett omdöme till { $shop }
asked-opening = Du bad om en länk för att skriva om { $title }.
asked-ignore = Om det inte var du kan du bortse från det här mejlet.
reason-asked = Du får det här mejlet eftersom någon har skrivit din adress på en sida hos { $shop }.
objection = Du kan när som helst invända mot de här mejlen, utan kostnad:
unsubscribe = Avregistrera mig från mejl om omdömen
contact = Kontakta { $shop }
privacy = Integritetspolicy

subject-withheld = Ditt omdöme om { $shop } visas inte
heading-withheld = Ditt omdöme visas inte
withheld-opening-product = { $shop } har beslutat att inte visa ditt omdöme om { $title }.
withheld-confidential = Skälet: omdömet innehåller konfidentiell information.
withheld-abusive = Skälet: omdömet innehåller förolämpningar eller hot.
withheld-personal_data = Skälet: omdömet innehåller någons personuppgifter.
withheld-discriminatory = Skälet: omdömet är diskriminerande.
withheld-misleading = Skälet: omdömet är felaktigt eller vilseledande.
withheld-fake = Skälet: omdömet verkar inte bygga på en verklig upplevelse.
withheld-unrelated = Skälet: omdömet handlar inte om det som skulle bedömas.
withheld-unlawful = Skälet: omdömet innehåller något olagligt.
withheld-unspecified = Butiken angav inget skäl.
withheld-closed = Länken till ditt omdöme fungerar inte längre, så det går inte att ändra det där.
withheld-button = Ändra ditt omdöme
decision-ground-law = { $shop } anser att lagen inte tillåter det här innehållet.
decision-ground-rule = { $shop } har som regel att inte visa omdömen av det här skälet, oavsett hur många stjärnor de ger.
decision-day = { $shop } beslutade detta den { $day }.
decision-scope = Beslutet gäller överallt, tills { $shop } beslutar något annat.
redress-reply = Om du inte håller med kan du säga det till { $shop }: svara bara på det här mejlet.
redress-write = Om du inte håller med kan du skriva till { $shop }. Hur du gör står sist i det här mejlet.
redress-ask-reply = Om du vill veta skälet eller inte håller med kan du fråga { $shop }: svara bara på det här mejlet.
redress-ask-write = Om du vill veta skälet eller inte håller med kan du skriva till { $shop }. Hur du gör står sist i det här mejlet.
redress-outside = Du kan kanske också vända dig till en domstol eller till ett organ som löser tvister utanför domstol. Vilket det är beror på vilket land du bor i.
subject-dropped = Din ändring av ett omdöme om { $shop } visas inte
heading-dropped = Din ändring visas inte
dropped-opening-product = { $shop } har beslutat att inte visa ändringen av ditt omdöme om { $title }. Den tidigare versionen finns kvar:
dropped-opening-shop = { $shop } har beslutat att inte visa ändringen av ditt omdöme. Den tidigare versionen finns kvar:
subject-removed = Ditt omdöme om { $shop } har tagits bort
heading-removed = Ditt omdöme har tagits bort
removed-opening-product = { $shop } har tagit bort ditt omdöme om { $title } för gott.
removed-opening-shop = { $shop } har tagit bort ditt omdöme för gott.
subject-replied = { $shop } har svarat på ditt omdöme
heading-replied = { $shop } har svarat dig
replied-own-product = Du skrev om { $title }:
replied-own-shop = Du skrev om { $shop }:
replied-answer = { $shop } svarar:
replied-button = Se ditt omdöme
reason-review = Du får det här mejlet eftersom du har skrivit ett omdöme till { $shop }.
subject-report-received = { $shop } har fått din anmälan
heading-report-received = Din anmälan har kommit fram
report-received = Du anmälde ett omdöme om { $title } den { $day }.
report-received-next = { $shop } läser din anmälan och bestämmer. Då får du ett mejl till.
subject-report-decided = { $shop } har beslutat om din anmälan
heading-report-decided = Ett beslut om din anmälan
report-decided = Den { $day } anmälde du ett omdöme om { $title }.
report-kept = { $shop } har beslutat att omdömet ska vara kvar. Skälet:
report-ended = { $shop } har beslutat att omdömet inte längre är offentligt.
report-gone = Omdömet är inte längre offentligt, utan att { $shop } har beslutat om det.
reason-reported = Du får det här mejlet eftersom någon angav din adress när ett omdöme anmäldes på en sida hos { $shop }.

subject-webhook = En webhook för { $shop } är avstängd
heading-webhook = En webhook är avstängd
webhook-failed = Vi har inte kunnat leverera något mer till den här webhooken sedan den { $day }, så den är avstängd:
webhook-gone = Den här webhookens server svarade att adressen är borta för gott (410), så den är avstängd:
webhook-fix = Tills webhooken slås på igen missar { $shop } det som händer. Den som satte upp den kan rätta adressen och slå på webhooken igen i konsolen. Loggen där sträcker sig 30 dagar tillbaka, och varje anrop kan skickas igen.
subject-held = Mejlen från { $shop } hålls tillbaka
heading-held = Dina mejl hålls tillbaka
held-bounces = { $count } av de senaste { $sent } mejlen från { $shop } gick till adresser som inte finns. Därför skickar { $shop } inga mejl tills vidare.
held-complaints = { $count } av de senaste { $sent } mejlen från { $shop } markerades som skräppost. Därför skickar { $shop } inga mejl tills vidare.
held-fix = Ta reda på varifrån adresserna kommer, och be bara personer som har handlat hos { $shop } om omdömen. Om nästan inget mer kommer tillbaka skickas de väntande mejlen automatiskt den { $day }. Varje gång det händer igen tar det längre tid.
subject-silent = Inga beställningar kommer från { $system } till { $shop }
heading-silent = Inga beställningar kommer från { $system }
silent-since = Den senaste beställningen hos { $shop } kom från { $system } den { $day }. Det är mycket längre sedan än vanligt.
silent-fix = Kontrollera i { $system } att beställningar fortfarande rapporteras: att webhooks är påslagna eller att Afterwords tillägg är anslutet. Tills beställningar kommer igen skickas inga frågor om omdömen.
heading-sender = Era e-postmeddelanden kommer inte längre från er egen adress
sender-lost = DNS-posterna för { $domain } saknas eller har ändrats. Därför kommer e-post från { $shop } åter från den vanliga adressen. Inget har gått förlorat.
sender-fix = Lägg till posterna igen. Så snart de hittas kommer e-posten åter från er egen adress.
subject-ended = { $shop } är stängd: allt förstörs den { $day }
heading-ended = { $shop } är stängd
ended-by-owner = En ägare stängde butiken i konsolen den { $day }.
ended-by-operator = Operatören av den här omdömestjänsten stängde butiken den { $day }.
ended-by-nobody = Butiken stängdes den { $day }.
ended-now = Kunder får inga meddelanden, och API-nycklar, länkar och sidor fungerar inte.
ended-undo = Till och med den { $day } kan en ägare öppna konsolen och öppna butiken igen. Därefter förstörs allt som är sparat om den, och ingen kan få tillbaka det. Om du inte kan logga in, kontakta operatören av den här omdömestjänsten före dess.
heading-restored = { $shop } är öppen igen
restored-now = Stängningen har tagits tillbaka: API-nycklar, länkar och sidor fungerar igen, och meddelanden som väntade skickas.
reason-ended = Du får det här mejlet eftersom du är ägare till { $shop }.
console-button = Öppna konsolen
reason-owner = Du får det här mejlet eftersom det här är ägarens adress i inställningarna för { $shop }.
no-replies = Svar på det här mejlet når ingen: tryck på knappen i det.
heading-problem-order = Något är fel med beställning { $order }
heading-problem = Något är fel med en beställning från { $shop }
problem-wrote-named = { $name } skrev till { $shop } på sidan för omdömen:
problem-wrote = En kund skrev till { $shop } på sidan för omdömen:
problem-about = Det gäller: { $titles }
problem-answer = Svara på det här mejlet. Ditt svar går till { $email }.
problem-answer-phone = Det finns ingen mejladress att svara på. Telefonnumret är { $phone }.
reason-problem = Du får det här mejlet eftersom { $shop } får meddelanden om problem med beställningar till den här adressen.

### SMS

first = { $shop } vill gärna ha ditt ärliga omdöme: { $link } Avsluta: svara STOP.
reminder = Påminnelse: { $shop } vill gärna ha ditt ärliga omdöme: { $link } Avsluta: svara STOP.
some-shop = En butik du känner till

### Questions

product-1 = Hur använder du produkten?
    .chip-1 = Jag använder produkten varje dag
    .chip-2 = Jag använder produkten då och då
    .chip-hardly = Jag har knappt använt produkten än
    .chip-gift = Det var en present
    .start-1 = Jag använder produkten till …
    .start-2 = Jag använder produkten när …
    .start-3 = Jag köpte produkten för att …
product-2 = Vad gillar du med produkten?
    .chip-1 = Kvaliteten är bra
    .chip-2 = Produkten är lätt att använda
    .chip-3 = Man får mycket för pengarna
    .chip-nothing = Det är inte mycket jag gillar
    .start-1 = Jag gillar att …
    .start-2 = Jag gillar …
    .start-3 = Jämfört med det jag hade förut …
product-2-gift = Vad tyckte mottagaren om presenten?
    .chip-1 = Presenten blev mycket uppskattad
    .chip-2 = Presenten används ofta
    .chip-nothing = Presenten blev inte helt rätt
    .start-1 = Jag fick höra att …
    .start-2 = Jag valde presenten för att …
product-2-hardly = Vad var ditt första intryck?
    .chip-1 = Kvaliteten verkar bra
    .chip-2 = Produkten verkar lätt att använda
    .chip-3 = Produkten är inte vad jag hade väntat mig
    .chip-nothing = Hittills är det inte mycket jag gillar
    .start-1 = Vid första anblicken verkar produkten …
    .start-2 = Jag har knappt använt produkten eftersom …
product-3 = Vad skulle kunna bli bättre?
    .chip-1 = Jag skulle inte ändra något
    .chip-2 = Produkten kunde vara tåligare
    .chip-3 = Produkten stämmer inte med beskrivningen
    .chip-4 = Priset är för högt
    .start-1 = Det vore bättre om …
    .start-2 = Jag önskar att …
    .start-3 = För mig är produkten …
product-3-nothing = Vad gick fel?
    .chip-1 = Produkten gick sönder
    .chip-2 = Produkten stämmer inte med beskrivningen
    .chip-3 = Produkten gör inte det jag behöver
    .chip-4 = Kvaliteten är inte tillräckligt bra
    .start-1 = Jag hade väntat mig …
    .start-2 = Det vore bättre om …
product-4 = Skulle du rekommendera produkten, och till vem?
    .chip-1 = Jag skulle rekommendera produkten till alla
    .chip-2 = Jag skulle rekommendera produkten, men inte till alla
    .chip-3 = Jag skulle inte rekommendera produkten
    .start-1 = Produkten är något för …
    .start-2 = Produkten passar …
    .start-3 = Produkten är inget för …
product-4-gift = Skulle du ge bort produkten igen?
    .chip-1 = Jag skulle ge bort produkten igen
    .chip-2 = Jag skulle kanske ge bort produkten igen
    .chip-3 = Jag skulle inte ge bort produkten igen
    .start-1 = Jag skulle ge bort produkten igen till …
    .start-2 = Jag väljer inte presenten igen eftersom …
product-4-nothing = Vad hade gjort det bra igen?
    .chip-1 = Ett nytt exemplar hade hjälpt
    .chip-2 = Att få pengarna tillbaka hade hjälpt
    .chip-3 = Ett snabbt svar hade hjälpt
    .chip-4 = Ingenting hade hjälpt
    .start-1 = Det hade hjälpt om …
    .start-2 = Jag hade nöjt mig med …

shop-1 = Vad fick dig att välja den här butiken?
    .chip-1 = Jag behövde något särskilt
    .chip-2 = Jag letade efter en present
    .chip-3 = Jag handlar här regelbundet
    .start-1 = Jag letade efter …
    .start-2 = Jag valde butiken för att …
shop-2 = Vad fungerade bra?
    .chip-1 = Det gick snabbt
    .chip-2 = Det var enkelt
    .chip-3 = Personalen var trevlig
    .chip-nothing = Det var inte mycket som fungerade bra
    .start-1 = Jag gillade att …
    .start-2 = Jag gillade …
    .start-3 = Jämfört med andra butiker …
shop-3 = Vad skulle kunna bli bättre?
    .chip-1 = Jag skulle inte ändra något
    .chip-2 = Det tog för lång tid
    .chip-3 = Det var för dyrt
    .chip-4 = Jag fick inget svar på mina frågor
    .start-1 = Det vore bättre om …
    .start-2 = Jag önskar att …
shop-3-nothing = Vad gick fel?
    .chip-1 = Det tog för lång tid
    .chip-2 = Det var för dyrt
    .chip-3 = Jag fick inget svar på mina frågor
    .chip-4 = Jag fick inte det jag beställde
    .start-1 = Jag hade väntat mig …
    .start-2 = Det vore bättre om …
shop-4 = Skulle du komma tillbaka?
    .chip-1 = Jag kommer gärna tillbaka
    .chip-2 = Jag kommer kanske tillbaka
    .chip-3 = Jag skulle inte komma tillbaka
    .start-1 = Jag skulle komma tillbaka för …
    .start-2 = Jag skulle komma tillbaka om …
    .start-3 = Jag skulle inte komma tillbaka eftersom …
shop-4-nothing = Vad hade gjort det bra igen?
    .chip-1 = Ett snabbt svar hade hjälpt
    .chip-2 = Att få pengarna tillbaka hade hjälpt
    .chip-3 = En ursäkt hade hjälpt
    .chip-4 = Ingenting hade hjälpt
    .start-1 = Det hade hjälpt om …
    .start-2 = Jag hade nöjt mig med …

fact-fit = Hur är passformen?
    .answer-1 = Liten i storleken
    .answer-2 = Normal i storleken
    .answer-3 = Stor i storleken
fact-value = Är den värd priset?
    .answer-1 = För dyr
    .answer-2 = Rimlig
    .answer-3 = Mycket för pengarna
fact-ease = Hur lätt är den att använda?
    .answer-1 = Svår
    .answer-2 = Ganska lätt
    .answer-3 = Lätt

fillers = eh | ehm | öh | öhm | äh | ähm | öhh | hm | hmm | alltså (inte/det är)
openers = alltså, | asså, | ja alltså, | jamen, | ja men, | tja, | nå, | nåja, | nåväl, | jaha, | så, | jag menar, | du vet, | så att säga, | i alla fall, | hur som helst, | jo, | jag skulle säga, | ja, (till/för)
yes-no = ja | ja ja | jo | mm | japp | jepp | jadå | javisst | ja tack | visst | absolut | ja absolut | definitivt | självklart | såklart | naturligtvis | nej | nä | nepp | nej tack | nja | inte direkt | inte riktigt | egentligen inte | inte alls | absolut inte | knappast | aldrig | jag tror det | det tror jag | jag tror inte det | det tror jag inte | kanske | det beror på
nothing = n/a | inget | ingenting | ingen | inga | vet ej | vet inte | jag vet inte | det vet jag inte | ingen aning | ingen kommentar | ingen åsikt | inget särskilt
abbreviations = ca | osv | etc | dvs | ev | inkl | exkl | max | nr | st | kl | tel | resp | tex | bla | dr
