/** Files in, what veraPDF finds in each against PDF/UA-1 or PDF/A-3a out. */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "./programs.mjs";

const HERE = import.meta.dirname;
const JARS = join(HERE, "../../node_modules/.cache/verapdf");

/** Has Maven fetch veraPDF, once. @returns the folder of its jars */
export function fetchVeraPdf() {
  if (existsSync(JARS)) return JARS;
  const arriving = `${JARS}.arriving`;
  rmSync(arriving, { recursive: true, force: true });
  mkdirSync(arriving, { recursive: true });
  const copy = ["dependency:copy-dependencies", "-DincludeScope=runtime"];
  const args = ["-q", "-B", "-f", join(HERE, "pom.xml"), ...copy, `-DoutputDirectory=${arriving}`];
  const { status, stdout, stderr } = run("mvn", args);
  if (status !== 0) throw new Error(`Maven could not fetch veraPDF:\n${stdout}${stderr}`);
  renameSync(arriving, JARS);
  return JARS;
}

/**
 * @param flavour `ua1` or `3a`
 * @returns for each file, its failed rules and where each failed first
 */
export function runVeraPdf(files, flavour) {
  const classPath = join(fetchVeraPdf(), "*");
  const main = "org.verapdf.apps.GreenfieldCliWrapper";
  const options = ["--flavour", flavour, "--format", "json", "--maxfailuresdisplayed", "1"];
  const { stdout, stderr } = run("java", ["-cp", classPath, main, ...options, ...files]);
  const { jobs } = parseReport(stdout, stderr).report;
  return new Map(jobs.map((job) => [job.itemDetails.name, failuresOf(job)]));
}

function parseReport(stdout, stderr) {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`veraPDF did not answer:\n${stdout.slice(0, 500)}${stderr.slice(0, 2000)}`);
  }
}

function failuresOf({ validationResult, taskException, taskResult }) {
  const [result] = validationResult ?? [];
  if (result === undefined) {
    const reason = taskException ?? taskResult?.exceptionMessage ?? "no result";
    return [`could not be read: ${JSON.stringify(reason)}`];
  }
  return result.details.ruleSummaries
    .filter(({ ruleStatus }) => ruleStatus === "FAILED")
    .map(failureOf);
}

function failureOf({ clause, testNumber, failedChecks, description, checks }) {
  const [first] = checks ?? [];
  const what = `${clause}-${testNumber}: ${description}`;
  const words = [`${failedChecks} times`, first?.errorMessage, first?.context.slice(-120)];
  return { what, where: words.filter((word) => word !== undefined).join(", ") };
}
