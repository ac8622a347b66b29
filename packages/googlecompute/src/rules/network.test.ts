import { variable } from "@packwright/core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findings, places } from "./check.test-support.js";
import * as message from "./messages.js";

const flag = variable("flag", z.boolean().default(false));

describe("a machine without an external address", () => {
  it("is reached at its internal one", () => {
    expect(findings({ omit_external_ip: true })).toEqual([`error omit_external_ip: ${message.INTERNAL_IP}`]);
    expect(findings({ omit_external_ip: true, use_internal_ip: false })).toEqual([
      `error omit_external_ip: ${message.INTERNAL_IP}`,
    ]);
    expect(findings({ omit_external_ip: true, use_internal_ip: "true" })).toEqual([]);
    expect(findings({ omit_external_ip: true, use_internal_ip: flag })).toEqual([]);
    expect(findings({ omit_external_ip: flag })).toEqual([]);
    expect(findings({ omit_external_ip: false })).toEqual([]);
  });

  it("has no reserved one either", () => {
    expect(findings({ omit_external_ip: true, use_internal_ip: true, address: "static" })).toEqual([
      `error address: ${message.NO_ADDRESS}`,
    ]);
    expect(findings({ omit_external_ip: false, address: "static" })).toEqual([]);
  });
});

describe("a tunnel", () => {
  it("carries SSH or WinRM", () => {
    expect(findings({ use_iap: true, communicator: "none" })).toEqual([`error use_iap: ${message.IAP}`]);
    expect(findings({ use_iap: true })).toEqual([]);
    expect(findings({ use_iap: true, communicator: variable("how", z.string()) })).toEqual([]);
    expect(findings({ use_iap: false, communicator: "none" })).toEqual([]);
  });
});

describe("the service account", () => {
  it("is not given beside none", () => {
    const options = { disable_default_service_account: true, service_account_email: "a@b" };
    expect(findings(options)).toEqual([`error service_account_email: ${message.NO_ACCOUNT}`]);
    expect(findings({ ...options, disable_default_service_account: false })).toEqual([]);
    expect(findings({ ...options, service_account_email: "" })).toEqual([]);
  });
});

describe("integrity monitoring", () => {
  it("needs the virtual TPM", () => {
    const option = "enable_integrity_monitoring";
    expect(findings({ [option]: true })).toEqual([`error ${option}: ${message.MONITORING}`]);
    expect(findings({ [option]: true, enable_vtpm: true })).toEqual([]);
    expect(findings({ [option]: false })).toEqual([]);
    expect(findings({ [option]: flag })).toEqual([]);
  });
});

describe("a communicator of containers", () => {
  it.each(["docker", "dockerWindowsContainer"])("is of no use: %s", (communicator) => {
    expect(places({ communicator })).toEqual(["warning communicator"]);
  });

  it("is one of a few", () => {
    expect(places({ communicator: "telnet" })).toEqual(["error communicator"]);
  });
});
