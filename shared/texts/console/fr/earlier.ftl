## Orders of the time before

earlier-heading = Demander des avis pour des commandes passées
earlier-link = Commandes passées
earlier-about = Pour les clients qui ont acheté avant que vous ne commenciez ici. Rien n’est envoyé tant que vous n’avez pas confirmé combien.
earlier-rows = Commandes, une par ligne
earlier-file = Ouvrir un fichier
earlier-rows-about = Collez des cellules d’un tableur ou des lignes d’un fichier CSV, { $count } au plus. La première ligne nomme les colonnes : email et order, et si vous les avez name, date (comme 2026-11-03), products et language.
earlier-days = Jours entre la commande et l’e-mail
earlier-days-about = De 0 à 89. Pour une commande plus ancienne ou sans date, la demande part tout de suite.
earlier-days-wrong = Veuillez saisir un nombre de 0 à 89.
earlier-try = Voir ce qui se passerait
earlier-would = { $count ->
        [0] Aucune commande ne ferait l’objet d’une demande.
        [one] { $count } commande ferait l’objet d’une demande.
       *[other] { $count } commandes feraient l’objet d’une demande.
    }
earlier-due = Le premier e-mail est prévu le { $first }, le dernier le { $last }.
earlier-due-one = Les e-mails sont prévus le { $first }.
earlier-before = { $count ->
        [one] { $count } ligne a déjà fait l’objet d’une demande.
       *[other] { $count } lignes ont déjà fait l’objet d’une demande.
    }
earlier-insiders = { $count ->
        [one] { $count } ligne concerne une personne qui travaille pour vous.
       *[other] { $count } lignes concernent des personnes qui travaillent pour vous.
    }
earlier-unasked = { $count ->
        [one] { $count } ligne ne contient que des produits exclus des demandes d’avis.
       *[other] { $count } lignes ne contiennent que des produits exclus des demandes d’avis.
    }
earlier-suppressed = { $count ->
        [one] { $count } ligne concerne une personne qui ne reçoit pas vos e-mails : désinscription, adresse en erreur ou arrêt.
       *[other] { $count } lignes concernent des personnes qui ne reçoivent pas vos e-mails : désinscription, adresse en erreur ou arrêt.
    }
earlier-wrong = { $count ->
        [one] { $count } ligne est illisible.
       *[other] { $count } lignes sont illisibles.
    }
earlier-wrong-email = Ce n’est pas une adresse e-mail.
earlier-wrong-order = Le numéro de commande manque ou est trop long.
earlier-wrong-name = Le nom est trop long.
earlier-wrong-date = La date doit ressembler à 2026-11-03.
earlier-wrong-products = Un identifiant de produit doit ressembler à shopify-7125386199075.
earlier-wrong-language = La langue doit ressembler à en ou de-AT.
earlier-ask = { $count ->
        [one] Demander pour { $count } commande
       *[other] Demander pour { $count } commandes
    }
earlier-done = { $count ->
        [one] { $count } commande fera l’objet d’une demande.
       *[other] { $count } commandes feront l’objet d’une demande.
    }
earlier-changed = Quelque chose a changé depuis. Voici ce qui se passerait maintenant.
earlier-missing = La première ligne n’a pas de colonne « { $column } ».
earlier-no-rows = Il n’y a aucune ligne sous la première.
earlier-too-many = Il y a plus de { $count } lignes. Veuillez les coller en plusieurs fois.
