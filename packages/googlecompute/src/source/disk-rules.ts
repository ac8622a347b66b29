import type { Bars, Given, Mark, Possible, SomeOf } from "@packwright/core";
import type { BlockDevice } from "../generated/options.js";
import type * as message from "../rules/messages.js";

/**
 * The rules of the disks in an options literal, each on the disk at fault. The literal itself is compared with
 * {@link AnyDisk}, which has no rules, so that the compiler's message is the rule's and not that no shape fits.
 */
export type DiskRules<O> = O extends { readonly disk_attachment: infer D extends readonly unknown[] }
  ? Said<D>[number] extends never
    ? unknown
    : { readonly disk_attachment?: RuledDisks<D> }
  : unknown;

/** Of each disk, whether a rule has something to say about it. */
type Said<D extends readonly unknown[]> = {
  readonly [I in keyof D]: unknown extends OneImage<D, I> ? Faulty<D[I]> : true;
};

type Faulty<E> = E extends unknown ? (unknown extends DiskRule<E> ? never : true) : never;

/** A list of unknown length says no more than which disks may be in it. */
type RuledDisks<D extends readonly unknown[]> = number extends D["length"]
  ? readonly RuledDisk<D[number]>[]
  : { readonly [I in keyof D]: RuledDisk<D[I]> & OneImage<D, I> };

type RuledDisk<E> = E extends unknown ? AnyDisk & DiskRule<E> : never;

/** A disk of whatever shape. */
export type AnyDisk = BlockDevice;

type DiskRule<E> =
  Given<E, "source_volume"> extends never
    ? Possible<E, "source_volume"> extends never
      ? NewDisk<E>
      : unknown
    : Mark<
        | Given<E, "disk_name" | "volume_size" | "source_image" | "iops" | "keep_device">
        // The compiler cuts its message short behind as many words as volume_type takes.
        | (Given<E, "volume_type"> extends never ? never : "source_volume"),
        typeof message.EXISTING_DISK
      > &
        Mark<Given<E, "create_image">, typeof message.EXISTING_DISK_IMAGE>;

type NewDisk<E> = SomeOf<E, "volume_type", "volume_type", typeof message.DISK_TYPE> &
  SomeOf<E, "volume_size", "volume_size" | "source_image", typeof message.DISK_CONTENT> &
  Bars<E, "replica_zones", "create_image", typeof message.REPLICATED_IMAGE> &
  (E extends { readonly volume_type: infer T extends string }
    ? Mark<
        T extends "scratch" ? Given<E, "disk_name" | "device_name" | "keep_device" | "create_image"> : never,
        typeof message.SCRATCH_DISK
      > &
        Mark<T extends "pd-extreme" ? never : Given<E, "iops">, typeof message.IOPS>
    : unknown);

/** The places of a list of disks whose disk is to be imaged. */
type Imaged<D> = { [I in keyof D]: D[I] extends { readonly create_image: true } ? I : never }[keyof D &
  `${number}`];

/** A disk that is to be imaged although another one is. */
type OneImage<D, I> =
  I extends Imaged<D>
    ? Exclude<Imaged<D>, I> extends never
      ? unknown
      : Mark<"create_image", typeof message.ONE_DISK_IMAGE>
    : unknown;
