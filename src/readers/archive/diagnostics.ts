/** What readers of archives have to say, worded once. */
import type { Diagnostic } from "../../model/diagnostic.js";
import { MAX_ARCHIVE_DEPTH } from "../limits.js";

/** @param limit in words: `67108864 bytes` */
export function tooMuchInside(file: string, limit: string): Diagnostic {
  return {
    code: "archive-too-large",
    severity: "error",
    message: `holds more than the ${limit} that may be unpacked; the rest was not read`,
    place: { file },
    hint: "split it, or unpack it and leave out what is no article",
  };
}

export function tooManyEntries(file: string, count: number, limit: number): Diagnostic {
  return {
    code: "archive-too-large",
    severity: "error",
    message: `holds ${count} entries; the first ${limit} were read`,
    place: { file },
    hint: "split the archive",
  };
}

export function tooDeep(file: string): Diagnostic {
  return {
    code: "archive-too-deep",
    severity: "error",
    message: `is packed in more than ${MAX_ARCHIVE_DEPTH} archives`,
    place: { file },
    hint: "unpack it",
  };
}

/** @param what what is wrong: `is damaged` */
export function brokenArchive(file: string, what: string): Diagnostic {
  return {
    code: "archive-broken",
    severity: "warning",
    message: `${what}; what could be read of it was read`,
    place: { file },
    hint: "fetch it again",
  };
}

/** The same where nothing of it could be read. */
export function unreadableArchive(file: string, what: string): Diagnostic {
  return { ...brokenArchive(file, what), message: `${what}; nothing of it could be read` };
}

export function encrypted(file: string): Diagnostic {
  return {
    code: "archive-encrypted",
    severity: "error",
    message: "is locked with a password",
    place: { file },
    hint: "unpack it and add what was in it",
  };
}

export function unknownPacking(file: string): Diagnostic {
  return {
    code: "archive-unreadable",
    severity: "error",
    message: "is packed in a way that cannot be read",
    place: { file },
    hint: "pack it again as an ordinary zip, or add the file itself",
  };
}

export function nothingInside(file: string): Diagnostic {
  return {
    code: "empty-archive",
    severity: "warning",
    message: "holds no file",
    place: { file },
    hint: "remove it, or pack it again",
  };
}

export function officeFile(file: string, name: string): Diagnostic {
  return {
    code: "unknown-format",
    severity: "warning",
    message: `is ${name}, which cannot be read`,
    place: { file },
    hint: "save it as .csv, .docx or .pdf",
  };
}
