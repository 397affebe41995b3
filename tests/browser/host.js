//! A third party's server, on this machine.

import { once } from "node:events";
import { createServer } from "node:http";

/** Serves the type, the body, the status (200) and the other headers that the function returns for a path, what was sent there and
 * the call's method and headers. */
export async function serve(answer) {
  const server = createServer(async (request, reply) => {
    const [type, body, status = 200, headers] =
      (await answer(request.url, Buffer.concat(await request.toArray()).toString(), request)) || ["text/plain", "", 404];
    reply.writeHead(status, { "content-type": type, ...headers }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}
