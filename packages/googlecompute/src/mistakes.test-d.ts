import { text, variable, type BuildContext } from "@packwright/core";
import { describe, test } from "vitest";
import { z } from "zod";
import { source } from "./plugin.js";
import type { GooglecomputeOptions } from "./source/options.js";

/* eslint-disable @typescript-eslint/no-deprecated -- the rules hold for deprecated options too */

/** Programs that are wrong, each with what is wrong with it; no compiler accepts them. */

const gc = source.googlecompute;
const ok = {
  project_id: "p",
  source_image: "debian",
  zone: "europe-west3-a",
  ssh_username: "packer",
} as const;
const shared = { project_id: "p", source_image: "debian", zone: "europe-west3-a", ssh_username: "packer" };
const imageless = { project_id: "p", zone: "europe-west3-a", ssh_username: "packer" } as const;
const userless = { project_id: "p", zone: "europe-west3-a", source_image: "debian" } as const;
const flag = variable("flag", z.boolean());
const string = variable("string", z.string());
const number = variable("number", z.number());
declare const c: boolean;
declare const context: BuildContext;

describe("what is required", () => {
  test("does not compile when it is missing or empty", () => {
    // @ts-expect-error project_id is missing
    gc("x", { source_image: "d", zone: "europe-west3-a", ssh_username: "p" });
    // @ts-expect-error project_id is empty
    gc("x", { ...ok, project_id: "" });
    // @ts-expect-error zone is missing
    gc("x", { project_id: "p", source_image: "d", ssh_username: "p" });
    // @ts-expect-error zone is empty
    gc("x", { ...ok, zone: "" });
    // @ts-expect-error there is no source image
    gc("x", imageless);
    // @ts-expect-error the source image is empty
    gc("x", { ...imageless, source_image: "" });
    // @ts-expect-error SSH needs a user
    gc("x", userless);
    // @ts-expect-error SSH needs a user, also when it is asked for
    gc("x", { ...userless, communicator: "ssh" });
    // @ts-expect-error the user is empty
    gc("x", { ...ok, ssh_username: "" });
    // @ts-expect-error WinRM needs its own user
    gc("x", { ...ok, communicator: "winrm" });
    // @ts-expect-error there are no options
    gc("x");
    // @ts-expect-error there are no options in it
    gc("x", {});
    // @ts-expect-error a label is a name
    gc("x y", ok);
  });
});

describe("options that are none", () => {
  test("do not compile, and the compiler knows what was meant", () => {
    // @ts-expect-error it is disk_size
    gc("x", { ...ok, dsk_size: 20 });
    // @ts-expect-error it is source_image
    gc("x", { ...imageless, sorce_image: "d" });
    // @ts-expect-error it is kmsKeyName
    gc("x", { ...ok, disk_encryption_key: { kms_key_name: "k" } });
    // @ts-expect-error the field is called key
    gc("x", { ...ok, node_affinity: [{ kee: "k" }] });
    // @ts-expect-error the service is called compute
    gc("x", { ...ok, custom_endpoints: { compoot: "https://c/" } });
    // @ts-expect-error it is disk_size, also in with
    gc("x", ok).with("y", { dsk_size: 20 });
    // @ts-expect-error it is disk_size, also in as
    gc("x", ok).as("y", { dsk_size: 20 });
  });
});

describe("ways to authenticate", () => {
  test("do not compile together", () => {
    // @ts-expect-error there are two
    gc("x", { ...ok, access_token: "a", account_file: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, access_token: "a", credentials_file: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, access_token: "a", credentials_json: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, access_token: "a", impersonate_service_account: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, access_token: "a", vault_gcp_oauth_engine: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, account_file: "a", credentials_file: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, account_file: "a", credentials_json: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, account_file: "a", impersonate_service_account: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, account_file: "a", vault_gcp_oauth_engine: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, credentials_file: "a", credentials_json: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, credentials_file: "a", impersonate_service_account: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, credentials_file: "a", vault_gcp_oauth_engine: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, credentials_json: "a", impersonate_service_account: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, credentials_json: "a", vault_gcp_oauth_engine: "b" });
    // @ts-expect-error there are two
    gc("x", { ...ok, impersonate_service_account: "a", vault_gcp_oauth_engine: "b" });
    // @ts-expect-error there are two, one of them from a variable
    gc("x", { ...ok, access_token: string, credentials_file: "f" });
    // @ts-expect-error there are two, beside a shared object
    gc("x", { ...shared, access_token: "t", vault_gcp_oauth_engine: "v" });
  });
});

describe("options that exclude or need each other", () => {
  test("do not compile with each other, or alone", () => {
    // @ts-expect-error integrity monitoring needs a vTPM
    gc("x", { ...ok, enable_integrity_monitoring: true });
    // @ts-expect-error integrity monitoring needs a vTPM that is there
    gc("x", { ...ok, enable_integrity_monitoring: true, enable_vtpm: false });
    // @ts-expect-error a variable may be true
    gc("x", { ...ok, enable_integrity_monitoring: flag });
    // @ts-expect-error a preemptible machine cannot migrate
    gc("x", { ...ok, preemptible: true, on_host_maintenance: "MIGRATE" });
    // @ts-expect-error nor one that may be
    gc("x", { ...ok, preemptible: flag, on_host_maintenance: "MIGRATE" });
    // @ts-expect-error accelerators need a type
    gc("x", { ...ok, accelerator_count: 1, on_host_maintenance: "TERMINATE" });
    // @ts-expect-error accelerators keep a machine from migrating
    gc("x", { ...ok, accelerator_count: 1, accelerator_type: "t4" });
    // @ts-expect-error also when it is asked to
    gc("x", { ...ok, accelerator_count: 1, accelerator_type: "t4", on_host_maintenance: "MIGRATE" });
    // @ts-expect-error also as many as a variable says
    gc("x", { ...ok, accelerator_count: number, accelerator_type: "t4" });
    // @ts-expect-error accelerators need both
    gc("x", { ...ok, accelerator_count: 1 });
    // @ts-expect-error there is no address at all
    gc("x", { ...ok, omit_external_ip: true });
    // @ts-expect-error there is still none
    gc("x", { ...ok, omit_external_ip: true, use_internal_ip: false });
    // @ts-expect-error there is one too many
    gc("x", { ...ok, omit_external_ip: true, use_internal_ip: true, address: "a" });
    // @ts-expect-error there is an account and none
    gc("x", { ...ok, disable_default_service_account: true, service_account_email: "a@b" });
    // @ts-expect-error nobody says what happens at the end
    gc("x", { ...ok, max_run_duration_in_seconds: 3600 });
    // @ts-expect-error there is nothing to tunnel
    gc("x", { ...ok, use_iap: true, communicator: "none" });
    // @ts-expect-error a certificate needs a key
    gc("x", { ...ok, ssh_certificate_file: "c" });
    // @ts-expect-error a bastion's certificate needs a key
    gc("x", { ...ok, ssh_bastion_host: "b", ssh_bastion_password: "p", ssh_bastion_certificate_file: "c" });
    // @ts-expect-error a bastion host needs a login
    gc("x", { ...ok, ssh_bastion_host: "b" });
    // @ts-expect-error there are two ways
    gc("x", { ...ok, ssh_bastion_host: "b", ssh_bastion_password: "p", ssh_proxy_host: "q" });
    // @ts-expect-error SSH has no WinRM options
    gc("x", { ...ok, winrm_username: "u" });
    // @ts-expect-error SSH has none of them, when it is asked for either
    gc("x", { ...ok, communicator: "ssh", winrm_port: 5986 });
    // @ts-expect-error one of the two has both
    gc("x", { ...ok, ...(c ? { access_token: "t", credentials_file: "f" } : { access_token: "t" }) });
  });
});

describe("values of a few words", () => {
  test("do not compile when they are another word", () => {
    // @ts-expect-error STOP is no answer
    gc("x", { ...ok, on_host_maintenance: "STOP" });
    // @ts-expect-error words are in upper case
    gc("x", { ...ok, on_host_maintenance: "migrate" });
    // @ts-expect-error GO is no answer
    gc("x", { ...ok, on_host_maintenance: variable("m", z.enum(["TERMINATE", "GO"])) });
    // @ts-expect-error PAUSE is no action
    gc("x", { ...ok, max_run_duration_in_seconds: 1, instance_termination_action: "PAUSE" });
    // @ts-expect-error an action is sent as it is written
    gc("x", { ...ok, max_run_duration_in_seconds: 1, instance_termination_action: "stop" });
    // @ts-expect-error amd64 is X86_64
    gc("x", { ...ok, image_architecture: "amd64" });
    // @ts-expect-error telnet is no communicator
    gc("x", { ...ok, communicator: "telnet" });
    // @ts-expect-error docker is one of containers
    gc("x", { ...ok, communicator: "docker" });
    // @ts-expect-error rsync is no method
    gc("x", { ...ok, ssh_file_transfer_method: "rsync" });
    // @ts-expect-error the length is not part of the type
    gc("x", { ...ok, temporary_key_pair_type: "rsa4096" });
    // @ts-expect-error IS is no operator
    gc("x", { ...ok, node_affinity: [{ key: "k", operator: "IS", values: ["a"] }] });
    // @ts-expect-error ALL is no reservation
    gc("x", { ...ok, reservation_affinity: { consume_reservation_type: "ALL" } });
  });
});

describe("values of a form", () => {
  test("do not compile when they have another", () => {
    // @ts-expect-error a region is no zone
    gc("x", { ...ok, zone: "europe-west3" });
    // @ts-expect-error a country is no zone
    gc("x", { ...ok, zone: "germany-west3-a" });
    // @ts-expect-error a tunnel has three parts
    gc("x", { ...ok, ssh_local_tunnels: ["oops"] });
    // @ts-expect-error a tunnel has three parts
    gc("x", { ...ok, ssh_remote_tunnels: ["80:host"] });
    // @ts-expect-error an image has one location
    gc("x", { ...ok, image_storage_locations: ["us", "eu"] });
    // @ts-expect-error text is no number
    gc("x", { ...ok, disk_size: "big" });
    // @ts-expect-error five of what?
    gc("x", { ...ok, state_timeout: 300 });
    // @ts-expect-error minutes are m
    gc("x", { ...ok, state_timeout: "5 minutes" });
    // @ts-expect-error a duration has a unit
    gc("x", { ...ok, state_timeout: "300" });
    // @ts-expect-error a duration has a unit
    gc("x", { ...ok, windows_password_timeout: "300" });
    // @ts-expect-error a duration has a unit
    gc("x", { ...ok, oslogin_ssh_key_expire_after: "300" });
    // @ts-expect-error a duration has a unit
    gc("x", { ...ok, wait_to_add_ssh_keys: "300" });
    // @ts-expect-error a duration has a unit
    gc("x", { ...ok, pause_before_connecting: "300" });
    // @ts-expect-error a duration has a unit
    gc("x", { ...ok, ssh_timeout: "300" });
    // @ts-expect-error a duration has a unit
    gc("x", { ...ok, ssh_wait_timeout: "300" });
    // @ts-expect-error a duration has a unit
    gc("x", { ...ok, ssh_keep_alive_interval: "300" });
    // @ts-expect-error a duration has a unit
    gc("x", { ...ok, ssh_read_write_timeout: "300" });
    // @ts-expect-error a duration has a unit
    gc("x", { ...ok, communicator: "winrm", winrm_username: "u", winrm_timeout: "300" });
  });
});

describe("values of a type", () => {
  test("do not compile when they are of another", () => {
    // @ts-expect-error a number variable is no text
    gc("x", { ...ok, machine_type: number });
    // @ts-expect-error a number is no text
    gc("x", { ...ok, zone: 3 });
    // @ts-expect-error text is no list
    gc("x", { ...ok, image_storage_locations: "us" });
    // @ts-expect-error text is no list
    gc("x", { ...ok, tags: "web" });
    // @ts-expect-error a list of text has no numbers
    gc("x", { ...ok, tags: [1] });
    // @ts-expect-error a text variable is no number
    gc("x", { ...ok, disk_size: string });
    // @ts-expect-error yes is not true
    gc("x", { ...ok, preemptible: "yes" });
    // @ts-expect-error a text variable is not true or false
    gc("x", { ...ok, preemptible: string });
    // @ts-expect-error metadata is flat
    gc("x", { ...ok, metadata: { a: { b: "c" } } });
    // @ts-expect-error metadata is text
    gc("x", { ...ok, metadata: { a: true } });
    // @ts-expect-error a key of a label has no capitals
    gc("x", { ...ok, labels: { Team: "a" } });
    // @ts-expect-error a key of a label begins with a letter
    gc("x", { ...ok, image_labels: { "1team": "a" } });
    // @ts-expect-error a key of a label has no dot
    gc("x", { ...ok, image_labels: { team: "a", "com.example/team": "b" } });
    // @ts-expect-error a key of a label is not empty
    gc("x", { ...ok, image_labels: { "": "a" } });
    // @ts-expect-error a zone is no region
    gc("x", { ...ok, region: "europe-west3-a" });
    // @ts-expect-error labels are no list
    gc("x", { ...ok, image_labels: ["a"] });
    // @ts-expect-error values are a list
    gc("x", { ...ok, node_affinity: [{ key: "k", values: "a" }] });
    // @ts-expect-error there may be several
    gc("x", { ...ok, node_affinity: { key: "k", values: ["a"] } });
    // @ts-expect-error there is one
    gc("x", { ...ok, reservation_affinity: [{ key: "a" }] });
    // @ts-expect-error a key is text
    gc("x", { ...ok, image_encryption_key: { kmsKeyName: 1 } });
    // @ts-expect-error there may be several
    gc("x", { ...ok, disk_attachment: { volume_type: "pd-ssd", volume_size: 10 } });
    // @ts-expect-error build.ID exists only in steps
    gc("x", { ...ok, image_name: text`x-${context.build.ID}` });
    // @ts-expect-error a machine type is text, also in as
    gc("x", ok).as("y", { machine_type: 3 });
    // @ts-expect-error an enumeration, also in a typed object
    const typed: GooglecomputeOptions = { ...ok, on_host_maintenance: "STOP" };
    gc("x", typed);
  });
});
