import { fn, variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { source } from "../plugin.js";
import { BASE, findings, places } from "./check.test-support.js";
import { ONE_AUTHENTICATION } from "./messages.js";

const ways = {
  access_token: "t",
  account_file: "a.json",
  credentials_file: "c.json",
  credentials_json: '{"type":"authorized_user"}',
  impersonate_service_account: "a@b",
  vault_gcp_oauth_engine: "gcp/token/x",
};
const pairs = Object.entries(ways).flatMap(([a, one], at) =>
  Object.entries(ways)
    .slice(at + 1)
    .map(([b, other]) => ({ a, b, options: { [a]: one, [b]: other } })),
);

describe("authentication", () => {
  it.each(pairs)("is refused twice: $a and $b", ({ b, options }) => {
    expect(findings(options)).toContain(`error ${b}: ${ONE_AUTHENTICATION}`);
  });

  it.each(Object.keys(ways))("passes once: %s", (way) => {
    const only = { [way]: ways[way as keyof typeof ways] };
    expect(places(only)).toEqual(way === "account_file" ? ["warning account_file"] : []);
  });

  it("counts empty text as not set, and leaves expressions to Packer", () => {
    expect(findings({ access_token: "", credentials_file: "c.json" })).toEqual([]);
    const token = variable("token", z.string().default(""));
    expect(findings({ access_token: token, credentials_file: "c.json" })).toEqual([]);
  });

  it("passes without any, for the application default credentials", () => {
    expect(findings({})).toEqual([]);
  });

  it("takes credentials as JSON of a type that Google's client knows", () => {
    expect(places({ credentials_json: "key.json" })).toEqual(["error credentials_json"]);
    expect(places({ credentials_json: '{"type":"bogus"}' })).toEqual(["error credentials_json"]);
    expect(places({ credentials_json: "[]" })).toEqual(["error credentials_json"]);
    expect(places({ credentials_json: '{"type":"service_account"}' })).toEqual([]);
  });
});

describe("credentials that a program writes as an object", () => {
  it("are looked at like their text", () => {
    const credentials = (type: string) => ({ credentials_json: fn.jsonencode({ type }) });
    expect(places(credentials("bogus"))).toEqual(["error credentials_json"]);
    expect(places(credentials("service_account"))).toEqual([]);
  });
});

describe("a secret", () => {
  it("is not repeated where it looks like a template", () => {
    expect(findings({ access_token: "{{ half }} {{ .Other }}" })).toEqual([
      "error access_token: access_token has {{ }} with a function that Packer does not have",
      "warning access_token: access_token has {{ }} with a field that googlecompute does not fill in there",
    ]);
  });

  it("is not repeated where it stands in the place of its path", () => {
    const summary =
      "credentials_file is the text of a key or of credentials, and has to be the path of a file that holds it";
    const image = source.googlecompute("x", { ...BASE, credentials_file: '{"type": "service_account"}' });
    expect(image.check({ files: true })).toMatchObject([{ severity: "error", summary }]);
  });
});
