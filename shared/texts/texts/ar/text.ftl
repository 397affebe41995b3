first = رأيك الصادق يهم { $shop }: { $link } للإيقاف أرسل STOP
reminder = تذكير: ما زال رأيك الصادق يهم { $shop }: { $link } للإيقاف أرسل STOP
some-shop = متجرًا تعرفه
