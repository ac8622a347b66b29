import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { IS_FULL } from "./repository.js";

/** An SSH server of a test's own, on a port of loopback, that lets one key in as the user that runs the test. */
export interface Sshd {
  readonly port: number;
  readonly user: string;
  /** The path of the private key. */
  readonly key: string;
  /** Where its keys, its configuration and its log are, until it is stopped. */
  readonly folder: string;
  /** Ends the server, by its process id. */
  stop(): Promise<void>;
}

/** The first of a program's paths that is there; servers stand where the PATH of users does not lead. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * Whether programs that a suite needs are missing, and what its title says of that.
 *
 * @throws when they are, where nothing may be skipped
 */
export function programsFor(...names: readonly string[]): {
  readonly areMissing: boolean;
  readonly why: string;
} {
  const missing = names.filter((name) => findProgram(name) === undefined);
  if (missing.length === 0) return { areMissing: false, why: "" };
  if (IS_FULL) {
    throw new Error(`${missing.join(" and ")} missing: the builds have to run when PACKWRIGHT_FULL is 1`);
  }
  return { areMissing: true, why: ` (skipped: no ${missing.join(", no ")} here)` };
}

/** Where sshd wants an empty folder when it runs as root. */
const PRIVILEGE_SEPARATION = "/run/sshd";

/** Starts a server in a folder of its own. */
export async function startSshd(): Promise<Sshd> {
  const program = findProgram("sshd");
  if (program === undefined) throw new Error("there is no sshd");
  const folder = mkdtempSync(join(tmpdir(), "packwright-sshd-"));
  const path = (name: string): string => join(folder, name);
  for (const name of ["host", "user"]) {
    const made = spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", path(name)]);
    if (made.status !== 0) throw new Error(`ssh-keygen failed: ${String(made.stderr)}`);
  }
  copyFileSync(path("user.pub"), path("authorized_keys"));
  const port = await freePort();
  writeFileSync(
    path("sshd_config"),
    [
      `Port ${String(port)}`,
      "ListenAddress 127.0.0.1",
      `HostKey ${path("host")}`,
      `PidFile ${path("sshd.pid")}`,
      `AuthorizedKeysFile ${path("authorized_keys")}`,
      "StrictModes no",
      "UsePAM no",
      "PasswordAuthentication no",
      "PermitRootLogin prohibit-password",
      "Subsystem sftp internal-sftp",
      "",
    ].join("\n"),
  );
  const isMade = userInfo().uid === 0 && !existsSync(PRIVILEGE_SEPARATION);
  if (isMade) mkdirSync(PRIVILEGE_SEPARATION, { mode: 0o755 });
  const server = spawn(program, ["-D", "-f", path("sshd_config"), "-E", path("sshd.log")], {
    stdio: "ignore",
  });
  const stop = async (): Promise<void> => {
    await end(server);
    if (isMade) rmdirSync(PRIVILEGE_SEPARATION);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilListening(port, server);
  } catch (error) {
    const log = existsSync(path("sshd.log")) ? readFileSync(path("sshd.log"), "utf8") : "";
    await stop();
    throw new Error(`sshd does not run: ${log}`, { cause: error });
  }
  return { port, user: userInfo().username, key: path("user"), folder, stop };
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) {
      resolve();
      return;
    }
    server.once("exit", () => {
      resolve();
    });
    server.kill("SIGTERM");
  });
}

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
        else reject(new Error("no port of loopback is free"));
      });
    });
  });
}

async function untilListening(port: number, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (server.exitCode !== null) throw new Error(`sshd ended with ${String(server.exitCode)}`);
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers on port ${String(port)}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => {
      resolve(false);
    });
  });
}
