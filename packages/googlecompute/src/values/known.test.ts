import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { places } from "../rules/check.test-support.js";

const lists = z.record(z.string(), z.array(z.string()));
const facts = z
  .object({
    regions: lists,
    multiRegions: z.array(z.string()),
    machineFamilies: z.record(z.string(), z.record(z.string(), z.array(z.union([z.string(), z.number()])))),
    imageFamilies: lists,
    licenses: z.array(z.string()),
  })
  .parse(
    JSON.parse(
      readFileSync(new URL("../../../../fixtures/facts/google-cloud.json", import.meta.url), "utf8"),
    ),
  );

const regions = Object.entries(facts.regions);
const machineTypes = Object.entries(facts.machineFamilies).flatMap(([family, kinds]) =>
  Object.entries(kinds).flatMap(([kind, sizes]) =>
    sizes.map((size) => [family, ...(kind === "" ? [] : [kind]), String(size)].join("-")),
  ),
);

describe("values that an editor offers", () => {
  it("are zones and regions that nothing is said against", () => {
    expect(regions.length).toBeGreaterThan(40);
    const said = regions.flatMap(([region, zones]) =>
      zones.flatMap((zone) => places({ region, zone: `${region}-${zone}` })),
    );
    expect(said).toEqual([]);
  });

  it("are machine types that nothing is said against, each once", () => {
    expect(new Set(machineTypes).size).toBe(machineTypes.length);
    expect(machineTypes.length).toBeGreaterThan(500);
    expect(machineTypes.flatMap((machine_type) => places({ machine_type }))).toEqual([]);
  });

  it("are images and where they are kept that nothing is said against", () => {
    const families = Object.entries(facts.imageFamilies).flatMap(([project, all]) =>
      all.map((family) => ({ source_image_family: family, source_image_project_id: [project] })),
    );
    expect(families.flatMap((image) => places(image))).toEqual([]);
    const locations = [...facts.multiRegions, ...Object.keys(facts.regions)];
    expect(locations.flatMap((location) => places({ image_storage_locations: [location] }))).toEqual([]);
    expect(places({ image_licenses: facts.licenses })).toEqual([]);
  });
});
