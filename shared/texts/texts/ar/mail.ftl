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

subject-withheld = تقييمك لدى { $shop } غير معروض
withheld-opening-product = قرر { $shop } عدم عرض تقييمك لمنتج { $title }.
withheld-opening-shop = قرر { $shop } عدم عرض تقييمك.
withheld-confidential = السبب: يحتوي على معلومات سرية.
withheld-abusive = السبب: يحتوي على إهانات أو تهديدات.
withheld-personal_data = السبب: يحتوي على بيانات شخصية لأحد الأشخاص.
withheld-discriminatory = السبب: فيه تمييز ضد أشخاص.
withheld-misleading = السبب: غير صحيح أو مضلل.
withheld-fake = السبب: لا يبدو أنه نابع من تجربة حقيقية.
withheld-unrelated = السبب: لا يتعلق بما طُلب تقييمه.
withheld-unlawful = السبب: يحتوي على ما يخالف القانون.
withheld-unspecified = لم يذكر المتجر سببًا.
withheld-change = يمكنك تعديل تقييمك حتى { $day }. وبعد التعديل ينتظر إلى أن يراجعه { $shop } من جديد.
withheld-closed = لم يعد رابط تقييمك يعمل، لذلك لم يعد من الممكن تعديله هناك.
withheld-button = عدّل تقييمك
withheld-button-link = عدّل تقييمك:
subject-replied = ردّ { $shop } على تقييمك
replied-opening-product = ردّ { $shop } على تقييمك لمنتج { $title }:
replied-opening-shop = ردّ { $shop } على تقييمك:
replied-button = اعرض تقييمك
replied-button-link = اعرض تقييمك:
reason-review = وصلتك هذه الرسالة لأنك كتبت تقييمًا لدى { $shop }.

subject-webhook = تم إيقاف أحد روابط Webhook الخاصة بـ { $shop }
webhook-failed = لم نتمكن من إيصال أي شيء إلى رابط Webhook هذا منذ { $day }، لذلك تم إيقافه:
webhook-gone = أجاب رابط Webhook هذا بأنه لم يعد موجودًا (410)، لذلك تم إيقافه:
webhook-fix = تفوت { $shop } الأحداث إلى أن تعيد تشغيله. أصلح الخطأ، ثم شغّل رابط Webhook رقم { $id } عبر واجهة API واطلب إعادة إرسال ما فات: يحتوي السجل على كل ما جرى في آخر 30 يومًا.
subject-waiting = تقييمات { $shop } في انتظارك
waiting-opening = ينتظر تقييم واحد على الأقل قرار { $shop } منذ أكثر من 10 أيام.
waiting-decide = نرجو نشر التقييمات المنتظرة أو حجبها: وهي التي حالتها “pending”. وحتى ذلك الحين لا يرى أحد ما كتبه أصحابها.
reason-owner = وصلتك هذه الرسالة لأن هذا العنوان هو عنوان المالك في إعدادات { $shop }.
