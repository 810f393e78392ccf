// The inspector's section on a commitment: who owes what to whom, when, and what became of it.
import type { ComponentChildren } from "preact";
import type { CommitmentBody, HistoryStep } from "../document.ts";
import { titleOf } from "../model/commitments.ts";
import { lateness, statusDay } from "../model/status.ts";
import { at, spoken } from "../model/time.ts";
import { graph } from "../state/derived.ts";
import { day } from "../state/store.ts";
import { Places } from "./cite.tsx";
import { Name, Names } from "./name.tsx";
import type { Section } from "./parts.ts";
import { Chip, StatusChip } from "./status.tsx";
import "../style/evidence.css";

function Commitment({ node }: { node: number }) {
  const body = graph.value.commitment.get(node);
  if (!body) return null;
  return (
    <>
      <Standing body={body} />
      <h3>Who owes what</h3>
      <dl class="claim">
        <Parties title="owed by" nodes={body.by} />
        <Parties title="owed to" nodes={body.to} />
        <Words title="obligation" words={body.obligation} />
        <Parties title="about" nodes={body.about} />
        <Under nodes={body.under} />
        {body.at !== undefined && <Parties title="undertaken at" nodes={[body.at]} />}
        <Parties title="carried out by" nodes={body.via} />
        <Parties title="asked for by" nodes={body.asked_by} />
        <Words title="binding" words={body.binding} />
        <Words title="certainty" words={body.certainty} />
        <Words title="trigger" words={body.trigger} />
        {body.conditions.length > 0 && <Line title="conditions"><ul>{body.conditions.map((one) => <li key={one}>{one}</li>)}</ul></Line>}
        <Words title="where" words={body.scope} />
        <Words title="how long" words={body.term} />
        <Words title="returned" words={body.reciprocity === "" ? undefined : body.reciprocity} />
        <Words title="COW class of the parties" words={body.cow} />
      </dl>
      <History steps={body.history} />
    </>
  );
}

function Standing({ body }: { body: CommitmentBody }) {
  const asked = statusDay(graph.value, day.value);
  const status = at(body.status, asked);
  const late = lateness(body, asked);
  return (
    <div class="standing">
      {status && <StatusChip status={status} />}
      {status?.decides !== undefined && <p class="decides">depends on: {status.decides}</p>}
      {body.due && (
        <p>due {body.due.words} {late && <Chip look={late} words={late.words} />}</p>
      )}
      <p class="decides">as of {spoken(asked)}</p>
    </div>
  );
}

function History({ steps }: { steps: readonly HistoryStep[] }) {
  if (steps.length === 0) return null;
  return (
    <>
      <h3>History</h3>
      <ol class="history">
        {steps.map((step, place) => (
          <li key={place}>
            <strong>{step.step}</strong> {step.when}
            {step.by !== undefined && <> by <Name node={step.by} glyph={false} /></>}
            {step.gloss !== undefined && <p>{step.gloss}</p>}
            <p><Places cites={step.cites} /></p>
          </li>
        ))}
      </ol>
    </>
  );
}

function Line({ title, children }: { title: string; children: ComponentChildren }) {
  return <div><dt>{title}</dt><dd>{children}</dd></div>;
}

function Words({ title, words }: { title: string; words: string | undefined }) {
  return words === undefined ? null : <Line title={title}>{words}</Line>;
}

function Parties({ title, nodes }: { title: string; nodes: readonly number[] }) {
  return nodes.length === 0 ? null : <Line title={title}><Names nodes={nodes} /></Line>;
}

/** Instruments and provisions, by what they are part of where their own name leaves that open. */
function Under({ nodes }: { nodes: readonly number[] }) {
  if (nodes.length === 0) return null;
  return (
    <Line title="under">
      {nodes.map((node) => {
        const title = titleOf(graph.value, node);
        const own = graph.value.document.nodes.name[node] ?? "";
        return <p key={node}><Name node={node} />{title !== own && <span class="decides">, {title.slice(0, -own.length - 2)}</span>}</p>;
      })}
    </Line>
  );
}

export const commitment: Section = { id: "commitment", ofNode: Commitment };
