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

subject-withheld = Votre avis sur { $shop } n’est pas affiché
withheld-opening-product = { $shop } a décidé de ne pas afficher votre avis sur { $title }.
withheld-opening-shop = { $shop } a décidé de ne pas afficher votre avis.
withheld-confidential = La raison : il contient des informations confidentielles.
withheld-abusive = La raison : il contient des insultes ou des menaces.
withheld-personal_data = La raison : il contient des données personnelles de quelqu’un.
withheld-discriminatory = La raison : il est discriminatoire.
withheld-misleading = La raison : il est faux ou trompeur.
withheld-fake = La raison : il ne semble pas venir d’une expérience réelle.
withheld-unrelated = La raison : il ne porte pas sur ce qui était à évaluer.
withheld-unlawful = La raison : il contient quelque chose d’illégal.
withheld-unspecified = La boutique n’a pas donné de raison.
withheld-change = Vous pouvez modifier votre avis jusqu’au { $day }. Il attend ensuite que { $shop } l’ait examiné de nouveau.
withheld-closed = Le lien vers votre avis ne fonctionne plus : il n’est plus possible de le modifier à cet endroit.
withheld-button = Modifier mon avis
withheld-button-link = Modifier mon avis :
subject-replied = { $shop } a répondu à votre avis
replied-opening-product = { $shop } a répondu à votre avis sur { $title } :
replied-opening-shop = { $shop } a répondu à votre avis :
replied-button = Voir mon avis
replied-button-link = Voir mon avis :
reason-review = Vous recevez cet e-mail parce que vous avez donné votre avis sur { $shop }.

subject-webhook = Un webhook de { $shop } est désactivé
webhook-failed = Depuis le { $day }, nous n’avons rien pu livrer à ce webhook ; il est donc désactivé :
webhook-gone = Ce webhook a répondu qu’il n’existe plus (410) ; il est donc désactivé :
webhook-fix = { $shop } manque ce qui se passe tant que vous ne le réactivez pas. Corrigez l’erreur, activez le webhook { $id } par l’API et faites-vous renvoyer ce qu’il a manqué : le journal contient tout ce qui date des 30 derniers jours.
subject-waiting = Des avis sur { $shop } vous attendent
waiting-opening = Au moins un avis attend depuis plus de 10 jours que { $shop } prenne une décision.
waiting-decide = Merci de publier ou de retenir ce qui attend : ce sont les avis qui ont le statut « pending ». D’ici là, personne ne voit ce que leurs auteurs ont écrit.
reason-owner = Vous recevez cet e-mail parce que cette adresse est celle du propriétaire dans les paramètres de { $shop }.
