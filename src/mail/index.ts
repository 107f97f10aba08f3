/** The message that carries a brief: made, signed, and known again where it comes back. */

export { bounceAddress, canonicalAddress, domainOf } from "./addresses.js";
export type { EncryptEntity, MailKeys, MailMessage } from "./compose-message.js";
export type { DkimSigner } from "./dkim.js";
export { type MailAccess, readMailAccess } from "./mail-access.js";
export type { Enclosure, MailEdition, MailForm } from "./mail-edition.js";
export { type Mailing, type MessageOptions, makeMessage, openMailing } from "./mailing.js";
export { messageIdOf } from "./message-id.js";
export { unsubscribeSecret } from "./unsubscribe-secret.js";
export {
  readUnsubscribeToken,
  type UnsubscribeClaim,
  unsubscribeToken,
} from "./unsubscribe-token.js";
export { type BounceAddress, readVerpAddress, verpAddress, verpCode } from "./verp.js";
