## Aujourd’hui

nav-today = Aujourd’hui
today-heading = { $count ->
        [one] { $count } avis attend votre décision
       *[other] { $count } avis attendent votre décision
    }
today-heading-none = Aucun avis n’attend votre décision
today-welcome = Bienvenue : { $count } étapes jusqu’au premier avis
today-text = Seulement ce qui vous attend. Tout le reste se fait tout seul.
today-needs = À faire
today-order = Jamais trié par étoiles
today-nothing = Rien pour le moment.
begin-heading = Pour commencer
begin-done = fait
begin-next = Suite : { $step }
begin-some-done = { $done } sur { $count } faites
begin-sign-in = Invitez-vous comme propriétaire
begin-sign-in-about = Le lien par lequel vous êtes venu expire. Avec votre propre accès, vous pourrez toujours revenir.
begin-orders = Faites venir des commandes
begin-orders-about = Connectez Shopify ou WooCommerce : chaque commande sera suivie d’une demande. Ou collez d’anciennes commandes.
begin-place = Dites où vous êtes
begin-place-about = Votre pays détermine le fuseau horaire, la langue et les heures d’envoi. Les e-mails indiquent votre adresse et renvoient à votre politique de confidentialité.
begin-look = Choisissez votre couleur et votre logo
begin-look-about = Les e-mails et la page d’avis ressembleront à votre boutique.
begin-try = Essayez vous-même
begin-try-about = Vous recevez un vrai e-mail sur l’un de vos produits et vous donnez votre avis sur la page que voient les clients. Rien n’est compté ni affiché.
begin-try-button = M’en envoyer un
begin-try-sent = En route vers { $address }. Ouvrez le lien et envoyez un avis : rien n’est compté ni affiché.
begin-try-nobody = Personne ne le recevrait : aucun membre n’a l’adresse que les paramètres indiquent pour les e-mails sur la boutique elle-même.
begin-try-suppressed = Votre adresse ne reçoit pas d’e-mails de cette boutique : levez d’abord son blocage.
begin-try-held = Aucun e-mail n’est envoyé : trop d’e-mails de la boutique sont revenus ou ont été signalés comme indésirables. Veuillez attendre que les envois reprennent.
begin-try-paused = Aucun e-mail n’est envoyé : l’opérateur a mis les envois en pause.
begin-try-too-many = Vous avez envoyé 20 tests au cours de cette heure. Réessayez à la prochaine.
begin-show = Affichez les avis dans votre boutique
begin-show-about = Quelques lignes pour Shopify, WooCommerce, Wix ou HTML, avec vos identifiants.
today-first = Le premier message part le { $at }.
today-waiting = { $count ->
        [one] { $count } avis attend une décision
       *[other] { $count } avis attendent une décision
    }
today-waiting-text = Tant que vous n’avez pas décidé, personne d’autre que vous ne voit ce qui a été écrit.
today-reported = { $count ->
        [one] Un avis a été signalé
       *[other] { $count } avis ont été signalés
    }
today-reported-text = Décidez s’il reste. Les lecteurs qui ont laissé une adresse apprennent votre décision et sa raison.
today-unexplained = { $count ->
        [one] Un avis a été écarté sans raison
       *[other] { $count } avis ont été écartés sans raison
    }
today-unexplained-text = Dites pourquoi. L’auteur reçoit la raison par e-mail.
today-edits = { $count ->
        [one] { $count } modification d’un avis publié attend
       *[other] { $count } modifications d’avis publiés attendent
    }
today-oldest = Le plus ancien est arrivé { $ago }.
today-decide = Décider
today-look = Voir
today-longest = En attente depuis le plus longtemps
today-all = Tous les avis en attente
today-written = Derniers avis
today-all-written = Tous les avis
today-figures = Les 28 derniers jours
today-sent = Demandes envoyées en 28 jours
today-sent-before = { $count } les 28 jours d’avant
today-reviewed = Évaluées, parmi les envoyées
today-reviewed-of = { $count ->
        [one] { $count } demande sur { $sent }
       *[other] { $count } demandes sur { $sent }
    }
today-reviewed-none = Connu dès qu’une demande est envoyée.
percent = { $number } %
today-average = Note moyenne
today-average-of = { $count ->
        [0] pas encore d’avis
        [one] { $count } avis, aucun laissé de côté
       *[other] { $count } avis, aucun laissé de côté
    }
today-data = Un client demande ses données
today-data-text = La demande est venue par le système de votre boutique. Téléchargez le fichier et remettez-le : la loi vous donne en général 30 jours.
today-redacted = Les commandes de { $system } seront effacées
today-redacted-text = { $system } l’a demandé. Si vous ne le voulez pas, reconnectez { $system } avant le { $at }.
today-silent = Plus rien n’arrive de { $system }
today-silent-text = Rien n’est arrivé de { $system } depuis bien plus longtemps que d’habitude. Vérifiez là-bas que les webhooks sont activés, ou que l’extension Afterword est connectée.
today-forged = Les appels de { $system } sont refusés
today-forged-text = Ils sont signés avec un autre secret. Sur la page de l’intégration, ajoutez de nouveau les webhooks ou remplacez le secret.
today-quiet = { $system } ne fait plus d’appels
today-quiet-text = Aucun appel n’est arrivé depuis trois jours, alors qu’il en arrivait chaque jour. Vérifiez là-bas que les webhooks sont activés, ou que l’extension Afterword est connectée.
today-missing = Des commandes depuis le { $at } peuvent manquer.
today-refused = { $count ->
        [one] { $count } appel de { $system } a été refusé
       *[other] { $count } appels de { $system } ont été refusés
    }
today-refused-text = Ils n’ont donné lieu à aucune demande. La page de l’intégration les liste.
today-webhook-fails = { $count ->
        [one] Un webhook échoue
       *[other] { $count } webhooks échouent
    }
today-webhook-fails-text = { $count ->
        [one] { $url } ne répond pas. Ses événements attendent et seront envoyés quand il fonctionnera de nouveau.
       *[other] { $url } ne répondent pas. Leurs événements attendent et seront envoyés quand ils fonctionneront de nouveau.
    }
today-webhook-off = { $count ->
        [one] Un webhook est désactivé
       *[other] { $count } webhooks sont désactivés
    }
today-webhook-off-text = { $count ->
        [one] { $url } ne reçoit aucun événement.
       *[other] { $url } ne reçoivent aucun événement.
    }
today-held = Vos e-mails sont suspendus
today-held-bounces = Trop d’e-mails récents sont revenus. En l’état, les envois reprendront d’eux-mêmes le { $at }.
today-held-complaints = Trop d’e-mails récents ont été signalés comme indésirables. En l’état, les envois reprendront d’eux-mêmes le { $at }.
today-release = Débloquer les e-mails …
today-release-text = Cherchez d’abord d’où viennent ces adresses et retirez-les de votre boutique. Les e-mails en attente partiront alors dans l’ordre. C’est possible une fois en 7 jours. Si trop d’e-mails reviennent encore, la prochaine suspension durera deux fois plus longtemps.
today-release-sure = Débloquer les e-mails
today-release-done = Vos e-mails repartent, le premier dans les dix minutes.
today-release-none = Vos e-mails ne sont pas suspendus.
today-release-from = Vous pourrez les débloquer vous-même à partir du { $at }.
today-first-days = La limite d’e-mails du jour est atteinte
today-first-days-text = Votre boutique est nouvelle : elle peut envoyer { $most } e-mails aujourd’hui, puis environ le double chaque jour tant que peu reviennent. Les autres suivent d’eux-mêmes.
today-address = Vos e-mails n’ont pas d’adresse postale
today-address-text = De nombreux pays l’exigent dans chaque e-mail de ce type. Veuillez saisir l’adresse postale de votre boutique dans les paramètres.
today-no-address = Vos e-mails attendent une adresse postale
today-no-address-text = De nombreux pays l’exigent dans chaque e-mail de ce type. Vos e-mails partiront dans les quatre heures après que vous aurez saisi l’adresse postale de votre boutique dans les paramètres.
today-no-privacy = Vos e-mails ne renvoient à aucune politique de confidentialité
today-no-privacy-text = Des lois comme le RGPD exigent que vous disiez à vos clients comment vous utilisez leurs données. Veuillez saisir l’adresse de votre politique de confidentialité dans les paramètres.
today-storefront = Les produits sont en lien sur myshopify.com
today-storefront-text = Les clients et les moteurs de recherche connaissent votre boutique par son propre domaine. Veuillez saisir son adresse dans les paramètres.
today-paused = Les envois sont en pause
today-paused-text = Les clients ne reçoivent aucun message tant que les envois ne reprennent pas.
today-paused-until = Les clients ne reçoivent aucun message jusqu’au { $at }. Ce qui devait partir est envoyé ensuite, dans l’ordre.
today-failed = { $count ->
        [one] { $count } demande a échoué ces dernières 24 heures
       *[other] { $count } demandes ont échoué ces dernières 24 heures
    }
today-failed-text = La page de chaque demande dit pourquoi.
