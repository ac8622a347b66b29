import { z } from "zod";

const OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

/** An IPv4 address, without a prefix length. */
export const IPV4: RegExp = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

const LABEL_KEY = /^\p{Ll}[\p{Ll}0-9_-]{0,62}$/u;
const LABEL_VALUE = /^[\p{Ll}0-9_-]{0,63}$/u;

export function isLabelKey(text: string): boolean {
  return LABEL_KEY.test(text);
}

export function isLabelValue(text: string): boolean {
  return LABEL_VALUE.test(text);
}

const RESOURCE_NAME = /^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

/** Completes "has to be …". */
export const RESOURCE_NAME_FORM =
  "1 to 63 lower-case letters, digits and dashes, beginning with a letter and not ending with a dash";

/** Whether a text is a name as machines, disks and images have them. */
export function isResourceName(text: string): boolean {
  return RESOURCE_NAME.test(text);
}

const INSTANT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * The milliseconds of an instant as RFC 3339 writes it; `undefined` for text that is none.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function readInstant(text: string): number | undefined {
  const milliseconds = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

const CREDENTIALS = new Set([
  "service_account",
  "authorized_user",
  "external_account",
  "external_account_authorized_user",
  "impersonated_service_account",
  "gdch_service_account",
]);

/** Google credentials as JSON: what of them the plugin looks at before it asks for a token. */
export function credentialsSchema(): z.ZodString {
  return z.string().superRefine((text, context) => {
    const problem = text === "" ? undefined : problemOfCredentials(text);
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
  });
}

/** What is wrong with the text of a credentials file; it never quotes it. */
export function problemOfCredentials(text: string): string | undefined {
  let credentials: unknown;
  try {
    credentials = JSON.parse(text);
  } catch {
    return "has to be JSON: the text of a Google credentials file, not its path";
  }
  const type: unknown =
    typeof credentials === "object" && credentials !== null && "type" in credentials
      ? credentials.type
      : undefined;
  if (typeof type === "string" && CREDENTIALS.has(type)) return undefined;
  return `has to be a JSON object whose "type" is one of ${[...CREDENTIALS].join(", ")}`;
}
