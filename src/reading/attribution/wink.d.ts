declare module 'wink-pos-tagger' {
  interface Tagged {
    value: string;
    pos: string;
    lemma?: string;
  }
  export default function posTagger(): { tagRawTokens(words: string[]): Tagged[] };
}
