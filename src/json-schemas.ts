/** The shapes that others may rely on in, their JSON Schemas (draft 2020-12) by file name out. */
import { z } from "zod";
import { AddedSchema, FetchedFeedSchema } from "./model/collection.js";
import {
  CorpusManifestSchema,
  ExportedFileSchema,
  TransferResultSchema,
} from "./model/corpus-export.js";
import * as coverage from "./model/coverage.js";
import * as diagnostic from "./model/diagnostic.js";
import { DoctorResultSchema } from "./model/doctor.js";
import { EvidenceArticleSchema } from "./model/evidence.js";
import { ExplanationSchema } from "./model/explanation.js";
import * as fault from "./model/fault.js";
import { InboundLineSchema } from "./model/inbound.js";
import { INSPECT_LINES } from "./model/inspect.js";
import * as issue from "./model/issue.js";
import * as job from "./model/job.js";
import { LogLineSchema } from "./model/log-line.js";
import { ManifestSchema } from "./model/manifest.js";
import { RecipientsResultSchema } from "./model/recipients-result.js";
import * as recordCheck from "./model/record-check.js";
import { RecordMoveSchema } from "./model/record-move.js";
import { ReleaseSchema } from "./model/release.js";
import { ReleaseEntrySchema } from "./model/release-log.js";
import {
  ApproveResultSchema,
  ReviewResultSchema,
  StatusResultSchema,
  WithdrawResultSchema,
} from "./model/release-results.js";
import { ReproductionSchema } from "./model/reproduction.js";
import { CheckResultSchema, GenerateResultSchema, ReleaseResultSchema } from "./model/results.js";
import { RunResultSchema } from "./model/run-result.js";
import { SearchLineSchema } from "./model/search.js";
import { SendLineSchema, SendStatusSchema } from "./model/send-result.js";
import { PublishResultSchema } from "./model/site.js";
import { VIEW_PARTS, ViewSchema } from "./templating/index.js";

interface Contract {
  readonly schema: z.ZodType;
  /** What has this shape. */
  readonly title: string;
}

/** By the name of the schema: `schemas/<name>.schema.json`. */
export const CONTRACTS: Readonly<Record<string, Contract>> = {
  issue: { schema: issue.IssueSchema, title: "issue.json" },
  coverage: { schema: coverage.CoverageSchema, title: "coverage.json" },
  manifest: { schema: ManifestSchema, title: "manifest.json" },
  evidence: { schema: EvidenceArticleSchema, title: "evidence/<article>/article.json" },
  "corpus-export": {
    schema: CorpusManifestSchema,
    title: "manifest.json of brief corpus export",
  },
  "corpus-line": { schema: ExportedFileSchema, title: "a line of a shard of brief corpus export" },
  "transfer-result": {
    schema: TransferResultSchema,
    title: "brief corpus export or import --json",
  },
  "record-move": { schema: RecordMoveSchema, title: "brief record import or export --json" },
  "generate-result": { schema: GenerateResultSchema, title: "brief generate --json" },
  "check-result": { schema: CheckResultSchema, title: "a line of brief check --json" },
  "record-check": { schema: recordCheck.RecordCheckSchema, title: "brief check --all --json" },
  "release-result": { schema: ReleaseResultSchema, title: "brief release --json" },
  "recipients-result": {
    schema: RecipientsResultSchema,
    title: "brief recipients check or list --json",
  },
  "send-line": { schema: SendLineSchema, title: "a line of brief send --json" },
  "send-status": { schema: SendStatusSchema, title: "brief send --status --json" },
  "release-log-line": { schema: ReleaseEntrySchema, title: "a line of release.jsonl" },
  "review-result": { schema: ReviewResultSchema, title: "brief review --json" },
  "approve-result": { schema: ApproveResultSchema, title: "brief approve --json" },
  "withdraw-result": { schema: WithdrawResultSchema, title: "brief withdraw --json" },
  "status-result": { schema: StatusResultSchema, title: "brief status --json" },
  explanation: { schema: ExplanationSchema, title: "brief explain --json" },
  "publish-result": { schema: PublishResultSchema, title: "brief publish --json" },
  reproduction: { schema: ReproductionSchema, title: "brief reproduce --json" },
  "add-line": { schema: AddedSchema, title: "a line of brief add --json" },
  "fetch-line": { schema: FetchedFeedSchema, title: "a line of brief fetch --json" },
  "bounces-line": { schema: InboundLineSchema, title: "a line of brief bounces --json" },
  "run-result": { schema: RunResultSchema, title: "the line of brief run" },
  "queued-job": { schema: job.QueuedJobSchema, title: "a line of --queue --json" },
  job: {
    schema: job.JobSchema,
    title: "brief jobs show --json, and a line of --queue --wait --json",
  },
  "jobs-result": { schema: job.JobsResultSchema, title: "brief jobs --json" },
  "worker-line": { schema: job.WorkerLineSchema, title: "a line of brief worker --json" },
  "search-line": { schema: SearchLineSchema, title: "a line of brief search --json" },
  "doctor-result": { schema: DoctorResultSchema, title: "brief doctor --json" },
  "log-line": { schema: LogLineSchema, title: "a line of standard error under --log json" },
  view: { schema: ViewSchema, title: "brief template data --json" },
  ...Object.fromEntries(
    Object.entries(INSPECT_LINES).map(([stage, schema]) => [
      `inspect-${stage}`,
      { schema, title: `a line of brief inspect ${stage} --json` },
    ]),
  ),
};

/** Texts by file name. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(CONTRACTS).map(([name, contract]) => [
      `${name}.schema.json`,
      `${JSON.stringify(describe(name, contract), null, 2)}\n`,
    ]),
  );
}

function describe(name: string, { schema, title }: Contract): object {
  const { $schema, ...shape } = z.toJSONSchema(schema, {
    metadata: partsBut(schema),
    target: "draft-2020-12",
    override: describePart,
  });
  return { $schema, $id: `urn:briefwright:${name}${versionOf(shape)}`, title, ...shape };
}

/** Names of parts come from here, their descriptions from the schemas themselves. */
function describePart({ zodSchema, jsonSchema }: Overridden): void {
  const { description } = z.globalRegistry.get(zodSchema) ?? {};
  if (description !== undefined) jsonSchema.description = description;
}

interface Overridden {
  readonly zodSchema: z.core.$ZodTypes;
  readonly jsonSchema: z.core.JSONSchema.BaseSchema;
}

/** What names its version in the field `schema` has it in its id as well. */
function versionOf({ properties }: Pick<z.core.JSONSchema.BaseSchema, "properties">): string {
  const { schema } = properties ?? {};
  const written = typeof schema === "object" ? String(schema.const ?? "") : "";
  return written === "" ? "" : `:${written.split("/").at(-1)}`;
}

/** Parts that stand in many places are described once, under the names that the code has for them. */
function partsBut(whole: z.ZodType): z.core.$ZodRegistry<{ id: string }> {
  const names = z.registry<{ id: string }>();
  const taken = new Set<unknown>([whole]);
  for (const [name, part] of Object.entries(PARTS)) {
    if (!name.endsWith("Schema") || !(part instanceof z.ZodType) || taken.has(part)) continue;
    taken.add(part);
    names.add(part, { id: name.slice(0, -"Schema".length) });
  }
  return names;
}

const PARTS = {
  ...coverage,
  ...diagnostic,
  ...fault,
  ...issue,
  ...job,
  ...recordCheck,
  ReleaseSchema,
  ...VIEW_PARTS,
};
