/** Requests on a port of 127.0.0.1 to what is done to the engines: a node closed, the database killed. */
import { createServer } from "node:http";

/** `POST /opensearch/close/1`, answered with 204 when it is done. */
export async function openControl({ opensearch, postgres }) {
  const actions = {
    "/opensearch/close": (node) => opensearch.closeNode(node),
    "/opensearch/start": (node) => opensearch.startNode(node),
    "/postgres/stop": () => postgres.stop(),
    "/postgres/kill": () => postgres.kill(),
    "/postgres/start": () => postgres.start(),
  };
  const server = createServer(async ({ method, url = "" }, response) => {
    const [, engine, verb, node] = url.split("/");
    const action = actions[`/${engine}/${verb}`];
    if (method !== "POST" || action === undefined) return response.writeHead(404).end();
    try {
      await action(Number(node));
      response.writeHead(204).end();
    } catch (error) {
      response.writeHead(500).end(`${error}`);
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
