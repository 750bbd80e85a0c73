import type { ComponentChildren, VNode } from 'preact';
import { text } from '../../../../shared/messages/catalogue.ts';
import { usePage } from '../../kit/context.tsx';

/** One numbered part of the dossier. */
export function Section(props: { title: string; children: ComponentChildren }): VNode {
  return (
    <section>
      <h2 class="govuk-heading-s">{props.title}</h2>
      {props.children}
    </section>
  );
}

/** Label and value, one below the other; what the case does not have is left out. */
export function FactTable(props: {
  rows: readonly (readonly [label: string, value: ComponentChildren] | undefined)[];
}): VNode {
  return (
    <table class="dr-paper__table">
      <tbody>
        {props.rows
          .filter((row) => row !== undefined)
          .map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** A table of the dossier; without rows it says that there is nothing. */
export function RowTable(props: {
  head: readonly string[];
  rows: readonly (readonly ComponentChildren[])[];
}): VNode {
  const { lang } = usePage();
  if (props.rows.length === 0) return <p>{text(lang, 'dossierPage.none')}</p>;
  return (
    <table class="dr-paper__table">
      <thead>
        <tr>
          {props.head.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={props.head[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
