import type { NumberFunctions } from "./numbers.js";
import type { TextFunctions } from "./text.js";
import type { CollectionFunctions } from "./collections.js";
import type { TypeFunctions } from "./types.js";
import type { EncodingFunctions } from "./encodings.js";
import type { FileFunctions } from "./files.js";
import type { HashFunctions } from "./hashes.js";
import type { TimeFunctions } from "./times.js";
import type { NetworkFunctions } from "./networks.js";
import type { SecretFunctions } from "./secrets.js";

/** Every function of Packer, by Packer's names, with the types of its parameters and result. */
export interface Functions
  extends
    NumberFunctions,
    TextFunctions,
    CollectionFunctions,
    TypeFunctions,
    EncodingFunctions,
    FileFunctions,
    HashFunctions,
    TimeFunctions,
    NetworkFunctions,
    SecretFunctions {}
