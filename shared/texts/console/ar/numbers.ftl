## Numbers

nav-numbers = الأرقام
numbers-about = طلبات التقييم المنشأة من { $from } إلى { $to } بالتوقيت العالمي، وما آلت إليه.
numbers-periods = المدة
numbers-period = { $count ->
        [one] آخر يوم
        [two] آخر يومين
        [few] آخر { $count } أيام
        [many] آخر { $count } يومًا
       *[other] آخر { $count } يوم
    }
numbers-so-far = أدّى { $reviewed } من أصل { $sent } من الطلبات المرسلة إلى تقييم.
numbers-before = في المدة السابقة ({ $days } يومًا): { $reviewed } من أصل { $sent }.
numbers-funnel = من طلب التقييم إلى التقييم
numbers-requests = طلبات التقييم
numbers-of-sent = من المرسلة
numbers-created = أُنشئت
numbers-sent = أُرسلت
numbers-sent-about = أما البقية فتنتظر موعدها، أو شارك المتجر رابطها بنفسه، أو فشلت.
numbers-opened = فُتحت
numbers-opened-about = فُتح الرابط. بعض أنظمة البريد تفتح الروابط لفحصها وتُحتسب أيضًا.
numbers-engaged = بُدئت
numbers-completed = قُيّمت
numbers-shared = { $count ->
        [one] وقُيِّم طلب آخر عبر رابط شاركه المتجر بنفسه.
        [two] وقُيِّم طلبان آخران عبر رابطين شاركهما المتجر بنفسه.
        [few] وقُيِّمت { $count } طلبات أخرى عبر روابط شاركها المتجر بنفسه.
        [many] وقُيِّم { $count } طلبًا آخر عبر روابط شاركها المتجر بنفسه.
       *[other] وقُيِّم { $count } طلب آخر عبر روابط شاركها المتجر بنفسه.
    }
numbers-days = المرسل والمقيَّم يوميًا
numbers-days-about = من طلبات كل يوم: كم أُرسل منها، وكم قُيِّم من المرسلة حتى الآن
numbers-day-tip = { $day }: أُرسلت { $sent }، وقُيّمت { $reviewed }
numbers-chart = الأرقام في الجدول أدناه.
numbers-table = الأرقام في جدول
numbers-day = اليوم
numbers-not-sent = لماذا لم تُرسل رسائل أو ارتدّت
numbers-not-sent-about = قد يكون لطلب التقييم الواحد عدة رسائل: بالبريد، وبرسالة قصيرة، وتذكيرات.
numbers-not-sent-from = العدّ منذ { $from }.
numbers-messages = الرسائل
numbers-example = إحداها
numbers-not-sent-all = طلبات التقييم التي فشلت
numbers-not-sent-none = أُرسلت كل الرسائل ولم يرتدّ شيء منها.
numbers-returned = الرسائل المرتدة والشكاوى
numbers-returned-none = لم تُرسل أي رسالة بريد بعد.
numbers-line = تتدخل Amazon ابتداءً من
numbers-count = الرسائل
numbers-part = النسبة
numbers-bounced = ارتدّت
numbers-complained = صُنّفت غير مرغوب فيها
numbers-stars = النجوم
numbers-stars-about = كل التقييمات. غير المنشورة منها منتظرة أو محجوبة أو محذوفة.
numbers-submitted = المقدَّمة
numbers-published = المنشورة
numbers-returned-of = { $count ->
        [one] من آخر رسالة
        [two] من آخر رسالتين
        [few] من آخر { $count } رسائل
        [many] من آخر { $count } رسالة
       *[other] من آخر { $count } رسالة
    }
numbers-by = حسب القناة
