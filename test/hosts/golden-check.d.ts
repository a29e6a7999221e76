import type { Model } from "../../src/model.js";
import type { Answer, Check } from "./golden.js";

export declare function runCheck(model: Model, check: Check): Promise<Answer>;
