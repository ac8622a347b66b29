import { contentsOf, type ComponentContents } from "@packwright/core";
import { quote } from "../cloud-build/quote.js";
import { PUBLIC_PROJECTS } from "../values/generated/public-projects.js";

/** Who needs a role: whoever runs Packer, or the machine that is started for it. */
export type RoleHolder = "packer" | "machine" | "compute-engine";

/** A role that a build needs. */
export interface RequiredRole {
  /** `roles/compute.instanceAdmin.v1` */
  readonly role: string;
  readonly holder: RoleHolder;
  /** What it is granted on. */
  readonly on: {
    readonly kind: "project" | "service-account" | "bucket" | "secret" | "key";
    readonly name: string;
    /** The project of a secret. */
    readonly project?: string;
  };
  /** What needs it. */
  readonly why: string;
  /** The `gcloud` command that grants it; names in capitals behind `$` are for the shell to fill in. */
  readonly command: string;
}

/** Who the holders are; what is left out stands in the commands as a variable of the shell. */
export interface RoleMembers {
  /** The member that Packer runs as: `serviceAccount:packer@loopbin.iam.gserviceaccount.com`. */
  readonly packer?: string;
  /** The machine's account, where a source names none: the default account of its project. */
  readonly machine?: string;
}

/**
 * The roles that a template needs, no more than these, as data and as the commands that grant them.
 *
 * @example
 * for (const { command } of requiredRoles(image, { packer: "serviceAccount:packer@loopbin.iam.gserviceaccount.com" }))
 *   console.log(command);
 * // gcloud projects add-iam-policy-binding loopbin --member=serviceAccount:… --role=roles/compute.instanceAdmin.v1
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute
 */
export function requiredRoles(template: object, members: RoleMembers = {}): readonly RequiredRole[] {
  const roles = new Roles(members);
  const { builds, data } = contentsOf(template);
  for (const build of builds) {
    for (const source of build.sources) if (source.type === "googlecompute") ofSource(source, roles);
    for (const step of build.postProcessors.flat()) {
      if (step.type === "googlecompute-export") ofExport(step, roles);
      if (step.type === "googlecompute-import") ofImport(step, roles);
    }
  }
  for (const each of data) ofData(each, roles);
  return roles.found;
}

const BUILD = "roles/compute.instanceAdmin.v1";

function ofSource({ options }: ComponentContents, roles: Roles): void {
  const project = roles.name(options["project_id"], "PROJECT_ID");
  impersonation(options, roles);
  roles.add(BUILD, "packer", { kind: "project", name: project }, "starts machines and makes images");
  if (options["disable_default_service_account"] !== true) {
    const account = roles.machineOf(options);
    const why = "starts machines that run as this account";
    roles.add("roles/iam.serviceAccountUser", "packer", { kind: "service-account", name: account }, why);
  }
  if (isGiven(options["image_project_id"])) {
    const name = roles.name(options["image_project_id"], "IMAGE_PROJECT_ID");
    if (name !== project)
      roles.add(
        "roles/compute.storageAdmin",
        "packer",
        { kind: "project", name },
        "makes images in this project",
      );
  }
  const images = options["source_image_project_id"];
  for (const image of Array.isArray(images) ? images : []) {
    const name = roles.name(image, "SOURCE_IMAGE_PROJECT_ID");
    if (name === project || PUBLIC_PROJECTS.has(name)) continue;
    roles.add(
      "roles/compute.imageUser",
      "packer",
      { kind: "project", name },
      "starts from images of this project",
    );
  }
  if (isGiven(options["network_project_id"])) {
    const name = roles.name(options["network_project_id"], "NETWORK_PROJECT_ID");
    if (name !== project)
      roles.add("roles/compute.networkUser", "packer", { kind: "project", name }, "uses the shared network");
  }
  const onProject = { kind: "project", name: project } as const;
  if (isGiven(options["use_iap"]))
    roles.add(
      "roles/iap.tunnelResourceAccessor",
      "packer",
      onProject,
      "connects through Identity-Aware Proxy",
    );
  if (isGiven(options["use_os_login"]))
    roles.add("roles/compute.osAdminLogin", "packer", onProject, "logs in with OS Login");
  if (isGiven(options["startup_script_file"]) || options["wrap_startup_script"] === true)
    roles.add(BUILD, "machine", onProject, "reports in its metadata that its startup script is done");
  for (const key of keysOf(options)) {
    const why = "encrypts and decrypts with this key";
    roles.add(
      "roles/cloudkms.cryptoKeyEncrypterDecrypter",
      "compute-engine",
      { kind: "key", name: key },
      why,
    );
  }
}

function ofExport({ options }: ComponentContents, roles: Roles): void {
  impersonation(options, roles);
  const paths = options["paths"];
  for (const path of Array.isArray(paths) ? paths : []) {
    const bucket = typeof path === "string" ? /^gs:\/\/([^/]+)\//.exec(path)?.[1] : undefined;
    const on = { kind: "bucket", name: bucket ?? "$EXPORT_BUCKET" } as const;
    roles.add("roles/storage.objectAdmin", "machine", on, "writes the exported image");
  }
}

function ofImport({ options }: ComponentContents, roles: Roles): void {
  impersonation(options, roles);
  const name = roles.name(options["project_id"], "IMPORT_PROJECT_ID");
  const bucket = roles.name(options["bucket"], "IMPORT_BUCKET");
  roles.add("roles/compute.storageAdmin", "packer", { kind: "project", name }, "makes the imported image");
  const on = { kind: "bucket", name: bucket } as const;
  roles.add("roles/storage.objectAdmin", "packer", on, "uploads the archive, and deletes it afterwards");
}

function ofData({ type, options }: ComponentContents, roles: Roles): void {
  const project = roles.name(options["project_id"], "DATA_PROJECT_ID");
  const name = roles.name(options["name"], "DATA_NAME");
  if (type === "googlecompute-image" && !PUBLIC_PROJECTS.has(project))
    roles.add("roles/compute.imageUser", "packer", { kind: "project", name: project }, "looks for images");
  if (type === "googlecompute-secretsmanager")
    roles.add(
      "roles/secretmanager.secretAccessor",
      "packer",
      { kind: "secret", name, project },
      "reads the secret",
    );
  if (type === "googlecompute-parametermanager") {
    const on = { kind: "project", name: project } as const;
    roles.add("roles/parametermanager.parameterAccessor", "packer", on, "reads the parameter");
  }
}

/** Who acts as an account has to be allowed to. */
function impersonation(options: ComponentContents["options"], roles: Roles): void {
  if (!isGiven(options["impersonate_service_account"])) return;
  const name = roles.name(options["impersonate_service_account"], "IMPERSONATED_ACCOUNT");
  const why = "acts as this account, which needs the other roles in its place";
  roles.add("roles/iam.serviceAccountTokenCreator", "packer", { kind: "service-account", name }, why);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && value !== false;
}

function keysOf(options: ComponentContents["options"]): readonly string[] {
  const disks: readonly unknown[] = Array.isArray(options["disk_attachment"])
    ? options["disk_attachment"]
    : [];
  const blocks = [options["disk_encryption_key"], options["image_encryption_key"]].concat(
    disks.map((disk) => (disk as { readonly disk_encryption_key?: unknown } | null)?.disk_encryption_key),
  );
  return blocks.flatMap((block) => {
    const name = (block as { readonly kmsKeyName?: unknown } | undefined)?.kmsKeyName;
    return typeof name === "string" && name !== "" ? [name] : [];
  });
}

class Roles {
  readonly found: RequiredRole[] = [];
  readonly #members: RoleMembers;
  #account = "$MACHINE_ACCOUNT";

  constructor(members: RoleMembers) {
    this.#members = members;
  }

  /** A name that is known, or the shell's variable in its place. */
  name(value: unknown, variable: string): string {
    return typeof value === "string" && value !== "" && !value.includes("{{") ? value : `$${variable}`;
  }

  machineOf(options: ComponentContents["options"]): string {
    const given = this.#members.machine?.replace(/^serviceAccount:/, "");
    this.#account = isGiven(options["service_account_email"])
      ? this.name(options["service_account_email"], "MACHINE_ACCOUNT")
      : (given ?? "$MACHINE_ACCOUNT");
    return this.#account;
  }

  add(role: string, holder: RoleHolder, on: RequiredRole["on"], why: string): void {
    const known = this.found.some(
      (each) => each.role === role && each.holder === holder && each.on.name === on.name,
    );
    if (known) return;
    const member = {
      packer: this.#members.packer ?? "$PACKER_MEMBER",
      machine: `serviceAccount:${this.#account}`,
      "compute-engine": "serviceAccount:service-$PROJECT_NUMBER@compute-system.iam.gserviceaccount.com",
    }[holder];
    this.found.push({ role, holder, on, why, command: commandOf(on, member, role) });
  }
}

function commandOf(on: RequiredRole["on"], member: string, role: string): string {
  const target = {
    project: ["projects", "add-iam-policy-binding", on.name],
    "service-account": ["iam", "service-accounts", "add-iam-policy-binding", on.name],
    bucket: ["storage", "buckets", "add-iam-policy-binding", `gs://${on.name}`],
    secret: ["secrets", "add-iam-policy-binding", on.name, `--project=${on.project ?? "$PROJECT_ID"}`],
    key: ["kms", "keys", "add-iam-policy-binding", on.name],
  }[on.kind];
  return ["gcloud", ...target, `--member=${member}`, `--role=${role}`]
    .map((word) => shellWord(word))
    .join(" ");
}

/** A word in which `$` stands for a variable of the shell. */
function shellWord(word: string): string {
  return /\$[A-Z_]+/.test(word) ? `"${word.replaceAll(/["\\`]/g, "\\$&")}"` : quote(word);
}
