import * as core from "@vendure/core";
import { setTimeout as sleep } from "node:timers/promises";
import { type AfterwordOptions, LANGUAGE, Reader } from "./read";

export type { AfterwordOptions } from "./read";

/** What a job tells. */
type Told = { kind: "orders" | "products"; ids: core.ID[] };

const NAME = "afterword";
/** How many a job of the first start tells: so many orders of 250 lines are less than the 1 MiB of a call. */
const PART = 5;
/** The age of orders that are told at the first start, or when only their buyer changes: nobody is asked about older ones. */
const DAYS = 180;
/** The pause after a failure, shorter than the 20 seconds for which Vendure waits when it ends. So a job is repeated for a week. */
const PAUSE_S = 10;
const RETRIES = 55_000;

/** Tells Afterword of the shop's orders and products. Events only add jobs, which read the whole again and send it. */
@core.VendurePlugin({
  imports: [core.PluginCommonModule],
  compatibility: "^3.6.0",
  configuration: (config) => {
    config.customFields.Order.push({ name: LANGUAGE, type: "string", nullable: true, internal: true });
    return config;
  },
})
export class AfterwordPlugin {
  private static options: AfterwordOptions;
  private reader: Reader;
  private queue!: core.JobQueue<Told>;
  /** One job is added after the other, so that each sees those that wait. */
  private adding = Promise.resolve();

  constructor(
    private events: core.EventBus,
    private queues: core.JobQueueService,
    private connection: core.TransactionalConnection,
    private config: core.ConfigService,
    private process: core.ProcessContext,
    history: core.HistoryService,
  ) {
    this.reader = new Reader(AfterwordPlugin.options, connection, config, history);
  }

  static init(options: AfterwordOptions): typeof AfterwordPlugin {
    this.options = options;
    return AfterwordPlugin;
  }

  async onModuleInit(): Promise<void> {
    this.queue = await this.queues.createQueue({ name: NAME, process: ({ data }) => this.tell(data).catch(failed) });
  }

  async onApplicationBootstrap(): Promise<void> {
    const told = [core.OrderStateTransitionEvent, core.OrderEvent, core.OrderLineEvent, core.PaymentStateTransitionEvent, core.RefundEvent];
    // Before it is placed, an order is a cart.
    const addPlaced = async ({ order }: { order: core.Order }) => order.orderPlacedAt && this.add("orders", [order.id]);
    told.forEach((type) => this.on<core.VendureEvent & { order: core.Order }>(type, addPlaced));
    this.on(core.FulfillmentStateTransitionEvent, ({ fulfillment }) => this.addOrders("fulfillment.id = :id", fulfillment.id));
    this.on(core.CustomerEvent, ({ entity }) => this.addOrders("customer.id = :id", entity.id));
    this.on(core.ProductEvent, ({ entity }) => this.add("products", [entity.id]));
    this.on(core.ProductVariantEvent, ({ entity }) => Promise.all(entity.map(({ productId }) => this.add("products", [productId]))));
    // Within the order's transaction. A later event of an admin has the admin's language.
    this.events.registerBlockingEventHandler({
      event: core.OrderPlacedEvent,
      id: NAME,
      handler: async ({ ctx, order }) => {
        const customFields = { [LANGUAGE]: ctx.languageCode };
        order.customFields = { ...order.customFields, ...customFields };
        await this.connection.getRepository(ctx, core.Order).update(order.id, { customFields });
      },
    });
    // Every order that was placed since the first start has a language.
    const wasStarted = this.all(core.Order).where(`one.customFields.${LANGUAGE} IS NOT NULL`);
    if (this.process.isServer && !(await wasStarted.getExists())) void this.tellAll().catch(log);
  }

  /** Tells all products and the newest orders, as the first start does. */
  async tellAll(): Promise<void> {
    await this.addAll("products", await this.all(core.Product).where("one.deletedAt IS NULL").getMany());
    await this.addOrders("1 = 1");
  }

  private on<T extends core.VendureEvent>(type: core.Type<T>, tell: (event: T) => Promise<unknown>): void {
    this.events.ofType(type).subscribe((event) => void tell(event).catch(log));
  }

  /** Adds a job, unless one waits that will read what there is now. */
  private add(kind: Told["kind"], ids: core.ID[]): Promise<void> {
    const added = this.adding.then(async () => {
      const strategy = this.config.jobQueueOptions.jobQueueStrategy;
      const newest = { filter: { queueName: { eq: NAME }, isSettled: { eq: false } }, sort: { createdAt: "DESC" }, take: 100 };
      const jobs = core.isInspectableJobQueueStrategy(strategy) ? (await strategy.findMany(newest as object)).items : [];
      const waits = jobs.some(({ state, data }) => `${state}` !== "RUNNING" && data.kind === kind && `${data.ids}` === `${ids}`);
      if (!waits) await this.queue.add({ kind, ids }, { retries: RETRIES });
    });
    this.adding = added.catch(() => undefined);
    return added;
  }

  private async addAll(kind: Told["kind"], all: core.VendureEntity[]): Promise<void> {
    const ids = all.map(({ id }) => id);
    while (ids.length > 0) await this.add(kind, ids.splice(0, PART));
  }

  private async addOrders(condition: string, id?: core.ID): Promise<void> {
    const since = new Date(Date.now() - DAYS * 24 * 60 * 60 * 1000);
    const orders = this.all(core.Order).leftJoin("one.customer", "customer").leftJoin("one.fulfillments", "fulfillment");
    await this.addAll("orders", await orders.where("one.orderPlacedAt > :since", { since }).andWhere(condition, { id }).getMany());
  }

  private all<T extends core.VendureEntity>(type: core.Type<T>) {
    return this.connection.rawConnection.getRepository(type).createQueryBuilder("one").select("one.id");
  }

  private async tell({ kind, ids }: Told): Promise<void> {
    const rows = [];
    for (const id of ids) rows.push(kind === "orders" ? await this.reader.order(id) : await this.reader.product(id));
    const { url, key } = AfterwordPlugin.options;
    const answer = await fetch(`${url.replace(/\/+$/, "")}/api/v1/${kind}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: JSON.stringify({ [kind]: rows.filter(Boolean) }),
      signal: AbortSignal.timeout(30_000),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    const { results } = await answer.json();
    for (const { id, outcome, code, message } of results) if (outcome === "refused") log(`${kind} ${id} refused: ${code}: ${message}`);
  }
}

/** Vendure repeats the job a second after its failure. */
async function failed(error: unknown): Promise<never> {
  log(error);
  await sleep(PAUSE_S * 1000);
  throw error;
}

function log(what: unknown): void {
  core.Logger.warn(`${(what instanceof Error && what.cause) || what}`, NAME);
}
