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

// Authentication, and what it has to allow
export { auth } from "./authentication/auth.js";
export {
  requiredRoles,
  type RequiredRole,
  type RoleHolder,
  type RoleMembers,
} from "./authentication/required-roles.js";

// Building in Cloud Build and GitHub Actions, and what came of it
export { cloudBuild, cloudBuilds, type CloudBuildOptions } from "./cloud-build/cloud-build.js";
export { cloudBuildTrigger, type TriggerOptions } from "./cloud-build/trigger.js";
export { githubWorkflow, type GithubWorkflowOptions } from "./cloud-build/github-workflow.js";
export type { PipelineOptions, PipelineSecret } from "./cloud-build/pipeline.js";
export { readManifest, type Manifest, type ManifestArtifact } from "./cloud-build/manifest.js";
export { listImages, type BuiltImage } from "./cloud-build/list-images.js";

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
