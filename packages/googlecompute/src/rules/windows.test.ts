import { variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findings, places } from "./check.test-support.js";

describe("WinRM without a password", () => {
  const winrm = { communicator: "winrm", winrm_username: "packer" };

  it("crashes the plugin when the image is no Windows one", () => {
    expect(places(winrm)).toEqual(["warning communicator"]);
  });

  it.each([
    { ...winrm, winrm_password: "secret" },
    { ...winrm, source_image_family: "windows-2022" },
    { ...winrm, source_image: "Windows-server-v1" },
    { ...winrm, source_image_project_id: ["windows-cloud"] },
    { ...winrm, source_image: variable("image", z.string()) },
    { ...winrm, winrm_password: variable("password", z.string(), { sensitive: true }) },
    { communicator: "ssh" },
  ])("passes: %#", (options) => {
    expect(findings(options)).toEqual([]);
  });
});
