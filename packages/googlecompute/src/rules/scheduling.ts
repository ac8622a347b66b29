import { about, type Rule } from "@packwright/core";
import * as message from "./messages.js";
import { knownText } from "./values.js";

/** A machine that Google may take away ends when its host is serviced. */
export const preemptibleRule: Rule = about(["preemptible"], (context) => {
  if (!context.isCertain("preemptible") || context.literal("on_host_maintenance") !== "MIGRATE") return;
  context.report({
    summary: message.PREEMPTIBLE,
    option: "on_host_maintenance",
    code: "conflicting-options",
  });
});

/** Accelerators have a kind, and a machine that has some ends when its host is serviced. */
export const acceleratorRule: Rule = about(["accelerator_count"], (context) => {
  const count = context.literal("accelerator_count");
  if (typeof count !== "number" || count <= 0) return;
  if (!context.isSet("accelerator_type"))
    context.report({ summary: message.ACCELERATOR_TYPE, option: "accelerator_count" });
  if (context.isSet("preemptible")) return;
  const maintenance = context.literal("on_host_maintenance");
  if (context.isSet("on_host_maintenance") && maintenance !== "MIGRATE") return;
  context.report({ summary: message.ACCELERATOR_MAINTENANCE, option: "accelerator_count" });
});

/** Without an action the plugin takes `STOP`, with a warning of its own; without a time the action does nothing. */
export const terminationRule: Rule = about(
  ["max_run_duration_in_seconds", "instance_termination_action"],
  (context) => {
    const action = "instance_termination_action";
    const time = "max_run_duration_in_seconds";
    if (Number(context.literal(time)) > 0 && !context.isSet(action)) {
      context.report({
        summary: message.TERMINATION,
        detail: 'Without it the plugin takes "STOP".',
        option: time,
        severity: "warning",
      });
    }
    if (context.isCertain(action) && !context.isSet(time))
      context.report({ summary: message.IDLE_TERMINATION, option: action, severity: "warning" });
    const word = knownText(context.literal(action));
    if (word === undefined || word === word.toUpperCase()) return;
    context.report({
      summary: `${action} reaches Google as it is written: write ${JSON.stringify(word.toUpperCase())}`,
      option: action,
      severity: "warning",
      code: "invalid-value",
    });
  },
);
