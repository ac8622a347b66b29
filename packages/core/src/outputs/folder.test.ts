import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { shell } from "../build/steps.test-support.js";
import { coreSource } from "../components/core-source.js";
import { text } from "../expressions/text.js";
import { template } from "../template/create-template.js";
import { local } from "../variables/local.js";
import { variable } from "../variables/variable.js";
import { isFolder } from "./folder.js";

const region = variable("region", z.string());
const name = local("name", text`web-${region}`);
const a = coreSource.null("a", { communicator: "none" });
const whole = template([a.provision(shell({ inline: [text`echo ${name}`] }))], {
  required_version: ">= 1.10.0",
});
const HEADER = "# Written by Packwright. Change the program that writes it, and not this file.\n\n";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "packwright-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const filesIn = async (path: string): Promise<readonly string[]> => (await readdir(path)).sort();

describe("a template written to a file that is there", () => {
  it("leaves it its mode; of a link, the file that it leads to is written", async () => {
    await mkdir(join(folder, "in"));
    const target = join(folder, "in/a.pkr.hcl");
    await writeFile(target, "# before\n");
    await chmod(target, 0o640);
    const link = join(folder, "link.pkr.hcl");
    await symlink("in/a.pkr.hcl", link);
    expect(await whole.write(link)).toEqual({ path: link, changed: true });
    expect(await readFile(target, "utf8")).toBe(whole.toHcl());
    expect(((await stat(target)).mode & 0o7777).toString(8)).toBe("640");
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await filesIn(join(folder, "in"))).toEqual(["a.pkr.hcl"]);
  });
});

describe("a template written to a folder", () => {
  it("is split by what its blocks are", async () => {
    const images = join(folder, "deep/images");
    const result = await whole.write(`${images}/`);
    expect(result).toMatchObject({ path: `${images}/`, changed: true });
    expect(result.files).toEqual([
      { path: join(images, "packer.pkr.hcl"), change: "written" },
      { path: join(images, "variables.pkr.hcl"), change: "written" },
      { path: join(images, "locals.pkr.hcl"), change: "written" },
      { path: join(images, "sources.pkr.hcl"), change: "written" },
      { path: join(images, "build.pkr.hcl"), change: "written" },
    ]);
    const parts: string[] = [];
    for (const { path } of result.files ?? []) {
      const content = await readFile(path, "utf8");
      expect(content.startsWith(HEADER)).toBe(true);
      parts.push(content.slice(HEADER.length));
    }
    expect(parts.join("\n")).toBe(whole.toHcl());
  });

  it("is not touched when it is there already", async () => {
    await whole.write(folder);
    const again = await whole.write(folder);
    expect(again.changed).toBe(false);
    expect(again.files?.every(({ change }) => change === "kept")).toBe(true);
  });

  it("loses the files that nothing stands in any more, and no others", async () => {
    await whole.write(folder);
    await writeFile(join(folder, "own.pkr.hcl"), "# mine\n");
    await writeFile(join(folder, "setup.sh"), `${HEADER}true\n`);
    const result = await a.write(folder);
    expect(result.files?.filter(({ change }) => change === "removed").map(({ path }) => path)).toEqual([
      join(folder, "locals.pkr.hcl"),
      join(folder, "packer.pkr.hcl"),
      join(folder, "variables.pkr.hcl"),
    ]);
    expect(await filesIn(folder)).toEqual(["build.pkr.hcl", "own.pkr.hcl", "setup.sh", "sources.pkr.hcl"]);
  });

  it("overwrites no file of somebody else, and then writes none", async () => {
    await writeFile(join(folder, "build.pkr.hcl"), "build {}\n");
    await expect(whole.write(folder)).rejects.toThrow(
      `${join(folder, "build.pkr.hcl")} would be overwritten, and Packwright did not write it`,
    );
    expect(await filesIn(folder)).toEqual(["build.pkr.hcl"]);
  });

  it("is not written at all when it has errors", async () => {
    const broken = coreSource.null("a b" as "x", { communicator: "none" });
    await expect(broken.write(join(folder, "x"))).rejects.toThrow("one error");
    expect(await filesIn(folder)).toEqual([]);
  });
});

describe("a path", () => {
  it.each(["images", "images/", "a.b/images", "./images", ".", "..", "C:\\images\\"])(
    "names a folder: %s",
    (path) => {
      expect(isFolder(path)).toBe(true);
    },
  );
  it.each(["a.pkr.hcl", "images/a.json", "a.txt", "..pkr"])("names a file: %s", (path) => {
    expect(isFolder(path)).toBe(false);
  });
});
