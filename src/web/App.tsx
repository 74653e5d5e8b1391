import {Suspense, useEffect} from "react";
import {caseNamed} from "./data/catalogue.ts";
import {beginReading} from "./data/useCaseRecord.ts";
import {type CasePageProps, pages} from "./pages/casePages.ts";
import {HomePage} from "./pages/home/HomePage.tsx";
import {NotFoundPage} from "./pages/notFound/NotFoundPage.tsx";
import type {CasePage} from "./router/routes.ts";
import {useLanguage, useRoute} from "./router/useAddress.ts";
import {Failure} from "./shell/Failure.tsx";
import {Footer} from "./shell/Footer.tsx";
import {Header} from "./shell/Header.tsx";
import {shellWords} from "./words/shell.ts";
import {useWords} from "./words/useWords.ts";

export function App() {
  const say = useWords(shellWords);
  const language = useLanguage();
  const route = useRoute();
  const entry = route.kind === "case" ? caseNamed(route.caseId) : undefined;
  const place = route.kind === "case" ? `${route.caseId}/${route.page}` : route.kind;
  useEffect(() => {
    document.documentElement.lang = language;
    const parts = route.kind === "case" && entry ? [say(`page.${route.page}`), entry.title[language]] : [];
    document.title = [...parts, say("name")].join(" · ");
  }, [language, route, entry, say]);
  return (
    <>
      <Header />
      <main id="content" tabIndex={-1}>
        <Failure at={place}>
          <Suspense fallback={<p className="page loading">{say("loading")}</p>}>
            {route.kind === "home" && <HomePage />}
            {route.kind === "case" && entry !== undefined && <CasePageOf entry={entry} page={route.page} />}
            {(route.kind === "none" || (route.kind === "case" && entry === undefined)) && <NotFoundPage />}
          </Suspense>
        </Failure>
      </main>
      <Footer />
    </>
  );
}

function CasePageOf({entry, page}: CasePageProps & {readonly page: CasePage}) {
  beginReading(entry, useLanguage());
  const Page = pages[page];
  return <Page key={entry.id} entry={entry} />;
}
