// A Vendure with its database in memory, the plug-in, and a few products. It is played through its two APIs, as a shop is.
import { AfterwordPlugin } from "afterword-vendure";
import {
  Asset,
  DefaultJobQueuePlugin,
  DefaultLogger,
  DefaultSchedulerPlugin,
  EventBus,
  JobQueueService,
  LogLevel,
  TransactionalConnection,
  bootstrap,
  dummyPaymentHandler,
} from "@vendure/core";

const ASSETS = "https://shop.example/assets/";
const PAGES = "https://shop.example/p/";
const ADMIN = "admin-of-the-stories";

/** Opens a shop; with the database of one that was closed, its next start. */
export async function openShop(port, url, key, database) {
  const app = await bootstrap({
    apiOptions: { hostname: "127.0.0.1", port, adminApiPath: "admin", shopApiPath: "shop", cors: false },
    authOptions: { tokenMethod: "bearer", superadminCredentials: { identifier: ADMIN, password: ADMIN }, requireVerification: false },
    dbConnectionOptions: { type: "sqljs", synchronize: true, database },
    logger: new DefaultLogger({ level: LogLevel.Warn, timestamp: false }),
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    plugins: [
      DefaultJobQueuePlugin.init({ pollInterval: 50 }),
      DefaultSchedulerPlugin.init(),
      AfterwordPlugin.init({ url, key, productUrl: PAGES, assetUrl: ASSETS }),
    ],
  });
  await app.get(JobQueueService).start();
  const shop = new Shop(app, `http://127.0.0.1:${port}`);
  if (!database) await shop.furnish();
  return shop;
}

class Shop {
  /** All events of orders, so that they can happen again. */
  happened = [];

  constructor(app, base) {
    this.app = app;
    this.base = base;
    this.events = app.get(EventBus);
    this.events.filter((event) => event.order ?? event.fulfillment).subscribe((event) => this.happened.push(event));
  }

  async close() {
    const database = this.app.get(TransactionalConnection).rawConnection.driver.export();
    await this.app.close();
    return database;
  }

  tellAll() {
    return this.app.get(AfterwordPlugin).tellAll();
  }

  repository(name) {
    return this.app.get(TransactionalConnection).rawConnection.getRepository(name);
  }

  /** The jobs of the plug-in that wait or run. */
  async waiting() {
    return this.repository("JobRecord").countBy({ queueName: "afterword", isSettled: false });
  }

  async jobs() {
    return this.repository("JobRecord").countBy({ queueName: "afterword" });
  }

  async furnish() {
    const { token } = await this.call("admin", `mutation { login(username: "${ADMIN}", password: "${ADMIN}") { __typename } }`);
    this.token = token;
    await this.admin(`mutation { updateGlobalSettings(input: { availableLanguages: [en, de] }) { __typename } }`);
    const { createCountry: country } = await this.admin(
      `mutation { createCountry(input: { code: "DE", enabled: true, translations: [{ languageCode: en, name: "Germany" }] }) { id } }`,
    );
    const { createZone: zone } = await this.admin(`mutation { createZone(input: { name: "Europe", memberIds: ["${country.id}"] }) { id } }`);
    const { activeChannel: channel } = await this.admin(`{ activeChannel { id } }`);
    await this.admin(`mutation { updateChannel(input: { id: "${channel.id}", availableLanguageCodes: [en, de], defaultLanguageCode: en,
      defaultCurrencyCode: EUR, availableCurrencyCodes: [EUR], pricesIncludeTax: true,
      defaultTaxZoneId: "${zone.id}", defaultShippingZoneId: "${zone.id}" }) { __typename } }`);
    const { createTaxCategory: tax } = await this.admin(`mutation { createTaxCategory(input: { name: "Standard" }) { id } }`);
    await this.admin(`mutation { createTaxRate(input: { name: "VAT", enabled: true, value: 19, categoryId: "${tax.id}", zoneId: "${zone.id}" }) { id } }`);
    await this.admin(`mutation { createPaymentMethod(input: { code: "card", enabled: true, translations: [{ languageCode: en, name: "Card", description: "" }],
      handler: { code: "dummy-payment-handler", arguments: [{ name: "automaticSettle", value: "true" }] } }) { id } }`);
    await this.admin(`mutation { createShippingMethod(input: { code: "post", fulfillmentHandler: "manual-fulfillment",
      translations: [{ languageCode: en, name: "Post", description: "" }],
      checker: { code: "default-shipping-eligibility-checker", arguments: [{ name: "orderMinimum", value: "0" }] },
      calculator: { code: "default-shipping-calculator", arguments: [{ name: "rate", value: "500" }, { name: "includesTax", value: "auto" }, { name: "taxRate", value: "19" }] } }) { id } }`);
    await this.admin(`mutation { createPromotion(input: { enabled: true, couponCode: "TENTH", translations: [{ languageCode: en, name: "A tenth less" }],
      conditions: [], actions: [{ code: "order_percentage_discount", arguments: [{ name: "discount", value: "10" }] }] }) { __typename } }`);
    const asset = { name: "board", type: "IMAGE", mimeType: "image/jpeg", width: 9, height: 9, fileSize: 9 };
    const picture = await this.repository("Asset").save(new Asset({ ...asset, source: "board.jpg", preview: "preview\\a b.jpg" }));
    this.board = await this.product("Serving board", "Servierbrett", 4900, ["Walnut", "Large"], picture.id);
    this.vase = await this.product("Vase", "Vase", 2500);
    this.lamp = await this.product("Lamp", "Lampe", 9900);
  }

  async product(name, german, price, options = [], picture = null) {
    const slug = name.toLowerCase().replace(" ", "-");
    const { createProduct: product } = await this.admin(
      `mutation ($picture: ID, $pictures: [ID!]) { createProduct(input: { featuredAssetId: $picture, assetIds: $pictures, translations: [
        { languageCode: en, name: "${name}", slug: "${slug}", description: "<p>Good and plain.</p><p>Made to last.</p>" },
        { languageCode: de, name: "${german}", slug: "${slug}-de", description: "" }] }) { id } }`,
      { picture, pictures: picture ? [picture] : [] },
    );
    const ids = [];
    for (const option of options) {
      const { createProductOptionGroup: group } = await this.admin(`mutation { createProductOptionGroup(input: { code: "${option}",
        translations: [{ languageCode: en, name: "${option}" }], options: [{ code: "${option}", translations: [
          { languageCode: en, name: "${option}" }, { languageCode: de, name: "${option} (de)" }] }] }) { id options { id } } }`);
      await this.admin(`mutation { addOptionGroupToProduct(productId: "${product.id}", optionGroupId: "${group.id}") { id } }`);
      ids.push(group.options[0].id);
    }
    const { createProductVariants } = await this.admin(
      `mutation ($options: [ID!]) { createProductVariants(input: [{ productId: "${product.id}", sku: "SKU-${slug}", price: ${price}, stockOnHand: 1000,
        optionIds: $options, translations: [{ languageCode: en, name: "${[name, ...options].join(" ")}" }] }]) { id } }`,
      { options: ids },
    );
    return { id: product.id, variant: createProductVariants[0].id };
  }

  /** A guest buys `[product, quantity]`, and pays. */
  async buy(email, wanted, { language = "en", first = "Jane", last = "Doe", coupon } = {}) {
    let token;
    const call = async (query, variables) => {
      const answer = await this.call(`shop?languageCode=${language}`, query, variables, token);
      token ??= answer.token;
      return answer.data;
    };
    for (const [product, quantity] of wanted) {
      await call(`mutation { addItemToOrder(productVariantId: "${product.variant}", quantity: ${quantity}) { __typename ... on ErrorResult { message } } }`);
    }
    await call(`mutation ($input: CreateCustomerInput!) { setCustomerForOrder(input: $input) { __typename ... on ErrorResult { message } } }`, {
      input: { emailAddress: email, firstName: first, lastName: last },
    });
    await call(`mutation { setOrderShippingAddress(input: { streetLine1: "Street 1", city: "Berlin", postalCode: "10115", countryCode: "DE" }) { __typename } }`);
    if (coupon) await call(`mutation { applyCouponCode(couponCode: "${coupon}") { __typename ... on ErrorResult { message } } }`);
    const { eligibleShippingMethods: methods } = await call(`{ eligibleShippingMethods { id } }`);
    await call(`mutation { setOrderShippingMethod(shippingMethodId: ["${methods[0].id}"]) { __typename ... on ErrorResult { message } } }`);
    await call(`mutation { transitionOrderToState(state: "ArrangingPayment") { __typename ... on OrderStateTransitionError { transitionError } } }`);
    const { addPaymentToOrder: order } = await call(
      `mutation { addPaymentToOrder(input: { method: "card", metadata: {} }) { __typename ... on Order { id code state } ... on ErrorResult { message } } }`,
    );
    if (order.state !== "PaymentSettled") throw new Error(`not bought: ${JSON.stringify(order)}`);
    return order;
  }

  async order({ id }) {
    const { order } = await this.admin(`{ order(id: "${id}") { id code state customer { id } payments { id amount }
      lines { id quantity productVariant { product { id } } } fulfillments { id state } } }`);
    return order;
  }

  /** Sends lines `[place, quantity]`, or all, and returns the fulfilment's id. */
  async ship(order, some) {
    const { lines } = await this.order(order);
    const sent = some ? some.map(([place, quantity]) => [lines[place], quantity]) : lines.map((line) => [line, line.quantity]);
    const wanted = sent.filter(([, quantity]) => quantity > 0).map(([{ id }, quantity]) => `{ orderLineId: "${id}", quantity: ${quantity} }`);
    const { addFulfillmentToOrder: fulfillment } = await this.admin(`mutation { addFulfillmentToOrder(input: { lines: [${wanted.join()}],
      handler: { code: "manual-fulfillment", arguments: [{ name: "method", value: "Post" }, { name: "trackingCode", value: "" }] } }) {
      __typename ... on Fulfillment { id } ... on ErrorResult { message } } }`);
    await this.move(fulfillment.id, "Shipped");
    return fulfillment.id;
  }

  async move(fulfillment, state) {
    const { transitionFulfillmentToState: moved } = await this.admin(`mutation { transitionFulfillmentToState(id: "${fulfillment}", state: "${state}") {
      __typename ... on FulfillmentStateTransitionError { transitionError } } }`);
    if (moved.__typename !== "Fulfillment") throw new Error(JSON.stringify(moved));
  }

  async deliver(order, some) {
    await this.move(await this.ship(order, some), "Delivered");
  }

  /** Pays back so many of a line, or only an amount. */
  async refund(order, some, amount) {
    const { lines, payments } = await this.order(order);
    const wanted = some.map(([place, quantity]) => `{ orderLineId: "${lines[place].id}", quantity: ${quantity} }`);
    const { refundOrder: refund } = await this.admin(`mutation { refundOrder(input: { lines: [${wanted.join()}], shipping: 0, adjustment: 0,
      ${amount ? `amount: ${amount}, ` : ""}paymentId: "${payments[0].id}" }) { __typename ... on Refund { state total } ... on ErrorResult { message } } }`);
    if (refund.__typename !== "Refund") throw new Error(JSON.stringify(refund));
  }

  /** Leaves so many of the first line, and adds another product. */
  async exchange(order, left, other) {
    const { lines, payments } = await this.order(order);
    const to = (state) => this.admin(`mutation { transitionOrderToState(id: "${order.id}", state: "${state}") { __typename } }`);
    await to("Modifying");
    const { modifyOrder: changed } = await this.admin(`mutation { modifyOrder(input: { orderId: "${order.id}", dryRun: false,
      adjustOrderLines: [{ orderLineId: "${lines[0].id}", quantity: ${left} }], addItems: [{ productVariantId: "${other.variant}", quantity: 1 }],
      refund: { paymentId: "${payments[0].id}", reason: "exchanged" } }) { __typename ... on ErrorResult { message } } }`);
    if (changed.__typename !== "Order") throw new Error(JSON.stringify(changed));
    await to("PaymentSettled");
  }

  /** Cancels so many of a line, or the order. */
  async cancel(order, some) {
    const { lines } = await this.order(order);
    const wanted = some?.map(([place, quantity]) => `{ orderLineId: "${lines[place].id}", quantity: ${quantity} }`);
    const { cancelOrder: cancelled } = await this.admin(`mutation { cancelOrder(input: { orderId: "${order.id}",
      ${wanted ? `lines: [${wanted.join()}], ` : ""}reason: "wrong" }) { __typename ... on ErrorResult { message } } }`);
    if (cancelled.__typename !== "Order") throw new Error(JSON.stringify(cancelled));
  }

  async admin(query, variables) {
    return (await this.call("admin", query, variables, this.token)).data;
  }

  async call(path, query, variables, token) {
    const answer = await fetch(`${this.base}/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await answer.json();
    if (errors) throw new Error(`${errors[0].message}: ${query}`);
    return { data, token: answer.headers.get("vendure-auth-token") };
  }
}
