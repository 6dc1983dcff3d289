import styles from './ListName.module.css';

/** Whom a row of a list is about, in one line, cut at its own end where there is no room. */
export const ListName = ({ name }: { readonly name: string }) => (
  <span className={styles.name}>
    <bdi className={styles.text}>{name}</bdi>
  </span>
);
