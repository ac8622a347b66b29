import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  build,
  communicatorRules,
  defineData,
  definePostProcessor,
  defineSource,
  hcl,
  source as core,
  type ComponentDefinition,
  type DataSource,
} from "@packwright/core";
import { afterAll, describe, expect, it } from "vitest";
import { data, googlecomputeExport, googlecomputeImport, source } from "./plugin.js";
import { silentFailureRule } from "./post-processors/export-rules.js";
import { BASE } from "./rules/check.test-support.js";
import { googlecomputeFileRules, googlecomputeRules } from "./rules/rules.js";

/** A rule, by what it is about, with options that it has something to say of and options that it has nothing against. */
type Case = readonly [about: string, fails: object, passes: object];

const folder = mkdtempSync(join(tmpdir(), "packwright-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const credentials = file("key.json", '{"type": "service_account"}');
const key = file("key.pem", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n");
const note = file("note.txt", "a note");
const nowhere = join(folder, "nowhere");

const disk = { volume_type: "pd-ssd", volume_size: 10 };
const labels = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${String(at)}`, "value"]));
const many = labels(65);
const linux = { communicator: "winrm", winrm_username: "u" };
const windows = { ...linux, source_image_family: "windows-2022" };
const NAMED = "projects/p/locations/l/keyRings/r/cryptoKeys/k";

/** The builder's own rules, in their order. */
const BUILDER: readonly Case[] = [
  ["disks", { disk_attachment: [{ volume_size: 10 }] }, { disk_attachment: [disk] }],
  [
    "monitoring",
    { enable_integrity_monitoring: true },
    { enable_integrity_monitoring: true, enable_vtpm: true },
  ],
  ["preemptible", { preemptible: true, on_host_maintenance: "MIGRATE" }, { preemptible: true }],
  [
    "termination",
    { max_run_duration_in_seconds: 60 },
    { max_run_duration_in_seconds: 60, instance_termination_action: "STOP" },
  ],
  ["tunnels", { use_iap: true, communicator: "none" }, { use_iap: true }],
  ["the source image", { source_image_family: undefined }, {}],
  ["authentication", { access_token: "t", credentials_file: "f" }, { access_token: "t" }],
  ["internal addresses", { omit_external_ip: true }, { omit_external_ip: true, use_internal_ip: true }],
  ["reserved addresses", { omit_external_ip: true, address: "a" }, { address: "a" }],
  [
    "accelerators",
    { accelerator_count: 1, accelerator_type: "t4" },
    { accelerator_count: 1, accelerator_type: "t4", on_host_maintenance: "TERMINATE" },
  ],
  [
    "the default account",
    { disable_default_service_account: true, service_account_email: "a@b" },
    { disable_default_service_account: true },
  ],
  ["labels of images", { image_labels: { Team: "x" } }, { image_labels: { team: "x" } }],
  ["containers", { communicator: "docker" }, { communicator: "ssh" }],
  ["names of images", { source_image: "projects/p/global/images/x" }, { source_image: "debian-12-v1" }],
  ["dates", { delete_at: "2001-01-01T00:00:00Z" }, { delete_at: "2999-01-01T00:00:00Z" }],
  [
    "startup scripts",
    { metadata: { "startup-script": "true" } },
    { metadata: { "startup-script": "true" }, wrap_startup_script: true },
  ],
  ["passwords of Windows", linux, windows],
  ["startup scripts of Windows", { ...windows, startup_script_file: "s" }, { startup_script_file: "s" }],
  ["zones", { zone: "europe-west3" }, { zone: "europe-west3-b" }],
  ["regions", { region: "us-east1" }, { region: "europe-west3" }],
  [
    "replicas",
    { disk_attachment: [{ ...disk, replica_zones: ["europe-west3"] }] },
    { disk_attachment: [{ ...disk, replica_zones: ["europe-west3-b"] }] },
  ],
  ["where images are kept", { image_storage_locations: ["europe"] }, { image_storage_locations: ["eu"] }],
  ["names", { instance_name: "Web" }, { instance_name: "web" }],
  ["tags", { tags: ["Web"] }, { tags: ["web"] }],
  ["projects", { project_id: "a project" }, { project_id: "a-project" }],
  ["addresses", { address: "10.0.0.1" }, { address: "reserved" }],
  ["labels of machines", { labels: { Team: "x" } }, { labels: { team: "x" } }],
  ["how many labels a machine has", { labels: many }, { labels: labels(64) }],
  ["how many labels an image has", { image_labels: many }, { image_labels: labels(64) }],
  ["machine types", { machine_type: "big" }, { machine_type: "e2-micro" }],
  ["numbers", { disk_size: -1 }, { disk_size: 10 }],
  [
    "scratch disks",
    { disk_attachment: [{ volume_type: "scratch", volume_size: 10 }] },
    { disk_attachment: [{ volume_type: "scratch", volume_size: 375 }] },
  ],
  [
    "encryption keys",
    { disk_encryption_key: { kmsKeyName: "k" } },
    { disk_encryption_key: { kmsKeyName: NAMED } },
  ],
  ["features", { image_guest_os_features: ["gvnic"] }, { image_guest_os_features: ["GVNIC"] }],
  ["licenses", { image_licenses: ["l"] }, { image_licenses: ["projects/p/global/licenses/l"] }],
  ["logins of tunnels", { use_iap: true, access_token: "t" }, { use_iap: true, credentials_file: "f" }],
  ["options of tunnels", { iap_ext: ".sh" }, { iap_ext: ".sh", use_iap: true }],
  ["endpoints", { custom_endpoints: { compoot: "c" } }, { custom_endpoints: { compute: "c" } }],
  ["affinities", { node_affinity: [{ operator: "IS" }] }, { node_affinity: [{ operator: "IN" }] }],
  [
    "reservations",
    { reservation_affinity: { consume_reservation_type: "ALL" } },
    { reservation_affinity: { consume_reservation_type: "ANY_RESERVATION" } },
  ],
];

/** The rules over files, in their order. */
const FILES: readonly Case[] = [
  ["keys of SSH", { ssh_private_key_file: note }, { ssh_private_key_file: key }],
  ["credentials", { credentials_file: note }, { credentials_file: credentials }],
  ["startup scripts", { startup_script_file: nowhere }, { startup_script_file: note }],
  ["metadata", { metadata_files: { a: nowhere } }, { metadata_files: { a: note } }],
  ["keys of images", { image_platform_key: nowhere }, { image_platform_key: note }],
];

const COMMUNICATOR: readonly Case[] = [
  ["users", { ssh_username: undefined }, {}],
  ["options of WinRM", { winrm_username: "u" }, windows],
  [
    "one way",
    { ssh_bastion_host: "b", ssh_proxy_host: "q" },
    { ssh_bastion_host: "b", ssh_bastion_agent_auth: true },
  ],
  ["certificates", { ssh_certificate_file: "c" }, { ssh_certificate_file: "c", ssh_private_key_file: "k" }],
  [
    "certificates of bastions",
    { ssh_bastion_certificate_file: "c" },
    { ssh_bastion_certificate_file: "c", ssh_bastion_private_key_file: "k" },
  ],
  ["bastions", { ssh_bastion_host: "b" }, { ssh_bastion_host: "b", ssh_bastion_agent_auth: true }],
  ["tunnels", { ssh_local_tunnels: ["oops"] }, { ssh_local_tunnels: ["80:host:80"] }],
  ["kinds of keys", { temporary_key_pair_type: "des" }, { temporary_key_pair_type: "rsa" }],
];

const EXPORT: readonly Case[] = [
  ["authentication", { access_token: "t", credentials_file: "f" }, { access_token: "t" }],
  ["keeping the image", {}, { keep_input_artifact: true }],
  ["paths", { paths: ["/tmp/x"] }, { paths: ["gs://b/x"] }],
  ["zones", { zone: "europe-west3" }, { zone: "europe-west3-a" }],
  ["machine types", { machine_type: "big" }, { machine_type: "e2-micro" }],
  ["subnetworks", { subnetwork: "s" }, { subnetwork: "projects/p/regions/r/subnetworks/s" }],
  ["endpoints", { custom_endpoints: { compoot: "c" } }, { custom_endpoints: { compute: "c" } }],
];

const IMPORT: readonly Case[] = [
  ["authentication", { access_token: "t", credentials_file: "f" }, { access_token: "t" }],
  ["buckets", { bucket: "gs://b" }, { bucket: "images" }],
  ["names", { image_name: "Web" }, { image_name: "web" }],
  ["labels", { image_labels: { Team: "x" } }, { image_labels: { team: "x" } }],
  ["how many labels there are", { image_labels: many }, { image_labels: labels(64) }],
  [
    "how many places there are",
    { image_storage_locations: ["eu", "us"] },
    { image_storage_locations: ["eu"] },
  ],
  ["places", { image_storage_locations: ["europe"] }, { image_storage_locations: ["eu"] }],
  ["options without effect", { universe_domain: "u" }, { image_name: "web" }],
];

const DATA: Readonly<Record<keyof typeof data, readonly Case[]>> = {
  "googlecompute-image": [
    ["filters", { filters: "debian-12" }, { filters: "family=debian-12" }],
    ["endpoints", { custom_endpoints: { storage: "s" } }, { custom_endpoints: { compute: "c" } }],
  ],
  "googlecompute-secretsmanager": [
    ["names", { name: "projects/p/secrets/s" }, { name: "s" }],
    ["versions", { version: "1.0" }, { version: "latest" }],
    ["endpoints", { custom_endpoints: { compute: "c" } }, { custom_endpoints: { secretmanager: "s" } }],
  ],
  "googlecompute-parametermanager": [
    ["names", { name: "projects/p/parameters/x" }, { name: "x" }],
    ["locations", { location: "Europe" }, { location: "global" }],
  ],
};

const definitionOf = (make: unknown): ComponentDefinition =>
  (make as { readonly definition: ComponentDefinition }).definition;

/** What is said of options by some rules alone. */
type Told = (alone: Pick<ComponentDefinition, "rules" | "fileRules">, options: object) => readonly string[];

const ofSource: Told = (alone, options) => {
  const definition = definitionOf(source.googlecompute);
  return told(defineSource({ ...definition, ...NONE, ...alone })("x", { ...BASE, ...options }));
};
const ofPostProcessor =
  (make: unknown): Told =>
  (alone, options) => {
    const definition = definitionOf(make);
    const step = definePostProcessor({ ...definition, ...NONE, ...alone })(options);
    return told(build([source.googlecompute("x", BASE)]).postProcess(step));
  };
const ofData =
  (make: unknown): Told =>
  (alone, options) => {
    const { outputs, ...definition } = definitionOf(make);
    const found: DataSource<unknown> = defineData({
      ...definition,
      outputs: outputs ?? definition.options,
      ...NONE,
      ...alone,
    })("x", options);
    return told(core.null("here", { communicator: "none", ssh_host: hcl<string>`${found}` }));
  };

/** Nothing but the rules that are looked at has a say. */
const NONE = { rules: [], fileRules: [], required: [], deprecated: {}, sensitive: {}, fields: {} };

function told(output: {
  check(options: object): readonly { readonly summary: string }[];
}): readonly string[] {
  return output.check({ files: true }).map(({ summary }) => summary);
}

/** Each rule alone has something to say of the one and nothing against the other. */
function walk(name: string, cases: readonly Case[], count: number, run: (at: number) => Told): void {
  describe(name, () => {
    it("has a case for every rule", () => {
      expect(cases).toHaveLength(count);
    });

    it.each(cases.map(([about, fails, passes], at) => ({ about, fails, passes, at })))(
      "about $about says what is wrong, and nothing where nothing is",
      ({ fails, passes, at }) => {
        const alone = run(at);
        const without = run(-1);
        const others = without({}, fails);
        expect(alone({}, fails).filter((summary) => !others.includes(summary))).not.toEqual([]);
        expect(alone({}, passes)).toEqual(without({}, passes));
      },
    );
  });
}

const among =
  (told: Told, rules: ComponentDefinition["rules"] = []) =>
  (at: number): Told =>
  (_, options) =>
    told({ rules: rules.slice(at, at < 0 ? 0 : at + 1) }, options);

walk("a rule of the builder", BUILDER, googlecomputeRules.length, among(ofSource, googlecomputeRules));
walk(
  "a rule over files",
  FILES,
  googlecomputeFileRules.length,
  (at) => (_, options) =>
    ofSource({ fileRules: googlecomputeFileRules.slice(at, at < 0 ? 0 : at + 1) }, options),
);
walk("a rule of communicators", COMMUNICATOR, communicatorRules.length, among(ofSource, communicatorRules));
for (const [name, cases, make] of [
  ["a rule of the export", EXPORT, googlecomputeExport],
  ["a rule of the import", IMPORT, googlecomputeImport],
] as const) {
  // Nothing in a template can change what is said of every export.
  const rules = definitionOf(make).rules?.filter((rule) => rule !== silentFailureRule) ?? [];
  walk(name, cases, rules.length, among(ofPostProcessor(make), rules));
}
for (const [type, cases] of Object.entries(DATA)) {
  const make = data[type as keyof typeof data];
  const { rules = [] } = definitionOf(make);
  walk(`a rule of ${type}`, cases, rules.length, among(ofData(make), rules));
}
