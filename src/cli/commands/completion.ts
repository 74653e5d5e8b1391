import {bundledCases} from "../../casebook/node.ts";
import {incorrect} from "../../errors.ts";
import type {CommandSpec} from "../command.ts";
import {registry} from "../registry.ts";

export const completionCommand: CommandSpec = {
  name: "completion",
  summary: "print a completion script for bash, zsh or fish",
  args: [{name: "<shell>", about: "bash, zsh or fish"}],
  options: [],
  examples: ["thaw completion bash > ~/.local/share/bash-completion/completions/thaw"],
  async run({args: [shell = ""]}, effects) {
    const specs = await Promise.all(Object.values(registry).map((load) => load()));
    const flags = (name: string) =>
      specs
        .find((spec) => spec.name === name)!
        .options.map(({flags: f}) => f.split(" ")[0]!)
        .concat("--help");
    const cases = bundledCases();
    if (shell === "bash")
      effects.out(
        bash(
          specs.map(({name}) => name),
          flags,
          cases
        )
      );
    else if (shell === "zsh") effects.out(zsh(specs, flags, cases));
    else if (shell === "fish") effects.out(fish(specs, flags, cases));
    else throw incorrect("cli/unknown-shell", `unknown shell ${shell}; write bash, zsh or fish`);
  }
};

type Flags = (name: string) => readonly string[];

function bash(names: readonly string[], flags: Flags, cases: readonly string[]): string {
  const arms = names.map((name) => `    ${name}) words="${[...flags(name), ...cases].join(" ")}" ;;`).join("\n");
  return `_thaw() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words
  case "\${COMP_WORDS[1]}" in
${arms}
    *) words="" ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && words="${names.join(" ")} --help --version"
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -d -- "$current"))
}
complete -F _thaw thaw`;
}

function zsh(specs: readonly CommandSpec[], flags: Flags, cases: readonly string[]): string {
  const list = specs.map(({name, summary}) => `    '${name}:${summary.replaceAll("'", "")}'`).join("\n");
  const arms = specs
    .map(({name}) => `    ${name}) compadd -- ${[...flags(name), ...cases].join(" ")}; _files -/ ;;`)
    .join("\n");
  return `#compdef thaw
_thaw() {
  local -a commands=(
${list}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case $words[2] in
${arms}
  esac
}
compdef _thaw thaw`;
}

function fish(specs: readonly CommandSpec[], flags: Flags, cases: readonly string[]): string {
  const lines = specs.flatMap(({name, summary}) => [
    `complete -c thaw -n __fish_use_subcommand -a ${name} -d '${summary.replaceAll("'", "")}'`,
    ...flags(name).map((flag) => `complete -c thaw -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}`)
  ]);
  return [...lines, `complete -c thaw -n 'not __fish_use_subcommand' -a '${cases.join(" ")}'`].join("\n");
}
