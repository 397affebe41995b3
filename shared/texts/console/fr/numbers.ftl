## Numbers

nav-numbers = Chiffres
numbers-about = Demandes créées du { $from } au { $to } (UTC), et ce qu’elles sont devenues.
numbers-periods = Période
numbers-period = { $count ->
        [one] Dernier jour
       *[other] { $count } derniers jours
    }
numbers-so-far = { $sent ->
        [one] { $reviewed } demande envoyée sur { $sent } a donné lieu à un avis.
       *[other] { $reviewed } demandes envoyées sur { $sent } ont donné lieu à un avis.
    }
numbers-before = Au cours des { $days } jours précédents : { $reviewed } sur { $sent }.
numbers-funnel = De la demande à l’avis
numbers-requests = Demandes
numbers-of-sent = Des envoyées
numbers-created = Créées
numbers-sent = Envoyées
numbers-sent-about = Les autres attendent leur heure, ont été partagées par vous-même ou ont échoué.
numbers-opened = Ouvertes
numbers-opened-about = Le lien a été ouvert. Certains systèmes de messagerie ouvrent les liens pour les vérifier ; cela compte aussi.
numbers-engaged = Commencées
numbers-completed = Évaluées
numbers-shared = { $count ->
        [one] { $count } autre a été évaluée par un lien que vous avez partagé vous-même.
       *[other] { $count } autres ont été évaluées par des liens que vous avez partagés vous-même.
    }
numbers-days = Envoyées et évaluées, par jour
numbers-days-about = Des demandes créées un jour donné : combien ont été envoyées, et combien de celles-ci ont été évaluées depuis
numbers-day-tip = { $day } : { $sent } envoyées, { $reviewed } évaluées
numbers-chart = Les chiffres sont dans le tableau ci-dessous.
numbers-table = Les chiffres dans un tableau
numbers-day = Jour
numbers-not-sent = Pourquoi des messages n’ont pas été envoyés ou sont revenus
numbers-not-sent-about = Une demande peut avoir plusieurs messages : par e-mail, par SMS, et des rappels.
numbers-not-sent-from = Compté depuis le { $from }.
numbers-messages = Messages
numbers-example = Un exemple
numbers-not-sent-all = Demandes échouées
numbers-not-sent-none = Tous les messages ont été envoyés et aucun n’est revenu.
numbers-returned = Retours et plaintes
numbers-returned-none = Aucun e-mail n’a encore été envoyé.
numbers-line = Amazon intervient à partir de
numbers-count = E-mails
numbers-part = Part
numbers-bounced = Revenus
numbers-complained = Signalés comme indésirables
numbers-stars = Étoiles
numbers-stars-about = Tous les avis. Ceux qui ne sont pas publics attendent, sont retenus ou ont été supprimés.
numbers-submitted = Déposés
numbers-published = Publics
numbers-returned-of = { $count ->
        [one] Sur le dernier e-mail
       *[other] Sur les { $count } derniers e-mails
    }
numbers-by = Par canal
