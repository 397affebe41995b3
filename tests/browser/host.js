//! A third party's server, on this machine.

import { once } from "node:events";
import { createServer } from "node:http";

/** Serves the type and body that the function returns for a path, what was sent there, and with which headers. */
export async function serve(answer) {
  const server = createServer(async (request, reply) => {
    const found = answer(request.url, Buffer.concat(await request.toArray()).toString(), request.headers);
    reply.writeHead(found ? 200 : 404, { "content-type": found?.[0] ?? "text/plain" }).end(found?.[1]);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}
