// Loads the document and puts up the page.
import { render } from "preact";
import { index } from "./model/graph.ts";
import { load } from "./load.ts";
import { services } from "./registry.ts";
import { follow } from "./state/address.ts";
import { loaded, served } from "./state/store.ts";
import { App } from "./ui/app.tsx";
import "./style/base.css";
import "./style/frame.css";
import "./style/panels.css";
import "./style/media.css";

const root = document.getElementById("app");
if (root) {
  try {
    const answer = await load();
    served.value = answer.served;
    loaded.value = index(answer.document);
    document.title = answer.document.title;
    follow();
    render(<App />, root);
    for (const start of services) start();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    render(<p class="failure" role="alert">The data set can’t be shown: {message}.</p>, root);
  }
}
