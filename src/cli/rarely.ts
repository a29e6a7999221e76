// The commands that are rarely wanted, together: what they import of Node's (child processes, servers, compression) would keep
// `lanky run` waiting.

export { addBench } from "./bench.js";
export { addConvert } from "./convert.js";
export { addDemo } from "./demo.js";
export { addEval } from "./eval.js";
export { addEvalAnswer } from "./eval-answer.js";
export { addProfile } from "./profile.js";
export { addProfileLoad } from "./profile-load.js";
export { addSplit } from "./split.js";
