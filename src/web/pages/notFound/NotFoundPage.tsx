import {cases} from "../../data/catalogue.ts";
import {Link} from "../../router/Link.tsx";
import {casePages, pathOf} from "../../router/routes.ts";
import {useAddress, useLanguage} from "../../router/useAddress.ts";
import {shellWords} from "../../words/shell.ts";
import {useWords} from "../../words/useWords.ts";

export function NotFoundPage() {
  const say = useWords(shellWords);
  const language = useLanguage();
  const {path} = useAddress();
  return (
    <div className="page prose">
      <h1>{say("none.title")}</h1>
      <p>{say("none.text", {path})}</p>
      <ul>
        {cases.map(({id, title}) => (
          <li key={id}>
            <Link to={{path: pathOf({kind: "case", caseId: id, page: casePages[0]}), query: {}}}>
              {title[language]}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
