// What the wasm modules export. One entry, four builds: asconfig.json.

export { packFloats, quantize, takeRemainder } from "./activations";
export { attentionF16, attentionF32 } from "./attention";
export { embedBF16, embedF16, embedF32, embedInt4, embedInt4Min, embedInt8 } from "./embed";
export { reglu, relu, silu, swiglu } from "./feed-forward";
export { appendF16, appendF32 } from "./kv-cache";
export { gatherRows, logSumExp } from "./logits";
export { matmulBF16, matmulF16, matmulF32 } from "./matmul-float";
export { matmulInt4, matmulInt4Min, matmulInt8 } from "./matmul-quantised";
export { packBF16, packF16, packF32, packInt4, packInt4Min, packInt8 } from "./pack";
export { addResidual, rmsnorm } from "./rmsnorm";
export { rope, ropeTable } from "./rope";
export { probeDot } from "./simd";
export { barrier, claim } from "./sync";
