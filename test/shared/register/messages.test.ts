import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calendarMessages } from '../../../shared/calendar/messages.ts';
import type { MessageTable } from '../../../shared/messages/message.ts';
import { registerMessages } from '../../../shared/register/messages.ts';
import { spreadsheetMessages } from '../../../shared/spreadsheet/messages.ts';

const tables: Record<string, MessageTable> = {
  calendar: calendarMessages,
  register: registerMessages,
  spreadsheet: spreadsheetMessages,
};

/** The codes that the sources of a folder mention in quotes, e.g. `'register.uscc.length'`. */
function codesIn(folder: string): Set<string> {
  const root = new URL(`../../../shared/${folder}/`, import.meta.url);
  const codes = new Set<string>();
  for (const name of readdirSync(root)) {
    if (!name.endsWith('.ts') || name === 'messages.ts') continue;
    const source = readFileSync(new URL(name, root), 'utf8');
    for (const match of source.matchAll(
      /'(?:code|error|message)?((?:calendar|register|spreadsheet)\.[\w.]+)'/g,
    )) {
      codes.add(match[1] ?? '');
    }
  }
  return codes;
}

describe.each(Object.entries(tables))('the texts of %s', (folder, table) => {
  it('exist for every code that its sources mention', () => {
    const codes = [...codesIn(folder)].filter((code) => code.startsWith(`${folder}.`));
    expect(codes.length).toBeGreaterThan(3);
    for (const code of codes) expect(Object.keys(table), code).toContain(code);
  });

  it('are in both languages, are sentences, and say what to do', () => {
    for (const [code, { zh, en }] of Object.entries(table)) {
      expect(zh.length, code).toBeGreaterThan(1);
      expect(en, code).toMatch(/[.}]$/);
      if (!code.startsWith('calendar.explain')) expect(zh, code).toMatch(/请|可以不管/);
    }
  });
});
