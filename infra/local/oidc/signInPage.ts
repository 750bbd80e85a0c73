import { escapeHtml, page } from '../html.ts';
import type { LocalAccount } from './accounts.ts';

/** The sign-in page of the local issuer: one button per account. */
export function signInPage(uid: string, accounts: readonly LocalAccount[]): string {
  const buttons = (folded: boolean) =>
    accounts
      .filter((account) => (account.folded ?? false) === folded)
      .map(
        ({ sub, name, roleLabel }) =>
          `<li><button type="submit" name="account" value="${escapeHtml(sub)}"><strong>${escapeHtml(name)}</strong>` +
          `${escapeHtml(roleLabel)}</button></li>`,
      )
      .join('');
  const more = buttons(true);
  return page(
    '选择身份登录 Sign in',
    '<h1>选择身份登录 <small>Sign in as</small></h1>' +
      '<p class="mark">本机试用环境的登录页，没有密码。<br><span class="dim">Sign-in page of this try-out; there is no password.</span></p>' +
      `<form method="post" action="/sign-in/${escapeHtml(uid)}"><ul class="accounts">${buttons(false)}</ul>` +
      (more === ''
        ? ''
        : `<details><summary>其他执法检查人员 <span class="dim">The other inspectors</span></summary><ul class="accounts">${more}</ul></details>`) +
      '<p><button type="submit" name="account" value="">取消 Cancel</button></p></form>',
  );
}
