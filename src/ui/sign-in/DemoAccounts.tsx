import { buttonClass } from '../shared/Button.tsx';
import { words } from '../words.ts';
import styles from './DemoAccounts.module.css';
import { demoAccounts } from '../shared/demo-accounts.ts';

/** One click signs in as one of the demo's people. Links, so that a second phone is one middle click away. */
export function DemoAccounts() {
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={styles.title}>
        {words.signIn.demoTitle}
      </h2>
      <p className={styles.intro}>{words.signIn.demoIntro}</p>
      <ul className={styles.list}>
        {demoAccounts.map(({ account, name }) => (
          <li key={account}>
            <a
              href={`?account=${account}`}
              aria-label={words.signIn.demoAs(name)}
              className={buttonClass({ wide: true })}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
