/** The engines that keep what several machines share: the archive in OpenSearch, the ledger and the record in PostgreSQL. */
import { z } from "zod";

const CORPUS = /^(?:opensearch|elasticsearch)(?:\+https)?:\/\/[^\s/?#]+\/[a-z0-9][a-z0-9_-]{0,60}$/;
const LEDGER = /^postgres(?:ql)?:\/\/[^\s/?#]+\/[^\s/?#]+(?:\?sslmode=[a-z-]+)?$/;
/** A password in an address would stand in the settings, in logs and in lists of processes. */
const WITH_PASSWORD = /^[^/]+:\/\/[^@/]*:[^@/]*@/;

const NO_PASSWORD = "leave the password out, and name the environment variable that holds it";
const PostgresSchema = z
  .string()
  .refine((address) => !WITH_PASSWORD.test(address), `${NO_PASSWORD}: ledgerPasswordEnv`)
  .regex(LEDGER, "write it as postgres://host:5432/database");
const VariableSchema = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "write the name of an environment variable");

/** `engines.yaml`; what it leaves out stays in the workspace. */
export const EnginesSchema = z.strictObject({
  /** `opensearch://host:9200/prefix`; the names of all indices begin with the prefix. */
  corpus: z
    .string()
    .refine((address) => !WITH_PASSWORD.test(address), `${NO_PASSWORD}: corpusPasswordEnv`)
    .regex(CORPUS, "write it as opensearch://host:9200/prefix, or opensearch+https://… for TLS")
    .optional(),
  corpusUserEnv: VariableSchema.optional(),
  corpusPasswordEnv: VariableSchema.optional(),
  /** Deliveries, releases and locks: `postgres://host:5432/database`. */
  ledger: PostgresSchema.optional(),
  /** Jobs; the database of the ledger by default. */
  queue: PostgresSchema.optional(),
  ledgerUserEnv: VariableSchema.optional(),
  ledgerPasswordEnv: VariableSchema.optional(),
  /** Folder that takes what workers make; `out` in the workspace by default. */
  outputs: z.string().min(1).optional(),
});
export type EnginesFile = z.infer<typeof EnginesSchema>;

/** Where an engine listens, and as whom to speak to it. */
export interface EngineAddress {
  /** Without a password. */
  readonly url: string;
  readonly user: string | null;
  readonly password: string | null;
}

export interface Engines {
  readonly corpus: EngineAddress | null;
  readonly ledger: EngineAddress | null;
  readonly queue: EngineAddress | null;
  readonly outputs: string | null;
}
