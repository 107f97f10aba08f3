/** A WebAssembly file that comes with the program in, its functions out; loaded at once, not awaited. */
import { readShippedFile } from "./shipped-files.js";

/** What the C library in the file brings: addresses and lengths are numbers. */
export interface WasmExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  malloc(size: number): number;
  free(at: number): void;
}

/** @param name as a package exports it */
export function openWasm<Exports extends WasmExports>(name: string): Exports {
  const module = new WebAssembly.Module(readShippedFile(name));
  const { exports } = new WebAssembly.Instance(module, {
    env: {
      emscripten_resize_heap: (size: number) => grow(exports as unknown as Exports, size),
      _abort_js: () => {
        throw new Error(`${name} gave up`);
      },
      _setitimer_js: () => 0,
      _emscripten_runtime_keepalive_clear: () => {},
    },
    wasi_snapshot_preview1: { proc_exit: () => {} },
  });
  return exports as unknown as Exports;
}

/** @returns where the copy begins; to be freed */
export function copyIn(wasm: WasmExports, bytes: Uint8Array): number {
  const at = wasm.malloc(Math.max(1, bytes.length));
  new Uint8Array(wasm.memory.buffer).set(bytes, at);
  return at;
}

const PAGE = 65_536;

/** @returns 1 when there is so much memory now, 0 when there is not */
function grow({ memory }: WasmExports, size: number): number {
  try {
    memory.grow(Math.ceil((size - memory.buffer.byteLength) / PAGE));
    return 1;
  } catch {
    return 0;
  }
}
