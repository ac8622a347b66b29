// An editor's conversation with TypeScript's server.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";

const SERVER = createRequire(import.meta.url).resolve("typescript/lib/tsserver.js");

export class Session {
  #server = spawn(process.execPath, [SERVER, "--disableAutomaticTypingAcquisition"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  #waiting = new Map();
  #sequence = 0;
  #text = "";

  constructor() {
    this.#server.stdout.setEncoding("utf8").on("data", (text) => {
      this.#text += text;
      const lines = this.#text.split("\n");
      this.#text = lines.pop() ?? "";
      for (const line of lines) {
        if (!line.startsWith("{")) continue;
        const message = JSON.parse(line);
        if (message.type !== "response") continue;
        this.#waiting.get(message.request_seq)?.(message.body);
        this.#waiting.delete(message.request_seq);
      }
    });
  }

  #send(command, args) {
    const seq = ++this.#sequence;
    this.#server.stdin.write(`${JSON.stringify({ seq, type: "request", command, arguments: args })}\n`);
    return seq;
  }

  #ask(command, args) {
    const seq = this.#send(command, args);
    return new Promise((resolve) => this.#waiting.set(seq, resolve));
  }

  async open(file, fileContent) {
    this.#send("open", { file, fileContent });
    await this.#ask("projectInfo", { file, needFileNameList: false });
  }

  insert(file, line, offset, insertString) {
    this.#send("change", { file, line, offset, endLine: line, endOffset: offset, insertString });
  }

  remove(file, line, offset, length) {
    this.#send("change", {
      file,
      line,
      offset,
      endLine: line,
      endOffset: offset + length,
      insertString: "",
    });
  }

  async complete(file, line, offset) {
    const body = await this.#ask("completionInfo", { file, line, offset });
    return (body?.entries ?? []).map(({ name }) => name);
  }

  close() {
    this.#server.kill();
  }
}
