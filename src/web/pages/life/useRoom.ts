import {useSyncExternalStore} from "react";

const ABOVE_AND_BELOW = 232; // px: header, the day and its counts, the figure's title
const [LEAST, MOST] = [440, 940]; // px

function subscribe(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}

const roomNow = () => Math.min(MOST, Math.max(LEAST, window.innerHeight - ABOVE_AND_BELOW));

/** The height that the life line has when the whole of it is to be seen at once, px. */
export const useRoom = (): number => useSyncExternalStore(subscribe, roomNow);
