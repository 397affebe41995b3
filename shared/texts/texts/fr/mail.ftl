subject-first-order = Que pensez-vous de votre commande chez { $shop } ?
subject-first-order-named = { $name }, que pensez-vous de votre commande chez { $shop } ?
subject-first-shop = Que pensez-vous de { $shop } ?
subject-first-shop-named = { $name }, que pensez-vous de { $shop } ?
subject-reminder-order = Petit rappel : que pensez-vous de votre commande chez { $shop } ?
subject-reminder-shop = Petit rappel : que pensez-vous de { $shop } ?
subject-new-link = Votre nouveau lien pour donner votre avis sur { $shop }

preheader = En bien ou en mal, quelques phrases suffisent.
preheader-one = { $title } : en bien ou en mal, quelques phrases suffisent.
preheader-more = { $title } et { $more ->
        [one] { $more } autre
       *[other] { $more } autres
    } : en bien ou en mal, quelques phrases suffisent.

greeting = Bonjour,
greeting-named = Bonjour { $name },

opening-first-order = Merci pour votre commande chez { $shop }. Qu’en pensez-vous ? Nous aimerions le lire avec vos propres mots :
opening-first-shop = Merci d’avoir choisi { $shop }. Comment cela s’est-il passé ? Nous aimerions le lire avec vos propres mots.
opening-reminder-order = Nous vous avons écrit il y a quelque temps au sujet de votre commande chez { $shop }. Si vous trouvez une minute, nous aimerions toujours lire ce que vous en pensez :
opening-reminder-shop = Nous vous avons écrit il y a quelque temps : comment cela s’est-il passé chez { $shop } ? Si vous trouvez une minute, nous aimerions toujours le lire.
opening-new-link-order = Voici le nouveau lien que vous avez demandé. Il montre ce sur quoi vous n’avez pas encore donné votre avis :
opening-new-link-shop = Voici le nouveau lien que vous avez demandé.

more = { $more ->
        [one] et { $more } autre
       *[other] et { $more } autres
    }
button = Donner mon avis
button-link = Donner mon avis :
closing = Deux minutes et quelques phrases sincères suffisent, quel que soit votre avis. Ce lien est personnel et fonctionne jusqu’au { $day }.
reason = Vous recevez cet e-mail parce que vous avez acheté chez { $shop }.
unsubscribe = Ne plus recevoir de demandes d’avis
unsubscribe-link = Ne plus recevoir de demandes d’avis :
