/** A preview on this machine: its files, its clock, its network, and two threads. */
import { nodeWatch } from "../host/node-watch.js";
import { nodeServe } from "../host/node-web.js";
import { type Preview, type PreviewRequest, servePreview } from "../preview/serve-preview.js";
import { openThread } from "../preview/thread.js";
import { openHost } from "./open-host.js";

export async function openPreview(request: PreviewRequest): Promise<Preview> {
  const maker = openThread(request.folder);
  const printer = openThread(request.folder);
  const closeThreads = () => Promise.all([maker.close(), printer.close()]);
  const tools = {
    host: await openHost(request.folder),
    serve: nodeServe,
    watch: nodeWatch,
    now: () => performance.timeOrigin + performance.now(),
    later: (ms: number, call: () => void) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    make: maker.ask,
    print: printer.ask,
  };
  try {
    const preview = await servePreview(tools, request);
    return {
      ...preview,
      close: async () => {
        await preview.close();
        await closeThreads();
      },
    };
  } catch (error) {
    await closeThreads();
    throw error;
  }
}
