## Numbers

nav-numbers = الأرقام
numbers-about = طلبات التقييم المنشأة من { $from } إلى { $to }، بأيام التوقيت العالمي. ما أُرسل وفُتح وقُيّم لاحقًا يُحسب مع طلب تقييمه.
numbers-funnel = من طلب التقييم إلى التقييم
numbers-created = أُنشئت
numbers-sent = أُرسلت
numbers-opened = فُتحت
numbers-opened-about = فُتح الرابط. بعض أنظمة البريد تفتح الروابط لفحصها وتُحتسب أيضًا.
numbers-engaged = بُدئت
numbers-completed = قُيّمت
numbers-days = المرسل والمقيَّم يوميًا
numbers-table = الأرقام في جدول
numbers-day = اليوم
numbers-not-sent = لماذا لم تُرسل رسائل أو ارتدّت
numbers-not-sent-all = طلبات التقييم التي فشلت
numbers-not-sent-none = أُرسلت كل الرسائل ولم يرتدّ شيء منها.
numbers-returned = الرسائل المرتدة والشكاوى
numbers-line = تتدخل Amazon ابتداءً من
numbers-count = الرسائل
numbers-part = النسبة
numbers-bounced = ارتدّت
numbers-complained = صُنّفت غير مرغوب فيها
numbers-stars = النجوم
numbers-stars-about = كل التقييمات. ما لم يُنشر منها ينتظر أو محجوب أو محذوف.
numbers-submitted = المقدَّمة
numbers-published = المنشورة
numbers-decided = قُرِّر نصفها خلال
numbers-returned-of = { $count ->
        [one] من آخر رسالة
        [two] من آخر رسالتين
        [few] من آخر { $count } رسائل
        [many] من آخر { $count } رسالة
       *[other] من آخر { $count } رسالة
    }
numbers-why-bounced = العنوان أو الرقم غير موجود
numbers-why-rejected = رُفضت بسبب محتواها
numbers-why-suppressed_by_provider = في قائمة الحظر لدى المزوّد
numbers-why-refused = رفضها المزوّد
numbers-why-unconfirmed = لا يُعرف هل أُرسلت
numbers-why-suppressed_bounce = ارتدّت من قبل
numbers-why-suppressed_complaint = صُنّفت غير مرغوب فيها من قبل
numbers-why-suppressed_by_shop = أوقفها المتجر
numbers-why-unsubscribed = إلغاء الاشتراك
numbers-why-stopped = رد بكلمة STOP
numbers-why-erased = مُحيت البيانات
numbers-why-order_cancelled = أُلغي طلب الشراء
numbers-why-order_refunded = رُدّ ثمن طلب الشراء
numbers-why-spend_cap = نفدت ميزانية الرسائل القصيرة لهذا الشهر
numbers-why-capped = تلقّى الشخص رسائل كافية
numbers-why-asked_before = طُلب التقييم من قبل
numbers-why-window_closed = لا أوقات إرسال قبل انتهاء الرابط
numbers-why-cancelled = أُلغي طلب التقييم
numbers-why-expired = انتهى الرابط
numbers-why-reviewed = قُيّم كل شيء
numbers-why-no_channel = لا عنوان ولا رقم
numbers-by = حسب الواجهة البرمجية والقناة
numbers-soon = متى يكتب الناس تقييمهم
numbers-soon-about = طلبات التقييم في آخر 90 يومًا حتى نهاية أمس. يُحسب الأحدث منها بقدر الأيام التي مضت على إرساله.
numbers-soon-by = { $count ->
        [one] { $part } قيّموا خلال يوم من الرسالة الأولى.
        [two] { $part } قيّموا خلال يومين من الرسالة الأولى.
        [few] { $part } قيّموا خلال { $count } أيام من الرسالة الأولى.
        [many] { $part } قيّموا خلال { $count } يومًا من الرسالة الأولى.
       *[other] { $part } قيّموا خلال { $count } يوم من الرسالة الأولى.
    }
numbers-since = الأيام منذ الرسالة الأولى
numbers-at-risk = دون تقييم قبل ذلك اليوم
numbers-reviewed-by = قُيّمت حتى ذلك اليوم
numbers-delay = هل يفيد الانتظار أكثر؟
numbers-delay-about = نسبة من قيّموا خلال 14 يومًا من الرسالة الأولى، ومدى ما قد يكون صدفة (95%).
numbers-wait = أُرسلت بعد
numbers-wait-days = { $count ->
        [zero] أقل من يوم
        [one] يوم واحد
        [two] يومين
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
numbers-range = { $part } (من { $low } إلى { $high })
numbers-not-enough = طلبات التقييم لا تكفي بعد
