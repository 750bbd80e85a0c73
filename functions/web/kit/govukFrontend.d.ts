// govuk-frontend carries no types. Only what the comfort script uses is declared.
declare module 'govuk-frontend' {
  type Component = new (root: Element, config?: object) => object;
  export const Button: Component;
  export const ErrorSummary: Component;
  export const NotificationBanner: Component;
  export const SkipLink: Component;
  export function createAll(component: Component, config?: object): void;
}
