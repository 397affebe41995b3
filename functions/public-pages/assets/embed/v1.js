// <afterword-stars> and <afterword-reviews>: a shop's published reviews in its own pages. docs/embed.md describes them for shops.
//
// Pages load v1.min.js, which `npm run embed --prefix tests/browser` writes from this file: at most 5,000 bytes in gzip. What v1 promises,
// it keeps: its attributes, parts, properties and event are never taken away.
//
// The strictest policies of shops decide how this is written: elements are made one by one (Trusted Types), styles are adopted and
// no element has a `style` attribute (`style-src`), and no picture is a `data:` address (`img-src`), so stars and bars are SVG.

/** What all addresses begin with. It is written into the script when it is served, so that a copy on any host works. */
const BASE = "{base}/p/";

// Lengths are in em, because some themes make a rem 10 px. Stars and accent are mixed with the ink, so that they have contrast on a
// dark page, too, whether or not it declares a `color-scheme`. A theme's `font-size: 0` ends here.
const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
  :host { display: block; font-size: max(1em, 13px); white-space: normal; scroll-margin-top: 7.5em; --l: var(--afterword-line, #8885) }
  :host(afterword-reviews) { clear: both }
  * { margin: 0; font-size: inherit; line-height: 1.6 }
  a { color: inherit }
  svg { width: 5.5em; height: 1.1em; fill: var(--afterword-star, color-mix(in srgb, currentcolor, #e70 65%)) }
  :not(svg):dir(rtl) > svg { transform: scaleX(-1) }
  .line, .write { text-decoration: none }
  button, .write { padding: .4em .8em; border: 1px solid; border-radius: 9em; background: none; color: inherit; font: inherit }
  [aria-pressed=false] { border: 0 }
  .verified::before { content: "✓ " }
  .write, .verified { color: var(--afterword-accent, color-mix(in srgb, currentcolor, #085)) }
  .row, .bars button { display: flex; flex-wrap: wrap; gap: .4em .8em; align-items: center }
  .page, .facts { align-items: start; gap: .8em 3em }
  .page { text-align: left; overflow-wrap: anywhere }
  .page:dir(rtl) { text-align: right }
  .page > *, .fact { flex: 1 16em }
  .main { flex: 9 42em }
  .main, .review { display: grid; gap: .5em }
  .side { gap: 1em }
  .big { font-size: 2em }
  .bars, .facts, .side [open] { flex: 1 100% }
  summary .row { display: inline-flex }
  .small { font-size: .875em; align-items: baseline }
  .bars button { width: 100% }
  .bar { flex: 1; width: 100%; height: .5em; border-radius: 9em; background: var(--l) }
  .bars span, .answers span { min-width: 2em; text-align: end }
  .fact b { flex: 1 }
  .answers { display: grid; grid: auto / fit-content(50%) 1fr auto; gap: 0 .8em; align-items: center; hyphens: auto }
  .ends { grid: auto / 1fr 1fr 1fr; align-items: start }
  .ends .bar { grid-column: 1 / 4; width: calc(100% - 1em); margin: .4em .5em; overflow: visible }
  .ends :nth-child(3) { text-align: center }
  .review { padding: 1.2em 0; border-top: 1px solid var(--l) }
  .small > a { margin-inline-start: auto }
  .text { max-width: 42em; white-space: pre-line; overflow: hidden }
  .text:has(+ details:not([open])) { max-height: 16em }
  .photos, .tools { flex-wrap: nowrap; overflow-x: auto; contain: inline-size; padding: .2em 0 }
  .photos > *, .tools > * { flex: none; outline-offset: -2px }
  .photos img { display: block; width: 6em; height: 6em; object-fit: cover; border-radius: .5em }
  .main > .photos { font-size: .5em }
  .reply { padding: .4em .8em; border: 1px solid var(--l) }
  dialog { margin: auto; border: 0 }
  ::backdrop { background: #000c }
  dialog img { max-width: 100%; height: auto }
  dialog .row { place-content: center }
  dialog > div > :last-child { position: absolute; top: .4em; inset-inline-end: .4em; background: Canvas }
  dialog > button { display: block; width: 100%; contain: inline-size; margin-top: .4em; border-radius: .5em }
  dialog .text { max-height: 4.8em }
`);

/** An element, from `tag#part.class`; a part is a class, too. Plain objects among the children are attributes. Whatever is `null`,
 * `false` or empty is left out. */
const h = (name, ...children) => {
  const [tag, ...names] = name.split(/[#.]/);
  const element = document.createElementNS("http://www.w3.org/" + (/svg|path|rect|circle/.test(name) ? "2000/svg" : "1999/xhtml"), tag);
  for (const child of [{ part: names[0], class: names.join(" ") }, ...children].flat())
    if (child?.constructor !== Object) element.append(child || "");
    else for (const name in child) if (child[name]) element.setAttribute(name, child[name]);
  return element;
};

const answers = {};
/** The JSON at an address below `p/`, read once for all elements of the page. In a shop of one page, the next element tries again. */
const read = (address) =>
  (answers[address] ||= ask(address, 1).catch((failure) => {
    answers[address] = 0;
    throw failure;
  }));
const ask = async (address, isFirst) => {
  // Pages beyond the newest 300 have whole addresses.
  const reply = await fetch(new URL(address, BASE));
  if (isFirst && reply.status === 429) {
    // Between 2 and 5 s, so that the pages of a rush do not come back together.
    await new Promise((resolve) => setTimeout(resolve, 2000 + 3000 * Math.random()));
    return ask(address);
  }
  if (!reply.ok) throw reply;
  return reply.json();
};

// A call of a function weighs less than one of a method.
const attribute = (host, name) => host.getAttribute(name);
/** What a list is filtered and sorted by, as ends of its address: the whole list, newest first. */
const WHOLE = ["", ""];
/** The address of a page of a list. Where no language is known, it is `undefined`: nobody speaks it, so the answer is in the shop's. */
const addressOf = (host, wanted = WHOLE, page) =>
  `${attribute(host, "shop")}/${attribute(host, "product")}${page ? "/" + page : ""}.json?lang=${host.closest("[lang]")?.lang}${wanted.join("")}`;

/** How labels of a language are said, with their places filled: `say("reviews", { n: 44 })`. */
const speech = (labels) => (key, places) => {
  const label = labels[key];
  const text = label[new Intl.PluralRules(labels.lang).select(places?.n)] ?? label.other ?? label;
  return text.replace(/{(\w+)}/g, (_, name) => places[name].toLocaleString(labels.lang));
};
/** An average, such as `4.0`. */
const decimal = (average, language) => average.toLocaleString(language, { minimumFractionDigits: 1 });

/** Five stars, filled up to a fraction: a narrower copy, cut off at its edge, lies on pale ones. */
const stars = (average, say, written, n) => {
  const d = "m24 0l3 6 6 1-4 4 1 7-6-3-6 3 1-7-4-4 6-1z".repeat(5);
  return h("svg#stars", { viewBox: "12 -6 120 24", role: "img", "aria-label": say("stars", { average: written, n }) }, h("path", { d, opacity: 0.2 }), h("svg", { width: 12 + average * 24 }, h("path", { d })));
};

/** Defines an element that is drawn for a shop's product, and anew when an attribute changes. Another version of this script may have
 * defined it. `draw` returns the content and the rating. */
const define = (name, draw) =>
  customElements.get(name) ||
  customElements.define(
    name,
    class extends HTMLElement {
      static observedAttributes = ["shop", "product", "lang"];
      #root = this.attachShadow({ mode: "open" });
      #key = this.#root.append(h("slot"));

      connectedCallback() {
        this.attributeChangedCallback();
      }

      disconnectedCallback() {
        // A shop of one page shows another page now, or this element elsewhere.
        if (printed?.host === this) printed.remove((this.#key = 0));
      }

      async attributeChangedCallback() {
        // Attributes that change one after the other are one change.
        await 0;
        const key = addressOf(this);
        if (!this.isConnected || key === this.#key) return;
        this.#key = key;
        this.#root.adoptedStyleSheets = [STYLE];
        // Whatever fails, the shop's own link in the slot is better than nothing.
        const [content, rating] = await draw(this).catch(() => [h("slot")]);
        if (key !== this.#key) return;
        // Out of view, giving back the reserved room moves nothing that anybody sees.
        if (this.getBoundingClientRect().top > innerHeight) this.style.minHeight = 0;
        this.#root.replaceChildren(content);
        if (rating) this.dispatchEvent(new CustomEvent("afterword-ready", { bubbles: true, detail: { average: rating.average, count: rating.count } }));
      }
    },
  );

let printed;
/** Adds rating and reviews to the product that the page describes to search engines, unless the page has a rating already. */
const describe = (host, { structured_data }) => {
  printed?.remove();
  const known = [...document.querySelectorAll("[type*=ld], [itemprop]")].map((element) => element.outerHTML);
  if (!host.isConnected || !structured_data || /aggregateRating/.test(known)) return;
  const node = {
    ...structured_data,
    "@id": new URL(attribute(host, "structured-data"), (document.querySelector("[rel=canonical]") ?? location).href),
    // Nodes of one `@id` are one node, so ours repeats the type: a product with variants is a ProductGroup.
    "@type": "Product" + (/ProductGroup/.test(known) ? "Group" : ""),
  };
  // A page that is saved or prerendered is read as HTML again.
  printed = h("script", { type: "application/ld+json" }, JSON.stringify(node).replace(/</g, "\\u003c"));
  document.head.append(printed);
  printed.host = host;
};

/** The list of a first answer, with its filters and orders. */
const page = (host, first) => {
  const { labels, newest, ground } = first;
  const { lang } = labels;
  const { average, count, rewarded, by_star } = first.rating;
  const say = speech(labels);
  const isRtl = /^ar/.test(lang);
  // Noon of no zone is the same day everywhere. As marks have it: the day before the month.
  const day = (date) => new Date(date + "T12:00").toLocaleDateString(lang.replace("en", "en-GB"), { dateStyle: "long" });
  const button = (onclick, ...children) => Object.assign(h("button", ...children), { onclick });

  const auto = { dir: "auto" };
  const badge = (mark) => h(mark === labels.order ? "span#verified" : "span", mark);
  const by = ({ rating, name }) => [stars(rating, say, rating), h("b", auto, name ?? labels.anonymous)];

  const dialog = h("dialog");
  /** The photos of some reviews. One opens in the dialog with the beginning of its review, which leads to it, whatever the list shows. */
  const strip = (reviews) => {
    const photos = reviews.flatMap((review) => review.photos.map((photo) => ({ ...photo, review })));
    const total = photos.length;
    const nameOf = (at) => say("photo", { n: at + 1, total });
    const small = (at) => h("img", photos[at].thumb, { src: photos[at].thumb.url, alt: nameOf(at), loading: "lazy" });
    const open = (to, pressed) => {
      const at = (to + total) % total;
      const { url, width, height, review } = photos[at];
      const step = (by, name, sign) => photos[1] && button(() => open(at + by, by), { "aria-label": say(name), autofocus: by === pressed }, sign);
      // Large photos come from the bucket, which an isolated page (COEP) reads with CORS alone.
      const picture = h("img", { src: url, alt: nameOf(at), crossorigin: true, width, height });
      // As large as the screen has room for, before it is there, too.
      picture.style.width = (60 * width) / height + "vh";
      // A policy may allow pictures of this host alone, while the large ones come from another.
      picture.onerror = () => picture.replaceWith(small(at));
      const show = async () => {
        dialog.close();
        if (!review.node.isConnected) await go(WHOLE);
        review.node.focus();
      };
      // Opened anew, it has the photo's name, which is read out, and its first focus.
      dialog.close();
      dialog.ariaLabel = nameOf(at);
      dialog.replaceChildren(
        picture,
        h("div#.row", step(-1, "previous", "‹"), nameOf(at), step(1, "next", "›"), button(() => dialog.close(), { "aria-label": say("close") }, "✕")),
        button(show, h("div#.row small", by(review)), h("div#.text", auto, review.text)),
      );
      // `ArrowLeft` and `ArrowRight`
      dialog.onkeydown = ({ key }) => {
        const by = { L: -1, R: 1 }[key[5]];
        if (by) open(at + (isRtl ? -by : by));
      };
      dialog.showModal();
      return false;
    };
    return photos[0] && h("div#photos.row", photos.map(({ url }, at) => Object.assign(h("a", { href: url }, small(at)), { onclick: () => open(at) })));
  };

  /** A text of which ten lines are shown, and the rest at a press. */
  const words = (text, attributes) => {
    const said = h("p#.text", auto, attributes, text);
    const rest = h("details", h("summary", say("whole")));
    // Before it is first painted. What has room now stays whole.
    requestAnimationFrame(() => said.scrollHeight > said.clientHeight || rest.remove());
    return [said, rest];
  };

  const review = (of) => {
    const { title, text, language: lang, reply, product } = of;
    // What somebody got in return is never folded. Of other marks the first is shown, unless it is the weak one; a press on the day shows
    // the rest.
    const marks = of.marks.filter((mark) => mark !== ground && mark !== labels.incentivized);
    const shown = marks[0] !== labels.request && marks.shift();
    const said = Object.entries(of.facts ?? 0).flatMap(([question, answer], at) => [at && " · ", h("bdi", question), " ", h("b", auto, answer)]);
    return (of.node = h(
      "article#review",
      { tabindex: -1 },
      product && h("div#.small", h("a", { href: product.url }, product.title ?? product.id)),
      h(
        "div#.row small",
        by(of),
        shown && badge(shown),
        marks[0] ? h("details", h("summary", day(of.date)), marks.join(" · ")) : day(of.date),
        of.incentivized && h("span", labels.incentivized),
        h("a", { href: of.report_url }, say("report")),
      ),
      title && h("h" + (attribute(host, "heading") || 2), auto, { lang }, title),
      text && words(text, { lang }),
      said[1] && h("div#said.small", said),
      strip([of]),
      reply &&
        h("blockquote#reply", h("div#.row small", h("b", say("reply")), day(reply.date), reply.before_edit && h("span", say("before_edit"))), words(reply.text)),
    ));
  };

  const list = h("div");
  const status = h("p", { role: "status" });
  const more = button(() => go(wanted, next), { part: "more" }, say("more"));
  const toggles = [];
  let wanted = WHOLE;
  let next, awaited;

  /** Shows a page of the list: a later one below those that are there. Pages beyond the newest 300 have no number, but an address. */
  const show = (answer, isLater) => {
    const fresh = answer.reviews.map(review);
    list[isLater ? "append" : "replaceChildren"](...fresh);
    next = answer.next ?? (answer.page < answer.pages && addressOf(host, wanted, answer.page + 1));
    const isPart = wanted.join("");
    status.textContent = isPart || next ? say(answer.total ? "showing" : "no_hits", { shown: list.children.length, n: answer.total }) : "";
    if (newest && isPart) status.append(" · " + say("of_newest", { n: newest }));
    // The pressed button is about to disappear.
    if (!next && more.matches(":focus")) fresh[0]?.focus();
    more.hidden = !next;
    for (const mark of toggles) mark();
  };
  const go = async (filters, later) => {
    const address = (awaited = later ?? addressOf(host, filters));
    try {
      const answer = await read(address);
      // Another button was pressed meanwhile, or this one twice.
      if (address !== awaited) return;
      awaited = 0;
      wanted = filters;
      show(answer, later);
    } catch {
      status.textContent = say("failed");
    }
  };
  /** A button that is on while the list has this filter (0) or order (1). */
  const toggle = (at, value, ...children) => {
    const made = button(() => go(wanted.with(at, wanted[at] === value ? "" : value)), ...children);
    toggles.push(() => (made.ariaPressed = wanted[at] === value));
    return made;
  };
  const share = (n, of) => [h("svg#.bar", h("rect", { width: (100 * n) / of + "%", height: 99 })), h("span", n.toLocaleString(lang))];
  const bar = (stars) => toggle(0, "&stars=" + stars, h("span", stars + " ★"), ...share(by_star[stars], count));

  /** A question and what was tapped: a mark at the middle of answers that are an order, or else a bar for each. Who does not see it hears
   * all answers as the image's name, once: a browser may read what is in an image, too. */
  const fact = ({ question, count, answers, middle }) =>
    h(
      "div#fact",
      h("div#.row small", h("b", auto, question), say("of", { n: count })),
      h(
        "div",
        { role: "img", "aria-label": answers.map((of) => of.text + ": " + of.count).join(", ") },
        h(
          "div#.small answers" + (middle == null ? "" : " ends"),
          { "aria-hidden": true },
          middle == null
            ? answers.flatMap((of) => [h("bdi", of.text), ...share(of.count, count)])
            : [
                h("svg#.bar", h("circle", { cx: 100 * middle + "%", cy: "50%", r: ".5em" })),
                h("bdi", answers[0].text),
                h("bdi", answers[answers.length >> 1].text),
                // The page decides on which side it is, and not the language of its words.
                h("span", h("bdi", answers.at(-1).text)),
              ],
        ),
      ),
    );

  const pictured = first.reviews.filter((of) => of.photos[0]);
  const written = decimal(average, lang);
  const head = h("div#head.row", count && h("b#.big", written), h("div", count && stars(average, say, written), h("div#count", say(count ? "reviews" : "none", { n: count })), rewarded && h("div#.small", say("rewarded", { n: rewarded }))));
  const bars = count > 1 && h("div#bars.small", [5, 4, 3, 2, 1].map(bar));
  const facts = first.facts?.[0] && h("div#facts.row", first.facts.map(fact));
  const write = first.write_url && (!count || attribute(host, "write") != null) && h("a#write", { href: first.write_url }, say("write"));
  const content = h(
    "div#.page row",
    { lang, dir: isRtl && "rtl" },
    // On a phone, the bars are folded, and the link has room beside the average.
    h("div#.side.row", bars && innerWidth < 480 ? [h("details", h("summary", head), bars), write, facts] : [head, bars, facts, write]),
    h(
      "div#.main",
      // The photos of one review are beside its text.
      first.total > 1 && [
        pictured[1] && strip(pictured),
        h(
          "div#tools.row small",
          toggle(0, "", say("all")),
          (pictured[0] || first.pages > 1) && toggle(0, "&photos=true", say("with_photos")),
          ["newest", "highest", "lowest"].map((key, at) => toggle(1, at ? "&sort=" + key : "", say(key))),
        ),
      ],
      h("div#.row small", first.total > 1 && status, ground && badge(ground)),
      list,
      more,
      h("a#.small", { href: first.trust_url }, say("trust")),
    ),
    dialog,
  );
  show(first);
  return content;
};

define("afterword-stars", async (host) => {
  const shop = attribute(host, "shop");
  const product = attribute(host, "product");
  const find = (name) => document.querySelector(`afterword-${name}[shop="${shop}"][product="${product}"]`);
  const list = find("reviews");
  // A list of the same product reads its JSON anyway. `@shop` and `@all` are no products of `ratings.json`.
  const isWhole = list || product[0] === "@";
  const answer = await read(isWhole ? addressOf(host) : shop + "/ratings.json");
  const { rating } = answer;
  const [average, count, rewarded] = (isWhole ? [rating.average, rating.count, rating.rewarded] : answer[product]) ?? [0, 0];
  // Further stars of the page's product are in tiles.
  const isShort = !isWhole || find("stars") !== host;
  // `ratings.json` has no words.
  const words = rewarded && (isWhole ? answer : await read(addressOf(host).replace("/" + product, "/@shop"))).labels;
  const labels = isShort ? { stars: "{average} / 5 ({n})", reviews: "({n})" } : answer.labels;
  const say = speech(labels);
  const written = decimal(average, labels.lang);
  // A narrow tile has room for the number alone.
  const before = isShort ? (host.clientWidth < 150 ? "" : written + " ") : written + " · ";
  const text = count && before + say("reviews", { n: count });
  const own = attribute(host, "href");
  const href = text && (own ?? (list && "#reviews"));
  const link = h("a#.line", { href }, count && [stars(average, say, written, count), " "], h("span#count", { "aria-hidden": isShort }, text), rewarded && [" · ", h("span#.small", speech(words)("rewarded", { n: rewarded }))]);
  // The page may have a `base`, another element with this id, or the list in something closed.
  if (list && !own)
    link.onclick = () => {
      const open = (at) => {
        if (at.parentElement) open(at.parentElement);
        // Of a `details`.
        at.open = true;
        const id = at.id || 0;
        const openers = `[href$="#${id}"],[aria-controls~="${id}"],[id="${attribute(at, "aria-labelledby")}"]`;
        for (const opener of document.querySelectorAll(openers)) at.offsetHeight || opener.click();
      };
      open(list);
      list.scrollIntoView();
      return false;
    };
  return [link, { average, count }];
});

define("afterword-reviews", async (host) => {
  // Search engines open no tab, and do not scroll.
  if (attribute(host, "structured-data") != null) describe(host, await read(addressOf(host)));
  await new Promise((resolve) => {
    new IntersectionObserver((entries) => entries.pop().isIntersecting && resolve(), { rootMargin: "600px" }).observe(host);
  });
  const answer = await read(addressOf(host));
  return [page(host, answer), answer.rating];
});
