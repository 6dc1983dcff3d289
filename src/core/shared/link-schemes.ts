/** The links of other pages and programs that can open this phone. */
export type LinkScheme = 'tel' | 'sip';

/** Asks the browser to open such links with this phone; it asks the person in turn. Throws where it will not hear of it. */
export type OfferLinks = (scheme: LinkScheme) => void;
