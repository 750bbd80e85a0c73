import type { Problem } from '../problem.ts';

/** The two languages of every user-facing string. Chinese is the one that counts; English stands beside it. */
export type Lang = 'zh' | 'en';

export interface Message {
  readonly zh: string;
  readonly en: string;
}

export type MessageTable = Readonly<Record<string, Message>>;

export type MessageParams = Readonly<Record<string, string | number>>;

type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** No third argument for a text without placeholders, all of them for a text that has some. */
type ParamsOf<Text extends string> = [Placeholders<Text>] extends [never]
  ? []
  : [params: Readonly<Record<Placeholders<Text>, string | number>>];

type UnionToIntersection<U> = (U extends unknown ? (member: U) => void : never) extends (all: infer I) => void
  ? I
  : never;

export type Merged<Tables extends readonly MessageTable[]> = UnionToIntersection<Tables[number]>;

export interface Catalogue<Table> {
  /** The text of a code known at compile time; asks for exactly the placeholders of the Chinese text. */
  text<Code extends keyof Table & string>(
    lang: Lang,
    code: Code,
    ...params: Table[Code] extends Message ? ParamsOf<Table[Code]['zh']> : []
  ): string;
  /** The text of a refusal. An unknown code answers with a sentence that names the code, never with a throw. */
  problemText(lang: Lang, problem: Problem): string;
  has(code: string): boolean;
  entries(): readonly (readonly [code: string, message: Message])[];
}

/** Keeps the literal texts of a table, so that its codes and placeholders are checked by the compiler. */
export function defineMessages<const T extends MessageTable>(table: T): T {
  return table;
}

/** Puts `params` into the `{name}` places of a text. A place without a value stays visible as it is. */
export function fill(template: string, params?: MessageParams): string {
  if (params === undefined) return template;
  return template.replaceAll(/\{([A-Za-z]\w*)\}/g, (place, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? place : String(value);
  });
}

const unexplained: Message = {
  zh: '系统没有说明原因。请把代码 {code} 告诉系统管理员。',
  en: 'The system gave no reason. Tell the administrator the code {code}.',
};

/**
 * Merges the tables of several domains.
 *
 * @throws when two tables define the same code: one of the two texts would silently never be shown.
 */
export function createCatalogue<const Tables extends readonly MessageTable[]>(
  ...tables: Tables
): Catalogue<Merged<Tables>> {
  const all = new Map<string, Message>();
  for (const table of tables) {
    for (const [code, message] of Object.entries(table)) {
      if (all.has(code)) throw new Error(`The message code ${code} is defined twice`);
      all.set(code, message);
    }
  }
  return {
    text(lang, code, ...params) {
      const message = all.get(code);
      if (message === undefined) throw new Error(`The message code ${code} is not in the catalogue`);
      return fill(message[lang], params[0]);
    },
    problemText(lang, problem) {
      const message = all.get(problem.code);
      if (message === undefined) return fill(unexplained[lang], { code: problem.code });
      return fill(message[lang], problem.params);
    },
    has: (code) => all.has(code),
    entries: () => [...all],
  };
}
