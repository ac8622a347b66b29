import { about, type Rule } from "@packwright/core";
import { warn } from "./google.js";
import { isObject, knownNumber, knownText } from "./values.js";

const MACHINE_TYPE = /^(?:[^\s]*machineTypes\/)?(?:custom-\d+-\d+|[a-z][a-z0-9]*(?:-[a-z0-9]+)+)$/;

/** A machine type is a family, a kind and a size. */
export const machineTypeRule: Rule = about(["machine_type"], (context) => {
  const type = knownText(context.literal("machine_type"));
  if (type === undefined || MACHINE_TYPE.test(type)) return;
  warn(
    context,
    "machine_type",
    `a machine type is a family, a kind and a size, such as e2-standard-2 or n2-custom-4-8192, and not ${JSON.stringify(type)}`,
    "Google knows no other: https://cloud.google.com/compute/docs/machine-resource",
  );
});

const COUNTS = ["disk_size", "accelerator_count", "iap_localhost_port", "iap_tunnel_launch_wait"];

/** Numbers that cannot be less than nothing. */
export const negativeRule: Rule = about([...COUNTS, "disk_attachment"], (context) => {
  const source = "Google or the operating system refuses it when the build has begun.";
  for (const option of COUNTS) {
    if ((knownNumber(context.literal(option)) ?? 0) < 0)
      warn(context, option, `${option} is less than nothing`, source);
  }
  const disks = context.literal("disk_attachment");
  if (!Array.isArray(disks)) return;
  for (const [at, disk] of disks.entries()) {
    if (isObject(disk) && (knownNumber(disk["volume_size"]) ?? 0) < 0)
      warn(context, ["disk_attachment", at, "volume_size"], "volume_size is less than nothing", source);
  }
});

/** A scratch disk has one size, which local SSDs come in. */
export const scratchSizeRule: Rule = about(["disk_attachment"], (context) => {
  const disks = context.literal("disk_attachment");
  if (!Array.isArray(disks)) return;
  for (const [at, disk] of disks.entries()) {
    if (!isObject(disk) || disk["volume_type"] !== "scratch") continue;
    const size = knownNumber(disk["volume_size"]) ?? 0;
    if (size <= 0 || size === 375) continue;
    warn(
      context,
      ["disk_attachment", at, "volume_size"],
      "a scratch disk has 375 GB: write volume_size 375",
      "Google knows no other size: https://cloud.google.com/compute/docs/disks/local-ssd",
    );
  }
});

const KEYS = ["disk_encryption_key", "image_encryption_key"];

/** A key of one's own is named or written out, not both. */
export const encryptionKeysRule: Rule = about([...KEYS, "disk_attachment"], (context) => {
  const check = (given: unknown, path: readonly (string | number)[]): void => {
    const key: unknown = Array.isArray(given) ? given[0] : given;
    if (!isObject(key)) return;
    const source = "Google says so: https://cloud.google.com/compute/docs/disks/customer-supplied-encryption";
    if (key["kmsKeyName"] !== undefined && key["rawKey"] !== undefined)
      warn(context, path, "an encryption key is kmsKeyName or rawKey: keep one of them", source);
    const name = knownText(key["kmsKeyName"]);
    if (
      name !== undefined &&
      !/^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+/.test(name)
    )
      warn(
        context,
        [...path, "kmsKeyName"],
        "kmsKeyName is projects/…/locations/…/keyRings/…/cryptoKeys/…",
        source,
      );
    const raw = knownText(key["rawKey"]);
    if (raw !== undefined && !/^[A-Za-z0-9+/]{43}=$/.test(raw))
      warn(context, [...path, "rawKey"], "rawKey is 256 bits in base64, 44 characters", source);
  };
  for (const option of KEYS) check(context.literal(option), [option]);
  const disks = context.literal("disk_attachment");
  if (!Array.isArray(disks)) return;
  for (const [at, disk] of disks.entries())
    if (isObject(disk)) check(disk["disk_encryption_key"], ["disk_attachment", at, "disk_encryption_key"]);
});

/** Guest OS features are words in capitals; the plugin hands on any. */
export const guestFeaturesRule: Rule = about(["image_guest_os_features"], (context) => {
  const features = context.literal("image_guest_os_features");
  if (!Array.isArray(features)) return;
  for (const [at, feature] of features.entries()) {
    const text = knownText(feature);
    if (text === undefined || /^[A-Z][A-Z0-9_]*$/.test(text)) continue;
    warn(
      context,
      ["image_guest_os_features", at],
      `a guest OS feature is a word in capitals, such as UEFI_COMPATIBLE, and not ${JSON.stringify(text)}`,
      "Google knows no other: https://cloud.google.com/compute/docs/images/create-custom#guest-os-features",
    );
  }
});

/** Licenses and accelerators are named by URLs. */
export const licensesRule: Rule = about(["image_licenses"], (context) => {
  const licenses = context.literal("image_licenses");
  if (!Array.isArray(licenses)) return;
  for (const [at, license] of licenses.entries()) {
    const text = knownText(license);
    if (text === undefined || /(?:^|\/)projects\/[^/]+\/global\/licenses\/[^/]+$/.test(text)) continue;
    warn(
      context,
      ["image_licenses", at],
      `a license is projects/PROJECT/global/licenses/NAME or its whole URL, and not ${JSON.stringify(text)}`,
      "Google knows no other: https://cloud.google.com/compute/docs/reference/rest/v1/images",
    );
  }
});
