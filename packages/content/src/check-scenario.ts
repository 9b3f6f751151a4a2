import type { AuthoredCardOf } from './authored-card.ts';
import type { ItemFault } from './check-key.ts';

type Scenario = AuthoredCardOf<'scenario'>;

/** Every choice leads somewhere, every node can be reached, and every way has an end. */
export function checkScenario({ start, nodes }: Scenario): ItemFault[] {
  const ids = nodes.map(({ id }) => id);
  const unknown = (id: string): string => `There is no node ${id}. The nodes are ${ids.join(', ')}.`;
  const faults: ItemFault[] = ids.includes(start) ? [] : [{ path: ['start'], message: unknown(start) }];
  for (const [n, node] of nodes.entries()) {
    if (ids.indexOf(node.id) < n)
      faults.push({ path: ['nodes', n, 'id'], message: `The node ${node.id} is there twice.` });
    const choiceIds = node.choices.map(({ id }) => id);
    for (const [c, choice] of node.choices.entries()) {
      const path = ['nodes', n, 'choices', c];
      if (choiceIds.indexOf(choice.id) < c) faults.push({ path, message: `The choice ${choice.id} is there twice.` });
      if (choice.to !== null && !ids.includes(choice.to))
        faults.push({ path: [...path, 'to'], message: unknown(choice.to) });
    }
  }
  return faults.length > 0 ? faults : checkWays({ start, nodes });
}

function checkWays({ start, nodes }: Pick<Scenario, 'start' | 'nodes'>): ItemFault[] {
  const reached = spread(
    [start],
    (id) => nodes.find((node) => node.id === id)?.choices.flatMap(({ to }) => to ?? []) ?? [],
  );
  const endings = nodes
    .filter(({ choices }) => choices.length === 0 || choices.some(({ to }) => to === null))
    .map(({ id }) => id);
  const canEnd = spread(endings, (id) =>
    nodes.filter(({ choices }) => choices.some(({ to }) => to === id)).map((node) => node.id),
  );
  return nodes.flatMap(({ id }, n): ItemFault[] => {
    if (!reached.has(id)) return [{ path: ['nodes', n], message: `No choice leads to the node ${id}.` }];
    return canEnd.has(id) ? [] : [{ path: ['nodes', n], message: `From the node ${id} the scene never ends.` }];
  });
}

/** Everything that can be reached from `from`, itself included. */
function spread(from: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set(from);
  for (const id of seen) for (const other of next(id)) seen.add(other);
  return seen;
}
