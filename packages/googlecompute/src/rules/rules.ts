import { excludes, requires, type FileRule, type Rule } from "@packwright/core";
import { authenticationRule } from "./authentication.js";
import { disksRule } from "./disks.js";
import {
  credentialsFilesRule,
  imageKeyFilesRule,
  metadataFilesRule,
  sshKeyFilesRule,
  startupFileRule,
} from "./files.js";
import { iapCredentialsRule, iapRule, idleIapRule } from "./iap.js";
import { imageDatesRule } from "./image-dates.js";
import { labelCountRule, labelsRule, uncheckedLabelsRule } from "./labels.js";
import { regionRule, replicaZonesRule, storageLocationRule, zoneRule } from "./location.js";
import {
  encryptionKeysRule,
  guestFeaturesRule,
  licensesRule,
  machineTypeRule,
  negativeRule,
  scratchSizeRule,
} from "./machine.js";
import * as message from "./messages.js";
import { addressRule, namesRule, projectsRule, tagsRule } from "./names.js";
import { containerRule, externalIpRules } from "./network.js";
import { acceleratorRule, preemptibleRule, terminationRule } from "./scheduling.js";
import { imageNameRule, someImageRule } from "./source-image.js";
import { startupScriptRule, windowsStartupRule } from "./startup-script.js";
import { endpointsRule, nodeAffinityRule, reservationRule } from "./unchecked.js";
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
  windowsStartupRule,
  zoneRule,
  regionRule,
  replicaZonesRule,
  storageLocationRule,
  namesRule,
  tagsRule,
  projectsRule,
  addressRule,
  uncheckedLabelsRule("labels"),
  labelCountRule("labels"),
  labelCountRule("image_labels"),
  machineTypeRule,
  negativeRule,
  scratchSizeRule,
  encryptionKeysRule,
  guestFeaturesRule,
  licensesRule,
  iapCredentialsRule,
  idleIapRule,
  endpointsRule,
  nodeAffinityRule,
  reservationRule,
];

/** The files that the builder's options name, in the order in which Packer reads them. */
export const googlecomputeFileRules: readonly FileRule[] = [
  sshKeyFilesRule,
  credentialsFilesRule,
  startupFileRule,
  metadataFilesRule,
  imageKeyFilesRule,
];
