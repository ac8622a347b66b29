import { describe, expect, it } from "vitest";
import { findings, places } from "../rules/check.test-support.js";
import { IPV4, readInstant } from "./formats.js";

describe("names of images and families", () => {
  it.each(["image_name", "image_family"])("%s has Google's form", (option) => {
    for (const name of ["Web", "1web", "web-", "web_1", "web.1", "a".repeat(64), "ä"]) {
      expect(findings({ [option]: name })).toEqual([
        `error ${option}: ${option} has to be 1 to 63 lower-case letters, digits and dashes, beginning with a letter and not ending with a dash`,
      ]);
    }
    for (const name of ["a", "web-1", "a".repeat(63), ""]) expect(findings({ [option]: name })).toEqual([]);
  });

  it("are looked at as Packer will fill them in", () => {
    expect(findings({ image_name: "web-{{timestamp}}" })).toEqual([]);
    expect(findings({ image_name: "web-{{isotime `20060102`}}" })).toEqual([]);
    expect(findings({ image_name: "{{build_name}}" })).toEqual([]);
    expect(places({ image_name: "web-{{isotime}}" })).toEqual(["error image_name"]);
    expect(places({ image_name: "Web-{{timestamp}}" })).toEqual(["error image_name"]);
  });
});

describe("text that Packer fills in", () => {
  it.each([
    ["{{user `zone`}}", "error", "calls {{ user }}, which works in legacy JSON only"],
    ["{{build `ID`}}", "error", "calls {{ build }}, which works in legacy JSON only"],
    ["{{env `HOME`}}", "error", "calls {{ env }}, which works in legacy JSON only"],
    [
      "{{clean_resource_name `A b`}}",
      "error",
      "calls {{ clean_resource_name }}, and Packer has no such function",
    ],
    ["{{nope}}", "error", "calls {{ nope }}, and Packer has no such function"],
    ["{{timestamp", "error", "has a {{ without its }}, or a quote in it without its end"],
    ["{{.Names}}", "warning", "uses {{ .Names }}, which googlecompute does not fill in there"],
  ])("is looked at: %s", (text, severity, summary) => {
    expect(findings({ image_description: text })).toEqual([
      `${severity} image_description: image_description ${summary}`,
    ]);
    expect(findings({ metadata: { note: text } })).toEqual([
      `${severity} metadata.note: metadata.note ${summary}`,
    ]);
  });

  it("may hold braces that are meant", () => {
    expect(findings({ metadata: { ps: "docker ps --format {{`{{.Names}}`}}" } })).toEqual([]);
  });
});

describe("other forms", () => {
  it.each(["10.0.0", "10.0.0.0/24", "fe80::1", "256.1.1.1", "01.2.3.4", " 10.0.0.1"])(
    "%j is no IPv4 address",
    (text) => {
      expect(findings({ network_ip: text })).toEqual([
        "error network_ip: network_ip has to be an IPv4 address, such as 10.0.0.5",
      ]);
    },
  );

  it("an IPv4 address has four numbers up to 255", () => {
    expect(IPV4.test("0.0.0.0")).toBe(true);
    expect(IPV4.test("255.249.199.10")).toBe(true);
  });

  it("an instant is read as RFC 3339 writes it", () => {
    expect(readInstant("2026-01-01T00:00:00Z")).toBe(Date.UTC(2026, 0, 1));
    expect(readInstant("2026-01-01T02:00:00+02:00")).toBe(Date.UTC(2026, 0, 1));
    expect(readInstant("2026-1-1T00:00:00Z")).toBeUndefined();
  });

  it.each([
    ["image_architecture", "x86_64", []],
    ["image_architecture", "ARM64", []],
    ["image_architecture", "amd64", ["error image_architecture"]],
    ["on_host_maintenance", "migrate", ["error on_host_maintenance"]],
    ["on_host_maintenance", "", []],
    ["image_storage_locations", ["eu", "us"], ["error image_storage_locations"]],
    ["image_storage_locations", [], []],
    ["state_timeout", "5 minutes", ["error state_timeout"]],
    ["state_timeout", "300", ["error state_timeout"]],
    ["state_timeout", 300, ["error state_timeout"]],
    ["state_timeout", "-5m", []],
    ["disk_size", "30", []],
    ["disk_size", -5, ["warning disk_size"]],
    ["disk_size", "big", ["error disk_size"]],
    ["disk_size", 1.5, ["error disk_size"]],
    ["use_os_login", "maybe", ["error use_os_login"]],
    ["use_os_login", "true", []],
    ["tags", "web", ["error tags"]],
    ["tags", ["web", 1], ["warning tags.1"]],
    ["metadata", { n: 3, b: true }, []],
    ["metadata", { a: { b: "c" } }, ["error metadata.a"]],
    ["machine_type", 42, ["warning machine_type"]],
    ["machinetype", "e2-small", ["error machinetype"]],
  ])("%s = %j", (option, value, expected) => {
    expect(places({ [option]: value })).toEqual(expected);
  });
});
