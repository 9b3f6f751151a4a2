import type { CardOf } from '@rounds/contracts/learner-document';
import { Prose } from '../../ui/prose.tsx';
import { Verdict, Verdicts } from '../../ui/verdicts.tsx';
import styles from './read-version.module.css';

/** Every scene with every way out of it. */
export function ReadScenario({ card }: { card: CardOf<'scenario'> }) {
  const numberOf = (nodeId: string): number => card.nodes.findIndex((node) => node.nodeId === nodeId) + 1;
  return (
    <>
      <Prose html={card.html} />
      {card.nodes.map(({ nodeId, html, choices }) => (
        <section key={nodeId} className="stack tight">
          <h3 className={styles.scene}>{`Scene ${numberOf(nodeId)}${nodeId === card.start ? ', the first' : ''}`}</h3>
          <Prose html={html} />
          {choices.length === 0 ? (
            <p className="fact">The scenario ends here.</p>
          ) : (
            <Verdicts>
              {choices.map(({ choiceId, text, feedbackHtml, to }) => (
                <Verdict
                  key={choiceId}
                  kind="plain"
                  note={to ? `Leads to scene ${numberOf(to)}` : 'Ends the scenario'}
                  what={text}
                  why={<Prose html={feedbackHtml} />}
                />
              ))}
            </Verdicts>
          )}
        </section>
      ))}
    </>
  );
}
