## Numbers

nav-numbers = Chiffres
numbers-about = Demandes créées du { $from } au { $to }, par jour UTC. Ce qui est envoyé, ouvert et évalué plus tard compte avec sa demande.
numbers-funnel = De la demande à l’avis
numbers-created = Créées
numbers-sent = Envoyées
numbers-opened = Ouvertes
numbers-opened-about = Le lien a été ouvert. Certains systèmes de messagerie ouvrent les liens pour les vérifier ; cela compte aussi.
numbers-engaged = Commencées
numbers-completed = Évaluées
numbers-days = Envoyées et évaluées, par jour
numbers-table = Les chiffres
numbers-day = Jour
numbers-not-sent = Pourquoi des messages n’ont pas été envoyés ou sont revenus
numbers-not-sent-all = Demandes échouées
numbers-not-sent-none = Tous les messages ont été envoyés et aucun n’est revenu.
numbers-returned = Retours et plaintes
numbers-line = Amazon intervient à partir de
numbers-count = E-mails
numbers-part = Part
numbers-bounced = Revenus
numbers-complained = Signalés comme indésirables
numbers-stars = Étoiles
numbers-stars-about = Tous les avis. Le reste est en attente, écarté ou supprimé.
numbers-submitted = Déposés
numbers-published = Publics
numbers-decided = Moitié décidée en
numbers-returned-of = { $count ->
        [one] Sur le dernier e-mail
       *[other] Sur les { $count } derniers e-mails
    }
numbers-why-bounced = L’adresse ou le numéro n’existe pas
numbers-why-rejected = Refusé pour son contenu
numbers-why-suppressed_by_provider = Sur la liste de blocage du fournisseur
numbers-why-refused = Refusé par le fournisseur
numbers-why-unconfirmed = On ignore s’il a été envoyé
numbers-why-suppressed_bounce = Revenu auparavant
numbers-why-suppressed_complaint = Signalé comme indésirable auparavant
numbers-why-suppressed_by_shop = Arrêté par la boutique
numbers-why-unsubscribed = Désinscription
numbers-why-stopped = A répondu STOP
numbers-why-erased = Effacé
numbers-why-order_cancelled = La commande a été annulée
numbers-why-order_refunded = La commande a été remboursée
numbers-why-spend_cap = Le budget SMS du mois était épuisé
numbers-why-capped = La personne a reçu assez de messages
numbers-why-asked_before = Déjà demandé
numbers-why-window_closed = Aucun horaire d’envoi avant la fin du lien
numbers-why-cancelled = La demande a été annulée
numbers-why-expired = Le lien avait expiré
numbers-why-reviewed = Tout était évalué
numbers-why-no_channel = Ni adresse ni numéro
numbers-by = Par API et par canal
numbers-soon = En combien de temps vient l’avis
numbers-soon-about = Demandes des 90 derniers jours, jusqu’à hier soir. Une demande plus récente ne compte que pour les jours écoulés depuis son envoi.
numbers-soon-by = { $count ->
        [one] { $part } ont donné un avis dans la journée qui suit le premier message.
       *[other] { $part } ont donné un avis dans les { $count } jours qui suivent le premier message.
    }
numbers-since = Jours depuis le premier message
numbers-at-risk = Sans avis avant ce jour
numbers-reviewed-by = Évaluées jusque-là
numbers-delay = Vaut-il mieux attendre plus longtemps ?
numbers-delay-about = Combien ont donné un avis dans les 14 jours suivant le premier message, et la marge due au hasard (95 %).
numbers-wait = Envoyée après
numbers-wait-days = { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
numbers-range = { $part } (de { $low } à { $high })
numbers-not-enough = Pas encore assez de demandes
