import styles from './FlatPair.module.css';

/** The pair at rest: nobody speaks. */
export function FlatPair() {
  return <span aria-hidden className={styles.pair} />;
}
