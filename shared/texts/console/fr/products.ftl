## Products and locations

nav-products = Produits
products-heading = Produits
products-text = Ce que votre boutique a décrit ou qu’une commande a nommé. Chaque produit mène à ses avis.
products-nothing = Pas encore de produits. Ils arrivent avec les commandes, par une boutique connectée ou par l’API.
products-incomplete = Incomplets
products-all = Tous les produits
products-incomplete-text = Google ne peut pas utiliser les avis sur un produit sans page, et ne le trouve que par un code-barres (GTIN), par le numéro et la marque du fabricant ou par votre numéro (SKU). Ajoutez ce qui manque dans le système de votre boutique, qui l’envoie alors ici, ou par l’API : le produit quitte cette liste.
products-no-page = Sans page
products-no-number = Sans code ni numéro
products-complete = Rien ne manque : chaque produit a une page et peut être retrouvé.
products-none-here = Rien ne manque parmi ces produits.
products-average = { $average } sur 5
products-published = { $count ->
        [one] { $count } avis publié
       *[other] { $count } avis publiés
    }
product-title = Titre du produit
product-title-text = Ni le système de votre boutique ni un programme n’a encore décrit ce produit. Les e-mails, la page d’avis et votre boutique affichent le titre saisi ici, jusqu’à ce que ce soit fait.
product-title-wrong = Un titre compte de 1 à 255 caractères.
product-title-save = Enregistrer
product-title-give = Donner un titre au produit
product-title-done = Le titre est maintenant : { $title }
product-title-described = Le système de votre boutique ou un programme a décrit ce produit : modifiez le titre là-bas.
product-ask = Demander des avis
product-ask-about = Si la case est décochée, aucun avis n’est demandé sur ce produit. Ses avis restent, et les autres produits d’une commande font l’objet d’une demande. Ce choix vaut pour les commandes que votre boutique signale désormais, et passe avant ce que dit le système de votre boutique.
product-ask-on = Des avis sont demandés sur ce produit.
product-ask-off = Plus aucun avis n’est demandé sur ce produit.
product-not-asked = Sans demande
locations-heading = Établissements
locations-text = Les lieux qui demandent sous leur propre nom. Le premier nom est celui que voient les clients.
product-reviews = Tous ses avis
product-public = Page publique
product-months = Étoiles au fil du temps
product-months-cut = D’après les { $count } avis les plus récents, depuis le { $day }
product-months-most = Avis, { $count } par mois au plus
product-month = Mois
product-month-stars = Étoiles en moyenne
product-latest = Avis les plus récents
