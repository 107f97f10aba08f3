/** A folder in, PostgreSQL on 127.0.0.1 out, by the programs of Debian's package. */
import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePorts } from "./free-ports.mjs";
import { MissingPart } from "./missing-part.mjs";

const DEBIAN = "/usr/lib/postgresql";
const HINT = "apt-get install postgresql";
const USER = "brief";
/** Asks for a password, where everyone else is let in. */
export const LOCKED = { user: "locked", password: "open sesame" };
const START_MS = 60_000;

/** Ends with its input, so that nothing is left running behind a script that was killed. */
const GUARD = `exec 3<&0; "$@" & server=$!; (cat <&3 >/dev/null; kill -INT $server) & wait $server`;

/** @throws {MissingPart} */
export async function startPostgres(folder) {
  const programs = findPrograms();
  const account = accountOf();
  const data = join(folder, "postgres");
  mkdirSync(data, { recursive: true });
  if (account !== null) {
    chownSync(folder, account.uid, account.gid);
    chownSync(data, account.uid, account.gid);
  }
  makeDatabase(programs, data, account);
  const port = await freePorts(1);
  let child = await launch(programs, data, account, port);
  const address = `postgres://${USER}@127.0.0.1:${port}/${USER}`;
  runSql(programs, port, [
    `create database ${USER}`,
    `create role ${LOCKED.user} login password '${LOCKED.password}'`,
  ]);
  return {
    address,
    locked: `postgres://${LOCKED.user}@127.0.0.1:${port}/${USER}`,
    about: run(join(programs, "postgres"), ["--version"]).trim(),
    /** Connections are cut, and what was not committed is taken back. */
    stop: () => end(child),
    /** As by a failing machine: nobody is told. */
    kill: () => killServer(child, data),
    start: async () => {
      child = await launch(programs, data, account, port);
    },
  };
}

function findPrograms() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (newest !== undefined && existsSync(join(DEBIAN, newest, "bin/initdb"))) {
    return join(DEBIAN, newest, "bin");
  }
  const { status, stdout } = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  if (status === 0 && existsSync(join(stdout.trim(), "initdb"))) return stdout.trim();
  throw new MissingPart("there is no PostgreSQL server", HINT);
}

/** PostgreSQL refuses to run as root. */
function accountOf() {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const { status, stdout } = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const group = spawnSync("id", ["-g", name], { encoding: "utf8" }).stdout;
    if (status === 0) return { uid: Number(stdout), gid: Number(group) };
  }
  throw new MissingPart("PostgreSQL does not run as root, and there is nobody else", HINT);
}

function makeDatabase(programs, data, account) {
  const options = ["-U", USER, "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  run(join(programs, "initdb"), ["-D", data, ...options], { ...account, cwd: data });
  const rules = join(data, "pg_hba.conf");
  const rule = `host all ${LOCKED.user} 127.0.0.1/32 scram-sha-256\n`;
  writeFileSync(rules, `${rule}${readFileSync(rules, "utf8")}`);
  const settings = {
    listen_addresses: "'127.0.0.1'",
    unix_socket_directories: "''",
    max_connections: 200,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  appendFileSync(join(data, "postgresql.conf"), lines.join(""));
}

async function launch(programs, data, account, port) {
  const server = [join(programs, "postgres"), "-D", data, "-p", `${port}`];
  const child = spawn("sh", ["-c", GUARD, "guard", ...server], {
    ...account,
    cwd: data,
    stdio: ["pipe", "ignore", "pipe"],
  });
  let log = "";
  child.stderr.on("data", (chunk) => {
    log = `${log}${chunk}`.slice(-4000);
  });
  for (const start = Date.now(); Date.now() - start < START_MS; await sleep(100)) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended\n${log}`);
    if (/ready to accept connections/.test(log) && (await listens(port))) return child;
  }
  throw new Error(`PostgreSQL did not start in ${START_MS} ms\n${log}`);
}

function listens(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const done = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.once("connect", () => done(true));
    socket.once("error", () => done(false));
  });
}

function runSql(programs, port, statements) {
  const where = ["-h", "127.0.0.1", "-p", `${port}`, "-U", USER, "-d", "postgres", "-q"];
  run(join(programs, "psql"), [...where, ...statements.flatMap((sql) => ["-c", sql])]);
}

function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.stdin.end();
  });
}

function killServer(child, data) {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return end(child);
  process.kill(Number(readFileSync(file, "utf8").split("\n")[0]), "SIGKILL");
  return end(child);
}

function run(program, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", ...options });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  return stdout;
}
