// Relaxed SIMD on Node 20, where V8 has it behind a flag. Later versions have it on and know no such flag.
//
// A program that imports the library should not have to start Node with flags, so the flag is set from within, before the
// first kernel is validated; worker threads of the process share it. All it does is make more modules valid. It is left
// alone where the command line says --no-experimental-wasm-relaxed-simd, and where V8's flags are frozen, for setting one
// would end the process there: then `model.build` is "simd", which makes the same bits, slower.

import { setFlagsFromString } from "node:v8";

const flag = "experimental-wasm-relaxed-simd";

/** V8 11.3 is Node 20's. Other hosts of it (Electron) freeze its flags. */
export const needsFlag: boolean =
  process.versions.v8?.startsWith("11.3.") === true && process.versions.electron === undefined;

/** Makes V8 accept relaxed SIMD where that takes a flag that may be set. To be called before anything is validated. */
export function enableRelaxedSimd(): void {
  if (!needsFlag) return;
  const given = process.execArgv.map((arg) => arg.replace(/^-+/, "").replaceAll("_", "-"));
  if (given.includes(`no-${flag}`) || given.includes("freeze-flags-after-init")) return;
  setFlagsFromString(`--${flag}`);
}
