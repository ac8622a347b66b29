import type { Communicator, ExprBase, Input } from "@packwright/core";
import type { ZoneName } from "../values/known.js";
import type { BlockDevice, GooglecomputeBuilderOptions } from "../generated/options.js";

type Without<K extends string> = { readonly [P in K]?: never };

/** `false` says what is so anyway. */
type Not<K extends string> = { readonly [P in K]?: false };

/** A disk that exists already. */
export interface ExistingDisk
  extends
    Pick<
      BlockDevice,
      "attachment_mode" | "interface_type" | "device_name" | "disk_encryption_key" | "replica_zones"
    >,
    Without<"disk_name" | "volume_type" | "volume_size" | "iops" | "source_image">,
    Not<"keep_device" | "create_image"> {
  readonly source_volume: Input<string>;
}

/** What a new disk starts from: its size, an image, or an image and a larger size. */
type Content =
  | { readonly source_image: Input<string>; readonly volume_size?: Input<number> }
  | { readonly source_image?: Input<string>; readonly volume_size: Input<number> };

interface Scratch
  extends
    Pick<BlockDevice, "attachment_mode" | "interface_type" | "disk_encryption_key" | "replica_zones">,
    Without<"disk_name" | "device_name" | "iops" | "source_volume">,
    Not<"keep_device" | "create_image"> {
  readonly volume_type: "scratch";
}

/** A local SSD that goes with the machine. */
export type ScratchDisk = Scratch & Content;

interface Created
  extends
    Omit<BlockDevice, "volume_type" | "volume_size" | "source_image" | "source_volume" | "iops">,
    Without<"source_volume"> {}

interface Provisioned extends Created {
  readonly volume_type: "pd-extreme" | ExprBase<string>;
  readonly iops?: Input<number>;
}

interface Unprovisioned extends Created, Without<"iops"> {
  readonly volume_type: Exclude<Extract<BlockDevice["volume_type"], string>, "scratch" | "pd-extreme">;
}

/** A persistent disk that is made for the build. */
export type CreatedDisk = (Provisioned | Unprovisioned) & Content;

/** A disk beside the boot disk; its shape decides which options it has. */
export type Disk = ExistingDisk | ScratchDisk | CreatedDisk;

/** What there is to say of a source whatever type its disks have. */
export interface CommonOptions extends GooglecomputeBuilderOptions, Communicator {
  /**
   * The project in which the machine runs and, unless `image_project_id` says otherwise, the image is made.
   *
   * Required.
   */
  readonly project_id: Input<string>;
  /**
   * The zone in which the machine runs: a region and a letter, such as `europe-west3-a`.
   *
   * Required.
   */
  readonly zone: ZoneName | ExprBase<string>;
}

/**
 * The options of a googlecompute source.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/builder/googlecompute
 */
export interface GooglecomputeOptions extends CommonOptions {
  /** Disks beside the boot disk: existing ones, scratch disks, or new ones that live as long as the build. */
  readonly disk_attachment?: readonly Disk[];
}
