import { excludes, requires, type Rule } from "@packwright/core";
import { authenticationRule } from "./authentication.js";
import { disksRule } from "./disks.js";
import { imageDatesRule } from "./image-dates.js";
import { labelsRule } from "./labels.js";
import * as message from "./messages.js";
import { containerRule, externalIpRules, iapRule } from "./network.js";
import { acceleratorRule, preemptibleRule, terminationRule } from "./scheduling.js";
import { imageNameRule, someImageRule } from "./source-image.js";
import { startupScriptRule } from "./startup-script.js";
import { endpointsRule, nodeAffinityRule, reservationRule, zoneRule } from "./unchecked.js";
import { windowsPasswordRule } from "./windows.js";

/** The builder's rules between options, in the order in which the plugin checks them; what it does not check, last. */
export const googlecomputeRules: readonly Rule[] = [
  disksRule,
  requires("enable_integrity_monitoring", ["enable_vtpm"], message.MONITORING),
  preemptibleRule,
  terminationRule,
  iapRule,
  someImageRule,
  authenticationRule,
  ...externalIpRules,
  acceleratorRule,
  excludes("disable_default_service_account", ["service_account_email"], message.NO_ACCOUNT),
  labelsRule,
  containerRule,
  imageNameRule,
  imageDatesRule,
  startupScriptRule,
  windowsPasswordRule,
  zoneRule,
  endpointsRule,
  nodeAffinityRule,
  reservationRule,
];
