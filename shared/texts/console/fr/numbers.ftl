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
numbers-peak = { $count ->
        [0] La plupart des avis arrivent le jour du premier message.
        [1] La plupart des avis arrivent le lendemain du premier message.
       *[other] La plupart des avis arrivent { $count } jours après le premier message.
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
numbers-decided = La moitié décidée en
numbers-returned-of = { $count ->
        [one] Sur le dernier e-mail
       *[other] Sur les { $count } derniers e-mails
    }
numbers-by = Par API et par canal
numbers-by-about = Par API, les demandes que vous avez partagées vous-même comptent aussi.
numbers-soon = En combien de temps vient l’avis
numbers-soon-about = Demandes des 90 derniers jours, jusqu’à hier soir. Une demande plus récente ne compte que pour les jours écoulés depuis son envoi.
numbers-soon-by = { $count ->
        [one] { $part } ont donné un avis dans la journée qui suit le premier message.
       *[other] { $part } ont donné un avis dans les { $count } jours qui suivent le premier message.
    }
numbers-curve = Part des demandes envoyées qui ont un avis
numbers-curve-day = { $count ->
        [one] Après un jour
       *[other] Après { $count } jours
    }
numbers-soon-none = Ce sera connu quand au moins dix personnes auront été sollicitées depuis un jour ou plus.
numbers-at-risk = Pas encore évaluées au début du jour
numbers-reviewed-then = Évaluées ce jour-là
numbers-reviewed-by = Évaluées jusque-là
numbers-delay = Vaut-il mieux attendre plus longtemps ?
numbers-delay-about = Ce qui a été évalué dans les 14 jours suivant le premier message. L’intervalle entre parenthèses peut venir du seul hasard : si deux intervalles se recouvrent, il n’est pas sûr qu’attendre plus longtemps ait changé quelque chose.
numbers-wait = Envoyée après
numbers-wait-days = { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
numbers-range = { $part } (de { $low } à { $high })
numbers-not-enough = Connu à partir de 30 messages
numbers-composed = Les questions aident-elles ?
numbers-composed-about = Avis écrits sur votre page. Chacun choisit de répondre ou non aux questions ; une différence peut donc avoir d’autres raisons.
numbers-composed-questions = Avec les questions
numbers-composed-form = Dans le formulaire
numbers-composed-reviews = Avis
numbers-composed-stars = Étoiles en moyenne
numbers-composed-words = Mots
numbers-composed-minutes = Minutes de l’ouverture à l’envoi
numbers-composed-how = « Avec les questions » : le texte proposé d’après les réponses a été envoyé, modifié ou non. Pour les mots et les minutes, le tableau donne le nombre du milieu : la moitié des avis en a moins, l’autre moitié plus. Au-delà de 16, il est arrondi vers le haut, d’un huitième au plus.
numbers-composed-none = Pas encore connu
