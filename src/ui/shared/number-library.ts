import {
  AsYouType,
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';

/** Gives telephone numbers the form that people write them in. */
export interface NumberLibrary {
  /** While a number is typed. */
  readonly formatTyped: (text: string) => string;
  /** A whole number; anything else as it is. */
  readonly formatWhole: (text: string) => string;
}

/** For numbers without a country code, those of the country in which the browser's language is spoken: `de-AT` → Austria. */
export function createNumberLibrary(locale: string): NumberLibrary {
  const { region = '' } = new Intl.Locale(locale).maximize();
  const country: CountryCode | undefined = isSupportedCountry(region) ? region : undefined;
  return {
    formatTyped: (text) => new AsYouType(country).input(text),
    formatWhole(text) {
      const number = parsePhoneNumberFromString(text, country);
      if (number === undefined || !number.isValid() || number.ext !== undefined) return text;
      return text.trimStart().startsWith('+') ? number.formatInternational() : number.formatNational();
    },
  };
}
