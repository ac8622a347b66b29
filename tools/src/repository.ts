import { fileURLToPath } from "node:url";

/** The root of the repository, with a slash at its end. */
export const ROOT: string = fileURLToPath(new URL("../../", import.meta.url));

/** Whether this run may skip nothing: a missing `packer` or `go` is then a failure. */
export const IS_FULL: boolean = process.env["PACKWRIGHT_FULL"] === "1";
