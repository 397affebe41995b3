// <afterword-stars> and <afterword-reviews>: a shop's published reviews in its own pages. docs/embed.md describes them for shops.
//
// Pages load v1.min.js, which `npm run embed --prefix tests/browser` writes from this file: at most 4,400 bytes in gzip. What v1 promises,
// it keeps: its attributes, parts, properties and event are never taken away.
//
// The strictest policies of shops decide how this is written: elements are made one by one (Trusted Types), styles are adopted and
// no element has a `style` attribute (`style-src`), and no picture is a `data:` address (`img-src`), so stars and bars are SVG.

/** What all addresses begin with. It is written into the script when it is served, so that a copy on any host works. */
const BASE = "{base}/p/";

// Lengths are in em, because some themes make a rem 10 px. Stars and accent are mixed with the ink, so that they have contrast on a
// dark page, too, whether or not it declares a `color-scheme`.
const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
  :host { display: block; line-height: 1.6; --l: var(--afterword-line, #8885) }
  :host(afterword-reviews) { clear: both }
  * { margin: 0; font-size: inherit }
  a { color: inherit }
  svg { width: 5.5em; height: 1.1em; fill: var(--afterword-star, color-mix(in srgb, currentcolor, #e70 65%)) }
  :not(svg):dir(rtl) > svg { transform: scaleX(-1) }
  .line, .write { text-decoration: none }
  .line:has([aria-hidden]) { white-space: nowrap }
  .line .small { display: block; white-space: normal }
  button, .write { padding: .4em .8em; border: 1px solid; border-radius: 9em; background: none; color: inherit; font: inherit }
  [aria-pressed=false] { border-color: #0000 }
  .write, .verified { color: var(--afterword-accent, color-mix(in srgb, currentcolor, #085)) }
  .verified::before { content: "✓ " }
  .row, .bars button { display: flex; flex-wrap: wrap; gap: .4em .8em; align-items: center }
  .page { align-items: start; gap: 0 2em; text-align: left; overflow-wrap: anywhere }
  .page:dir(rtl) { text-align: right }
  .page > * { flex: 1 16em }
  .main { flex: 9 42em }
  .main, .review { display: grid; gap: .2em }
  .big { font-size: 2em }
  [open] { flex: 1 100% }
  summary .row { display: inline-flex }
  .small { font-size: .875em }
  .bars button { width: 100% }
  .bar { flex: 1; height: .5em; border-radius: 9em; background: var(--l) }
  .bars span { width: 7em; text-align: start }
  .review { padding: 1em 0; border-top: 1px solid var(--l) }
  .text { white-space: pre-line; max-width: 42em }
  .photos, .tools { flex-wrap: nowrap; overflow-x: auto; contain: inline-size; padding: .2em }
  .tools > * { flex: none }
  .photos img { display: block; width: 6em; height: 6em; object-fit: cover; border-radius: .5em }
  .main > .photos { font-size: .5em }
  .reply { padding: .4em .8em; border: 1px solid var(--l) }
  dialog { width: 100%; margin: auto; border: 0; background: #111; color: #fff }
  dialog img { width: 100%; height: 70vh; object-fit: contain }
  dialog .row { justify-content: center }
`);

/** An element, from `tag#part.class`; a part is a class, too. Plain objects among the children are attributes. Whatever is `null`,
 * `false` or empty is left out. */
const h = (name, ...children) => {
  const [tag, ...names] = name.split(/[#.]/);
  const element = /svg|path|rect/.test(name) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
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
  const reply = await fetch(new URL(address, BASE), { credentials: "omit" });
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
  const d = "m24 0l2.9 5.9 6.5.9-4.7 4.6 1.1 6.5-5.8-3.1-5.8 3.1 1.1-6.5-4.7-4.6 6.5-.9z".repeat(5);
  const filled = h("svg", { width: 12 + average * 24 }, h("path", { d }));
  return h("svg#stars", { viewBox: "12 -5 120 24", role: "img", "aria-label": say("stars", { average: written, n }) }, h("path", { d, opacity: 0.2 }), filled);
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
        const ready = () => ({ bubbles: true, detail: { average: rating.average, count: rating.count } });
        if (rating) this.dispatchEvent(new CustomEvent("afterword-ready", ready()));
      }
    },
  );

let printed;
/** Adds rating and reviews to the product that the page describes to search engines, unless the page has a rating already. */
const describe = (host, { structured_data }) => {
  printed?.remove();
  const known = [...document.querySelectorAll("[type*=ld], [itemprop=aggregateRating]")].map((element) => element.outerHTML);
  if (!host.isConnected || !structured_data || /aggregateRating/.test(known)) return;
  const node = {
    ...structured_data,
    "@id": new URL(attribute(host, "structured-data"), document.querySelector("[rel=canonical]")?.href ?? document.baseURI).href,
    // Nodes of one `@id` are one node, so ours repeats the type: a product with variants is a ProductGroup.
    "@type": /ProductGroup/.test(known) ? "ProductGroup" : "Product",
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
  // Noon of no zone is the same day everywhere.
  const day = (date) => new Date(date + "T12:00").toLocaleDateString(lang, { dateStyle: "medium" });
  const button = (press, ...children) => {
    const made = h("button", ...children);
    made.onclick = press;
    return made;
  };

  // The dialog with one of some photos.
  let photos, at;
  // Large photos come from the bucket, which an isolated page (COEP) reads with CORS alone.
  const picture = h("img", { crossorigin: "anonymous" });
  const caption = h("p", { role: "status" });
  const nameOf = (photos, at) => say("photo", { n: at + 1, total: photos.length });
  const turn = (to, of = photos) => {
    photos = of;
    at = (to + of.length) % of.length;
    const { url, thumb } = of[at];
    picture.src = url;
    // A policy may allow pictures of this host alone, while the large ones come from another.
    picture.onerror = () => {
      picture.onerror = null;
      picture.src = thumb.url;
    };
    dialog.ariaLabel = picture.alt = caption.textContent = nameOf(of, at);
    previous.hidden = following.hidden = !of[1];
  };
  const previous = button(() => turn(at - 1), { "aria-label": say("previous") }, "‹");
  const following = button(() => turn(at + 1), { "aria-label": say("next") }, "›");
  const dialog = h("dialog", h("div#.row", picture, previous, caption, following, button(() => dialog.close(), { "aria-label": say("close") }, "✕")));
  dialog.onkeydown = ({ key }) => {
    // `ArrowLeft` and `ArrowRight`
    const by = { L: -1, R: 1 }[key[5]];
    if (by) turn(at + (isRtl ? -by : by));
  };
  const strip = (of) =>
    of[0] &&
    h(
      "div#photos.row",
      of.map(({ url, thumb }, index) => {
        const link = h("a", { href: url }, h("img", thumb, { src: thumb.url, alt: nameOf(of, index), loading: "lazy" }));
        link.onclick = () => {
          turn(index, of);
          dialog.showModal();
          return false;
        };
        return link;
      }),
    );

  const marked = (mark, isVerified) => h(isVerified ? "b#verified" : "span", mark);
  const review = (of) => {
    const { rating, title, text, language: lang, reply, product } = of;
    const auto = { dir: "auto" };
    return h(
      "article#review",
      { tabindex: -1 },
      product && h("p#.small", h("a", auto, { href: product.url }, product.title ?? product.id)),
      h(
        "div#.row small",
        stars(rating, say, rating),
        h("b", auto, of.name ?? labels.anonymous),
        day(of.date),
        of.marks.map((mark, at) => mark !== ground && marked(mark, of.verified && !at)),
        h("a", { href: of.report_url }, say("report")),
      ),
      title && h("h" + (attribute(host, "heading") || 2), auto, { lang }, title),
      text && h("p#.text", auto, { lang }, text),
      strip(of.photos),
      reply &&
        h("blockquote#reply", h("p#.row small", h("b", say("reply")), day(reply.date), reply.before_edit && h("span", say("before_edit"))), h("p#.text", auto, reply.text)),
    );
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
    const shown = list.childElementCount;
    status.textContent = say(shown ? "showing" : "no_hits", { shown, n: answer.total });
    if (newest && wanted.join("")) status.append(" · " + say("of_newest", { n: newest }));
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
  /** A button that is on while the list has this filter (0) or order (1). Pressed again, it is off. */
  const toggle = (at, value, ...children) => {
    const isOn = () => wanted[at] === value;
    const made = button(() => go(wanted.with(at, isOn() ? "" : value)), ...children);
    toggles.push(() => (made.ariaPressed = isOn()));
    return made;
  };
  const bar = (stars) => {
    const n = by_star[stars];
    const filled = h("svg#.bar", h("rect", { width: (100 * n) / count + "%", height: 99 }));
    return toggle(0, "&stars=" + stars, h("span", say("filter", { stars, n })), filled);
  };

  const pictured = first.reviews.filter((of) => of.photos[0]);
  const written = decimal(average, lang);
  const head = h("div#head.row", count && h("b#.big", written), h("div", count && stars(average, say, written), h("div#count", say(count ? "reviews" : "none", { n: count })), rewarded && h("div#.small", say("rewarded", { n: rewarded }))));
  const isList = first.total > 1;
  const content = h(
    "div#.page row",
    { lang, dir: isRtl && "rtl" },
    h(
      "div#.side.row",
      // On a phone, the bars are folded.
      count > 1 ? h("details", { open: innerWidth > 479 }, h("summary", head), h("div#bars.small", [5, 4, 3, 2, 1].map(bar))) : head,
      first.write_url && (!count || attribute(host, "write") != null) && h("a#write", { href: first.write_url }, say("write")),
    ),
    h(
      "div#.main",
      // The photos of one review are beside its text.
      isList && [
        pictured[1] && strip(pictured.flatMap((of) => of.photos)),
        h(
          "div#tools.row small",
          toggle(0, "", say("all")),
          (pictured[0] || first.pages > 1) && toggle(0, "&photos=true", say("with_photos")),
          h(
            "div#.row",
            { role: "group", "aria-label": say("sort") },
            ["newest", "highest", "lowest"].map((key, at) => toggle(1, at ? "&sort=" + key : "", say(key))),
          ),
        ),
      ],
      h(
        "div#.row small",
        isList && status,
        ground && marked(ground, first.reviews[0].verified),
      ),
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
  const text = count ? written + (isShort ? " " : " · ") + say("reviews", { n: count }) : labels.none;
  const own = attribute(host, "href");
  const href = text && (own ?? (list && "#reviews"));
  const link = h("a#.line", { href }, count && [stars(average, say, written, count), " "], h("span#count", { "aria-hidden": isShort }, text), rewarded && [" ", h("span#.small", speech(words)("rewarded", { n: rewarded }))]);
  // The page may have a `base`, another element with this id, or the list in a closed tab.
  if (list && !own)
    link.onclick = () => {
      document.querySelector(`[href$="#${list.closest("[role=tabpanel]")?.id}"]`)?.click();
      list.scrollIntoView();
      return false;
    };
  return [link, { average, count }];
});

define("afterword-reviews", async (host) => {
  // Search engines open no tab, and do not scroll.
  if (attribute(host, "structured-data") != null) describe(host, await read(addressOf(host)));
  await new Promise((resolve) => {
    const seen = (entries, observer) => entries.pop().isIntersecting && resolve(observer.disconnect());
    new IntersectionObserver(seen, { rootMargin: "600px" }).observe(host);
  });
  const answer = await read(addressOf(host));
  return [page(host, answer), answer.rating];
});
