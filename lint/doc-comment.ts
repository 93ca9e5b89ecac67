import { placeOf, type Context, type Rule, type Statement } from './rule.ts';

/** How long the first sentence of a doc comment may be, in UTF-16 units. */
const longest = 160;

/** What is exported under `src` has a doc comment that starts with one short sentence. */
export const docComment: Rule = {
  meta: { docs: { description: 'Exported declarations have a doc comment that starts with one short sentence.' } },
  create(context) {
    const place = placeOf(context);
    if (place === null || place.isTest) return {};
    return {
      Program({ body }) {
        for (const [name, statements] of exported(body)) {
          const sentences = statements.map((statement) => firstSentence(context, statement));
          const long = sentences.findIndex((sentence) => sentence.length > longest);
          const [first] = statements;
          if (first && sentences.every((sentence) => sentence === '')) {
            context.report({ node: first, message: missing(name) });
          }
          const node = statements[long];
          if (node) context.report({ node, message: tooLong(name, sentences[long]?.length ?? 0) });
        }
      },
    };
  },
};

const missing = (name: string): string =>
  `${name} has no doc comment: put one right above it that starts with one short sentence, so that whoever meets the name need not read the code.`;

const tooLong = (name: string, length: number): string =>
  `The doc comment of ${name} starts with a sentence of ${length} characters: at most ${longest}, so that it reads at a glance; shapes, units and errors come after it.`;

/**
 * The exported names, each with the statements that declare it.
 *
 * They are several for a function's overloads, and for a value and the type of the same name: one comment does for all.
 */
function exported(body: readonly Statement[]): Map<string, Statement[]> {
  const declared = Map.groupBy(
    body.flatMap((statement) => namesIn(statement).map((name) => ({ name, statement }))),
    ({ name }) => name,
  );
  return new Map(
    body.flatMap((statement): [string, Statement[]][] => {
      if (statement.type === 'ExportDefaultDeclaration') return [['The default export', [statement]]];
      return exportedNames(statement).map((name) => [name, (declared.get(name) ?? []).map((each) => each.statement)]);
    }),
  );
}

function exportedNames(statement: Statement): string[] {
  if (statement.type !== 'ExportNamedDeclaration' || statement.source !== null) return [];
  if (statement.declaration !== null) return namesIn(statement).slice(0, 1);
  return statement.specifiers.flatMap(({ local }) => (local.type === 'Identifier' ? [local.name] : []));
}

/** The names that a statement at the top of a file declares, exported or not. */
function namesIn(statement: Statement): string[] {
  const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  switch (declaration?.type) {
    case 'VariableDeclaration':
      return declaration.declarations.map(({ id }) => (id.type === 'Identifier' ? id.name : 'What is exported here'));
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
      return [declaration.id?.name ?? ''];
    default:
      return [];
  }
}

/** The first sentence of the doc comment right above a statement; '' where there is none. */
function firstSentence({ sourceCode }: Context, statement: Statement): string {
  const comment = sourceCode.getCommentsBefore(statement).at(-1);
  if (comment?.type !== 'Block' || !comment.value.startsWith('*')) return '';
  if (comment.loc.end.line + 1 < statement.loc.start.line) return '';
  const lines = comment.value.slice(1).split('\n');
  const text = lines
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim();
  const paragraph = text.split(/\n\s*\n|\n@/)[0] ?? '';
  if (paragraph.startsWith('@')) return '';
  return (/^.*?[.!?](?=\s|$)/s.exec(paragraph)?.[0] ?? paragraph).replaceAll('\n', ' ');
}
