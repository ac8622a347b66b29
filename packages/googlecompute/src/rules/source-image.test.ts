import { describe, expect, it } from "vitest";
import { findings, places } from "./check.test-support.js";
import { SOME_IMAGE } from "./messages.js";

describe("the source image", () => {
  it("is named, or its family is, or both", () => {
    expect(findings({ source_image_family: undefined })).toEqual([`error : ${SOME_IMAGE}`]);
    expect(findings({ source_image_family: "" })).toEqual([`error : ${SOME_IMAGE}`]);
    expect(findings({ source_image_family: undefined, source_image: "debian-12-v1" })).toEqual([]);
    expect(findings({ source_image: "debian-12-v1" })).toEqual([]);
  });

  it("is a name, not a URL", () => {
    expect(places({ source_image: "projects/debian-cloud/global/images/x" })).toEqual([
      "warning source_image",
    ]);
  });
});

describe("what is required", () => {
  it.each(["project_id", "zone"])("%s may be neither missing nor empty", (option) => {
    expect(findings({ [option]: undefined })).toEqual([`error : ${option} is missing`]);
    expect(findings({ [option]: "" })).toEqual([`error ${option}: ${option} is empty`]);
    expect(findings({ [option]: null })).toEqual([`error ${option}: ${option} is empty`]);
  });
});
