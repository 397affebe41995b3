//! Shops' systems on this machine, as far as a first day needs them. Each checks the key, and keeps and answers what
//! WooCommerce's controllers and Shopify's reference say.

import { serve } from "./host.js";

const CONSUMER_KEY = `ck_${"0123456789".repeat(4)}`;
const CONSUMER_SECRET = `cs_${"0123456789".repeat(4)}`;
const BASIC = `Basic ${Buffer.from(`${CONSUMER_KEY}:${CONSUMER_SECRET}`).toString("base64")}`;

const CLIENT_ID = "0123456789abcdef".repeat(2);
const CLIENT_SECRET = `shpss_${"0123456789".repeat(3)}`;
const TOKEN = `shpat_${"0123456789".repeat(3)}`;

const json = (value, status) => ["application/json", JSON.stringify(value), status];

/** WooCommerce's page for an owner who approves, and the list of webhooks and the batch of its REST API, version 3. The real one asks
 * for the owner's account first, and posts and accepts keys only over TLS. */
function woocommerce(hooks) {
  // The secret is never shown.
  const shown = (hook) => ({ ...hook, secret: undefined });
  return async (path, body, { method, headers }) => {
    const { pathname, searchParams } = new URL(path, "http://shop.example");
    const { user_id, callback_url, return_url, scope } = Object.fromEntries(searchParams);
    switch (pathname) {
      case "/wc-auth/v1/authorize":
        return ["text/html", `<a href="/wc-auth/v1/access_granted?${searchParams}">Approve</a>`];
      case "/wc-auth/v1/access_granted": {
        const key = { key_id: 1, user_id, consumer_key: CONSUMER_KEY, consumer_secret: CONSUMER_SECRET, key_permissions: scope };
        const { status } = await fetch(callback_url, { method: "POST", body: JSON.stringify(key) });
        if (status !== 200) return ["text/plain", "Access denied", 401];
        return ["text/plain", "", 302, { location: `${return_url}?${new URLSearchParams({ success: 1, user_id })}` }];
      }
    }
    if (headers.authorization !== BASIC) {
      return json({ code: "woocommerce_rest_cannot_view", message: "Sorry.", data: { status: 401 } }, 401);
    }
    switch (`${method} ${pathname}`) {
      case "GET /wp-json/wc/v3/webhooks":
        return json(hooks.toReversed().map(shown));
      case "POST /wp-json/wc/v3/webhooks/batch": {
        const made = JSON.parse(body).create.map((hook, place) => ({ ...hook, id: hooks.length + place + 1 }));
        hooks.push(...made);
        return json({ create: made.map(shown) });
      }
    }
  };
}

/** Shopify's exchange of an app's ID and secret for a token, and the webhooks of its Admin API in GraphQL. */
function shopify(hooks) {
  const create = (topic, { uri, format }) => {
    if (hooks.some((hook) => hook.topic === topic && hook.uri === uri)) {
      return { webhookSubscription: null, userErrors: [{ message: "Address for this topic has already been taken" }] };
    }
    hooks.push({ topic, uri, format });
    return { webhookSubscription: { id: `gid://shopify/WebhookSubscription/${hooks.length}` }, userErrors: [] };
  };
  return (path, body, { method, headers }) => {
    switch (`${method} ${path}`) {
      case "POST /admin/oauth/access_token": {
        const { grant_type, client_id, client_secret } = Object.fromEntries(new URLSearchParams(body));
        const fits = grant_type === "client_credentials" && client_id === CLIENT_ID && client_secret === CLIENT_SECRET;
        return fits
          ? json({ access_token: TOKEN, scope: "read_orders,read_fulfillments,read_products", expires_in: 86_399 })
          : json({ error: "invalid_client" }, 400);
      }
      case "POST /admin/api/2026-10/graphql.json": {
        if (headers["x-shopify-access-token"] !== TOKEN) return json({ errors: "[API] Invalid API key or access token" }, 401);
        const { query, variables } = JSON.parse(body);
        if (query.startsWith("query")) {
          const nodes = hooks.filter(({ uri }) => uri === variables.uri);
          return json({ data: { webhookSubscriptions: { nodes } } });
        }
        const fields = [...query.matchAll(/(\w+): webhookSubscriptionCreate\(topic: (\w+),/g)];
        return json({ data: Object.fromEntries(fields.map(([, name, topic]) => [name, create(topic, variables.webhook)])) });
      }
    }
  };
}

const SYSTEMS = {
  WooCommerce: {
    answer: woocommerce,
    fields: (url) => [["Your shop’s address", url]],
    connect: ["Approve in WooCommerce", "Approve"],
    topics: [
      "order.created",
      "order.updated",
      "order.deleted",
      "order.restored",
      "product.created",
      "product.updated",
      "product.deleted",
    ],
    address: ({ delivery_url }) => delivery_url,
  },
  Shopify: {
    answer: shopify,
    fields: (url) => [
      ["Your shop’s domain at Shopify", url],
      ["Client ID", CLIENT_ID],
      ["Client secret", CLIENT_SECRET],
    ],
    connect: ["Connect and add the webhooks"],
    topics: [
      "ORDERS_CREATE",
      "ORDERS_UPDATED",
      "ORDERS_FULFILLED",
      "ORDERS_CANCELLED",
      "ORDERS_DELETE",
      "FULFILLMENTS_CREATE",
      "FULFILLMENTS_UPDATE",
      "REFUNDS_CREATE",
      "PRODUCTS_CREATE",
      "PRODUCTS_UPDATE",
      "PRODUCTS_DELETE",
      "FULFILLMENT_EVENTS_CREATE",
      "APP_UNINSTALLED",
    ],
    address: ({ uri }) => uri,
  },
};

export const NAMES = Object.keys(SYSTEMS);

/** Starts a shop's system. Returns what the form that connects it needs, by label, the form's button and the link in the system
 * that follows, the topics that it should call with, and
 * where its webhooks lead, by topic. */
export async function open(name) {
  const { answer, fields, connect, topics, address } = SYSTEMS[name];
  const hooks = [];
  const { url, close } = await serve(answer(hooks));
  const webhooks = () => Object.fromEntries(hooks.map((hook) => [hook.topic, address(hook)]));
  return { fields: fields(url), connect, topics, webhooks, close };
}
