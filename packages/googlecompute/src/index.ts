// Sources
export { googlecompute, source, type GooglecomputeNamespace } from "./plugin.js";
export type { GooglecomputeSource } from "./source/googlecompute.js";
export { sourceImageName } from "./source/build-variables.js";
export { zone, type Zone } from "./source/zone.js";

// Their options, for objects and functions that make some
export type { CreatedDisk, Disk, ExistingDisk, GooglecomputeOptions, ScratchDisk } from "./source/options.js";
export * from "./generated/options.js";

// For tools that work with the options as data
export type { GooglecomputeRules } from "./source/rules.js";
export { googlecomputeOptions } from "./generated/schema.js";
