import {
  build,
  local,
  text,
  variable,
  type Build,
  type ExprBase,
  type Input,
  type Source,
} from "@packwright/core";
import { describe, expectTypeOf, test } from "vitest";
import { z } from "zod";
import type { GooglecomputeChoice } from "./generated/options.js";
import { source } from "./plugin.js";
import type { CreatedDisk, Disk, GooglecomputeOptions } from "./source/options.js";
import { zone } from "./source/zone.js";

/** Programs that are right, and that types must not refuse. */

const gc = source.googlecompute;
const ok = {
  project_id: "p",
  source_image: "debian",
  zone: "europe-west3-a",
  ssh_username: "packer",
} as const;
const shared = { project_id: "p", source_image: "debian", zone: "europe-west3-a", ssh_username: "packer" };
const full: GooglecomputeOptions = { ...ok, disk_size: 20 };

const flag = variable("flag", z.boolean());
const string = variable("string", z.string());
const number = variable("number", z.number().default(20));
const choice = variable("choice", z.enum(["MIGRATE", "TERMINATE"]));
const list = variable("list", z.array(z.string()));
const map = variable("map", z.record(z.string(), z.string()));

declare const c: boolean;
declare const n: number;
declare const part: Partial<GooglecomputeOptions>;
declare const either: Partial<Pick<GooglecomputeOptions, "access_token" | "credentials_file">>;
declare const maybe: { readonly machine_type?: string };

describe("options", () => {
  test("may come from objects that are shared, const or not", () => {
    gc("x", ok);
    gc("x", shared);
    gc("x", full);
    gc("x", { ...shared, disk_size: 3 });
    gc("x", { ...ok, ...maybe });
  });

  test("may be chosen by a condition", () => {
    gc("x", { ...ok, ...(c ? { access_token: "t" } : { credentials_file: "key.json" }) });
    gc("x", { ...ok, ...(c ? { preemptible: true } : {}) });
    gc("x", { ...ok, ...(c && { preemptible: true }) });
    gc("x", { ...ok, preemptible: c, on_host_maintenance: c ? "TERMINATE" : "MIGRATE" });
    gc("x", { ...ok, zone: c ? "europe-west3-a" : "us-central1-a" });
    gc("x", { ...ok, use_iap: c, communicator: c ? "ssh" : "none" });
    gc("x", { ...ok, omit_external_ip: c, use_internal_ip: c });
  });

  test("may come from a function that returns some of them", () => {
    const spot = (on: boolean): Partial<GooglecomputeOptions> =>
      on ? { preemptible: true, on_host_maintenance: "TERMINATE" } : {};
    gc("x", { ...ok, ...part });
    gc("x", { ...ok, ...either });
    gc("x", { ...ok, ...spot(true) });
    gc("x", { ...spot(true), ...ok });
    const of = (project_id: Input<string>, size?: number) =>
      gc("x", { ...ok, project_id, ...(size !== undefined && { disk_size: size }) });
    of(string, 3);
  });

  test("may be expressions at every place", () => {
    gc("x", { project_id: string, zone: string, source_image_family: string, ssh_username: string });
    gc("x", { ...ok, disk_size: number, preemptible: flag, on_host_maintenance: choice, tags: list });
    gc("x", {
      ...ok,
      labels: map,
      image_labels: map,
      metadata: { a: string, b: "c" },
      custom_endpoints: map,
    });
    gc("x", { ...ok, tags: ["a", string], image_storage_locations: [string], scopes: list });
    gc("x", { ...ok, image_storage_locations: list, state_timeout: string, image_architecture: string });
    gc("x", { ...ok, zone: text`${string}-a`, image_name: text`x-${string}` });
    gc("x", { ...ok, preemptible: true, on_host_maintenance: string });
    gc("x", { ...ok, preemptible: flag, on_host_maintenance: choice });
    gc("x", { ...ok, accelerator_count: number, accelerator_type: string, on_host_maintenance: choice });
    gc("x", { ...ok, access_token: string, credentials_file: string });
    gc("x", { ...ok, labels: { team: "a", os_1: "b", "a-b": "c", é: "d" }, region: "europe-west3" });
    gc("x", { ...ok, labels: local("labels", { a: "b" }), disk_encryption_key: { kmsKeyName: string } });
    gc("x", { ...ok, communicator: variable("how", z.enum(["ssh", "winrm"])), winrm_username: "u" });
  });

  test("that say no, none or nothing ask for nothing", () => {
    gc("x", { ...ok, preemptible: false, on_host_maintenance: "MIGRATE" });
    gc("x", { ...ok, enable_integrity_monitoring: false });
    gc("x", { ...ok, omit_external_ip: false, address: "a" });
    gc("x", { ...ok, disable_default_service_account: false, service_account_email: "a@b" });
    gc("x", { ...ok, accelerator_count: 0 });
    gc("x", { ...ok, max_run_duration_in_seconds: 0 });
    gc("x", { ...ok, access_token: "", credentials_file: "x" });
    gc("x", { ...ok, winrm_insecure: false, use_iap: false, ssh_bastion_host: "" });
    gc("x", { ...ok, disk_attachment: [], tags: [], scopes: [] });
  });

  test("that belong together pass together", () => {
    gc("x", { ...ok, source_image_family: "f" });
    gc("x", { ...ok, accelerator_count: 1, accelerator_type: "t4", on_host_maintenance: "TERMINATE" });
    gc("x", { ...ok, accelerator_count: 1, accelerator_type: "t4", preemptible: true });
    const on_host_maintenance = n > 0 ? "TERMINATE" : "MIGRATE";
    gc("x", { ...ok, accelerator_count: n, accelerator_type: "t4", on_host_maintenance });
    gc("x", { ...ok, max_run_duration_in_seconds: 3600, instance_termination_action: "STOP" });
    gc("x", { ...ok, ssh_bastion_host: "b", ssh_bastion_agent_auth: true });
    gc("x", { ...ok, ssh_bastion_host: "b", ssh_private_key_file: "k", ssh_certificate_file: "c" });
    gc("x", { ...ok, ssh_local_tunnels: ["8080:localhost:80", string] });
  });

  test("may be values that only Google knows", () => {
    gc("x", { ...ok, disk_type: "hyperdisk-new", image_guest_os_features: ["GVNIC", "NEW_ONE"] });
    gc("x", { ...ok, zone: process.env["ZONE"] ?? "europe-west3-a", oslogin_ssh_username: "me" });
    gc("x", { ...ok, zone: zone("us-central1-ai1a"), custom_endpoints: { compute: "https://c/" } });
    gc("x", { ...ok, disk_size: "25", image_architecture: "arm64", state_timeout: "1h30m" });
    gc("x", { ...ok, metadata: Object.fromEntries([["a", "b"]]), tags: ["a"].concat("b") });
  });
});

describe("the communicator", () => {
  test("decides which options there are", () => {
    gc("x", { ...ok, communicator: "winrm", winrm_username: "u", winrm_use_ssl: true, use_iap: true });
    gc("x", { project_id: "p", source_image: "w", zone: "europe-west3-a", communicator: "none" });
    gc("x", { ...ok, communicator: c ? "winrm" : "ssh", winrm_username: "u" });
    gc("x", { ...ok, ...(c ? { communicator: "winrm", winrm_username: "u" } : {}) });
  });
});

describe("disks", () => {
  const disk = { volume_type: "pd-ssd", volume_size: 10 } as const;
  const existing: Disk = { source_volume: "v" };
  const made = (volume_size: number): CreatedDisk => ({ volume_type: "pd-balanced", volume_size });

  test("have one of three shapes", () => {
    gc("x", {
      ...ok,
      disk_attachment: [
        { volume_type: "pd-ssd", volume_size: 10 },
        { volume_type: "pd-extreme", source_image: "x", iops: number, create_image: true },
        { volume_type: "scratch", volume_size: "375", keep_device: false },
        { source_volume: "v" },
        { source_volume: string, keep_device: false, create_image: false },
        { volume_type: string, volume_size: number, iops: 10000 },
      ],
    });
  });

  test("may be shared, typed, made by a function or chosen", () => {
    gc("x", { ...ok, disk_attachment: [disk, { ...disk, device_name: "d" }, existing, made(3)] });
    gc("x", { ...ok, disk_attachment: [...(c ? [disk] : []), existing] });
    gc("x", {
      ...ok,
      disk_attachment: [10, 20].map((volume_size) => ({ volume_type: "pd-ssd", volume_size })),
    });
    gc("x", { ...ok, disk_attachment: [10, 20].map(made) });
  });
});

describe("a source", () => {
  test("is a build of itself, under its label", () => {
    const image = gc("web", ok);
    expectTypeOf(image).toExtend<Source<"googlecompute", "web", GooglecomputeOptions>>();
    expectTypeOf(image.labels).toEqualTypeOf<readonly "googlecompute.web"[]>();
    expectTypeOf(build([image, gc("db", ok)])).toEqualTypeOf<
      Build<"googlecompute.web" | "googlecompute.db">
    >();
  });

  test("becomes another with some options replaced, or added", () => {
    const image = gc("a", ok).with("b", { zone: "europe-west1-b", disk_size: 30, disk_attachment: [] });
    expectTypeOf(image.as("c", { machine_type: "e2-small" }).name).toEqualTypeOf<"c">();
  });
});

/** The options of `T` that take some texts and not any, and expressions of text. */
type TakesAFew<T> = {
  [P in keyof T]-?: ExprBase<string> extends T[P] ? (string extends T[P] ? never : P) : never;
}[keyof T];

describe("the options that take a few words", () => {
  test("are those that the generator says, so that the compiler has not to look for them", () => {
    expectTypeOf<TakesAFew<GooglecomputeOptions>>().toEqualTypeOf<GooglecomputeChoice>();
  });
});
