/** What the rules of communicators say, in one place for the compiler's messages and for those of the running program. */

export const SSH_USER =
  'ssh_username is missing: Packer connects over SSH unless communicator is "winrm" or "none"';
export const WINRM_USER = "winrm_username is missing: Packer connects over WinRM";
export const NEEDS_WINRM = 'WinRM options have an effect only with communicator "winrm"';
export const CERTIFICATE = "ssh_certificate_file needs ssh_private_key_file";
export const BASTION_CERTIFICATE = "ssh_bastion_certificate_file needs ssh_bastion_private_key_file";
export const ONE_WAY =
  "a bastion host and a proxy exclude each other: set ssh_bastion_host or ssh_proxy_host";
export const BASTION_AUTH =
  "ssh_bastion_host needs ssh_bastion_password, ssh_bastion_private_key_file, ssh_private_key_file or ssh_bastion_agent_auth";
export const TUNNEL = "a tunnel is port:host:port, for example 8080:localhost:80";
