/** A thread of the preview: orders come in, one after the other, and answers go out. */
import { parentPort, workerData } from "node:worker_threads";
import { nodeHost } from "../host/node.js";
import { openMaker } from "./maker.js";
import type { Answers, Ask, OrderKind, ThreadAnswer, ThreadOrder, Told } from "./protocol.js";

const maker: Ask = openMaker(nodeHost, String(workerData));
const post = (answer: ThreadAnswer) => parentPort?.postMessage(answer);

/** What is kept between makings belongs to one of them at a time. */
let before: Promise<void> = Promise.resolve();

parentPort?.on("message", (asked: ThreadOrder) => {
  before = before.then(() => answer(asked));
});

async function answer({ id, order }: ThreadOrder): Promise<void> {
  try {
    const onTold = (told: Told) => post({ kind: "told", id, told });
    const value: Answers[OrderKind] = await maker<OrderKind>(order, onTold);
    post({ kind: "answer", id, value });
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    post({ kind: "fault", id, message });
  }
}
