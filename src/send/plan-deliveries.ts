/** The recipients of an issue and what the ledger has of them in, what a run does about each out. */
import { suppressionOf } from "../ledger/index.js";
import type { Delivery, DeliveryKey, Suppression } from "../model/delivery.js";
import type { Recipient } from "../model/recipient.js";
import type { PlannedRecipient, SendVerdict, VerdictCounts } from "../model/send-result.js";
import { SendVerdictSchema } from "../model/send-result.js";

/** What is handed to each recipient: the key of a delivery without its recipient. */
export type Parcel = Omit<DeliveryKey, "recipient">;

export interface PlanRequest {
  readonly parcel: Parcel;
  readonly marking: string;
  /** Those of the lists that were asked for, each once. */
  readonly recipients: readonly Recipient[];
  readonly deliveries: readonly Delivery[];
  /** Of other versions of the issue, where who has one gets no other. */
  readonly earlier: readonly Delivery[];
  readonly suppressions: readonly Suppression[];
  /** Why it is not known whether they are concerned, by id of a recipient. */
  readonly unsure: ReadonlyMap<string, string>;
  readonly maySee: (recipient: Recipient) => boolean;
  /** Whether unknown ones are begun again. */
  readonly again: boolean;
  /** Of those who are due, at most so many. */
  readonly limit: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** In the order of the recipients. */
export function planDeliveries(request: PlanRequest): readonly PlannedRecipient[] {
  const standing = new Map(request.deliveries.map((one) => [one.recipient, one]));
  const earlier = new Map(request.earlier.map((one) => [one.recipient, one]));
  let left = request.limit ?? Number.POSITIVE_INFINITY;
  return request.recipients.map((recipient) => {
    const delivery = standing.get(recipient.id) ?? null;
    const judged = judge(recipient, delivery ?? earlier.get(recipient.id) ?? null, request);
    const isGoing = judged.verdict === "due" || judged.verdict === "later";
    if (isGoing) left -= 1;
    const { verdict, why } =
      isGoing && left < 0 ? ({ verdict: "over-limit", why: null } as const) : judged;
    const { id, name, address, language, format } = recipient;
    const next = verdict === "later" ? (delivery?.next ?? null) : null;
    const attempts = delivery?.attempts ?? 0;
    return {
      recipient: id,
      name,
      address,
      language,
      format,
      verdict,
      why,
      attempts,
      next,
      bytes: null,
    };
  });
}

interface Judged {
  readonly verdict: SendVerdict;
  readonly why: string | null;
}

/** Whoever has it already is told as such, whatever was decided about them since. */
function judge(recipient: Recipient, delivery: Delivery | null, request: PlanRequest): Judged {
  const known = delivery === null ? null : knownOf(delivery, request);
  if (known !== null) return known;
  const { parcel, marking, suppressions, maySee } = request;
  const suppression = suppressionOf(suppressions, { recipient: recipient.id, brief: parcel.brief });
  if (suppression !== null) {
    const { reason, at, brief } = suppression;
    const scope = brief === null ? "all briefs" : brief;
    return { verdict: "suppressed", why: `${reason} from ${scope}, ${at.slice(0, 10)}` };
  }
  if (!maySee(recipient)) {
    const allowed = recipient.markings.join(", ") || "nothing";
    return { verdict: "marking", why: `${marking} is more than they may see: ${allowed}` };
  }
  const doubt = request.again ? undefined : request.unsure.get(recipient.id);
  if (doubt !== undefined) return { verdict: "unknown", why: doubt };
  if (delivery?.state !== "deferred") return { verdict: "due", why: null };
  const isDue = delivery.next === null || Date.parse(delivery.next) <= request.now;
  return { verdict: isDue ? "due" : "later", why: delivery.response };
}

/** A delivery that is not to be begun. */
function knownOf(
  { state, response, version }: Delivery,
  { again, parcel }: PlanRequest,
): Judged | null {
  if (version !== parcel.version) {
    return { verdict: "sent", why: `version ${version}: a correction tells what is new` };
  }
  switch (state) {
    case "deferred":
      return null;
    case "sending":
    case "unknown":
      return again ? null : { verdict: "unknown", why: response };
    default:
      return { verdict: state, why: state === "sent" ? null : response };
  }
}

export function countVerdicts(planned: readonly PlannedRecipient[]): VerdictCounts {
  const counts = Object.fromEntries(SendVerdictSchema.options.map((name) => [name, 0]));
  for (const { verdict } of planned) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts as VerdictCounts;
}
