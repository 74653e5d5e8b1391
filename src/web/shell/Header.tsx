import {caseNamed} from "../data/catalogue.ts";
import {Link} from "../router/Link.tsx";
import {casePages, pathOf} from "../router/routes.ts";
import {store} from "../router/store.ts";
import {carried, useLanguage, useRoute} from "../router/useAddress.ts";
import {shellWords} from "../words/shell.ts";
import {useWords} from "../words/useWords.ts";
import {languageNames, languages} from "../words/words.ts";
import {keepLanguage} from "./ownLanguage.ts";
import {setTheme, themes, useTheme} from "./theme.ts";

/** The top of every page: where the reader is, where else to go, and language and theme. */
export function Header() {
  const say = useWords(shellWords);
  const language = useLanguage();
  const route = useRoute();
  const entry = route.kind === "case" ? caseNamed(route.caseId) : undefined;
  return (
    <header className="top">
      <a className="skip" href="#content">
        {say("skip")}
      </a>
      <Link className="wordmark" to={{path: "", query: {}}}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M3 6h18" strokeWidth="3.4" />
          <path d="M3 12h11" strokeWidth="2.2" />
          <path d="M3 18h5" strokeWidth="1.2" />
        </svg>
        {say("name")}
      </Link>
      {route.kind === "case" && entry !== undefined && (
        <>
          <span className="where">{entry.title[language]}</span>
          <nav aria-label={say("nav.pages")}>
            {casePages.map((page) => (
              <Link
                key={page}
                to={{path: pathOf({...route, page}), query: {}}}
                aria-current={page === route.page ? "page" : undefined}
              >
                {say(`page.${page}`)}
              </Link>
            ))}
          </nav>
        </>
      )}
      <div className="settings">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}

function LanguageSwitch() {
  const say = useWords(shellWords);
  const language = useLanguage();
  return (
    <label className="select">
      <span className="sr-only">{say("language")}</span>
      <select
        value={language}
        onChange={({target}) => {
          const {lang: _, ...query} = store.now().query;
          const chosen = languages.find((one) => one === target.value) ?? "en";
          keepLanguage(chosen);
          store.replace({path: store.now().path, query: {...query, ...carried(chosen)}});
        }}
      >
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageNames[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A select under an icon: the icon is what is seen, the select what is used. */
function ThemeSwitch() {
  const say = useWords(shellWords);
  const theme = useTheme();
  return (
    <label className="select icon" title={`${say("theme")}: ${say(`theme.${theme}`)}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="5.5" />
        <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" />
      </svg>
      <span className="sr-only">{say("theme")}</span>
      <select value={theme} onChange={({target}) => setTheme(themes.find((one) => one === target.value) ?? "system")}>
        {themes.map((one) => (
          <option key={one} value={one}>
            {say(`theme.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
