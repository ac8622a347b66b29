import fc from "fast-check";
import { SEED } from "./repository.js";

if (SEED !== undefined) fc.configureGlobal({ seed: SEED });
