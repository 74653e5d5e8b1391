import {quietly, say} from "./shell.mjs";

/** Installs Debian packages for the tests where there is apt-get and we are root; says what it does and what goes wrong. */
export function aptInstall(title, packages) {
  if (process.getuid?.() !== 0 || !quietly("apt-get", ["--version"]).ok) return;
  say(`installing ${title} with apt-get for the tests`);
  const env = {...process.env, DEBIAN_FRONTEND: "noninteractive"};
  const apt = ["-q", "-o", "DPkg::Lock::Timeout=300"];
  quietly("apt-get", [...apt, "update"], {env});
  const got = quietly("apt-get", [...apt, "install", "-y", "--no-install-recommends", ...packages], {env});
  if (!got.ok) say(`apt-get could not install ${title}: ${got.output.split("\n").pop()}`);
}
