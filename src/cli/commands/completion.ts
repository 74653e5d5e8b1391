import {bundledCases, openCase} from "../../casebook/node.ts";
import {incorrect} from "../../errors.ts";
import type {ArgumentSpec, CommandSpec, OptionSpec} from "../command.ts";
import {registry} from "../registry.ts";

/** What may follow a command. */
type Words = {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly {readonly flag: string; readonly about: string; readonly choices: readonly string[]}[];
  /** Case names, measure ids, or what else the arguments are known to take. */
  readonly arguments: readonly string[];
  readonly takesFolder: boolean;
};

const scripts: Readonly<Record<string, (commands: readonly Words[]) => string>> = {bash, zsh, fish};
const shells = Object.keys(scripts);

export const completionCommand: CommandSpec = {
  name: "completion",
  summary: "print a completion script for bash, zsh or fish",
  about:
    "Prints a script that completes commands, options, their choices, case names and measure ids. It goes into the shell's start file, or into the folder that the shell loads completions from.",
  args: [{name: "<shell>", about: "bash, zsh or fish", choices: shells}],
  options: [],
  examples: ["thaw completion bash > thaw-completion.bash"],
  async run({args: [shell = ""]}, effects) {
    const script = scripts[shell];
    if (script === undefined) {
      throw incorrect("cli/unknown-shell", `unknown shell ${shell}; write ${shells.join(", ")}`);
    }
    const specs = await Promise.all(Object.values(registry).map((load) => load()));
    effects.out(script(specs.map((spec) => wordsOf(spec, effects.cwd))));
  }
};

function wordsOf({name, summary, args, options}: CommandSpec, cwd: string): Words {
  const help: OptionSpec = {flags: "--help", about: "show the help of the command"};
  return {
    name,
    summary,
    options: [...options, help].map(({flags, about, choices = []}) => ({flag: flags.split(" ")[0]!, about, choices})),
    arguments: args.flatMap((argument) => known(argument, cwd)),
    takesFolder: args.some((argument) => argument.name === "<case>" || argument.name === "[case]")
  };
}

function known({name, choices = []}: ArgumentSpec, cwd: string): readonly string[] {
  if (name === "<case>" || name === "[case]") return bundledCases();
  if (name === "<measure>") return bundledCases().flatMap((one) => openCase(one, cwd).measures.map(({id}) => id));
  return choices;
}

const all = ({options, arguments: own}: Words): string => [...options.map(({flag}) => flag), ...own].join(" ");
const quoted = (text: string): string => `'${text.replaceAll("'", "’")}'`;

function bash(commands: readonly Words[]): string {
  const arms = commands.map((words) => {
    const choices = words.options.filter((option) => option.choices.length > 0);
    const cases = choices.map(({flag, choices: own}) => `        ${flag}) words="${own.join(" ")}"; folders= ;;`);
    const after = cases.length === 0 ? "" : `\n      case "$before" in\n${cases.join("\n")}\n      esac`;
    const folders = words.takesFolder ? "\n      folders=yes" : "";
    return `    ${words.name})\n      words="${all(words)}"${folders}${after} ;;`;
  });
  return `_thaw() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words="" folders=""
  case "\${COMP_WORDS[1]}" in
${arms.join("\n")}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words="${commands.map(({name}) => name).join(" ")} --help --version"; folders=""; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ -n "$folders" ]; then COMPREPLY+=($(compgen -d -- "$current")); fi
}
complete -F _thaw thaw`;
}

function zsh(commands: readonly Words[]): string {
  const list = commands.map(({name, summary}) => `    ${quoted(`${name}:${summary}`)}`).join("\n");
  const arms = commands.map((words) => {
    const choices = words.options.filter((option) => option.choices.length > 0);
    const cases = choices.map(({flag, choices: own}) => `        ${flag}) compadd -- ${own.join(" ")}; return ;;`);
    const after = cases.length === 0 ? "" : `\n      case $words[CURRENT-1] in\n${cases.join("\n")}\n      esac`;
    return `    ${words.name})${after}\n      compadd -- ${all(words)}${words.takesFolder ? "; _files -/" : ""} ;;`;
  });
  return `#compdef thaw
_thaw() {
  local -a commands=(
${list}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  case $words[2] in
${arms.join("\n")}
  esac
}
compdef _thaw thaw`;
}

function fish(commands: readonly Words[]): string {
  const lines = commands.flatMap(({name, summary, options, arguments: own, takesFolder}) => {
    const inside = `complete -c thaw -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c thaw -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
      ...options.map(({flag, about, choices}) => {
        const values = choices.length === 0 ? "" : ` -x -a '${choices.join(" ")}'`;
        return `${inside} -l ${flag.slice(2)} -d ${quoted(about)}${values}`;
      }),
      ...(own.length === 0 ? [] : [`${inside} -f -a '${own.join(" ")}'`]),
      ...(takesFolder ? [`${inside} -f -a '(__fish_complete_directories)'`] : [])
    ];
  });
  return lines.join("\n");
}
