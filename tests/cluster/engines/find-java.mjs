/** From the JDKs on the machine to the newest of them, and the OpenSearch that it can run. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { MissingPart } from "./missing-part.mjs";

/** Newest first; `java` is the oldest that runs it. */
const RELEASES = [
  { major: "3", runner: "3.8.0.0", java: 21 },
  { major: "2", runner: "2.19.1.0", java: 17 },
];

/** @param major of OpenSearch; the newest that runs here by default */
export function findJava(major = null) {
  const releases = RELEASES.filter((release) => major === null || release.major === major);
  const [{ java: needed } = {}] = releases.toReversed();
  if (needed === undefined) {
    throw new MissingPart(`no OpenSearch ${major} is known here`, "name 2 or 3");
  }
  // Java 17 and 25 run different releases: each gets the newest JDK that is not too old for it.
  for (const { runner, java } of releases) {
    const jdk = jdks().find(({ version }) => version >= java && !isTooNew(runner, version));
    if (jdk !== undefined) return { ...jdk, runner };
  }
  throw new MissingPart(
    `OpenSearch needs a JDK ${needed} or newer`,
    "apt-get install default-jdk-headless, or name one by JAVA_HOME",
  );
}

/** OpenSearch 2 asks for the security manager, which Java took out with 24. */
function isTooNew(runner, version) {
  return runner.startsWith("2.") && version >= 24;
}

function jdks() {
  return homes()
    .filter((home) => existsSync(join(home, "bin/javac")))
    .map((home) => ({ home, version: versionOf(join(home, "bin/java")) }))
    .sort((a, b) => b.version - a.version);
}

function homes() {
  const { JAVA_HOME, PATH = "" } = process.env;
  const installed = existsSync("/usr/lib/jvm")
    ? readdirSync("/usr/lib/jvm").map((name) => join("/usr/lib/jvm", name))
    : [];
  const inPath = PATH.split(delimiter).filter((folder) => existsSync(join(folder, "javac")));
  return [...(JAVA_HOME === undefined ? [] : [JAVA_HOME]), ...installed, ...inPath.map(dirname)];
}

function versionOf(java) {
  const { stderr = "" } = spawnSync(java, ["-version"], { encoding: "utf8" });
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}
