import { about, isGiven, type Problem, type Rule, type RuleContext } from "@packwright/core";
import * as message from "./messages.js";
import { isCertain, isObject, knownText } from "./values.js";

/** One disk of `disk_attachment`, and a way to report about it. */
interface DiskView {
  isSet(option: string): boolean;
  isCertain(option: string): boolean;
  text(option: string): string | undefined;
  /** Reports about an option of the disk, or about the disk itself. */
  report(option: string | undefined, problem: Omit<Problem, "option">): void;
}

/** Each disk has one of three shapes: one that exists already, a scratch disk, or one that is made. */
export const disksRule: Rule = about(["disk_attachment"], (context) => {
  let imaged = 0;
  for (const disk of disksOf(context)) {
    if (disk.isCertain("source_volume")) checkExisting(disk);
    // An expression may turn out to be empty, and the disk a new one.
    else if (!disk.isSet("source_volume")) checkNew(disk);
    if (!disk.isSet("source_volume") && disk.isCertain("create_image") && ++imaged > 1)
      disk.report("create_image", { summary: message.ONE_DISK_IMAGE, code: "conflicting-options" });
  }
});

function checkExisting(disk: DiskView): void {
  for (const option of ["disk_name", "volume_type", "volume_size", "source_image", "iops", "keep_device"]) {
    if (disk.isCertain(option))
      disk.report(option, { summary: message.EXISTING_DISK, code: "conflicting-options" });
  }
  if (disk.isCertain("create_image"))
    disk.report("create_image", { summary: message.EXISTING_DISK_IMAGE, code: "plugin-bug" });
}

function checkNew(disk: DiskView): void {
  if (!disk.isSet("volume_type"))
    disk.report(undefined, { summary: message.DISK_TYPE, code: "missing-option" });
  if (!disk.isSet("volume_size") && !disk.isSet("source_image"))
    disk.report(undefined, { summary: message.DISK_CONTENT, code: "missing-option" });
  const type = disk.text("volume_type");
  if (type === "scratch") {
    for (const option of ["disk_name", "device_name", "keep_device", "create_image"]) {
      if (disk.isCertain(option))
        disk.report(option, { summary: message.SCRATCH_DISK, code: "conflicting-options" });
    }
  } else if (disk.isCertain("create_image") && disk.isCertain("replica_zones")) {
    disk.report("create_image", { summary: message.REPLICATED_IMAGE, code: "plugin-bug" });
  }
  if (type !== undefined && type !== "pd-extreme" && disk.isCertain("iops"))
    disk.report("iops", { summary: message.IOPS, code: "conflicting-options" });
}

function disksOf(context: RuleContext): readonly DiskView[] {
  const list = context.literal("disk_attachment");
  if (!Array.isArray(list)) return [];
  return list.flatMap((disk: unknown, at) =>
    isObject(disk)
      ? [
          {
            isSet: (option) => isGiven(disk[option]),
            isCertain: (option) => isCertain(disk[option]),
            text: (option) => knownText(disk[option]),
            report: (option, problem) => {
              context.report({
                ...problem,
                option: option === undefined ? ["disk_attachment", at] : ["disk_attachment", at, option],
              });
            },
          } satisfies DiskView,
        ]
      : [],
  );
}
