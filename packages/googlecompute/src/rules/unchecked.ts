import { about, type Rule, type RuleContext } from "@packwright/core";
import { isObject, knownText } from "./values.js";

/** What neither Packer nor the plugin looks at, and Google refuses or the plugin ignores: warnings, all of them. */

const ENDPOINTS = ["compute", "storage", "oslogin", "oauth2"];

export const endpointsRule: Rule = about(["custom_endpoints"], (context) => {
  const endpoints = context.literal("custom_endpoints");
  if (!isObject(endpoints)) return;
  for (const service of Object.keys(endpoints)) {
    if (ENDPOINTS.includes(service)) continue;
    const known = ENDPOINTS.join(", ");
    warn(
      context,
      ["custom_endpoints", service],
      `the plugin ignores custom_endpoints.${service}: it knows ${known}`,
    );
  }
});

const OPERATORS = ["IN", "NOT_IN"];

export const nodeAffinityRule: Rule = about(["node_affinity"], (context) => {
  const list = context.literal("node_affinity");
  if (!Array.isArray(list)) return;
  for (const [at, affinity] of list.entries()) {
    const operator = isObject(affinity) ? knownText(affinity["operator"]) : undefined;
    if (operator === undefined || OPERATORS.includes(operator)) continue;
    warn(
      context,
      ["node_affinity", at, "operator"],
      `node_affinity.${String(at)}.operator has to be IN or NOT_IN, or Google refuses it`,
    );
  }
});

const RESERVATIONS = ["NO_RESERVATION", "ANY_RESERVATION", "SPECIFIC_RESERVATION"];

export const reservationRule: Rule = about(["reservation_affinity"], (context) => {
  const given = context.literal("reservation_affinity");
  const affinity: unknown = Array.isArray(given) ? given[0] : given;
  if (!isObject(affinity)) return;
  const type = knownText(affinity["consume_reservation_type"]);
  if (type !== undefined && !RESERVATIONS.includes(type)) {
    warn(
      context,
      ["reservation_affinity", "consume_reservation_type"],
      `consume_reservation_type has to be one of ${RESERVATIONS.join(", ")}, or Google refuses it`,
    );
  }
  if (type !== "SPECIFIC_RESERVATION") return;
  for (const option of ["key", "values"]) {
    if (affinity[option] !== undefined) continue;
    warn(context, ["reservation_affinity"], `a specific reservation needs ${option}, or Google refuses it`);
  }
});

function warn(context: RuleContext, option: readonly (string | number)[], summary: string): void {
  context.report({ summary, option, severity: "warning", code: "invalid-value" });
}
