/** The folders that tests opened, until they are removed. */
import { rmSync } from "node:fs";

const opened: string[] = [];

export function rememberWorkspace(folder: string): void {
  opened.push(folder);
}

export function closeTestWorkspaces(): void {
  for (const folder of opened.splice(0)) rmSync(folder, { recursive: true, force: true });
}
