### Polish

### Words

day = { $day } { $month ->
        [january] stycznia
        [february] lutego
        [march] marca
        [april] kwietnia
        [may] maja
        [june] czerwca
        [july] lipca
        [august] sierpnia
        [september] września
        [october] października
        [november] listopada
       *[december] grudnia
    } { $year }
month = { $month ->
        [january] styczeń
        [february] luty
        [march] marzec
        [april] kwiecień
        [may] maj
        [june] czerwiec
        [july] lipiec
        [august] sierpień
        [september] wrzesień
        [october] październik
        [november] listopad
       *[december] grudzień
    } { $year }

product = Produkt { $id }
example-product = Przykładowy produkt
item = Produkt { $number } z zamówienia

stars = { $count ->
        [one] { $count } gwiazdka
        [few] { $count } gwiazdki
        [many] { $count } gwiazdek
       *[other] { $count } gwiazdki
    }
decimal = { $whole },{ $tenths }
withheld-opening-shop = Sklep { $shop } postanowił nie pokazywać Twojej opinii.
withheld-change = Opinię można zmienić do { $day }. Sklep { $shop } znów ją wtedy przejrzy, zanim zostanie pokazana.
withheld-insider = Pracujesz dla sklepu { $shop }, dlatego Twoja opinia nie jest pokazywana.

### Page

hub-title = Twoja opinia
hub-title-wrong = Prosimy sprawdzić opinię
hub-question = I jak wrażenia?
hub-question-named = { $name }, jak wrażenia?
hub-questions = I jak wrażenia?
hub-questions-named = { $name }, jak wrażenia?
hub-question-shop = Jak było w sklepie { $shop }?
hub-question-shop-named = { $name }, jak było w sklepie { $shop }?
hub-opening = Dobra czy zła, każda opinia pomaga innym w wyborze.
hub-trial = To jest test: widzisz to, co widzą Twoi klienci. Nic z tego nie jest liczone ani pokazywane.
wrong-heading = Opinia nie została jeszcze wysłana
wrong-kept = Wszystko, co zostało wpisane, nadal tu jest.
thanks = Dziękujemy.
thanks-named = Dziękujemy, { $name }.
thanks-all = { $total ->
        [one] Twoja opinia już do nas dotarła.
        [2] Obie opinie już do nas dotarły.
        [few] Wszystkie { $total } opinie już do nas dotarły.
       *[other] Wszystkie opinie ({ $total }) już do nas dotarły.
    }
thanks-until = { $done ->
        [1] Swoją opinię można tu zmienić do { $day }.
       *[other] Swoje opinie można tu zmienić do { $day }.
    }
progress = Produkt { $number } z { $total }
postpone-offer = { $total ->
        [1] Przesyłka jeszcze nie dotarła?
       *[other] Coś jeszcze nie dotarło?
    } Zapytamy ponownie za tydzień.
postpone-button = Zapytajcie za tydzień
link-is-yours = To osobisty link od sklepu { $shop }. Kto go ma, może tu pisać w Twoim imieniu, więc lepiej nikomu go nie przekazywać. Link działa do { $day }.
stop-offer = Mamy już nie pytać? Ten przycisk wyłącza wszystkie e-maile i SMS-y, w których sklep { $shop } prosi o opinie.
stop-button = Nie pytajcie więcej
stopped = Sklep { $shop } nie będzie już prosić o opinie.
contact-shop = Coś poszło nie tak? Kontakt ze sklepem { $shop }
privacy = Jak sklep { $shop } przetwarza Twoje dane

item-changed = zmieniono { $day }
held-moderation = { $shop } najpierw przeczyta opinię. Potem zobaczą ją wszyscy.
held-phone = { $shop } najpierw przeczyta opinię, bo jest w niej numer telefonu. Bez numeru wszyscy zobaczą ją od razu.
held-email = { $shop } najpierw przeczyta opinię, bo jest w niej adres e-mail. Bez adresu wszyscy zobaczą ją od razu.
held-website = { $shop } najpierw przeczyta opinię, bo jest w niej adres strony. Bez tego adresu wszyscy zobaczą ją od razu.
held-account = { $shop } najpierw przeczyta opinię, bo jest w niej konto w sieci społecznościowej. Bez niego wszyscy zobaczą ją od razu.
shown-heading = Co widzą inni
shown-now = Wszyscy mogą ją już zobaczyć.
shown-by-shop = Sklep { $shop } może ją już pokazać.
shown-earlier = Do tego czasu wszyscy widzą poprzednią wersję.
item-changes-unsent = zmiany jeszcze niewysłane
item-edit = Edytuj
item-edit-named = Edytuj swoją opinię: { $title }
item-see = Zobacz w sklepie
item-begun = Zaczęta, jeszcze niewysłana
rating-label = Twoja ocena
headline-label = Tytuł
text-label = Co inni powinni wiedzieć?
optional = (opcjonalnie)
text-left = Pozostało znaków: { $count }
text-hint-taken = Tekst powstał z Twoich odpowiedzi: można w nim zmienić wszystko. Do 5000 znaków.
send = Wyślij opinię
save = Zapisz zmiany
cancel = Anuluj
questions-begin = Zadajcie mi cztery pytania
questions-begin-ai = Niech pyta mnie AI
questions-go-on = Wróć do pytań
questions-change = Zmień moje odpowiedzi
fragments-hint = Te odpowiedzi są krótkie. Można je uzupełnić albo zostawić bez zmian.
offer-hint = Twoje odpowiedzi, których nie ma jeszcze w opinii:
offer-add = Dodaj do mojej opinii
name-label = Podpis pod opinią
fact-none = Bez odpowiedzi
name-shown-as = Podpis:
name-anonymous = Anonimowo
name-another = Inny podpis
name-field = Podpis widoczny dla innych
public-line = Wszyscy widzą Twoje gwiazdki, odpowiedzi, tekst, zdjęcia i ten podpis. Nikt nie widzi adresu e-mail ani zamówienia.

fault-rating = Prosimy wybrać od 1 do 5 gwiazdek.
fault-headline = Tytuł może mieć najwyżej 200 znaków, w jednym wierszu.
fault-text-too-long = Prosimy skrócić opinię do 5000 znaków.
fault-name = Podpis może mieć najwyżej 60 znaków, w jednym wierszu.
fault-name-missing = Prosimy wpisać podpis albo wybrać „Anonimowo”.
fault-too-often = Ta opinia była dzisiaj zapisywana bardzo często, dlatego ta zmiana nie została zapisana. Wpisany tekst nadal tu jest: można go wysłać teraz albo zapisać jutro.
fault-changed-too-often = Ta opinia była dzisiaj zmieniana bardzo często, dlatego ta zmiana nie została zapisana. Wpisany tekst nadal tu jest: prosimy wysłać go jutro jeszcze raz.
fault-answer-too-long = Prosimy skrócić odpowiedź do 1000 znaków.

chat-title-wrong = Prosimy sprawdzić odpowiedź
chat-asked-by-ai = Pyta sztuczna inteligencja (AI).
chat-by-ai = Sztuczna inteligencja (AI) zadaje do { $total ->
        [one] { $total } pytania
        [few] { $total } pytań
        [many] { $total } pytań
       *[other] { $total } pytania
    } i podpowiada najwyżej początek odpowiedzi. Piszesz Ty; można pominąć dowolne pytanie.
chat-by-guide = { $total ->
        [one] { $total } krótkie pytanie.
        [few] { $total } krótkie pytania.
        [many] { $total } krótkich pytań.
       *[other] { $total } krótkiego pytania.
    } Z odpowiedzi powstanie szkic, który można zmienić.
chat-progress = Pytanie { $number } z { $total }
chat-earlier = Twoje dotychczasowe odpowiedzi
chat-skipped = Pominięte
chat-change = Zmień
chat-change-named = Zmień odpowiedź na pytanie: { $question }
chat-chips = Gotowe odpowiedzi i początki zdań
chat-hint = Wystarczy kilka słów.
chat-hint-chips = Można pisać dalej albo dotknąć tego, co pasuje.
chat-photo = Najbardziej pomaga zdjęcie. Dodać je?
chat-next = Dalej
chat-last = Zobacz mój szkic
chat-skip = Pomiń
chat-enough = Wystarczy, pokaż mój tekst
chat-leave = Wróć do formularza

problem-heading = Coś jest nie tak z moim zamówieniem
problem-title-wrong = Prosimy sprawdzić wiadomość
problem-label = Co jest nie tak?
problem-hint = Sklep { $shop } dostanie Twoje słowa e-mailem, wraz z imieniem i nazwiskiem, zamówieniem i tym, co zostało kupione, i będzie mógł się z Tobą skontaktować. Twoja opinia od tego nie zależy. Najwyżej 1000 znaków.
problem-button = Wyślij do sklepu
problem-back = Wróć do mojej opinii
problem-missing = Prosimy napisać, co jest nie tak.
problem-too-long = Prosimy skrócić wiadomość do 1000 znaków.
problem-too-often = Sklep { $shop } dostał już dzisiaj trzy Twoje wiadomości, dlatego ta nie została wysłana. Wpisany tekst nadal tu jest: prosimy wysłać go jutro jeszcze raz.
problem-unreachable = Do sklepu { $shop } nie można teraz wysłać e-maila, dlatego wiadomość nie została wysłana. Wpisany tekst nadal tu jest.
problem-contact = Napisz bezpośrednio do sklepu { $shop }
problem-sent = Wiadomość jest w drodze do sklepu { $shop }, który może się z Tobą skontaktować. Twoja opinia to osobna sprawa: można do niej wrócić w dowolnej chwili.
problem-told = Sklep { $shop } ma od Ciebie wiadomość o problemie z { $day }.
problem-trial = To jest test, dlatego wiadomość nie zostanie wysłana do sklepu { $shop }.

expired-heading = Ten link wygasł
expired-why = Linki do wystawiania opinii po pewnym czasie przestają działać. Można poprosić o nowy do tego, co jeszcze czeka na opinię. Wysłane opinie pozostają; aby zmienić którąś z nich, prosimy napisać do { $shop }.
expired-button = Wyślijcie mi nowy link
expired-where = Wyślemy go e-mailem.
renewed-heading = Prosimy zajrzeć do skrzynki
renewed-what = Jeśli nowy link można wysłać, jest już w drodze na adres, który zna sklep. Powinien dotrzeć w ciągu kilku minut; warto też zajrzeć do folderu ze spamem.
renewed-again = O nowy link można poprosić raz dziennie.
cancelled-heading = Ten link nie jest już dostępny
cancelled-why = Sklep wycofał to zaproszenie, więc nie ma tu już nic do zrobienia. Napisane wcześniej opinie pozostają bez zmian.
postponed-heading = Dziękujemy za informację
postponed-again = Zapytamy ponownie { $day }. Do tego czasu nie będziemy pisać w tej sprawie.
postponed-never = Gdy wszystko dotrze, ten sam link otworzy tę samą stronę.
postponed-sooner = Dotarło wcześniej? Napisz opinię
postponed-link = Link działa do { $day }. Jeśli zamówienie wydaje się zagubione, prosimy zapytać sklep { $shop }.
reviewed-heading = Nie ma na co czekać
reviewed-why = Jedna opinia już jest, więc nie będzie przypomnień. O tym, co ma dopiero dotrzeć, można napisać, gdy tylko dotrze.
reviewed-back = Wróć do swojej strony
withdraw = Wycofaj moją opinię
withdraw-heading = Wycofać Twoją opinię?
withdraw-why = Twój tekst, podpis i zdjęcia zostaną trwale usunięte. Dopóki ten link działa, można napisać nową opinię.
withdraw-sure = Usuń moją opinię
withdraw-back = Zostaw
withdrawn = Twoja opinia została usunięta: { $title }.
report-heading = Zgłoś opinię
report-why = Co jest z nią nie tak?
report-unlawful = Narusza prawo
report-fake = Nie jest prawdziwa
report-abusive = Obraża lub grozi
report-personal_data = Ujawnia coś prywatnego o jakiejś osobie
report-other = Coś innego
report-words = Własnymi słowami
report-button = Zgłoś
report-hint = Sklep { $shop } przeczyta zgłoszenie i zdecyduje. Nikt nie pozna Twojej tożsamości, jeśli nie podasz jej w treści.
report-email = Pod podany adres wyślemy potwierdzenie, a później decyzję sklepu { $shop } z powodem. Adres zostanie usunięty po roku.
reported-heading = Dziękujemy
reported-what = Sklep { $shop } ma Twoje zgłoszenie i zdecyduje o opinii.
reported-receipt = Jeśli { $email } może dostawać od nas e-maile, wkrótce dotrze potwierdzenie.
report-too-many = Przyszło zbyt wiele zgłoszeń. Prosimy napisać bezpośrednio do sklepu { $shop }.
write-how = Podaj adres e-mail, który zna sklep, a wyślemy link, pod którym można dać gwiazdki i napisać opinię.
write-email = Adres e-mail
write-who = { $shop } widzi ten adres i czyta opinię, zanim stanie się publiczna. Nikt inny nie widzi adresu.
write-button = Wyślij mi link
write-fault = Podaj adres e-mail, na przykład jane@example.com.
write-sent = Jeśli sklep zna { $email } i może tam pisać, link dotrze w ciągu minuty.
write-spam = Nie ma go? Zajrzyj do spamu albo spróbuj ponownie za godzinę.
write-too-many = Przez Twoje połączenie internetowe poproszono o wiele linków, więc teraz nie możemy wysłać kolejnego. Spróbuj później albo przez inne połączenie, na przykład z telefonu.

unsubscribe-heading = Mamy już nie prosić o opinie?
unsubscribe-what = Sklep { $shop } nie będzie już prosić o opinie ani e-mailem, ani SMS-em. Nie dotyczy to wiadomości o zamówieniach.
unsubscribe-button = Zrezygnuj
unsubscribe-hint = Nic się jeszcze nie zmieniło. Jeśli możemy pytać dalej, wystarczy zamknąć tę stronę.
unsubscribed-heading = Rezygnacja przyjęta
unsubscribed-hint = Wiadomość wysyłana właśnie w tej chwili może jeszcze dotrzeć.
unsubscribed-undo = Jednak pytajcie dalej
resubscribed-heading = Będziemy znów pytać
resubscribed-what = Sklep { $shop } może znów prosić o opinie.
unknown-heading = Nie znaleziono strony
unknown-why = Pod tym adresem nic nie ma. Jeśli pochodzi z e-maila, prosimy otworzyć go stamtąd jeszcze raz: link skopiowany ręcznie łatwo uciąć.
not-allowed-heading = Tej strony nie można tak otworzyć
not-allowed-why = Prosimy jeszcze raz otworzyć link z e-maila i stamtąd przejść dalej.
failure-heading = Coś poszło nie tak
failure-why = To nasza wina, nie Twoja. Prosimy spróbować ponownie za minutę. Jeśli trwało wysyłanie opinii, najpierw warto się cofnąć: przeglądarka zwykle zachowuje wpisany tekst.

## Co mówią skrypty

script-saved = Szkic zapisany
script-unsaved = Jeszcze niezapisane
script-failed = Nie udało się wysłać. Nic nie zginęło: wpisany tekst nadal tu jest. Prosimy za chwilę spróbować ponownie.
script-question-comes = Chwileczkę, zaraz następne pytanie
script-draft-comes = Chwileczkę, zaraz będzie szkic

## Zdjęcia

photos = Zdjęcia
photos-hint = Do 5. Usuwamy miejsce i datę.
photo-add = Dodaj zdjęcia
photo-alt = Twoje zdjęcie { $number }: { $title }
photo-remove-number = Usuń zdjęcie { $number }
photo-expected = Zdjęcie jest przesyłane lub sprawdzane. Prosimy za chwilę odświeżyć stronę.
photo-sending = Wysyłanie zdjęcia { $n } z { $of }…
photo-checking = Wysłane. Trwa sprawdzanie…
photo-not-read = Tego pliku nie można odczytać jako zdjęcia: { $file }. Prosimy wybrać obraz JPEG, PNG lub WebP.
photo-not-sent = Zdjęcie nie zostało wysłane. Prosimy spróbować ponownie.
photo-too-many = W opinii mieści się 5 zdjęć: pozostałe pominięto.
photo-unreadable = Tego pliku nie można odczytać jako zdjęcia. Prosimy wybrać obraz JPEG, PNG lub WebP; może to być też zrzut ekranu.
photo-too-large = Ten plik ma ponad 10 MB. Prosimy wybrać mniejszy.
photo-too-many-pixels = To zdjęcie ma ponad 50 megapikseli albo bok dłuższy niż 20 000 pikseli. Prosimy wybrać mniejsze.
upload-hint = Prosimy wybrać obraz JPEG, PNG lub WebP do 10 MB. Każdy będzie mógł go zobaczyć przy opinii. Zachowujemy tylko obraz: bez miejsca i czasu jego wykonania.
upload-file = Twoje zdjęcie
upload-send = Prześlij
upload-back = Wróć bez zdjęcia
photos-full = Jest już 5 zdjęć
photos-full-hint = W opinii mieści się 5. Po usunięciu jednego można dodać inne.
photos-too-often = Dzisiaj zdjęcia dodawano tu bardzo często
photos-too-often-hint = Zdjęcia i tekst nadal tu są. Kolejne zdjęcia można dodać jutro.
photos-full-back = Wróć do opinii

## Opinie na stronie sklepu

published-heading = Opinie: { $title }
published-none = Nie ma jeszcze żadnej opinii.
published-average = { $average } na 5
published-count = { $count ->
        [one] { $count } opinia
        [few] { $count } opinie
        [many] { $count } opinii
       *[other] { $count } opinii
    }
published-of = z { $n }
published-order = Potwierdzony zakup
published-request = Na prośbę, po zamówieniu
published-claimed = Zakup potwierdzony przez { $system }
published-incentivized = W zamian otrzymano korzyść
published-rewarded = { $count ->
        [one] w tym { $count } opinia w zamian za korzyść
        [few] w tym { $count } opinie w zamian za korzyść
        [many] w tym { $count } opinii w zamian za korzyść
       *[other] w tym { $count } opinii w zamian za korzyść
    }
published-experienced = Otrzymano: { $month }
published-experience = Data doświadczenia: { $month }
published-edited = Edytowano { $date }
published-imported = Napisana gdzie indziej
published-report = Zgłoś
published-photo = Zdjęcie { $number } w tej opinii
published-photo-of = Zdjęcie { $number } z { $total }
published-reply = Odpowiedź sklepu { $shop }
published-reply-before-edit = Napisano przed edycją opinii
published-pages = Strony z opiniami
published-page = Strona { $number } z { $total }
published-newer = Nowsze opinie
published-older = Starsze opinie
published-newest = Od najnowszych
published-highest = Od najwyższej oceny
published-lowest = Od najniższej oceny
published-all = Wszystkie opinie
published-filter = Gwiazdki { $stars }: { $n }
published-sort = Kolejność
published-with-photos = Ze zdjęciami
published-no-hits = Brak takich opinii
published-of-newest = Wśród { $n } najnowszych opinii
published-showing = Widoczne: { $shown } z { $n }
published-more = Więcej opinii
published-whole = Czytaj dalej
published-claimed = Zakup potwierdzony przez { $system }
published-unknown = Zakup nieznany
published-close = Zamknij
published-previous = Poprzednie
published-next = Następne
published-write = Napisz opinię
published-failed = Nie udało się wczytać. Spróbuj ponownie.

## Jak sklep decyduje o opiniach

trust-heading = Jak sklep { $shop } publikuje opinie
trust-publish = Opinie są widoczne od razu. Na decyzję sklepu czekają tylko te, które zawierają adres e-mail, numer telefonu lub adres internetowy.
trust-hold = Każda opinia czeka, aż sklep ją przeczyta.
trust-edit = Opinia wstrzymana, a potem zmieniona, też czeka.
trust-visitor = Opinia osoby, której sklep nie pytał, zawsze czeka na sklep.
trust-insider = Opinia z adresu osoby, która zarządza opiniami tego sklepu, nigdy nie jest pokazywana; innym osobom, które pracują dla sklepu, nie wolno pisać opinii.
trust-reasons = Sklep może wstrzymać opinię tylko z tych powodów. Zdanie o produkcie do nich nie należy.
trust-confidential = Zdradza informacje poufne
trust-abusive = Obraża lub nęka
trust-personal_data = Zawiera dane osobowe
trust-discriminatory = Dyskryminuje ludzi
trust-misleading = Mówi coś w oczywisty sposób nieprawdziwego
trust-fake = Wiele wskazuje na to, że jest fałszywa
trust-unrelated = Dotyczy czegoś innego
trust-unlawful = Jest niezgodna z prawem
trust-unspecified = Sklep nie podał powodu
trust-earlier_system = Poprzedni system jej nie pokazywał
trust-order = Najnowsze opinie są na górze.
trust-mean = Średnia ocen to średnia arytmetyczna wszystkich opublikowanych opinii. Żadna opinia nie waży więcej niż inna.
trust-groups = Rozmiary, kolory, wersje językowe i karty jednego produktu mogą mieć wspólne opinie i średnią ocen. Przy każdej opinii widać wtedy, czego dotyczy.
trust-kept = Opublikowana opinia pozostaje, dopóki autor jej nie wycofa, jego dane nie zostaną usunięte albo sklep nie usunie jej z jednego z powodów podanych niżej.
trust-challenge = Gdy opinia zostaje wstrzymana, autor dostaje e-mail z powodem i może ją zmienić albo złożyć sprzeciw w sklepie.
trust-report = Każdy może zgłosić opublikowaną opinię. Sklep podejmuje wtedy decyzję ponownie.
trust-genuine = Opinie muszą być prawdziwe. Opinie fałszywe, kupione i wymieniane są zabronione, a sklep usuwa te, o których się dowie.
trust-consequence = Usunięta opinia nie wlicza się do żadnej średniej, a jej autor poznaje powód.
trust-rewards = Za opinię wolno coś dać tylko wtedy, gdy nie zależy to od liczby gwiazdek.
trust-refunded = Kto dostał zwrot pieniędzy, nie jest proszony o opinię na temat tego zakupu.
trust-incentives = Co otrzymują osoby piszące opinie, słowami sklepu:
trust-no-incentives = Sklep nie podaje, aby autorzy opinii otrzymywali coś w zamian.
trust-marks = Co oznaczają etykiety i ile opublikowanych opinii je ma
trust-none = żadna
trust-of = { $count ->
        [0] żadna z { $all }
       *[other] { $count } z { $all }
    }
trust-mark-order = System sklepu zna opłacone zamówienie z tym produktem.
trust-mark-request = Sklep, prosząc o opinię, podał zamówienie. Nie zostało ono tutaj sprawdzone.
trust-mark-claimed = Tak podaje system sklepu lub inny system. Nie zostało to tutaj sprawdzone.
trust-mark-unknown = Nie jest znane żadne zamówienie.
trust-mark-incentivized = Autor coś otrzymał, bez względu na liczbę gwiazdek.
trust-mark-imported = Pochodzi z innego serwisu z opiniami i zachowuje swoją datę.
trust-numbers = Opinie w liczbach
trust-stars = Gwiazdki
trust-all = Wszystkie
trust-submitted = Nadesłane
trust-published = Opublikowane
trust-withheld = Wstrzymane
trust-removed = Usunięte
trust-decided = W jakim czasie połowę opublikowano lub wstrzymano
trust-hours = { $hours ->
        [0] od razu
        [1] w ciągu godziny
       *[other] w ciągu { $hours } godzin
    }
trust-days = w ciągu { $days } dni
trust-undecided = jak dotąd mniej niż pięć decyzji
trust-slowest = Najdłużej trwało
trust-longer = po ponad pół roku
trust-waiting = { $count ->
        [0] Żadna opinia nie czeka na decyzję sklepu.
        [one] { $count } opinia czeka na decyzję sklepu.
        [few] { $count } opinie czekają na decyzję sklepu.
       *[other] { $count } opinii czeka na decyzję sklepu.
    }
trust-oldest = { $days ->
        [0] Najstarsza czeka krócej niż dzień.
        [one] Najstarsza czeka { $days } dzień.
       *[other] Najstarsza czeka { $days } dni.
    }
trust-withdrawn = { $count ->
        [0] Żadnej nie wycofał jej autor.
        [one] { $count } opinię wycofał jej autor.
        [few] { $count } opinie wycofali ich autorzy.
       *[other] { $count } opinii wycofali ich autorzy.
    }
trust-elsewhere = { $count ->
        [0] Żadnej nie napisano gdzie indziej.
        [one] { $count } opinię napisano gdzie indziej.
        [few] { $count } opinie napisano gdzie indziej.
       *[other] { $count } opinii napisano gdzie indziej.
    }
trust-from-shop = { $count ->
        [one] { $count } opinia pochodzi z własnego systemu sklepu i nie została tutaj sprawdzona.
        [few] { $count } opinie pochodzą z własnego systemu sklepu i nie zostały tutaj sprawdzone.
       *[other] { $count } opinii pochodzi z własnego systemu sklepu i nie zostało tutaj sprawdzonych.
    }
trust-few = Aby nikogo nie dało się rozpoznać, od 1 do 4 opinii pokazujemy jako „1–4”.

### Email

heading-product = Jak się sprawdza „{ $title }”?
heading-product-named = { $name }, jak się sprawdza „{ $title }”?
heading-it = I jak wrażenia?
heading-it-named = { $name }, jak wrażenia?
heading-order = Jakie wrażenia po zamówieniu w sklepie { $shop }?
heading-order-named = { $name }, jakie wrażenia po zamówieniu w sklepie { $shop }?
heading-shop = Jak było w sklepie { $shop }?
heading-shop-named = { $name }, jak było w sklepie { $shop }?
subject-first-reminder = Znajdzie się minuta? { $question }
subject-next-reminder = Nadal jesteśmy ciekawi. { $question }
subject-last-reminder = Pytamy ostatni raz. { $question }
subject-new-link = Nowy link do opinii od sklepu { $shop }

preheader-more = { $title } i jeszcze { $more }. Dobra czy zła, każda opinia pomaga innym w wyborze.

opening-first = Dobra czy zła, każda opinia pomaga innym w wyborze.
opening-first-reminder = Nasz pierwszy e-mail mógł gdzieś umknąć. Dobra czy zła, każda opinia pomaga, nawet w kilku słowach.
opening-next-reminder = Wystarczy minuta: gwiazdki i jedno zdanie, niezależnie od wrażeń.
opening-last-reminder = To nasze ostatnie przypomnienie. Nie będziemy już o to pytać.
opening-new-link-order = Oto nowy link, zgodnie z prośbą. Pokazuje, co jeszcze czeka na opinię.
opening-new-link-shop = Oto nowy link, zgodnie z prośbą.

lead-first = Zacząć można od dotknięcia gwiazdki. { $opening }
lead = { $opening } Zacząć można od dotknięcia gwiazdki.
more = i jeszcze { $more }
button = Napisz opinię
button-link = Napisz opinię:
not-arrived = { $total ->
        [1] Przesyłka jeszcze nie dotarła
       *[other] Coś jeszcze nie dotarło
    }
closing = Ten link jest tylko dla Ciebie i działa do { $day }.
reason-ordered = Powód tej wiadomości: zamówienie w sklepie { $shop }.
reason-customer = Tę wiadomość wysyłamy do klientów sklepu { $shop }.
subject-asked = Twój link do napisania opinii dla { $shop }
asked-opening = Prosimy skorzystać z zamówionego linku, aby napisać o { $title }.
asked-ignore = Jeśli to nie Ty, zignoruj tę wiadomość.
reason-asked = Otrzymujesz tę wiadomość, bo ktoś podał Twój adres na stronie { $shop }.
objection = Możesz w każdej chwili bezpłatnie sprzeciwić się otrzymywaniu tych wiadomości:
unsubscribe = Rezygnacja z próśb o opinie
contact = Kontakt ze sklepem { $shop }
privacy = Polityka prywatności

subject-withheld = Twoja opinia w sklepie { $shop } nie jest pokazywana
heading-withheld = Twoja opinia nie jest pokazywana
withheld-opening-product = Sklep { $shop } postanowił nie pokazywać Twojej opinii o produkcie „{ $title }”.
withheld-confidential = Powód: zawiera informacje poufne.
withheld-abusive = Powód: zawiera obelgi lub groźby.
withheld-personal_data = Powód: zawiera czyjeś dane osobowe.
withheld-discriminatory = Powód: jest dyskryminująca.
withheld-misleading = Powód: jest nieprawdziwa lub wprowadza w błąd.
withheld-fake = Powód: nie wydaje się oparta na prawdziwym doświadczeniu.
withheld-unrelated = Powód: nie dotyczy tego, co było do oceny.
withheld-unlawful = Powód: zawiera coś niezgodnego z prawem.
withheld-unspecified = Sklep nie podał powodu.
withheld-closed = Link do opinii już nie działa, więc nie można jej tam zmienić.
withheld-button = Zmień opinię
decision-ground-law = Sklep { $shop } uważa, że prawo nie pozwala na taką treść.
decision-ground-rule = Sklep { $shop } ma zasadę, że z tego powodu nie pokazuje opinii, bez względu na liczbę gwiazdek.
decision-day = Data decyzji sklepu { $shop }: { $day }.
decision-scope = Decyzja obowiązuje wszędzie, dopóki sklep { $shop } nie postanowi inaczej.
redress-reply = Jeśli nie zgadzasz się z tą decyzją, napisz do sklepu { $shop }: wystarczy odpowiedzieć na tę wiadomość.
redress-write = Jeśli nie zgadzasz się z tą decyzją, napisz do sklepu { $shop }. Dane kontaktowe są na końcu tej wiadomości.
redress-ask-reply = Jeśli chcesz poznać powód lub nie zgadzasz się z tą decyzją, zapytaj sklep { $shop }: wystarczy odpowiedzieć na tę wiadomość.
redress-ask-write = Jeśli chcesz poznać powód lub nie zgadzasz się z tą decyzją, napisz do sklepu { $shop }. Dane kontaktowe są na końcu tej wiadomości.
redress-outside = Być może możesz też zwrócić się do sądu lub do podmiotu, który rozstrzyga spory poza sądem. Do którego, zależy od kraju, w którym mieszkasz.
subject-dropped = Zmiana Twojej opinii w sklepie { $shop } nie jest pokazywana
heading-dropped = Twoja zmiana nie jest pokazywana
dropped-opening-product = Sklep { $shop } postanowił nie pokazywać zmiany Twojej opinii o produkcie „{ $title }”. Pozostaje poprzednia wersja:
dropped-opening-shop = Sklep { $shop } postanowił nie pokazywać zmiany Twojej opinii. Pozostaje poprzednia wersja:
subject-removed = Twoja opinia w sklepie { $shop } została usunięta
heading-removed = Twoja opinia została usunięta
removed-opening-product = Sklep { $shop } trwale usunął Twoją opinię o produkcie „{ $title }”.
removed-opening-shop = Sklep { $shop } trwale usunął Twoją opinię.
subject-replied = Sklep { $shop } odpowiedział na Twoją opinię
heading-replied = Sklep { $shop } Ci odpowiedział
replied-own-product = Twoja opinia o produkcie „{ $title }”:
replied-own-shop = Twoja opinia o sklepie { $shop }:
replied-answer = Odpowiedź sklepu { $shop }:
replied-button = Zobacz opinię
reason-review = Powód tej wiadomości: Twoja opinia w sklepie { $shop }.
subject-report-received = Sklep { $shop } ma Twoje zgłoszenie
heading-report-received = Twoje zgłoszenie dotarło
report-received = Twoje zgłoszenie z dnia { $day } dotyczy opinii: „{ $title }”.
report-received-next = Sklep { $shop } przeczyta zgłoszenie i zdecyduje. Wtedy dostaniesz kolejną wiadomość.
subject-report-decided = Decyzja sklepu { $shop } o Twoim zgłoszeniu
heading-report-decided = Decyzja o Twoim zgłoszeniu
report-decided = Twoje zgłoszenie z dnia { $day } dotyczyło opinii: „{ $title }”.
report-kept = Sklep { $shop } postanowił, że opinia pozostaje publiczna. Powód:
report-ended = Sklep { $shop } postanowił, że opinia nie jest już publiczna.
report-gone = Opinia nie jest już publiczna, choć sklep { $shop } o niej nie decydował.
reason-reported = Powód tej wiadomości: ktoś podał Twój adres przy zgłaszaniu opinii na stronie sklepu { $shop }.

subject-webhook = Webhook sklepu { $shop } jest wyłączony
heading-webhook = Webhook jest wyłączony
webhook-failed = Od { $day } nie udało się niczego dostarczyć do tego webhooka, dlatego jest wyłączony:
webhook-gone = Serwer tego webhooka odpowiedział, że adres już nie istnieje (410), dlatego jest wyłączony:
webhook-fix = Dopóki webhook nie zostanie znów włączony, sklep { $shop } nie dowiaduje się, co się dzieje. Osoba, która go skonfigurowała, może poprawić adres i ponownie włączyć webhook w konsoli. Jego dziennik obejmuje tam ostatnie 30 dni, a każde wywołanie można wysłać jeszcze raz.
subject-held = E-maile sklepu { $shop } są wstrzymane
heading-held = E-maile sklepu są wstrzymane
held-bounces = { $count } z ostatnich { $sent } e-maili sklepu { $shop } wysłano na adresy, które nie istnieją. Dlatego sklep { $shop } na razie nie wysyła e-maili.
held-complaints = { $count } z ostatnich { $sent } e-maili sklepu { $shop } oznaczono jako spam. Dlatego sklep { $shop } na razie nie wysyła e-maili.
held-fix = Prosimy sprawdzić, skąd pochodzą te adresy, i prosić o opinie tylko osoby, które kupiły coś w sklepie { $shop }. Jeśli prawie nic więcej nie wróci, czekające e-maile zostaną wysłane automatycznie { $day }. Za każdym kolejnym razem potrwa to dłużej.
subject-silent = Do sklepu { $shop } nie docierają zamówienia z { $system }
heading-silent = Nie docierają zamówienia z { $system }
silent-since = Ostatnie zamówienie sklepu { $shop } dotarło z { $system } dnia { $day }. To znacznie dawniej niż zwykle.
silent-fix = Prosimy sprawdzić w { $system }, czy zamówienia są nadal zgłaszane: czy webhooki są włączone lub czy wtyczka Afterword jest połączona. Dopóki zamówienia nie zaczną znów docierać, nikt nie jest proszony o opinię.
heading-sender = Państwa e-maile nie wychodzą już z własnego adresu
sender-lost = Rekordów DNS domeny { $domain } brakuje albo zostały zmienione. Dlatego e-maile sklepu { $shop } znów wychodzą ze zwykłego adresu. Żaden nie zginął.
sender-fix = Proszę dodać rekordy ponownie. Gdy tylko zostaną znalezione, e-maile znów będą wychodzić z własnego adresu.
subject-ended = Sklep { $shop } jest zamknięty: { $day } wszystko zostanie zniszczone
heading-ended = Sklep { $shop } jest zamknięty
ended-by-owner = Właściciel zamknął go w konsoli. Data: { $day }.
ended-by-operator = Operator tej usługi opinii zamknął sklep. Data: { $day }.
ended-by-nobody = Sklep został zamknięty. Data: { $day }.
ended-now = Klienci nie dostają wiadomości, a klucze API, linki i strony nie działają.
ended-undo = Do { $day } właściciel może otworzyć konsolę i ponownie otworzyć sklep. Potem wszystko, co jest o nim zapisane, zostanie zniszczone i nikt tego nie odzyska. Jeśli nie możesz się zalogować, zwróć się przed tym dniem do operatora tej usługi opinii.
heading-restored = Sklep { $shop } jest znów otwarty
restored-now = Zamknięcie zostało cofnięte: klucze API, linki i strony znów działają, a czekające wiadomości są wysyłane.
reason-ended = Powód tej wiadomości: masz w sklepie { $shop } rolę właściciela.
console-button = Otwórz konsolę
reason-owner = Powód tej wiadomości: to adres właściciela w ustawieniach sklepu { $shop }.
no-replies = Odpowiedzi na tę wiadomość do nikogo nie docierają: użyj przycisku w wiadomości.
heading-problem-order = Coś jest nie tak z zamówieniem { $order }
heading-problem = Coś jest nie tak z zamówieniem w sklepie { $shop }
problem-wrote-named = Wiadomość do sklepu { $shop } ze strony z opiniami. Nadawca: { $name }
problem-wrote = Wiadomość od klienta do sklepu { $shop } ze strony z opiniami:
problem-about = Dotyczy: { $titles }
problem-answer = Wystarczy odpowiedzieć na tę wiadomość. Odpowiedź trafi na adres { $email }.
problem-answer-phone = Nie ma adresu e-mail, na który można odpowiedzieć. Numer telefonu: { $phone }.
reason-problem = Powód tej wiadomości: na ten adres sklep { $shop } dostaje wiadomości o problemach z zamówieniami.

### SMS

first = { $shop } prosi o szczera opinie: { $link } Rezygnacja: odpowiedz STOP.
reminder = Przypomnienie: { $shop } prosi o szczera opinie: { $link } Rezygnacja: odpowiedz STOP.
some-shop = Znany Ci sklep

### Questions

product-1 = Jak korzystasz z tego produktu?
    .chip-1 = Używam codziennie
    .chip-2 = Używam od czasu do czasu
    .chip-hardly = Na razie rzadko używam
    .chip-gift = To był prezent
    .start-1 = Używam do …
    .start-2 = Używam, kiedy …
    .start-3 = Wybór padł na ten produkt, bo …
product-2 = Co Ci się w nim podoba?
    .chip-1 = Jakość wykonania jest dobra
    .chip-2 = Obsługa jest prosta
    .chip-3 = Produkt jest wart swojej ceny
    .chip-nothing = Niewiele mi się podoba
    .start-1 = Podoba mi się to, że …
    .start-2 = Podoba mi się …
    .start-3 = W porównaniu z poprzednim …
product-2-gift = Jak się spodobał prezent?
    .chip-1 = Prezent bardzo się spodobał
    .chip-2 = Prezent jest często używany
    .chip-nothing = Prezent był nietrafiony
    .start-1 = Powiedziano mi, że …
    .start-2 = Wybór padł na ten prezent, bo …
product-2-hardly = Jakie jest pierwsze wrażenie?
    .chip-1 = Wygląda solidnie
    .chip-2 = Obsługa wydaje się prosta
    .chip-3 = Produkt nie spełnia moich oczekiwań
    .chip-nothing = Na razie niewiele mi się podoba
    .start-1 = Na pierwszy rzut oka wygląda …
    .start-2 = Rzadko używam, bo …
product-3 = Co można by poprawić?
    .chip-1 = Nie trzeba niczego zmieniać
    .chip-2 = Produkt mógłby być solidniejszy
    .chip-3 = Produkt jest niezgodny z opisem
    .chip-4 = Cena jest za wysoka
    .start-1 = Byłoby lepiej, gdyby …
    .start-2 = Brakuje mi …
    .start-3 = Dla mnie jest …
product-3-nothing = Co poszło nie tak?
    .chip-1 = Produkt się zepsuł
    .chip-2 = Produkt jest niezgodny z opisem
    .chip-3 = Produkt nie spełnia moich potrzeb
    .chip-4 = Jakość pozostawia wiele do życzenia
    .start-1 = Miało być …
    .start-2 = Byłoby lepiej, gdyby …
product-4 = Czy polecasz ten produkt i komu?
    .chip-1 = Polecam każdemu
    .chip-2 = Polecam, ale nie każdemu
    .chip-3 = Nie polecam
    .start-1 = To produkt dla …
    .start-2 = Nadaje się dla …
    .start-3 = To nie jest produkt dla …
product-4-gift = Czy jeszcze raz dasz to komuś w prezencie?
    .chip-1 = Chętnie dam to w prezencie jeszcze raz
    .chip-2 = Może dam to w prezencie jeszcze raz
    .chip-3 = Drugi raz nie dam tego w prezencie
    .start-1 = Dam to jeszcze raz w prezencie …
    .start-2 = Nie dam tego drugi raz w prezencie, bo …
product-4-nothing = Co uratowałoby sytuację?
    .chip-1 = Wystarczyłaby wymiana na nowy egzemplarz
    .chip-2 = Wystarczyłby zwrot pieniędzy
    .chip-3 = Wystarczyłaby szybka odpowiedź
    .chip-4 = Nic by nie pomogło
    .start-1 = Pomogłoby, gdyby …
    .start-2 = Zabrakło mi …

shop-1 = Dlaczego akurat ten sklep?
    .chip-1 = Chodziło mi o coś konkretnego
    .chip-2 = Chodziło mi o prezent
    .chip-3 = Kupuję tu regularnie
    .start-1 = Chodziło mi o …
    .start-2 = Wybór padł na ten sklep, bo …
shop-2 = Co poszło dobrze?
    .chip-1 = Poszło szybko
    .chip-2 = Wszystko było proste
    .chip-3 = Obsługa była miła
    .chip-nothing = Niewiele poszło dobrze
    .start-1 = Podobało mi się to, że …
    .start-2 = Podoba mi się …
    .start-3 = W porównaniu z innymi sklepami …
shop-3 = Co można by poprawić?
    .chip-1 = Nie trzeba niczego zmieniać
    .chip-2 = Trwało to za długo
    .chip-3 = Było za drogo
    .chip-4 = Moje pytania pozostały bez odpowiedzi
    .start-1 = Byłoby lepiej, gdyby …
    .start-2 = Brakowało mi …
shop-3-nothing = Co poszło nie tak?
    .chip-1 = Trwało to za długo
    .chip-2 = Było za drogo
    .chip-3 = Moje pytania pozostały bez odpowiedzi
    .chip-4 = Przyszło coś innego niż w zamówieniu
    .start-1 = Miało być …
    .start-2 = Byłoby lepiej, gdyby …
shop-4 = Czy wrócisz do tego sklepu?
    .chip-1 = Chętnie tu wrócę
    .chip-2 = Może tu wrócę
    .chip-3 = Już tu nie wrócę
    .start-1 = Wrócę tu po …
    .start-2 = Wrócę tu, jeśli …
    .start-3 = Nie wrócę tu, bo …
shop-4-nothing = Co uratowałoby sytuację?
    .chip-1 = Wystarczyłaby szybka odpowiedź
    .chip-2 = Wystarczyłby zwrot pieniędzy
    .chip-3 = Wystarczyłyby przeprosiny
    .chip-4 = Nic by nie pomogło
    .start-1 = Pomogłoby, gdyby …
    .start-2 = Zabrakło mi …

fact-fit = Jak wypada rozmiar?
    .answer-1 = Za mały
    .answer-2 = W sam raz
    .answer-3 = Za duży
fact-value = Czy jest wart swojej ceny?
    .answer-1 = Za drogi
    .answer-2 = W porządku
    .answer-3 = Świetna cena
fact-ease = Czy łatwo się go używa?
    .answer-1 = Trudno
    .answer-2 = Średnio
    .answer-3 = Łatwo

fillers = yy | yyy | ee | eee | eem | ehm | em | hm | hmm | mhm | to znaczy (nie)
openers = no, | no więc, | więc, | no cóż, | cóż, | znaczy, | to znaczy, | wiesz, | powiedzmy, | że tak powiem, | ten tego, | ech, | no i, | no dobra, | w sumie, | ogólnie, | generalnie, | tak, (dla)
yes-no = tak | tak tak | no | no tak | no pewnie | jasne | pewnie | na pewno | oczywiście | zdecydowanie | zdecydowanie tak | raczej tak | chyba tak | nie | nie nie | no nie | nie bardzo | nie za bardzo | raczej nie | chyba nie | zdecydowanie nie | skąd | nigdy | może | być może | zależy | to zależy
nothing = nic | nic takiego | brak | żaden | żadne | nie dotyczy | nd | n/d | nie wiem | trudno powiedzieć | nie mam zdania | nie mam pojęcia | bez zdania
abbreviations = np | ok | itd | itp | tj | tzn | tzw | max | min | nr | szt | godz | tys | ul | dr | inż
