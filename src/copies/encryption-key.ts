/**
 * Passwords in, the dictionary that locks a PDF and its file key out: the standard security handler of
 * revision 6, AES-256 (ISO 32000-2, 7.6.4).
 */
import { createCipheriv, createHash } from "node:crypto";
import { dictionary, name, type PdfDictionary, type PdfValue } from "../pdf/index.js";

/** Bytes that nobody can guess. */
export type RandomBytes = (count: number) => Uint8Array;

export interface Passwords {
  /** Opens the file. */
  readonly user: string;
  /** Opens it and may change its rights. */
  readonly owner: string;
}

export interface FileKey {
  readonly key: Buffer;
  /** Value of `Encrypt` in the trailer. */
  readonly encrypt: PdfDictionary;
}

/**
 * Allowed is to print in full (bits 3, 12) and to take words out for accessibility (bit 10, which every
 * reader of PDF 2.0 allows anyway); not to change, copy, note, fill in or put pages together
 * (ISO 32000-2, table 22).
 */
const RIGHTS = ~0 & ~((1 << 3) | (1 << 4) | (1 << 5) | (1 << 8) | (1 << 10)) & ~0b11;

export function fileKey({ user, owner }: Passwords, random: RandomBytes): FileKey {
  const key = Buffer.from(random(32));
  const [userBytes, ownerBytes] = [passwordBytes(user), passwordBytes(owner)];
  const forUser = lockFor(userBytes, Buffer.alloc(0), key, random);
  const forOwner = lockFor(ownerBytes, forUser.check, key, random);
  const text = (bytes: Buffer): PdfValue => ({ kind: "string", bytes });
  const filter = dictionary({ CFM: name("AESV3"), AuthEvent: name("DocOpen"), Length: 32 });
  const encrypt = dictionary({
    Filter: name("Standard"),
    V: 5,
    R: 6,
    Length: 256,
    P: RIGHTS,
    U: text(forUser.check),
    UE: text(forUser.wrapped),
    O: text(forOwner.check),
    OE: text(forOwner.wrapped),
    Perms: text(permissions(key, random)),
    EncryptMetadata: true,
    CF: dictionary({ StdCF: filter }),
    StmF: name("StdCF"),
    StrF: name("StdCF"),
  });
  return { key, encrypt };
}

/** Bytes of UTF-8; SASLprep (RFC 4013) as far as normalisation and spaces go. */
function passwordBytes(password: string): Buffer {
  const prepared = password.normalize("NFKC").replaceAll(/\p{Zs}/gu, " ");
  return Buffer.from(prepared).subarray(0, LONGEST);
}

const LONGEST = 127;

interface LockedFor {
  /** Hash, validation salt and key salt: 48 bytes. */
  readonly check: Buffer;
  /** The file key, encrypted by the password. */
  readonly wrapped: Buffer;
}

/** Algorithms 8 and 9. @param beside the check of the user's password, for that of the owner */
function lockFor(password: Buffer, beside: Buffer, key: Buffer, random: RandomBytes): LockedFor {
  const salts = Buffer.from(random(16));
  const [validation, wrapping] = [salts.subarray(0, 8), salts.subarray(8)];
  const check = Buffer.concat([hardenedHash(password, validation, beside), salts]);
  const cipher = createCipheriv("aes-256-cbc", hardenedHash(password, wrapping, beside), NO_IV);
  return { check, wrapped: cipher.setAutoPadding(false).update(key) };
}

const NO_IV = Buffer.alloc(16);
/** By the remainder of three. */
const HASHES = ["sha256", "sha384", "sha512"] as const;

/** Algorithm 2.B. */
function hardenedHash(password: Buffer, salt: Buffer, beside: Buffer): Buffer {
  let hash = createHash("sha256").update(password).update(salt).update(beside).digest();
  for (let round = 0; ; round += 1) {
    const piece = Buffer.concat([password, hash, beside]);
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => piece));
    const cipher = createCipheriv("aes-128-cbc", hash.subarray(0, 16), hash.subarray(16, 32));
    const encrypted = cipher.setAutoPadding(false).update(repeated);
    // As 256 leaves 1 when it is divided by 3, the sum of the bytes does.
    const remainder = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    hash = createHash(HASHES[remainder] ?? "sha256")
      .update(encrypted)
      .digest();
    if (round >= 63 && (encrypted.at(-1) ?? 0) <= round - 31) return hash.subarray(0, 32);
  }
}

/** Algorithm 10. */
function permissions(key: Buffer, random: RandomBytes): Buffer {
  const block = Buffer.alloc(16);
  block.writeInt32LE(RIGHTS, 0);
  block.writeUInt32LE(0xffffffff, 4);
  block.write("Tadb", 8, "latin1");
  block.set(random(4), 12);
  return createCipheriv("aes-256-ecb", key, null).setAutoPadding(false).update(block);
}
