// Running packer
export { packer, type Packer, type Validation } from "./packer.js";
export type {
  PackerOptions,
  RunBuildOptions,
  TemplateCommandOptions,
  ValidateOptions,
} from "./packer-options.js";
export type { TemplateInput } from "./template/template-file.js";
export { secretMask } from "./template/secret-mask.js";
export type { Variables, VariableValue } from "./template/variables.js";

// What happens, and what comes of it
export type {
  Artifact,
  ArtifactEvent,
  ErrorEvent,
  OtherEvent,
  PackerEvent,
  SaidEvent,
  SourceEndedEvent,
  SourceStartedEvent,
  Step,
  StepEndedEvent,
  StepStartedEvent,
} from "./stream/event.js";
export type { BuildResult, BuiltArtifact } from "./build/run-build.js";
export type { SourceOutcome } from "./build/outcome.js";
export type { ManifestEntry } from "./build/manifest.js";
export type { PackerDiagnostic } from "./build/packer-diagnostics.js";
export type { InspectedBuild, Inspection } from "./inspect/inspection.js";
export type { PackerVersion } from "./version/version.js";

// What goes wrong
export { BuildError, formatProblem, type BuildProblem } from "./build/build-error.js";
export { VariablesError } from "./template/prepare.js";
export {
  PackerCommandError,
  PackerNotFoundError,
  PackerVersionError,
} from "./process/packer-process-error.js";

// Reading a recorded machine-readable output
export { parseMachineLine, type MachineLine } from "./stream/machine-line.js";
export { StreamReader } from "./stream/reader.js";
