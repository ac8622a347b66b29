import { readFileSync } from "node:fs";
import { defineData, definePostProcessor, defineSource, source as core } from "@packwright/core";
import { describe, expect, it } from "vitest";
import {
  googlecomputeImageOutputs,
  googlecomputeImageSchema,
} from "./data/generated/googlecompute-image-schema.js";
import type { GooglecomputeImageOptions } from "./data/generated/googlecompute-image-options.js";
import type { GooglecomputeParametermanagerOptions } from "./data/generated/googlecompute-parametermanager-options.js";
import {
  googlecomputeParametermanagerOutputs,
  googlecomputeParametermanagerSchema,
} from "./data/generated/googlecompute-parametermanager-schema.js";
import type { GooglecomputeSecretsmanagerOptions } from "./data/generated/googlecompute-secretsmanager-options.js";
import {
  googlecomputeSecretsmanagerOutputs,
  googlecomputeSecretsmanagerSchema,
} from "./data/generated/googlecompute-secretsmanager-schema.js";
import { readBlock } from "./golden.test-support.js";
import type { BlockDevice } from "./generated/options.js";
import { googlecomputeBlocks, googlecomputeOptions } from "./generated/schema.js";
import { googlecompute } from "./plugin.js";
import type { GooglecomputeExportOptions } from "./post-processors/generated/googlecompute-export-options.js";
import { googlecomputeExportSchema } from "./post-processors/generated/googlecompute-export-schema.js";
import type { GooglecomputeImportOptions } from "./post-processors/generated/googlecompute-import-options.js";
import { googlecomputeImportSchema } from "./post-processors/generated/googlecompute-import-schema.js";
import type { GooglecomputeOptions } from "./source/options.js";

// Every option has a value here, or this file does not compile; rules between them are left aside.
const key = { kmsKeyName: "projects/p/locations/l/keyRings/r/cryptoKeys/k", rawKey: "a" };
const disk: Required<BlockDevice> = {
  attachment_mode: "READ_ONLY",
  create_image: true,
  device_name: "d",
  disk_encryption_key: key,
  disk_name: "d",
  interface_type: "NVME",
  iops: 10000,
  keep_device: true,
  replica_zones: ["europe-west3-b"],
  source_volume: "v",
  volume_size: 10,
  volume_type: "pd-extreme",
  source_image: "i",
};

const credentials = '{"type":"service_account"}';
const authentication = {
  access_token: "t",
  account_file: "a.json",
  credentials_file: "c.json",
  credentials_json: credentials,
  impersonate_service_account: "a@b",
  vault_gcp_oauth_engine: "gcp/token",
};

const builderOptions: Required<Omit<GooglecomputeOptions, "disk_attachment">> = {
  ...authentication,
  communicator: "ssh",
  pause_before_connecting: "90s",
  ssh_host: "x",
  ssh_port: 7,
  ssh_username: "x",
  ssh_password: "x",
  ssh_keypair_name: "x",
  temporary_key_pair_name: "x",
  temporary_key_pair_type: "rsa",
  temporary_key_pair_bits: 7,
  ssh_ciphers: ["x"],
  ssh_clear_authorized_keys: true,
  ssh_key_exchange_algorithms: ["x"],
  ssh_private_key_file: "x",
  ssh_certificate_file: "x",
  ssh_pty: true,
  ssh_timeout: "90s",
  ssh_wait_timeout: "90s",
  ssh_agent_auth: true,
  ssh_disable_agent_forwarding: true,
  ssh_handshake_attempts: 7,
  ssh_bastion_host: "x",
  ssh_bastion_port: 7,
  ssh_bastion_agent_auth: true,
  ssh_bastion_username: "x",
  ssh_bastion_password: "x",
  ssh_bastion_interactive: true,
  ssh_bastion_private_key_file: "x",
  ssh_bastion_certificate_file: "x",
  ssh_file_transfer_method: "scp",
  ssh_proxy_host: "x",
  ssh_proxy_port: 7,
  ssh_proxy_username: "x",
  ssh_proxy_password: "x",
  ssh_keep_alive_interval: "90s",
  ssh_read_write_timeout: "90s",
  ssh_remote_tunnels: ["8080:localhost:80"],
  ssh_local_tunnels: ["8080:localhost:80"],
  winrm_username: "x",
  winrm_password: "x",
  winrm_host: "x",
  winrm_no_proxy: true,
  winrm_port: 7,
  winrm_timeout: "90s",
  winrm_use_ssl: true,
  winrm_insecure: true,
  winrm_use_ntlm: true,
  project_id: "x",
  accelerator_type: "x",
  accelerator_count: 7,
  address: "x",
  disable_default_service_account: true,
  disk_name: "x",
  disk_size: 7,
  disk_type: "x",
  disk_encryption_key: key,
  enable_nested_virtualization: true,
  enable_secure_boot: true,
  enable_vtpm: true,
  enable_integrity_monitoring: true,
  use_iap: true,
  iap_localhost_port: 7,
  iap_hashbang: "x",
  iap_ext: "x",
  iap_tunnel_launch_wait: 7,
  skip_create_image: true,
  image_architecture: "X86_64",
  image_name: "x",
  image_description: "x",
  image_encryption_key: key,
  image_family: "x",
  image_labels: { k: "x" },
  image_licenses: ["x"],
  image_guest_os_features: ["x"],
  image_project_id: "x",
  image_signatures_db: ["x"],
  image_platform_key: "x",
  image_key_exchange_key: ["x"],
  image_forbidden_signatures_db: ["x"],
  image_storage_locations: ["x"],
  instance_name: "x",
  labels: { k: "x" },
  machine_type: "x",
  metadata: { k: "x" },
  metadata_files: { k: "x" },
  min_cpu_platform: "x",
  network: "x",
  network_project_id: "x",
  omit_external_ip: true,
  on_host_maintenance: "MIGRATE",
  max_run_duration_in_seconds: 7,
  instance_termination_action: "STOP",
  preemptible: true,
  node_affinity: [{ key: "k", operator: "IN", values: ["v"] }],
  reservation_affinity: { consume_reservation_type: "SPECIFIC_RESERVATION", key: "k", values: ["v"] },
  state_timeout: "90s",
  region: "x",
  scopes: ["x"],
  service_account_email: "x",
  source_image: "x",
  source_image_family: "x",
  source_image_project_id: ["x"],
  startup_script_file: "x",
  windows_password_timeout: "90s",
  wrap_startup_script: true,
  subnetwork: "x",
  tags: ["x"],
  resource_manager_tags: { k: "x" },
  use_internal_ip: true,
  use_os_login: true,
  network_ip: "10.0.0.5",
  oslogin_ssh_username: "x",
  oslogin_ssh_key_expire_after: "90s",
  wait_to_add_ssh_keys: "90s",
  zone: "europe-west3-a",
  deprecate_at: "x",
  obsolete_at: "x",
  delete_at: "x",
  universe_domain: "x",
  custom_endpoints: { compute: "x" },
};

const exportOptions: Required<GooglecomputeExportOptions> = {
  ...authentication,
  scopes: ["x"],
  disk_size: 7,
  disk_type: "x",
  machine_type: "x",
  source_image_family: "x",
  network: "x",
  paths: ["x"],
  subnetwork: "x",
  zone: "europe-west3-a",
  service_account_email: "x",
  omit_external_ip: true,
  universe_domain: "x",
  custom_endpoints: { compute: "x" },
};

const importOptions: Required<GooglecomputeImportOptions> = {
  ...authentication,
  scopes: ["x"],
  project_id: "x",
  bucket: "x",
  gcs_object_name: "x",
  image_architecture: "x86_64",
  image_description: "x",
  image_family: "x",
  image_guest_os_features: ["x"],
  image_labels: { k: "x" },
  image_name: "x",
  image_storage_locations: ["x"],
  skip_clean: true,
  image_platform_key: "x",
  image_key_exchange_key: ["x"],
  image_signatures_db: ["x"],
  image_forbidden_signatures_db: ["x"],
  universe_domain: "x",
  custom_endpoints: { compute: "x" },
};

const imageOptions: Required<GooglecomputeImageOptions> = {
  project_id: "x",
  filters: "x",
  most_recent: true,
  universe_domain: "x",
  custom_endpoints: { compute: "x" },
};

const parametermanagerOptions: Required<GooglecomputeParametermanagerOptions> = {
  project_id: "x",
  location: "x",
  name: "x",
  version: "x",
  key: "x",
};

const secretsmanagerOptions: Required<GooglecomputeSecretsmanagerOptions> = {
  project_id: "x",
  name: "x",
  key: "x",
  version: "x",
  universe_domain: "x",
  custom_endpoints: { secretmanager: "x" },
};

/** The names of the options in the facts, by the component's name. */
const facts = new Map(
  (
    JSON.parse(
      readFileSync(new URL("../../../fixtures/facts/googlecompute.json", import.meta.url), "utf8"),
    ) as {
      readonly components: readonly {
        readonly name: string;
        readonly fields: readonly { readonly name: string; readonly internal?: boolean }[];
      }[];
    }
  ).components.map(({ name, fields }) => [
    name,
    fields.flatMap((field) => (field.internal === true || field.name === "_" ? [] : [field.name])),
  ]),
);

const plugin = googlecompute.reference;
const here = core.null("here", { communicator: "none" });

/** What a component with these options prints, read again. */
const PRINTED: Readonly<Record<string, () => string>> = {
  googlecompute: () =>
    defineSource({
      type: "googlecompute",
      plugin,
      options: googlecomputeOptions,
      blocks: googlecomputeBlocks,
    })("x", {
      ...builderOptions,
      disk_attachment: [disk],
    }).toHcl(),
  "googlecompute-export": () =>
    here
      .postProcess(
        definePostProcessor({ type: "googlecompute-export", plugin, options: googlecomputeExportSchema })(
          exportOptions,
        ),
      )
      .toHcl(),
  "googlecompute-import": () =>
    here
      .postProcess(
        definePostProcessor({ type: "googlecompute-import", plugin, options: googlecomputeImportSchema })(
          importOptions,
        ),
      )
      .toHcl(),
  "googlecompute-image": () =>
    used(
      defineData<{ readonly name: string }>({
        type: "googlecompute-image",
        plugin,
        options: googlecomputeImageSchema,
        outputs: googlecomputeImageOutputs,
      })("x", imageOptions).name,
    ),
  "googlecompute-parametermanager": () =>
    used(
      defineData<{ readonly payload: string }>({
        type: "googlecompute-parametermanager",
        plugin,
        options: googlecomputeParametermanagerSchema,
        outputs: googlecomputeParametermanagerOutputs,
      })("x", parametermanagerOptions).payload,
    ),
  "googlecompute-secretsmanager": () =>
    used(
      defineData<{ readonly payload: string }>({
        type: "googlecompute-secretsmanager",
        plugin,
        options: googlecomputeSecretsmanagerSchema,
        outputs: googlecomputeSecretsmanagerOutputs,
      })("x", secretsmanagerOptions).payload,
    ),
};

/** A template that uses a value. */
function used(description: unknown): string {
  return defineSource({ type: "googlecompute", plugin, options: googlecomputeOptions })("x", {
    image_description: description,
  }).toHcl();
}

describe("every option of the plugin", () => {
  it.each([
    ["googlecompute", { ...builderOptions, disk_attachment: [disk] }],
    ["googlecompute-export", exportOptions],
    ["googlecompute-import", importOptions],
    ["googlecompute-image", imageOptions],
    ["googlecompute-parametermanager", parametermanagerOptions],
    ["googlecompute-secretsmanager", secretsmanagerOptions],
  ])("of %s is typed, printed and read again", (type, options) => {
    expect(Object.keys(options).sort()).toEqual([...(facts.get(type) ?? [])].sort());
    const read = readBlock(PRINTED[type]?.() ?? "", type);
    // A block that may be given several times is read as a list, one that may not as itself.
    expect(read).toEqual(options);
  });
});
