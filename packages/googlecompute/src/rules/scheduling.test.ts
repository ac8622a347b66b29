import { variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findings, places } from "./check.test-support.js";
import * as message from "./messages.js";

const count = variable("count", z.int().default(0));
const maintenance = variable("maintenance", z.string().default("TERMINATE"));

describe("a preemptible machine", () => {
  it("cannot migrate", () => {
    expect(findings({ preemptible: true, on_host_maintenance: "MIGRATE" })).toEqual([
      `error on_host_maintenance: ${message.PREEMPTIBLE}`,
    ]);
    expect(findings({ preemptible: "true", on_host_maintenance: "MIGRATE" })).toEqual([
      `error on_host_maintenance: ${message.PREEMPTIBLE}`,
    ]);
  });

  it.each([
    { preemptible: true },
    { preemptible: true, on_host_maintenance: "TERMINATE" },
    { preemptible: true, on_host_maintenance: maintenance },
    { preemptible: false, on_host_maintenance: "MIGRATE" },
    { preemptible: variable("spot", z.boolean().default(false)), on_host_maintenance: "MIGRATE" },
  ])("passes: %#", (options) => {
    expect(findings(options)).toEqual([]);
  });
});

describe("accelerators", () => {
  const type = { accelerator_type: "nvidia-tesla-t4" };

  it("have a type", () => {
    expect(findings({ accelerator_count: 1, on_host_maintenance: "TERMINATE" })).toEqual([
      `error accelerator_count: ${message.ACCELERATOR_TYPE}`,
    ]);
  });

  it("keep the machine from migrating", () => {
    const expected = [`error accelerator_count: ${message.ACCELERATOR_MAINTENANCE}`];
    expect(findings({ ...type, accelerator_count: 1 })).toEqual(expected);
    expect(findings({ ...type, accelerator_count: "2", on_host_maintenance: "MIGRATE" })).toEqual(expected);
  });

  it.each([
    { ...type, accelerator_count: 1, on_host_maintenance: "TERMINATE" },
    { ...type, accelerator_count: 1, on_host_maintenance: maintenance },
    { ...type, accelerator_count: 1, preemptible: true },
    { accelerator_count: 0 },
    { accelerator_count: "0" },

    { accelerator_count: count },
    type,
  ])("pass: %#", (options) => {
    expect(findings(options)).toEqual([]);
  });
});

describe("a limited run", () => {
  it("should say what happens at its end", () => {
    expect(findings({ max_run_duration_in_seconds: 3600 })).toEqual([
      `warning max_run_duration_in_seconds: ${message.TERMINATION}`,
    ]);
  });

  it("has an end that does nothing without a limit", () => {
    expect(findings({ instance_termination_action: "STOP" })).toEqual([
      `warning instance_termination_action: ${message.IDLE_TERMINATION}`,
    ]);
  });

  it("has an end that Google knows in upper case only", () => {
    expect(findings({ max_run_duration_in_seconds: 60, instance_termination_action: "stop" })).toEqual([
      'warning instance_termination_action: instance_termination_action reaches Google as it is written: write "STOP"',
    ]);
    expect(places({ max_run_duration_in_seconds: 60, instance_termination_action: "PAUSE" })).toEqual([
      "error instance_termination_action",
    ]);
  });

  it("is a whole number of seconds, and 0 is no limit", () => {
    expect(places({ max_run_duration_in_seconds: -1 })).toEqual(["error max_run_duration_in_seconds"]);
    expect(places({ max_run_duration_in_seconds: 1.5, instance_termination_action: "STOP" })).toEqual([
      "error max_run_duration_in_seconds",
    ]);
    expect(findings({ max_run_duration_in_seconds: 0 })).toEqual([]);
    expect(findings({ max_run_duration_in_seconds: 60, instance_termination_action: "DELETE" })).toEqual([]);
  });
});
