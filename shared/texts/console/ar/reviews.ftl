## التقييمات

nav-reviews = التقييمات
reviews-heading = التقييمات
reviews-text = التقييمات المنتظرة مرتّبة من الأقدم، مهما كان عدد نجومها، ولا يراها العملاء بعد.
reviews-which = أي تقييمات
reviews-tab-waiting = تنتظر القرار
reviews-tab-published = المنشورة
reviews-tab-withheld = المحجوبة
reviews-tab-all = الكل
reviews-words = كلمات أو اسم
reviews-product = المنتج
reviews-all-products = كل المنتجات
reviews-stars = النجوم
reviews-all-stars = كل النجوم
reviews-why = سبب الانتظار
reviews-all-reasons = كل الأسباب
reviews-all-replies = مع رد أو دونه
reviews-unanswered = دون رد
reviews-of-shop = المتجر نفسه
reviews-nothing-waiting = لا ينتظر أي تقييم قرارًا.
reviews-nothing-published = لم يُنشر أي تقييم بعد.
reviews-nothing-withheld = لا تقييمات محجوبة.
reviews-nothing-all = لا توجد تقييمات بعد.
reviews-nothing-found = لا تقييم يطابق البحث.
reviews-cut = التقييمات أكثر من أن تُفحص كلها دفعة واحدة. زر «التالي» يتابع البحث.
reviews-mark = تحديد
reviews-marked = المحدد:
reviews-unmark = إلغاء التحديد
reviews-none-marked = لم يُحدَّد شيء.
reviews-marked-about = سبب واحد لها جميعًا. الرأي في المنتج ليس سببًا.

## تقييم

review-heading = { $author } عن { $product }
review-anonymous = دون اسم
review-back = كل التقييمات
review-previous = السابق
review-place = { $place } من { $count } تنتظر القرار.
review-open = فتح
review-publish = نشر
review-publish-edit = نشر التعديل
review-withhold = حجب
review-withhold-notification = حجب وإبلاغ صاحب التقييم
review-withhold-more = حجب…
review-withhold-why = حجبه مع ذكر السبب
review-withhold-other = تغيير السبب
review-explain = ذكر سبب الحجب
review-explain-button = حفظ السبب وإبلاغ صاحب التقييم
review-reported = أبلغ عنه قراء
review-reported-about = احجب التقييم أدناه أو أبقِ عليه. القراء الذين تركوا عنوانًا يصلهم قرارك وسببه بالبريد الإلكتروني بعد دقيقة.
review-keep-why = لماذا يبقى
review-keep = الإبقاء على التقييم
review-withhold-about = يعرف صاحب التقييم السبب ويستطيع تعديل تقييمه. الرأي في المنتج ليس سببًا.
review-drop-edit = رفض التعديل
review-drop-edit-why = رفض التعديل مع ذكر السبب
review-decide = القرار
review-waits = ينتظر:
review-withheld-for = محجوب:
review-reason = السبب
review-note = ملاحظة للسجل، لا يراها إلا المتجر
review-has-edit = تعديل ينتظر
review-edit-heading = التعديل الذي ينتظر
review-photos = { $count ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
review-photo = الصورة { $number }
review-verified = مؤكد
review-verified-order = شراء مؤكد
review-verified-request = طُلب بعد الشراء
review-verified-claimed = أكد { $system } الشراء
review-verified-none = غير مؤكد
review-incentivized = حصل على مقابل
review-public = عرضه كما يراه الجميع
review-written = كُتب { $time }
review-edited = عُدِّل { $time }
review-experienced = تم الاستلام في { $month }
review-order = طلب الشراء { $order }
review-is-waiting = ينتظر القرار، ولا يراه أحد سواك.
review-is-published = منشور
review-is-withheld = محجوب
review-is-other = حالة غير معروفة
review-rule-contact_data = فيه رقم هاتف أو عنوان أو موقع
review-names-phone = فيه رقم هاتف
review-names-email = فيه عنوان بريد إلكتروني
review-names-website = فيه موقع
review-names-account = فيه حساب على شبكة اجتماعية
review-rule-moderation = كل تقييم ينتظر القرار
review-rule-edit_of_withheld = عُدّل بعد حجبه
review-rule-visitor = لم يطلبه أحد
review-rule-product_hidden = تظهر حالما يُنشر منتجها
review-rule-insider = كاتبه يعمل لدى المتجر
review-reason-confidential = معلومات سرية
review-reason-abusive = إهانات
review-reason-personal_data = بيانات شخصية
review-reason-discriminatory = تمييز ضد الناس
review-reason-misleading = غير صحيح بوضوح
review-reason-fake = مزيف
review-reason-unrelated = أمر آخر
review-reason-unlawful = مخالف للقانون
review-reason-unspecified = دون ذكر سبب
review-reason-earlier_system = لم يكن النظام السابق يعرضه
review-reply = ردّك، ويظهر تحت التقييم
review-reply-button = رد
review-reply-change = تعديل الرد
review-reply-remove = إزالة الرد
review-reply-before-edit = يرى القراء بجانب هذا الرد أنه كُتب قبل تعديل التقييم. إذا عدّلت الرد اختفى هذا التنبيه.
review-reply-notification = يصل الرد الأول إلى صاحب التقييم بالبريد الإلكتروني بعد دقيقة على الأقل.
review-history = السجل
review-request = طلب التقييم { $id }، أُنشئ في { $day }.
review-request-link = عرض طلب التقييم
review-was-submitted = كُتب
review-was-held = ينتظر
review-was-edited = عُدّل
review-was-published = نُشر
review-was-withheld = حُجب
review-was-edit_dropped = رُفض التعديل
review-was-replied = تم الرد
review-was-reply_removed = أُزيل الرد
review-was-undone = تم التراجع
review-was-unverified = لم يعد شراءً مؤكدًا: أُلغي الطلب أو رُدّ ثمنه أو لم يُدفع
review-was-imported = استُورد
review-was-removed = حُذف
review-was-withdrawn = سحبه صاحبه
review-was-erased = مُحي
review-was-reported = أبلغ عنه قارئ
review-was-kept = أُبقي عليه
review-by-reader = قارئ
review-by-reader-told = ترك عنوانًا وسيصله القرار بالبريد الإلكتروني
review-reported-unlawful = يخالف القانون
review-reported-fake = ليس حقيقيًا
review-reported-abusive = يسيء أو يهدد
review-reported-personal_data = يكشف أمرًا خاصًا عن شخص
review-reported-other = شيء آخر
review-by-author = صاحب التقييم
review-by-key = مفتاح API { $id }
review-by-member = عضو في المتجر
review-by-rule = قاعدة

## نتيجة النقرة

review-done-published = { $author }: نُشر التقييم.
review-done-withheld = { $author }: حُجب التقييم.
review-done-withheld-notification = { $author }: حُجب التقييم، ويُرسل السبب بالبريد الإلكتروني بعد دقيقة.
review-done-edit-dropped = { $author }: رُفض التعديل. تبقى النسخة المنشورة.
review-done-replied = { $author }: تم الرد.
review-done-kept = { $author }: أُبقي على التقييم.
review-done-replied-notification = { $author }: تم الرد، ويُرسل بالبريد الإلكتروني بعد دقيقة.
review-done-reply-removed = { $author }: أُزيل الرد.
review-done-undone = { $author }: تم التراجع. عاد كل شيء كما كان.
reviews-done-published = { $count ->
        [zero] لم يُنشر أي تقييم.
        [one] نُشر تقييم واحد.
        [two] نُشر تقييمان.
        [few] نُشرت { $count } تقييمات.
        [many] نُشر { $count } تقييمًا.
       *[other] نُشر { $count } تقييم.
    }
reviews-done-withheld = { $count ->
        [zero] لم يُحجب أي تقييم.
        [one] حُجب تقييم واحد.
        [two] حُجب تقييمان.
        [few] حُجبت { $count } تقييمات.
        [many] حُجب { $count } تقييمًا.
       *[other] حُجب { $count } تقييم.
    }
reviews-done-withheld-notification = { $count ->
        [zero] لم يُحجب أي تقييم.
        [one] حُجب تقييم واحد، ويُرسل السبب بالبريد الإلكتروني بعد دقيقة.
        [two] حُجب تقييمان، ويُرسل السبب بالبريد الإلكتروني بعد دقيقة.
        [few] حُجبت { $count } تقييمات، ويُرسل السبب بالبريد الإلكتروني بعد دقيقة.
        [many] حُجب { $count } تقييمًا، ويُرسل السبب بالبريد الإلكتروني بعد دقيقة.
       *[other] حُجب { $count } تقييم، ويُرسل السبب بالبريد الإلكتروني بعد دقيقة.
    }
reviews-done-undone = { $count ->
        [zero] لم يعد أي تقييم كما كان.
        [one] عاد تقييم واحد كما كان.
        [two] عاد تقييمان كما كانا.
        [few] عادت { $count } تقييمات كما كانت.
        [many] عاد { $count } تقييمًا كما كان.
       *[other] عاد { $count } تقييم كما كان.
    }
reviews-done-left = { $count ->
        [zero] لم يبقَ أي تقييم على حاله.
        [one] بقي تقييم واحد على حاله لأنه تغيّر في هذه الأثناء.
        [two] بقي تقييمان على حالهما لأنهما تغيّرا في هذه الأثناء.
        [few] بقيت { $count } تقييمات على حالها لأنها تغيّرت في هذه الأثناء.
        [many] بقي { $count } تقييمًا على حاله لأنه تغيّر في هذه الأثناء.
       *[other] بقي { $count } تقييم على حاله لأنه تغيّر في هذه الأثناء.
    }
reviews-undo-left = تبقى الأخرى على حالها: تغيّرت بعد ذلك، أو فات الوقت.
reviews-done-stopped = ثم حدث خطأ. بقيت التقييمات الأخرى على حالها: يُرجى المحاولة مرة أخرى.
review-changed = عُدّل هذا التقييم من طرف آخر في هذه الأثناء. هذه حالته الآن، ولم يُحفظ شيء مما فعلته.
review-too-late = فات وقت التراجع. هذه حالته الآن.
review-wrong-reason = يُرجى اختيار سبب.
review-wrong-note = الملاحظة سطر واحد من 500 حرف على الأكثر. لم يُحفظ شيء.
review-wrong-reply = يتكون الرد من حرف واحد إلى 10000 حرف.
review-wrong-kept = اذكر لماذا يبقى، في سطر واحد من 500 حرف على الأكثر.
