import type { ExprBase, Scope } from "@packwright/core";

/** A path or a name: text, or an expression of text. */
type Text<S extends Scope> = string | ExprBase<string, S>;

/** A secret is never written out in a program: it comes from a sensitive variable or a data source. */
type Secret<S extends Scope> = ExprBase<string, S>;

/**
 * The ways to authenticate with Google, each as options to spread into a source or a post-processor; two of them
 * together are refused.
 *
 * @example
 * source.googlecompute("web", { ...auth.impersonate("packer@loopbin.iam.gserviceaccount.com"), … })
 * // impersonate_service_account = "packer@loopbin.iam.gserviceaccount.com"
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/builder/googlecompute#authentication
 */
export const auth = {
  /**
   * The application default credentials: GOOGLE_APPLICATION_CREDENTIALS, what `gcloud auth application-default login`
   * left, or the account of the machine that Packer runs on.
   */
  applicationDefault: (): object => ({}),

  /** A JSON file with credentials, which Packer reads when it validates; `~` is not expanded. */
  credentialsFile: <const P extends Text<S>, S extends Scope = never>(
    path: P,
  ): { readonly credentials_file: P } => ({ credentials_file: path }),

  /** The text of such a file: a sensitive variable, not the text itself. */
  credentialsJson: <J extends Secret<S>, S extends Scope = never>(
    json: J,
  ): { readonly credentials_json: J } => ({ credentials_json: json }),

  /** A bearer token, which Packer does not renew, as a sensitive variable: it lasts for an hour at most. */
  accessToken: <T extends Secret<S>, S extends Scope = never>(token: T): { readonly access_token: T } => ({
    access_token: token,
  }),

  /** Acting as a service account, by its e-mail address, on the strength of the application default credentials. */
  impersonate: <const E extends Text<S>, S extends Scope = never>(
    email: E,
  ): { readonly impersonate_service_account: E } => ({ impersonate_service_account: email }),

  /** Tokens of Vault, by the path that hands them out; VAULT_ADDR and VAULT_TOKEN have to be in Packer's environment. */
  vault: <const P extends Text<S>, S extends Scope = never>(
    path: P,
  ): { readonly vault_gcp_oauth_engine: P } => ({ vault_gcp_oauth_engine: path }),
} as const;
