import { describe, expect, it } from "vitest";
import { findings, places } from "./check.test-support.js";
import { ZONE } from "./messages.js";

describe("what only Google refuses", () => {
  it.each(["x", "Europe-west3-a", "mars-north1"])("is a warning: the zone %s", (zone) => {
    expect(findings({ zone })).toEqual([`warning zone: ${ZONE}, and not ${JSON.stringify(zone)}`]);
  });

  it.each(["europe-west3-a", "us-central1-ai1a", "u-germany-northeast1-a", "mars-north1-b"])(
    "knows zones by their form: %s",
    (zone) => {
      expect(findings({ zone })).toHaveLength(zone.startsWith("mars") ? 1 : 0);
    },
  );

  it("is a warning: an operator that is none", () => {
    const affinity = { key: "workload", operator: "IS", values: ["packer"] };
    expect(places({ node_affinity: [{ ...affinity, operator: "IN" }, affinity] })).toEqual([
      "warning node_affinity.1.operator",
    ]);
  });

  it("is a warning: a reservation that is incomplete, or of no kind", () => {
    expect(places({ reservation_affinity: { consume_reservation_type: "ALL" } })).toEqual([
      "warning reservation_affinity.consume_reservation_type",
    ]);
    expect(findings({ reservation_affinity: { consume_reservation_type: "SPECIFIC_RESERVATION" } })).toEqual([
      "warning reservation_affinity: a specific reservation needs key, or Google refuses it",
      "warning reservation_affinity: a specific reservation needs values, or Google refuses it",
    ]);
    expect(
      findings({
        reservation_affinity: {
          consume_reservation_type: "SPECIFIC_RESERVATION",
          key: "compute.googleapis.com/reservation-name",
          values: ["r"],
        },
      }),
    ).toEqual([]);
    expect(findings({ reservation_affinity: {} })).toEqual([]);
  });

  it("is a warning: an endpoint that the plugin ignores", () => {
    expect(findings({ custom_endpoints: { compute: "https://c/", compoot: "https://d/" } })).toEqual([
      "warning custom_endpoints.compoot: the plugin ignores custom_endpoints.compoot: it knows compute, storage, oslogin, oauth2",
    ]);
  });
});

describe("blocks that may be given once", () => {
  it.each(["disk_encryption_key", "image_encryption_key", "reservation_affinity"])(
    "%s is refused twice",
    (block) => {
      expect(findings({ [block]: [{}, {}] })).toEqual([`error ${block}.1: ${block} can be given once only`]);
      expect(findings({ [block]: {} })).toEqual([]);
    },
  );

  it("have fields in camel case where the plugin has them so", () => {
    expect(findings({ disk_encryption_key: { kms_key_name: "k" } })).toEqual([
      "error disk_encryption_key.kms_key_name: there is no option kms_key_name",
    ]);
  });
});
