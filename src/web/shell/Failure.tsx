import {Component, type ReactNode} from "react";
import {shellWords} from "../words/shell.ts";
import {useWords} from "../words/useWords.ts";

type Props = {readonly children: ReactNode; readonly at: string};
type State = {readonly error: Error | null};

/** Shows what went wrong in a page in place of the page, and tries again when asked or when the reader goes elsewhere. */
export class Failure extends Component<Props, State> {
  override state: State = {error: null};

  static getDerivedStateFromError(error: Error): State {
    return {error};
  }

  override componentDidUpdate({at}: Props): void {
    if (at !== this.props.at && this.state.error !== null) this.setState({error: null});
  }

  override render(): ReactNode {
    const {error} = this.state;
    if (error === null) return this.props.children;
    return <FailureText error={error} again={() => this.setState({error: null})} />;
  }
}

function FailureText({error, again}: {readonly error: Error; readonly again: () => void}) {
  const say = useWords(shellWords);
  return (
    <div className="page prose" role="alert">
      <h1>{say("failed.title")}</h1>
      <p>{say("failed.text", {message: error.message})}</p>
      <p>
        <button type="button" className="button" onClick={again}>
          {say("failed.again")}
        </button>
      </p>
    </div>
  );
}
