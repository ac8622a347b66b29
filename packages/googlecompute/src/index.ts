// Sources
export { googlecompute, source, type GooglecomputeNamespace } from "./plugin.js";
export type { GooglecomputeSource } from "./source/googlecompute.js";
export { sourceImageName } from "./source/build-variables.js";
export { zone, type Zone } from "./source/zone.js";

// Data sources
export { data } from "./plugin.js";
export type { GooglecomputeData } from "./data/data.js";
export type {
  GooglecomputeImageOptions,
  GooglecomputeImageOutputs,
} from "./data/generated/googlecompute-image-options.js";
export type {
  GooglecomputeParametermanagerOptions,
  GooglecomputeParametermanagerOutputs,
} from "./data/generated/googlecompute-parametermanager-options.js";
export type {
  GooglecomputeSecretsmanagerOptions,
  GooglecomputeSecretsmanagerOutputs,
} from "./data/generated/googlecompute-secretsmanager-options.js";

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
