/** The parts of speech that a word can have, the commonest first; puts that one into the token. */
declare module 'wink-pos-tagger/src/unigram-tagger.js' {
  interface Token {
    value: string;
    tag: 'word' | 'number' | 'punctuation';
    normal: string;
    pos: string;
  }
  export default function possibleTags(token: Token, lexicon: unknown): string[];
}

declare module 'wink-pos-tagger/src/rules/*.js' {
  /** By the tag that a word has: conditions on the words around it, and the tag that it is then given. */
  const rules: Record<
    string,
    {
      rules: {
        operand: { property: 'value' | 'normal' | 'pos'; delta?: number; range?: [from: number, to: number] };
        matches: RegExp;
      }[];
      willBe: string;
    }[]
  >;
  export default rules;
}

declare module 'wink-pos-tagger' {
  interface Tagged {
    pos: string;
    lemma?: string;
  }
  export default function posTagger(): { tagRawTokens(words: string[]): Tagged[] };
}

declare module 'wink-lexicon/src/lexicon.js' {
  const lexicon: Record<string, string[]>;
  export default lexicon;
}

declare module 'wink-lemmatizer' {
  const lemmatizer: { verb(word: string): string };
  export default lemmatizer;
}
