## Orders of the time before

earlier-heading = السؤال عن طلبات شراء سابقة
earlier-link = طلبات شراء سابقة
earlier-about = لمن اشتروا قبل انضمامك إلى هنا. لا يُرسل شيء قبل أن تؤكد عددًا.
earlier-rows = طلبات الشراء، واحد في كل سطر
earlier-rows-about = الصق خلايا من جدول أو أسطرًا من ملف CSV، بحد أقصى { $count }. يسمّي السطر الأول الأعمدة: email وorder، وإن وُجدت name وdate (مثل 2026-11-03) وproducts وlanguage.
earlier-days = الأيام من الشراء إلى البريد
earlier-days-about = من 0 إلى 89. يُسأل فورًا عن الطلب الأقدم أو الذي لا تاريخ له.
earlier-days-wrong = اكتب عددًا من 0 إلى 89.
earlier-try = عرض ما سيحدث
earlier-would = { $count ->
        [0] لن يُسأل عن أي طلب.
        [one] سيُسأل عن طلب واحد.
        [two] سيُسأل عن طلبين.
        [few] سيُسأل عن { $count } طلبات.
        [many] سيُسأل عن { $count } طلبًا.
       *[other] سيُسأل عن { $count } طلب.
    }
earlier-due = يُستحق أول بريد في { $first } وآخره في { $last }.
earlier-due-one = تُستحق الرسائل في { $first }.
earlier-before = { $count ->
        [one] سطر واحد عمّا سُئل عنه من قبل.
        [two] سطران عمّا سُئل عنه من قبل.
        [few] { $count } أسطر عمّا سُئل عنه من قبل.
        [many] { $count } سطرًا عمّا سُئل عنه من قبل.
       *[other] { $count } سطر عمّا سُئل عنه من قبل.
    }
earlier-insiders = { $count ->
        [one] سطر واحد لشخص يعمل لديك.
        [two] سطران لشخصين يعملان لديك.
        [few] { $count } أسطر لأشخاص يعملون لديك.
        [many] { $count } سطرًا لأشخاص يعملون لديك.
       *[other] { $count } سطر لأشخاص يعملون لديك.
    }
earlier-suppressed = { $count ->
        [one] سطر واحد لشخص لا تراسله: ألغى الاشتراك أو ارتدّ بريده أو أُوقف.
        [two] سطران لشخصين لا تراسلهما: إلغاء اشتراك أو بريد مرتد أو إيقاف.
        [few] { $count } أسطر لأشخاص لا تراسلهم: إلغاء اشتراك أو بريد مرتد أو إيقاف.
        [many] { $count } سطرًا لأشخاص لا تراسلهم: إلغاء اشتراك أو بريد مرتد أو إيقاف.
       *[other] { $count } سطر لأشخاص لا تراسلهم: إلغاء اشتراك أو بريد مرتد أو إيقاف.
    }
earlier-wrong = { $count ->
        [one] سطر واحد لا يُقرأ.
        [two] سطران لا يُقرآن.
        [few] { $count } أسطر لا تُقرأ.
        [many] { $count } سطرًا لا يُقرأ.
       *[other] { $count } سطر لا يُقرأ.
    }
earlier-wrong-email = هذا ليس عنوان بريد إلكتروني.
earlier-wrong-order = رقم الطلب ناقص أو أطول من اللازم.
earlier-wrong-name = الاسم أطول من اللازم.
earlier-wrong-date = التاريخ ليس مكتوبًا مثل 2026-11-03.
earlier-wrong-products = معرّف منتج ليس مكتوبًا مثل shopify-7125386199075.
earlier-wrong-language = اللغة ليست مكتوبة مثل en أو de-AT.
earlier-ask = { $count ->
        [one] السؤال عن طلب واحد
        [two] السؤال عن طلبين
        [few] السؤال عن { $count } طلبات
        [many] السؤال عن { $count } طلبًا
       *[other] السؤال عن { $count } طلب
    }
earlier-done = { $count ->
        [0] لم يُسأل عن أي طلب.
        [one] يُسأل عن طلب واحد.
        [two] يُسأل عن طلبين.
        [few] يُسأل عن { $count } طلبات.
        [many] يُسأل عن { $count } طلبًا.
       *[other] يُسأل عن { $count } طلب.
    }
earlier-changed = تغيّر شيء منذ أن نظرت. هذا ما سيحدث الآن.
earlier-missing = لا يسمّي السطر الأول عمودًا باسم «{ $column }».
earlier-no-rows = لا شيء تحت السطر الأول.
earlier-too-many = هذه أكثر من { $count } سطر. الصقها على أجزاء.
