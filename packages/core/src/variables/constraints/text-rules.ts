import { binary, call, interpolation, string, template, text } from "@packwright/hcl";
import type { Expression } from "@packwright/hcl/nodes";
import { toRe2 } from "../regexp/to-re2.js";
import type { ConstraintRule, Test } from "./rule.js";

/** What formats of text are called in messages. */
const FORMATS: Readonly<Record<string, string>> = {
  email: "an email address",
  uuid: "a UUID",
  guid: "a GUID",
  ipv4: "an IPv4 address",
  cidrv4: "an IPv4 network, 10.0.0.0/8",
  mac: "a MAC address",
  date: "a date, 2026-01-31",
  time: "a time of day, 12:30:00",
  datetime: "a date and time, 2026-01-31T12:30:00Z",
  e164: "a phone number, +49301234567",
  nanoid: "a nano ID",
  cuid: "a CUID",
  cuid2: "a CUID2",
  ulid: "a ULID",
  xid: "an XID",
  ksuid: "a KSUID",
  hex: "hexadecimal",
};

/** The signs of base64; that they are whole groups, zod's own pattern leaves to code behind it. */
const BASE64 = "0-9A-Za-z+/";

/** The parts of zod's definitions of formats that are looked at. */
export interface FormatDefinition {
  readonly format: string;
  readonly pattern?: unknown;
  readonly prefix?: unknown;
  readonly suffix?: unknown;
  readonly includes?: unknown;
  readonly position?: unknown;
  readonly protocol?: unknown;
  readonly hostname?: unknown;
}

/** The rules of a format of text: `.regex`, `.startsWith`, `z.email()` … */
export function textRules(definition: FormatDefinition): readonly ConstraintRule[] {
  const { format, pattern, prefix, suffix, includes, position } = definition;
  switch (format) {
    case "starts_with":
      return [
        {
          test: (value) => call("startswith", [value, textNode(prefix)]),
          demand: `start with ${quoted(prefix)}`,
        },
      ];
    case "ends_with":
      return [
        {
          test: (value) => call("endswith", [value, textNode(suffix)]),
          demand: `end with ${quoted(suffix)}`,
        },
      ];
    case "includes":
      return position === undefined
        ? [
            {
              test: (value) => call("strcontains", [value, textNode(includes)]),
              demand: `contain ${quoted(includes)}`,
            },
          ]
        : [{ constraint: `containing ${quoted(includes)} from a position on` }];
    case "lowercase":
      return fromPattern(pattern, "have no upper-case letters");
    case "uppercase":
      return fromPattern(pattern, "have no lower-case letters");
    case "url":
      return urlRules(definition);
    case "ipv6":
      return [{ test: (value) => isNetwork(withSuffix(value, "/128")), demand: "be an IPv6 address" }];
    case "cidrv6":
      return [
        {
          test: (value) => binary(isNetwork(value), "&&", call("strcontains", [value, string(":")])),
          demand: "be an IPv6 network, fd00::/8",
        },
      ];
    case "base64":
      return [
        { test: matches(`^(?:[${BASE64}]{4})*(?:[${BASE64}]{2}==|[${BASE64}]{3}=)?$`), demand: "be base64" },
      ];
    case "base64url":
      return [
        { test: matches("^(?:[0-9A-Za-z_-]{4})*(?:[0-9A-Za-z_-]{2,3})?$"), demand: "be base64 for URLs" },
      ];
    case "json_string":
      return [{ test: (value) => call("can", [call("jsondecode", [value])]), demand: "be JSON" }];
    default: {
      const name = FORMATS[format];
      if (name !== undefined) return fromPattern(pattern, `be ${name}`, format);
      const shown = format === "regex" ? undefined : format;
      return fromPattern(pattern, `match ${String(pattern)}`, shown);
    }
  }
}

/** What `new URL` looks for first; the rest of what it knows about URLs no expression of HCL can say. */
function urlRules({ protocol, hostname }: FormatDefinition): readonly ConstraintRule[] {
  const isWeb = protocol instanceof RegExp && protocol.source === "^https?$";
  const scheme = isWeb ? "(?i:https?)" : "[A-Za-z][A-Za-z0-9+.-]*";
  return [
    {
      test: matches(`^\\s*${scheme}:`),
      demand: isWeb ? "be a URL that begins with http:// or https://" : "be a URL",
    },
    { constraint: "being a URL beyond its scheme" },
    ...(protocol instanceof RegExp && !isWeb ? [{ constraint: "the protocol of the URL" }] : []),
    ...(hostname instanceof RegExp ? [{ constraint: "the host of the URL" }] : []),
  ];
}

function fromPattern(pattern: unknown, demand: string, format?: string): readonly ConstraintRule[] {
  const constraint = format === undefined ? `the pattern ${String(pattern)}` : `the format ${format}`;
  if (!(pattern instanceof RegExp)) return [{ constraint }];
  const translation = toRe2(pattern);
  if ("pattern" in translation) return [{ test: matches(translation.pattern), demand }];
  return [{ constraint, reason: `it has ${translation.refused}` }];
}

function matches(pattern: string): Test {
  return (value) => call("can", [call("regex", [string(pattern), value])]);
}

/** `cidrhost` reads networks, and fails for what is none. */
function isNetwork(value: Expression): Expression {
  return call("can", [call("cidrhost", [value, { kind: "number", text: "0" }])]);
}

function withSuffix(value: Expression, suffix: string): Expression {
  return template([interpolation(value), text(suffix)]);
}

function textNode(value: unknown): Expression {
  return string(String(value));
}

function quoted(value: unknown): string {
  return JSON.stringify(String(value));
}
