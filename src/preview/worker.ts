/** A thread of the preview: orders come in, one after the other, and answers go out. */
import process from "node:process";
import { parentPort, workerData } from "node:worker_threads";
import { sharedHost } from "../config/shared-host.js";
import { nodeHost } from "../host/node.js";
import { openMaker } from "./maker.js";
import type { Answers, Ask, OrderKind, ThreadAnswer, ThreadOrder, Told } from "./protocol.js";

const folder = String(workerData);
/** Engines that are named wrongly were told of when the preview began. */
const { value: shared } = await sharedHost(nodeHost, folder, process.env);
const maker: Ask = openMaker(shared ?? nodeHost, folder);
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
