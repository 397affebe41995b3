import { type Asset, type ConfigService, type HistoryService, type ID, Order, type OrderLine, Product } from "@vendure/core";
import { RequestContext, type TransactionalConnection, type Translation } from "@vendure/core";

/** What the plug-in must know of Afterword and of the shop. */
export interface AfterwordOptions {
  /** Afterword's address, such as `https://reviews.example.com`. */
  url: string;
  /** A key of Afterword's native API with the scope `catalog:write`. */
  key: string;
  /** What stands before a product's slug in the address of its page, or a function that makes the address. */
  productUrl?: string | ((product: Product, slug: string) => string);
  /** What stands before a picture's path. */
  assetUrl?: string;
  /** What only the shop knows of an order, such as whether the buyer agreed to be asked. */
  order?: (order: Order) => { agrees?: boolean; test?: boolean; in_store?: boolean; tags?: string[] };
  /** What only the shop knows of an order's line; `ships` is `true` if omitted. */
  line?: (line: OrderLine) => { gift_card?: boolean; ships?: boolean; gtin?: string };
}

/** The custom field of an order: the language in which it was placed. */
export const LANGUAGE = "afterwordLanguage";
/** Currencies that have no digits behind the point, or three (ISO 4217). Vendure stores two of all, or its strategy's. */
const WITHOUT_DIGITS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
const THREE_DIGITS = "BHD IQD JOD KWD LYD OMR TND";
const STATUSES: Record<string, string> = { Cancelled: "cancelled", Shipped: "fulfilled", Delivered: "delivered" };

/** Describes orders and products as rows of Afterword's API, which takes what is wrong in them as unknown. */
export class Reader {
  constructor(
    private options: AfterwordOptions,
    private connection: TransactionalConnection,
    private config: ConfigService,
    private history: HistoryService,
  ) {}

  /** The whole order; `undefined` if Afterword is not told of it. */
  async order(id: ID): Promise<object | undefined> {
    const as_of = Date.now();
    const ofLines = { featuredAsset: true, productVariant: { options: true, product: true } };
    const parts = { fulfillments: { lines: true }, payments: { refunds: { lines: true } }, surcharges: true, channels: true };
    const order = await this.connection.rawConnection
      .getRepository(Order)
      .findOne({ where: { id }, relations: { customer: true, lines: ofLines, ...parts }, relationLoadStrategy: "query" });
    // A seller's part is told with the whole.
    if (!order?.orderPlacedAt || `${order.type}` === "Seller") return undefined;
    const { customer, shippingAddress: address } = order;
    const language = (order.customFields as { [LANGUAGE]?: string | null })[LANGUAGE] ?? undefined;
    const refunds = order.payments.flatMap((payment) => payment.refunds).filter(({ state }) => state !== "Failed");
    const [returned, back] = [refunds.flatMap((refund) => refund.lines), sum(refunds, "total")];
    const paid = sum(order.payments.filter(({ state }) => state === "Settled"), "amount");
    const lines = order.lines.map((line) => {
      const refunded = sum(returned.filter(({ orderLineId }) => orderLineId === line.id), "quantity");
      return this.line(line, order.currencyCode, refunded, language);
    });
    const isRefunded = (back > 0 && back >= paid) || lines.every((line) => line.refunded_quantity === line.quantity);
    const name = `${customer?.firstName ?? ""} ${customer?.lastName ?? ""}`.trim() || address?.fullName;
    return {
      id: order.code,
      system_id: `${order.id}`,
      as_of,
      status: isRefunded && order.state !== "Cancelled" ? "refunded" : (STATUSES[order.state] ?? "placed"),
      buyer: customer && !customer.deletedAt ? { email: customer.emailAddress, name } : null,
      currency: order.currencyCode,
      placed_at: order.orderPlacedAt,
      paid: paid >= order.totalWithTax,
      lines,
      shipments: await this.shipments(order),
      language,
      country: address?.countryCode || order.billingAddress?.countryCode,
      ...this.options.order?.(order),
    };
  }

  private line(line: OrderLine, currency: string, refunded: number, language?: string) {
    const { productVariant: variant, quantity: left } = line;
    // What is added to a placed order was not placed; of what is cancelled, nothing is left.
    const quantity = Math.max(line.orderPlacedQuantity, left);
    const options = [...variant.options].sort((one, other) => (one.groupId > other.groupId ? 1 : -1));
    const { name, slug } = this.translated(variant.product, language);
    const digits = WITHOUT_DIGITS.includes(currency) ? 0 : THREE_DIGITS.includes(currency) ? 3 : 2;
    const unit = 10 ** (digits - (this.config.entityOptions.moneyStrategy.precision ?? 2));
    return {
      id: `${line.id}`,
      catalog_item_id: `vendure-${variant.productId}`,
      title: name,
      variant: options.map((option) => this.translated(option, language).name).join(", "),
      sku: variant.sku,
      unit_price: Math.round(line.proratedUnitPriceWithTax * unit),
      quantity,
      refunded_quantity: Math.min(quantity, Math.max(refunded, quantity - left)),
      url: this.page(variant.product, slug),
      image_url: this.picture(line.featuredAsset),
      ...this.options.line?.(line),
    };
  }

  /** A fulfilment has no times; the order's history has. */
  private async shipments({ id, fulfillments }: Order) {
    const options = { filter: { type: { eq: "ORDER_FULFILLMENT_TRANSITION" } }, sort: { createdAt: "ASC" } };
    const { items } = await this.history.getHistoryForOrder(RequestContext.empty(), id, false, options as object);
    return fulfillments.map(({ id, lines, state }) => {
      const at = (...states: string[]) =>
        items.find(({ data }) => `${data.fulfillmentId}` === `${id}` && states.includes(data.to))?.createdAt;
      return {
        id: `${id}`,
        lines: lines.map(({ orderLineId, quantity }) => ({ id: `${orderLineId}`, quantity })),
        left_at: at("Shipped", "Delivered"),
        arrived_at: at("Delivered"),
        taken_back: state === "Cancelled",
      };
    });
  }

  async product(id: ID): Promise<object> {
    const head = { id: `vendure-${id}`, as_of: Date.now() };
    const relations = { facetValues: true, featuredAsset: true, variants: true };
    const products = this.connection.rawConnection.getRepository(Product);
    const product = await products.findOne({ where: { id }, relations, relationLoadStrategy: "query" });
    if (!product || product.deletedAt) return { ...head, published: "no_longer" };
    const { name, slug, description } = this.translated(product);
    const variants = product.variants.filter((variant) => !variant.deletedAt);
    return {
      ...head,
      title: name,
      description: (description ?? "").replace(/<[^>]*>/g, " ").slice(0, 10_000), // so many are taken
      image_url: this.picture(product.featuredAsset),
      url: this.page(product, slug),
      sku: variants.length === 1 ? variants[0]?.sku : null,
      published: product.enabled ? "yes" : "never", // `no_longer`, if it was published before
      labels: product.facetValues.map((value) => this.translated(value).name),
    };
  }

  /** The texts in a language, or else in the shop's. */
  private translated<T>({ translations }: { translations: Translation<T>[] }, language?: string): Translation<T> {
    const wanted = [language, language?.split("_")[0], this.config.defaultLanguageCode];
    const found = wanted.flatMap((code) => translations.find(({ languageCode }) => languageCode === code) ?? []);
    return (found[0] ?? translations[0] ?? {}) as Translation<T>;
  }

  private page(product: Product, slug: string): string | null {
    const { productUrl: page } = this.options;
    return address(typeof page === "function" ? page(product, slug) : page && page + encodeURIComponent(slug));
  }

  private picture(asset?: Asset): string | null {
    return address(asset?.preview.replaceAll("\\", "/"), this.options.assetUrl);
  }
}

function sum<K extends string>(all: Record<K, number>[], key: K): number {
  return all.reduce((total, one) => total + one[key], 0);
}

function address(path: string | undefined, base?: string): string | null {
  return path && URL.canParse(path, base) ? new URL(path, base).href : null;
}
