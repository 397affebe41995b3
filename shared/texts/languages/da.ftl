### Danish

### Words

day = { $day }. { $month ->
        [january] januar
        [february] februar
        [march] marts
        [april] april
        [may] maj
        [june] juni
        [july] juli
        [august] august
        [september] september
        [october] oktober
        [november] november
       *[december] december
    } { $year }
month = { $month ->
        [january] januar
        [february] februar
        [march] marts
        [april] april
        [may] maj
        [june] juni
        [july] juli
        [august] august
        [september] september
        [october] oktober
        [november] november
       *[december] december
    } { $year }

product = Produkt { $id }
example-product = Eksempelprodukt
item = Vare { $number } i din bestilling

stars = { $count ->
        [one] { $count } stjerne
       *[other] { $count } stjerner
    }
decimal = { $whole },{ $tenths }
withheld-opening-shop = { $shop } har besluttet ikke at vise din anmeldelse.
withheld-change = Du kan ændre din anmeldelse indtil den { $day }. { $shop } ser derefter på den igen, før den bliver vist.
withheld-insider = Du arbejder for { $shop }. Derfor bliver din anmeldelse ikke vist.

### Page

hub-title = Din anmeldelse
hub-title-wrong = Tjek din anmeldelse
hub-question = Hvad synes du?
hub-question-named = Hvad synes du, { $name }?
hub-questions = Hvad synes du?
hub-questions-named = Hvad synes du, { $name }?
hub-question-shop = Hvordan var det hos { $shop }?
hub-question-shop-named = Hvordan var det hos { $shop }, { $name }?
hub-opening = Godt eller skidt – det hjælper andre med at vælge.
hub-trial = Dette er en test: Du ser, hvad dine kunder ser, og intet af det tælles eller vises.
wrong-heading = Din anmeldelse er ikke sendt endnu
wrong-kept = Alt, hvad du har skrevet, er her stadig.
thanks = Mange tak.
thanks-named = Mange tak, { $name }.
thanks-all = { $total ->
        [1] Din anmeldelse er sendt.
        [2] Begge anmeldelser er sendt.
       *[other] Alle { $total } anmeldelser er sendt.
    }
thanks-until = { $done ->
        [1] Du kan ændre din anmeldelse her indtil den { $day }.
       *[other] Du kan ændre dine anmeldelser her indtil den { $day }.
    }
progress = { $number } af { $total } produkter
postpone-offer = { $total ->
        [1] Ikke kommet frem endnu?
       *[other] Er noget ikke kommet frem endnu?
    } Vi spørger igen om en uge.
postpone-button = Spørg igen om en uge
link-is-yours = Det her er dit personlige link fra { $shop }. Den, der har det, kan skrive her på dine vegne, så hold det for dig selv. Det virker indtil den { $day }.
stop-offer = Vil du helst være fri? Så sender { $shop } ikke flere mails eller sms’er, der beder om anmeldelser.
stop-button = Spørg mig ikke mere
stopped = { $shop } beder dig ikke om anmeldelser igen.
contact-shop = Er der noget, { $shop } bør rette op på? Kontakt butikken direkte
privacy = Sådan behandler { $shop } dine data

item-changed = ændret den { $day }
held-moderation = { $shop } læser din anmeldelse først. Derefter kan alle se den.
held-phone = { $shop } læser den først, fordi den nævner et telefonnummer. Uden nummeret ser alle den med det samme.
held-email = { $shop } læser den først, fordi den nævner en mailadresse. Uden adressen ser alle den med det samme.
held-website = { $shop } læser den først, fordi den nævner et websted. Uden webstedet ser alle den med det samme.
held-account = { $shop } læser den først, fordi den nævner en konto på et socialt netværk. Uden kontoen ser alle den med det samme.
shown-heading = Det ser andre
shown-now = Alle kan se den nu.
shown-by-shop = { $shop } kan vise den nu.
shown-earlier = Indtil da ser alle din tidligere version.
item-changes-unsent = ændringerne er ikke sendt endnu
item-edit = Ret
item-edit-named = Ret din anmeldelse af { $title }
item-see = Se den i butikken
item-begun = Påbegyndt, ikke sendt endnu
rating-label = Din bedømmelse
headline-label = Overskrift
text-label = Hvad bør andre vide?
optional = (valgfrit)
text-left = { $count } tegn tilbage
text-hint-taken = Bygger på dine egne svar: Ret, hvad du vil. Højst 5.000 tegn.
send = Send anmeldelse
save = Gem ændringer
cancel = Annuller
questions-begin = Stil mig fire spørgsmål
questions-begin-ai = Lad en AI spørge mig
questions-go-on = Fortsæt med spørgsmålene
questions-change = Ret mine svar
fragments-hint = De her svar er korte. Gør dem færdige, eller lad dem være, som de er.
offer-hint = Dine svar, endnu ikke i din anmeldelse:
offer-add = Føj til min anmeldelse
name-label = Navn, der vises ved din anmeldelse
fact-none = Intet svar
name-shown-as = Som
name-anonymous = Anonym
name-another = Et andet navn
name-field = Navnet, der skal vises
public-line = Alle kan se dine stjerner, dine svar, din tekst, dine billeder og dette navn. Aldrig din mailadresse eller din bestilling.

fault-rating = Vælg 1 til 5 stjerner.
fault-headline = Overskriften må højst være på 200 tegn og skal stå på én linje.
fault-text-too-long = Forkort din anmeldelse til højst 5.000 tegn.
fault-name = Navnet må højst være på 60 tegn og skal stå på én linje.
fault-name-missing = Skriv navnet, der skal vises, eller vælg Anonym.
fault-too-often = Din anmeldelse er allerede gemt rigtig mange gange i dag, så denne ændring er ikke gemt. Det, du skrev, er her stadig: Du kan sende det nu eller gemme igen i morgen.
fault-changed-too-often = Du har ændret denne anmeldelse rigtig mange gange i dag, så denne ændring er ikke gemt. Det, du skrev, er her stadig: Send det igen i morgen.
fault-answer-too-long = Forkort dit svar til højst 1.000 tegn.

chat-title-wrong = Tjek dit svar
chat-asked-by-ai = Spørgsmålet kommer fra en AI.
chat-by-ai = En AI stiller op til { $total } spørgsmål og foreslår højst, hvordan et svar begynder. Det er dig, der skriver; spring over, hvad du vil.
chat-by-guide = { $total } hurtige spørgsmål. Dine svar bliver til en kladde, som du kan rette.
chat-progress = Spørgsmål { $number } af { $total }
chat-earlier = Dine svar indtil nu
chat-skipped = Sprunget over
chat-change = Ret
chat-change-named = Ret dit svar på: { $question }
chat-chips = Færdige svar og påbegyndte sætninger
chat-hint = Et par ord er nok.
chat-hint-chips = Skriv videre, eller tryk på det, der passer.
chat-photo = Et billede hjælper mest. Vil du tilføje et?
chat-next = Næste
chat-last = Se min kladde
chat-skip = Spring over
chat-enough = Det er nok, vis min tekst
chat-leave = Tilbage til formularen

problem-heading = Der er noget galt med min bestilling
problem-title-wrong = Tjek din besked
problem-label = Hvad er der galt?
problem-hint = { $shop } får dine ord i en mail, med dit navn, bestillingen og det, du har købt, og kan kontakte dig. Din anmeldelse afhænger ikke af det. Højst 1.000 tegn.
problem-button = Send til butikken
problem-back = Fortsæt med min anmeldelse
problem-missing = Skriv, hvad der er galt.
problem-too-long = Forkort din besked til højst 1.000 tegn.
problem-too-often = { $shop } har allerede fået tre beskeder fra dig i dag, så denne er ikke sendt. Det, du skrev, er her stadig: Send det igen i morgen.
problem-unreachable = { $shop } kan ikke nås på mail lige nu, så din besked er ikke sendt. Det, du skrev, er her stadig.
problem-contact = Skriv direkte til { $shop }
problem-sent = Din besked er på vej til { $shop }, som kan kontakte dig. Din anmeldelse er en sag for sig: Fortsæt med den, når du vil.
problem-told = Du skrev til { $shop } den { $day }, at noget er galt.
problem-trial = Det her er en test, så din besked sendes ikke til { $shop }.

expired-heading = Linket er udløbet
expired-why = Links til anmeldelser holder op med at virke efter et stykke tid. Du kan bede om et nyt til det, du ikke har anmeldt endnu. Anmeldelser, du har sendt, bliver stående; skriv til { $shop }, hvis du vil ændre en.
expired-button = Send mig et nyt link
expired-where = Vi sender det til din mail.
renewed-heading = Tjek din indbakke
renewed-what = Hvis der kan sendes et nyt link, er det på vej til den adresse, butikken har på dig. Det bør være fremme inden for få minutter; kig eventuelt også i din spammappe.
renewed-again = Du kan bede om et nyt link én gang om dagen.
cancelled-heading = Linket gælder ikke længere
cancelled-why = Butikken har trukket invitationen tilbage, så du skal ikke gøre mere her. Anmeldelser, du allerede har skrevet, bliver stående, som de er.
postponed-heading = Tak, fordi du sagde til
postponed-again = Vi spørger dig igen den { $day }. Indtil da hører du ikke fra os om det.
postponed-never = Når det er kommet frem, fører det link, du åbnede, til den samme side.
postponed-sooner = Kommet før tid? Anmeld nu
postponed-link = Dit link virker indtil den { $day }. Hvis din bestilling ser ud til at være gået tabt, så spørg { $shop } om den.
reviewed-heading = Der er ikke noget at vente på
reviewed-why = Du har allerede anmeldt noget, så du får ingen påmindelse. Det, der ikke er kommet endnu, kan du anmelde, når det er fremme.
reviewed-back = Tilbage til din side
withdraw = Træk min anmeldelse tilbage
withdraw-heading = Vil du trække din anmeldelse tilbage?
withdraw-why = Din tekst, dit navn og dine billeder slettes for altid. Du kan skrive en ny anmeldelse, så længe linket virker.
withdraw-sure = Slet min anmeldelse
withdraw-back = Behold den
withdrawn = Din anmeldelse af { $title } er slettet.
report-heading = Rapportér en anmeldelse
report-why = Hvad er der galt med den?
report-unlawful = Den er i strid med loven
report-fake = Den er ikke ægte
report-abusive = Den fornærmer eller truer
report-personal_data = Den afslører noget privat om en person
report-other = Noget andet
report-words = Med dine egne ord
report-button = Rapportér
report-hint = { $shop } læser din besked og tager stilling. Ingen får at vide, hvem du er, medmindre du skriver det.
report-email = Hvis du angiver en adresse, får du en bekræftelse og senere afgørelsen fra { $shop } med en begrundelse. Adressen slettes efter et år.
reported-heading = Tak
reported-what = { $shop } har fået din besked og tager stilling til anmeldelsen.
reported-receipt = Hvis { $email } må få e-mails fra os, kommer der snart en bekræftelse.
report-too-many = Der er kommet for mange beskeder. Skriv direkte til { $shop }.
write-how = Skriv den e-mailadresse, butikken har på dig, så sender vi et link, hvor du kan give stjerner og skrive.
write-email = E-mailadresse
write-who = { $shop } ser din adresse og læser din anmeldelse, før den bliver offentlig. Ingen andre ser din adresse.
write-button = Send mig linket
write-fault = Skriv en e-mailadresse, for eksempel jane@example.com.
write-sent = Hvis butikken kender { $email } og må skrive dertil, kommer linket inden for et minut.
write-spam = Er det ikke kommet? Se i spammappen, eller prøv igen om en time.
write-too-many = Der er bedt om mange links via din internetforbindelse, så vi kan ikke sende flere lige nu. Prøv igen senere, eller brug en anden forbindelse, for eksempel din telefons.

unsubscribe-heading = Skal vi holde op med at bede dig om anmeldelser?
unsubscribe-what = { $shop } beder dig ikke om anmeldelser igen, hverken på mail eller sms. Beskeder om dine bestillinger får du stadig.
unsubscribe-button = Afmeld mig
unsubscribe-hint = Der er ikke ændret noget endnu. Må vi stadig gerne spørge, så luk bare denne side.
unsubscribed-heading = Du er afmeldt
unsubscribed-hint = En besked, der blev sendt i netop dette øjeblik, kan stadig nå frem til dig.
unsubscribed-undo = Fortryd – spørg mig igen
resubscribed-heading = Du bliver spurgt igen
resubscribed-what = { $shop } må bede dig om anmeldelser igen.
unknown-heading = Siden blev ikke fundet
unknown-why = Der er ikke noget på denne adresse. Hvis den stod i en mail, så åbn den derfra igen: Et link, der kopieres i hånden, bliver let klippet over.
not-allowed-heading = Siden kan ikke åbnes på den måde
not-allowed-why = Åbn linket i din mail igen, og fortsæt derfra.
failure-heading = Noget gik galt
failure-why = Det er vores fejl, ikke din. Prøv igen om et øjeblik. Hvis du var ved at sende en anmeldelse, så gå tilbage først: Din browser husker som regel det, du skrev.

script-saved = Kladden er gemt
script-unsaved = Ikke gemt endnu
script-failed = Det lykkedes ikke. Intet er gået tabt: Det, du skrev, er her stadig. Prøv igen om et øjeblik.
script-question-comes = Det næste spørgsmål er på vej
script-draft-comes = Din kladde er på vej

photos = Billeder
photos-hint = Højst 5. Vi fjerner sted og dato.
photo-add = Tilføj billeder
photo-alt = Dit billede { $number } af { $title }
photo-remove-number = Fjern billede { $number }
photo-expected = Et billede er ved at blive uploadet eller tjekket. Genindlæs siden om et øjeblik.
photo-sending = Billede { $n } af { $of } sendes…
photo-checking = Sendt. Billedet tjekkes…
photo-not-read = Filen kunne ikke læses som et billede: { $file }. Vælg et billede i formatet JPEG, PNG eller WebP.
photo-not-sent = Billedet blev ikke sendt. Prøv igen.
photo-too-many = Der er plads til 5 billeder i en anmeldelse: Resten kom ikke med.
photo-unreadable = Filen kunne ikke læses som et billede. Vælg et billede i formatet JPEG, PNG eller WebP; et skærmbillede af det kan også bruges.
photo-too-large = Filen fylder mere end 10 MB. Vælg en mindre.
photo-too-many-pixels = Billedet har mere end 50 megapixel, eller en side på over 20.000 pixel. Vælg et mindre.
upload-hint = Vælg et billede i formatet JPEG, PNG eller WebP på højst 10 MB. Alle kan se det ved din anmeldelse. Vi gemmer kun selve billedet, ikke hvor eller hvornår det er taget.
upload-file = Dit billede
upload-send = Upload
upload-back = Tilbage uden billede
photos-full = Der er allerede 5 billeder
photos-full-hint = Der er plads til 5 i en anmeldelse. Fjern et, så kan du tilføje et andet.
photos-too-often = Der er tilføjet billeder rigtig mange gange i dag
photos-too-often-hint = Dine billeder og din tekst er her stadig. I morgen kan du tilføje flere billeder.
photos-full-back = Tilbage til din anmeldelse

published-heading = Anmeldelser af { $title }
published-none = Her er ingen anmeldelser endnu.
published-average = { $average } ud af 5
published-count = { $count ->
        [one] { $count } anmeldelse
       *[other] { $count } anmeldelser
    }
published-of = af { $n }
published-order = Bekræftet køb
published-request = Anmodet efter en bestilling
published-claimed = Køb bekræftet af { $system }
published-incentivized = Har fået noget til gengæld
published-rewarded = { $count ->
        [one] { $count } af dem har fået noget til gengæld
       *[other] { $count } af dem har fået noget til gengæld
    }
published-experienced = Modtaget i { $month }
published-experience = Dato for oplevelsen: { $month }
published-edited = Redigeret den { $date }
published-imported = Skrevet et andet sted
published-report = Rapportér
published-photo = Billede { $number } til denne anmeldelse
published-photo-of = Billede { $number } af { $total }
published-reply = Svar fra { $shop }
published-reply-before-edit = Skrevet, før anmeldelsen blev redigeret
published-pages = Sider med anmeldelser
published-page = Side { $number } af { $total }
published-newer = Nyere anmeldelser
published-older = Ældre anmeldelser
published-newest = Nyeste først
published-highest = Flest stjerner først
published-lowest = Færrest stjerner først
published-all = Alle anmeldelser
published-filter = { $stars } ★: { $n }
published-sort = Rækkefølge
published-with-photos = Med fotos
published-no-hits = Ingen anmeldelser af den slags
published-of-newest = Blandt de nyeste { $n } anmeldelser
published-showing = Viser { $shown } af { $n }
published-more = Flere anmeldelser
published-whole = Læs mere
published-claimed = Køb bekræftet af { $system }
published-unknown = Køb ikke kendt
published-close = Luk
published-previous = Forrige
published-next = Næste
published-write = Skriv en anmeldelse
published-failed = Det kunne ikke indlæses. Prøv igen.

trust-heading = Sådan offentliggør { $shop } anmeldelser
trust-publish = Anmeldelser er offentlige med det samme. Kun de, der indeholder en mailadresse, et telefonnummer eller en webadresse, venter på butikken.
trust-hold = Alle anmeldelser venter, til butikken har læst dem.
trust-edit = En anmeldelse, der er holdt tilbage og derefter ændret, venter også.
trust-visitor = En anmeldelse fra en, som butikken ikke har spurgt, venter altid på butikken.
trust-insider = En anmeldelse fra adressen på en, der administrerer butikkens anmeldelser, bliver aldrig vist; andre, der arbejder for butikken, må ikke skrive nogen.
trust-reasons = Butikken må kun holde en anmeldelse tilbage af disse grunde. En mening om et produkt er ikke en af dem.
trust-confidential = Den røber fortrolige oplysninger
trust-abusive = Den fornærmer eller chikanerer
trust-personal_data = Den indeholder personlige oplysninger
trust-discriminatory = Den diskriminerer mennesker
trust-misleading = Den siger noget, der er klart forkert
trust-fake = Der er god grund til at tro, at den er falsk
trust-unrelated = Den handler om noget andet
trust-unlawful = Den er forbudt ved lov
trust-unspecified = Butikken har ikke angivet en grund
trust-earlier_system = Det tidligere system viste den ikke
trust-order = De nyeste anmeldelser vises først.
trust-mean = Gennemsnittet er middelværdien af alle offentliggjorte anmeldelser. Ingen anmeldelse vejer mere end en anden.
trust-groups = Størrelser, farver, sprog og produktsider for ét produkt kan dele anmeldelser og gennemsnit. Hver anmeldelse siger så, hvad den er skrevet om.
trust-kept = En offentliggjort anmeldelse bliver stående, til den, der skrev den, trækker den tilbage eller får slettet sine data, eller til butikken fjerner den af en af grundene nedenfor.
trust-challenge = Hvis en anmeldelse holdes tilbage, får den, der skrev den, en mail med grunden og kan ændre anmeldelsen eller klage til butikken.
trust-report = Alle kan rapportere en offentliggjort anmeldelse. Så afgør butikken sagen igen.
trust-genuine = Anmeldelser skal være ægte. Falske, købte og byttede anmeldelser er forbudt, og butikken fjerner dem, den får kendskab til.
trust-consequence = En fjernet anmeldelse tæller ikke med i noget gennemsnit, og den, der skrev den, får grunden at vide.
trust-rewards = Der må kun gives noget for en anmeldelse, hvis det ikke afhænger af stjernerne.
trust-refunded = Den, der har fået pengene tilbage, bliver ikke bedt om at anmelde det køb.
trust-incentives = Det får de, der skriver anmeldelser, med butikkens egne ord:
trust-no-incentives = Butikken oplyser ikke, at de, der skriver anmeldelser, får noget til gengæld.
trust-marks = Hvad mærkerne betyder, og hvor mange offentliggjorte anmeldelser har dem
trust-none = ingen
trust-of = { $count ->
        [0] ingen af { $all }
       *[other] { $count } af { $all }
    }
trust-mark-order = Butikkens system har en betalt bestilling med dette produkt.
trust-mark-request = Butikken nævnte en bestilling, da den spurgte. Bestillingen er ikke kontrolleret her.
trust-mark-claimed = Det siger butikkens eller et andet system. Det er ikke kontrolleret her.
trust-mark-unknown = Der kendes ingen bestilling.
trust-mark-incentivized = Den, der skrev den, fik noget, uanset antallet af stjerner.
trust-mark-imported = Den kommer fra en anden anmeldelsestjeneste og beholder sin dato.
trust-numbers = Anmeldelser i tal
trust-stars = Stjerner
trust-all = Alle
trust-submitted = Indsendt
trust-published = Offentliggjort
trust-withheld = Holdt tilbage
trust-removed = Fjernet
trust-decided = Hvor hurtigt halvdelen blev offentliggjort eller holdt tilbage
trust-hours = { $hours ->
        [0] med det samme
        [1] inden for en time
       *[other] inden for { $hours } timer
    }
trust-days = inden for { $days } dage
trust-undecided = færre end fem afgjort indtil nu
trust-slowest = Den langsomste af alle
trust-longer = efter mere end et halvt år
trust-waiting = { $count ->
        [0] Ingen anmeldelser venter på butikken.
        [one] { $count } anmeldelse venter på butikken.
       *[other] { $count } anmeldelser venter på butikken.
    }
trust-oldest = { $days ->
        [0] Den ældste har ventet mindre end en dag.
        [one] Den ældste har ventet { $days } dag.
       *[other] Den ældste har ventet { $days } dage.
    }
trust-withdrawn = { $count ->
        [0] Ingen er trukket tilbage af dem, der skrev dem.
        [one] { $count } er trukket tilbage af den, der skrev den.
       *[other] { $count } er trukket tilbage af dem, der skrev dem.
    }
trust-elsewhere = { $count ->
        [0] Ingen er skrevet et andet sted.
       *[other] { $count } er skrevet et andet sted.
    }
trust-from-shop = { $count } kommer fra butikkens eget system og er ikke kontrolleret her.
trust-few = For at ingen skal kunne udpeges, vises 1 til 4 anmeldelser som ”1–4”.

### Email

heading-product = Hvad synes du om { $title }?
heading-product-named = Hvad synes du om { $title }, { $name }?
heading-it = Hvad synes du?
heading-it-named = Hvad synes du, { $name }?
heading-order = Hvad synes du om din bestilling fra { $shop }?
heading-order-named = Hvad synes du om din bestilling fra { $shop }, { $name }?
heading-shop = Hvordan var det hos { $shop }?
heading-shop-named = Hvordan var det hos { $shop }, { $name }?
subject-first-reminder = Har du et minut? { $question }
subject-next-reminder = Vi er stadig nysgerrige. { $question }
subject-last-reminder = En sidste gang: { $question }
subject-new-link = Dit nye anmeldelseslink fra { $shop }

preheader-more = { $title } og { $more } til. Godt eller skidt – det hjælper andre med at vælge.

opening-first = Godt eller skidt – det hjælper andre med at vælge.
opening-first-reminder = Måske overså du vores første mail. Godt eller skidt – et par ord hjælper.
opening-next-reminder = Et minut er nok: dine stjerner og en sætning, uanset hvad du synes.
opening-last-reminder = Det her er vores sidste påmindelse. Vi spørger ikke om det igen.
opening-new-link-order = Her er det nye link, du bad om. Det viser det, du ikke har anmeldt endnu.
opening-new-link-shop = Her er det nye link, du bad om.

lead-first = Tryk på en stjerne for at begynde. { $opening }
lead = { $opening } Tryk på en stjerne for at begynde.
more = og { $more } til
button = Skriv din anmeldelse
button-link = Skriv din anmeldelse:
not-arrived = { $total ->
        [1] Ikke kommet frem endnu
       *[other] Noget er ikke kommet frem endnu
    }
closing = Linket er kun dit og virker indtil den { $day }.
reason-ordered = Du får denne mail, fordi du har bestilt hos { $shop }.
reason-customer = Du får denne mail, fordi du er kunde hos { $shop }.
subject-asked = Dit link til at skrive en anmeldelse til { $shop }
asked-opening = Du bad om et link for at skrive om { $title }.
asked-ignore = Hvis det ikke var dig, kan du se bort fra denne e-mail.
reason-asked = Du får denne e-mail, fordi nogen har skrevet din adresse på en side hos { $shop }.
objection = Du kan når som helst gøre indsigelse mod disse mails, og det koster ikke noget:
unsubscribe = Afmeld mails om anmeldelser
contact = Kontakt { $shop }
privacy = Privatlivspolitik

subject-withheld = Din anmeldelse til { $shop } bliver ikke vist
heading-withheld = Din anmeldelse bliver ikke vist
withheld-opening-product = { $shop } har besluttet ikke at vise din anmeldelse af { $title }.
withheld-confidential = Begrundelse: Anmeldelsen indeholder fortrolige oplysninger.
withheld-abusive = Begrundelse: Anmeldelsen indeholder fornærmelser eller trusler.
withheld-personal_data = Begrundelse: Anmeldelsen indeholder nogens personlige oplysninger.
withheld-discriminatory = Begrundelse: Anmeldelsen er diskriminerende.
withheld-misleading = Begrundelse: Anmeldelsen er forkert eller vildledende.
withheld-fake = Begrundelse: Anmeldelsen ser ikke ud til at bygge på en virkelig oplevelse.
withheld-unrelated = Begrundelse: Anmeldelsen handler ikke om det, der skulle anmeldes.
withheld-unlawful = Begrundelse: Anmeldelsen indeholder noget ulovligt.
withheld-unspecified = Butikken har ikke givet nogen begrundelse.
withheld-closed = Linket til din anmeldelse virker ikke længere, så den kan ikke ændres der.
withheld-button = Ret din anmeldelse
decision-ground-law = { $shop } mener, at loven ikke tillader dette indhold.
decision-ground-rule = { $shop } har den regel ikke at vise anmeldelser af denne grund, uanset hvor mange stjerner de giver.
decision-day = { $shop } traf afgørelsen den { $day }.
decision-scope = Afgørelsen gælder overalt, indtil { $shop } træffer en anden afgørelse.
redress-reply = Hvis du er uenig, så sig det til { $shop }: Du kan bare svare på denne mail.
redress-write = Hvis du er uenig, så skriv til { $shop }. Sidst i denne mail kan du se hvordan.
redress-ask-reply = Hvis du vil kende begrundelsen eller er uenig, så spørg { $shop }: Du kan bare svare på denne mail.
redress-ask-write = Hvis du vil kende begrundelsen eller er uenig, så skriv til { $shop }. Sidst i denne mail kan du se hvordan.
redress-outside = Du kan måske også gå til en domstol eller til et organ, der løser tvister uden for domstolene. Hvilket det er, afhænger af det land, du bor i.
subject-dropped = Din ændring af en anmeldelse til { $shop } bliver ikke vist
heading-dropped = Din ændring bliver ikke vist
dropped-opening-product = { $shop } har besluttet ikke at vise ændringen af din anmeldelse af { $title }. Den tidligere version bliver stående:
dropped-opening-shop = { $shop } har besluttet ikke at vise ændringen af din anmeldelse. Den tidligere version bliver stående:
subject-removed = Din anmeldelse til { $shop } er blevet fjernet
heading-removed = Din anmeldelse er blevet fjernet
removed-opening-product = { $shop } har fjernet din anmeldelse af { $title } for altid.
removed-opening-shop = { $shop } har fjernet din anmeldelse for altid.
subject-replied = { $shop } har svaret på din anmeldelse
heading-replied = { $shop } har svaret dig
replied-own-product = Du skrev om { $title }:
replied-own-shop = Du skrev om { $shop }:
replied-answer = { $shop } svarer:
replied-button = Se din anmeldelse
reason-review = Du får denne mail, fordi du har skrevet en anmeldelse til { $shop }.
subject-report-received = { $shop } har fået din besked
heading-report-received = Din besked er nået frem
report-received = Den { $day } gjorde du opmærksom på en anmeldelse af { $title }.
report-received-next = { $shop } læser din besked og tager stilling. Så får du en mail til.
subject-report-decided = { $shop } har taget stilling til din besked
heading-report-decided = En afgørelse om din besked
report-decided = Du gjorde den { $day } opmærksom på en anmeldelse af { $title }.
report-kept = { $shop } har besluttet, at anmeldelsen fortsat er offentlig. Begrundelse:
report-ended = { $shop } har besluttet, at anmeldelsen ikke længere er offentlig.
report-gone = Anmeldelsen er ikke længere offentlig, uden at { $shop } har taget stilling til den.
reason-reported = Du får denne mail, fordi nogen skrev din adresse, da en anmeldelse blev meldt på en side hos { $shop }.

subject-webhook = En webhook hos { $shop } er slået fra
heading-webhook = En webhook er slået fra
webhook-failed = Vi har ikke kunnet levere mere til denne webhook siden den { $day }, så den er slået fra:
webhook-gone = Webhookens server svarede, at adressen er væk for altid (410), så den er slået fra:
webhook-fix = Indtil webhooken bliver slået til igen, går { $shop } glip af det, der sker. Den, der har sat den op, kan rette adressen og slå webhooken til igen i konsollen. Loggen går dér 30 dage tilbage, og hvert kald kan sendes igen.
subject-held = Mails fra { $shop } holdes tilbage
heading-held = Dine mails holdes tilbage
held-bounces = { $count } af de seneste { $sent } mails fra { $shop } gik til adresser, der ikke findes. Derfor sender { $shop } indtil videre ingen mails.
held-complaints = { $count } af de seneste { $sent } mails fra { $shop } blev markeret som spam. Derfor sender { $shop } indtil videre ingen mails.
held-fix = Find ud af, hvor disse adresser kommer fra, og bed kun personer, der har købt noget hos { $shop }, om anmeldelser. Kommer næsten intet mere retur, bliver de ventende mails sendt automatisk den { $day }. Hver gang det sker igen, tager det længere tid.
subject-silent = Der kommer ingen ordrer fra { $system } til { $shop }
heading-silent = Der kommer ingen ordrer fra { $system }
silent-since = Den seneste ordre hos { $shop } kom fra { $system } den { $day }. Det er meget længere siden end normalt.
silent-fix = Kontrollér i { $system }, at ordrer stadig bliver meldt: at webhooks er slået til, eller at Afterwords plugin er forbundet. Indtil der kommer ordrer igen, bliver ingen bedt om at anmelde dem.
heading-sender = Jeres e-mails kommer ikke længere fra jeres egen adresse
sender-lost = DNS-posterne for { $domain } mangler eller er ændret. Derfor kommer e-mails fra { $shop } igen fra den sædvanlige adresse. Ingen er gået tabt.
sender-fix = Tilføj posterne igen. Så snart de er fundet, kommer e-mails igen fra jeres egen adresse.
subject-ended = { $shop } er lukket: alt bliver destrueret den { $day }
heading-ended = { $shop } er lukket
ended-by-owner = En ejer lukkede butikken i konsollen den { $day }.
ended-by-operator = Operatøren af denne anmeldelsestjeneste lukkede butikken den { $day }.
ended-by-nobody = Butikken blev lukket den { $day }.
ended-now = Kunder får ingen beskeder, og API-nøgler, links og sider virker ikke.
ended-undo = Indtil den { $day } kan en ejer åbne konsollen og genåbne butikken. Derefter bliver alt, der er gemt om den, destrueret, og ingen kan få det tilbage. Hvis du ikke kan logge ind, så kontakt operatøren af denne anmeldelsestjeneste inden da.
heading-restored = { $shop } er åben igen
restored-now = Lukningen er trukket tilbage: API-nøgler, links og sider virker igen, og beskeder, der ventede, bliver sendt.
reason-ended = Du får denne mail, fordi du er ejer af { $shop }.
console-button = Åbn konsollen
reason-owner = Du får denne mail, fordi det her er ejerens adresse i indstillingerne for { $shop }.
no-replies = Svar på denne mail når ingen: Tryk på knappen i den.
heading-problem-order = Der er noget galt med bestilling { $order }
heading-problem = Der er noget galt med en bestilling fra { $shop }
problem-wrote-named = { $name } skrev til { $shop } på siden for anmeldelser:
problem-wrote = En kunde skrev til { $shop } på siden for anmeldelser:
problem-about = Det handler om: { $titles }
problem-answer = Svar på denne mail. Dit svar går til { $email }.
problem-answer-phone = Der er ingen mailadresse at svare på. Telefonnummeret er { $phone }.
reason-problem = Du får denne mail, fordi { $shop } får beskeder om problemer med bestillinger på denne adresse.

### SMS

first = { $shop } vil gerne høre din ærlige mening: { $link } Afmeld: svar STOP.
reminder = Påmindelse: { $shop } vil gerne høre din ærlige mening: { $link } Afmeld: svar STOP.
some-shop = En butik, du kender

### Questions

product-1 = Hvordan bruger du produktet?
    .chip-1 = Jeg bruger produktet hver dag
    .chip-2 = Jeg bruger produktet en gang imellem
    .chip-hardly = Jeg har næsten ikke brugt produktet endnu
    .chip-gift = Det var en gave
    .start-1 = Jeg bruger produktet til …
    .start-2 = Jeg bruger produktet, når …
    .start-3 = Jeg købte produktet, fordi …
product-2 = Hvad kan du godt lide ved produktet?
    .chip-1 = Kvaliteten er god
    .chip-2 = Produktet er nemt at bruge
    .chip-3 = Man får meget for pengene
    .chip-nothing = Der er ikke meget, jeg kan lide
    .start-1 = Jeg kan godt lide, at …
    .start-2 = Jeg kan godt lide …
    .start-3 = Sammenlignet med det, jeg havde før …
product-2-gift = Hvad syntes modtageren om gaven?
    .chip-1 = Gaven vakte stor glæde
    .chip-2 = Gaven bliver brugt meget
    .chip-nothing = Gaven var ikke den rigtige
    .start-1 = Jeg fik at vide, at …
    .start-2 = Jeg valgte gaven, fordi …
product-2-hardly = Hvad var dit første indtryk?
    .chip-1 = Kvaliteten virker god
    .chip-2 = Produktet virker nemt at bruge
    .chip-3 = Produktet er ikke, som jeg havde forventet
    .chip-nothing = Indtil videre er der ikke meget, jeg kan lide
    .start-1 = Ved første øjekast virker produktet …
    .start-2 = Jeg har ikke brugt produktet mere, fordi …
product-3 = Hvad kunne være bedre?
    .chip-1 = Jeg ville ikke ændre noget
    .chip-2 = Produktet kunne være mere solidt
    .chip-3 = Produktet svarer ikke til beskrivelsen
    .chip-4 = Prisen er for høj
    .start-1 = Det ville være bedre, hvis …
    .start-2 = Jeg ville ønske, at …
    .start-3 = For mig er produktet …
product-3-nothing = Hvad gik galt?
    .chip-1 = Produktet gik i stykker
    .chip-2 = Produktet svarer ikke til beskrivelsen
    .chip-3 = Produktet kan ikke det, jeg har brug for
    .chip-4 = Kvaliteten er ikke god nok
    .start-1 = Jeg havde forventet …
    .start-2 = Det ville være bedre, hvis …
product-4 = Kan du anbefale produktet, og til hvem?
    .chip-1 = Jeg kan anbefale produktet til alle
    .chip-2 = Jeg kan anbefale produktet, men ikke til alle
    .chip-3 = Jeg kan ikke anbefale produktet
    .start-1 = Produktet er noget for …
    .start-2 = Produktet passer til …
    .start-3 = Produktet er ikke noget for …
product-4-gift = Ville du give produktet i gave igen?
    .chip-1 = Jeg ville give produktet i gave igen
    .chip-2 = Jeg ville måske give produktet i gave igen
    .chip-3 = Jeg ville ikke give produktet i gave igen
    .start-1 = Jeg ville give produktet i gave igen til …
    .start-2 = Jeg ville ikke vælge gaven igen, fordi …
product-4-nothing = Hvad kunne have rettet op på det?
    .chip-1 = Et nyt eksemplar ville have hjulpet
    .chip-2 = At få pengene tilbage ville have hjulpet
    .chip-3 = Et hurtigt svar ville have hjulpet
    .chip-4 = Intet ville have hjulpet
    .start-1 = Det ville have hjulpet, hvis …
    .start-2 = Jeg ville have været tilfreds med …

shop-1 = Hvad fik dig til at vælge denne butik?
    .chip-1 = Jeg manglede noget bestemt
    .chip-2 = Jeg ledte efter en gave
    .chip-3 = Jeg handler her jævnligt
    .start-1 = Jeg ledte efter …
    .start-2 = Jeg valgte butikken, fordi …
shop-2 = Hvad gik godt?
    .chip-1 = Det gik hurtigt
    .chip-2 = Det var nemt
    .chip-3 = Personalet var venligt
    .chip-nothing = Der var ikke meget, der gik godt
    .start-1 = Jeg kunne godt lide, at …
    .start-2 = Jeg kunne godt lide …
    .start-3 = Sammenlignet med andre butikker …
shop-3 = Hvad kunne være bedre?
    .chip-1 = Jeg ville ikke ændre noget
    .chip-2 = Det tog for lang tid
    .chip-3 = Det var for dyrt
    .chip-4 = Jeg fik ikke svar på mine spørgsmål
    .start-1 = Det ville være bedre, hvis …
    .start-2 = Jeg ville ønske, at …
shop-3-nothing = Hvad gik galt?
    .chip-1 = Det tog for lang tid
    .chip-2 = Det var for dyrt
    .chip-3 = Jeg fik ikke svar på mine spørgsmål
    .chip-4 = Jeg fik ikke det, jeg havde bestilt
    .start-1 = Jeg havde forventet …
    .start-2 = Det ville være bedre, hvis …
shop-4 = Ville du komme igen?
    .chip-1 = Jeg kommer gerne igen
    .chip-2 = Jeg kommer måske igen
    .chip-3 = Jeg ville ikke komme igen
    .start-1 = Jeg ville komme igen på grund af …
    .start-2 = Jeg ville komme igen, hvis …
    .start-3 = Jeg ville ikke komme igen, fordi …
shop-4-nothing = Hvad kunne have rettet op på det?
    .chip-1 = Et hurtigt svar ville have hjulpet
    .chip-2 = At få pengene tilbage ville have hjulpet
    .chip-3 = En undskyldning ville have hjulpet
    .chip-4 = Intet ville have hjulpet
    .start-1 = Det ville have hjulpet, hvis …
    .start-2 = Jeg ville have været tilfreds med …

fact-fit = Hvordan er pasformen?
    .answer-1 = Lille i størrelsen
    .answer-2 = Passer præcist
    .answer-3 = Stor i størrelsen
fact-value = Er det prisen værd?
    .answer-1 = For dyrt
    .answer-2 = Rimeligt
    .answer-3 = Meget for pengene
fact-ease = Hvor let er det at bruge?
    .answer-1 = Svært
    .answer-2 = Nogenlunde
    .answer-3 = Let

fillers = øh | øhm | øhh | æh | æhm | eh | ehm | hm | hmm | altså (ikke/det er)
openers = altså, | ja altså, | tja, | nå, | nå ja, | nåja, | nå men, | jamen, | ja men, | så, | jeg mener, | du ved, | lad os sige, | så at sige, | under alle omstændigheder, | i hvert fald, | jeg vil sige, | ja, (til)
yes-no = ja | jo | jo da | jep | jeps | jada | ja da | ja ja | ja tak | absolut | bestemt | helt sikkert | klart | selvfølgelig | naturligvis | nej | næ | nej tak | nix | niks | nej da | ikke rigtig | ikke rigtigt | egentlig ikke | slet ikke | overhovedet ikke | bestemt ikke | absolut ikke | nok ikke | aldrig | det tror jeg | det tror jeg ikke | måske | det kommer an på | tja | nja
nothing = n/a | intet | ingenting | ingen | ikke noget | ved ikke | ved det ikke | det ved jeg ikke | jeg ved det ikke | jeg ved ikke | aner det ikke | ingen anelse | ingen idé | ingen mening | ingen kommentar | ingen kommentarer
abbreviations = ca | osv | etc | dvs | fx | evt | inkl | ekskl | max | maks | nr | stk | kl | tlf | pga | ift | mht | vedr | dr | hr | fr | kr
