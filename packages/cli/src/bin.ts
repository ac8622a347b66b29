#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { main } from "./main.js";

const code = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  program: fileURLToPath(import.meta.url),
  env: process.env,
  ...(process.stdout.isTTY ? { terminal: process.stdout } : {}),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  readInput: async () => {
    let text = "";
    for await (const piece of process.stdin.setEncoding("utf8")) text += String(piece);
    return text;
  },
});

/** Resolves when all that was written is on its way. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write("", () => {
      resolve();
    });
  });
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
// Timers and sockets that templates left open do not keep the command.
process.exit(code);
