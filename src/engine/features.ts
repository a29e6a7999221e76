// What the host's WebAssembly can do, found by asking the engine to validate a module that needs it.

import type { Build } from "./kernels.js";

// (module (func (result v128) three splats; i32x4.relaxed_dot_i8x16_i7x16_add_s))
const RELAXED = [
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, 0x03, 0x02, 0x01, 0x00,
  0x0a, 0x13, 0x01, 0x11, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f, 0xfd, 0x93,
  0x02, 0x0b,
];

// (module (func (result v128) i32.const 0; i8x16.splat))
const SIMD = [
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, 0x03, 0x02, 0x01, 0x00,
  0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x0b,
];

function validates(bytes: readonly number[]): boolean {
  return WebAssembly.validate(new Uint8Array(bytes));
}

/** True if relaxed SIMD is on. Node 20 has it behind --experimental-wasm-relaxed-simd. */
export function hasRelaxedSimd(): boolean {
  return validates(RELAXED);
}

/**
 * The build to run: `wanted`, or the fastest that the host validates.
 * @throws RangeError if the host cannot run it, or has no SIMD at all
 */
export function chooseBuild(wanted?: Build): Build {
  if (!validates(SIMD))
    throw new RangeError("this host's WebAssembly has no SIMD; lanky needs it (any engine since 2021)");
  if (wanted === "relaxed" && !hasRelaxedSimd())
    throw new RangeError(
      "build relaxed: this host does not accept relaxed SIMD; use build simd, which gives the same bits",
    );
  return wanted ?? (hasRelaxedSimd() ? "relaxed" : "simd");
}
