// Every npm script comes here: set up what a fresh clone lacks, then do the task.
import {fetchedNode, isNewEnough} from "./setUpNode.mjs";
import {setUpPackages} from "./setUpPackages.mjs";
import {run, SetUpError} from "./shell.mjs";

async function main() {
  if (!isNewEnough(process.versions.node)) {
    const {node, env} = fetchedNode();
    return run(node, process.argv.slice(1), env);
  }
  const {tasks} = await import("./tasks.mjs");
  const [name = "", ...args] = process.argv.slice(2);
  if (!Object.keys(tasks).includes(name)) {
    throw new SetUpError(`no task ${name}; the tasks are ${Object.keys(tasks).join(", ")}`);
  }
  setUpPackages();
  return tasks[name](args);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(error instanceof SetUpError ? `thaw: ${error.message}\n` : `${error.stack}\n`);
    process.exitCode = 1;
  }
);
