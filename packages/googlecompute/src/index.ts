// Sources
export { googlecompute, source, type GooglecomputeNamespace } from "./plugin.js";
export type { GooglecomputeSource } from "./source/googlecompute.js";
export { sourceImageName } from "./source/build-variables.js";
export { zone, type Zone } from "./source/zone.js";

// Post-processors
export { googlecomputeExport, googlecomputeImport } from "./plugin.js";
export type { GooglecomputeExport } from "./post-processors/export.js";
export type { GooglecomputeImport } from "./post-processors/import.js";
export type { GooglecomputeExportOptions } from "./post-processors/generated/googlecompute-export-options.js";
export type { GooglecomputeImportOptions } from "./post-processors/generated/googlecompute-import-options.js";

// Values that editors offer
export type {
  CpuPlatform,
  ImageFamily,
  ImageProject,
  License,
  MachineType,
  OAuthScope,
  Region,
  StorageLocation,
  ZoneName,
} from "./values/known.js";

// Their options, for objects and functions that make some
export type { CreatedDisk, Disk, ExistingDisk, GooglecomputeOptions, ScratchDisk } from "./source/options.js";
export * from "./generated/options.js";

// For tools that work with the options as data
export type { GooglecomputeRules } from "./source/rules.js";
export { googlecomputeOptions } from "./generated/schema.js";
