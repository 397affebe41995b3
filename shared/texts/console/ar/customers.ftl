## العملاء

nav-customers = العملاء
customers-heading = العملاء
customers-text = كل من يعرفه متجرك، الأحدث أولًا، وما هو محفوظ عنه.
customers-all = كل العملاء
customers-day = البدء من يوم
customers-show = عرض
customer-unnamed = بلا اسم
customer-since = منذ { $day }
customer-asked = طُلب التقييم في { $day }
customer-trial = اختبار
customer-stopped = لا تصله رسائل
customer-company = الشركة
customer-address = العنوان
customer-signed-up = التسجيل
customer-notes = ملاحظات
customer-may-ask = يجوز طلب تقييمه
customer-may-ask-yes = نعم
customer-may-ask-no = لا
customer-stop-manual = أُوقفت كل الرسائل من طرفك في { $day }.
customer-stop-bounced = ارتدّت رسالة نهائيًا في { $day }.
customer-stop-unsubscribed = ألغى الاشتراك في { $day }.
customer-stop-stopped = ردّ بكلمة STOP في { $day }.
customer-stop-complained = صنّف رسالة على أنها غير مرغوب فيها في { $day }.
customer-stop-erased = مُحيت بياناته في { $day }.
customer-stop = إيقاف الرسائل
customer-stop-done = لن تصل إلى { $name } أي رسائل بعد الآن.
customer-stop-theirs = ما قرّره الشخص بنفسه لا يمكن لأحد غيره التراجع عنه.
customer-resume = السماح بالرسائل مجددًا
customer-resume-done = يمكن مراسلة { $name } مجددًا.
customer-resume-none = لم يتغيّر شيء: لا يمكن من هنا السماح بمراسلة { $name } مجددًا.
customer-basis-order = اشترى من متجرك: طلب الشراء { $order }، { $day }.
customer-basis-agreed = وافق على التسويق في { $system }، حتى { $day }.
customer-basis-not-agreed = لم يوافق على التسويق في { $system }، حتى { $day }.
customer-more-requests = كل طلبات تقييمه
customer-orders = طلبات الشراء
customer-order-placed = تم الطلب
customer-order-fulfilled = تم الشحن
customer-order-delivered = تم التسليم
customer-order-cancelled = أُلغي
customer-order-refunded = رُدّ ثمنه
customer-charges = المدفوعات
customer-charge = دفعة
customer-first-message = الرسالة الأولى عبر { $by }
customer-reminder = التذكير { $number } عبر { $by }
customer-message-sent = أُرسلت في { $at }
customer-message-delivered = أُرسلت في { $at }، ووصلت
customer-message-returned = أُرسلت في { $at }، ولم تصل
customer-message-failed = فشلت في { $at }
customer-message-skipped = لم تُرسل، تقرر ذلك في { $at }
customer-message-unconfirmed = ربما أُرسلت، ولم يتأكد ذلك، { $at }
customer-message-planned = موعدها { $at }
customer-data = بياناته
customer-data-text = التصدير ملف فيه كل ما هو محفوظ عن هذا الشخص. يمكن تنزيله خلال 24 ساعة.
customer-export = تصدير
customer-erase = محو…
customer-erase-heading = محو { $name }؟
customer-erase-text = لا يمكن التراجع عن هذا. سيُحذف:
customer-lost-person = الاسم والعناوين والأرقام والملاحظات
customer-lost-requests = { $count ->
        [zero] لا طلبات تقييم
        [one] طلب تقييم واحد: يتوقف رابطه عن العمل
        [two] طلبا تقييم: يتوقف رابطاهما عن العمل
        [few] { $count } طلبات تقييم: تتوقف روابطها عن العمل
        [many] { $count } طلب تقييم: تتوقف روابطها عن العمل
       *[other] { $count } طلب تقييم: تتوقف روابطها عن العمل
    }
customer-lost-messages = { $count ->
        [zero] لا رسائل في قائمة الرسائل
        [one] رسالة واحدة في قائمة الرسائل
        [two] رسالتان في قائمة الرسائل
        [few] { $count } رسائل في قائمة الرسائل
        [many] { $count } رسالة في قائمة الرسائل
       *[other] { $count } رسالة في قائمة الرسائل
    }
customer-lost-reviews = { $count ->
        [zero] لا تقييمات
        [one] تقييم واحد، أو اسم صاحبه فقط بحسب الاختيار أدناه
        [two] تقييمان، أو اسم صاحبهما فقط بحسب الاختيار أدناه
        [few] { $count } تقييمات، أو اسم صاحبها فقط بحسب الاختيار أدناه
        [many] { $count } تقييمًا، أو اسم صاحبها فقط بحسب الاختيار أدناه
       *[other] { $count } تقييم، أو اسم صاحبها فقط بحسب الاختيار أدناه
    }
customer-lost-orders = { $count ->
        [zero] لا طلبات شراء
        [one] طلب شراء واحد
        [two] طلبا شراء
        [few] { $count } طلبات شراء
        [many] { $count } طلب شراء
       *[other] { $count } طلب شراء
    }
customer-lost-orders-at-least = عدد طلبات الشراء: { $count } أو أكثر
customer-lost-charges = { $count ->
        [zero] لا مدفوعات
        [one] دفعة واحدة
        [two] دفعتان
        [few] { $count } دفعات
        [many] { $count } دفعة
       *[other] { $count } دفعة
    }
customer-erase-after = تبقى بصمة مشفّرة لعناوينه، حتى لا يُراسَل مرة أخرى، وأرقام في إحصاءاتك.
customer-erase-reviews = تقييماته
customer-erase-delete = حذفها
customer-erase-anonymise = الاحتفاظ بالنجوم والكلمات، دون الاسم والصور والرد
customer-erase-sure = أعلم أنه لا يمكن التراجع عن هذا.
customer-erase-choose = يُرجى اختيار ما يحدث للتقييمات. لم يُمحَ شيء.
customer-erase-tick = يُرجى وضع علامة في المربع لإتمام المحو.
customer-erase-button = محو نهائي
customer-back = العودة إلى العميل
receipt-export = تصدير
receipt-erasure = محو
receipt-running = جارٍ التنفيذ، ويستغرق نحو دقيقة.
receipt-removing = يجري حذف البيانات.
receipt-removed = حُذف كل ما عُثر عليه. وما يصل خلال نصف الدقيقة التالي سيُحذف أيضًا.
receipt-exported = الملف جاهز. كل من لديه هذا الرابط يستطيع فتح الملف خلال 24 ساعة.
receipt-over = تم، وانتهت الساعات الأربع والعشرون: لم يعد تنزيل الملف ممكنًا.
receipt-erased = تم. لم يعد أي شيء محفوظًا عن هذا الشخص.
receipt-failed = حدث خطأ. ستُعاد المحاولة، والمشغّل على علم بذلك.
receipt-download = تنزيل
receipt-number = الإيصال
receipt-requests = { $count ->
        [zero] لا طلبات تقييم
        [one] طلب تقييم واحد
        [two] طلبا تقييم
        [few] { $count } طلبات تقييم
        [many] { $count } طلب تقييم
       *[other] { $count } طلب تقييم
    }
receipt-messages = { $count ->
        [zero] لا رسائل
        [one] رسالة واحدة
        [two] رسالتان
        [few] { $count } رسائل
        [many] { $count } رسالة
       *[other] { $count } رسالة
    }
receipt-reviews = { $count ->
        [zero] لا تقييمات
        [one] تقييم واحد
        [two] تقييمان
        [few] { $count } تقييمات
        [many] { $count } تقييمًا
       *[other] { $count } تقييم
    }
receipt-photos = { $count ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
receipt-orders = { $count ->
        [zero] لا طلبات شراء
        [one] طلب شراء واحد
        [two] طلبا شراء
        [few] { $count } طلبات شراء
        [many] { $count } طلب شراء
       *[other] { $count } طلب شراء
    }
receipt-charges = { $count ->
        [zero] لا مدفوعات
        [one] دفعة واحدة
        [two] دفعتان
        [few] { $count } دفعات
        [many] { $count } دفعة
       *[other] { $count } دفعة
    }
