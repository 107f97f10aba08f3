/** Files to a zip archive (APPNOTE.TXT), with the faults that a test asks for. */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isStored?: boolean;
  /** Sets the flag alone. */
  readonly isEncrypted?: boolean;
  readonly hasWrongChecksum?: boolean;
  /** Size that the archive states, whatever is true. */
  readonly statedSize?: number;
  readonly method?: number;
}

export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const fronts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name, "utf8");
    const data = file.isStored ? Buffer.from(file.bytes) : deflateRawSync(file.bytes);
    const fields = fieldsOf(file, data, name);
    const front = Buffer.concat([u32(0x04034b50), u16(20), ...fields, u16(0), name, data]);
    const place = [u16(0), u16(0), u16(0), u16(0), u32(0), u32(offset)];
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), u16(20), ...fields, ...place, name]));
    fronts.push(front);
    offset += front.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = [u16(files.length), u16(files.length)];
  const end = [u32(0x06054b50), u16(0), u16(0), ...count, u32(size), u32(offset), u16(0)];
  return Buffer.concat([...fronts, ...directory, ...end]);
}

/** What stands alike before an entry and in the directory, up to the length of its name. */
function fieldsOf(file: ZipFile, data: Uint8Array, name: Uint8Array): Buffer[] {
  const method = file.method ?? (file.isStored ? 0 : 8);
  const sum = file.hasWrongChecksum ? 0xbad : crc32(file.bytes);
  const size = file.statedSize ?? file.bytes.length;
  const flags = 0x800 | (file.isEncrypted ? 1 : 0);
  return [u16(flags), u16(method), u16(0), u16(0), u32(sum), u32(data.length), u32(size)].concat(
    u16(name.length),
  );
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
