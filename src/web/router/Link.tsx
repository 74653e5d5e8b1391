import type {ComponentProps, MouseEvent} from "react";
import {type Address, formatAddress} from "./address.ts";
import {store} from "./store.ts";
import {carried, useLanguage} from "./useAddress.ts";

type Props = Omit<ComponentProps<"a">, "href"> & {readonly to: Address};

/** A link within the site. It keeps the language, and leaves new tabs and downloads to the browser. */
export function Link({to, onClick, ...rest}: Props) {
  const language = useLanguage();
  const target: Address = {path: to.path, query: {...to.query, ...carried(language)}};
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const own = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (event.defaultPrevented || !own) return;
    event.preventDefault();
    store.push(target);
    window.scrollTo(0, 0);
  };
  return <a {...rest} href={formatAddress(target, store.root)} onClick={follow} />;
}
