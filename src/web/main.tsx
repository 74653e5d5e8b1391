import {StrictMode} from "react";
import {createRoot} from "react-dom/client";
import "virtual:thaw/charts.css";
import {App} from "./App.tsx";
import {store} from "./router/store.ts";
import {carried} from "./router/useAddress.ts";
import {ownLanguage} from "./shell/ownLanguage.ts";
import "./styles/index.css";

// The front door alone speaks the reader's language by itself; every other address says which language it is in.
const {path, query} = store.now();
if (path === "" && query["lang"] === undefined) store.replace({path, query: {...query, ...carried(ownLanguage())}});

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>
);

if (import.meta.env.PROD && "serviceWorker" in navigator) {
  window.addEventListener("load", () => {
    // A browser that refuses (a private window, an address without TLS) has the site online only.
    navigator.serviceWorker.register(`${store.root}sw.js`, {scope: store.root}).catch(() => {});
  });
}
