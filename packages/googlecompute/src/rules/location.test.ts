import { describe, expect, it } from "vitest";
import { findings, places } from "./check.test-support.js";
import { ONE_REGION, ZONE } from "./messages.js";

describe("places of Google's, which only Google knows", () => {
  it.each(["europe-west3", "europe-west30", "u-germany-northeast1"])(
    "a region is one by its form: %s",
    (region) => {
      expect(findings({ region, zone: `${region}-a` })).toEqual([]);
    },
  );

  it.each(["europe-west3-a", "EU", "europe"])("a region is not %s", (region) => {
    expect(findings({ region })).toEqual([
      `warning region: ${ONE_REGION}, and not ${JSON.stringify(region)}`,
    ]);
  });

  it.each(["us-central1", "europe-west3"])("a region is no zone: %s", (zone) => {
    expect(findings({ zone })).toEqual([`warning zone: ${ZONE}, and not ${JSON.stringify(zone)}`]);
  });

  it("the zone lies in the region", () => {
    expect(findings({ region: "us-central1" })).toEqual([
      "warning region: region is us-central1, and the zone europe-west3-a lies in another",
    ]);
  });

  it("a disk is replicated to zones", () => {
    const disk = (zone: string): object => ({
      disk_attachment: [{ volume_type: "pd-ssd", volume_size: 10, replica_zones: [zone] }],
    });
    expect(findings(disk("europe-west3-b"))).toEqual([]);
    expect(findings(disk("projects/p/zones/europe-west3-b"))).toEqual([]);
    expect(findings(disk("europe-west3"))).toEqual([
      `warning disk_attachment.0.replica_zones.0: ${ZONE}, and not "europe-west3"`,
    ]);
  });

  it.each(["eu", "us", "asia", "europe-west3"])("an image may be kept in %s", (location) => {
    expect(findings({ image_storage_locations: [location] })).toEqual([]);
  });

  it("an image is not kept in a zone", () => {
    expect(places({ image_storage_locations: ["europe-west3-a"] })).toEqual([
      "warning image_storage_locations.0",
    ]);
  });
});
