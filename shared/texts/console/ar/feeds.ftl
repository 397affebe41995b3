feeds-heading = Google
feeds-about = نجوم في Google Shopping
feeds-text = ملف لتقييماتك المنشورة يجلبه Google.
feeds-files = الملف
feeds-test = لا يُنشأ ملف لوضع الاختبار.
feeds-first = يُنشأ الملف الأول حالما يكون خلف تقييم منشور شراء معروف.
feeds-made = { $count ->
        [zero] أُنشئ { $ago }، وليس فيه تقييمات
        [one] أُنشئ { $ago }، وفيه تقييم واحد
        [two] أُنشئ { $ago }، وفيه تقييمان
        [few] أُنشئ { $ago }، وفيه { $count } تقييمات
        [many] أُنشئ { $ago }، وفيه { $count } تقييمًا
       *[other] أُنشئ { $ago }، وفيه { $count } تقييم
    }
feeds-address = العنوان لـ Google
feeds-fetched = آخر جلب { $ago }
feeds-not-fetched = لم يُجلب بعد
feeds-paste = أضف في Google Merchant Center مصدرًا لتقييمات المنتجات، واختر جلب ملف من عنوانه، ثم الصق العنوان. يفحصه Google، وقد يستغرق ذلك بضعة أسابيع. يُنشأ ملف جديد كل ليلة، وخلال ساعة من حجب تقييم أو محوه.
feeds-wants = ما يطلبه Google
feeds-wants-about = يُنظر في أول 100 منتج.
feeds-met = تم
feeds-missing = ناقص
feeds-all = كل التقييمات علنية
feeds-all-about = يريد Google كل التقييمات مهما كانت نجومها. يجب أن تُعرض التقييمات علنًا.
feeds-many = 50 تقييمًا على الأقل
feeds-many-about = { $count ->
        [zero] لا يوجد أي تقييم. لا تُحسب التقييمات التي بلا نص.
        [one] يوجد تقييم واحد. لا تُحسب التقييمات التي بلا نص.
        [two] يوجد تقييمان. لا تُحسب التقييمات التي بلا نص.
        [few] توجد { $count } تقييمات. لا تُحسب التقييمات التي بلا نص.
        [many] يوجد { $count } تقييمًا. لا تُحسب التقييمات التي بلا نص.
       *[other] يوجد { $count } تقييم. لا تُحسب التقييمات التي بلا نص.
    }
feeds-pages = لكل منتج صفحة
feeds-pages-about = { $some } من { $all } لها صفحة. تُترك تقييمات المنتجات الأخرى.
feeds-domain = الصفحات في نطاقك الخاص
feeds-domain-about = يجب أن يكون النطاق الذي أعطيته لـ Google، وليس myshopify.com.
feeds-ids = يمكن العثور على كل منتج
feeds-ids-about = { $some } من { $all } لها رمز شريطي (GTIN) أو رقم الصانع مع العلامة التجارية أو رقمك (SKU) كما في بيانات منتجاتك.
