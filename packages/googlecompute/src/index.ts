export { googlecompute, source, type GooglecomputeNamespace } from "./plugin.js";
export type { GooglecomputeSource } from "./source/googlecompute.js";
export type { GooglecomputeRules } from "./source/rules.js";
export type { CreatedDisk, Disk, ExistingDisk, GooglecomputeOptions, ScratchDisk } from "./source/options.js";
export { sourceImageName } from "./source/build-variables.js";
export { zone, type Zone } from "./source/zone.js";
export * from "./generated/options.js";
export { googlecomputeOptions } from "./generated/schema.js";
