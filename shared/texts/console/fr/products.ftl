## Products and locations

nav-products = Produits
products-heading = Produits
products-text = Ce que votre boutique a décrit ou qu’une commande a nommé. Chaque produit mène à ses avis.
products-nothing = Pas encore de produits. Ils arrivent avec les commandes, par une boutique connectée ou par l’API.
products-average = { $average } sur 5
products-published = { $count ->
        [one] { $count } avis publié
       *[other] { $count } avis publiés
    }
locations-heading = Établissements
locations-text = Les lieux qui demandent sous leur propre nom. Le premier nom est celui que voient les clients.
