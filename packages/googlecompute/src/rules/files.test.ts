import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { googlecompute } from "../plugin.js";
import { googlecomputeBuilder } from "../source/googlecompute.js";
import { BASE } from "./check.test-support.js";

let folder = "";
const SECRET = "c2VjcmV0LWtleQ";
const pem = (kind: string, content: string): string =>
  `-----BEGIN ${kind}PRIVATE KEY-----\n${content}\n-----END ${kind}PRIVATE KEY-----\n`;
const openssh = (cipher: string): string =>
  pem(
    "OPENSSH ",
    btoa(`openssh-key-v1\0\0\0\0${String.fromCharCode(cipher.length)}${cipher}${"\0".repeat(20)}`),
  );
const FILES = {
  "key.json": `{"type": "service_account", "private_key": "${SECRET}"}`,
  "other.json": `{"type": "robot", "private_key": "${SECRET}"}`,
  "no.json": SECRET,
  "rsa.pem": pem("RSA ", "MIIE"),
  "locked.pem": pem("RSA ", "Proc-Type: 4,ENCRYPTED\n\nMIIE"),
  "locked8.pem": pem("ENCRYPTED ", "MIIE"),
  "open.key": openssh("none"),
  "locked.key": openssh("aes256-ctr"),
  "start.sh": "true",
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "packwright-"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function findings(options: object): readonly string[] {
  return googlecomputeBuilder(googlecompute.reference)("x", { ...BASE, ...options })
    .check({ files: true })
    .map(({ severity, path, summary, code }) => {
      expect(summary).not.toContain(SECRET);
      return `${severity} ${path.replace("source.googlecompute.x.", "")}: ${code}`;
    });
}

describe("files that a source names", () => {
  it("are not looked at unless asked for", () => {
    const missing = googlecompute.namespace.source.googlecompute("x", {
      ...BASE,
      credentials_file: "/nowhere",
    });
    expect(missing.check()).toEqual([]);
    expect(missing.check({ files: true })).toMatchObject([
      {
        summary: 'credentials_file names "/nowhere", which is not there or cannot be read',
        code: "missing-file",
      },
    ]);
  });

  it.each(["credentials_file", "account_file"])("%s holds Google's credentials", (option) => {
    const warned = option === "account_file" ? ["warning account_file: deprecated-option"] : [];
    expect(findings({ [option]: join(folder, "key.json") })).toEqual(warned);
    for (const name of ["other.json", "no.json"]) {
      expect(findings({ [option]: join(folder, name) })).toEqual([
        ...warned,
        `error ${option}: invalid-value`,
      ]);
    }
    expect(findings({ [option]: join(folder, "none") })).toEqual([
      ...warned,
      `error ${option}: missing-file`,
    ]);
  });

  it.each(["rsa.pem", "open.key"])("a key that anyone can use passes: %s", (name) => {
    expect(findings({ ssh_private_key_file: join(folder, name) })).toEqual([]);
  });

  it.each(["locked.pem", "locked8.pem", "locked.key", "key.json"])("a key has no passphrase: %s", (name) => {
    expect(findings({ ssh_private_key_file: join(folder, name) })).toEqual([
      "error ssh_private_key_file: invalid-value",
    ]);
  });

  it("are there", () => {
    expect(findings({ startup_script_file: join(folder, "start.sh") })).toEqual([]);
    expect(findings({ startup_script_file: "/nowhere" })).toEqual([
      "error startup_script_file: missing-file",
    ]);
    expect(findings({ metadata_files: { a: join(folder, "start.sh"), b: "/nowhere" } })).toEqual([
      "error metadata_files.b: missing-file",
    ]);
    expect(findings({ image_signatures_db: [join(folder, "start.sh"), "/nowhere"] })).toEqual([
      "error image_signatures_db.1: missing-file",
    ]);
  });
});

describe("dates", () => {
  it("are compared with the moment that a check is given", () => {
    const image = googlecompute.namespace.source.googlecompute("x", {
      ...BASE,
      delete_at: "2031-01-01T00:00:00Z",
    });
    expect(image.check({ now: new Date("2030-12-31T00:00:00Z") })).toEqual([]);
    expect(image.check({ now: new Date("2031-01-02T00:00:00Z") })).toMatchObject([
      { severity: "warning", summary: "delete_at lies in the past" },
    ]);
  });
});
