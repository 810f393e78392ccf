// How wide an element is, as long as it stands.
import { type Signal, useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** The inner width of an element in pixels; `before` until it is known. */
export function useWidth(element: RefObject<HTMLElement | null>, before: number): Signal<number> {
  const width = useSignal(before);
  useLayoutEffect(() => {
    const at = element.current;
    if (!at) return undefined;
    const observer = new ResizeObserver(() => { width.value = at.clientWidth; });
    width.value = at.clientWidth;
    observer.observe(at);
    return () => observer.disconnect();
  }, []);
  return width;
}
