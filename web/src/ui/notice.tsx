// What the page has to say at the moment: seen for a few seconds, and read out.
import { useEffect } from "preact/hooks";
import { notice } from "../state/store.ts";

const SECONDS = 4;

export function Notice() {
  const text = notice.value;
  useEffect(() => {
    if (text === "") return undefined;
    const timer = setTimeout(() => { notice.value = ""; }, SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [text]);
  return <div class="notice" role="status" aria-live="polite" data-empty={text === ""}>{text}</div>;
}
