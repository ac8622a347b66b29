import { about, type Rule } from "@packwright/core";
import { isZone } from "../source/zone.js";
import { warn } from "./google.js";
import * as message from "./messages.js";
import { knownText } from "./values.js";

const SOURCE = "Google knows no other: https://cloud.google.com/compute/docs/regions-zones";

const STORAGE =
  "Google says so: https://cloud.google.com/compute/docs/images/create-custom#selecting_image_storage_location";

const REGION = /^(?:africa|asia|australia|europe|me|northamerica|southamerica|us|u-[a-z]+)-[a-z]+\d+$/;

/** A zone has the form of one. */
export const zoneRule: Rule = about(["zone"], (context) => {
  const zone = knownText(context.literal("zone"));
  if (zone === undefined || isZone(zone)) return;
  warn(context, "zone", `${message.ZONE}, and not ${JSON.stringify(zone)}`, SOURCE);
});

/** A region has the form of one, and the zone lies in it: addresses and subnetworks are looked up there. */
export const regionRule: Rule = about(["region"], (context) => {
  const region = knownText(context.literal("region"));
  if (region === undefined) return;
  if (!REGION.test(region)) {
    warn(context, "region", `${message.ONE_REGION}, and not ${JSON.stringify(region)}`, SOURCE);
    return;
  }
  const zone = knownText(context.literal("zone"));
  if (zone === undefined || !isZone(zone) || zone.startsWith(`${region}-`)) return;
  warn(
    context,
    "region",
    `region is ${region}, and the zone ${zone} lies in another`,
    "the machine then cannot use the subnetwork and address that are looked up there.",
  );
});

/** Further zones of a disk lie in one region with the first. */
export const replicaZonesRule: Rule = about(["disk_attachment"], (context) => {
  const disks = context.literal("disk_attachment");
  if (!Array.isArray(disks)) return;
  for (const [at, disk] of disks.entries()) {
    const zones: unknown = (disk as { readonly replica_zones?: unknown } | null)?.replica_zones;
    if (!Array.isArray(zones)) continue;
    for (const [i, zone] of zones.entries()) {
      const text = knownText(zone);
      if (text === undefined || text.includes("/") || isZone(text)) continue;
      const summary = `${message.ZONE}, and not ${JSON.stringify(text)}`;
      warn(context, ["disk_attachment", at, "replica_zones", i], summary, SOURCE);
    }
  }
});

/** Images are kept in one region or multi-region. */
export const storageLocationRule: Rule = about(["image_storage_locations"], (context) => {
  const locations = context.literal("image_storage_locations");
  if (!Array.isArray(locations)) return;
  for (const [at, location] of locations.entries()) {
    const text = knownText(location);
    if (text === undefined || ["asia", "eu", "us"].includes(text) || REGION.test(text)) continue;
    const summary = `a storage location is asia, eu, us or a region such as europe-west3, and not ${JSON.stringify(text)}`;
    warn(context, ["image_storage_locations", at], summary, STORAGE);
  }
});

/** The builder counts the locations itself, the import leaves that to Google. */
export const oneLocationRule: Rule = about(["image_storage_locations"], (context) => {
  const locations = context.literal("image_storage_locations");
  if (!Array.isArray(locations) || locations.length < 2) return;
  warn(context, ["image_storage_locations", 1], message.ONE_LOCATION, STORAGE);
});
