// What writes checkpoints to files, together: few programs want it, and it loads node:crypto, which takes Node 5 ms.

export { convertToFile } from "./convert-file.js";
export { splitFile } from "./split-file.js";
