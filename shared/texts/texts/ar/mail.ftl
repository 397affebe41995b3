subject-first-order = ما رأيك في طلبك من { $shop }؟
subject-first-order-named = ما رأيك يا { $name } في طلبك من { $shop }؟
subject-first-shop = ما رأيك في { $shop }؟
subject-first-shop-named = ما رأيك يا { $name } في { $shop }؟
subject-reminder-order = تذكير: ما رأيك في طلبك من { $shop }؟
subject-reminder-shop = تذكير: ما رأيك في { $shop }؟
subject-new-link = رابط التقييم الجديد من { $shop }

preheader = سواء أكان رأيك إيجابيًا أم سلبيًا، تكفي بضع جمل.
preheader-one = { $title }: سواء أكان رأيك إيجابيًا أم سلبيًا، تكفي بضع جمل.
preheader-more = { $title } و{ $more ->
        [one] منتج واحد آخر
        [two] منتجان آخران
        [few] { $more } منتجات أخرى
        [many] { $more } منتجًا آخر
       *[other] { $more } منتج آخر
    }: سواء أكان رأيك إيجابيًا أم سلبيًا، تكفي بضع جمل.

greeting = مرحبًا،
greeting-named = مرحبًا { $name }،

opening-first-order = شكرًا لطلبك من { $shop }. ما رأيك فيه؟ يسعدنا أن نقرأه بكلماتك:
opening-first-shop = شكرًا لتعاملك مع { $shop }. كيف كانت تجربتك؟ يسعدنا أن نقرأ عنها بكلماتك.
opening-reminder-order = راسلناك منذ مدة بشأن طلبك من { $shop }. إن توفرت لديك دقيقة، فما زال يسعدنا أن نقرأ رأيك فيه:
opening-reminder-shop = راسلناك منذ مدة: كيف كانت تجربتك مع { $shop }؟ إن توفرت لديك دقيقة، فما زال يسعدنا أن نقرأ عنها.
opening-new-link-order = إليك الرابط الجديد الذي طلبته. يعرض ما لم تقيّمه بعد:
opening-new-link-shop = إليك الرابط الجديد الذي طلبته.

more = { $more ->
        [one] ومنتج واحد آخر
        [two] ومنتجان آخران
        [few] و{ $more } منتجات أخرى
        [many] و{ $more } منتجًا آخر
       *[other] و{ $more } منتج آخر
    }
button = اكتب تقييمك
button-link = اكتب تقييمك:
closing = تكفي دقيقتان وبضع جمل صادقة، مهما كان رأيك. هذا الرابط لك وحدك ويعمل حتى { $day }.
reason = وصلتك هذه الرسالة لأنك من عملاء { $shop }.
unsubscribe = إيقاف رسائل طلب التقييم
unsubscribe-link = إيقاف رسائل طلب التقييم:
