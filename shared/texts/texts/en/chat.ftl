# The question guide: each question with its ready answers, for and against. A ready answer is a
# sentence that stands for itself in a review, without its full stop.

product-1 = How do you use it?
    .chip-1 = I use it every day
    .chip-2 = I use it now and then
    .chip-3 = I haven’t used it much yet
    .chip-4 = It was a gift
product-2 = What do you like about it?
    .chip-1 = It’s well made
    .chip-2 = It’s easy to use
    .chip-3 = It’s good value
    .chip-4 = There isn’t much I like
product-3 = What could be better?
    .chip-1 = I’d change nothing
    .chip-2 = It could be sturdier
    .chip-3 = It isn’t as described
    .chip-4 = It’s too expensive
product-4 = Would you recommend it, and to whom?
    .chip-1 = I’d recommend it to anyone
    .chip-2 = I’d recommend it to some
    .chip-3 = I wouldn’t recommend it

shop-1 = What brought you to this shop?
    .chip-1 = I needed something specific
    .chip-2 = I was looking for a gift
    .chip-3 = I come here regularly
shop-2 = What went well?
    .chip-1 = It was quick
    .chip-2 = It was easy
    .chip-3 = The people were friendly
    .chip-4 = Not much went well
shop-3 = What could be better?
    .chip-1 = I’d change nothing
    .chip-2 = It took too long
    .chip-3 = It was too expensive
    .chip-4 = Questions went unanswered
shop-4 = Would you come back?
    .chip-1 = I’d come back
    .chip-2 = I might come back
    .chip-3 = I wouldn’t come back
