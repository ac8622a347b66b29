import type {
  KnownCpuPlatform,
  KnownImageFamily,
  KnownImageProject,
  KnownLicense,
  KnownLocation,
  KnownMachineType,
  KnownRegion,
  KnownScope,
  KnownZone,
} from "./generated/known-values.js";

/**
 * Texts whose known values an editor offers, and that take any other: Google adds values faster than anyone can list
 * them. A text of the wrong form is refused by the rules.
 */
type Known<K extends string> = K | (string & {});

/** A zone: `europe-west3-a`. */
export type ZoneName = Known<KnownZone>;

/** A region: `europe-west3`. */
export type Region = Known<KnownRegion>;

/** A region or multi-region that images are kept in: `eu`, `europe-west3`. */
export type StorageLocation = Known<KnownLocation>;

/** A machine type: `e2-standard-2`, `n2-custom-4-8192`. */
export type MachineType = Known<KnownMachineType>;

/** A family of images: `debian-12`. */
export type ImageFamily = Known<KnownImageFamily>;

/** A project with images: `debian-cloud`. */
export type ImageProject = Known<KnownImageProject>;

/** The URL of a license. */
export type License = Known<KnownLicense>;

/** A processor generation: `Intel Skylake`. */
export type CpuPlatform = Known<KnownCpuPlatform>;

/** An OAuth scope: `https://www.googleapis.com/auth/cloud-platform`. */
export type OAuthScope = Known<KnownScope>;
