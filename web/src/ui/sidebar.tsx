// The column at the left: the views of the data set, and the legend that is the filter.
import { Legend } from "./legend.tsx";
import { Views } from "./views.tsx";

export function Sidebar() {
  return (
    <aside class="sidebar" aria-label="Views and filters">
      <Views />
      <Legend />
    </aside>
  );
}
