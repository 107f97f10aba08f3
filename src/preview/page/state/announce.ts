/** What a screen reader is told in passing (WAI-ARIA, status). */
import { signal } from "@preact/signals";

export const announcement = signal("");

export function announce(words: string): void {
  announcement.value = words;
}
