import { z } from "zod";
import { comment } from "./print-docs.js";

/** The shape of `fixtures/facts/google-cloud.json`: values of Google's that an editor offers. */
const facts = z.strictObject({
  /** Where each list comes from, and what it was compared with. */
  sources: z.strictObject({
    regions: z.string(),
    multiRegions: z.string(),
    machineFamilies: z.string(),
    imageFamilies: z.string(),
    licenses: z.string(),
    cpuPlatforms: z.string(),
    scopes: z.string(),
  }),
  notation: z.string(),
  /** The zones of each region, by what stands behind the region's dash. */
  regions: z.record(z.string(), z.array(z.string())),
  multiRegions: z.array(z.string()),
  /** The sizes of each family, by kind: `e2`, `standard`, 4; a kind without a name has sizes only. */
  machineFamilies: z.record(z.string(), z.record(z.string(), z.array(z.union([z.string(), z.number()])))),
  /** The families of Google's public images, by project. */
  imageFamilies: z.record(z.string(), z.array(z.string())),
  licenses: z.array(z.string()),
  cpuPlatforms: z.array(z.string()),
  scopes: z.array(z.string()),
});

/** Google's projects with public images, for the running program. */
export function printPublicProjects(text: string): string {
  const projects = Object.keys(facts.parse(JSON.parse(text)).imageFamilies);
  const items = projects.map((project) => `  ${JSON.stringify(project)},\n`).join("");
  return `${comment(["Projects with Google's public images, which everybody may use."])}export const PUBLIC_PROJECTS: ReadonlySet<string> = /* @__PURE__ */ new Set([\n${items}]);\n`;
}

/** The types of known values, an alias a list. */
export function printKnownValues(text: string): string {
  const known = facts.parse(JSON.parse(text));
  const regions = Object.keys(known.regions);
  return [
    alias("KnownRegion", "Regions of Google Cloud.", regions),
    alias(
      "KnownZone",
      "Zones of Google Cloud.",
      Object.entries(known.regions).flatMap(([region, zones]) => zones.map((zone) => `${region}-${zone}`)),
    ),
    alias("KnownLocation", "Where an image can be kept: regions and multi-regions.", [
      ...known.multiRegions,
      ...regions,
    ]),
    alias("KnownMachineType", "Predefined machine types.", machineTypes(known.machineFamilies)),
    alias("KnownImageProject", "Projects with Google's public images.", Object.keys(known.imageFamilies)),
    alias(
      "KnownImageFamily",
      "Families of Google's public images.",
      Object.values(known.imageFamilies).flat(),
    ),
    alias("KnownLicense", "Licenses that images are given.", known.licenses),
    alias("KnownCpuPlatform", "Processor generations.", known.cpuPlatforms),
    alias("KnownScope", "OAuth scopes that machines are given.", known.scopes),
  ].join("\n");
}

function machineTypes(families: z.infer<typeof facts>["machineFamilies"]): readonly string[] {
  return Object.entries(families).flatMap(([family, kinds]) =>
    Object.entries(kinds).flatMap(([kind, sizes]) =>
      sizes.map((size) => [family, ...(kind === "" ? [] : [kind]), String(size)].join("-")),
    ),
  );
}

function alias(name: string, summary: string, values: readonly string[]): string {
  const members = values.map((value) => `  | ${JSON.stringify(value)}\n`).join("");
  return `${comment([summary])}export type ${name} =\n${members.slice(0, -1)};\n`;
}
