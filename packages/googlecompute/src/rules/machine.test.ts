import { describe, expect, it } from "vitest";
import { findings, places } from "./check.test-support.js";

describe("a machine type", () => {
  it.each([
    "e2-standard-2",
    "f1-micro",
    "n2-custom-4-8192-ext",
    "custom-2-4096",
    "c3-standard-4-lssd",
    "x9-unheard-1",
    "zones/europe-west3-a/machineTypes/e2-small",
    "",
  ])("may be %j", (machine_type) => {
    expect(findings({ machine_type })).toEqual([]);
  });

  it.each(["e2", "E2-standard-2", "e2 standard", "e2-standard-"])("has a shape: not %j", (machine_type) => {
    expect(places({ machine_type })).toEqual(["warning machine_type"]);
  });
});

describe("numbers", () => {
  it.each(["disk_size", "iap_localhost_port", "iap_tunnel_launch_wait"])("%s is not negative", (option) => {
    expect(places({ use_iap: true, [option]: -1 })).toEqual([`warning ${option}`]);
    expect(places({ use_iap: true, [option]: "-1" })).toEqual([`warning ${option}`]);
  });

  it("the size of a scratch disk is the one that there is", () => {
    const scratch = (volume_size: number): object => ({
      disk_attachment: [{ volume_type: "scratch", volume_size }],
    });
    expect(findings(scratch(375))).toEqual([]);
    expect(places(scratch(100))).toEqual(["warning disk_attachment.0.volume_size"]);
  });
});

describe("an encryption key", () => {
  const name = "projects/p/locations/l/keyRings/r/cryptoKeys/k";
  const raw = `${"A".repeat(43)}=`;

  it.each([{ kmsKeyName: name }, { rawKey: raw }])("is named or given: %j", (key) => {
    expect(findings({ disk_encryption_key: key, image_encryption_key: key })).toEqual([]);
  });

  it("is not both, and has the form of one", () => {
    expect(findings({ disk_encryption_key: { kmsKeyName: name, rawKey: raw } })).toEqual([
      "warning disk_encryption_key: an encryption key is kmsKeyName or rawKey: keep one of them",
    ]);
    expect(places({ image_encryption_key: { kmsKeyName: "k" } })).toEqual([
      "warning image_encryption_key.kmsKeyName",
    ]);
    const disk = { volume_type: "pd-ssd", volume_size: 10, disk_encryption_key: { rawKey: "c2VjcmV0" } };
    expect(places({ disk_attachment: [disk] })).toEqual([
      "warning disk_attachment.0.disk_encryption_key.rawKey",
    ]);
  });
});

describe("what an image is marked with", () => {
  it("features are words in capitals", () => {
    expect(findings({ image_guest_os_features: ["GVNIC", "NEW_FEATURE_2"] })).toEqual([]);
    expect(places({ image_guest_os_features: ["gvnic"] })).toEqual(["warning image_guest_os_features.0"]);
  });

  it("licenses are URLs", () => {
    expect(findings({ image_licenses: ["projects/vm-options/global/licenses/enable-vmx"] })).toEqual([]);
    expect(places({ image_licenses: ["enable-vmx"] })).toEqual(["warning image_licenses.0"]);
  });
});

describe("a tunnel", () => {
  it.each(["access_token", "vault_gcp_oauth_engine"])("is not opened with %s", (option) => {
    expect(findings({ use_iap: true, [option]: "x" })).toContain(
      `warning ${option}: the tunnel of use_iap does not use ${option}: gcloud opens it with its own login`,
    );
    expect(findings({ use_iap: true, credentials_file: "key.json" })).toEqual([]);
  });

  it("has options that do nothing without it", () => {
    expect(findings({ iap_ext: ".sh" })).toEqual([
      "warning iap_ext: iap_ext has an effect only beside use_iap",
    ]);
  });
});

describe("a startup script", () => {
  it("in a file does nothing on Windows", () => {
    const options = { startup_script_file: "a.ps1", source_image_family: "windows-2022" };
    expect(findings(options)).toEqual([
      "warning startup_script_file: startup_script_file does nothing on a Windows image",
    ]);
    expect(findings({ ...options, source_image_family: "debian-12" })).toEqual([]);
  });
});
