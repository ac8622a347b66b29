import type { Communicator, CommunicatorKey, ExprBase, Input } from "@packwright/core";
import type { BlockDevice, GooglecomputeBuilderOptions } from "../generated/options.js";
import type { Zone } from "./zone.js";

/** A disk that exists already. */
export interface ExistingDisk extends Pick<
  BlockDevice,
  "attachment_mode" | "interface_type" | "device_name" | "disk_encryption_key" | "replica_zones"
> {
  readonly source_volume: Input<string>;
  readonly disk_name?: never;
  readonly volume_type?: never;
  readonly volume_size?: never;
  readonly iops?: never;
  readonly keep_device?: never;
  readonly source_image?: never;
  readonly create_image?: never;
}

/** What a new disk starts from: its size, an image, or an image and a larger size. */
type DiskContent =
  | { readonly volume_size: Input<number>; readonly source_image?: Input<string> }
  | { readonly volume_size?: Input<number>; readonly source_image: Input<string> };

/** A local disk that goes with the machine. */
export type ScratchDisk = Pick<
  BlockDevice,
  "attachment_mode" | "interface_type" | "disk_encryption_key" | "replica_zones"
> &
  DiskContent & {
    readonly volume_type: "scratch";
    readonly source_volume?: never;
    readonly keep_device?: never;
    readonly disk_name?: never;
    readonly device_name?: never;
    readonly create_image?: never;
    readonly iops?: never;
  };

/** A persistent disk that is made for the build. */
export type CreatedDisk = Omit<
  BlockDevice,
  "volume_type" | "volume_size" | "source_image" | "source_volume" | "iops"
> &
  DiskContent & { readonly source_volume?: never } & (
    | { readonly volume_type: "pd-extreme"; readonly iops?: Input<number> }
    | {
        readonly volume_type:
          | Exclude<NonNullable<Extract<BlockDevice["volume_type"], string>>, "scratch" | "pd-extreme">
          | ExprBase<string>;
        readonly iops?: never;
      }
  );

/** A disk beside the boot disk; its shape decides which options it has. */
export type Disk = ExistingDisk | ScratchDisk | CreatedDisk;

interface BuilderOptions extends Omit<
  GooglecomputeBuilderOptions,
  "disk_attachment" | "zone" | "project_id"
> {
  /** The project in which the machine runs and, unless `image_project_id` says otherwise, the image is made. */
  readonly project_id: Input<string>;
  /** The zone in which the machine runs, such as `europe-west3-a`. */
  readonly zone: Zone | ExprBase<string>;
  /** Disks beside the boot disk. */
  readonly disk_attachment?: readonly Disk[];
}

/** The options of a googlecompute source. */
export type GooglecomputeOptions = BuilderOptions & Communicator;

/** The names of all options of a googlecompute source. */
export type GooglecomputeKey = keyof BuilderOptions | CommunicatorKey;
