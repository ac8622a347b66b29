import { build, source, type Build } from "@packwright/core";
import { manifest, shellLocal as reportLocal } from "@packwright/post-processors";
import { ansible, file, shell, shellLocal } from "@packwright/provisioners";
import type { Sshd } from "../sshd.js";

/** The steps log a line each to this file of the machine, which is the one that runs the test. */
export const LOG = "steps.log";

function connection({ port, user, key }: Sshd) {
  return {
    ssh_host: "127.0.0.1",
    ssh_port: port,
    ssh_username: user,
    ssh_private_key_file: key,
    ssh_timeout: "60s",
  } as const;
}

/** A build of which a step fails, with a step that cleans up or without. */
export function failingBuild(sshd: Sshd, folder: string, cleans: boolean): Build<"null.machine"> {
  const log = (text: string): string => `echo ${text} >> '${folder}/${LOG}'`;
  const image = source
    .null("machine", connection(sshd))
    .provision(
      shell({ inline: [log("first")] }),
      shell({ inline: [log("fails"), "exit 5"] }),
      shell({ inline: [log("never")] }),
    );
  return cleans ? image.errorCleanup(shell({ inline: [log("cleaned")] })) : image;
}

/** A build of two machines, which are one, over a connection of a test's own; `folder` is where all of it happens. */
export function machineBuild(sshd: Sshd, folder: string): Build<"null.one" | "null.two"> {
  const one = source.null("one", connection(sshd));
  const log = (text: string): string => `echo "$PACKER_BUILD_NAME ${text}" >> '${folder}/${LOG}'`;
  return build([one, one.with("two", {})])
    .provision(
      shell({
        inline: [
          log("inline $WORD"),
          `printf '%s\\n' 'literal \${HOME} %{if} "quoted" \\n' > '${folder}/literal.txt'`,
        ],
        environment_vars: ["WORD=with $ and 'spaces'"],
        only: ["null.one"],
      }),
      shell({ script: "setup.sh", environment_vars: [`LOG=${folder}/${LOG}`] }),
      shell({ inline: [log("both")], override: { two: { inline: [log("overridden")] } } }),
      shell({
        inline: [
          `if [ ! -e '${folder}/tried' ]; then touch '${folder}/tried'; exit 7; fi`,
          log("tried again"),
        ],
        max_retries: 2,
        except: ["null.two"],
      }),
      shell({ inline: [log("exit 3"), "exit 3"], valid_exit_codes: [0, 3], only: ["null.two"] }),
      file({ source: "up.txt", destination: `${folder}/up-there.txt`, only: ["null.one"] }),
      shell({ inline: [`tr a-z A-Z < '${folder}/up-there.txt' > '${folder}/made.txt'`], only: ["null.one"] }),
      file({
        source: `${folder}/made.txt`,
        destination: "down-here.txt",
        direction: "download",
        only: ["null.one"],
      }),
      ansible({
        playbook_file: "playbook.yml",
        extra_arguments: ["--extra-vars", `target=${folder}/ansible.txt`],
        user: sshd.user,
        use_proxy: false,
        only: ["null.one"],
      }),
      shellLocal({ inline: [log("local")] }),
    )
    .postProcess(manifest({ output: "manifest.json", strip_time: true, custom_data: { by: "packwright" } }))
    .postProcess(reportLocal({ inline: [log("post-processed")] }));
}

export const FILES: Readonly<Record<string, string>> = {
  "setup.sh": '#!/bin/sh -e\necho "$PACKER_BUILD_NAME script" >> "$LOG"\n',
  "up.txt": "words\n",
  "playbook.yml": `- hosts: all
  gather_facts: false
  tasks:
    - copy:
        content: "made by ansible\\n"
        dest: "{{ target }}"
`,
};

/** What the steps of {@link machineBuild} log, in their order. */
export const STEPS: readonly string[] = [
  "one inline with $ and 'spaces'",
  "one script",
  "one both",
  "one tried again",
  "one local",
  "one post-processed",
  "two script",
  "two overridden",
  "two exit 3",
  "two local",
  "two post-processed",
];
