import { beforeAll, describe, expect, it } from "vitest";
import * as communicator from "../../packages/core/src/communicator/messages.js";
import { BASE, findings } from "../../packages/googlecompute/src/rules/check.test-support.js";
import * as message from "../../packages/googlecompute/src/rules/messages.js";
import { compileStatements } from "./compile-snippet.js";
import { COMPILERS, type Compiler } from "./compilers.js";

/** A mistake, and what both the compiler and the running program say of it. */
interface Mistake {
  readonly message: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** An option of the base that has to go for it. */
  readonly without?: keyof typeof BASE;
}

const disk = (...disk_attachment: readonly object[]): Mistake["options"] => ({ disk_attachment });
const fresh = { volume_type: "pd-ssd", volume_size: 10 };

const MISTAKES: readonly Mistake[] = [
  { message: communicator.SSH_USER, options: {}, without: "ssh_username" },
  { message: communicator.WINRM_USER, options: { communicator: "winrm" } },
  { message: communicator.NEEDS_WINRM, options: { winrm_username: "u" } },
  { message: communicator.CERTIFICATE, options: { ssh_certificate_file: "c" } },
  { message: communicator.BASTION_CERTIFICATE, options: { ssh_bastion_certificate_file: "c" } },
  { message: communicator.BASTION_AUTH, options: { ssh_bastion_host: "b" } },
  {
    message: communicator.ONE_WAY,
    options: { ssh_bastion_host: "b", ssh_bastion_password: "p", ssh_proxy_host: "q" },
  },
  { message: communicator.TUNNEL, options: { ssh_local_tunnels: ["oops"] } },
  { message: message.ONE_AUTHENTICATION, options: { access_token: "t", credentials_file: "f" } },
  { message: message.SOME_IMAGE, options: {}, without: "source_image_family" },
  { message: message.ZONE, options: { zone: "europe-west3" } },
  { message: message.ONE_REGION, options: { region: "europe-west3-a" } },
  { message: message.LABEL_KEY, options: { labels: { Team: "images" } } },
  { message: message.LABEL_KEY, options: { image_labels: { "1team": "images" } } },
  { message: message.MONITORING, options: { enable_integrity_monitoring: true } },
  { message: message.PREEMPTIBLE, options: { preemptible: true, on_host_maintenance: "MIGRATE" } },
  { message: message.ACCELERATOR_TYPE, options: { accelerator_count: 1, preemptible: true } },
  { message: message.ACCELERATOR_TYPE, options: { accelerator_count: 1 } },
  { message: message.ACCELERATOR_MAINTENANCE, options: { accelerator_count: 1, accelerator_type: "t4" } },
  { message: message.TERMINATION, options: { max_run_duration_in_seconds: 60 } },
  { message: message.INTERNAL_IP, options: { omit_external_ip: true } },
  { message: message.NO_ADDRESS, options: { omit_external_ip: true, use_internal_ip: true, address: "a" } },
  {
    message: message.NO_ACCOUNT,
    options: { disable_default_service_account: true, service_account_email: "a@b" },
  },
  { message: message.IAP, options: { use_iap: true, communicator: "none" } },
  { message: message.DISK_TYPE, options: disk({ volume_size: 10 }) },
  { message: message.DISK_CONTENT, options: disk(fresh, { volume_type: "pd-ssd" }) },
  { message: message.EXISTING_DISK, options: disk({ source_volume: "v", volume_size: 10 }) },
  { message: message.EXISTING_DISK, options: disk({ source_volume: "v", volume_type: "pd-ssd" }) },
  { message: message.EXISTING_DISK_IMAGE, options: disk({ source_volume: "v", create_image: true }) },
  {
    message: message.SCRATCH_DISK,
    options: disk({ volume_type: "scratch", volume_size: 375, disk_name: "d" }),
  },
  { message: message.IOPS, options: disk({ ...fresh, iops: 10000 }) },
  {
    message: message.ONE_DISK_IMAGE,
    options: disk({ ...fresh, create_image: true }, { ...fresh, create_image: true }),
  },
  {
    message: message.REPLICATED_IMAGE,
    options: disk({ ...fresh, create_image: true, replica_zones: ["a"] }),
  },
];

const cases = MISTAKES.map(({ without, ...mistake }) => ({
  ...mistake,
  options: { ...mistake.options, ...(without === undefined ? {} : { [without]: undefined }) },
  code: `source.googlecompute("x", ${JSON.stringify({ ...BASE, ...mistake.options, ...(without === undefined ? {} : { [without]: undefined }) })});`,
}));

describe("one message", () => {
  it.each(cases)("is what the running program says: $message", ({ message: text, options }) => {
    expect(findings(options).filter((finding) => finding.includes(text))).not.toEqual([]);
  });
});

describe.each(Object.keys(COMPILERS) as Compiler[])("one message under %s", (compiler) => {
  let said: readonly (readonly string[])[] = [];
  beforeAll(() => {
    const header = 'import { source } from "@packwright/googlecompute";';
    said = compileStatements(
      compiler,
      "googlecompute-messages",
      header,
      cases.map(({ code }) => code),
    );
  }, 120_000);

  it.each(cases.map(({ code, message: text }, at) => ({ code, text, at })))(
    "is what the compiler says: $text",
    ({ text, at }) => {
      // The compiler prints the message as a literal.
      const literal = JSON.stringify(text);
      expect(said[at]?.filter((error) => error.includes(literal))).not.toEqual([]);
    },
  );
});
