import { variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findings, places } from "./check.test-support.js";
import * as message from "./messages.js";

const of = (...disks: readonly object[]) => ({ disk_attachment: disks });
const text = variable("text", z.string().default(""));
const number = variable("number", z.number().default(0));
const flag = variable("flag", z.boolean().default(false));
const fresh = { volume_type: "pd-ssd", volume_size: 10 };

describe("a disk that exists already", () => {
  it.each([
    ["disk_name", "d"],
    ["volume_type", "pd-ssd"],
    ["volume_size", 10],
    ["source_image", "i"],
    ["iops", 10000],
    ["keep_device", true],
  ])("is attached as it is, without %s", (option, value) => {
    expect(findings(of({ source_volume: "v", [option]: value }))).toEqual([
      `error disk_attachment.0.${option}: ${message.EXISTING_DISK}`,
    ]);
  });

  it("cannot be the one that is imaged", () => {
    expect(findings(of({ source_volume: "v", create_image: true }))).toEqual([
      `error disk_attachment.0.create_image: ${message.EXISTING_DISK_IMAGE}`,
    ]);
  });

  it.each([
    { source_volume: "v" },
    { source_volume: "v", device_name: "d", attachment_mode: "READ_ONLY", interface_type: "NVME" },
    { source_volume: "v", keep_device: false, create_image: false, volume_size: 0, disk_name: "" },
    { source_volume: "v", volume_size: number, keep_device: flag },
    { source_volume: text },
    { source_volume: text, volume_type: "pd-ssd" },
  ])("passes: %#", (disk) => {
    expect(findings(of(disk))).toEqual([]);
  });
});

describe("a new disk", () => {
  it("has a type", () => {
    expect(findings(of({ volume_size: 10 }))).toEqual([`error disk_attachment.0: ${message.DISK_TYPE}`]);
    expect(findings(of({ volume_type: "", volume_size: 10 }))).toEqual([
      `error disk_attachment.0: ${message.DISK_TYPE}`,
    ]);
    expect(places(of({ ...fresh, volume_type: "local-ssd" }))).toEqual([
      "error disk_attachment.0.volume_type",
    ]);
  });

  it.each([{}, { volume_size: 0 }, { volume_size: "0" }, { source_image: "" }])(
    "has a size or an image: not %j",
    (content) => {
      expect(findings(of(fresh, { volume_type: "pd-ssd", ...content }))).toEqual([
        `error disk_attachment.1: ${message.DISK_CONTENT}`,
      ]);
    },
  );

  it("has provisioned operations only when it is of the type that has them", () => {
    for (const volume_type of ["pd-ssd", "hyperdisk-extreme", "scratch"]) {
      expect(findings(of({ volume_type, volume_size: 375, iops: 10000 }))).toEqual([
        `error disk_attachment.0.iops: ${message.IOPS}`,
      ]);
    }
    expect(findings(of({ volume_type: "pd-extreme", volume_size: 500, iops: 10000 }))).toEqual([]);
    expect(findings(of({ volume_type: text, volume_size: 500, iops: 10000 }))).toEqual([]);
    expect(findings(of({ ...fresh, iops: 0 }))).toEqual([]);
  });

  it.each([9999, 120001])("has operations within bounds: not %i", (iops) => {
    expect(findings(of({ volume_type: "pd-extreme", volume_size: 500, iops }))).toEqual([
      "error disk_attachment.0.iops: disk_attachment.0.iops has to be from 10000 to 120000",
    ]);
  });

  it.each(["D", "1d", "d-", "a_b", "d".repeat(64)])("has a name of Google's form: not %j", (disk_name) => {
    expect(places(of({ ...fresh, disk_name }))).toEqual(["error disk_attachment.0.disk_name"]);
  });

  it.each(["d", "d-1", "d".repeat(63), "", "d-{{timestamp}}"])("may be called %j", (disk_name) => {
    expect(findings(of({ ...fresh, disk_name }))).toEqual([]);
  });

  it("cannot be imaged in several zones", () => {
    const replica_zones = ["europe-west3-b"];
    expect(findings(of({ ...fresh, create_image: true, replica_zones }))).toEqual([
      `error disk_attachment.0.create_image: ${message.REPLICATED_IMAGE}`,
    ]);
    expect(findings(of({ ...fresh, create_image: true, replica_zones: [] }))).toEqual([]);
    expect(findings(of({ ...fresh, replica_zones }))).toEqual([]);
  });

  it.each([
    { volume_type: text, volume_size: number },
    { volume_type: "pd-ssd", source_image: text, disk_name: text, create_image: flag, replica_zones: [text] },
  ])("may be made of expressions: %#", (disk) => {
    expect(findings(of(disk))).toEqual([]);
  });
});

describe("a scratch disk", () => {
  const scratch = { volume_type: "scratch", volume_size: 375 };

  it.each([
    ["disk_name", "d"],
    ["device_name", "d"],
    ["keep_device", true],
    ["create_image", true],
  ])("goes with the machine, without %s", (option, value) => {
    expect(findings(of({ ...scratch, [option]: value }))).toEqual([
      `error disk_attachment.0.${option}: ${message.SCRATCH_DISK}`,
    ]);
  });

  it("passes with false, and as often as one likes", () => {
    expect(findings(of(scratch, { ...scratch, keep_device: false, create_image: false }))).toEqual([]);
  });
});

describe("several disks", () => {
  it("are imaged one at a time", () => {
    const imaged = { ...fresh, create_image: true };
    expect(findings(of(imaged, fresh, imaged, imaged))).toEqual([
      `error disk_attachment.2.create_image: ${message.ONE_DISK_IMAGE}`,
      `error disk_attachment.3.create_image: ${message.ONE_DISK_IMAGE}`,
    ]);
    expect(findings(of(imaged, { ...fresh, create_image: flag }))).toEqual([]);
  });

  it("have options of their own only", () => {
    expect(findings(of({ ...fresh, size: 1 }))).toEqual([
      "error disk_attachment.0.size: there is no option size",
    ]);
    expect(places(of({ ...fresh, interface_type: "nvme" }))).toEqual([
      "error disk_attachment.0.interface_type",
    ]);
    expect(places(of({ ...fresh, attachment_mode: "RO" }))).toEqual([
      "error disk_attachment.0.attachment_mode",
    ]);
  });
});
