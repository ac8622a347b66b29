import type { DiagnosticCode, Severity } from "./diagnostic.js";

/** What a code of a diagnostic stands for. */
export interface CodeDescription {
  /** What is found, as a sentence. */
  readonly finds: string;
  /** How much it weighs unless a template says otherwise; the higher one where it depends on the case. */
  readonly severity: Severity;
  /** What to do about it. */
  readonly remedy: string;
}

const error = (finds: string, remedy: string): CodeDescription => ({ finds, severity: "error", remedy });
const warning = (finds: string, remedy: string): CodeDescription => ({ finds, severity: "warning", remedy });
const note = (finds: string, remedy: string): CodeDescription => ({ finds, severity: "note", remedy });

/**
 * Every code that a diagnostic of Packwright's can have.
 *
 * @example DIAGNOSTIC_CODES["unknown-option"].finds   // "An option that the component does not have."
 */
export const DIAGNOSTIC_CODES: Readonly<Record<DiagnosticCode, CodeDescription>> = {
  "bad-call": error("A function with too many, too few or unfit arguments.", "Call it as the message shows."),
  "bad-constraint": error("A version constraint that Packer cannot read.", 'Write ">= 1.10.0".'),
  "bad-expression": error("An expression of HCL that is written wrongly.", "Write it as HCL has it."),
  "bad-identifier": error("A name with other characters than letters, digits, _ and -.", "Rename it."),
  "bad-label": error("A block with too many or too few labels.", "Write the block as the message shows."),
  "bad-label-reference": error(
    "A name in only, except or override that no source of the build has; Packer ignores it silently.",
    "Name one of the sources that the message lists.",
  ),
  "bad-plugin-requirement": error(
    "An entry of required_plugins that Packer refuses.",
    'Write { version = ">= 1.0.0", source = "github.com/hashicorp/name" }.',
  ),
  "bad-registry": error("A second hcp_packer_registry, or several builds with one.", "Keep one of them."),
  "bad-repetition": error("A dynamic block where Packer expands none.", "Write the blocks out."),
  "bad-source-use": error(
    "A source block in a build that sets what the source sets already.",
    "Make a source of its own of it, with .with(…).",
  ),
  "bad-type": error(
    "A type of a variable that HCL does not have.",
    "Write string, list(string), object({ … }).",
  ),
  "broken-chain": warning(
    "A post-processor that cannot take what the one before it gives.",
    "Put them in another order, or in chains of their own.",
  ),
  "build-scope": error(
    "A value that only a running build knows, where none runs.",
    "Use a variable, or move it into a step.",
  ),
  "conflicting-options": error("Options of which only one may be set.", "Keep one of them."),
  "deprecated-option": warning("An option that should not be used any more.", "Use what the message names."),
  "duplicate-name": error("One name for two things.", "Rename one of them."),
  "empty-build": error("A build of no sources.", "Name at least one source."),
  "ignored-block": warning("A block that Packer reads and ignores.", "Take it out."),
  "invalid-default": error("A default that the type of its variable does not allow.", "Change one of them."),
  "invalid-value": error("A value that an option or argument does not take.", "Give one that it takes."),
  "legacy-json": error(
    "What legacy JSON says and HCL cannot, or the other way round.",
    "Write the template in the other form.",
  ),
  "legacy-only": warning("A component that works in legacy JSON only.", "Use what the message names."),
  "literal-secret": warning(
    "A secret that stands in the template as it is; a note where it opens no more than the machine that is built.",
    "Pass it as a variable that is sensitive.",
  ),
  "local-cycle": error("Locals or data sources that refer to each other.", "Take one of the references out."),
  "misplaced-reference": error(
    "A reference or a call where Packer evaluates none.",
    "Write the value itself, or make a local of it.",
  ),
  "missing-argument": error("A block without an argument that it needs.", "Set it."),
  "missing-file": error("A file that the template names and that is not there.", "Name one that is."),
  "missing-option": error("An option without which a component does not run.", "Set it."),
  "missing-plugin": error(
    "A plugin that the template asks for and that is not there.",
    "Install it with packer init.",
  ),
  "no-builds": error("A template of no builds.", "Add a build."),
  "no-value": error(
    "An expression that has no value, as something in it failed when it was evaluated.",
    "Change it as the message says.",
  ),
  "not-a-step": error("Something else where a step belongs.", "Pass a provisioner or a post-processor."),
  "packer-crash": error("What makes Packer 1.16 crash.", "Write it as the message shows."),
  "packer-version": error(
    "What only later versions of Packer have than the template asks for.",
    "Set required_version to the version that brought it.",
  ),
  "plugin-bug": error(
    "What a plugin accepts and does otherwise than it says, or a rule of your own that failed itself.",
    "Write it as the message shows; tell whoever wrote the rule.",
  ),
  "related-options": error("Options that do not go together.", "Change them as the message says."),
  "syntax-error": error("A file that is no HCL or JSON.", "Write what the message expects."),
  "type-mismatch": error("An expression of another type than its option.", "Use one of the right type."),
  "unchecked-component": note(
    "A component without a definition, whose options nobody checked.",
    "Pass its package as one of components.",
  ),
  "unchecked-constraint": note(
    "A constraint that TypeScript checks and Packer does not.",
    "Write a validation if Packer is to check it.",
  ),
  "unchecked-value": note(
    "A value of a function that needs files or a network, which nobody provided.",
    "Give the host what the message names.",
  ),
  "undeclared-variable": error("A value for a variable that there is not.", "Declare the variable."),
  "unknown-argument": error("An argument that its block does not have.", "Use one that it has."),
  "unknown-block": error("A block where there is none of that type.", "Use one that is known there."),
  "unknown-component": error(
    "A component that neither Packer nor a required plugin has.",
    "Name its plugin in required_plugins.",
  ),
  "unknown-function": error("A function that Packer does not have.", "Use one that it has."),
  "unknown-option": error("An option that the component does not have.", "Use one that it has."),
  "unknown-reference": error("A reference to what nobody declares.", "Declare it, or correct the name."),
  "unknown-type": error("A schema that no variable of Packer can have.", "Use one that HCL has a type for."),
  "unreadable-file": error("A file that cannot be read.", "Name one that can."),
  "unset-variable": error("A variable without a value.", "Give it a default or a value."),
  unsupported: error("What Packer understands and Packwright does not.", "Write it another way."),
  "unwritable-value": error("A value that HCL cannot hold.", "Use text, numbers, booleans, lists, objects."),
};
