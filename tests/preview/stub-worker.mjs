/** A thread that answers, loops for ever, dies or fails, as it is asked. */
import { parentPort } from "node:worker_threads";

parentPort.on("message", ({ id, order }) => {
  switch (order.kind) {
    case "make":
      parentPort.postMessage({ kind: "told", id, told: { kind: "stage", stage: "html" } });
      for (;;);
    case "explain":
      process.exit(3);
      break;
    case "article":
      parentPort.postMessage({ kind: "fault", id, message: "a broken promise" });
      break;
    default:
      parentPort.postMessage({ kind: "told", id, told: { kind: "stage", stage: "read" } });
      parentPort.postMessage({ kind: "answer", id, value: { briefs: ["b"], order } });
  }
});
