export { googlecompute, source, type GooglecomputeNamespace } from "./plugin.js";
export type { GooglecomputeRules, GooglecomputeSource } from "./source/googlecompute.js";
export type {
  CreatedDisk,
  Disk,
  ExistingDisk,
  GooglecomputeKey,
  GooglecomputeOptions,
  ScratchDisk,
} from "./source/options.js";
export { zone, type Zone } from "./source/zone.js";
export * from "./generated/options.js";
export { googlecomputeOptions } from "./generated/schema.js";
