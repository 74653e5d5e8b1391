import {addressStore} from "./addressStore.ts";

/** The folder that the site stands in: that of the page in development, the one above the scripts once it is built. */
const root = import.meta.env.DEV ? "/" : new URL(/* @vite-ignore */ "..", import.meta.url).pathname;

/** The address of the view, for the whole application. */
export const store = addressStore(window, root);
