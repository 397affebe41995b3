// One `POST …/send` as functions/create-request does it, for a comparison of languages: the same calls of AWS, as many rows of the same
// size, the same cryptography. What takes no time is left out: most checks of fields, idempotency, other answers than 201.
import { createCipheriv, createHash, createHmac, randomBytes, randomInt } from "node:crypto";
import http from "node:http";
import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { DecryptCommand, KMSClient } from "@aws-sdk/client-kms";
import { CreateScheduleCommand, SchedulerClient } from "@aws-sdk/client-scheduler";

const env = process.env;
const [table, kms, scheduler] = [new DynamoDBClient(), new KMSClient(), new SchedulerClient()];
const [shops, roots] = [new Map(), new Map()];

async function read(pk, sk) {
  const Key = { PK: { S: pk }, SK: { S: sk } };
  return (await table.send(new GetItemCommand({ TableName: env.TABLE_NAME, Key, ConsistentRead: true }))).Item;
}

async function kept(map, name, make) {
  if (!map.has(name)) map.set(name, await make());
  return map.get(name);
}

function sealed(root, fields) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", createHmac("sha256", root).update("seal").digest(), nonce);
  return { B: Buffer.concat([nonce, cipher.update(JSON.stringify(fields)), cipher.final(), cipher.getAuthTag()]) };
}

async function send(event) {
  const order = JSON.parse(event.body);
  if (!/^[^@\s]+@[^@\s]+$/.test(order.email)) return { statusCode: 400 };
  const digest = createHash("sha256").update(event.headers.authorization.slice("Bearer ".length)).digest("hex");
  const key = await read(`AK#${digest}`, `AK#${digest}`);
  if (!key?.active.BOOL) return { statusCode: 401 };
  const tenant = key.tenant.S;
  const shop = await kept(shops, tenant, () => read(`T#${tenant}`, "TENANT"));
  const root = await kept(roots, tenant, async () => {
    const EncryptionContext = { tenant, purpose: "tenant-root" };
    return (await kms.send(new DecryptCommand({ KeyId: env.KMS_KEY_ID, CiphertextBlob: key.root.B, EncryptionContext }))).Plaintext;
  });

  const now = Date.now();
  const due = now + order.delay_days * 86_400_000;
  const [customer, id] = [now * 100 + randomInt(50), now * 100 + 50 + randomInt(50)];
  const token = randomBytes(24).toString("base64url");
  const index = (text) => createHmac("sha256", root).update(text).digest("base64url").slice(0, 22);
  const ttl = { N: String(Math.floor(due / 1000) + 39_312_000) };
  const doc = JSON.stringify({
    id, api: "betterreviews", by: { is: "app", guid: key.identity.M.guid.S }, cust: customer, order: { id: order.order_id },
    items: order.product_ids.map((of) => ({ of })), made: now, due, until: due + 7_171_200_000, delivery: { via: ["email"] },
    steps: [{ via: "email", due, state: "pending" }], shop: shop.shop_name.S, language: shop.language?.S ?? "en",
  });
  const put = (part, sk, fields) => ({
    Put: {
      TableName: env.TABLE_NAME, ConditionExpression: "attribute_not_exists(PK)",
      Item: { PK: { S: part ? `T#${tenant}#${part}` : `T#${tenant}` }, SK: { S: sk }, ...fields },
    },
  });
  const add = (part, sk, name) => ({
    Update: {
      TableName: env.TABLE_NAME, Key: { PK: { S: `T#${tenant}#${part}` }, SK: { S: sk } }, UpdateExpression: "ADD #n :one",
      ExpressionAttributeNames: { "#n": name }, ExpressionAttributeValues: { ":one": { N: "1" } },
    },
  });
  const [mail, taken, about] = [index(order.email), index(`${order.email} ${order.order_id}`), index(order.order_id)];
  const names = order.customer_name.toLowerCase().split(" ").map((word) => put(`CNAME#${index(word)}`, `CNAME#${index(word)}#${customer}`));
  await table.send(new TransactWriteItemsCommand({
    TransactItems: [
      put("", `REQ#${id}`, { doc: { S: doc }, due_at: { N: String(due) }, due_shard: { S: `D#0${id % 4}` }, version: { N: "1" }, ttl }),
      put(`PII#${id}`, `PII#${id}`, { personal: sealed(root, { email: order.email, name: order.customer_name, token }), ttl }),
      put("CUST", `CUST#${customer}`, { personal: sealed(root, { email: order.email, name: order.customer_name }), first_request: { N: String(id) } }),
      put(`CE#${mail}`, `CE#${mail}`, { customer: { N: String(customer) } }),
      ...names,
      put(`DUP#${taken}`, `DUP#${taken}`, { request_id: { N: String(id) }, active_until: { N: String(due) }, ttl }),
      put(`ORQ#${about}`, `ORQ#${about}#${id}`, { ttl }),
      add("CNT#all", `CNT#all#0${id % 4}`, "customers"),
      add("CNT#days", `CNT#${new Date(now).toISOString().slice(0, 10)}#${id % 16}`, "all_created"),
    ],
  }));
  await scheduler.send(new CreateScheduleCommand({
    GroupName: env.SCHEDULE_GROUP, Name: `${tenant}-${id}`, FlexibleTimeWindow: { Mode: "OFF" }, ActionAfterCompletion: "DELETE",
    ScheduleExpression: `at(${new Date(due).toISOString().slice(0, 19)})`,
    Target: {
      Arn: env.SEND_MESSAGE_ARN, RoleArn: env.SCHEDULE_ROLE_ARN,
      Input: JSON.stringify({ QueueUrl: env.QUEUE_URL, MessageBody: JSON.stringify({ tenant, request: id, step: 0 }), MessageGroupId: tenant }),
    },
  }));
  const body = { ok: true, request_id: id, status: "scheduled", scheduled_at: new Date(due).toISOString(), hub_url: `${env.BASE_URL}/review/hub?token=${token}` };
  return { statusCode: 201, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

// Lambda's runtime brings a loop like this one.
const agent = new http.Agent({ keepAlive: true });
const runtime = (method, path, body) => new Promise((resolve, reject) => {
  const call = http.request(`http://${env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/${path}`, { method, agent }, (answer) => {
    const parts = [];
    answer.on("data", (part) => parts.push(part)).on("end", () => resolve([answer.headers, Buffer.concat(parts)]));
  });
  call.on("error", reject).end(body);
});
async function main() {
  for (;;) {
    const [headers, event] = await runtime("GET", "next");
    const answer = await send(JSON.parse(event));
    await runtime("POST", `${headers["lambda-runtime-aws-request-id"]}/response`, JSON.stringify(answer));
  }
}
main();
