// Copies the address of exactly what is shown.
import { notice } from "../state/store.ts";
import type { Action } from "./parts.ts";

async function copy(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    notice.value = "Link copied";
  } catch {
    notice.value = "The browser refused to copy; the link is in the address bar";
  }
}

function CopyLink() {
  return (
    <button type="button" class="tool" title="Copy a link to exactly this" onClick={() => void copy()}>
      Copy link
    </button>
  );
}

export const copyLink: Action = { id: "copy-link", body: CopyLink };
