/** The machine that the program runs on, behind one interface: what runs it, its disks and its clock. */

/** Room on the disk that a path stands on, bytes. */
export interface DiskRoom {
  readonly free: number;
  readonly total: number;
  /** Of every hundred files that the disk can hold, so many more; null where it has no such limit. */
  readonly filesLeft: number | null;
  /** Tells one disk from another. */
  readonly disk: string;
  /** Whether this user may write there. */
  readonly isWritable: boolean;
}

export interface Machine {
  /** Version of Node. */
  readonly node: string;
  /** `linux x64`. */
  readonly platform: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  /** IANA name. */
  readonly timeZone: string;
  /** Folder for temporary files. */
  readonly temporary: string;
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Of the disk that a path stands on, or would: the nearest folder above it that is there. */
  roomAt(path: string): Promise<DiskRoom | null>;
  /** Version of a package that can be loaded; null where there is none. */
  installed(name: string): Promise<string | null>;
}
