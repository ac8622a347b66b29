import { variable } from "@packwright/core";
import { describe, test } from "vitest";
import { z } from "zod";
import { source } from "./plugin.js";
import type { CreatedDisk, Disk, ExistingDisk } from "./source/options.js";

/** Disks that are wrong, each with what is wrong with it; no compiler accepts them. */

const gc = source.googlecompute;
const ok = {
  project_id: "p",
  source_image: "debian",
  zone: "europe-west3-a",
  ssh_username: "packer",
} as const;
const fresh = { volume_type: "pd-ssd", volume_size: 10 } as const;
const scratch = { volume_type: "scratch", volume_size: 375 } as const;
const old = { source_volume: "v" } as const;
const string = variable("string", z.string());

describe("a new disk", () => {
  test("does not compile without type and content, or with what its type has not", () => {
    // @ts-expect-error there is neither type nor content
    gc("x", { ...ok, disk_attachment: [{}] });
    // @ts-expect-error there is no type
    gc("x", { ...ok, disk_attachment: [{ volume_size: 10 }] });
    // @ts-expect-error there is no content
    gc("x", { ...ok, disk_attachment: [{ volume_type: "pd-ssd" }] });
    // @ts-expect-error there is no content either
    gc("x", { ...ok, disk_attachment: [{ volume_type: "scratch" }] });
    // @ts-expect-error 0 is no size
    gc("x", { ...ok, disk_attachment: [{ volume_type: "pd-ssd", volume_size: 0 }] });
    // @ts-expect-error there is no such type
    gc("x", { ...ok, disk_attachment: [{ volume_type: "local-ssd", volume_size: 10 }] });
    // @ts-expect-error only pd-extreme has operations
    gc("x", { ...ok, disk_attachment: [{ ...fresh, iops: 10000 }] });
    // @ts-expect-error an SSD of the machine has none
    gc("x", { ...ok, disk_attachment: [{ ...scratch, iops: 10000 }] });
    // @ts-expect-error it is volume_size
    gc("x", { ...ok, disk_attachment: [{ volume_type: "pd-ssd", volum_size: 375 }] });
    // @ts-expect-error it is device_name
    gc("x", { ...ok, disk_attachment: [{ ...fresh, devic_name: "x" }] });
    // @ts-expect-error text is no number
    gc("x", { ...ok, disk_attachment: [{ volume_type: "pd-ssd", volume_size: "big" }] });
    // @ts-expect-error a text variable is no number
    gc("x", { ...ok, disk_attachment: [{ volume_type: "pd-ssd", volume_size: string }] });
    // @ts-expect-error interfaces are in upper case
    gc("x", { ...ok, disk_attachment: [{ ...fresh, interface_type: "nvme" }] });
    // @ts-expect-error there is no such mode
    gc("x", { ...ok, disk_attachment: [{ ...fresh, attachment_mode: "RO" }] });
    // @ts-expect-error zones are a list
    gc("x", { ...ok, disk_attachment: [{ ...fresh, replica_zones: "europe-west3-b" }] });
    // @ts-expect-error it is kmsKeyName
    gc("x", { ...ok, disk_attachment: [{ ...fresh, disk_encryption_key: { kms_key_name: "x" } }] });
    // @ts-expect-error a disk in several zones cannot be imaged
    gc("x", { ...ok, disk_attachment: [{ ...fresh, create_image: true, replica_zones: ["a"] }] });
    const imaged = { ...fresh, create_image: true } as const;
    // @ts-expect-error two disks cannot be imaged
    gc("x", { ...ok, disk_attachment: [imaged, imaged] });
  });
});

describe("a scratch disk", () => {
  test("does not compile with what only persistent disks have", () => {
    // @ts-expect-error it has no name
    gc("x", { ...ok, disk_attachment: [{ ...scratch, disk_name: "d" }] });
    // @ts-expect-error it has no device name
    gc("x", { ...ok, disk_attachment: [{ ...scratch, device_name: "d" }] });
    // @ts-expect-error it cannot be kept
    gc("x", { ...ok, disk_attachment: [{ ...scratch, keep_device: true }] });
    // @ts-expect-error it cannot be imaged
    gc("x", { ...ok, disk_attachment: [{ ...scratch, create_image: true }] });
  });
});

describe("a disk that exists already", () => {
  test("does not compile with what it has already", () => {
    // @ts-expect-error it has a name
    gc("x", { ...ok, disk_attachment: [{ ...old, disk_name: "d" }] });
    // @ts-expect-error it has a type
    gc("x", { ...ok, disk_attachment: [{ ...old, volume_type: "pd-ssd" }] });
    // @ts-expect-error it has a size
    gc("x", { ...ok, disk_attachment: [{ ...old, volume_size: 10 }] });
    // @ts-expect-error it has its content
    gc("x", { ...ok, disk_attachment: [{ ...old, source_image: "i" }] });
    // @ts-expect-error it has its operations
    gc("x", { ...ok, disk_attachment: [{ ...old, iops: 10000 }] });
    // @ts-expect-error it is kept anyway
    gc("x", { ...ok, disk_attachment: [{ ...old, keep_device: true }] });
    // @ts-expect-error the boot disk would be imaged
    gc("x", { ...ok, disk_attachment: [{ ...old, create_image: true }] });
    // @ts-expect-error none of several has a size
    gc("x", { ...ok, disk_attachment: [1, 2].map((volume_size) => ({ ...old, volume_size })) });
  });
});

describe("a typed disk", () => {
  test("does not compile in another shape", () => {
    // @ts-expect-error it has a size
    // prettier-ignore
    const disk: Disk = { source_volume: "v", volume_size: 3 };
    gc("x", { ...ok, disk_attachment: [disk] });
    // @ts-expect-error it is kept anyway
    // prettier-ignore
    const kept: ExistingDisk = { source_volume: "v", keep_device: true };
    gc("x", { ...ok, disk_attachment: [kept] });
    // @ts-expect-error there is no content
    const empty: CreatedDisk = { volume_type: "pd-ssd" };
    gc("x", { ...ok, disk_attachment: [empty] });
    // @ts-expect-error there is no content, in with
    gc("x", ok).with("y", { disk_attachment: [{ volume_type: "pd-ssd" }] });
  });
});
