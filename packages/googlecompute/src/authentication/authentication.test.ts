import { text, variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { data, googlecomputeExport, source } from "../plugin.js";
import { BASE } from "../rules/check.test-support.js";
import { auth } from "./auth.js";
import { requiredRoles } from "./required-roles.js";

const token = variable("token", z.string(), { sensitive: true });

describe("the ways to authenticate", () => {
  it.each([
    ['credentials_file = "key.json"', auth.credentialsFile("key.json")],
    ["credentials_json = var.token", auth.credentialsJson(token)],
    ["access_token = var.token", auth.accessToken(token)],
    ['impersonate_service_account = "a@b.iam"', auth.impersonate("a@b.iam")],
    ['vault_gcp_oauth_engine = "gcp/token/packer"', auth.vault("gcp/token/packer")],
  ])("are options: %s", (line, options: object) => {
    const printed = source.googlecompute("web", { ...BASE, ...options }).toHcl();
    expect(printed.replaceAll(/ +/g, " ")).toContain(` ${line}\n`);
  });

  it("exclude each other, and are no texts where they are secrets", () => {
    const one = auth.impersonate("a@b.iam");
    const other = auth.vault("gcp/token/packer");
    // @ts-expect-error two ways at once
    expect(source.googlecompute("web", { ...BASE, ...one, ...other }).check()).toMatchObject([
      { severity: "error", code: "conflicting-options" },
    ]);
    // @ts-expect-error a secret in the program
    auth.accessToken("ya29.secret");
    expect(source.googlecompute("web", { ...BASE, ...auth.applicationDefault() }).check()).toEqual([]);
  });
});

describe("the roles that a template needs", () => {
  const packer = "serviceAccount:packer@loopbin.iam.gserviceaccount.com";
  const short = (template: object): readonly string[] =>
    requiredRoles(template, { packer }).map(({ role, holder, on }) => `${holder} ${role} ${on.name}`);

  it("are few for a plain image", () => {
    expect(
      requiredRoles(source.googlecompute("web", BASE), { packer }).map(({ command }) => command),
    ).toEqual([
      `gcloud projects add-iam-policy-binding loopbin --member=${packer} --role=roles/compute.instanceAdmin.v1`,
      `gcloud iam service-accounts add-iam-policy-binding "$MACHINE_ACCOUNT" --member=${packer} --role=roles/iam.serviceAccountUser`,
    ]);
  });

  it("follow from the options", () => {
    const image = source.googlecompute("web", {
      ...BASE,
      disable_default_service_account: true,
      image_project_id: "loopbin-images",
      network_project_id: "loopbin-net",
      source_image_project_id: ["debian-cloud", "loopbin-base"],
      use_iap: true,
      use_os_login: true,
      image_encryption_key: { kmsKeyName: "projects/p/locations/l/keyRings/r/cryptoKeys/k" },
    });
    expect(short(image.postProcess(googlecomputeExport({ paths: ["gs://out/web.tar.gz"] })))).toEqual([
      "packer roles/compute.instanceAdmin.v1 loopbin",
      "packer roles/compute.storageAdmin loopbin-images",
      "packer roles/compute.imageUser loopbin-base",
      "packer roles/compute.networkUser loopbin-net",
      "packer roles/iap.tunnelResourceAccessor loopbin",
      "packer roles/compute.osAdminLogin loopbin",
      "compute-engine roles/cloudkms.cryptoKeyEncrypterDecrypter projects/p/locations/l/keyRings/r/cryptoKeys/k",
      "machine roles/storage.objectAdmin out",
    ]);
  });

  it("count data sources and impersonation, and leave to the shell what only Packer knows", () => {
    const secret = data["googlecompute-secretsmanager"]("s", { project_id: "loopbin", name: "db" });
    const image = source.googlecompute("web", {
      ...BASE,
      project_id: variable("project_id", z.string()),
      ...auth.impersonate("admin@loopbin.iam.gserviceaccount.com"),
      image_description: text`${secret.payload}`,
    });
    expect(short(image)).toEqual([
      "packer roles/iam.serviceAccountTokenCreator admin@loopbin.iam.gserviceaccount.com",
      "packer roles/compute.instanceAdmin.v1 $PROJECT_ID",
      "packer roles/iam.serviceAccountUser $MACHINE_ACCOUNT",
      "packer roles/secretmanager.secretAccessor db",
    ]);
  });
});
