import { atMostOne, type Rule } from "@packwright/core";
import * as message from "./messages.js";

/** The plugin takes one way to authenticate; none at all stands for the application default credentials. */
export const authenticationRule: Rule = atMostOne(
  [
    "access_token",
    "account_file",
    "credentials_file",
    "credentials_json",
    "impersonate_service_account",
    "vault_gcp_oauth_engine",
  ],
  message.ONE_AUTHENTICATION,
);
