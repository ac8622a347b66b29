import { describe, expect, it } from "vitest";
import { hclOf, problemsOf } from "./step.test-support.js";
import { windowsRestart } from "./windows-restart.js";

describe("windows-restart", () => {
  it("writes all of its options in the order given", () => {
    const step = windowsRestart({
      restart_command: "shutdown /r /t 5",
      restart_check_command: 'powershell -command "& {Write-Output restarted}"',
      restart_timeout: "15m",
      check_registry: true,
      registry_keys: ["HKLM:SOFTWARE\\Example\\RebootPending"],
      pause_before: "10s",
    });
    expect(hclOf(step)).toBe(`provisioner "windows-restart" {
  restart_command       = "shutdown /r /t 5"
  restart_check_command = "powershell -command \\"& {Write-Output restarted}\\""
  restart_timeout       = "15m"
  check_registry        = true
  registry_keys         = ["HKLM:SOFTWARE\\\\Example\\\\RebootPending"]
  pause_before          = "10s"
}
`);
  });

  it("needs no options", () => {
    expect(hclOf(windowsRestart())).toBe('provisioner "windows-restart" {}\n');
    expect(problemsOf(windowsRestart({}))).toEqual([]);
  });

  it("waits for a length of time with a unit", () => {
    // @ts-expect-error no unit that Go knows
    expect(problemsOf(windowsRestart({ restart_timeout: "10 minutes" }))).toEqual([
      'error windows-restart.restart_timeout: restart_timeout has to be a duration with a unit, such as "90s" or "1h30m"',
    ]);
  });
});
