// Slow, plain twins of everything in assembly/, over unpacked matrices: what the kernels are tested against.
//
// Most come in two forms. The one a reader can check against the formula works in f64. The exact one repeats the
// documented order of summation and rounds to f32 (Math.fround) wherever the kernel does; every single step of it is a
// plain IEEE operation, so a kernel must match it bit for bit, in every build and on every host.
//
// Rounding an f64 result of +, -, *, / or sqrt on f32 operands to f32 is the same as rounding once: 53 >= 2 * 24 + 2.

export * from "./reference/attention.js";
export * from "./reference/half.js";
export * from "./reference/layers.js";
export * from "./reference/math.js";
export * from "./reference/matmul.js";
export * from "./reference/matrix.js";
export * from "./reference/precise.js";
