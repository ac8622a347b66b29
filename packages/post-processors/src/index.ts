// Files of the artifact
export { artifice, type Artifice, type ArtificeOptions } from "./artifice.js";
export { checksum, type Checksum, type ChecksumOptions, type ChecksumType } from "./checksum.js";
export { compress, type Compress, type CompressFormat, type CompressOptions } from "./compress.js";

// Records of the build
export { manifest, type Manifest, type ManifestOptions } from "./manifest.js";
export { provenance, type Provenance, type ProvenanceOptions } from "./provenance.js";

// Running scripts
export { shellLocal, type ShellLocal } from "./shell-local.js";
