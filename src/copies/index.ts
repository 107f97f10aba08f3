/** The copies stage: a finished PDF as one reader's own, marked or locked. */

export { encryptPdf } from "./encrypt-pdf.js";
export type { Passwords, RandomBytes } from "./encryption-key.js";
export { openStamper, type Stamper } from "./open-stamper.js";
export { type EncryptTo, openPublicKey } from "./openpgp.js";
export { type MarkedCopy, readMark } from "./read-mark.js";
export type { CopyMark } from "./stamp-page.js";
