/** What a project says in `packwright.config.ts`; the command line comes before it. */
export interface Config {
  /** Files and folders with templates, from the folder of the configuration; for commands that name none. */
  readonly templates?: readonly string[] | undefined;
  /** Seconds that templates may take to load, 60 when nothing is said; 0 is no limit. */
  readonly timeout?: number | undefined;
  /** What `packwright synth` writes. */
  readonly synth?:
    | {
        /** HCL when nothing is said. */
        readonly form?: "hcl" | "json" | "legacy" | undefined;
        /** The folder that is written to, from that of the configuration; beside the TypeScript when nothing is said. */
        readonly out?: string | undefined;
      }
    | undefined;
  /** The packer that is run: a path, or a name that is looked for on the PATH. */
  readonly packer?: string | undefined;
}

/**
 * A configuration for `packwright.config.ts`, with its types checked. What is wrong with it at run time is told when a
 * command reads it.
 *
 * @example
 * export default defineConfig({ templates: ["images"], synth: { out: "packer" } });
 */
export function defineConfig(config: Config): Config {
  return config;
}
