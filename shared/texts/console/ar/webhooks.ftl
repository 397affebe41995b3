## روابط Webhook

hooks-page = روابط Webhook
hooks-about = نتصل بخادمك عندما يحدث شيء، مثل نشر تقييم.
hooks-none = لا توجد روابط بعد.
hooks-all = كل الروابط
hooks-too-many = للمتجر 10 روابط على الأكثر. يمكن حذف رابط لم يعد مستخدمًا.
hook-page = رابط Webhook
hook-count = { $count ->
        [one] حدث واحد
        [two] حدثان
        [few] { $count } أحداث
       *[other] { $count } حدثًا
    }
hook-works = يعمل
hook-works-about = لم يفشل أي اتصال مؤخرًا.
hook-uncalled = لا اتصال بعد
hook-uncalled-about = لم يحدث بعد ما يُتصل به بشأنه. الاختبار يبيّن هل يعمل.
hook-fails = لا يعمل
hook-fails-about = فشل أول اتصال { $ago }. تنتظر أحداثه ثلاثة أيام.
hook-off = متوقف
hook-off-about = لا تصله أحداث.
hook-new = رابط جديد
hook-new-about = يُوقَّع كل اتصال برمز سري، ليعرف خادمك أنه منا.
hook-make = إنشاء الرابط
hook-once = لا يظهر إلا هنا. يتحقق به خادمك من كل اتصال.
hook-url = العنوان
hook-url-about = عنوان خادمك، ويبدأ بـ https://‎.
hook-url-wrong = يُرجى كتابة عنوان يبدأ بـ https://‎ ثم اسم مضيف عام.
hook-events = الأحداث
hook-events-about = تُترك كل المربعات فارغة لتصل كل الأحداث، ومنها أحداث الإصدارات اللاحقة.
hook-events-wrong = يُرجى تحديد الأحداث التي تُرسل.
hook-events-review-submitted = كُتب تقييم
hook-events-review-updated = عُدّل تقييم
hook-events-review-published = نُشر تقييم
hook-events-review-withheld = حُجب تقييم
hook-events-review-replied = رُدّ على تقييم
hook-events-review-deleted = حُذف تقييم
hook-events-request-scheduled = جُدولت رسالة
hook-events-request-completed = قُيّم كل شيء
hook-events-request-expired = انتهى رابط
hook-events-request-cancelled = أُلغي طلب تقييم
hook-events-message-sent = أُرسلت رسالة
hook-events-message-delivered = وصلت رسالة
hook-events-message-failed = فشلت رسالة
hook-events-message-skipped = أوقفت قاعدة رسالة
hook-events-customer-suppressed = لم تعد الرسائل تصل إلى أحدهم
hook-events-customer-erased = مُحيت بيانات عميل
hook-events-deliverability-held = رسائلك موقوفة مؤقتًا
hook-events-deliverability-released = عادت رسائلك إلى الإرسال
hook-events-webhook-test = اختبار
hook-include = يُرسل معه
hook-include-review = التقييم كله مع اسم كاتبه
hook-include_imports = أيضًا عن التقييمات المستوردة
hook-include_imports-about = وإلا فلا يُرسل شيء عن ملف التقييمات القديمة.
hook-status = الحالة
hook-status-enabled = يعمل
hook-status-enabled-about = يبدأ من جديد حتى إن كان قد فشل.
hook-status-disabled = متوقف
hook-status-disabled-about = ما يحدث وهو متوقف لا يُرسل لاحقًا.
hook-change = العنوان والأحداث
hook-foreign = تصله أحداث من واجهة More Good Reviews، وتُغيَّر من تلك الواجهة: { $events }.
hook-secret = تُوقَّع به الاتصالات وفق قواعد Standard Webhooks.
hook-rotate-about = تُوقَّع الاتصالات بالرمزين مدة 24 ساعة. يُرجى وضع الجديد في خادمك خلالها.
hook-end = حذف…
hook-end-about = يُحذف سجله، وما لم يصل إليه من أحداث لن يصل أبدًا.
hook-end-yes = نعم، حذفه
hook-ended = تم الحذف. لن يُتصل به بعد الآن.
hook-rotated-recently = لم يُستبدل: ثلاثة رموز سرية سابقة ما زالت تعمل. يمكن استبداله من جديد ابتداءً من { $until }.
hook-log = آخر الاتصالات
hook-which = أي الاتصالات
hook-all = الكل
hook-pending = ينتظر
hook-delivered = وصل
hook-failed = فشل
hook-next = المحاولة القادمة { $at }
hook-attempts = { $count ->
        [one] محاولة واحدة
        [two] محاولتان
        [few] { $count } محاولات
       *[other] { $count } محاولة
    }
hook-again = إرسال من جديد
hook-test = إرسال اختبار
hook-sent = يجري الإرسال، ويظهر الجواب هنا.
hook-not-sent = لم يُرسل شيء لأن الرابط متوقف.
hook-error-address_not_public = ليس للمضيف عنوان عام
hook-error-connection_failed = لا اتصال
hook-error-connection_broken = انقطع الاتصال
hook-error-timeout = لا جواب في الوقت المحدد
